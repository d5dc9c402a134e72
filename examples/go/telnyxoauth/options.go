package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "time"

// Option is a setting of a [Client], or of how a response is judged. What is not set has its default; what cannot be
// used is an error of [NewClient], which names it.
type Option func(*settings)

type settings struct {
	handle *C.telnyx_options
	// timeout is that of WithTimeout; 0 where it was not set.
	timeout time.Duration
	// err is the first refusal of what cannot be handed to the library. The library remembers its own.
	err error
}

// newSettings applies options. They have to be freed.
func newSettings(options []Option) (*settings, error) {
	s := &settings{handle: C.telnyx_options_new()}
	WithUserAgent("telnyx-oauth/" + Version() + " (go)")(s)
	for _, option := range options {
		option(s)
	}
	if s.err != nil {
		s.free()
		return nil, s.err
	}
	return s, nil
}

func (s *settings) free() {
	C.telnyx_options_free(s.handle)
}

// text hands text to set, unless it has a NUL.
func (s *settings) text(option, text string, set func(*C.char)) {
	input, err := toC(option, text)
	if err != nil {
		if s.err == nil {
			s.err = err
		}
		return
	}
	defer free(input)
	set(input)
}

// milliseconds rounds up, and makes what is negative 0, which the library refuses.
func milliseconds(d time.Duration) C.uint64_t {
	if d <= 0 {
		return 0
	}
	return C.uint64_t((d-1)/time.Millisecond + 1)
}

// WithBaseURL sets the URL whose origin is asked for where a call is for [Telnyx]. Its path does not count, as the
// documents are at the server's root. It is an absolute https URL, or http on a loopback host. Default: the environment
// variable TELNYX_BASE_URL, else https://api.telnyx.com.
func WithBaseURL(url string) Option {
	return func(s *settings) {
		s.text("base URL", url, func(url *C.char) { C.telnyx_options_set_base_url(s.handle, url) })
	}
}

// WithTimeout sets the time that a whole call may take, retries and waits included: 1 ms to 24 hours. A context's
// deadline counts where it is the earlier one. Default: 30 s, or the context's deadline where it has one.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) {
		s.timeout = timeout
		C.telnyx_options_set_timeout_ms(s.handle, milliseconds(timeout))
	}
}

// WithConnectTimeout sets the time that one connection may take, name look-up and TLS handshake included: 1 ms to
// 24 hours. Default: 5 s.
func WithConnectTimeout(timeout time.Duration) Option {
	return func(s *settings) { C.telnyx_options_set_connect_timeout_ms(s.handle, milliseconds(timeout)) }
}

// WithMaxRetries sets how often a request is sent again after a transport error or a status of 408, 425, 429, 500, 502,
// 503 or 504. The waits are 0.5 s, doubling to 8 s, with jitter, or what Retry-After asks for, up to 60 s
// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). 0 to 100, default: 2.
func WithMaxRetries(retries uint32) Option {
	return func(s *settings) { C.telnyx_options_set_max_retries(s.handle, C.uint32_t(retries)) }
}

// WithMaxRedirects sets how many redirects are followed, each to the same scheme, host and port only; 0 to 10. Default:
// 3.
func WithMaxRedirects(redirects uint32) Option {
	return func(s *settings) { C.telnyx_options_set_max_redirects(s.handle, C.uint32_t(redirects)) }
}

// WithMaxBodyBytes sets the size of the largest document that is read, in bytes: at most 1 GiB. Default: 1 MiB.
func WithMaxBodyBytes(size uint) Option {
	return func(s *settings) { C.telnyx_options_set_max_body_bytes(s.handle, C.size_t(size)) }
}

// WithCache sets whether documents are kept in memory for as long as their servers say that they are fresh
// (https://www.rfc-editor.org/rfc/rfc9111), and concurrent calls for one URL share one request. Up to 256 documents and
// 8 MiB are kept in a client; errors are not. Default: true.
func WithCache(cache bool) Option {
	return func(s *settings) { C.telnyx_options_set_cache(s.handle, C.bool(cache)) }
}

// WithUserAgent sets the User-Agent to send, in printable ASCII. Default: "telnyx-oauth/VERSION (go)".
func WithUserAgent(userAgent string) Option {
	return func(s *settings) {
		s.text("user agent", userAgent, func(text *C.char) { C.telnyx_options_set_user_agent(s.handle, text) })
	}
}

// WithCAFile sets a PEM file of CA certificates to trust besides the system's; it is read when a client is made. The
// environment variables SSL_CERT_FILE and SSL_CERT_DIR name a file or directories in the place of the system's store;
// where there is neither, it is Mozilla's roots. Default: none.
func WithCAFile(file string) Option {
	return func(s *settings) {
		s.text("CA file", file, func(file *C.char) { C.telnyx_options_set_ca_file(s.handle, file) })
	}
}

// WithResolve connects to an address, such as "127.0.0.1" or "::1", for a host and a port, as curl's --resolve; the
// name in the URL still counts for TLS and for what is judged. May be given several times; a later one wins. Default:
// the system's name resolution.
func WithResolve(host string, port uint16, address string) Option {
	return func(s *settings) {
		s.text("host to resolve", host, func(host *C.char) {
			s.text("address to resolve to", address, func(address *C.char) {
				C.telnyx_options_add_resolve(s.handle, host, C.uint16_t(port), address)
			})
		})
	}
}

// WithProxy sets a proxy for every request, an http or https URL; NO_PROXY is obeyed. "" means no proxy. Behind a proxy
// only literal addresses and localhost names can be checked for where a server's URLs may lead: the proxy takes over
// the rest. Default: what the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY say.
func WithProxy(url string) Option {
	return func(s *settings) {
		s.text("proxy", url, func(url *C.char) { C.telnyx_options_set_proxy(s.handle, url) })
	}
}

// WithAllowHTTP allows http to hosts that are not loopback: anybody on the way can then read and forge what is found.
// Default: false.
func WithAllowHTTP(allow bool) Option {
	return func(s *settings) { C.telnyx_options_set_allow_http(s.handle, C.bool(allow)) }
}

// WithAllowPrivateAddresses lets a server on a public address name private and loopback ones, in a redirect, a
// challenge or a document. Link-local, unspecified and multicast addresses stay refused. Default: false.
func WithAllowPrivateAddresses(allow bool) Option {
	return func(s *settings) { C.telnyx_options_set_allow_private_addresses(s.handle, C.bool(allow)) }
}

// ResourceMatch says which documents describe a resource. What is not identical, but for one trailing slash, counts
// under every policy only where the document was found on the resource's own origin at
// /.well-known/oauth-protected-resource or below it.
type ResourceMatch int32

const (
	// MatchExact wants the document's resource identical to the one asked for, code point by code point
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	MatchExact ResourceMatch = C.TELNYX_RESOURCE_MATCH_EXACT
	// MatchCovers wants the same scheme, host and port, and the path asked for or a whole-segment prefix of it; where
	// an origin's root was asked for, any path of that origin.
	MatchCovers ResourceMatch = C.TELNYX_RESOURCE_MATCH_COVERS
	// MatchSameOrigin wants the same scheme, host and port: for hosts whose paths trust one another.
	MatchSameOrigin ResourceMatch = C.TELNYX_RESOURCE_MATCH_SAME_ORIGIN
)

// WithResourceMatch sets which documents describe a resource. Default: [MatchCovers].
func WithResourceMatch(match ResourceMatch) Option {
	return func(s *settings) { C.telnyx_options_set_resource_match(s.handle, C.int32_t(match)) }
}

// WithStrict turns what an RFC forbids into an error where it would be a warning; implies [MatchExact]. Default: false.
func WithStrict(strict bool) Option {
	return func(s *settings) { C.telnyx_options_set_strict(s.handle, C.bool(strict)) }
}

// WithTrustedKeys sets the keys to verify a resource's signed_metadata with
// (https://www.rfc-editor.org/rfc/rfc9728#section-2.2): its claims then count in the place of the plain members, and
// one that cannot be trusted is a [KindSignatureInvalid]. ES256, ES384, RS256, PS256 and EdDSA with Ed25519.
//
// jwks is a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5), issuer the only iss that is trusted;
// "": any. Default: none; signed_metadata is passed through unverified.
func WithTrustedKeys(jwks, issuer string) Option {
	return func(s *settings) {
		s.text("trusted keys", jwks, func(jwks *C.char) {
			if issuer == "" {
				C.telnyx_options_set_trusted_keys(s.handle, jwks, nil)
				return
			}
			s.text("trusted keys' issuer", issuer, func(issuer *C.char) {
				C.telnyx_options_set_trusted_keys(s.handle, jwks, issuer)
			})
		})
	}
}
