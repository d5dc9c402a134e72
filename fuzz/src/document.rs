use crate::{check_message, is_loopback, parsed};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Display;
use telnyx_oauth::{Rules, SignatureStatus, Warning, WarningKind};
use url::Url;

/// The member with the endpoints for clients with a certificate.
const ALIASES: &str = "mtls_endpoint_aliases";

/// Checks that an accepted document equals the received body, as text and member by member.
pub fn check_document<D: Serialize + Display>(document: &D, raw_json: &str, body: &[u8], signature: SignatureStatus) {
    assert_eq!(raw_json.as_bytes(), body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body));
    let served: Value = serde_json::from_str(raw_json).expect("an accepted document must be JSON");
    let members = serde_json::to_value(document).expect("a document must serialize");
    // Verified claims replace plain members, so that the document and the body may differ.
    if signature != SignatureStatus::Verified {
        let mut kept = served.clone();
        if let Some(kept) = kept.as_object_mut() {
            // A null member may be absent.
            kept.retain(|name, value| !value.is_null() || members.get(name).is_some());
            if let Some(aliases) = kept.get_mut(ALIASES).and_then(Value::as_object_mut) {
                aliases.retain(|name, value| !value.is_null() || members[ALIASES].get(name).is_some());
            }
        }
        assert_eq!(members, kept);
    }
    let is_signed = served.get("signed_metadata").is_some_and(|token| !token.is_null());
    assert_eq!(is_signed, signature != SignatureStatus::Absent);
    let text = document.to_string();
    assert!(!text.contains('\n'), "{text:?}");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("the text of a document must be JSON"), members);
}

/// Checks that the messages of warnings are safe to print. Under strict rules, also checks that no warning is about a
/// deviation that an RFC forbids.
pub fn check_warnings(warnings: &[Warning], rules: &Rules) {
    for warning in warnings {
        check_message(&warning.message);
        let no_rfc_forbids_it = matches!(
            warning.kind,
            WarningKind::AuthorizationServersMissing
                | WarningKind::AuthorizationServerUnusable
                | WarningKind::PkceS256NotAdvertised
                | WarningKind::ResourceNotListed
        );
        assert!(no_rfc_forbids_it || !rules.strict, "{warning:?}");
    }
}

/// Checks the endpoints of an accepted document: the members in `others`, and all members whose names end in
/// `_endpoint`.
pub fn check_endpoints<D: Serialize>(document: &D, others: &[&str], subject: &Url, rules: &Rules) {
    let members = serde_json::to_value(document).expect("a document must serialize");
    for (name, value) in members.as_object().expect("a document must be an object") {
        // An unregistered member may be null.
        if (name.ends_with("_endpoint") && !value.is_null()) || others.contains(&name.as_str()) {
            check_endpoint(value.as_str().expect("an endpoint must be a string"), subject, rules);
        }
    }
}

/// Checks that an endpoint is https and has no userinfo. It may be http only if `subject`, the document's identifier,
/// is http.
pub fn check_endpoint(endpoint: &str, subject: &Url, rules: &Rules) {
    let url = parsed(endpoint);
    let http = subject.scheme() == "http" && (rules.allow_http || is_loopback(&url));
    assert!(url.scheme() == "https" || (url.scheme() == "http" && http), "{endpoint:?} in a document about {subject}");
    assert!(url.has_host() && url.username().is_empty() && url.password().is_none(), "{endpoint:?}");
}
