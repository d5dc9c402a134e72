package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "context"

// Discovery is everything that a token request for a resource needs, with the source of each part.
type Discovery struct {
	// Resource is the requested resource.
	Resource string
	// Challenges are all challenges of the resource, in order.
	Challenges []Challenge
	// Challenge is the challenge with the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1);
	// otherwise the first Bearer or DPoP challenge with a scope; otherwise nil. Its scopes are the scopes to request.
	Challenge *Challenge
	// Via is the way in which the document was found: "challenge", "well_known" or "root". If there is no document, Via
	// is "issuer" or "legacy_origin".
	Via string
	// ResourceMetadataURL is the URL of the resource's document, after redirects; empty if there is no document.
	ResourceMetadataURL string
	// ResourceMetadata is the resource's document; nil if there is no document, as with [WithIssuer] or
	// [WithLegacyOrigin].
	ResourceMetadata *ResourceMetadata
	// AuthorizationServers are the listed authorization servers, in the document's order. The server of [WithIssuer]
	// comes first. If Via is "legacy_origin", the list has one server: the origin of the resource.
	AuthorizationServers []DiscoveredServer
	// Warnings are the tolerated deviations, including those of the servers' documents.
	Warnings []Warning
	// Attempts are the requests of the discovery, sent or answered from the cache, in order.
	Attempts []Attempt

	json string
}

// DiscoveredServer is an authorization server that a resource's document lists, with either its metadata or an error.
type DiscoveredServer struct {
	// Issuer is the issuer as the resource's document spells it. The server's own spelling is
	// [AuthorizationServerMetadata.Issuer].
	Issuer string
	// MetadataURL is the URL of the server's document, after redirects; empty if no document was found.
	MetadataURL string
	// Metadata is the server's document; nil if Err is set.
	Metadata *AuthorizationServerMetadata
	// Err is the reason why Metadata is nil; nil if Metadata is set.
	Err *Error
	// Attempts are the attempts to find the document. They are also among [Discovery.Attempts].
	Attempts []Attempt
}

// DiscoverOption is an option of one discovery.
type DiscoverOption func(*discoverSettings)

type discoverSettings struct {
	// issuer is the value of WithIssuer; nil if not set.
	issuer *string
}

// WithIssuer sets the authorization server to use. The resource's document need not list this server. No other server
// replaces it: if the server fails, the call fails with that error. The call then also succeeds if the resource has no
// document ([Discovery.Via] is "issuer"), or if its document lists no server.
//
// The issuer is an absolute https URL without a query, or http on a loopback host. Any other issuer is a
// [KindInvalidArgument] or [KindInsecureURL] of the call. Default: the servers that the document lists.
func WithIssuer(issuer string) DiscoverOption {
	return func(s *discoverSettings) { s.issuer = &issuer }
}

// Discover calls [Client.Discover] of a client with the default options that the whole process shares.
func Discover(
	ctx context.Context, resource string, wwwAuthenticate []string, options ...DiscoverOption,
) (*Discovery, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.Discover(ctx, resource, wwwAuthenticate, options...)
}

// Discover finds everything that a token request for a resource needs: the resource's challenge, the resource's
// document, and the document of each listed authorization server
// (https://www.rfc-editor.org/rfc/rfc9728#section-5).
//
// The resource_metadata URL of a challenge is authoritative: no other URL is tried. Without it, the well-known URL of
// the resource is requested, and then the well-known URL of the resource's origin. An invalid document ends the call.
// The call succeeds if the resource's document is found. See [WithIssuer] and [WithLegacyOrigin] for a resource without
// a document. The failure of an authorization server is part of the result.
//
// The resource is an absolute https URL, or http on a loopback host, or [Telnyx].
//
// wwwAuthenticate are the WWW-Authenticate field lines of a response from the resource, such as the result of
// response.Header.Values("WWW-Authenticate"). An empty list means that the response had no such field. If
// wwwAuthenticate is nil, the client probes the resource without credentials while it fetches the document. If the
// probe fails, or takes longer than 5 s or a third of the timeout, the discovery continues with [WarningProbeFailed].
//
// The error is an [*Error] of any kind. It is a [KindNotFound] if no URL has a document. [Error.Attempts] lists the
// requests.
func (c *Client) Discover(
	ctx context.Context, resource string, wwwAuthenticate []string, options ...DiscoverOption,
) (*Discovery, error) {
	var settings discoverSettings
	for _, option := range options {
		option(&settings)
	}
	input, err := toCOrNull("resource", resource)
	if err != nil {
		return nil, err
	}
	defer free(input)
	lines, freeLines, err := toCList("WWW-Authenticate", wwwAuthenticate)
	if err != nil {
		return nil, err
	}
	defer freeLines()
	var issuer *C.char
	if settings.issuer != nil {
		if issuer, err = toC("issuer", *settings.issuer); err != nil {
			return nil, err
		}
		defer free(issuer)
	}
	var found *C.telnyx_discovery
	var failure *C.telnyx_error
	err = c.during(ctx, func(client *C.telnyx_client, call *C.telnyx_call) {
		if issuer != nil {
			C.telnyx_call_set_issuer(call, issuer)
		}
		count := C.size_t(len(wwwAuthenticate))
		C.telnyx_client_discover(client, input, lines, count, call, &found, &failure)
	})
	if err != nil {
		return nil, err
	}
	if failure != nil {
		return nil, takeError(failure)
	}
	defer C.telnyx_discovery_free(found)
	return copyDiscovery(found)
}

// AuthorizationServer returns the metadata of the first listed server with valid metadata, or nil.
func (d *Discovery) AuthorizationServer() *AuthorizationServerMetadata {
	for _, server := range d.AuthorizationServers {
		if server.Metadata != nil {
			return server.Metadata
		}
	}
	return nil
}

// MarshalJSON returns the JSON that the command line prints. Changes to the fields have no effect on it.
func (d *Discovery) MarshalJSON() ([]byte, error) {
	return []byte(d.json), nil
}

func copyDiscovery(handle *C.telnyx_discovery) (*Discovery, error) {
	discovery := &Discovery{
		Resource:             C.GoString(C.telnyx_discovery_resource(handle)),
		Challenges:           make([]Challenge, C.telnyx_discovery_challenges_count(handle)),
		Challenge:            copyChallenge(C.telnyx_discovery_challenge(handle)),
		Via:                  C.GoString(C.telnyx_discovery_via(handle)),
		ResourceMetadataURL:  C.GoString(C.telnyx_discovery_resource_metadata_url(handle)),
		AuthorizationServers: make([]DiscoveredServer, C.telnyx_discovery_authorization_servers_count(handle)),
		Warnings: warnings(C.telnyx_discovery_warnings_count(handle), func(i C.size_t) *C.telnyx_warning {
			return C.telnyx_discovery_warnings_at(handle, i)
		}),
		Attempts: attempts(C.telnyx_discovery_attempts_count(handle), func(i C.size_t) *C.telnyx_attempt {
			return C.telnyx_discovery_attempts_at(handle, i)
		}),
		json: C.GoString(C.telnyx_discovery_to_json(handle)),
	}
	if document := C.telnyx_discovery_resource_metadata(handle); document != nil {
		metadata, err := takeResourceMetadata(C.telnyx_resource_metadata_clone(document))
		if err != nil {
			return nil, err
		}
		discovery.ResourceMetadata = metadata
	}
	for i := range discovery.Challenges {
		discovery.Challenges[i] = *copyChallenge(C.telnyx_discovery_challenges_at(handle, C.size_t(i)))
	}
	for i := range discovery.AuthorizationServers {
		server, err := copyServer(C.telnyx_discovery_authorization_servers_at(handle, C.size_t(i)))
		if err != nil {
			return nil, err
		}
		discovery.AuthorizationServers[i] = server
	}
	return discovery, nil
}

func copyServer(handle *C.telnyx_discovered_server) (server DiscoveredServer, err error) {
	server = DiscoveredServer{
		Issuer:      C.GoString(C.telnyx_discovered_server_issuer(handle)),
		MetadataURL: C.GoString(C.telnyx_discovered_server_metadata_url(handle)),
		Attempts: attempts(C.telnyx_discovered_server_attempts_count(handle), func(i C.size_t) *C.telnyx_attempt {
			return C.telnyx_discovered_server_attempts_at(handle, i)
		}),
	}
	if failure := C.telnyx_discovered_server_error(handle); failure != nil {
		server.Err = copyError(failure)
	}
	if metadata := C.telnyx_discovered_server_metadata(handle); metadata != nil {
		server.Metadata, err = copyAuthorizationServerMetadata(metadata)
	}
	return server, err
}
