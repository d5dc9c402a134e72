// Runs the discovery of the MCP Go SDK. Reads lines of JSON with `url`, and prints the end of each discovery as a line of JSON.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/auth"
	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/modelcontextprotocol/go-sdk/oauthex"
)

const initialize = `{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25",
"capabilities": {}, "clientInfo": {"name": "client", "version": "1"}}}`

var errOpened = errors.New("the client opens the authorization endpoint")

type end struct {
	End                   string  `json:"end"`
	Reason                string  `json:"reason,omitempty"`
	Message               string  `json:"message,omitempty"`
	AuthorizationEndpoint *string `json:"authorization_endpoint,omitempty"`
}

// Words of the error of a failed discovery, and its reason. The first that occurs counts.
var reasons = [][2]string{
	{"failed to parse WWW-Authenticate", "challenge"},
	{"has no authorization servers", "no_server"},
	{"bad status", "status"},
	{"bad content type", "content_type"},
	{"cannot resolve redirect host", "no_answer"},
	{"redirect", "redirect"},
	{"Location header", "redirect"},
	{"does not match issuer", "issuer"},
	{"does not implement PKCE", "pkce"},
	{"disallowed scheme", "url"},
	{"does not use HTTPS", "url"},
	{"non-public address", "url"},
	{"parse \"", "url"},
	{"unsupported protocol scheme", "url"},
	{"no Host in request URL", "url"},
	{"Get \"", "no_answer"},
	{"failed to get authorization server metadata", "document"},
}

// discover sends initialize as a registered client without a token.
func discover(url string) (end, error) {
	var opened string
	// A new connection for each request: Go sends a request again if a reused connection of HTTP/1.1 was closed.
	fresh := &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, DisableKeepAlives: true}}
	handler, err := auth.NewAuthorizationCodeHandler(&auth.AuthorizationCodeHandlerConfig{
		PreregisteredClient: &oauthex.ClientCredentials{ClientID: "client"},
		RedirectURL:         "https://client.example/callback",
		Client:              fresh,
		AuthorizationCodeFetcher: func(_ context.Context, args *auth.AuthorizationArgs) (*auth.AuthorizationResult, error) {
			opened = args.URL
			return nil, errOpened
		},
	})
	if err != nil {
		return end{}, err
	}
	sent := false
	client := &http.Client{Transport: watched{&sent}}
	transport := &mcp.StreamableClientTransport{Endpoint: url, HTTPClient: client, OAuthHandler: handler}
	message, err := jsonrpc.DecodeMessage([]byte(initialize))
	if err != nil {
		return end{}, err
	}
	connection, err := transport.Connect(context.Background())
	if err != nil {
		return end{}, err
	}
	err = connection.Write(context.Background(), message)
	switch {
	case errors.Is(err, errOpened):
		endpoint := opened[:strings.IndexAny(opened, "?#")]
		return end{End: "found", AuthorizationEndpoint: &endpoint}, nil
	case err == nil:
		return end{End: "stopped", Reason: "not_challenged"}, nil
	}
	if !sent {
		return end{End: "stopped", Reason: "no_answer", Message: err.Error()}, nil
	}
	for _, pair := range reasons {
		if strings.Contains(err.Error(), pair[0]) {
			return end{End: "stopped", Reason: pair[1], Message: err.Error()}, nil
		}
	}
	return end{End: "stopped", Reason: "not_challenged", Message: err.Error()}, nil
}

// watched notes that an answer came.
type watched struct{ sent *bool }

func (w watched) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(request)
	*w.sent = *w.sent || err == nil
	return response, err
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var asked struct{ URL string }
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		found, err := discover(asked.URL)
		if err != nil {
			panic(err)
		}
		text, err := json.Marshal(found)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(text))
	}
}
