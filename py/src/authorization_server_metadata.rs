use crate::arguments::text;
use crate::document::document;
use crate::errors::raised;
use crate::options::Judging;
use crate::response::Response;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// @doc AuthorizationServerMetadata
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct AuthorizationServerMetadata(pub(crate) telnyx_oauth::AuthorizationServerMetadata);

document! { AuthorizationServerMetadata restored by restore_authorization_server_metadata, about issuer {
    /// @doc AuthorizationServerMetadata.issuer
    issuer: string,
    /// @doc AuthorizationServerMetadata.authorization_endpoint
    authorization_endpoint: string,
    /// @doc AuthorizationServerMetadata.token_endpoint
    token_endpoint: string,
    /// @doc AuthorizationServerMetadata.jwks_uri
    jwks_uri: string,
    /// @doc AuthorizationServerMetadata.registration_endpoint
    registration_endpoint: string,
    /// @doc AuthorizationServerMetadata.scopes_supported
    scopes_supported: strings,
    /// @doc AuthorizationServerMetadata.response_types_supported
    response_types_supported: strings,
    /// @doc AuthorizationServerMetadata.response_modes_supported
    response_modes_supported: strings,
    /// @doc AuthorizationServerMetadata.grant_types_supported
    grant_types_supported: strings,
    /// @doc AuthorizationServerMetadata.token_endpoint_auth_methods_supported
    token_endpoint_auth_methods_supported: strings,
    /// @doc AuthorizationServerMetadata.token_endpoint_auth_signing_alg_values_supported
    token_endpoint_auth_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.service_documentation
    service_documentation: string,
    /// @doc AuthorizationServerMetadata.ui_locales_supported
    ui_locales_supported: strings,
    /// @doc AuthorizationServerMetadata.op_policy_uri
    op_policy_uri: string,
    /// @doc AuthorizationServerMetadata.op_tos_uri
    op_tos_uri: string,
    /// @doc AuthorizationServerMetadata.revocation_endpoint
    revocation_endpoint: string,
    /// @doc AuthorizationServerMetadata.revocation_endpoint_auth_methods_supported
    revocation_endpoint_auth_methods_supported: strings,
    /// @doc AuthorizationServerMetadata.revocation_endpoint_auth_signing_alg_values_supported
    revocation_endpoint_auth_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.introspection_endpoint
    introspection_endpoint: string,
    /// @doc AuthorizationServerMetadata.introspection_endpoint_auth_methods_supported
    introspection_endpoint_auth_methods_supported: strings,
    /// @doc AuthorizationServerMetadata.introspection_endpoint_auth_signing_alg_values_supported
    introspection_endpoint_auth_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.code_challenge_methods_supported
    code_challenge_methods_supported: strings,
    /// @doc AuthorizationServerMetadata.signed_metadata
    signed_metadata: string,
    /// @doc AuthorizationServerMetadata.protected_resources
    protected_resources: strings,
    /// @doc AuthorizationServerMetadata.authorization_response_iss_parameter_supported
    authorization_response_iss_parameter_supported: boolean,
    /// @doc AuthorizationServerMetadata.userinfo_endpoint
    userinfo_endpoint: string,
    /// @doc AuthorizationServerMetadata.end_session_endpoint
    end_session_endpoint: string,
    /// @doc AuthorizationServerMetadata.acr_values_supported
    acr_values_supported: strings,
    /// @doc AuthorizationServerMetadata.subject_types_supported
    subject_types_supported: strings,
    /// @doc AuthorizationServerMetadata.id_token_signing_alg_values_supported
    id_token_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.id_token_encryption_alg_values_supported
    id_token_encryption_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.id_token_encryption_enc_values_supported
    id_token_encryption_enc_values_supported: strings,
    /// @doc AuthorizationServerMetadata.userinfo_signing_alg_values_supported
    userinfo_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.userinfo_encryption_alg_values_supported
    userinfo_encryption_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.userinfo_encryption_enc_values_supported
    userinfo_encryption_enc_values_supported: strings,
    /// @doc AuthorizationServerMetadata.request_object_signing_alg_values_supported
    request_object_signing_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.request_object_encryption_alg_values_supported
    request_object_encryption_alg_values_supported: strings,
    /// @doc AuthorizationServerMetadata.request_object_encryption_enc_values_supported
    request_object_encryption_enc_values_supported: strings,
    /// @doc AuthorizationServerMetadata.display_values_supported
    display_values_supported: strings,
    /// @doc AuthorizationServerMetadata.claim_types_supported
    claim_types_supported: strings,
    /// @doc AuthorizationServerMetadata.claims_supported
    claims_supported: strings,
    /// @doc AuthorizationServerMetadata.claims_locales_supported
    claims_locales_supported: strings,
    /// @doc AuthorizationServerMetadata.claims_parameter_supported
    claims_parameter_supported: boolean,
    /// @doc AuthorizationServerMetadata.request_parameter_supported
    request_parameter_supported: boolean,
    /// @doc AuthorizationServerMetadata.request_uri_parameter_supported
    request_uri_parameter_supported: boolean,
    /// @doc AuthorizationServerMetadata.require_request_uri_registration
    require_request_uri_registration: boolean,
}
    /// @doc AuthorizationServerMetadata.from_response
    #[staticmethod]
    #[pyo3(signature = (issuer, *, status, body, content_type=None, url=None, strict=None, allow_http=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn from_response(
        py: Python<'_>,
        issuer: &Bound<'_, PyString>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyString>>,
        url: Option<&Bound<'_, PyString>>,
        strict: Option<bool>,
        allow_http: Option<bool>,
    ) -> PyResult<AuthorizationServerMetadata> {
        let rules = Judging { resource_match: None, strict, allow_http, trusted_keys: None }.rules()?;
        let issuer = text("issuer", issuer)?;
        let response = Response::new(status, body, content_type, url)?;
        let found =
            response.lend(|response| telnyx_oauth::AuthorizationServerMetadata::from_response(&issuer, response, &rules));
        found.map(AuthorizationServerMetadata).map_err(|error| raised(py, &error))
    }

    /// @doc AuthorizationServerMetadata.supports_pkce_s256
    #[getter]
    fn supports_pkce_s256(&self) -> bool {
        self.0.supports_pkce_s256()
    }

    /// @doc AuthorizationServerMetadata.sends_authorization_response_iss
    #[getter]
    fn sends_authorization_response_iss(&self) -> bool {
        self.0.sends_authorization_response_iss()
    }

    /// @doc AuthorizationServerMetadata.supports_request_uri_parameter
    #[getter]
    fn supports_request_uri_parameter(&self) -> bool {
        self.0.supports_request_uri_parameter()
    }
}
