//! `AuthorizationServerMetadata::from_response`: the input is a [`Case`].
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use telnyx_oauth::{AuthorizationServerMetadata, ErrorKind, WarningKind};
use telnyx_oauth_fuzz::{
    Case, check_document, check_endpoint, check_endpoints, check_error, check_issuer, check_warnings, parsed,
};

const DOCUMENTED: &[ErrorKind] = &[
    ErrorKind::InvalidArgument,
    ErrorKind::InsecureUrl,
    ErrorKind::HttpStatus,
    ErrorKind::OauthError,
    ErrorKind::ContentType,
    ErrorKind::InvalidJson,
    ErrorKind::InvalidMetadata,
    ErrorKind::IssuerMismatch,
];

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(case) = Case::read(data) else { return Corpus::Reject };
    match AuthorizationServerMetadata::from_response(case.asked, &case.response(), &case.rules) {
        Ok(document) => check(&case, &document),
        Err(error)
            if case.rules.authorization_server_trusted_keys.is_some()
                && error.kind() == ErrorKind::SignatureInvalid =>
        {
            check_error(&error, &[ErrorKind::SignatureInvalid]);
        }
        Err(error) => check_error(&error, DOCUMENTED),
    }
    Corpus::Keep
});

fn check(case: &Case<'_>, document: &AuthorizationServerMetadata) {
    check_document(document, document.raw_json(), &case.body, document.signature_status());
    check_issuer(case.asked, document.issuer(), case.rules.strict);
    check_warnings(document.warnings(), &case.rules);
    let issuer = parsed(case.asked);
    check_endpoints(document, &["jwks_uri", "signed_jwks_uri", "check_session_iframe"], &issuer, &case.rules);
    for (_, endpoint) in document.mtls_endpoint_aliases().unwrap_or_default() {
        check_endpoint(endpoint, &issuer, &case.rules);
    }
    // Without its null members, the document may have no member of its kind.
    if document.warnings().iter().any(|warning| warning.kind == WarningKind::MemberNull) {
        return;
    }
    let text = document.to_string();
    let response = case.response_of(&text, document.url());
    let again = AuthorizationServerMetadata::from_response(case.asked, &response, &case.rules)
        .expect("an accepted document must be accepted again");
    assert_eq!(&again, document);
}
