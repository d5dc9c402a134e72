use crate::arguments::text;
use crate::document::document;
use crate::errors::raised;
use crate::options::Judging;
use crate::response::Response;
use crate::trusted_keys::TrustedKeys;
use crate::value::read_only;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMappingProxy, PyString};

/// @doc ResourceMetadata
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct ResourceMetadata(pub(crate) telnyx_oauth::ResourceMetadata);

document! { ResourceMetadata restored by restore_resource_metadata, about resource {
    /// @doc ResourceMetadata.resource
    resource: string,
    /// @doc ResourceMetadata.authorization_servers
    authorization_servers: strings,
    /// @doc ResourceMetadata.jwks_uri
    jwks_uri: string,
    /// @doc ResourceMetadata.scopes_supported
    scopes_supported: strings,
    /// @doc ResourceMetadata.bearer_methods_supported
    bearer_methods_supported: strings,
    /// @doc ResourceMetadata.resource_signing_alg_values_supported
    resource_signing_alg_values_supported: strings,
    /// @doc ResourceMetadata.resource_name
    resource_name: string,
    /// @doc ResourceMetadata.resource_documentation
    resource_documentation: string,
    /// @doc ResourceMetadata.resource_policy_uri
    resource_policy_uri: string,
    /// @doc ResourceMetadata.resource_tos_uri
    resource_tos_uri: string,
    /// @doc ResourceMetadata.tls_client_certificate_bound_access_tokens
    tls_client_certificate_bound_access_tokens: boolean,
    /// @doc ResourceMetadata.authorization_details_types_supported
    authorization_details_types_supported: strings,
    /// @doc ResourceMetadata.dpop_signing_alg_values_supported
    dpop_signing_alg_values_supported: strings,
    /// @doc ResourceMetadata.dpop_bound_access_tokens_required
    dpop_bound_access_tokens_required: boolean,
    /// @doc ResourceMetadata.signed_metadata
    signed_metadata: string,
}
    /// @doc ResourceMetadata.from_response
    #[staticmethod]
    #[pyo3(signature = (resource, *, status, body, content_type=None, url=None, received_at=None, resource_match=None,
        strict=None, allow_http=None, trusted_keys=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn from_response(
        py: Python<'_>,
        resource: &Bound<'_, PyString>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyString>>,
        url: Option<&Bound<'_, PyString>>,
        received_at: Option<&Bound<'_, PyAny>>,
        resource_match: Option<&Bound<'_, PyString>>,
        strict: Option<bool>,
        allow_http: Option<bool>,
        trusted_keys: Option<&Bound<'_, TrustedKeys>>,
    ) -> PyResult<ResourceMetadata> {
        let rules = Judging { resource_match, strict, allow_http, trusted_keys }.rules()?;
        let resource = text("resource", resource)?;
        let response = Response::new(status, body, content_type, url)?.received_at(received_at)?;
        let found = response.lend(|response| telnyx_oauth::ResourceMetadata::from_response(&resource, response, &rules));
        found.map(ResourceMetadata).map_err(|error| raised(py, &error))
    }

    /// @doc ResourceMetadata.requires_tls_client_certificate_bound_access_tokens
    #[getter]
    fn requires_tls_client_certificate_bound_access_tokens(&self) -> bool {
        self.0.requires_tls_client_certificate_bound_access_tokens()
    }

    /// @doc ResourceMetadata.requires_dpop_bound_access_tokens
    #[getter]
    fn requires_dpop_bound_access_tokens(&self) -> bool {
        self.0.requires_dpop_bound_access_tokens()
    }

    /// @doc ResourceMetadata.resource_name_for
    fn resource_name_for(&self, language: &Bound<'_, PyString>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_name_for(&text("language", language)?))
    }

    /// @doc ResourceMetadata.resource_documentation_for
    fn resource_documentation_for(&self, language: &Bound<'_, PyString>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_documentation_for(&text("language", language)?))
    }

    /// @doc ResourceMetadata.resource_policy_uri_for
    fn resource_policy_uri_for(&self, language: &Bound<'_, PyString>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_policy_uri_for(&text("language", language)?))
    }

    /// @doc ResourceMetadata.resource_tos_uri_for
    fn resource_tos_uri_for(&self, language: &Bound<'_, PyString>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_tos_uri_for(&text("language", language)?))
    }

    /// @doc ResourceMetadata.variants
    #[getter]
    fn variants<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyMappingProxy>> {
        let variants = PyDict::new(py);
        for (name, value) in self.0.variants() {
            variants.set_item(name, value)?;
        }
        read_only(variants.into_any())
    }
}
