/* Generated from core/members.toml by `cargo run -p generate`. Do not edit. */

#define RESOURCE_METADATA_IDENTIFIERS(X) \
    X(resource_metadata, resource)

#define RESOURCE_METADATA_TEXTS(X) \
    X(resource_metadata, jwks_uri) \
    X(resource_metadata, resource_name) \
    X(resource_metadata, resource_documentation) \
    X(resource_metadata, resource_policy_uri) \
    X(resource_metadata, resource_tos_uri) \
    X(resource_metadata, signed_metadata) \
    X(resource_metadata, signed_jwks_uri) \
    X(resource_metadata, organization_name) \
    X(resource_metadata, description) \
    X(resource_metadata, logo_uri) \
    X(resource_metadata, organization_uri)

#define RESOURCE_METADATA_LISTS(X) \
    X(resource_metadata, authorization_servers) \
    X(resource_metadata, scopes_supported) \
    X(resource_metadata, bearer_methods_supported) \
    X(resource_metadata, resource_signing_alg_values_supported) \
    X(resource_metadata, authorization_details_types_supported) \
    X(resource_metadata, dpop_signing_alg_values_supported) \
    X(resource_metadata, keywords) \
    X(resource_metadata, contacts)

#define RESOURCE_METADATA_BOOLEANS(X) \
    X(resource_metadata, tls_client_certificate_bound_access_tokens) \
    X(resource_metadata, dpop_bound_access_tokens_required)

#define RESOURCE_METADATA_ENDPOINTS(X)

#define RESOURCE_METADATA_OBJECTS(X) \
    X(resource_metadata, jwks)

#define AUTHORIZATION_SERVER_METADATA_IDENTIFIERS(X) \
    X(authorization_server_metadata, issuer)

#define AUTHORIZATION_SERVER_METADATA_TEXTS(X) \
    X(authorization_server_metadata, authorization_endpoint) \
    X(authorization_server_metadata, token_endpoint) \
    X(authorization_server_metadata, jwks_uri) \
    X(authorization_server_metadata, registration_endpoint) \
    X(authorization_server_metadata, service_documentation) \
    X(authorization_server_metadata, op_policy_uri) \
    X(authorization_server_metadata, op_tos_uri) \
    X(authorization_server_metadata, revocation_endpoint) \
    X(authorization_server_metadata, introspection_endpoint) \
    X(authorization_server_metadata, signed_metadata) \
    X(authorization_server_metadata, device_authorization_endpoint) \
    X(authorization_server_metadata, userinfo_endpoint) \
    X(authorization_server_metadata, pushed_authorization_request_endpoint) \
    X(authorization_server_metadata, check_session_iframe) \
    X(authorization_server_metadata, end_session_endpoint) \
    X(authorization_server_metadata, backchannel_authentication_endpoint) \
    X(authorization_server_metadata, federation_registration_endpoint) \
    X(authorization_server_metadata, signed_jwks_uri) \
    X(authorization_server_metadata, organization_name) \
    X(authorization_server_metadata, display_name) \
    X(authorization_server_metadata, description) \
    X(authorization_server_metadata, logo_uri) \
    X(authorization_server_metadata, information_uri) \
    X(authorization_server_metadata, organization_uri) \
    X(authorization_server_metadata, status_list_aggregation_endpoint)

#define AUTHORIZATION_SERVER_METADATA_LISTS(X) \
    X(authorization_server_metadata, scopes_supported) \
    X(authorization_server_metadata, response_types_supported) \
    X(authorization_server_metadata, response_modes_supported) \
    X(authorization_server_metadata, grant_types_supported) \
    X(authorization_server_metadata, token_endpoint_auth_methods_supported) \
    X(authorization_server_metadata, token_endpoint_auth_signing_alg_values_supported) \
    X(authorization_server_metadata, ui_locales_supported) \
    X(authorization_server_metadata, revocation_endpoint_auth_methods_supported) \
    X(authorization_server_metadata, revocation_endpoint_auth_signing_alg_values_supported) \
    X(authorization_server_metadata, introspection_endpoint_auth_methods_supported) \
    X(authorization_server_metadata, introspection_endpoint_auth_signing_alg_values_supported) \
    X(authorization_server_metadata, code_challenge_methods_supported) \
    X(authorization_server_metadata, nfv_token_signing_alg_values_supported) \
    X(authorization_server_metadata, nfv_token_encryption_alg_values_supported) \
    X(authorization_server_metadata, nfv_token_encryption_enc_values_supported) \
    X(authorization_server_metadata, acr_values_supported) \
    X(authorization_server_metadata, subject_types_supported) \
    X(authorization_server_metadata, id_token_signing_alg_values_supported) \
    X(authorization_server_metadata, id_token_encryption_alg_values_supported) \
    X(authorization_server_metadata, id_token_encryption_enc_values_supported) \
    X(authorization_server_metadata, userinfo_signing_alg_values_supported) \
    X(authorization_server_metadata, userinfo_encryption_alg_values_supported) \
    X(authorization_server_metadata, userinfo_encryption_enc_values_supported) \
    X(authorization_server_metadata, request_object_signing_alg_values_supported) \
    X(authorization_server_metadata, request_object_encryption_alg_values_supported) \
    X(authorization_server_metadata, request_object_encryption_enc_values_supported) \
    X(authorization_server_metadata, display_values_supported) \
    X(authorization_server_metadata, claim_types_supported) \
    X(authorization_server_metadata, claims_supported) \
    X(authorization_server_metadata, claims_locales_supported) \
    X(authorization_server_metadata, introspection_signing_alg_values_supported) \
    X(authorization_server_metadata, introspection_encryption_alg_values_supported) \
    X(authorization_server_metadata, introspection_encryption_enc_values_supported) \
    X(authorization_server_metadata, backchannel_token_delivery_modes_supported) \
    X(authorization_server_metadata, backchannel_authentication_request_signing_alg_values_supported) \
    X(authorization_server_metadata, authorization_details_types_supported) \
    X(authorization_server_metadata, dpop_signing_alg_values_supported) \
    X(authorization_server_metadata, authorization_signing_alg_values_supported) \
    X(authorization_server_metadata, authorization_encryption_alg_values_supported) \
    X(authorization_server_metadata, authorization_encryption_enc_values_supported) \
    X(authorization_server_metadata, protected_resources) \
    X(authorization_server_metadata, client_registration_types_supported) \
    X(authorization_server_metadata, keywords) \
    X(authorization_server_metadata, contacts) \
    X(authorization_server_metadata, identity_chaining_requested_token_types_supported)

#define AUTHORIZATION_SERVER_METADATA_BOOLEANS(X) \
    X(authorization_server_metadata, tls_client_certificate_bound_access_tokens) \
    X(authorization_server_metadata, claims_parameter_supported) \
    X(authorization_server_metadata, request_parameter_supported) \
    X(authorization_server_metadata, request_uri_parameter_supported) \
    X(authorization_server_metadata, require_request_uri_registration) \
    X(authorization_server_metadata, require_signed_request_object) \
    X(authorization_server_metadata, require_pushed_authorization_requests) \
    X(authorization_server_metadata, authorization_response_iss_parameter_supported) \
    X(authorization_server_metadata, frontchannel_logout_supported) \
    X(authorization_server_metadata, frontchannel_logout_session_supported) \
    X(authorization_server_metadata, backchannel_logout_supported) \
    X(authorization_server_metadata, backchannel_logout_session_supported) \
    X(authorization_server_metadata, backchannel_user_code_parameter_supported) \
    X(authorization_server_metadata, client_id_metadata_document_supported)

#define AUTHORIZATION_SERVER_METADATA_ENDPOINTS(X) \
    X(authorization_server_metadata, mtls_endpoint_aliases)

#define AUTHORIZATION_SERVER_METADATA_OBJECTS(X) \
    X(authorization_server_metadata, jwks)
