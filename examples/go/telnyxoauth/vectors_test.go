package telnyxoauth_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"sort"
	"testing"

	"telnyx-oauth/telnyxoauth"
)

// vector is a case of a shared file of test vectors.
type vector struct {
	ID               string
	Issuer           string
	Resource         string
	Requested        string
	Policy           string
	Strict           bool
	Exact            bool
	Covers           bool
	SameOrigin       bool `json:"same_origin"`
	URL              string
	URLs             []string
	Error            telnyxoauth.Kind
	Headers          []string
	Challenges       []any
	Scope            []string
	ResourceMetadata *string `json:"resource_metadata"`
	Status           int
	ContentType      string `json:"content_type"`
	Body             string
	Expect           map[string]any
}

var policies = map[string]telnyxoauth.ResourceMatch{
	"exact":       telnyxoauth.MatchExact,
	"covers":      telnyxoauth.MatchCovers,
	"same_origin": telnyxoauth.MatchSameOrigin,
}

func each(t *testing.T, file string, check func(*testing.T, vector)) {
	var vectors struct{ Cases []vector }
	read(t, "testdata/"+file+".json", &vectors)
	if len(vectors.Cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range vectors.Cases {
		t.Run(c.ID, func(t *testing.T) { check(t, c) })
	}
}

func same(t *testing.T, found, expected any) {
	t.Helper()
	if !reflect.DeepEqual(found, expected) {
		t.Errorf("found %v, expected %v", found, expected)
	}
}

// kind returns the kind of an error, or "" for nil.
func kind(t *testing.T, err error) telnyxoauth.Kind {
	t.Helper()
	var failure *telnyxoauth.Error
	if err != nil && !errors.As(err, &failure) {
		t.Fatalf("expected an *Error, got %T: %v", err, err)
	}
	if failure == nil {
		return ""
	}
	return failure.Kind
}

func TestResourceMetadataURL(t *testing.T) {
	each(t, "resource_metadata_url", func(t *testing.T, c vector) {
		url, err := telnyxoauth.ResourceMetadataURL(c.Resource)
		same(t, kind(t, err), c.Error)
		same(t, url, c.URL)
	})
}

func TestAuthorizationServerMetadataURLs(t *testing.T) {
	each(t, "authorization_server_metadata_urls", func(t *testing.T, c vector) {
		urls, err := telnyxoauth.AuthorizationServerMetadataURLs(c.Issuer)
		same(t, kind(t, err), c.Error)
		same(t, urls, c.URLs)
	})
}

func TestParseChallenges(t *testing.T) {
	each(t, "challenges", func(t *testing.T, c vector) {
		found, err := telnyxoauth.ParseChallenges(c.Headers)
		must(t, err)
		list := make([]any, len(found))
		for i, challenge := range found {
			list[i] = asVector(challenge)
		}
		same(t, list, c.Challenges)
		checkUsed(t, c, found)
	})
}

func asVector(challenge telnyxoauth.Challenge) any {
	params := map[string]any{}
	for name, value := range challenge.Params {
		params[name] = value
	}
	var token68 any
	if challenge.Token68 != "" {
		token68 = challenge.Token68
	}
	return map[string]any{"scheme": challenge.Scheme, "params": params, "token68": token68}
}

// checkUsed compares the values of the challenge that a discovery uses.
func checkUsed(t *testing.T, c vector, found []telnyxoauth.Challenge) {
	t.Helper()
	if c.ResourceMetadata == nil {
		return
	}
	for _, challenge := range found {
		if challenge.ResourceMetadata == *c.ResourceMetadata {
			same(t, challenge.Scope, c.Scope)
			return
		}
	}
	t.Errorf("no challenge has %q", *c.ResourceMetadata)
}

func TestResourceMatch(t *testing.T) {
	each(t, "resource_match", func(t *testing.T, c vector) {
		body, err := json.Marshal(map[string]any{
			"resource": c.Resource, "authorization_servers": []string{"https://as.example"},
		})
		must(t, err)
		response := telnyxoauth.Response{Status: 200, ContentType: "application/json", Body: body}
		expected := map[string]bool{"exact": c.Exact, "covers": c.Covers, "same_origin": c.SameOrigin}
		for name, policy := range policies {
			_, err := telnyxoauth.JudgeResourceMetadata(c.Requested, response, telnyxoauth.WithResourceMatch(policy))
			if (err == nil) != expected[name] {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func (c vector) response() telnyxoauth.Response {
	return telnyxoauth.Response{Status: c.Status, ContentType: c.ContentType, Body: []byte(c.Body), URL: c.URL}
}

// judged converts a result to the vectors' form.
func judged(
	t *testing.T, document any, extra map[string]json.RawMessage, warnings []telnyxoauth.Warning,
) map[string]any {
	t.Helper()
	members := fields(document)
	for name, text := range extra {
		var value any
		must(t, json.Unmarshal(text, &value))
		members[name] = value
	}
	kinds := []string{}
	for _, warning := range warnings {
		kinds = append(kinds, string(warning.Kind))
	}
	sort.Strings(kinds)
	list := make([]any, len(kinds))
	for i, kind := range kinds {
		list[i] = kind
	}
	return map[string]any{"document": members, "warnings": list}
}

// fields returns the members with a field in the type, in the form of JSON.
func fields(document any) map[string]any {
	members := map[string]any{}
	value := reflect.ValueOf(document).Elem()
	for i := 0; i < value.NumField(); i++ {
		name, ok := value.Type().Field(i).Tag.Lookup("member")
		if !ok || value.Field(i).IsZero() {
			continue
		}
		switch field := value.Field(i).Interface().(type) {
		case *bool:
			members[name] = *field
		case []string:
			list := make([]any, len(field))
			for i, text := range field {
				list[i] = text
			}
			members[name] = list
		default:
			members[name] = field
		}
	}
	return members
}

func TestResourceDocuments(t *testing.T) {
	each(t, "resource_documents", func(t *testing.T, c vector) {
		match := telnyxoauth.WithResourceMatch(policies[c.Policy])
		metadata, err := telnyxoauth.JudgeResourceMetadata(c.Resource, c.response(), match)
		if err != nil {
			same(t, map[string]any{"error": string(kind(t, err))}, c.Expect)
			return
		}
		found := judged(t, metadata, metadata.Extra, metadata.Warnings)
		for name, text := range metadata.Variants {
			found["document"].(map[string]any)[name] = text
		}
		same(t, found, c.Expect)
		sameJSON(t, metadata, c.Expect["document"])
	})
}

func TestAuthorizationServerDocuments(t *testing.T) {
	each(t, "authorization_server_documents", func(t *testing.T, c vector) {
		strict := telnyxoauth.WithStrict(c.Strict)
		metadata, err := telnyxoauth.JudgeAuthorizationServerMetadata(c.Issuer, c.response(), strict)
		if err != nil {
			same(t, map[string]any{"error": string(kind(t, err))}, c.Expect)
			return
		}
		same(t, judged(t, metadata, metadata.Extra, metadata.Warnings), c.Expect)
		sameJSON(t, metadata, c.Expect["document"])
	})
}

func sameJSON(t *testing.T, document, expected any) {
	t.Helper()
	text, err := json.Marshal(document)
	must(t, err)
	var members any
	must(t, json.Unmarshal(text, &members))
	same(t, members, expected)
}
