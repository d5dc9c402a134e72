package telnyxoauth_test

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"telnyx-oauth/telnyxoauth"
)

// failing is a case of the shared file errors.json.
type failing struct {
	Kind            telnyxoauth.Kind
	Call            string
	Target          string
	WWWAuthenticate []string `json:"www_authenticate"`
	Timeout         float64
	Cancelled       bool
	Options         struct {
		MaxBodyBytes      uint   `json:"max_body_bytes"`
		TrustedKeys       string `json:"trusted_keys"`
		ServerTrustedKeys string `json:"authorization_server_trusted_keys"`
		Profile           string
	}
	URL              string
	HTTPStatus       int `json:"http_status"`
	Error            string
	ErrorDescription string `json:"error_description"`
	RetryAfter       *int   `json:"retry_after"`
	Words            string
}

// everyKind has all kinds except internal, which only a bug causes.
var everyKind = []telnyxoauth.Kind{
	telnyxoauth.KindInvalidArgument, telnyxoauth.KindInsecureURL, telnyxoauth.KindBlockedAddress,
	telnyxoauth.KindTransport, telnyxoauth.KindTLS, telnyxoauth.KindTimeout, telnyxoauth.KindCancelled,
	telnyxoauth.KindRedirectRefused, telnyxoauth.KindHTTPStatus, telnyxoauth.KindOAuthError,
	telnyxoauth.KindContentType, telnyxoauth.KindBodyTooLarge, telnyxoauth.KindInvalidJSON,
	telnyxoauth.KindInvalidMetadata, telnyxoauth.KindResourceMismatch, telnyxoauth.KindIssuerMismatch,
	telnyxoauth.KindNotFound, telnyxoauth.KindSignatureInvalid, telnyxoauth.KindProfileUnmet,
}

func TestEveryKindOfError(t *testing.T) {
	var shared struct {
		Scenario json.RawMessage
		Cases    []failing
	}
	read(t, "testdata/scenarios/errors.json", &shared)
	place := startSandbox(t)
	place.play(t, shared.Scenario)
	atSandbox := strings.NewReplacer("${http}", place.HTTP, "${https}", place.HTTPS, "${port}", place.port())
	seen := map[telnyxoauth.Kind]bool{}
	for _, c := range shared.Cases {
		seen[c.Kind] = true
		c.Target, c.URL = atSandbox.Replace(c.Target), atSandbox.Replace(c.URL)
		t.Run(string(c.Kind), func(t *testing.T) { c.check(t, c.provoke(t, place)) })
	}
	for _, kind := range everyKind {
		if !seen[kind] {
			t.Errorf("no case causes %s", kind)
		}
	}
	same(t, len(seen), len(everyKind))
}

// provoke makes the call of a case and returns its error.
func (c failing) provoke(t *testing.T, place *sandbox) error {
	t.Helper()
	port, err := strconv.ParseUint(place.port(), 10, 16)
	must(t, err)
	options := []telnyxoauth.Option{telnyxoauth.WithResolve("expired.example", uint16(port), "127.0.0.1")}
	if c.Options.MaxBodyBytes != 0 {
		options = append(options, telnyxoauth.WithMaxBodyBytes(c.Options.MaxBodyBytes))
	}
	if c.Options.TrustedKeys != "" {
		options = append(options, telnyxoauth.WithTrustedKeys(c.Options.TrustedKeys, ""))
	}
	if c.Options.ServerTrustedKeys != "" {
		options = append(options, telnyxoauth.WithAuthorizationServerTrustedKeys(c.Options.ServerTrustedKeys, ""))
	}
	if c.Options.Profile != "" {
		options = append(options, telnyxoauth.WithProfile(c.Options.Profile))
	}
	if c.Timeout != 0 {
		options = append(options, telnyxoauth.WithTimeout(time.Duration(c.Timeout*float64(time.Second))))
	}
	client := place.client(t, options...)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if c.Cancelled {
		cancel()
	}
	switch c.Call {
	case "fetch_resource_metadata":
		_, err = client.FetchResourceMetadata(ctx, c.Target)
	case "fetch_authorization_server_metadata":
		_, err = client.FetchAuthorizationServerMetadata(ctx, c.Target)
	case "discover":
		_, err = client.Discover(ctx, c.Target, c.WWWAuthenticate)
	default:
		t.Fatalf("unknown call %q", c.Call)
	}
	return err
}

func (c failing) check(t *testing.T, err error) {
	t.Helper()
	var failure *telnyxoauth.Error
	if !errors.As(err, &failure) {
		t.Fatalf("expected an *Error, got %v", err)
	}
	retryAfter := time.Duration(-1)
	if c.RetryAfter != nil {
		retryAfter = time.Duration(*c.RetryAfter) * time.Second
	}
	same(t, failure.Kind, c.Kind)
	same(t, failure.HTTPStatus, c.HTTPStatus)
	same(t, failure.OAuthError, c.Error)
	same(t, failure.Description, c.ErrorDescription)
	same(t, failure.RetryAfter, retryAfter)
	if c.URL != "" {
		same(t, failure.URL, c.URL)
	}
	if err.Error() == "" || !strings.Contains(err.Error(), c.Words) {
		t.Errorf("expected %q to contain %q", err, c.Words)
	}
	same(t, errors.Is(err, context.Canceled), c.Kind == telnyxoauth.KindCancelled)
	same(t, errors.Is(err, context.DeadlineExceeded), c.Kind == telnyxoauth.KindTimeout)
	same(t, failure.Timeout(), c.Kind == telnyxoauth.KindTimeout)
	// Every attempt of the failed call is complete.
	for _, attempt := range failure.Attempts {
		if !strings.HasPrefix(attempt.URL, "https://") || attempt.Purpose == "" || attempt.Outcome == "" {
			t.Errorf("incomplete attempt: %+v", attempt)
		}
	}
	if c.HTTPStatus != 0 {
		same(t, failure.Attempts[len(failure.Attempts)-1].Status, c.HTTPStatus)
	}
}

func TestInputThatCannotBePassedToCIsRefused(t *testing.T) {
	nul := "https://rs.example/\x00evil"
	client, err := telnyxoauth.NewClient()
	must(t, err)
	defer client.Close()
	ctx := context.Background()
	for _, c := range []struct {
		words string
		call  func() error
	}{
		{"resource", func() error { _, err := client.FetchResourceMetadata(ctx, nul); return err }},
		{"issuer", func() error { _, err := client.FetchAuthorizationServerMetadata(ctx, nul); return err }},
		{"WWW-Authenticate", func() error { _, err := client.Discover(ctx, "", []string{"a", nul}); return err }},
		{"base URL", func() error { _, err := telnyxoauth.NewClient(telnyxoauth.WithBaseURL(nul)); return err }},
		{"timeout", func() error { _, err := telnyxoauth.NewClient(telnyxoauth.WithTimeout(-1)); return err }},
		{"resource must be UTF-8", func() error { _, err := telnyxoauth.ResourceMetadataURL("https://\xff"); return err }},
		{"content type", func() error {
			_, err := telnyxoauth.JudgeResourceMetadata("https://rs.example", telnyxoauth.Response{ContentType: nul})
			return err
		}},
		// C would truncate this status to 200.
		{"status must be from 100 to 599, not 65736", func() error {
			_, err := telnyxoauth.JudgeResourceMetadata("https://rs.example", telnyxoauth.Response{Status: 65736})
			return err
		}},
		{"the client must not be closed", func() error {
			client.Close()
			client.Close()
			_, err := client.FetchResourceMetadata(ctx, telnyxoauth.Telnyx)
			return err
		}},
	} {
		err := c.call()
		same(t, kind(t, err), telnyxoauth.KindInvalidArgument)
		if err != nil && !strings.Contains(err.Error(), c.words) {
			t.Errorf("expected %q to name %q", err, c.words)
		}
	}
}
