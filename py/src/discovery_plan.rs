use crate::arguments::{borrowed, count, optional_lines, text};
use crate::discovery::Discovery;
use crate::errors::{invalid_argument, raised};
use crate::options::Judging;
use crate::planned_request::PlannedRequest;
use crate::response::Response;
use crate::trusted_keys::TrustedKeys;
use pyo3::prelude::*;
use pyo3::types::PyString;
use telnyx_oauth::ErrorKind;

/// @doc DiscoveryPlan
#[pyclass(module = "telnyx_oauth")]
pub(crate) struct DiscoveryPlan {
    /// Taken when it is finished.
    plan: Option<telnyx_oauth::DiscoveryPlan>,
}

impl DiscoveryPlan {
    fn plan(&mut self, py: Python<'_>) -> PyResult<&mut telnyx_oauth::DiscoveryPlan> {
        self.plan.as_mut().ok_or_else(|| invalid_argument(py, "the discovery was finished before".to_owned()))
    }
}

#[pymethods]
impl DiscoveryPlan {
    #[new]
    #[pyo3(signature = (resource, www_authenticate=None, *, resource_match=None, strict=None, allow_http=None,
        trusted_keys=None))]
    fn new(
        resource: &Bound<'_, PyString>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        resource_match: Option<&Bound<'_, PyString>>,
        strict: Option<bool>,
        allow_http: Option<bool>,
        trusted_keys: Option<&Bound<'_, TrustedKeys>>,
    ) -> PyResult<DiscoveryPlan> {
        let rules = Judging { resource_match, strict, allow_http, trusted_keys }.rules()?;
        let lines = optional_lines("www_authenticate", www_authenticate)?;
        let lines = borrowed(lines.as_ref());
        let plan = telnyx_oauth::DiscoveryPlan::new(&text("resource", resource)?, lines.as_deref(), &rules);
        let plan = plan.map_err(|error| raised(resource.py(), &error))?;
        Ok(DiscoveryPlan { plan: Some(plan) })
    }

    /// @doc DiscoveryPlan.requests
    fn requests(&mut self, py: Python<'_>) -> PyResult<Vec<PlannedRequest>> {
        Ok(self.plan(py)?.requests().into_iter().map(PlannedRequest::from).collect())
    }

    /// @doc DiscoveryPlan.respond
    #[pyo3(signature = (id, *, status, body, content_type=None, url=None, www_authenticate=None, received_at=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn respond(
        &mut self,
        id: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyString>>,
        url: Option<&Bound<'_, PyString>>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        received_at: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let response = Response::new(status, body, content_type, url)?;
        let response = response.www_authenticate(www_authenticate)?.received_at(received_at)?;
        let plan = self.plan(py)?;
        response.lend(|response| plan.respond(id, response)).map_err(|error| raised(py, &error))
    }

    /// @doc DiscoveryPlan.fail
    fn fail(
        &mut self,
        id: &Bound<'_, PyAny>,
        kind: &Bound<'_, PyString>,
        message: &Bound<'_, PyString>,
    ) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let (name, message) = (text("kind", kind)?, text("message", message)?);
        let kind = ErrorKind::ALL.iter().find(|kind| kind.as_str() == name);
        let kind = *kind.ok_or_else(|| invalid_argument(py, format!("there is no error of the kind {name:?}")))?;
        self.plan(py)?.fail(id, kind, &message).map_err(|error| raised(py, &error))
    }

    /// @doc DiscoveryPlan.is_finished
    #[getter]
    fn is_finished(&self) -> bool {
        self.plan.as_ref().is_none_or(telnyx_oauth::DiscoveryPlan::is_finished)
    }

    /// @doc DiscoveryPlan.finish
    fn finish(&mut self, py: Python<'_>) -> PyResult<Discovery> {
        if !self.plan(py)?.is_finished() {
            return Err(invalid_argument(py, "the discovery has not finished: responses are missing".to_owned()));
        }
        let plan =
            self.plan.take().ok_or_else(|| invalid_argument(py, "the discovery was finished before".to_owned()))?;
        Discovery::new(py, &plan.finish().map_err(|error| raised(py, &error))?)
    }
}
