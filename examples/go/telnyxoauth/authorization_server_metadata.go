package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"encoding/json"
)

// AuthorizationServerMetadata is an authorization server's metadata document, validated. Strings are exactly as
// received: escape them before you print them. If the document lacks a member, a string is empty, and a list or pointer
// is nil. Every endpoint is an absolute https URL, or http if the issuer is http.
//
// Members without a link are registered by https://www.rfc-editor.org/rfc/rfc8414#section-2 or
// https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata.
type AuthorizationServerMetadata struct {
	// Issuer is the server's issuer identifier. Use this string instead of the requested one in later requests.
	Issuer string `member:"issuer"`
	// AuthorizationEndpoint is the authorization endpoint, which the user's browser opens.
	AuthorizationEndpoint string `member:"authorization_endpoint"`
	// TokenEndpoint is the token endpoint.
	TokenEndpoint string `member:"token_endpoint"`
	// JWKSURI is the URL of the server's JWK Set.
	JWKSURI string `member:"jwks_uri"`
	// RegistrationEndpoint is the endpoint for dynamic client registration (https://www.rfc-editor.org/rfc/rfc7591).
	RegistrationEndpoint string `member:"registration_endpoint"`
	// ScopesSupported are the scopes that the server supports.
	ScopesSupported []string `member:"scopes_supported"`
	// ResponseTypesSupported are the response_type values that the server supports.
	ResponseTypesSupported []string `member:"response_types_supported"`
	// ResponseModesSupported are the response_mode values that the server supports. If absent: query and fragment.
	ResponseModesSupported []string `member:"response_modes_supported"`
	// GrantTypesSupported are the grant types that the server supports. If absent: authorization_code and implicit.
	GrantTypesSupported []string `member:"grant_types_supported"`
	// ServiceDocumentation is a page for developers. Not checked: it may be any text.
	ServiceDocumentation string `member:"service_documentation"`
	// OpPolicyURI is a page with the policy for using the data. Not checked: it may be any text.
	OpPolicyURI string `member:"op_policy_uri"`
	// OpTOSURI is a page with the terms of service. Not checked: it may be any text.
	OpTOSURI string `member:"op_tos_uri"`
	// RevocationEndpoint is the token revocation endpoint (https://www.rfc-editor.org/rfc/rfc7009).
	RevocationEndpoint string `member:"revocation_endpoint"`
	// IntrospectionEndpoint is the token introspection endpoint (https://www.rfc-editor.org/rfc/rfc7662).
	IntrospectionEndpoint string `member:"introspection_endpoint"`
	// SignedMetadata is a JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc8414#section-2.1),
	// exactly as received and not verified.
	SignedMetadata string `member:"signed_metadata"`
	// UserinfoEndpoint is OpenID Connect's UserInfo endpoint.
	UserinfoEndpoint string `member:"userinfo_endpoint"`
	// EndSessionEndpoint is the endpoint that logs the user out
	// (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
	EndSessionEndpoint string `member:"end_session_endpoint"`
	// TokenEndpointAuthMethodsSupported are the client authentication methods of the token endpoint. If absent:
	// client_secret_basic.
	TokenEndpointAuthMethodsSupported []string `member:"token_endpoint_auth_methods_supported"`
	// TokenEndpointAuthSigningAlgValuesSupported are the JWS algorithms for client authentication at the token
	// endpoint.
	TokenEndpointAuthSigningAlgValuesSupported []string `member:"token_endpoint_auth_signing_alg_values_supported"`
	// UILocalesSupported are the languages of the user interface, as BCP 47 tags.
	UILocalesSupported []string `member:"ui_locales_supported"`
	// RevocationEndpointAuthMethodsSupported are the client authentication methods of the revocation endpoint. If absent:
	// client_secret_basic.
	RevocationEndpointAuthMethodsSupported []string `member:"revocation_endpoint_auth_methods_supported"`
	// RevocationEndpointAuthSigningAlgValuesSupported are the JWS algorithms for client authentication at the
	// revocation endpoint.
	RevocationEndpointAuthSigningAlgValuesSupported []string `member:"revocation_endpoint_auth_signing_alg_values_supported"`
	// IntrospectionEndpointAuthMethodsSupported are the client authentication methods of the introspection endpoint.
	IntrospectionEndpointAuthMethodsSupported []string `member:"introspection_endpoint_auth_methods_supported"`
	// IntrospectionEndpointAuthSigningAlgValuesSupported are the JWS algorithms for client authentication at the
	// introspection endpoint.
	IntrospectionEndpointAuthSigningAlgValuesSupported []string `member:"introspection_endpoint_auth_signing_alg_values_supported"`
	// CodeChallengeMethodsSupported are the PKCE methods that the server supports
	// (https://www.rfc-editor.org/rfc/rfc7636).
	CodeChallengeMethodsSupported []string `member:"code_challenge_methods_supported"`
	// ProtectedResources are the resources that use this server, as the server's document lists them
	// (https://www.rfc-editor.org/rfc/rfc9728#section-4).
	ProtectedResources []string `member:"protected_resources"`
	// ACRValuesSupported are the authentication context classes that the server supports.
	ACRValuesSupported []string `member:"acr_values_supported"`
	// SubjectTypesSupported are the subject identifier types that the server supports: pairwise, public.
	SubjectTypesSupported []string `member:"subject_types_supported"`
	// IDTokenSigningAlgValuesSupported are the JWS algorithms for ID tokens.
	IDTokenSigningAlgValuesSupported []string `member:"id_token_signing_alg_values_supported"`
	// IDTokenEncryptionAlgValuesSupported are the JWE algorithms for ID tokens.
	IDTokenEncryptionAlgValuesSupported []string `member:"id_token_encryption_alg_values_supported"`
	// IDTokenEncryptionEncValuesSupported are the JWE content encryptions for ID tokens.
	IDTokenEncryptionEncValuesSupported []string `member:"id_token_encryption_enc_values_supported"`
	// UserinfoSigningAlgValuesSupported are the JWS algorithms for user information.
	UserinfoSigningAlgValuesSupported []string `member:"userinfo_signing_alg_values_supported"`
	// UserinfoEncryptionAlgValuesSupported are the JWE algorithms for user information.
	UserinfoEncryptionAlgValuesSupported []string `member:"userinfo_encryption_alg_values_supported"`
	// UserinfoEncryptionEncValuesSupported are the JWE content encryptions for user information.
	UserinfoEncryptionEncValuesSupported []string `member:"userinfo_encryption_enc_values_supported"`
	// RequestObjectSigningAlgValuesSupported are the JWS algorithms for request objects.
	RequestObjectSigningAlgValuesSupported []string `member:"request_object_signing_alg_values_supported"`
	// RequestObjectEncryptionAlgValuesSupported are the JWE algorithms for request objects.
	RequestObjectEncryptionAlgValuesSupported []string `member:"request_object_encryption_alg_values_supported"`
	// RequestObjectEncryptionEncValuesSupported are the JWE content encryptions for request objects.
	RequestObjectEncryptionEncValuesSupported []string `member:"request_object_encryption_enc_values_supported"`
	// DisplayValuesSupported are the display values that the server supports.
	DisplayValuesSupported []string `member:"display_values_supported"`
	// ClaimTypesSupported are the claim types that the server supports. If absent: normal.
	ClaimTypesSupported []string `member:"claim_types_supported"`
	// ClaimsSupported are the claims that the server may supply.
	ClaimsSupported []string `member:"claims_supported"`
	// ClaimsLocalesSupported are the languages of claims, as BCP 47 tags.
	ClaimsLocalesSupported []string `member:"claims_locales_supported"`
	// AuthorizationResponseISSParameterSupported tells whether authorization responses carry iss
	// (https://www.rfc-editor.org/rfc/rfc9207#section-3).
	AuthorizationResponseISSParameterSupported *bool `member:"authorization_response_iss_parameter_supported"`
	// ClaimsParameterSupported tells whether the claims parameter is supported.
	ClaimsParameterSupported *bool `member:"claims_parameter_supported"`
	// RequestParameterSupported tells whether the request parameter is supported.
	RequestParameterSupported *bool `member:"request_parameter_supported"`
	// RequestURIParameterSupported tells whether the request_uri parameter is supported; nil if absent. See also
	// [AuthorizationServerMetadata.SupportsRequestURIParameter].
	RequestURIParameterSupported *bool `member:"request_uri_parameter_supported"`
	// RequireRequestURIRegistration tells whether request_uri values must be registered in advance.
	RequireRequestURIRegistration *bool `member:"require_request_uri_registration"`

	// Extra are the members without a field in this type.
	Extra map[string]json.RawMessage
	// URL is the URL of the document, after redirects.
	URL string
	// RawJSON is the document's text as received, without a byte-order mark.
	RawJSON string
	// SignatureStatus tells whether SignedMetadata is present. It is never verified.
	SignatureStatus SignatureStatus
	// SupportsPKCES256 tells whether the server's document lists PKCE with S256
	// (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
	SupportsPKCES256 bool
	// SendsAuthorizationResponseISS is AuthorizationResponseISSParameterSupported, or the RFC's default, false.
	SendsAuthorizationResponseISS bool
	// SupportsRequestURIParameter is RequestURIParameterSupported, or its default, true.
	SupportsRequestURIParameter bool
	// Warnings are the tolerated deviations of the document.
	Warnings []Warning

	json string
}

// FetchAuthorizationServerMetadata calls [Client.FetchAuthorizationServerMetadata] of a client with the default options
// that the whole process shares.
func FetchAuthorizationServerMetadata(ctx context.Context, issuer string) (*AuthorizationServerMetadata, error) {
	client, err := sharedClient()
	if err != nil {
		return nil, err
	}
	return client.FetchAuthorizationServerMetadata(ctx, issuer)
}

// FetchAuthorizationServerMetadata fetches and validates the document of an authorization server
// (https://www.rfc-editor.org/rfc/rfc8414#section-3). It requests the URLs of [AuthorizationServerMetadataURLs] in
// order, until a URL has a document. These responses mean that a URL has no document: a status of 4xx (other than 408,
// 425 and 429), an empty body, a body that is not JSON, a JSON object without a registered member, and a redirect that
// is not followed. Any other failure ends the call.
//
// The issuer is an absolute https URL without a query, or http on a loopback host, or [Telnyx]. The error is an
// [*Error]: [KindNotFound] if no URL has a document, or any other kind except
// [KindResourceMismatch].
func (c *Client) FetchAuthorizationServerMetadata(
	ctx context.Context, issuer string,
) (*AuthorizationServerMetadata, error) {
	input, err := toCOrNull("issuer", issuer)
	if err != nil {
		return nil, err
	}
	defer free(input)
	var found *C.telnyx_authorization_server_metadata
	var failure *C.telnyx_error
	err = c.during(ctx, func(client *C.telnyx_client, call *C.telnyx_call) {
		C.telnyx_client_fetch_authorization_server_metadata(client, input, call, &found, &failure)
	})
	if err != nil {
		return nil, err
	}
	if failure != nil {
		return nil, takeError(failure)
	}
	defer C.telnyx_authorization_server_metadata_free(found)
	return copyAuthorizationServerMetadata(found)
}

// JudgeAuthorizationServerMetadata validates a response of your own HTTP client as the document of the issuer
// (https://www.rfc-editor.org/rfc/rfc8414#section-3.2). No request is sent. Only these options have an effect:
// [WithStrict], [WithProfile], [WithAllowHTTP] and [WithAuthorizationServerTrustedKeys].
//
// The issuer is an absolute https URL without a query, or http on a loopback host. The error is a [KindInvalidArgument]
// or [KindInsecureURL] for the issuer or the response's URL. If the response is refused, the error is a
// [KindHTTPStatus], [KindOAuthError], [KindContentType], [KindInvalidJSON], [KindInvalidMetadata],
// [KindIssuerMismatch], [KindSignatureInvalid] or [KindProfileUnmet].
func JudgeAuthorizationServerMetadata(
	issuer string, response Response, options ...Option,
) (*AuthorizationServerMetadata, error) {
	var metadata *AuthorizationServerMetadata
	err := judge("issuer", issuer, response, options,
		func(issuer *C.char, response *C.telnyx_response, options *C.telnyx_options) (err error) {
			var found *C.telnyx_authorization_server_metadata
			var failure *C.telnyx_error
			C.telnyx_authorization_server_metadata_from_response(issuer, response, options, &found, &failure)
			if failure != nil {
				return takeError(failure)
			}
			defer C.telnyx_authorization_server_metadata_free(found)
			metadata, err = copyAuthorizationServerMetadata(found)
			return err
		})
	return metadata, err
}

func copyAuthorizationServerMetadata(
	handle *C.telnyx_authorization_server_metadata,
) (*AuthorizationServerMetadata, error) {
	metadata := &AuthorizationServerMetadata{
		URL:     C.GoString(C.telnyx_authorization_server_metadata_document_url(handle)),
		RawJSON: C.GoString(C.telnyx_authorization_server_metadata_raw_json(handle)),
		SignatureStatus: SignatureStatus(C.GoString(
			C.telnyx_signature_status_str(C.telnyx_authorization_server_metadata_signature_status(handle)))),
		SupportsPKCES256: bool(C.telnyx_authorization_server_metadata_supports_pkce_s256(handle)),
		SendsAuthorizationResponseISS: bool(
			C.telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(handle)),
		SupportsRequestURIParameter: bool(
			C.telnyx_authorization_server_metadata_supports_request_uri_parameter(handle)),
		Warnings: warnings(C.telnyx_authorization_server_metadata_warnings_count(handle),
			func(i C.size_t) *C.telnyx_warning {
				return C.telnyx_authorization_server_metadata_warnings_at(handle, i)
			}),
		json: C.GoString(C.telnyx_authorization_server_metadata_to_json(handle)),
	}
	var err error
	if metadata.Extra, err = fill(metadata, metadata.json); err != nil {
		return nil, err
	}
	return metadata, nil
}

// MarshalJSON returns the validated members of the document. Changes to the fields have no effect on it.
func (m *AuthorizationServerMetadata) MarshalJSON() ([]byte, error) {
	return []byte(m.json), nil
}
