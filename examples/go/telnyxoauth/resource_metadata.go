package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"encoding/json"
	"runtime"
)

// SignatureStatus tells whether a document's signed_metadata was verified.
type SignatureStatus string

const (
	// SignatureAbsent means that the document has no signed_metadata.
	SignatureAbsent SignatureStatus = "absent"
	// SignatureUnverified means that the document has signed_metadata, but the caller gave no trusted keys. The signature
	// was not checked, and the claims are not among the members.
	SignatureUnverified SignatureStatus = "unverified"
	// SignatureVerified means that a trusted key verified the signature. The claims replace the plain members.
	SignatureVerified SignatureStatus = "verified"
)

// ResourceMetadata is a protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2),
// validated. Strings are exactly as received: escape them before you print them. If the document lacks a member, a
// string is empty, and a list or pointer is nil.
type ResourceMetadata struct {
	// Resource is the resource identifier of the document. It may differ from the requested one, as far as
	// [WithResourceMatch] allows; the warnings tell.
	Resource string `member:"resource"`
	// AuthorizationServers are the issuers of the resource's authorization servers, as absolute http(s) URLs.
	AuthorizationServers []string `member:"authorization_servers"`
	// JWKSURI is the https URL of the resource's JWK Set.
	JWKSURI string `member:"jwks_uri"`
	// ScopesSupported are the scopes to request for access to the resource.
	ScopesSupported []string `member:"scopes_supported"`
	// BearerMethodsSupported are the ways to send a bearer token: header, body, query. An empty list means that none is
	// supported.
	BearerMethodsSupported []string `member:"bearer_methods_supported"`
	// ResourceSigningAlgValuesSupported are the JWS algorithms with which the resource signs its responses.
	ResourceSigningAlgValuesSupported []string `member:"resource_signing_alg_values_supported"`
	// ResourceName is the resource's name, for people; see [ResourceMetadata.ResourceNameFor].
	ResourceName string `member:"resource_name"`
	// ResourceDocumentation is a page for developers. Not checked: it may be any text.
	ResourceDocumentation string `member:"resource_documentation"`
	// ResourcePolicyURI is a page with the policy for using the data. Not checked: it may be any text.
	ResourcePolicyURI string `member:"resource_policy_uri"`
	// ResourceTOSURI is a page with the terms of service. Not checked: it may be any text.
	ResourceTOSURI string `member:"resource_tos_uri"`
	// TLSClientCertificateBoundAccessTokens tells whether access tokens are bound to client certificates.
	TLSClientCertificateBoundAccessTokens *bool `member:"tls_client_certificate_bound_access_tokens"`
	// AuthorizationDetailsTypesSupported are the supported type values of authorization_details.
	AuthorizationDetailsTypesSupported []string `member:"authorization_details_types_supported"`
	// DPoPSigningAlgValuesSupported are the supported JWS algorithms for DPoP proofs.
	DPoPSigningAlgValuesSupported []string `member:"dpop_signing_alg_values_supported"`
	// DPoPBoundAccessTokensRequired tells whether access tokens must be bound by DPoP.
	DPoPBoundAccessTokensRequired *bool `member:"dpop_bound_access_tokens_required"`
	// SignedMetadata is a JWT with the members as signed claims, exactly as received.
	SignedMetadata string `member:"signed_metadata"`

	// Variants are the members in other languages, by their full names, such as "resource_name#fr-CA".
	Variants map[string]string
	// Extra are the members without a field in this type.
	Extra map[string]json.RawMessage
	// URL is the URL of the document, after redirects.
	URL string
	// RawJSON is the document's text as received, without a byte-order mark.
	RawJSON string
	// SignatureStatus tells whether SignedMetadata was verified.
	SignatureStatus SignatureStatus
	// RequiresTLSClientCertificateBoundAccessTokens is [ResourceMetadata.TLSClientCertificateBoundAccessTokens], or the
	// RFC's default, false.
	RequiresTLSClientCertificateBoundAccessTokens bool
	// RequiresDPoPBoundAccessTokens is [ResourceMetadata.DPoPBoundAccessTokensRequired], or the RFC's default, false.
	RequiresDPoPBoundAccessTokens bool
	// Warnings are the tolerated deviations of the document.
	Warnings []Warning

	json     string
	document *resourceDocument
}

// resourceDocument owns the library's document, for look-ups by language.
type resourceDocument struct {
	handle *C.telnyx_resource_metadata
}

// FetchResourceMetadata calls [Client.FetchResourceMetadata] of a client with the default options that the whole
// process shares.
func FetchResourceMetadata(ctx context.Context, resource string) (*ResourceMetadata, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.FetchResourceMetadata(ctx, resource)
}

// FetchResourceMetadata fetches and validates the document at the well-known URL of a resource
// (https://www.rfc-editor.org/rfc/rfc9728#section-3).
//
// The resource is an absolute https URL, or http on a loopback host, or [Telnyx]. The error is an [*Error] of any kind
// except [KindIssuerMismatch] and [KindNotFound].
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

// JudgeResourceMetadata validates a response of your own HTTP client as the document of the resource
// (https://www.rfc-editor.org/rfc/rfc9728#section-3.2). No request is sent. Only these options have an effect:
// [WithResourceMatch], [WithStrict], [WithProfile], [WithAllowHTTP] and [WithTrustedKeys].
//
// The resource is an absolute https URL, or http on a loopback host. The error is a [KindInvalidArgument] or
// [KindInsecureURL] for the resource or the response's URL. If the response is refused, the error is a
// [KindHTTPStatus], [KindOAuthError], [KindContentType], [KindInvalidJSON], [KindInvalidMetadata],
// [KindResourceMismatch], [KindSignatureInvalid] or [KindProfileUnmet].
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

// takeResourceMetadata copies a document. It frees the original when the copy is garbage-collected.
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

// MarshalJSON returns the validated members of the document. Changes to the fields have no effect on it.
func (m *ResourceMetadata) MarshalJSON() ([]byte, error) {
	return []byte(m.json), nil
}

// ResourceNameFor returns resource_name for a language range such as "fr-CA", by the lookup of
// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, it returns the value without a language;
// empty if absent.
func (m *ResourceMetadata) ResourceNameFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_name_for(handle, language)
	})
}

// ResourceDocumentationFor returns resource_documentation for a language range, like
// [ResourceMetadata.ResourceNameFor].
func (m *ResourceMetadata) ResourceDocumentationFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_documentation_for(handle, language)
	})
}

// ResourcePolicyURIFor returns resource_policy_uri for a language range, like [ResourceMetadata.ResourceNameFor].
func (m *ResourceMetadata) ResourcePolicyURIFor(language string) string {
	return m.lookUp(language, func(handle *C.telnyx_resource_metadata, language *C.char) *C.char {
		return C.telnyx_resource_metadata_resource_policy_uri_for(handle, language)
	})
}

// ResourceTOSURIFor returns resource_tos_uri for a language range, like [ResourceMetadata.ResourceNameFor].
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
	// A range with a NUL is invalid. The look-up then gets NULL and returns the value without a language.
	input, _ := toC("language", language)
	defer free(input)
	return C.GoString(find(m.document.handle, input))
}
