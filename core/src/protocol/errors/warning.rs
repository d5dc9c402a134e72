use super::text::cut;
use super::vocabulary::vocabulary;
use serde::Serialize;

/// A deviation of a document or a server that was tolerated. With [`Rules::strict`](crate::Rules::strict), deviations that
/// an RFC forbids are errors instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Warning {
    /// The kind, for programs.
    pub kind: WarningKind,
    /// The message, for people: the expected and the actual value. Text from the network is escaped and cut.
    pub message: String,
    /// The URL that the warning is about.
    pub url: Option<String>,
}

impl Warning {
    pub(crate) fn new(kind: WarningKind, message: impl Into<String>, url: &str) -> Warning {
        Warning { kind, message: cut(message.into()), url: Some(url.to_owned()) }
    }
}

vocabulary! {
    /// The kind of a [`Warning`]. The names are the same in every language.
    WarningKind {
        /// The document has no `resource`, which
        /// [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2) requires.
        ResourceMissing = "resource_missing",
        /// The document's `resource` covers the requested resource, but is not identical to it
        /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
        ResourceNotExact = "resource_not_exact",
        /// The document lists no authorization server.
        AuthorizationServersMissing = "authorization_servers_missing",
        /// The issuer is a root URL and differs from the requested one only in its last slash
        /// ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
        IssuerRootSlash = "issuer_root_slash",
        /// The body is JSON, but its `Content-Type` is not exactly `application/json`.
        ContentTypeUnusual = "content_type_unusual",
        /// The server does not say that it supports PKCE with S256
        /// ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2), `code_challenge_methods_supported`).
        PkceS256NotAdvertised = "pkce_s256_not_advertised",
        /// The server's `protected_resources` lacks this resource
        /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
        ResourceNotListed = "resource_not_listed",
        /// A challenge's `resource_metadata` is not an absolute http(s) URL
        /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
        ChallengeUnusable = "challenge_unusable",
        /// The request to the resource for its challenge failed.
        ProbeFailed = "probe_failed",
        /// The probe brought no challenge and ended with a status of 404, 405 or 406, or with a redirect that was not
        /// followed. The document is not exactly about the resource. The resource may challenge another method.
        ProbeInconclusive = "probe_inconclusive",
        /// A part of a `WWW-Authenticate` field is malformed and was skipped, or a challenge repeats a parameter
        /// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
        ChallengeMalformed = "challenge_malformed",
        /// A listed authorization server has no valid document. The message gives the reason.
        AuthorizationServerUnusable = "authorization_server_unusable",
        /// A registered member is null. It counts as absent.
        MemberNull = "member_null",
    }
}
