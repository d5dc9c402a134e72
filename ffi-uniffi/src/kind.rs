use crate::vocabulary::vocabulary;

/// Passes the kinds of errors to a macro, which declares [`ErrorKind`] or the variants of `TelnyxOAuthError`.
macro_rules! with_kinds {
    ($declare:ident) => {
        $declare! {
            /// The caller's input is wrong: not an absolute http(s) URL, a fragment, userinfo, a metadata URL instead of a resource,
            /// an invalid option. Correct the input.
            InvalidArgument,
            /// http where https is required. Use the https URL, or set the option `allow_http`.
            InsecureUrl,
            /// A URL that a server supplied leads to an address that such a URL must not lead to.
            BlockedAddress,
            /// The name could not be resolved, the connection failed, the peer hung up, or its response is not HTTP.
            Transport,
            /// The TLS handshake failed or the certificate is not trusted.
            Tls,
            /// The deadline passed: `timeout`, or `connect_timeout`.
            Timeout,
            /// The caller cancelled the call with a `CancelToken`.
            Cancelled,
            /// A redirect to another origin, without a usable target, or too many redirects.
            RedirectRefused,
            /// A status that is neither success nor a documented error.
            HttpStatus,
            /// A 4xx whose body is an OAuth error: see `error` and `error_description`.
            OauthError,
            /// Status 200, but not JSON, or in a content coding.
            ContentType,
            /// The body or the header exceeds its limit.
            BodyTooLarge,
            /// The body is not a JSON object.
            InvalidJson,
            /// The body is JSON, but not a valid document of this kind.
            InvalidMetadata,
            /// The document describes another resource ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
            ResourceMismatch,
            /// The document describes another issuer ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
            IssuerMismatch,
            /// No URL had a document: `attempts` lists them.
            NotFound,
            /// The document's `signed_metadata` cannot be trusted.
            SignatureInvalid,
            /// A bug in this library. Please report it.
            Internal,
        }
    };
}

pub(crate) use with_kinds;

macro_rules! kind {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        vocabulary! {
            /// The kind of an error, for a program. The names are the same in every language and on the command line.
            ErrorKind { $($(#[$doc])* $variant,)* }
        }
    };
}

with_kinds!(kind);
