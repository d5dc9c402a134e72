use crate::vocabulary::vocabulary;

/// Passes the kinds of errors to a macro that declares [`ErrorKind`] or the variants of `TelnyxOAuthError`.
macro_rules! with_kinds {
    ($declare:ident) => {
        $declare! {
            /// The caller's input is invalid. Examples: a URL that is not an absolute http(s) URL, a fragment, userinfo, a metadata
            /// URL instead of a resource, an invalid option. Correct the input.
            InvalidArgument,
            /// The URL is http, but https is required. Use the https URL, or set the option `allow_http`.
            InsecureUrl,
            /// A server supplied a URL with a forbidden address, such as a private or loopback address.
            BlockedAddress,
            /// Name resolution failed, the connection failed, the peer closed the connection, or the response is not HTTP.
            Transport,
            /// The TLS handshake failed or the certificate is not trusted.
            Tls,
            /// The deadline of `timeout` or `connect_timeout` passed.
            Timeout,
            /// The caller cancelled the call with a `CancelToken`.
            Cancelled,
            /// A redirect leads to another origin or has no usable target, or the limit on redirects is exceeded.
            RedirectRefused,
            /// The HTTP status is neither success nor a documented error.
            HttpStatus,
            /// The response is a 4xx with an OAuth error in the body: see `error` and `error_description`.
            OauthError,
            /// The status is 200, but the body is not JSON or has a content coding.
            ContentType,
            /// The body or the header section exceeds the size limit.
            BodyTooLarge,
            /// The body is not a JSON object.
            InvalidJson,
            /// The body is JSON, but not a valid document of this kind.
            InvalidMetadata,
            /// The document describes another resource ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
            ResourceMismatch,
            /// The document describes another issuer ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
            IssuerMismatch,
            /// No URL has a document. `attempts` lists the requested URLs.
            NotFound,
            /// The document's `signed_metadata` is invalid or not signed by a trusted key.
            SignatureInvalid,
            /// The document is valid, but lacks a requirement of the chosen profile.
            ProfileUnmet,
            /// A bug in this library. Please report it.
            Internal,
        }
    };
}

pub(crate) use with_kinds;

macro_rules! kind {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        vocabulary! {
            /// The kind of an error, for programs. The names are the same in every language and on the command line.
            ErrorKind { $($(#[$doc])* $variant,)* }
        }
    };
}

with_kinds!(kind);
