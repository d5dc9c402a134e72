package telnyxoauth_test

import (
	"context"
	"net/netip"
	"testing"
	"time"

	"telnyx-oauth/telnyxoauth"
)

const (
	publicDocument   = "https://as.example/metadata"
	loopbackDocument = "https://127.0.0.1/metadata"
)

// publicClient returns a client that knows the public address of as.example.
func publicClient(t *testing.T, options ...telnyxoauth.Option) *telnyxoauth.Client {
	t.Helper()
	return direct(t, append(options, telnyxoauth.WithResolve("as.example", 443, "1.1.1.1"))...)
}

func TestAnEndpointHasTheAllowedAddresses(t *testing.T) {
	client := publicClient(t)
	for _, each := range []struct {
		url, from string
		addresses []string
	}{
		{"https://8.8.8.8/token", publicDocument, []string{"8.8.8.8"}},
		{"https://[2606:4700:4700::1111]/token", publicDocument, []string{"2606:4700:4700::1111"}},
		{"https://as.example/token", publicDocument, []string{"1.1.1.1"}},
		{"https://localhost/token", loopbackDocument, []string{"127.0.0.1", "::1"}},
	} {
		found, err := client.Vet(context.Background(), each.url, each.from)
		must(t, err)
		expected := []netip.Addr{}
		for _, address := range each.addresses {
			expected = append(expected, netip.MustParseAddr(address))
		}
		same(t, found, expected)
	}
}

func TestAnEndpointOfADiscoveryIsVetted(t *testing.T) {
	place := startSandbox(t)
	client := place.client(t)
	ctx := context.Background()
	found, err := client.Discover(ctx, place.HTTPS, nil)
	must(t, err)
	server := found.AuthorizationServers[0]
	addresses, err := client.Vet(ctx, server.Metadata.TokenEndpoint, server.MetadataURL)
	must(t, err)
	same(t, addresses, []netip.Addr{netip.MustParseAddr("127.0.0.1")})
}

func TestVetRefusesAnEndpoint(t *testing.T) {
	client := publicClient(t)
	for _, each := range []struct {
		url, from string
		kind      telnyxoauth.Kind
	}{
		{"https://127.0.0.1/token", publicDocument, telnyxoauth.KindBlockedAddress},
		{"https://localhost/token", publicDocument, telnyxoauth.KindBlockedAddress},
		{"https://10.0.0.1/token", publicDocument, telnyxoauth.KindBlockedAddress},
		{"https://169.254.169.254/token", loopbackDocument, telnyxoauth.KindBlockedAddress},
		{"http://as.example/token", publicDocument, telnyxoauth.KindInsecureURL},
		{"/token", publicDocument, telnyxoauth.KindInvalidArgument},
		{"", publicDocument, telnyxoauth.KindInvalidArgument},
		{"https://as.example/token", "metadata", telnyxoauth.KindInvalidArgument},
		{"https://as.example\x00/token", publicDocument, telnyxoauth.KindInvalidArgument},
		{"https://as.example/token", publicDocument + "\x00", telnyxoauth.KindInvalidArgument},
	} {
		_, err := client.Vet(context.Background(), each.url, each.from)
		if kind(t, err) != each.kind {
			t.Errorf("%q from %q: %v", each.url, each.from, err)
		}
	}
	_, err := publicClient(t, telnyxoauth.WithAllowPrivateAddresses(true)).Vet(
		context.Background(), "https://10.0.0.1/token", publicDocument)
	must(t, err)
}

func TestVetIsRefusedBehindAProxy(t *testing.T) {
	client, err := telnyxoauth.NewClient(telnyxoauth.WithProxy("http://127.0.0.1:9"))
	must(t, err)
	defer client.Close()
	_, err = client.Vet(context.Background(), "https://8.8.8.8/token", "https://1.1.1.1/metadata")
	same(t, kind(t, err), telnyxoauth.KindInvalidArgument)
}

func TestVetEndsWithItsContext(t *testing.T) {
	client := publicClient(t)
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := client.Vet(cancelled, "https://as.example/token", publicDocument)
	same(t, kind(t, err), telnyxoauth.KindCancelled)
	past, cancel := context.WithTimeout(context.Background(), -time.Second)
	defer cancel()
	_, err = client.Vet(past, "https://as.example/token", publicDocument)
	same(t, kind(t, err), telnyxoauth.KindTimeout)
}

// playIssuers gives the sandbox the server /tenant, which no document lists, and a resource /nothing without a document.
func playIssuers(t *testing.T, place *sandbox) {
	t.Helper()
	place.play(t, []byte(`{"routes": [
		{"path": "/.well-known/oauth-protected-resource", "answers": [{"status": 404}]},
		{"path": "/.well-known/oauth-protected-resource/mcp", "answers": [
			{"json": {"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}}]},
		{"path": "/.well-known/oauth-authorization-server/other", "answers": [
			{"json": {"issuer": "https://other.example"}}]},
		{"path": "/.well-known/oauth-authorization-server/tenant", "answers": [
			{"json": {"issuer": "${origin}/tenant"}}]}]}`))
}

func TestDiscoverUsesTheCallersServer(t *testing.T) {
	place := startSandbox(t)
	playIssuers(t, place)
	client := place.client(t)
	issuer := place.HTTPS + "/tenant"
	for path, via := range map[string]string{"/mcp": "well_known", "/nothing": "issuer"} {
		found, err := client.Discover(context.Background(), place.HTTPS+path, []string{}, telnyxoauth.WithIssuer(issuer))
		must(t, err)
		same(t, found.Via, via)
		same(t, found.ResourceMetadata == nil, via == "issuer")
		same(t, found.AuthorizationServers[0].Issuer, issuer)
		same(t, found.AuthorizationServer().Issuer, issuer)
	}
}

func TestTheFailureOfTheCallersServerFailsTheDiscovery(t *testing.T) {
	place := startSandbox(t)
	playIssuers(t, place)
	client := place.client(t)
	for issuer, expected := range map[string]telnyxoauth.Kind{
		place.HTTPS + "/none":    telnyxoauth.KindNotFound,
		place.HTTPS + "/other":   telnyxoauth.KindIssuerMismatch,
		"":                       telnyxoauth.KindInvalidArgument,
		"as.example":             telnyxoauth.KindInvalidArgument,
		"https://as.example?x=1": telnyxoauth.KindInvalidArgument,
		"https://as\x00.example": telnyxoauth.KindInvalidArgument,
		"http://as.example":      telnyxoauth.KindInsecureURL,
	} {
		_, err := client.Discover(context.Background(), place.HTTPS+"/mcp", []string{}, telnyxoauth.WithIssuer(issuer))
		if kind(t, err) != expected {
			t.Errorf("%q: %v", issuer, err)
		}
	}
}
