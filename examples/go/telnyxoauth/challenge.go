package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

// Challenge is one challenge of a WWW-Authenticate header field
// (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
type Challenge struct {
	// Scheme is the authentication scheme in lower case, such as "bearer".
	Scheme string
	// Params are the parameters, with names in lower case. If a name occurs twice, the first value is used.
	Params map[string]string
	// Token68 is the token68 value, which some schemes have instead of parameters; empty if absent.
	Token68 string
	// ResourceMetadata is the resource_metadata parameter (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), not
	// validated; empty if absent.
	ResourceMetadata string
	// Scope are the values of the scope parameter (https://www.rfc-editor.org/rfc/rfc6750#section-3): the scopes to
	// request. nil if the parameter is absent.
	Scope []string
}

// ParseChallenges parses the challenges of all WWW-Authenticate field lines, such as the result of http.Header's
// Values. Each line is parsed separately, so that a malformed line hides no other line. A malformed part is skipped up
// to the next comma outside quotes. No request is sent.
//
// The error is a [KindInvalidArgument] if a line is not UTF-8 or contains a NUL.
func ParseChallenges(wwwAuthenticate []string) ([]Challenge, error) {
	lines, freeLines, err := toCList("WWW-Authenticate", wwwAuthenticate)
	if err != nil {
		return nil, err
	}
	defer freeLines()
	var found *C.telnyx_challenges
	var failure *C.telnyx_error
	if C.telnyx_parse_challenges(lines, C.size_t(len(wwwAuthenticate)), &found, &failure) != C.TELNYX_STATUS_OK {
		return nil, takeError(failure)
	}
	defer C.telnyx_challenges_free(found)
	list := make([]Challenge, C.telnyx_challenges_count(found))
	for i := range list {
		list[i] = *copyChallenge(C.telnyx_challenges_at(found, C.size_t(i)))
	}
	return list, nil
}

// copyChallenge copies a challenge. It returns nil for NULL.
func copyChallenge(handle *C.telnyx_challenge) *Challenge {
	if handle == nil {
		return nil
	}
	challenge := &Challenge{
		Scheme:           C.GoString(C.telnyx_challenge_scheme(handle)),
		Params:           map[string]string{},
		Token68:          C.GoString(C.telnyx_challenge_token68(handle)),
		ResourceMetadata: C.GoString(C.telnyx_challenge_resource_metadata(handle)),
	}
	for i := C.size_t(0); i < C.telnyx_challenge_params_count(handle); i++ {
		name := C.GoString(C.telnyx_challenge_params_name_at(handle, i))
		challenge.Params[name] = C.GoString(C.telnyx_challenge_params_value_at(handle, i))
	}
	if C.telnyx_challenge_has_scope(handle) {
		challenge.Scope = fromC(C.telnyx_challenge_scope_count(handle), func(i C.size_t) *C.char {
			return C.telnyx_challenge_scope_at(handle, i)
		})
	}
	return challenge
}
