/*
 * Generated from core/members.toml by `cargo run -p generate`. Do not edit.
 *
 * telnyx_oauth_members.h - the names of the members of both documents, and the functions for members that the library
 * does not export. telnyx_oauth.h includes this file.
 */

#ifndef TELNYX_OAUTH_MEMBERS_H
#define TELNYX_OAUTH_MEMBERS_H

#include "telnyx_oauth.h"

/* In C++, an inline function of several files must be the same function in all of them, so it must not be static. */
#ifdef __cplusplus
#define TELNYX_INLINE inline
extern "C" {
#else
#define TELNYX_INLINE static inline
#endif

#define TELNYX_MEMBER_ACR_VALUES_SUPPORTED "acr_values_supported"
#define TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED "authorization_details_types_supported"
#define TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ALG_VALUES_SUPPORTED "authorization_encryption_alg_values_supported"
#define TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ENC_VALUES_SUPPORTED "authorization_encryption_enc_values_supported"
#define TELNYX_MEMBER_AUTHORIZATION_ENDPOINT "authorization_endpoint"
#define TELNYX_MEMBER_AUTHORIZATION_RESPONSE_ISS_PARAMETER_SUPPORTED "authorization_response_iss_parameter_supported"
#define TELNYX_MEMBER_AUTHORIZATION_SERVERS "authorization_servers"
#define TELNYX_MEMBER_AUTHORIZATION_SIGNING_ALG_VALUES_SUPPORTED "authorization_signing_alg_values_supported"
#define TELNYX_MEMBER_BACKCHANNEL_AUTHENTICATION_ENDPOINT "backchannel_authentication_endpoint"
#define TELNYX_MEMBER_BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG_VALUES_SUPPORTED "backchannel_authentication_request_signing_alg_values_supported"
#define TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SESSION_SUPPORTED "backchannel_logout_session_supported"
#define TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SUPPORTED "backchannel_logout_supported"
#define TELNYX_MEMBER_BACKCHANNEL_TOKEN_DELIVERY_MODES_SUPPORTED "backchannel_token_delivery_modes_supported"
#define TELNYX_MEMBER_BACKCHANNEL_USER_CODE_PARAMETER_SUPPORTED "backchannel_user_code_parameter_supported"
#define TELNYX_MEMBER_BEARER_METHODS_SUPPORTED "bearer_methods_supported"
#define TELNYX_MEMBER_CHECK_SESSION_IFRAME "check_session_iframe"
#define TELNYX_MEMBER_CLAIM_TYPES_SUPPORTED "claim_types_supported"
#define TELNYX_MEMBER_CLAIMS_LOCALES_SUPPORTED "claims_locales_supported"
#define TELNYX_MEMBER_CLAIMS_PARAMETER_SUPPORTED "claims_parameter_supported"
#define TELNYX_MEMBER_CLAIMS_SUPPORTED "claims_supported"
#define TELNYX_MEMBER_CLIENT_ID_METADATA_DOCUMENT_SUPPORTED "client_id_metadata_document_supported"
#define TELNYX_MEMBER_CLIENT_REGISTRATION_TYPES_SUPPORTED "client_registration_types_supported"
#define TELNYX_MEMBER_CODE_CHALLENGE_METHODS_SUPPORTED "code_challenge_methods_supported"
#define TELNYX_MEMBER_CONTACTS "contacts"
#define TELNYX_MEMBER_DESCRIPTION "description"
#define TELNYX_MEMBER_DEVICE_AUTHORIZATION_ENDPOINT "device_authorization_endpoint"
#define TELNYX_MEMBER_DISPLAY_NAME "display_name"
#define TELNYX_MEMBER_DISPLAY_VALUES_SUPPORTED "display_values_supported"
#define TELNYX_MEMBER_DPOP_BOUND_ACCESS_TOKENS_REQUIRED "dpop_bound_access_tokens_required"
#define TELNYX_MEMBER_DPOP_SIGNING_ALG_VALUES_SUPPORTED "dpop_signing_alg_values_supported"
#define TELNYX_MEMBER_END_SESSION_ENDPOINT "end_session_endpoint"
#define TELNYX_MEMBER_FEDERATION_REGISTRATION_ENDPOINT "federation_registration_endpoint"
#define TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SESSION_SUPPORTED "frontchannel_logout_session_supported"
#define TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SUPPORTED "frontchannel_logout_supported"
#define TELNYX_MEMBER_GRANT_TYPES_SUPPORTED "grant_types_supported"
#define TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED "id_token_encryption_alg_values_supported"
#define TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED "id_token_encryption_enc_values_supported"
#define TELNYX_MEMBER_ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED "id_token_signing_alg_values_supported"
#define TELNYX_MEMBER_IDENTITY_CHAINING_REQUESTED_TOKEN_TYPES_SUPPORTED "identity_chaining_requested_token_types_supported"
#define TELNYX_MEMBER_INFORMATION_URI "information_uri"
#define TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ALG_VALUES_SUPPORTED "introspection_encryption_alg_values_supported"
#define TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ENC_VALUES_SUPPORTED "introspection_encryption_enc_values_supported"
#define TELNYX_MEMBER_INTROSPECTION_ENDPOINT "introspection_endpoint"
#define TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED "introspection_endpoint_auth_methods_supported"
#define TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED "introspection_endpoint_auth_signing_alg_values_supported"
#define TELNYX_MEMBER_INTROSPECTION_SIGNING_ALG_VALUES_SUPPORTED "introspection_signing_alg_values_supported"
#define TELNYX_MEMBER_ISSUER "issuer"
#define TELNYX_MEMBER_JWKS "jwks"
#define TELNYX_MEMBER_JWKS_URI "jwks_uri"
#define TELNYX_MEMBER_KEYWORDS "keywords"
#define TELNYX_MEMBER_LOGO_URI "logo_uri"
#define TELNYX_MEMBER_MTLS_ENDPOINT_ALIASES "mtls_endpoint_aliases"
#define TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED "nfv_token_encryption_alg_values_supported"
#define TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED "nfv_token_encryption_enc_values_supported"
#define TELNYX_MEMBER_NFV_TOKEN_SIGNING_ALG_VALUES_SUPPORTED "nfv_token_signing_alg_values_supported"
#define TELNYX_MEMBER_OP_POLICY_URI "op_policy_uri"
#define TELNYX_MEMBER_OP_TOS_URI "op_tos_uri"
#define TELNYX_MEMBER_ORGANIZATION_NAME "organization_name"
#define TELNYX_MEMBER_ORGANIZATION_URI "organization_uri"
#define TELNYX_MEMBER_PROTECTED_RESOURCES "protected_resources"
#define TELNYX_MEMBER_PUSHED_AUTHORIZATION_REQUEST_ENDPOINT "pushed_authorization_request_endpoint"
#define TELNYX_MEMBER_REGISTRATION_ENDPOINT "registration_endpoint"
#define TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ALG_VALUES_SUPPORTED "request_object_encryption_alg_values_supported"
#define TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ENC_VALUES_SUPPORTED "request_object_encryption_enc_values_supported"
#define TELNYX_MEMBER_REQUEST_OBJECT_SIGNING_ALG_VALUES_SUPPORTED "request_object_signing_alg_values_supported"
#define TELNYX_MEMBER_REQUEST_PARAMETER_SUPPORTED "request_parameter_supported"
#define TELNYX_MEMBER_REQUEST_URI_PARAMETER_SUPPORTED "request_uri_parameter_supported"
#define TELNYX_MEMBER_REQUIRE_PUSHED_AUTHORIZATION_REQUESTS "require_pushed_authorization_requests"
#define TELNYX_MEMBER_REQUIRE_REQUEST_URI_REGISTRATION "require_request_uri_registration"
#define TELNYX_MEMBER_REQUIRE_SIGNED_REQUEST_OBJECT "require_signed_request_object"
#define TELNYX_MEMBER_RESOURCE "resource"
#define TELNYX_MEMBER_RESOURCE_DOCUMENTATION "resource_documentation"
#define TELNYX_MEMBER_RESOURCE_NAME "resource_name"
#define TELNYX_MEMBER_RESOURCE_POLICY_URI "resource_policy_uri"
#define TELNYX_MEMBER_RESOURCE_SIGNING_ALG_VALUES_SUPPORTED "resource_signing_alg_values_supported"
#define TELNYX_MEMBER_RESOURCE_TOS_URI "resource_tos_uri"
#define TELNYX_MEMBER_RESPONSE_MODES_SUPPORTED "response_modes_supported"
#define TELNYX_MEMBER_RESPONSE_TYPES_SUPPORTED "response_types_supported"
#define TELNYX_MEMBER_REVOCATION_ENDPOINT "revocation_endpoint"
#define TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED "revocation_endpoint_auth_methods_supported"
#define TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED "revocation_endpoint_auth_signing_alg_values_supported"
#define TELNYX_MEMBER_SCOPES_SUPPORTED "scopes_supported"
#define TELNYX_MEMBER_SERVICE_DOCUMENTATION "service_documentation"
#define TELNYX_MEMBER_SIGNED_JWKS_URI "signed_jwks_uri"
#define TELNYX_MEMBER_SIGNED_METADATA "signed_metadata"
#define TELNYX_MEMBER_STATUS_LIST_AGGREGATION_ENDPOINT "status_list_aggregation_endpoint"
#define TELNYX_MEMBER_SUBJECT_TYPES_SUPPORTED "subject_types_supported"
#define TELNYX_MEMBER_TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS "tls_client_certificate_bound_access_tokens"
#define TELNYX_MEMBER_TOKEN_ENDPOINT "token_endpoint"
#define TELNYX_MEMBER_TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED "token_endpoint_auth_methods_supported"
#define TELNYX_MEMBER_TOKEN_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED "token_endpoint_auth_signing_alg_values_supported"
#define TELNYX_MEMBER_UI_LOCALES_SUPPORTED "ui_locales_supported"
#define TELNYX_MEMBER_USERINFO_ENCRYPTION_ALG_VALUES_SUPPORTED "userinfo_encryption_alg_values_supported"
#define TELNYX_MEMBER_USERINFO_ENCRYPTION_ENC_VALUES_SUPPORTED "userinfo_encryption_enc_values_supported"
#define TELNYX_MEMBER_USERINFO_ENDPOINT "userinfo_endpoint"
#define TELNYX_MEMBER_USERINFO_SIGNING_ALG_VALUES_SUPPORTED "userinfo_signing_alg_values_supported"

/**
 * Whether the document has authorization_servers, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_authorization_servers(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(metadata, TELNYX_MEMBER_AUTHORIZATION_SERVERS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has scopes_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_scopes_supported(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(metadata, TELNYX_MEMBER_SCOPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has bearer_methods_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_bearer_methods_supported(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(metadata, TELNYX_MEMBER_BEARER_METHODS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has resource_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_resource_signing_alg_values_supported(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(
        metadata, TELNYX_MEMBER_RESOURCE_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * A page for developers (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_resource_documentation(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_RESOURCE_DOCUMENTATION);
}

/**
 * A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be
 * any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_resource_policy_uri(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_RESOURCE_POLICY_URI);
}

/**
 * A page with the terms of service (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_resource_tos_uri(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_RESOURCE_TOS_URI);
}

/**
 * Whether the document has tls_client_certificate_bound_access_tokens, including the value false.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_tls_client_certificate_bound_access_tokens(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(
        metadata, TELNYX_MEMBER_TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The type values of authorization_details that the resource supports
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_resource_metadata_authorization_details_types_supported_count(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_list_count(metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED);
}

/**
 * The item of authorization_details_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_authorization_details_types_supported_at(
    const telnyx_resource_metadata *metadata, size_t index)
{
    return telnyx_resource_metadata_list_at(metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has authorization_details_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_authorization_details_types_supported(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has dpop_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_dpop_signing_alg_values_supported(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(
        metadata, TELNYX_MEMBER_DPOP_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has dpop_bound_access_tokens_required, including the value false.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_dpop_bound_access_tokens_required(
    const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(
        metadata, TELNYX_MEMBER_DPOP_BOUND_ACCESS_TOKENS_REQUIRED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The name of the organization that owns the resource, for people
 * (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_organization_name(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_ORGANIZATION_NAME);
}

/**
 * A short description of the resource, for people (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_description(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_DESCRIPTION);
}

/**
 * Keywords, tags or categories that apply to the resource (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_resource_metadata_keywords_count(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_list_count(metadata, TELNYX_MEMBER_KEYWORDS);
}

/**
 * The item of keywords at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_keywords_at(const telnyx_resource_metadata *metadata, size_t index)
{
    return telnyx_resource_metadata_list_at(metadata, TELNYX_MEMBER_KEYWORDS, index);
}

/**
 * Whether the document has keywords, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_keywords(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(metadata, TELNYX_MEMBER_KEYWORDS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Contacts of the people responsible for the resource, such as e-mail addresses
 * (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_resource_metadata_contacts_count(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_list_count(metadata, TELNYX_MEMBER_CONTACTS);
}

/**
 * The item of contacts at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_contacts_at(const telnyx_resource_metadata *metadata, size_t index)
{
    return telnyx_resource_metadata_list_at(metadata, TELNYX_MEMBER_CONTACTS, index);
}

/**
 * Whether the document has contacts, including an empty list.
 */
TELNYX_INLINE bool telnyx_resource_metadata_has_contacts(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_type(metadata, TELNYX_MEMBER_CONTACTS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The logo of the organization that owns the resource, an image (https://openid.net/specs/openid-federation-1_0.html).
 * Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_logo_uri(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_LOGO_URI);
}

/**
 * A page of the organization that owns the resource (https://openid.net/specs/openid-federation-1_0.html). Not checked:
 * it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_resource_metadata_organization_uri(const telnyx_resource_metadata *metadata)
{
    return telnyx_resource_metadata_string(metadata, TELNYX_MEMBER_ORGANIZATION_URI);
}

/**
 * Whether the document has scopes_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_scopes_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_SCOPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has response_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_response_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_RESPONSE_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The response_mode values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
 * query and fragment.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_response_modes_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_RESPONSE_MODES_SUPPORTED);
}

/**
 * The item of response_modes_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_response_modes_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_RESPONSE_MODES_SUPPORTED, index);
}

/**
 * Whether the document has response_modes_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_response_modes_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_RESPONSE_MODES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has grant_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_grant_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_GRANT_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has token_endpoint_auth_methods_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_token_endpoint_auth_methods_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has token_endpoint_auth_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_token_endpoint_auth_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_TOKEN_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * A page for developers (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_service_documentation(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_SERVICE_DOCUMENTATION);
}

/**
 * The languages of the user interface, as BCP 47 tags (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_ui_locales_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_UI_LOCALES_SUPPORTED);
}

/**
 * The item of ui_locales_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_ui_locales_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_UI_LOCALES_SUPPORTED, index);
}

/**
 * Whether the document has ui_locales_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_ui_locales_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_UI_LOCALES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be
 * any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_op_policy_uri(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_OP_POLICY_URI);
}

/**
 * A page with the terms of service (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_op_tos_uri(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_OP_TOS_URI);
}

/**
 * The client authentication methods of the revocation endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). If
 * absent: client_secret_basic.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED);
}

/**
 * The item of revocation_endpoint_auth_methods_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED, index);
}

/**
 * Whether the document has revocation_endpoint_auth_methods_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_revocation_endpoint_auth_methods_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has revocation_endpoint_auth_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_revocation_endpoint_auth_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REVOCATION_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The client authentication methods of the introspection endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED);
}

/**
 * The item of introspection_endpoint_auth_methods_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED, index);
}

/**
 * Whether the document has introspection_endpoint_auth_methods_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_introspection_endpoint_auth_methods_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has introspection_endpoint_auth_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_introspection_endpoint_auth_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENDPOINT_AUTH_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has code_challenge_methods_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_code_challenge_methods_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CODE_CHALLENGE_METHODS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has tls_client_certificate_bound_access_tokens, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_tls_client_certificate_bound_access_tokens(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has mtls_endpoint_aliases, including an empty object.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_mtls_endpoint_aliases(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_MTLS_ENDPOINT_ALIASES) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for NFV tokens
 * (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_nfv_token_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_NFV_TOKEN_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of nfv_token_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_nfv_token_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_NFV_TOKEN_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has nfv_token_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_nfv_token_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_NFV_TOKEN_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for NFV tokens
 * (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_nfv_token_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of nfv_token_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_nfv_token_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has nfv_token_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_nfv_token_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for NFV tokens
 * (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_nfv_token_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of nfv_token_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_nfv_token_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has nfv_token_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_nfv_token_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_NFV_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The authentication context classes that the server supports
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_acr_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_ACR_VALUES_SUPPORTED);
}

/**
 * The item of acr_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_acr_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_ACR_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has acr_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_acr_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_ACR_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The subject identifier types that the server supports: pairwise, public
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_subject_types_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_SUBJECT_TYPES_SUPPORTED);
}

/**
 * The item of subject_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_subject_types_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_SUBJECT_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has subject_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_subject_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_SUBJECT_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of id_token_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has id_token_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_id_token_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of id_token_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has id_token_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_id_token_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of id_token_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has id_token_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_id_token_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_ID_TOKEN_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_USERINFO_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of userinfo_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_USERINFO_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has userinfo_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_userinfo_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_USERINFO_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of userinfo_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has userinfo_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_userinfo_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of userinfo_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has userinfo_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_userinfo_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_USERINFO_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of request_object_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has request_object_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_request_object_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of request_object_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has request_object_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_request_object_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of request_object_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has request_object_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_request_object_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUEST_OBJECT_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The display values that the server supports (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_display_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_DISPLAY_VALUES_SUPPORTED);
}

/**
 * The item of display_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_display_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_DISPLAY_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has display_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_display_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_DISPLAY_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The claim types that the server supports (https://openid.net/specs/openid-connect-discovery-1_0.html). If absent:
 * normal.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_claim_types_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_CLAIM_TYPES_SUPPORTED);
}

/**
 * The item of claim_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_claim_types_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_CLAIM_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has claim_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_claim_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLAIM_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The claims that the server may supply (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_claims_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_CLAIMS_SUPPORTED);
}

/**
 * The item of claims_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_claims_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_CLAIMS_SUPPORTED, index);
}

/**
 * Whether the document has claims_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_claims_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLAIMS_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The languages of claims, as BCP 47 tags (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_claims_locales_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_CLAIMS_LOCALES_SUPPORTED);
}

/**
 * The item of claims_locales_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_claims_locales_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_CLAIMS_LOCALES_SUPPORTED, index);
}

/**
 * Whether the document has claims_locales_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_claims_locales_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLAIMS_LOCALES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server supports the claims parameter (https://openid.net/specs/openid-connect-discovery-1_0.html). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_claims_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_CLAIMS_PARAMETER_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has claims_parameter_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_claims_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLAIMS_PARAMETER_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server supports the request parameter (https://openid.net/specs/openid-connect-discovery-1_0.html). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_request_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_REQUEST_PARAMETER_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has request_parameter_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_request_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUEST_PARAMETER_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has request_uri_parameter_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_request_uri_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUEST_URI_PARAMETER_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether request_uri values must be registered beforehand
 * (https://openid.net/specs/openid-connect-discovery-1_0.html). If absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_require_request_uri_registration(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_REQUIRE_REQUEST_URI_REGISTRATION) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has require_request_uri_registration, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_require_request_uri_registration(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUIRE_REQUEST_URI_REGISTRATION) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether authorization requests must be signed request objects (https://www.rfc-editor.org/rfc/rfc9101#section-10.5).
 * If absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_require_signed_request_object(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_REQUIRE_SIGNED_REQUEST_OBJECT) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has require_signed_request_object, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_require_signed_request_object(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUIRE_SIGNED_REQUEST_OBJECT) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server accepts pushed authorization requests only (https://www.rfc-editor.org/rfc/rfc9126#section-5). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_require_pushed_authorization_requests(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_REQUIRE_PUSHED_AUTHORIZATION_REQUESTS) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has require_pushed_authorization_requests, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_require_pushed_authorization_requests(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_REQUIRE_PUSHED_AUTHORIZATION_REQUESTS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_introspection_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_INTROSPECTION_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of introspection_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_introspection_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_INTROSPECTION_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has introspection_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_introspection_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_INTROSPECTION_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_introspection_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of introspection_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_introspection_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has introspection_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_introspection_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_introspection_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of introspection_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_introspection_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has introspection_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_introspection_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_INTROSPECTION_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has authorization_response_iss_parameter_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_authorization_response_iss_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_RESPONSE_ISS_PARAMETER_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server supports front-channel logout (https://openid.net/specs/openid-connect-frontchannel-1_0.html). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_frontchannel_logout_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has frontchannel_logout_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_frontchannel_logout_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server sends iss and sid in front-channel logout requests
 * (https://openid.net/specs/openid-connect-frontchannel-1_0.html). If absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_frontchannel_logout_session_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SESSION_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has frontchannel_logout_session_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_frontchannel_logout_session_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_FRONTCHANNEL_LOGOUT_SESSION_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server supports back-channel logout (https://openid.net/specs/openid-connect-backchannel-1_0.html). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_backchannel_logout_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has backchannel_logout_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_backchannel_logout_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server sends sid in logout tokens (https://openid.net/specs/openid-connect-backchannel-1_0.html). If
 * absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_backchannel_logout_session_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SESSION_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has backchannel_logout_session_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_backchannel_logout_session_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_BACKCHANNEL_LOGOUT_SESSION_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The ways to deliver tokens after backchannel authentication: poll, ping, push
 * (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_backchannel_token_delivery_modes_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_BACKCHANNEL_TOKEN_DELIVERY_MODES_SUPPORTED);
}

/**
 * The item of backchannel_token_delivery_modes_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_backchannel_token_delivery_modes_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_BACKCHANNEL_TOKEN_DELIVERY_MODES_SUPPORTED, index);
}

/**
 * Whether the document has backchannel_token_delivery_modes_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_backchannel_token_delivery_modes_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_BACKCHANNEL_TOKEN_DELIVERY_MODES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWS algorithms for signed backchannel authentication requests
 * (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_backchannel_authentication_request_signing_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG_VALUES_SUPPORTED);
}

/**
 * The item of backchannel_authentication_request_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_backchannel_authentication_request_signing_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has backchannel_authentication_request_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_backchannel_authentication_request_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the server supports the user_code parameter
 * (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). If absent: false.
 *
 * Returns false also if the member is absent.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_backchannel_user_code_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_boolean(
        metadata, TELNYX_MEMBER_BACKCHANNEL_USER_CODE_PARAMETER_SUPPORTED) == TELNYX_BOOLEAN_TRUE;
}

/**
 * Whether the document has backchannel_user_code_parameter_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_backchannel_user_code_parameter_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_BACKCHANNEL_USER_CODE_PARAMETER_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The type values of authorization_details that the server supports
 * (https://www.rfc-editor.org/rfc/rfc9396#section-10).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_authorization_details_types_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED);
}

/**
 * The item of authorization_details_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_authorization_details_types_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has authorization_details_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_authorization_details_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_DETAILS_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has dpop_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_dpop_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_DPOP_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has authorization_signing_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_authorization_signing_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_SIGNING_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_authorization_encryption_alg_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ALG_VALUES_SUPPORTED);
}

/**
 * The item of authorization_encryption_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_authorization_encryption_alg_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ALG_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has authorization_encryption_alg_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_authorization_encryption_alg_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ALG_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The JWE content encryptions for authorization responses (https://openid.net/specs/oauth-v2-jarm.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_authorization_encryption_enc_values_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ENC_VALUES_SUPPORTED);
}

/**
 * The item of authorization_encryption_enc_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_authorization_encryption_enc_values_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ENC_VALUES_SUPPORTED, index);
}

/**
 * Whether the document has authorization_encryption_enc_values_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_authorization_encryption_enc_values_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_AUTHORIZATION_ENCRYPTION_ENC_VALUES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The resources that can be used with the server (https://www.rfc-editor.org/rfc/rfc9728#section-4).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_protected_resources_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_PROTECTED_RESOURCES);
}

/**
 * The item of protected_resources at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_protected_resources_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_PROTECTED_RESOURCES, index);
}

/**
 * Whether the document has protected_resources, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_protected_resources(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_PROTECTED_RESOURCES) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The ways of client registration that the server supports: automatic, explicit
 * (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_client_registration_types_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_CLIENT_REGISTRATION_TYPES_SUPPORTED);
}

/**
 * The item of client_registration_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_client_registration_types_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_CLIENT_REGISTRATION_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has client_registration_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_client_registration_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLIENT_REGISTRATION_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The name of the organization that owns the server, for people (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_organization_name(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_ORGANIZATION_NAME);
}

/**
 * The server's name, for people (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_display_name(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_DISPLAY_NAME);
}

/**
 * A short description of the server, for people (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_description(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_DESCRIPTION);
}

/**
 * Keywords, tags or categories that apply to the server (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_keywords_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_KEYWORDS);
}

/**
 * The item of keywords at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_keywords_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_KEYWORDS, index);
}

/**
 * Whether the document has keywords, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_keywords(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(metadata, TELNYX_MEMBER_KEYWORDS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Contacts of the people responsible for the server, such as e-mail addresses
 * (https://openid.net/specs/openid-federation-1_0.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_contacts_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(metadata, TELNYX_MEMBER_CONTACTS);
}

/**
 * The item of contacts at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_contacts_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(metadata, TELNYX_MEMBER_CONTACTS, index);
}

/**
 * Whether the document has contacts, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_contacts(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(metadata, TELNYX_MEMBER_CONTACTS) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * The logo of the organization that owns the server, an image (https://openid.net/specs/openid-federation-1_0.html).
 * Not checked: it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_logo_uri(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_LOGO_URI);
}

/**
 * A page with more about the server (https://openid.net/specs/openid-federation-1_0.html). Not checked: it may be any
 * text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_information_uri(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_INFORMATION_URI);
}

/**
 * A page of the organization that owns the server (https://openid.net/specs/openid-federation-1_0.html). Not checked:
 * it may be any text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_organization_uri(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_string(metadata, TELNYX_MEMBER_ORGANIZATION_URI);
}

/**
 * The requested_token_type values that the server supports in a token exchange for identity chaining
 * (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
TELNYX_INLINE size_t telnyx_authorization_server_metadata_identity_chaining_requested_token_types_supported_count(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_list_count(
        metadata, TELNYX_MEMBER_IDENTITY_CHAINING_REQUESTED_TOKEN_TYPES_SUPPORTED);
}

/**
 * The item of identity_chaining_requested_token_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
TELNYX_INLINE const char *telnyx_authorization_server_metadata_identity_chaining_requested_token_types_supported_at(
    const telnyx_authorization_server_metadata *metadata, size_t index)
{
    return telnyx_authorization_server_metadata_list_at(
        metadata, TELNYX_MEMBER_IDENTITY_CHAINING_REQUESTED_TOKEN_TYPES_SUPPORTED, index);
}

/**
 * Whether the document has identity_chaining_requested_token_types_supported, including an empty list.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_identity_chaining_requested_token_types_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_IDENTITY_CHAINING_REQUESTED_TOKEN_TYPES_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

/**
 * Whether the document has client_id_metadata_document_supported, including the value false.
 */
TELNYX_INLINE bool telnyx_authorization_server_metadata_has_client_id_metadata_document_supported(
    const telnyx_authorization_server_metadata *metadata)
{
    return telnyx_authorization_server_metadata_type(
        metadata, TELNYX_MEMBER_CLIENT_ID_METADATA_DOCUMENT_SUPPORTED) != TELNYX_MEMBER_TYPE_ABSENT;
}

#ifdef __cplusplus
}  // extern "C"
#endif

#endif  /* TELNYX_OAUTH_MEMBERS_H */
