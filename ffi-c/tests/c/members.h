/* Generated from core/members.toml by `cargo run -p generate`. Do not edit. */

#define RESOURCE_METADATA_IDENTIFIERS(X) \
    X(resource_metadata, resource, "resource")

#define RESOURCE_METADATA_TEXTS(X) \
    X(resource_metadata, jwks_uri, "jwks_uri") \
    X(resource_metadata, resource_name, "resource_name") \
    X(resource_metadata, resource_documentation, "resource_documentation") \
    X(resource_metadata, resource_policy_uri, "resource_policy_uri") \
    X(resource_metadata, resource_tos_uri, "resource_tos_uri") \
    X(resource_metadata, signed_metadata, "signed_metadata") \
    X(resource_metadata, signed_jwks_uri, "signed_jwks_uri") \
    X(resource_metadata, organization_name, "organization_name") \
    X(resource_metadata, description, "description") \
    X(resource_metadata, logo_uri, "logo_uri") \
    X(resource_metadata, organization_uri, "organization_uri")

#define RESOURCE_METADATA_LISTS(X) \
    X(resource_metadata, authorization_servers, "authorization_servers") \
    X(resource_metadata, scopes_supported, "scopes_supported") \
    X(resource_metadata, bearer_methods_supported, "bearer_methods_supported") \
    X(resource_metadata, resource_signing_alg_values_supported, "resource_signing_alg_values_supported") \
    X(resource_metadata, authorization_details_types_supported, "authorization_details_types_supported") \
    X(resource_metadata, dpop_signing_alg_values_supported, "dpop_signing_alg_values_supported") \
    X(resource_metadata, keywords, "keywords") \
    X(resource_metadata, contacts, "contacts")

#define RESOURCE_METADATA_BOOLEANS(X) \
    X(resource_metadata, tls_client_certificate_bound_access_tokens, "tls_client_certificate_bound_access_tokens") \
    X(resource_metadata, dpop_bound_access_tokens_required, "dpop_bound_access_tokens_required")

#define RESOURCE_METADATA_ENDPOINTS(X)

#define RESOURCE_METADATA_OBJECTS(X) \
    X(resource_metadata, jwks, "jwks")

#define AUTHORIZATION_SERVER_METADATA_IDENTIFIERS(X) \
    X(authorization_server_metadata, issuer, "issuer")

#define AUTHORIZATION_SERVER_METADATA_TEXTS(X) \
    X(authorization_server_metadata, authorization_endpoint, "authorization_endpoint") \
    X(authorization_server_metadata, token_endpoint, "token_endpoint") \
    X(authorization_server_metadata, jwks_uri, "jwks_uri") \
    X(authorization_server_metadata, registration_endpoint, "registration_endpoint") \
    X(authorization_server_metadata, service_documentation, "service_documentation") \
    X(authorization_server_metadata, op_policy_uri, "op_policy_uri") \
    X(authorization_server_metadata, op_tos_uri, "op_tos_uri") \
    X(authorization_server_metadata, revocation_endpoint, "revocation_endpoint") \
    X(authorization_server_metadata, introspection_endpoint, "introspection_endpoint") \
    X(authorization_server_metadata, signed_metadata, "signed_metadata") \
    X(authorization_server_metadata, device_authorization_endpoint, "device_authorization_endpoint") \
    X(authorization_server_metadata, userinfo_endpoint, "userinfo_endpoint") \
    X(authorization_server_metadata, pushed_authorization_request_endpoint, "pushed_authorization_request_endpoint") \
    X(authorization_server_metadata, check_session_iframe, "check_session_iframe") \
    X(authorization_server_metadata, end_session_endpoint, "end_session_endpoint") \
    X(authorization_server_metadata, backchannel_authentication_endpoint, "backchannel_authentication_endpoint") \
    X(authorization_server_metadata, federation_registration_endpoint, "federation_registration_endpoint") \
    X(authorization_server_metadata, signed_jwks_uri, "signed_jwks_uri") \
    X(authorization_server_metadata, organization_name, "organization_name") \
    X(authorization_server_metadata, display_name, "display_name") \
    X(authorization_server_metadata, description, "description") \
    X(authorization_server_metadata, logo_uri, "logo_uri") \
    X(authorization_server_metadata, information_uri, "information_uri") \
    X(authorization_server_metadata, organization_uri, "organization_uri") \
    X(authorization_server_metadata, status_list_aggregation_endpoint, "status_list_aggregation_endpoint")

#define AUTHORIZATION_SERVER_METADATA_LISTS(X) \
    X(authorization_server_metadata, scopes_supported, "scopes_supported") \
    X(authorization_server_metadata, response_types_supported, "response_types_supported") \
    X(authorization_server_metadata, response_modes_supported, "response_modes_supported") \
    X(authorization_server_metadata, grant_types_supported, "grant_types_supported") \
    X(authorization_server_metadata, token_endpoint_auth_methods_supported, "token_endpoint_auth_methods_supported") \
    X(authorization_server_metadata, token_endpoint_auth_signing_alg_values_supported, "token_endpoint_auth_signing_alg_values_supported") \
    X(authorization_server_metadata, ui_locales_supported, "ui_locales_supported") \
    X(authorization_server_metadata, revocation_endpoint_auth_methods_supported, "revocation_endpoint_auth_methods_supported") \
    X(authorization_server_metadata, revocation_endpoint_auth_signing_alg_values_supported, "revocation_endpoint_auth_signing_alg_values_supported") \
    X(authorization_server_metadata, introspection_endpoint_auth_methods_supported, "introspection_endpoint_auth_methods_supported") \
    X(authorization_server_metadata, introspection_endpoint_auth_signing_alg_values_supported, "introspection_endpoint_auth_signing_alg_values_supported") \
    X(authorization_server_metadata, code_challenge_methods_supported, "code_challenge_methods_supported") \
    X(authorization_server_metadata, nfv_token_signing_alg_values_supported, "nfv_token_signing_alg_values_supported") \
    X(authorization_server_metadata, nfv_token_encryption_alg_values_supported, "nfv_token_encryption_alg_values_supported") \
    X(authorization_server_metadata, nfv_token_encryption_enc_values_supported, "nfv_token_encryption_enc_values_supported") \
    X(authorization_server_metadata, acr_values_supported, "acr_values_supported") \
    X(authorization_server_metadata, subject_types_supported, "subject_types_supported") \
    X(authorization_server_metadata, id_token_signing_alg_values_supported, "id_token_signing_alg_values_supported") \
    X(authorization_server_metadata, id_token_encryption_alg_values_supported, "id_token_encryption_alg_values_supported") \
    X(authorization_server_metadata, id_token_encryption_enc_values_supported, "id_token_encryption_enc_values_supported") \
    X(authorization_server_metadata, userinfo_signing_alg_values_supported, "userinfo_signing_alg_values_supported") \
    X(authorization_server_metadata, userinfo_encryption_alg_values_supported, "userinfo_encryption_alg_values_supported") \
    X(authorization_server_metadata, userinfo_encryption_enc_values_supported, "userinfo_encryption_enc_values_supported") \
    X(authorization_server_metadata, request_object_signing_alg_values_supported, "request_object_signing_alg_values_supported") \
    X(authorization_server_metadata, request_object_encryption_alg_values_supported, "request_object_encryption_alg_values_supported") \
    X(authorization_server_metadata, request_object_encryption_enc_values_supported, "request_object_encryption_enc_values_supported") \
    X(authorization_server_metadata, display_values_supported, "display_values_supported") \
    X(authorization_server_metadata, claim_types_supported, "claim_types_supported") \
    X(authorization_server_metadata, claims_supported, "claims_supported") \
    X(authorization_server_metadata, claims_locales_supported, "claims_locales_supported") \
    X(authorization_server_metadata, introspection_signing_alg_values_supported, "introspection_signing_alg_values_supported") \
    X(authorization_server_metadata, introspection_encryption_alg_values_supported, "introspection_encryption_alg_values_supported") \
    X(authorization_server_metadata, introspection_encryption_enc_values_supported, "introspection_encryption_enc_values_supported") \
    X(authorization_server_metadata, backchannel_token_delivery_modes_supported, "backchannel_token_delivery_modes_supported") \
    X(authorization_server_metadata, backchannel_authentication_request_signing_alg_values_supported, "backchannel_authentication_request_signing_alg_values_supported") \
    X(authorization_server_metadata, authorization_details_types_supported, "authorization_details_types_supported") \
    X(authorization_server_metadata, dpop_signing_alg_values_supported, "dpop_signing_alg_values_supported") \
    X(authorization_server_metadata, authorization_signing_alg_values_supported, "authorization_signing_alg_values_supported") \
    X(authorization_server_metadata, authorization_encryption_alg_values_supported, "authorization_encryption_alg_values_supported") \
    X(authorization_server_metadata, authorization_encryption_enc_values_supported, "authorization_encryption_enc_values_supported") \
    X(authorization_server_metadata, protected_resources, "protected_resources") \
    X(authorization_server_metadata, client_registration_types_supported, "client_registration_types_supported") \
    X(authorization_server_metadata, keywords, "keywords") \
    X(authorization_server_metadata, contacts, "contacts") \
    X(authorization_server_metadata, identity_chaining_requested_token_types_supported, "identity_chaining_requested_token_types_supported")

#define AUTHORIZATION_SERVER_METADATA_BOOLEANS(X) \
    X(authorization_server_metadata, tls_client_certificate_bound_access_tokens, "tls_client_certificate_bound_access_tokens") \
    X(authorization_server_metadata, claims_parameter_supported, "claims_parameter_supported") \
    X(authorization_server_metadata, request_parameter_supported, "request_parameter_supported") \
    X(authorization_server_metadata, request_uri_parameter_supported, "request_uri_parameter_supported") \
    X(authorization_server_metadata, require_request_uri_registration, "require_request_uri_registration") \
    X(authorization_server_metadata, require_signed_request_object, "require_signed_request_object") \
    X(authorization_server_metadata, require_pushed_authorization_requests, "require_pushed_authorization_requests") \
    X(authorization_server_metadata, authorization_response_iss_parameter_supported, "authorization_response_iss_parameter_supported") \
    X(authorization_server_metadata, frontchannel_logout_supported, "frontchannel_logout_supported") \
    X(authorization_server_metadata, frontchannel_logout_session_supported, "frontchannel_logout_session_supported") \
    X(authorization_server_metadata, backchannel_logout_supported, "backchannel_logout_supported") \
    X(authorization_server_metadata, backchannel_logout_session_supported, "backchannel_logout_session_supported") \
    X(authorization_server_metadata, backchannel_user_code_parameter_supported, "backchannel_user_code_parameter_supported") \
    X(authorization_server_metadata, client_id_metadata_document_supported, "client_id_metadata_document_supported")

#define AUTHORIZATION_SERVER_METADATA_ENDPOINTS(X) \
    X(authorization_server_metadata, mtls_endpoint_aliases, "mtls_endpoint_aliases")

#define AUTHORIZATION_SERVER_METADATA_OBJECTS(X) \
    X(authorization_server_metadata, jwks, "jwks")
