use crate::{check_message, is_loopback, parsed};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Display;
use telnyx_oauth::{Rules, SignatureStatus, Warning, WarningKind};
use url::Url;

/// An accepted document is what was served: as text, and member by member.
pub fn check_document<D: Serialize + Display>(document: &D, raw_json: &str, body: &[u8], signature: SignatureStatus) {
    assert_eq!(raw_json.as_bytes(), body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body));
    let served: Value = serde_json::from_str(raw_json).expect("what was accepted is JSON");
    let members = serde_json::to_value(document).expect("a document serialises");
    // Signed claims stand in the place of plain members, and then the two differ.
    if signature != SignatureStatus::Verified {
        let mut kept = served.clone();
        if let Some(kept) = kept.as_object_mut() {
            // A null may count as absent.
            kept.retain(|name, value| !value.is_null() || members.get(name).is_some());
        }
        assert_eq!(members, kept);
    }
    let is_signed = served.get("signed_metadata").is_some_and(|token| !token.is_null());
    assert_eq!(is_signed, signature != SignatureStatus::Absent);
    let text = document.to_string();
    assert!(!text.contains('\n'), "{text:?}");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("a document's text is JSON"), members);
}

/// What is warned of can be printed anywhere; under strict rules, nothing is that an RFC forbids.
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

/// An endpoint is https and hides no user name; http only where `subject`, what the document is about, is http too.
pub fn check_endpoint(endpoint: &str, subject: &Url, rules: &Rules) {
    let url = parsed(endpoint);
    let http = subject.scheme() == "http" && (rules.allow_http || is_loopback(&url));
    assert!(url.scheme() == "https" || (url.scheme() == "http" && http), "{endpoint:?} in a document about {subject}");
    assert!(url.has_host() && url.username().is_empty() && url.password().is_none(), "{endpoint:?}");
}
