//! The members that the MCP TypeScript SDK checks, and their types.

use super::schema::Presence::{Optional, Required};
use super::schema::{Member, Type};

pub(super) const RESOURCE: &[Member] = &[
    ("resource", Type::Url, Required),
    ("authorization_servers", Type::SafeUrls, Optional),
    ("jwks_uri", Type::Url, Optional),
    ("scopes_supported", Type::Texts, Optional),
    ("bearer_methods_supported", Type::Texts, Optional),
    ("resource_signing_alg_values_supported", Type::Texts, Optional),
    ("resource_name", Type::Text, Optional),
    ("resource_documentation", Type::Text, Optional),
    ("resource_policy_uri", Type::Url, Optional),
    ("resource_tos_uri", Type::Url, Optional),
    ("tls_client_certificate_bound_access_tokens", Type::Boolean, Optional),
    ("authorization_details_types_supported", Type::Texts, Optional),
    ("dpop_signing_alg_values_supported", Type::Texts, Optional),
    ("dpop_bound_access_tokens_required", Type::Boolean, Optional),
];

/// The members of both kinds of server documents.
pub(super) const SERVER: &[Member] = &[
    ("issuer", Type::Text, Required),
    ("authorization_endpoint", Type::SafeUrl, Required),
    ("token_endpoint", Type::SafeUrl, Required),
    ("registration_endpoint", Type::SafeUrl, Optional),
    ("scopes_supported", Type::Texts, Optional),
    ("response_types_supported", Type::Texts, Required),
    ("response_modes_supported", Type::Texts, Optional),
    ("grant_types_supported", Type::Texts, Optional),
    ("token_endpoint_auth_methods_supported", Type::Texts, Optional),
    ("token_endpoint_auth_signing_alg_values_supported", Type::Texts, Optional),
    ("code_challenge_methods_supported", Type::Texts, Optional),
    ("client_id_metadata_document_supported", Type::Boolean, Optional),
];

pub(super) const OAUTH: &[Member] = &[
    ("service_documentation", Type::SafeUrl, Optional),
    ("revocation_endpoint", Type::SafeUrl, Optional),
    ("revocation_endpoint_auth_methods_supported", Type::Texts, Optional),
    ("revocation_endpoint_auth_signing_alg_values_supported", Type::Texts, Optional),
    ("introspection_endpoint", Type::Text, Optional),
    ("introspection_endpoint_auth_methods_supported", Type::Texts, Optional),
    ("introspection_endpoint_auth_signing_alg_values_supported", Type::Texts, Optional),
];

pub(super) const OPENID: &[Member] = &[
    ("userinfo_endpoint", Type::SafeUrl, Optional),
    ("jwks_uri", Type::SafeUrl, Required),
    ("acr_values_supported", Type::Texts, Optional),
    ("subject_types_supported", Type::Texts, Required),
    ("id_token_signing_alg_values_supported", Type::Texts, Required),
    ("id_token_encryption_alg_values_supported", Type::Texts, Optional),
    ("id_token_encryption_enc_values_supported", Type::Texts, Optional),
    ("userinfo_signing_alg_values_supported", Type::Texts, Optional),
    ("userinfo_encryption_alg_values_supported", Type::Texts, Optional),
    ("userinfo_encryption_enc_values_supported", Type::Texts, Optional),
    ("request_object_signing_alg_values_supported", Type::Texts, Optional),
    ("request_object_encryption_alg_values_supported", Type::Texts, Optional),
    ("request_object_encryption_enc_values_supported", Type::Texts, Optional),
    ("display_values_supported", Type::Texts, Optional),
    ("claim_types_supported", Type::Texts, Optional),
    ("claims_supported", Type::Texts, Optional),
    ("service_documentation", Type::Text, Optional),
    ("claims_locales_supported", Type::Texts, Optional),
    ("ui_locales_supported", Type::Texts, Optional),
    ("claims_parameter_supported", Type::Boolean, Optional),
    ("request_parameter_supported", Type::Boolean, Optional),
    ("request_uri_parameter_supported", Type::Boolean, Optional),
    ("require_request_uri_registration", Type::Boolean, Optional),
    ("op_policy_uri", Type::SafeUrl, Optional),
    ("op_tos_uri", Type::SafeUrl, Optional),
];
