package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"net/netip"
)

// Vet calls [Client.Vet] of a client with the default options that the whole process shares.
func Vet(ctx context.Context, url, from string) ([]netip.Addr, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.Vet(ctx, url, from)
}

// Vet returns the addresses to which an HTTP client may connect for url, an endpoint in the document from the URL from.
// The list is never empty. The rules are those for URLs that servers name: url must not lead to a less public address
// than from does, nor to a link-local one. No request is sent; a name is looked up.
//
// Use it for token, registration and other endpoints. Connect to these addresses only, as with a DialContext of
// [net/http.Transport], because the name may lead elsewhere later. Follow no redirects.
//
// url is an https URL, or http if both URLs have a loopback host. from is the URL of the document, such as
// [DiscoveredServer.MetadataURL].
//
// The error is a [KindBlockedAddress] if no address is allowed, a [KindInsecureURL] for http, and a [KindTransport] if
// the name cannot be resolved. It is a [KindInvalidArgument] if url or from is invalid, or if a proxy takes the requests
// for url, because the proxy resolves the name.
func (c *Client) Vet(ctx context.Context, url, from string) ([]netip.Addr, error) {
	endpoint, err := toC("url", url)
	if err != nil {
		return nil, err
	}
	defer free(endpoint)
	document, err := toC("from", from)
	if err != nil {
		return nil, err
	}
	defer free(document)
	var found *C.telnyx_strings
	var failure *C.telnyx_error
	err = c.during(ctx, func(client *C.telnyx_client, call *C.telnyx_call) {
		C.telnyx_client_vet(client, endpoint, document, call, &found, &failure)
	})
	if err != nil {
		return nil, err
	}
	if failure != nil {
		return nil, takeError(failure)
	}
	defer C.telnyx_strings_free(found)
	addresses := make([]netip.Addr, C.telnyx_strings_count(found))
	for i := range addresses {
		addresses[i] = netip.MustParseAddr(C.GoString(C.telnyx_strings_at(found, C.size_t(i))))
	}
	return addresses, nil
}
