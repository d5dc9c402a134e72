use crate::copies::{c_string, pointer_to};
use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::{Warning, WarningKind};
use once_cell::race::OnceBox;
use std::ffi::{CString, c_char};

/// The document has no resource, which https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
pub const TELNYX_WARNING_RESOURCE_MISSING: i32 = 1;
/// The document's resource covers what was asked for, but is not identical to it
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_WARNING_RESOURCE_NOT_EXACT: i32 = 2;
/// The document lists no authorization server.
pub const TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING: i32 = 3;
/// The issuer differs by the slash that ends a root URL (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
pub const TELNYX_WARNING_ISSUER_ROOT_SLASH: i32 = 4;
/// JSON, but not called exactly application/json.
pub const TELNYX_WARNING_CONTENT_TYPE_UNUSUAL: i32 = 5;
/// The server does not say that it supports PKCE with S256 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
pub const TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED: i32 = 6;
/// The server's protected_resources lacks this resource (https://www.rfc-editor.org/rfc/rfc9728#section-4).
pub const TELNYX_WARNING_RESOURCE_NOT_LISTED: i32 = 7;
/// A challenge's resource_metadata is not an absolute http(s) URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
pub const TELNYX_WARNING_CHALLENGE_UNUSABLE: i32 = 8;
/// The resource itself could not be asked for its challenge.
pub const TELNYX_WARNING_PROBE_FAILED: i32 = 9;
/// A part of a WWW-Authenticate field is malformed and was skipped, or a challenge repeats a parameter
/// (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
pub const TELNYX_WARNING_CHALLENGE_MALFORMED: i32 = 10;
/// A listed authorization server has no good document; the message says why.
pub const TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE: i32 = 11;
/// A registered member is null, which counts as absent.
pub const TELNYX_WARNING_MEMBER_NULL: i32 = 12;

pub(crate) const WARNINGS: &Vocabulary<WarningKind> = &[
    (WarningKind::ResourceMissing, TELNYX_WARNING_RESOURCE_MISSING, c"resource_missing"),
    (WarningKind::ResourceNotExact, TELNYX_WARNING_RESOURCE_NOT_EXACT, c"resource_not_exact"),
    (
        WarningKind::AuthorizationServersMissing,
        TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING,
        c"authorization_servers_missing",
    ),
    (WarningKind::IssuerRootSlash, TELNYX_WARNING_ISSUER_ROOT_SLASH, c"issuer_root_slash"),
    (WarningKind::ContentTypeUnusual, TELNYX_WARNING_CONTENT_TYPE_UNUSUAL, c"content_type_unusual"),
    (WarningKind::PkceS256NotAdvertised, TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED, c"pkce_s256_not_advertised"),
    (WarningKind::ResourceNotListed, TELNYX_WARNING_RESOURCE_NOT_LISTED, c"resource_not_listed"),
    (WarningKind::ChallengeUnusable, TELNYX_WARNING_CHALLENGE_UNUSABLE, c"challenge_unusable"),
    (WarningKind::ProbeFailed, TELNYX_WARNING_PROBE_FAILED, c"probe_failed"),
    (WarningKind::ChallengeMalformed, TELNYX_WARNING_CHALLENGE_MALFORMED, c"challenge_malformed"),
    (
        WarningKind::AuthorizationServerUnusable,
        TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE,
        c"authorization_server_unusable",
    ),
    (WarningKind::MemberNull, TELNYX_WARNING_MEMBER_NULL, c"member_null"),
];

/// Something that a document or a server did against an RFC, or left out, and that was tolerated.
/// telnyx_options_set_strict() turns what an RFC forbids into an error. It belongs to a document or a discovery.
pub struct telnyx_warning {
    kind: WarningKind,
    message: CString,
    url: Option<CString>,
}

impl From<&Warning> for telnyx_warning {
    fn from(warning: &Warning) -> telnyx_warning {
        let url = warning.url.as_deref().map(c_string);
        telnyx_warning { kind: warning.kind, message: c_string(&warning.message), url }
    }
}

/// A handle's warnings, copied on first use.
#[derive(Default)]
pub(crate) struct Warnings(OnceBox<Box<[telnyx_warning]>>);

impl Warnings {
    pub(crate) fn at(&self, warnings: &[Warning], index: usize) -> Option<&telnyx_warning> {
        self.0.get_or_init(|| Box::new(warnings.iter().map(telnyx_warning::from).collect())).get(index)
    }
}

/// The kind of the warning, for a program: one of TELNYX_WARNING_*; 0 for NULL. telnyx_warning_kind_str() has its name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_kind(warning: Option<&telnyx_warning>) -> i32 {
    warning.and_then(|warning| number_of(WARNINGS, &warning.kind)).unwrap_or(0)
}

/// A message for a person: what was expected and what came. Text from the network is escaped and cut.
///
/// Returns a string of the warning's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_message(warning: Option<&telnyx_warning>) -> *const c_char {
    pointer_to(warning.map(|warning| &warning.message))
}

/// The URL concerned.
///
/// Returns a string of the warning's; NULL if no URL is concerned.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_url(warning: Option<&telnyx_warning>) -> *const c_char {
    pointer_to(warning.and_then(|warning| warning.url.as_ref()))
}

/// The name of a warning's kind, the same in every language: "resource_missing", "resource_not_exact", ...
///
/// Returns a static string, "unknown" for a number that is no kind; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_kind_str(kind: i32) -> *const c_char {
    name_of(WARNINGS, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_of_its_own() {
        crate::vocabulary::check(WARNINGS, WarningKind::ALL);
    }
}
