package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"encoding/json"
	"runtime"
)

// SignatureStatus is what is known of a document's signed_metadata.
type SignatureStatus string

const (
	// SignatureAbsent says that the document has no signed_metadata.
	SignatureAbsent SignatureStatus = "absent"
	// SignatureUnverified says that there is one, and no trusted keys were given: its claims are not among the members.
	SignatureUnverified SignatureStatus = "unverified"
	// SignatureVerified says that a trusted key has signed it, and its claims stand in the place of the plain members.
	SignatureVerified SignatureStatus = "verified"
)

// ResourceMetadata is a copy of a protected resource's metadata document, judged. Strings are exactly as sent, so
// escape them before you print them; a string is empty, a list or a pointer nil where the document has no such member.
// The members are those of https://www.rfc-editor.org/rfc/rfc9728#section-2.
type ResourceMetadata struct {
	// Resource is the resource identifier that the document is about. It may differ from the one asked for, within
	// [WithResourceMatch]: see the warnings.
	Resource string `member:"resource"`
	// AuthorizationServers are the issuers of the authorization servers that can be used here, absolute http(s) URLs.
	AuthorizationServers []string `member:"authorization_servers"`
	// JWKSURI is the resource's JWK Set, an https URL.
	JWKSURI string `member:"jwks_uri"`
	// ScopesSupported are the scopes that requests for access to the resource use.
	ScopesSupported []string `member:"scopes_supported"`
	// BearerMethodsSupported is how a bearer token may be sent: header, body, query. An empty list says that none is
	// supported.
	BearerMethodsSupported []string `member:"bearer_methods_supported"`
	// ResourceSigningAlgValuesSupported are the algorithms with which the resource signs its responses.
	ResourceSigningAlgValuesSupported []string `member:"resource_signing_alg_values_supported"`
	// ResourceName is the resource's name, for people; see [ResourceMetadata.ResourceNameFor].
	ResourceName string `member:"resource_name"`
	// ResourceDocumentation is a page for developers. Not checked: it may be any text.
	ResourceDocumentation string `member:"resource_documentation"`
	// ResourcePolicyURI is a page on how a client may use the data. Not checked: it may be any text.
	ResourcePolicyURI string `member:"resource_policy_uri"`
	// ResourceTOSURI is a page with the terms of service. Not checked: it may be any text.
	ResourceTOSURI string `member:"resource_tos_uri"`
	// TLSClientCertificateBoundAccessTokens says that tokens are bound to client certificates.
	TLSClientCertificateBoundAccessTokens *bool `member:"tls_client_certificate_bound_access_tokens"`
	// AuthorizationDetailsTypesSupported are the type values of authorization_details that are supported.
	AuthorizationDetailsTypesSupported []string `member:"authorization_details_types_supported"`
	// DPoPSigningAlgValuesSupported are the algorithms supported for DPoP proofs.
	DPoPSigningAlgValuesSupported []string `member:"dpop_signing_alg_values_supported"`
	// DPoPBoundAccessTokensRequired says that tokens must be bound by DPoP.
	DPoPBoundAccessTokensRequired *bool `member:"dpop_bound_access_tokens_required"`
	// SignedMetadata is a JWT with the members as signed claims, as sent.
	SignedMetadata string `member:"signed_metadata"`

	// Variants are the members in other languages, by their whole names, such as "resource_name#fr-CA".
	Variants map[string]string
	// Extra are the members that have no field here.
	Extra map[string]json.RawMessage
	// URL is where the document was found, after redirects.
	URL string
	// RawJSON is the document's text as served, without a byte-order mark.
	RawJSON string
	// SignatureStatus is what is known of SignedMetadata.
	SignatureStatus SignatureStatus
	// RequiresTLSClientCertificateBoundAccessTokens is [ResourceMetadata.TLSClientCertificateBoundAccessTokens], or the
	// RFC's default, false.
	RequiresTLSClientCertificateBoundAccessTokens bool
	// RequiresDPoPBoundAccessTokens is [ResourceMetadata.DPoPBoundAccessTokensRequired], or the RFC's default, false.
	RequiresDPoPBoundAccessTokens bool
	// Warnings are about what was tolerated in the document.
	Warnings []Warning

	json     string
	document *resourceDocument
}

// resourceDocument is the library's own, which finds a language.
type resourceDocument struct {
	handle *C.telnyx_resource_metadata
}

// FetchResourceMetadata is [Client.FetchResourceMetadata] with a client that the whole process shares, which has the
// default options.
func FetchResourceMetadata(ctx context.Context, resource string) (*ResourceMetadata, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.FetchResourceMetadata(ctx, resource)
}

// FetchResourceMetadata fetches and judges one document: the one at the well-known URL of a resource
// (https://www.rfc-editor.org/rfc/rfc9728#section-3).
//
// The resource is an absolute https URL, or http on a loopback host, or [Telnyx]. The error is an [*Error] of any kind
// but [KindIssuerMismatch] and [KindNotFound].
func (c *Client) FetchResourceMetadata(ctx context.Context, resource string) (*ResourceMetadata, error) {
	input, err := toCOrNull("resource", resource)
	if err != nil {
		return nil, err
	}
	defer free(input)
	var found *C.telnyx_resource_metadata
	var failure *C.telnyx_error
	err = c.during(ctx, func(client *C.telnyx_client, call *C.telnyx_call) {
		C.telnyx_client_fetch_resource_metadata(client, input, call, &found, &failure)
	})
	if err != nil {
		return nil, err
	}
	if failure != nil {
		return nil, takeError(failure)
	}
	return takeResourceMetadata(found)
}

// JudgeResourceMetadata judges a response that was fetched elsewhere: may it describe the resource?
// (https://www.rfc-editor.org/rfc/rfc9728#section-3.2). No request is sent. Of the options those count that say how a
// document is judged: [WithResourceMatch], [WithStrict], [WithAllowHTTP] and [WithTrustedKeys].
//
// The resource is an absolute https URL, or http on a loopback host. The error is a [KindInvalidArgument] or
// [KindInsecureURL] for the resource and the response's URL; else what the response deserves: [KindHTTPStatus],
// [KindOAuthError], [KindContentType], [KindInvalidJSON], [KindInvalidMetadata], [KindResourceMismatch] or
// [KindSignatureInvalid].
func JudgeResourceMetadata(resource string, response Response, options ...Option) (*ResourceMetadata, error) {
	var metadata *ResourceMetadata
	err := judge("resource", resource, response, options,
		func(resource *C.char, response *C.telnyx_response, options *C.telnyx_options) (err error) {
			var found *C.telnyx_resource_metadata
			var failure *C.telnyx_error
			C.telnyx_resource_metadata_from_response(resource, response, options, &found, &failure)
			if failure != nil {
				return takeError(failure)
			}
			metadata, err = takeResourceMetadata(found)
			return err
		})
	return metadata, err
}

// takeResourceMetadata copies a document, and keeps it for as long as the copy lives.
func takeResourceMetadata(handle *C.telnyx_resource_metadata) (*ResourceMetadata, error) {
	document := &resourceDocument{handle}
	runtime.SetFinalizer(document, func(document *resourceDocument) { C.telnyx_resource_metadata_free(document.handle) })
	defer runtime.KeepAlive(document)
	metadata := &ResourceMetadata{
		Variants: map[string]string{},
		URL:      C.GoString(C.telnyx_resource_metadata_document_url(handle)),
		RawJSON:  C.GoString(C.telnyx_resource_metadata_raw_json(handle)),
		SignatureStatus: SignatureStatus(C.GoString(
			C.telnyx_signature_status_str(C.telnyx_resource_metadata_signature_status(handle)))),
		Warnings: warnings(C.telnyx_resource_metadata_warnings_count(handle), func(i C.size_t) *C.telnyx_warning {
			return C.telnyx_resource_metadata_warnings_at(handle, i)
		}),
		RequiresTLSClientCertificateBoundAccessTokens: bool(
			C.telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(handle)),
		RequiresDPoPBoundAccessTokens: bool(C.telnyx_resource_metadata_dpop_bound_access_tokens_required(handle)),
		json:                          C.GoString(C.telnyx_resource_metadata_to_json(handle)),
		document:                      document,
	}
	for i := C.size_t(0); i < C.telnyx_resource_metadata_variants_count(handle); i++ {
		name := C.GoString(C.telnyx_resource_metadata_variants_name_at(handle, i))
		metadata.Variants[name] = C.GoString(C.telnyx_resource_metadata_variants_value_at(handle, i))
	}
	var err error
	if metadata.Extra, err = fill(metadata, metadata.json); err != nil {
		return nil, err
	}
	for name := range metadata.Variants {
		delete(metadata.Extra, name)
	}
	return metadata, nil
}

// MarshalJSON returns the document's members as they were judged, whatever has been done to the copy.
func (m *ResourceMetadata) MarshalJSON() ([]byte, error) {
	return []byte(m.json), nil
}

// ResourceNameFor returns resource_name in the language that fits best, such as "fr-CA", by the lookup of
// https://www.rfc-editor.org/rfc/rfc4647#section-3.4; else without a language; empty where the document has none.
func (m *ResourceMetadata) ResourceNameFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_name_for(handle, language)
	})
}

// ResourceDocumentationFor is [ResourceMetadata.ResourceNameFor] of resource_documentation.
func (m *ResourceMetadata) ResourceDocumentationFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_documentation_for(handle, language)
	})
}

// ResourcePolicyURIFor is [ResourceMetadata.ResourceNameFor] of resource_policy_uri.
func (m *ResourceMetadata) ResourcePolicyURIFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_policy_uri_for(handle, language)
	})
}

// ResourceTOSURIFor is [ResourceMetadata.ResourceNameFor] of resource_tos_uri.
func (m *ResourceMetadata) ResourceTOSURIFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_tos_uri_for(handle, language)
	})
}

func (m *ResourceMetadata) lookUp(language string, find func(*C.telnyx_resource_metadata, *C.char) *C.char) string {
	if m.document == nil {
		return ""
	}
	defer runtime.KeepAlive(m.document)
	// What has a NUL is no language; the text without one is looked up then.
	input, _ := toC("language", language)
	defer free(input)
	return C.GoString(find(m.document.handle, input))
}
