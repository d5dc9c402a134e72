use crate::vocabulary::vocabulary;

/// A tolerated deviation of a document or a server from an RFC. With the option `strict`, deviations that an RFC forbids
/// are errors.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Warning {
    /// The kind of the deviation, for programs.
    pub kind: WarningKind,
    /// The expected and the actual value, for people. Text from the network is escaped and truncated.
    pub message: String,
    /// The URL of the document or the server.
    pub url: Option<String>,
}

impl From<&telnyx_oauth::Warning> for Warning {
    fn from(warning: &telnyx_oauth::Warning) -> Warning {
        Warning { kind: warning.kind.into(), message: warning.message.clone(), url: warning.url.clone() }
    }
}

vocabulary! {
    /// The kind of a warning. The names are the same in every language.
    WarningKind {
        /// The document lacks `resource`, which
        /// [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2) requires.
        ResourceMissing,
        /// The document's `resource` covers the requested one, but is not identical to it
        /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
        ResourceNotExact,
        /// The document lists no authorization server.
        AuthorizationServersMissing,
        /// The issuer differs only by the trailing slash of a root URL
        /// ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
        IssuerRootSlash,
        /// The content type is JSON, but not exactly `application/json`.
        ContentTypeUnusual,
        /// The server's document does not list PKCE with S256
        /// ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2), `code_challenge_methods_supported`).
        PkceS256NotAdvertised,
        /// The server's `protected_resources` does not list this resource
        /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
        ResourceNotListed,
        /// A challenge's `resource_metadata` is not an absolute http(s) URL
        /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
        ChallengeUnusable,
        /// The probe of the resource for its challenge failed.
        ProbeFailed,
        /// The probe brought no challenge and ended with a status of 404, 405 or 406, or with a redirect that was not followed.
        /// The document is not exactly about the resource. The resource may challenge another method.
        ProbeInconclusive,
        /// A part of a `WWW-Authenticate` field is malformed and was skipped, or a challenge repeats a parameter
        /// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
        ChallengeMalformed,
        /// A listed authorization server has no valid document; the message gives the reason.
        AuthorizationServerUnusable,
        /// A registered member is null and is treated as absent.
        MemberNull,
    }
}
