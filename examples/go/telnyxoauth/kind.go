package telnyxoauth

// Kind is the kind of an error, for programs. The names are the same in every language. Later versions may add kinds.
type Kind string

const (
	// KindInvalidArgument means that the caller's input is invalid. Examples: a URL that is not an absolute http(s) URL,
	// a fragment, userinfo, a metadata URL instead of a resource, text that is not UTF-8, an invalid option. Correct
	// the input.
	KindInvalidArgument Kind = "invalid_argument"
	// KindInsecureURL means that the URL is http, but https is required; see [WithAllowHTTP].
	KindInsecureURL Kind = "insecure_url"
	// KindBlockedAddress means that a server supplied a URL with a forbidden address, such as a private one.
	KindBlockedAddress Kind = "blocked_address"
	// KindTransport means that name resolution failed, the connection failed, the peer closed the connection, or the
	// response is not HTTP.
	KindTransport Kind = "transport"
	// KindTLS means that the TLS handshake failed or the certificate is not trusted.
	KindTLS Kind = "tls"
	// KindTimeout means that the deadline of the context, [WithTimeout] or [WithConnectTimeout] passed.
	KindTimeout Kind = "timeout"
	// KindCancelled means that the context was cancelled.
	KindCancelled Kind = "cancelled"
	// KindRedirectRefused means that a redirect leads to another origin or has no usable target, or that the limit on
	// redirects is exceeded.
	KindRedirectRefused Kind = "redirect_refused"
	// KindHTTPStatus means that the status is neither success nor a documented error.
	KindHTTPStatus Kind = "http_status"
	// KindOAuthError means that the response is a 4xx with an OAuth error in the body.
	KindOAuthError Kind = "oauth_error"
	// KindContentType means that the status is 200, but the body is not JSON or has a content coding.
	KindContentType Kind = "content_type"
	// KindBodyTooLarge means that the body or the header section exceeds the size limit.
	KindBodyTooLarge Kind = "body_too_large"
	// KindInvalidJSON means that the body is not a JSON object.
	KindInvalidJSON Kind = "invalid_json"
	// KindInvalidMetadata means that the body is JSON, but not a valid document of this kind. The message names the
	// member.
	KindInvalidMetadata Kind = "invalid_metadata"
	// KindResourceMismatch means that the document describes another resource
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	KindResourceMismatch Kind = "resource_mismatch"
	// KindIssuerMismatch means that the document describes another issuer
	// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
	KindIssuerMismatch Kind = "issuer_mismatch"
	// KindNotFound means that no URL has a document. [Error.Attempts] lists the requested URLs.
	KindNotFound Kind = "not_found"
	// KindSignatureInvalid means that signed_metadata is invalid or not signed by a trusted key.
	KindSignatureInvalid Kind = "signature_invalid"
	// KindProfileUnmet means that the document is valid, but lacks a requirement of the profile; see [WithProfile].
	KindProfileUnmet Kind = "profile_unmet"
	// KindInternal means a bug in the library. Please report it.
	KindInternal Kind = "internal"
)
