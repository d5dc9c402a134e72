package telnyxoauth_test

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"telnyx-oauth/telnyxoauth"
)

func TestDiscover(t *testing.T) {
	place := startSandbox(t)
	client := place.client(t)
	found, err := client.Discover(context.Background(), place.HTTPS+"/v2/mcp", nil)
	must(t, err)
	same(t, found.Resource, place.HTTPS+"/v2/mcp")
	same(t, found.Challenge.Scheme, "bearer")
	same(t, found.Challenge.ResourceMetadata, found.ResourceMetadataURL)
	same(t, found.ResourceMetadata.Resource, place.HTTPS+"/v2/mcp")
	same(t, found.ResourceMetadata.AuthorizationServers, []string{place.HTTPS})
	same(t, found.AuthorizationServers[0].Metadata, found.AuthorizationServer())
	same(t, found.AuthorizationServers[0].MetadataURL, found.AuthorizationServer().URL)
	same(t, found.AuthorizationServer().Issuer, place.HTTPS)
	same(t, found.AuthorizationServer().SupportsRequestURIParameter, true)
	same(t, found.Attempts[0].Purpose, telnyxoauth.PurposeProbe)
	same(t, found.Attempts[0].Status, 401)
	text, err := json.Marshal(found)
	must(t, err)
	var members map[string]any
	must(t, json.Unmarshal(text, &members))
	same(t, members["resource_metadata_url"], found.ResourceMetadataURL)

	none, err := client.Discover(context.Background(), place.HTTPS, []string{})
	must(t, err)
	for _, attempt := range none.Attempts {
		if attempt.Purpose == telnyxoauth.PurposeProbe {
			t.Error("the resource was asked, though there was no challenge")
		}
	}
}

func TestDiscoveryReportsAServersFailureForThatServer(t *testing.T) {
	place := startSandbox(t)
	place.play(t, []byte(`{"routes": [
		{"path": "/.well-known/oauth-protected-resource", "answers": [
			{"json": {"resource": "${origin}", "authorization_servers": ["${origin}/none", "${origin}"]}}]}]}`))
	found, err := place.client(t).Discover(context.Background(), place.HTTPS, nil)
	must(t, err)
	if found.AuthorizationServers[0].Metadata != nil {
		t.Error("the first server has no document")
	}
	same(t, found.AuthorizationServers[0].Err.Kind, telnyxoauth.KindNotFound)
	same(t, len(found.AuthorizationServers[0].Attempts), 3)
	same(t, found.AuthorizationServer().Issuer, place.HTTPS)
}

func TestAnUnknownProfileIsRefused(t *testing.T) {
	_, err := telnyxoauth.NewClient(telnyxoauth.WithProfile("none"))
	same(t, kind(t, err), telnyxoauth.KindInvalidArgument)
}

func TestLegacyOriginReplacesAMissingDocument(t *testing.T) {
	place := startSandbox(t)
	place.play(t, []byte(`{"routes": [
		{"path": "/.well-known/oauth-protected-resource", "answers": [{"status": 404}]}]}`))
	ctx := context.Background()
	_, err := place.client(t).Discover(ctx, place.HTTPS+"/api", nil)
	same(t, kind(t, err), telnyxoauth.KindNotFound)
	found, err := place.client(t, telnyxoauth.WithLegacyOrigin(true)).Discover(ctx, place.HTTPS+"/api", nil)
	must(t, err)
	same(t, found.Via, "legacy_origin")
	same(t, found.ResourceMetadataURL, "")
	if found.ResourceMetadata != nil {
		t.Errorf("expected no document, got %+v", found.ResourceMetadata)
	}
	same(t, found.AuthorizationServers[0].Issuer, place.HTTPS)
	same(t, found.AuthorizationServer().Issuer, place.HTTPS)
	text, err := json.Marshal(found)
	must(t, err)
	var members map[string]any
	must(t, json.Unmarshal(text, &members))
	same(t, members["via"], "legacy_origin")
	same(t, members["resource_metadata"], nil)
}

func TestAProbeOfAPOSTFindsTheChallengesThatAGETLacks(t *testing.T) {
	place := startSandbox(t)
	place.play(t, []byte(`{"routes": [
		{"path": "/mcp", "method": "GET", "answers": [{"status": 405}]},
		{"path": "/mcp", "method": "POST", "answers": [{"status": 401, "headers": {"www-authenticate":
			"Basic realm=\"a\", Bearer resource_metadata=\"${origin}/.well-known/oauth-protected-resource\""}}]}]}`))
	ctx := context.Background()
	found, err := place.client(t).Discover(ctx, place.HTTPS+"/mcp", nil)
	must(t, err)
	same(t, found.Challenges, []telnyxoauth.Challenge{})
	kinds := []telnyxoauth.WarningKind{}
	for _, warning := range found.Warnings {
		kinds = append(kinds, warning.Kind)
	}
	same(t, kinds, []telnyxoauth.WarningKind{
		telnyxoauth.WarningProbeInconclusive, telnyxoauth.WarningResourceNotExact,
	})

	found, err = place.client(t, telnyxoauth.WithProbe("mcp")).Discover(ctx, place.HTTPS+"/mcp", nil)
	must(t, err)
	same(t, found.Via, "challenge")
	same(t, len(found.Challenges), 2)
	same(t, found.Challenges[0].Scheme, "basic")
	same(t, found.Challenges[1], *found.Challenge)
}

func TestAHeaderFieldIsSentToTheResource(t *testing.T) {
	place := startSandbox(t)
	client := place.client(t, telnyxoauth.WithHeader("X-Gateway", "one"))
	_, err := client.Discover(context.Background(), place.HTTPS+"/v2/mcp", nil)
	must(t, err)
	sent := ""
	for _, request := range place.requests(t) {
		for _, header := range request.Headers {
			if request.Target == "/v2/mcp" && header[0] == "x-gateway" {
				sent = header[1]
			}
		}
	}
	same(t, sent, "one")
	_, err = telnyxoauth.NewClient(telnyxoauth.WithHeader("Authorization", "Bearer secret"))
	same(t, kind(t, err), telnyxoauth.KindInvalidArgument)
}

// TestPackageFunctions runs itself in a child process whose environment names the sandbox.
func TestPackageFunctions(t *testing.T) {
	if os.Getenv("TELNYX_BASE_URL") == "" {
		place := startSandbox(t)
		again := exec.Command(os.Args[0], "-test.run=^TestPackageFunctions$", "-test.v")
		again.Env = append(os.Environ(), "TELNYX_BASE_URL="+place.HTTPS+"/v2", "SSL_CERT_FILE="+place.CAFile)
		output, err := again.CombinedOutput()
		if err != nil || !strings.Contains(string(output), "--- PASS: TestPackageFunctions") {
			t.Fatalf("%v: %s", err, output)
		}
		agent := ""
		for _, header := range place.requests(t)[0].Headers {
			if header[0] == "user-agent" {
				agent = header[1]
			}
		}
		same(t, agent, "telnyx-oauth/"+telnyxoauth.Version()+" (go)")
		return
	}
	origin := strings.TrimSuffix(os.Getenv("TELNYX_BASE_URL"), "/v2")
	metadata, err := telnyxoauth.FetchResourceMetadata(context.Background(), telnyxoauth.Telnyx)
	must(t, err)
	same(t, metadata.AuthorizationServers, []string{origin})
	server, err := telnyxoauth.FetchAuthorizationServerMetadata(context.Background(), telnyxoauth.Telnyx)
	must(t, err)
	same(t, server.Issuer, origin)
	found, err := telnyxoauth.Discover(context.Background(), telnyxoauth.Telnyx, nil)
	must(t, err)
	same(t, found.ResourceMetadata.RawJSON, metadata.RawJSON)
	addresses, err := telnyxoauth.Vet(context.Background(), "https://127.0.0.1/", "https://127.0.0.1/")
	must(t, err)
	same(t, addresses[0].String(), "127.0.0.1")
}

// TestDocumentedProgram runs the program in docs/go.md.
func TestDocumentedProgram(t *testing.T) {
	place := startSandbox(t)
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "go.md"))
	must(t, err)
	_, block, _ := strings.Cut(string(page), "\n```go\n")
	program, _, found := strings.Cut(block, "\n```\n")
	if !found {
		t.Fatal("docs/go.md has no program")
	}
	module, err := filepath.Abs("..")
	must(t, err)
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte(program), 0o600))
	text := "module documented\ngo 1.19\nrequire telnyx-oauth v0.0.0\nreplace telnyx-oauth => " + module + "\n"
	must(t, os.WriteFile(filepath.Join(folder, "go.mod"), []byte(text), 0o600))
	command := exec.Command("go", "run", ".")
	command.Dir = folder
	command.Env = append(os.Environ(), "TELNYX_BASE_URL="+place.HTTPS, "SSL_CERT_FILE="+place.CAFile)
	output, err := command.CombinedOutput()
	if err != nil || !strings.HasPrefix(string(output), "tokens from "+place.HTTPS+"/") {
		t.Errorf("%v: %s", err, output)
	}
}

func TestAMemberIsFoundByLanguage(t *testing.T) {
	body := `{"resource": "https://rs.example", "authorization_servers": ["https://as.example"], "Resource": "x",
		"resource_name": "N", "resource_name#fr": "Nom", "resource_tos_uri#de": "https://rs.example/agb"}`
	response := telnyxoauth.Response{Status: 200, ContentType: "application/json", Body: []byte(body)}
	metadata, err := telnyxoauth.JudgeResourceMetadata("https://rs.example", response)
	must(t, err)
	runtime.GC()
	same(t, metadata.ResourceNameFor("fr-CA"), "Nom")
	same(t, metadata.ResourceNameFor("en"), "N")
	same(t, metadata.ResourceNameFor("fr\x00"), "N")
	same(t, metadata.ResourceTOSURIFor("DE-at"), "https://rs.example/agb")
	same(t, metadata.ResourcePolicyURIFor("de"), "")
	same(t, metadata.ResourceDocumentationFor("de"), "")
	same(t, metadata.Variants["resource_name#fr"], "Nom")
	// The member "Resource" does not replace "resource".
	same(t, metadata.Resource, "https://rs.example")
	same(t, string(metadata.Extra["Resource"]), `"x"`)
}

// peer is a server that accepts a connection and never answers.
type peer struct {
	net.Listener
}

func silentPeer(t *testing.T) *peer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	must(t, listener.(*net.TCPListener).SetDeadline(time.Now().Add(long)))
	return &peer{listener}
}

func (p *peer) origin() string {
	return "http://" + p.Addr().String()
}

// request waits for a connection and reads its request.
func (p *peer) request(t *testing.T) net.Conn {
	t.Helper()
	connection, err := p.Accept()
	must(t, err)
	must(t, connection.SetDeadline(time.Now().Add(long)))
	buffer := make([]byte, 65536)
	size, err := connection.Read(buffer)
	must(t, err)
	if !strings.HasPrefix(string(buffer[:size]), "GET /.well-known/oauth-protected-resource ") {
		t.Fatalf("the request is %q", buffer[:size])
	}
	return connection
}

// expectClosed waits until the peer closes the connection.
func expectClosed(t *testing.T, connection net.Conn) {
	t.Helper()
	defer connection.Close()
	if size, err := connection.Read(make([]byte, 1)); size != 0 || err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the connection is still open: %d bytes, %v", size, err)
	}
}

func direct(t *testing.T, options ...telnyxoauth.Option) *telnyxoauth.Client {
	t.Helper()
	client, err := telnyxoauth.NewClient(append(options, telnyxoauth.WithProxy(""))...)
	must(t, err)
	t.Cleanup(client.Close)
	return client
}

func TestACancelledContextClosesItsConnection(t *testing.T) {
	peer := silentPeer(t)
	client := direct(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	failed := make(chan error, 1)
	go func() {
		_, err := client.FetchResourceMetadata(ctx, peer.origin())
		failed <- err
	}()
	connection := peer.request(t)
	cancel()
	err := <-failed
	same(t, kind(t, err), telnyxoauth.KindCancelled)
	same(t, errors.Is(err, context.Canceled), true)
	expectClosed(t, connection)
}

func TestADeadlineIsATimeout(t *testing.T) {
	peer := silentPeer(t)
	for name, client := range map[string]*telnyxoauth.Client{
		"the context's alone":           direct(t),
		"the context's, as the earlier": direct(t, telnyxoauth.WithTimeout(time.Hour)),
		"the client's, as the earlier":  direct(t, telnyxoauth.WithTimeout(50*time.Millisecond)),
	} {
		left := 50 * time.Millisecond
		if strings.HasPrefix(name, "the client's") {
			left = time.Hour
		}
		ctx, cancel := context.WithTimeout(context.Background(), left)
		_, err := client.FetchResourceMetadata(ctx, peer.origin())
		cancel()
		if kind(t, err) != telnyxoauth.KindTimeout || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", name, err)
		}
	}
	past, cancel := context.WithTimeout(context.Background(), -time.Second)
	defer cancel()
	_, err := direct(t).FetchResourceMetadata(past, peer.origin())
	same(t, kind(t, err), telnyxoauth.KindTimeout)
}

func TestADeadlineMayExceedTheLongestTimeout(t *testing.T) {
	place := startSandbox(t)
	ctx, cancel := context.WithTimeout(context.Background(), 1000*time.Hour)
	defer cancel()
	_, err := place.client(t).FetchResourceMetadata(ctx, place.HTTPS)
	must(t, err)
}

func TestGoroutinesShareAClientAndNoGoroutineRemains(t *testing.T) {
	place := startSandbox(t)
	client := place.client(t, telnyxoauth.WithCache(false))
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var calls sync.WaitGroup
	for i := 0; i < 64; i++ {
		calls.Add(1)
		go func() {
			defer calls.Done()
			metadata, err := client.FetchResourceMetadata(ctx, place.HTTPS)
			if err != nil || metadata.Resource != place.HTTPS {
				t.Errorf("%v, %v", metadata, err)
			}
		}()
	}
	calls.Wait()
	for end := time.Now().Add(long); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("expected %d goroutines after the calls, got %d", before, runtime.NumGoroutine())
		}
	}
}

func TestCloseDoesNotEndRunningCalls(t *testing.T) {
	peer := silentPeer(t)
	client := direct(t, telnyxoauth.WithMaxRetries(0))
	failed := make(chan error, 1)
	go func() {
		_, err := client.FetchResourceMetadata(context.Background(), peer.origin())
		failed <- err
	}()
	connection := peer.request(t)
	client.Close()
	_, err := connection.Write([]byte("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"))
	must(t, err)
	same(t, kind(t, <-failed), telnyxoauth.KindHTTPStatus)
	expectClosed(t, connection)
}
