package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "context"

// Discovery is everything that is needed to ask for a token for a resource, and where each part came from.
type Discovery struct {
	// Resource is the resource as it was asked for.
	Resource string
	// Challenge is the one that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1); its
	// scopes say what to ask for. nil where there is none.
	Challenge *Challenge
	// ResourceMetadataURL is where the resource's document was found, after redirects.
	ResourceMetadataURL string
	// ResourceMetadata is the resource's document.
	ResourceMetadata *ResourceMetadata
	// AuthorizationServers are those that the document lists, in its order.
	AuthorizationServers []DiscoveredServer
	// Warnings are about what was tolerated, in the documents of the servers too.
	Warnings []Warning
	// Attempts are the requests that were sent, or spared by the cache, in the order asked.
	Attempts []Attempt

	json string
}

// DiscoveredServer is an authorization server that a resource's document lists, and what became of the search for its
// metadata: it has metadata or an error.
type DiscoveredServer struct {
	// Issuer is the issuer as it is listed. What the server calls itself is [AuthorizationServerMetadata.Issuer].
	Issuer string
	// MetadataURL is where its document was found, after redirects; empty where none was found.
	MetadataURL string
	// Metadata is its document; nil where there is an error instead.
	Metadata *AuthorizationServerMetadata
	// Err is why there is no document; nil where there is one.
	Err *Error
	// Attempts are those to find the document. They are among [Discovery.Attempts] too.
	Attempts []Attempt
}

// Discover is [Client.Discover] with a client that the whole process shares, which has the default options.
func Discover(ctx context.Context, resource string, wwwAuthenticate []string) (*Discovery, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.Discover(ctx, resource, wwwAuthenticate)
}

// Discover finds everything that is needed to ask for a token for a resource: its challenge, its document, and the
// document of each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
//
// A challenge's resource_metadata is authoritative: what it leads to is the answer. Without one, the document is looked
// for at its own URL, and then at the origin's. A bad document ends the search; nothing is guessed. The call succeeds
// where the resource's document was found; each server's failure is its own, in the result.
//
// The resource is an absolute https URL, or http on a loopback host, or [Telnyx]. wwwAuthenticate are the field lines
// of the WWW-Authenticate that the caller has got from the resource, such as response.Header.Values("WWW-Authenticate")
// returns; a list that is empty and not nil says that there was none. nil: the resource is asked, without credentials,
// at the same time as its document; where that fails, or takes longer than 5 s or a third of the time, the discovery
// goes on with [WarningProbeFailed].
//
// The error is an [*Error]: a [KindNotFound] where no candidate had a document, or what else stopped the search;
// [Error.Attempts] lists what was asked.
func (c *Client) Discover(ctx context.Context, resource string, wwwAuthenticate []string) (*Discovery, error) {
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
	var found *C.telnyx_discovery
	var failure *C.telnyx_error
	err = c.during(ctx, func(client *C.telnyx_client, call *C.telnyx_call) {
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

// AuthorizationServer returns the metadata of the first listed server that has any; nil where none has.
func (d *Discovery) AuthorizationServer() *AuthorizationServerMetadata {
	for _, server := range d.AuthorizationServers {
		if server.Metadata != nil {
			return server.Metadata
		}
	}
	return nil
}

// MarshalJSON returns the discovery as the command line prints it, whatever has been done to this copy.
func (d *Discovery) MarshalJSON() ([]byte, error) {
	return []byte(d.json), nil
}

func copyDiscovery(handle *C.telnyx_discovery) (*Discovery, error) {
	document := C.telnyx_resource_metadata_clone(C.telnyx_discovery_resource_metadata(handle))
	metadata, err := takeResourceMetadata(document)
	if err != nil {
		return nil, err
	}
	discovery := &Discovery{
		Resource:             C.GoString(C.telnyx_discovery_resource(handle)),
		Challenge:            copyChallenge(C.telnyx_discovery_challenge(handle)),
		ResourceMetadataURL:  C.GoString(C.telnyx_discovery_resource_metadata_url(handle)),
		ResourceMetadata:     metadata,
		AuthorizationServers: make([]DiscoveredServer, C.telnyx_discovery_authorization_servers_count(handle)),
		Warnings: warnings(C.telnyx_discovery_warnings_count(handle), func(i C.size_t) *C.telnyx_warning {
			return C.telnyx_discovery_warnings_at(handle, i)
		}),
		Attempts: attempts(C.telnyx_discovery_attempts_count(handle), func(i C.size_t) *C.telnyx_attempt {
			return C.telnyx_discovery_attempts_at(handle, i)
		}),
		json: C.GoString(C.telnyx_discovery_to_json(handle)),
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
