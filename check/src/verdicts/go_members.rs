//! The members that the MCP Go SDK decodes, and their types.

use super::schema::Presence::Nullable;
use super::schema::{Member, Type};

pub(super) const RESOURCE: &[Member] = &[
    ("resource", Type::Text, Nullable),
    ("authorization_servers", Type::NullableTexts, Nullable),
    ("jwks_uri", Type::Text, Nullable),
    ("scopes_supported", Type::NullableTexts, Nullable),
    ("bearer_methods_supported", Type::NullableTexts, Nullable),
    ("resource_signing_alg_values_supported", Type::NullableTexts, Nullable),
    ("resource_name", Type::Text, Nullable),
    ("resource_documentation", Type::Text, Nullable),
    ("resource_policy_uri", Type::Text, Nullable),
    ("resource_tos_uri", Type::Text, Nullable),
    ("tls_client_certificate_bound_access_tokens", Type::Boolean, Nullable),
    ("authorization_details_types_supported", Type::NullableTexts, Nullable),
    ("dpop_signing_alg_values_supported", Type::NullableTexts, Nullable),
    ("dpop_bound_access_tokens_required", Type::Boolean, Nullable),
];

pub(super) const SERVER: &[Member] = &[
    ("issuer", Type::Text, Nullable),
    ("authorization_endpoint", Type::Text, Nullable),
    ("token_endpoint", Type::Text, Nullable),
    ("jwks_uri", Type::Text, Nullable),
    ("registration_endpoint", Type::Text, Nullable),
    ("scopes_supported", Type::NullableTexts, Nullable),
    ("response_types_supported", Type::NullableTexts, Nullable),
    ("response_modes_supported", Type::NullableTexts, Nullable),
    ("grant_types_supported", Type::NullableTexts, Nullable),
    ("token_endpoint_auth_methods_supported", Type::NullableTexts, Nullable),
    ("token_endpoint_auth_signing_alg_values_supported", Type::NullableTexts, Nullable),
    ("service_documentation", Type::Text, Nullable),
    ("ui_locales_supported", Type::NullableTexts, Nullable),
    ("op_policy_uri", Type::Text, Nullable),
    ("op_tos_uri", Type::Text, Nullable),
    ("revocation_endpoint", Type::Text, Nullable),
    ("revocation_endpoint_auth_methods_supported", Type::NullableTexts, Nullable),
    ("revocation_endpoint_auth_signing_alg_values_supported", Type::NullableTexts, Nullable),
    ("introspection_endpoint", Type::Text, Nullable),
    ("introspection_endpoint_auth_methods_supported", Type::NullableTexts, Nullable),
    ("introspection_endpoint_auth_signing_alg_values_supported", Type::NullableTexts, Nullable),
    ("code_challenge_methods_supported", Type::NullableTexts, Nullable),
    ("client_id_metadata_document_supported", Type::Boolean, Nullable),
    ("authorization_response_iss_parameter_supported", Type::Boolean, Nullable),
];
