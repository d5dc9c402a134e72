use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::calls;
use crate::closable::Closable;
use crate::resource_metadata::ResourceMetadata;
use pyo3::prelude::*;
use std::sync::Arc;
use telnyx_oauth::blocking;

/// The calls with their names in Telnyx's SDK. The SDK's extra arguments are accepted for compatibility and never sent,
/// because the documents are public.
#[pyclass(frozen, module = "telnyx_oauth", name = "_WellKnown")]
pub(crate) struct WellKnown {
    pub(crate) core: Arc<Closable<blocking::Client>>,
}

#[pymethods]
impl WellKnown {
    #[doc = well_known_docs!("the document of the API", "fetch_resource_metadata", "a resource")]
    #[pyo3(signature = (*, extra_headers=None, extra_query=None, extra_body=None, timeout=None))]
    #[expect(unused_variables, reason = "the arguments are Python's keywords, accepted for compatibility")]
    fn retrieve_protected_resource_metadata(
        &self,
        py: Python<'_>,
        extra_headers: Option<&Bound<'_, PyAny>>,
        extra_query: Option<&Bound<'_, PyAny>>,
        extra_body: Option<&Bound<'_, PyAny>>,
        timeout: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<ResourceMetadata> {
        calls::fetch_resource_metadata(py, &*self.core.open(py)?, None, timeout, None)
    }

    #[doc = well_known_docs!("the document of the API's authorization server", "fetch_authorization_server_metadata", "an issuer")]
    #[pyo3(signature = (*, extra_headers=None, extra_query=None, extra_body=None, timeout=None))]
    #[expect(unused_variables, reason = "the arguments are Python's keywords, accepted for compatibility")]
    fn retrieve_authorization_server_metadata(
        &self,
        py: Python<'_>,
        extra_headers: Option<&Bound<'_, PyAny>>,
        extra_query: Option<&Bound<'_, PyAny>>,
        extra_body: Option<&Bound<'_, PyAny>>,
        timeout: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<AuthorizationServerMetadata> {
        calls::fetch_authorization_server_metadata(py, &*self.core.open(py)?, None, timeout, None)
    }
}
