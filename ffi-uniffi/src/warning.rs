use crate::vocabulary::vocabulary;

/// A deviation of a document or a server from an RFC that was tolerated. The option `strict` makes the forbidden ones
/// errors.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Warning {
    /// The kind of the deviation, for a program.
    pub kind: WarningKind,
    /// The expected and the actual value, for a person; text from the network is escaped and cut.
    pub message: String,
    /// The URL concerned.
    pub url: Option<String>,
}

impl From<&telnyx_oauth::Warning> for Warning {
    fn from(warning: &telnyx_oauth::Warning) -> Warning {
        Warning { kind: warning.kind.into(), message: warning.message.clone(), url: warning.url.clone() }
    }
}

vocabulary! {
    /// The kinds of warnings; the names are the same in every language.
    WarningKind {
        /// The document has no `resource`, which
        /// [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2) requires.
        ResourceMissing,
        /// The document's `resource` covers the requested one, but is not identical to it
        /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
        ResourceNotExact,
        /// The document lists no authorization server.
        AuthorizationServersMissing,
        /// The issuer differs by the slash that ends a root URL
        /// ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
        IssuerRootSlash,
        /// The content type is JSON, but not exactly `application/json`.
        ContentTypeUnusual,
        /// The server does not say that it supports PKCE with S256
        /// ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2), `code_challenge_methods_supported`).
        PkceS256NotAdvertised,
        /// The server's `protected_resources` lacks this resource
        /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
        ResourceNotListed,
        /// A challenge's `resource_metadata` is not an absolute http(s) URL
        /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
        ChallengeUnusable,
        /// The resource could not be probed for its challenge.
        ProbeFailed,
        /// A part of a `WWW-Authenticate` field is malformed and was skipped, or a challenge repeats a parameter
        /// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
        ChallengeMalformed,
        /// A listed authorization server has no good document; the message says why.
        AuthorizationServerUnusable,
        /// A registered member is null, which counts as absent.
        MemberNull,
    }
}
