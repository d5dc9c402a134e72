package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

// WarningKind is what a warning is, for a program. Later versions may add some.
type WarningKind string

const (
	// WarningResourceMissing says that the document has no resource, which
	// https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
	WarningResourceMissing WarningKind = "resource_missing"
	// WarningResourceNotExact says that the document's resource covers what was asked for, but is not identical to it
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	WarningResourceNotExact WarningKind = "resource_not_exact"
	// WarningAuthorizationServersMissing says that the document lists no authorization server.
	WarningAuthorizationServersMissing WarningKind = "authorization_servers_missing"
	// WarningIssuerRootSlash says that the issuer differs by the slash that ends a root URL
	// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
	WarningIssuerRootSlash WarningKind = "issuer_root_slash"
	// WarningContentTypeUnusual is for JSON that is not called exactly application/json.
	WarningContentTypeUnusual WarningKind = "content_type_unusual"
	// WarningPKCES256NotAdvertised is for a server that does not say that it supports PKCE with S256
	// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
	WarningPKCES256NotAdvertised WarningKind = "pkce_s256_not_advertised"
	// WarningResourceNotListed says that the server's protected_resources lacks this resource
	// (https://www.rfc-editor.org/rfc/rfc9728#section-4).
	WarningResourceNotListed WarningKind = "resource_not_listed"
	// WarningChallengeUnusable is for a challenge whose resource_metadata is not an absolute http(s) URL
	// (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
	WarningChallengeUnusable WarningKind = "challenge_unusable"
	// WarningProbeFailed says that the resource itself could not be asked for its challenge.
	WarningProbeFailed WarningKind = "probe_failed"
	// WarningChallengeMalformed is for a WWW-Authenticate field of which a part is malformed and was skipped, or a challenge
	// that repeats a parameter (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
	WarningChallengeMalformed WarningKind = "challenge_malformed"
	// WarningAuthorizationServerUnusable is for a listed authorization server that has no good document; the message says
	// why.
	WarningAuthorizationServerUnusable WarningKind = "authorization_server_unusable"
	// WarningMemberNull is for a registered member that is null, which counts as absent.
	WarningMemberNull WarningKind = "member_null"
)

// Warning is something that a document or a server did against an RFC, or left out, and that was tolerated.
// [WithStrict] turns what an RFC forbids into an error.
type Warning struct {
	Kind WarningKind
	// Message is what was expected and what came, for a person; text from the network is escaped and cut.
	Message string
	// URL is the one concerned; empty where there is none.
	URL string
}

func warnings(count C.size_t, at func(C.size_t) *C.telnyx_warning) []Warning {
	list := make([]Warning, count)
	for i := range list {
		handle := at(C.size_t(i))
		list[i] = Warning{
			Kind:    WarningKind(C.GoString(C.telnyx_warning_kind_str(C.telnyx_warning_kind(handle)))),
			Message: C.GoString(C.telnyx_warning_message(handle)),
			URL:     C.GoString(C.telnyx_warning_url(handle)),
		}
	}
	return list
}
