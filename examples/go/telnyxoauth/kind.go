package telnyxoauth

// Kind is what went wrong, for a program to decide upon. The names are the same in every language. Later versions may
// add some.
type Kind string

const (
	// KindInvalidArgument is for the caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL
	// where a resource is wanted, text that is not UTF-8, an option that cannot be used. Correct the input.
	KindInvalidArgument Kind = "invalid_argument"
	// KindInsecureURL is for http where https is required; see [WithAllowHTTP].
	KindInsecureURL Kind = "insecure_url"
	// KindBlockedAddress is for a URL that a server named and that leads to an address where none may lead.
	KindBlockedAddress Kind = "blocked_address"
	// KindTransport is for a name that could not be resolved, a connection that failed, a peer that hung up, or what is
	// not HTTP.
	KindTransport Kind = "transport"
	// KindTLS is for a TLS handshake that failed, or a certificate that is not trusted.
	KindTLS Kind = "tls"
	// KindTimeout is for a deadline that has passed: the context's, or that of [WithTimeout] or [WithConnectTimeout].
	KindTimeout Kind = "timeout"
	// KindCancelled is for a context that was cancelled.
	KindCancelled Kind = "cancelled"
	// KindRedirectRefused is for a redirect to another origin, too many of them, or one that names no usable target.
	KindRedirectRefused Kind = "redirect_refused"
	// KindHTTPStatus is for a status that is neither success nor a documented error.
	KindHTTPStatus Kind = "http_status"
	// KindOAuthError is for a status of 4xx whose body is an OAuth error.
	KindOAuthError Kind = "oauth_error"
	// KindContentType is for a status of 200 with something that is not JSON, or in a content coding.
	KindContentType Kind = "content_type"
	// KindBodyTooLarge is for a body or a header over its limit.
	KindBodyTooLarge Kind = "body_too_large"
	// KindInvalidJSON is for a body that is not a JSON object.
	KindInvalidJSON Kind = "invalid_json"
	// KindInvalidMetadata is for JSON that is not this document; the message names the member.
	KindInvalidMetadata Kind = "invalid_metadata"
	// KindResourceMismatch is for a document that describes another resource
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	KindResourceMismatch Kind = "resource_mismatch"
	// KindIssuerMismatch is for a document that describes another issuer
	// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
	KindIssuerMismatch Kind = "issuer_mismatch"
	// KindNotFound says that no candidate had a document; [Error.Attempts] lists what was asked.
	KindNotFound Kind = "not_found"
	// KindSignatureInvalid is for signed_metadata that could not be trusted.
	KindSignatureInvalid Kind = "signature_invalid"
	// KindInternal is for a bug in the library. Please report it.
	KindInternal Kind = "internal"
)
