package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "time"

// Option is an option of a [Client], or a rule for validating a [Response]. For an invalid option, [NewClient] returns
// an error that names the option.
type Option func(*settings)

type settings struct {
	handle *C.telnyx_options
	// timeout is the value of WithTimeout; 0 if not set.
	timeout time.Duration
	// err is the first error for input that cannot be passed to the library. The library keeps its own errors.
	err error
}

// newSettings applies options. The caller must free the result.
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

// text passes text to set. If text contains a NUL, it sets s.err instead.
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

// milliseconds rounds up to milliseconds. It returns 0, which the library refuses, for a negative time.
func milliseconds(d time.Duration) C.uint64_t {
	if d <= 0 {
		return 0
	}
	return C.uint64_t((d-1)/time.Millisecond + 1)
}

// WithBaseURL sets the URL whose origin is the resource and the issuer [Telnyx]. The path of the URL is ignored. The
// URL is an absolute https URL, or http on a loopback host. Default: the environment variable TELNYX_BASE_URL, else
// https://api.telnyx.com.
func WithBaseURL(url string) Option {
	return func(s *settings) {
		s.text("base URL", url, func(url *C.char) { C.telnyx_options_set_base_url(s.handle, url) })
	}
}

// WithTimeout sets the deadline of a whole call, including retries and waits: 1 ms to 24 hours. An earlier deadline of
// the context applies instead. Default: the context's deadline, else 30 s.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) {
		s.timeout = timeout
		C.telnyx_options_set_timeout_ms(s.handle, milliseconds(timeout))
	}
}

// WithConnectTimeout sets the deadline of one connection attempt, including name resolution and TLS handshake: 1 ms to
// 24 hours. Default: 5 s.
func WithConnectTimeout(timeout time.Duration) Option {
	return func(s *settings) { C.telnyx_options_set_connect_timeout_ms(s.handle, milliseconds(timeout)) }
}

// WithMaxRetries sets the number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504:
// 0 to 100. The wait is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A Retry-After of up to
// 60 s replaces the wait (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). Default: 2.
func WithMaxRetries(retries uint32) Option {
	return func(s *settings) { C.telnyx_options_set_max_retries(s.handle, C.uint32_t(retries)) }
}

// WithMaxRedirects sets the number of redirects to follow within the same scheme, host and port: 0 to 10. Default: 3.
func WithMaxRedirects(redirects uint32) Option {
	return func(s *settings) { C.telnyx_options_set_max_redirects(s.handle, C.uint32_t(redirects)) }
}

// WithMaxBodyBytes sets the largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
func WithMaxBodyBytes(size uint) Option {
	return func(s *settings) { C.telnyx_options_set_max_body_bytes(s.handle, C.size_t(size)) }
}

// WithCache sets whether the client caches documents in memory while they are fresh
// (https://www.rfc-editor.org/rfc/rfc9111), and whether concurrent calls for one URL share a request. A client caches
// up to 256 documents and 8 MiB, but no errors. Default: true.
func WithCache(cache bool) Option {
	return func(s *settings) { C.telnyx_options_set_cache(s.handle, C.bool(cache)) }
}

// WithUserAgent sets the User-Agent to send, in printable ASCII. Default: "telnyx-oauth/VERSION (go)".
func WithUserAgent(userAgent string) Option {
	return func(s *settings) {
		s.text("user agent", userAgent, func(text *C.char) { C.telnyx_options_set_user_agent(s.handle, text) })
	}
}

// WithCAFile sets a PEM file of CA certificates to trust in addition to the system's store. [NewClient] reads the file.
// The environment variables SSL_CERT_FILE and SSL_CERT_DIR replace the system's store by a file or directories. Without
// these variables and without a system's store, Mozilla's root certificates are used. Default: none.
func WithCAFile(file string) Option {
	return func(s *settings) {
		s.text("CA file", file, func(file *C.char) { C.telnyx_options_set_ca_file(s.handle, file) })
	}
}

// WithResolve sets the address to connect to for a host and port, such as "127.0.0.1" or "::1", like curl's --resolve.
// TLS and the address rules still use the host name of the URL. The option may be repeated; the last address for a host
// and port is used. Default: the system's name resolution.
func WithResolve(host string, port uint16, address string) Option {
	return func(s *settings) {
		s.text("host to resolve", host, func(host *C.char) {
			s.text("address to resolve to", address, func(address *C.char) {
				C.telnyx_options_add_resolve(s.handle, host, C.uint16_t(port), address)
			})
		})
	}
}

// WithProxy sets the http or https URL of a proxy for every request. NO_PROXY is obeyed. "" means no proxy. Default:
// the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
//
// With a proxy, the client checks only literal addresses and localhost names in the URLs of a server. The proxy
// resolves all other names.
func WithProxy(url string) Option {
	return func(s *settings) {
		s.text("proxy", url, func(url *C.char) { C.telnyx_options_set_proxy(s.handle, url) })
	}
}

// WithAllowHTTP allows http to hosts that are not loopback. Attackers on the network path can then read and forge
// responses. Default: false.
func WithAllowHTTP(allow bool) Option {
	return func(s *settings) { C.telnyx_options_set_allow_http(s.handle, C.bool(allow)) }
}

// WithAllowPrivateAddresses lets a server with a public address name private and loopback addresses, in a redirect, a
// challenge or a document. Link-local, unspecified and multicast addresses are always refused. Default: false.
func WithAllowPrivateAddresses(allow bool) Option {
	return func(s *settings) { C.telnyx_options_set_allow_private_addresses(s.handle, C.bool(allow)) }
}

// ResourceMatch decides which documents describe a resource. One trailing slash makes no difference. A resource that
// differs otherwise is accepted only at certain URLs, after redirects: the well-known URL of the requested resource or
// of a parent path. If the request is for an origin's root, the well-known URL of the document's resource is accepted
// too.
type ResourceMatch int32

const (
	// MatchExact requires the document's resource to be identical to the requested resource, code point by code point
	// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
	MatchExact ResourceMatch = C.TELNYX_RESOURCE_MATCH_EXACT
	// MatchCovers requires the same scheme, host and port, and the requested path or a whole-segment prefix. If the
	// request is for an origin's root, any path of that origin is accepted.
	MatchCovers ResourceMatch = C.TELNYX_RESOURCE_MATCH_COVERS
	// MatchSameOrigin requires the same scheme, host and port. For hosts whose paths trust one another.
	MatchSameOrigin ResourceMatch = C.TELNYX_RESOURCE_MATCH_SAME_ORIGIN
)

// WithResourceMatch sets which documents describe a resource. Default: [MatchCovers].
func WithResourceMatch(match ResourceMatch) Option {
	return func(s *settings) { C.telnyx_options_set_resource_match(s.handle, C.int32_t(match)) }
}

// WithStrict makes deviations that an RFC forbids errors instead of warnings. Implies [MatchExact]. Default: false.
func WithStrict(strict bool) Option {
	return func(s *settings) { C.telnyx_options_set_strict(s.handle, C.bool(strict)) }
}

// WithProfile sets the additional requirements of a protocol. The only profile is "mcp": the resource's document must
// list a server, and a server must advertise PKCE with S256. A document that lacks a requirement is a
// [KindProfileUnmet]. Default: none.
func WithProfile(profile string) Option {
	return func(s *settings) {
		s.text("profile", profile, func(profile *C.char) { C.telnyx_options_set_profile(s.handle, profile) })
	}
}

// WithProbe sets how a discovery requests the challenge of the resource. "auto" sends a GET. If the response shows a
// JSON-RPC endpoint, the discovery continues as with "mcp". "mcp" sends a POST of server/discover, and then a POST of
// initialize if the server is older. "get" sends only a GET, and "none" sends no request. Default: "mcp" with the
// profile "mcp", else "auto".
func WithProbe(probe string) Option {
	return func(s *settings) {
		s.text("probe", probe, func(probe *C.char) { C.telnyx_options_set_probe(s.handle, probe) })
	}
}

// WithLegacyOrigin sets whether a discovery uses the resource's origin as the authorization server, as MCP 2025-03-26
// did. The discovery does so only if each well-known URL of the resource answers with a status of 4xx other than 408,
// 425 and 429. [Discovery.ResourceMetadata] is then nil. Default: false.
func WithLegacyOrigin(legacyOrigin bool) Option {
	return func(s *settings) { C.telnyx_options_set_legacy_origin(s.handle, C.bool(legacyOrigin)) }
}

// WithHeader adds a header field for a gateway in front of the resource. Only the origin of the requested resource gets
// the field. The option may be repeated. [NewClient] refuses fields with credentials, and fields that the client sets
// itself. Default: none.
func WithHeader(name, value string) Option {
	return func(s *settings) {
		s.text("name of a header field", name, func(name *C.char) {
			s.text("value of a header field", value, func(value *C.char) {
				C.telnyx_options_add_header(s.handle, name, value)
			})
		})
	}
}

// WithTrustedKeys sets the keys to verify a resource's signed_metadata with
// (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). Its claims then replace the plain members. If signed_metadata is
// missing or not trusted, the error is a [KindSignatureInvalid]. Algorithms: ES256, ES384, RS256, PS256, and EdDSA with
// Ed25519.
//
// jwks is a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). issuer is the only trusted iss; ""
// trusts any issuer. Default: no keys; signed_metadata is not verified.
func WithTrustedKeys(jwks, issuer string) Option {
	return func(s *settings) {
		s.trustedKeys(jwks, issuer, func(jwks, issuer *C.char) {
			C.telnyx_options_set_trusted_keys(s.handle, jwks, issuer)
		})
	}
}

// WithAuthorizationServerTrustedKeys sets the keys to verify an authorization server's signed_metadata with
// (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as [WithTrustedKeys] does for a resource's. Default: no keys;
// signed_metadata is not verified.
func WithAuthorizationServerTrustedKeys(jwks, issuer string) Option {
	return func(s *settings) {
		s.trustedKeys(jwks, issuer, func(jwks, issuer *C.char) {
			C.telnyx_options_set_authorization_server_trusted_keys(s.handle, jwks, issuer)
		})
	}
}

// trustedKeys passes a JWK Set and its issuer in C's form to set. An empty issuer becomes NULL.
func (s *settings) trustedKeys(jwks, issuer string, set func(jwks, issuer *C.char)) {
	s.text("trusted keys", jwks, func(jwks *C.char) {
		if issuer == "" {
			set(jwks, nil)
			return
		}
		s.text("trusted keys' issuer", issuer, func(issuer *C.char) { set(jwks, issuer) })
	})
}
