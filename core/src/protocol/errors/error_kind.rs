use super::vocabulary::vocabulary;

vocabulary! {
    /// The kind of an [`Error`](crate::Error). The names are the same in every language and on the command line.
    ErrorKind {
        /// The caller's input is invalid: for example a URL that is not absolute http(s), that has a fragment or
        /// userinfo, or that is a metadata URL instead of a resource; or contradictory options. Correct the input.
        InvalidArgument = "invalid_argument",
        /// The URL is http, but https is required. Use the https URL, or allow http with
        /// [`ClientBuilder::allow_http`](crate::ClientBuilder::allow_http).
        InsecureUrl = "insecure_url",
        /// A URL from a server leads to a forbidden address, for example a private one.
        BlockedAddress = "blocked_address",
        /// The name could not be resolved, the connection failed, the peer closed the connection, or the peer's data is
        /// not HTTP.
        Transport = "transport",
        /// The TLS handshake failed or the certificate is not trusted.
        Tls = "tls",
        /// The deadline passed: [`ClientBuilder::timeout`](crate::ClientBuilder::timeout), or its `connect_timeout`.
        Timeout = "timeout",
        /// The caller cancelled the call with a [`CancelToken`](crate::CancelToken).
        Cancelled = "cancelled",
        /// A redirect leads to another origin, exceeds the limit, or has no usable target.
        RedirectRefused = "redirect_refused",
        /// The HTTP status is neither a success nor a documented error.
        HttpStatus = "http_status",
        /// The status is 4xx, and the body is an OAuth error: see [`Error::error`](crate::Error::error).
        OauthError = "oauth_error",
        /// The status is 200, but the body is not JSON or has a content coding.
        ContentType = "content_type",
        /// The body or the header exceeds its limit.
        BodyTooLarge = "body_too_large",
        /// The body is not a JSON object.
        InvalidJson = "invalid_json",
        /// The body is a JSON object, but not a valid document of the expected kind.
        InvalidMetadata = "invalid_metadata",
        /// The document describes another resource ([RFC 9728 section
        /// 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
        ResourceMismatch = "resource_mismatch",
        /// The document describes another issuer ([RFC 8414 section
        /// 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
        IssuerMismatch = "issuer_mismatch",
        /// No candidate URL has a document: [`Error::attempts`](crate::Error::attempts) lists the URLs.
        NotFound = "not_found",
        /// The document's `signed_metadata` is not trusted.
        SignatureInvalid = "signature_invalid",
        /// The document is valid, but lacks a requirement of the chosen [`Profile`](crate::Profile).
        ProfileUnmet = "profile_unmet",
        /// A bug in this library. Please report it.
        Internal = "internal",
    }
}
