use crate::copies::{c_string, pointer_to};
use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::{Warning, WarningKind};
use once_cell::race::OnceBox;
use std::ffi::{CString, c_char};

/// The document has no resource, which https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
pub const TELNYX_WARNING_RESOURCE_MISSING: i32 = 1;
/// The document's resource covers the requested resource, but is not identical to it
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_WARNING_RESOURCE_NOT_EXACT: i32 = 2;
/// The document lists no authorization server.
pub const TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING: i32 = 3;
/// The issuer differs from the requested one by the slash at the end of a root URL
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
pub const TELNYX_WARNING_ISSUER_ROOT_SLASH: i32 = 4;
/// The response is JSON, but its content type is not exactly application/json.
pub const TELNYX_WARNING_CONTENT_TYPE_UNUSUAL: i32 = 5;
/// The server does not advertise PKCE with S256 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
pub const TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED: i32 = 6;
/// The server's protected_resources does not list this resource (https://www.rfc-editor.org/rfc/rfc9728#section-4).
pub const TELNYX_WARNING_RESOURCE_NOT_LISTED: i32 = 7;
/// A challenge's resource_metadata is not an absolute http(s) URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
pub const TELNYX_WARNING_CHALLENGE_UNUSABLE: i32 = 8;
/// The request for the resource's challenge failed.
pub const TELNYX_WARNING_PROBE_FAILED: i32 = 9;
/// A part of a WWW-Authenticate field was malformed and was skipped, or a challenge repeats a parameter
/// (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
pub const TELNYX_WARNING_CHALLENGE_MALFORMED: i32 = 10;
/// A listed authorization server has no valid document. The message states the reason.
pub const TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE: i32 = 11;
/// A registered member is null, which counts as absent.
pub const TELNYX_WARNING_MEMBER_NULL: i32 = 12;
/// The probe brought no challenge and ended with a status of 404, 405 or 406, or with a redirect that was not followed.
/// The document is not exactly about the resource. The resource may challenge another method.
pub const TELNYX_WARNING_PROBE_INCONCLUSIVE: i32 = 13;

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
    (WarningKind::ProbeInconclusive, TELNYX_WARNING_PROBE_INCONCLUSIVE, c"probe_inconclusive"),
];

/// A deviation from an RFC that was tolerated. telnyx_options_set_strict() turns a deviation that an RFC forbids into
/// an error. A warning belongs to a document, a discovery or an error.
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

/// The warnings of a handle, copied on first use.
#[derive(Default)]
pub(crate) struct Warnings(OnceBox<Box<[telnyx_warning]>>);

impl Warnings {
    pub(crate) fn at(&self, warnings: &[Warning], index: usize) -> Option<&telnyx_warning> {
        self.0.get_or_init(|| Box::new(warnings.iter().map(telnyx_warning::from).collect())).get(index)
    }
}

/// The kind of the warning, for a program: one of TELNYX_WARNING_*; 0 if warning is NULL. telnyx_warning_kind_str()
/// returns its name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_kind(warning: Option<&telnyx_warning>) -> i32 {
    warning.and_then(|warning| number_of(WARNINGS, &warning.kind)).unwrap_or(0)
}

/// A message for a person, which states what was expected and what was received. Text from the network is escaped and
/// truncated.
///
/// Returns a string that belongs to the warning; NULL only if warning is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_message(warning: Option<&telnyx_warning>) -> *const c_char {
    pointer_to(warning.map(|warning| &warning.message))
}

/// The URL that the warning is about.
///
/// Returns a string that belongs to the warning; NULL if there is no such URL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_url(warning: Option<&telnyx_warning>) -> *const c_char {
    pointer_to(warning.and_then(|warning| warning.url.as_ref()))
}

/// The name of a warning's kind, the same in every language: "resource_missing", "resource_not_exact", ...
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_warning_kind_str(kind: i32) -> *const c_char {
    name_of(WARNINGS, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_number() {
        crate::vocabulary::check(WARNINGS, WarningKind::ALL);
    }
}
