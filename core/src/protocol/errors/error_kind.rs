use super::vocabulary::vocabulary;

vocabulary! {
    /// The kind of an [`Error`](crate::Error). The names are the same in every language and on the command line.
    ErrorKind {
        /// The caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a resource is
        /// wanted, an option that contradicts itself. Correct the input.
        InvalidArgument = "invalid_argument",
        /// http where https is required. Ask for the https URL, or allow http with
        /// [`ClientBuilder::allow_http`](crate::ClientBuilder::allow_http).
        InsecureUrl = "insecure_url",
        /// A URL that a server supplied leads to an address where no such URL may lead.
        BlockedAddress = "blocked_address",
        /// The name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP.
        Transport = "transport",
        /// The TLS handshake failed or the certificate is not trusted.
        Tls = "tls",
        /// The deadline passed ([`ClientBuilder::timeout`](crate::ClientBuilder::timeout), or its `connect_timeout`).
        Timeout = "timeout",
        /// The caller cancelled through a [`CancelToken`](crate::CancelToken).
        Cancelled = "cancelled",
        /// A redirect to another origin, too many of them, or one that names no usable target.
        RedirectRefused = "redirect_refused",
        /// A status that is neither success nor a documented error.
        HttpStatus = "http_status",
        /// A 4xx whose body is an OAuth error: see [`Error::error`](crate::Error::error).
        OauthError = "oauth_error",
        /// Status 200, but not JSON, or in a content coding.
        ContentType = "content_type",
        /// The body or the header is over its limit.
        BodyTooLarge = "body_too_large",
        /// The body is not a JSON object.
        InvalidJson = "invalid_json",
        /// The body is JSON, but not this document.
        InvalidMetadata = "invalid_metadata",
        /// The document describes another resource ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
        ResourceMismatch = "resource_mismatch",
        /// The document describes another issuer ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
        IssuerMismatch = "issuer_mismatch",
        /// No candidate had a document: [`Error::attempts`](crate::Error::attempts) lists them.
        NotFound = "not_found",
        /// The document's `signed_metadata` could not be trusted.
        SignatureInvalid = "signature_invalid",
        /// A bug in this library. Please report it.
        Internal = "internal",
    }
}
