//! `ResourceMetadata::from_response`: the input is a [`Case`].
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use telnyx_oauth::{ErrorKind, ResourceMetadata, WarningKind};
use telnyx_oauth_fuzz::{
    Case, check_document, check_endpoints, check_error, check_resource, check_warnings, is_root, parsed,
};

const DOCUMENTED: &[ErrorKind] = &[
    ErrorKind::InvalidArgument,
    ErrorKind::InsecureUrl,
    ErrorKind::HttpStatus,
    ErrorKind::OauthError,
    ErrorKind::ContentType,
    ErrorKind::InvalidJson,
    ErrorKind::InvalidMetadata,
    ErrorKind::ResourceMismatch,
];

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(case) = Case::read(data) else { return Corpus::Reject };
    match ResourceMetadata::from_response(case.asked, &case.response(), &case.rules) {
        Ok(document) => check(&case, &document),
        Err(error) if case.rules.trusted_keys.is_some() && error.kind() == ErrorKind::SignatureInvalid => {
            check_error(&error, &[ErrorKind::SignatureInvalid]);
        }
        Err(error) => check_error(&error, DOCUMENTED),
    }
    Corpus::Keep
});

fn check(case: &Case<'_>, document: &ResourceMetadata) {
    check_document(document, document.raw_json(), &case.body, document.signature_status());
    check_resource(case.asked, document.resource(), document.url(), case.policy());
    check_warnings(document.warnings(), &case.rules);
    check_endpoints(document, &["jwks_uri", "signed_jwks_uri"], &parsed(case.asked), &case.rules);
    for issuer in document.authorization_servers().unwrap_or_default() {
        let url = parsed(issuer);
        assert!(matches!(url.scheme(), "https" | "http") && url.username().is_empty(), "{issuer:?}");
        assert!(!is_root(&url) || url.has_host(), "{issuer:?}");
    }
    for range in ["fr-CA", "", "-", "x-"] {
        let name = document.resource_name_for(range);
        let is_sent =
            |name| document.resource_name() == Some(name) || document.variants().any(|(_, said)| said == name);
        assert!(name.is_none_or(is_sent), "{name:?}");
    }
    // Without its null members, the document may have no member of its kind.
    if document.warnings().iter().any(|warning| warning.kind == WarningKind::MemberNull) {
        return;
    }
    let text = document.to_string();
    let again = ResourceMetadata::from_response(case.asked, &case.response_of(&text, document.url()), &case.rules)
        .expect("an accepted document must be accepted again");
    assert_eq!(&again, document);
    assert_eq!(again.signature_status(), document.signature_status());
}
