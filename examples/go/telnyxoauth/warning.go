package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

// WarningKind is the kind of a warning, for programs. Later versions may add kinds.
type WarningKind string

const (
	// WarningResourceMissing means that the document lacks resource, which
	// https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
	WarningResourceMissing WarningKind = "resource_missing"
	// WarningResourceNotExact means that the document's resource covers the requested one, but is not identical
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	WarningResourceNotExact WarningKind = "resource_not_exact"
	// WarningAuthorizationServersMissing means that the document lists no authorization server.
	WarningAuthorizationServersMissing WarningKind = "authorization_servers_missing"
	// WarningIssuerRootSlash means that the issuer differs only by the trailing slash of a root URL
	// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
	WarningIssuerRootSlash WarningKind = "issuer_root_slash"
	// WarningContentTypeUnusual means that the content type is JSON, but not exactly application/json.
	WarningContentTypeUnusual WarningKind = "content_type_unusual"
	// WarningPKCES256NotAdvertised means that the server's document does not list PKCE with S256
	// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
	WarningPKCES256NotAdvertised WarningKind = "pkce_s256_not_advertised"
	// WarningResourceNotListed means that the server's protected_resources does not list this resource
	// (https://www.rfc-editor.org/rfc/rfc9728#section-4).
	WarningResourceNotListed WarningKind = "resource_not_listed"
	// WarningChallengeUnusable means that the resource_metadata of a challenge is not an absolute http(s) URL
	// (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
	WarningChallengeUnusable WarningKind = "challenge_unusable"
	// WarningProbeFailed means that the probe of the resource for its challenge failed.
	WarningProbeFailed WarningKind = "probe_failed"
	// WarningChallengeMalformed means that a part of a WWW-Authenticate field is malformed and was skipped, or that a
	// challenge repeats a parameter (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
	WarningChallengeMalformed WarningKind = "challenge_malformed"
	// WarningAuthorizationServerUnusable means that a listed authorization server has no valid document. The message
	// gives the reason.
	WarningAuthorizationServerUnusable WarningKind = "authorization_server_unusable"
	// WarningMemberNull means that a registered member is null and is treated as absent.
	WarningMemberNull WarningKind = "member_null"
	// WarningProbeInconclusive means that the resource may have a challenge for another method. The probe brought no
	// challenge and ended with a status of 404, 405 or 406, or with a redirect that was not followed. The document is not
	// exactly about the resource.
	WarningProbeInconclusive WarningKind = "probe_inconclusive"
)

// Warning is a tolerated deviation of a document or a server from an RFC. With [WithStrict], deviations that an RFC
// forbids are errors.
type Warning struct {
	Kind WarningKind
	// Message gives the expected and the actual value, for people. Text from the network is escaped and truncated.
	Message string
	// URL is the URL of the document or the server; otherwise empty.
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
