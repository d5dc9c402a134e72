use crate::arguments::{borrowed, count, optional_lines, text};
use crate::discovery::Discovery;
use crate::errors::invalid_argument;
use crate::exception::raised;
use crate::options::Judging;
use crate::planned_request::PlannedRequest;
use crate::response::Response;
use pyo3::prelude::*;
use telnyx_oauth::ErrorKind;

/// The discovery of a resource without I/O: it returns requests to send, takes responses in any order, and ends in a
/// `Discovery` or an error. To use your own HTTP client:
///
///     plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
///     while not plan.is_finished:
///         for request in plan.requests():
///             response = get(request.url)  # without credentials, following redirects on the same origin alone
///             plan.respond(
///                 request.id,
///                 status=response.status,
///                 body=response.body,
///                 url=response.url,
///                 content_type=response.headers.get("Content-Type"),
///                 www_authenticate=response.headers.get_all("WWW-Authenticate", []),
///             )
///     discovery = plan.finish()
///
/// Args:
///     resource: An absolute https URL, or http on a loopback host.
///     www_authenticate: The field lines of a `WWW-Authenticate` that the resource has sent you, or the one line. With it,
///         the resource is not probed.
#[doc = rules_docs!(resource_match)]
#[doc = rules_docs!(strict)]
#[doc = rules_docs!(allow_http)]
#[doc = rules_docs!(trusted_keys)]
///
/// Raises:
///     InvalidArgumentError: `resource` cannot be used.
///     InsecureUrlError: `resource` is http.
#[pyclass(module = "telnyx_oauth")]
pub(crate) struct DiscoveryPlan {
    /// Taken when the plan is finished.
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
        resource: &Bound<'_, PyAny>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        resource_match: Option<&Bound<'_, PyAny>>,
        strict: Option<&Bound<'_, PyAny>>,
        allow_http: Option<&Bound<'_, PyAny>>,
        trusted_keys: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<DiscoveryPlan> {
        let rules = Judging { resource_match, strict, allow_http, trusted_keys }.rules()?;
        let lines = optional_lines("www_authenticate", www_authenticate)?;
        let lines = borrowed(lines.as_ref());
        let plan = telnyx_oauth::DiscoveryPlan::new(&text("resource", resource)?, lines.as_deref(), &rules);
        let plan = plan.map_err(|error| raised(resource.py(), &error))?;
        Ok(DiscoveryPlan { plan: Some(plan) })
    }

    /// The requests to send now, each returned once. They do not depend on one another.
    fn requests(&mut self, py: Python<'_>) -> PyResult<Vec<PlannedRequest>> {
        Ok(self.plan(py)?.requests().into_iter().map(PlannedRequest::from).collect())
    }

    /// Takes the response to a request. A second response to the same request is ignored.
    ///
    /// Args:
    ///     id: The request's `id`.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body; that of a probe is ignored.
    ///     content_type: The `Content-Type` header field, if there is one.
    ///     url: The URL that it came from, after redirects. Default: the request's.
    ///     www_authenticate: The field lines of `WWW-Authenticate`, or the one line. Required for a `probe`; an empty list
    ///         says that there are none.
    ///     received_at: When it was received, in seconds since 1970, to check the validity period of `signed_metadata`.
    ///
    /// A response from another scheme, host or port than the request's counts as `redirect_refused`.
    ///
    /// Raises:
    ///     InvalidArgumentError: No request has this id, the response's URL is invalid, or the response to a `probe` comes
    ///         without `www_authenticate`.
    #[pyo3(signature = (id, *, status, body, content_type=None, url=None, www_authenticate=None, received_at=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn respond(
        &mut self,
        id: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        received_at: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let response = Response::new(status, body, content_type, url)?;
        let response = response.www_authenticate(www_authenticate)?.received_at(received_at)?;
        let plan = self.plan(py)?;
        response.lend(|response| plan.respond(id, response)).map_err(|error| raised(py, &error))
    }

    /// Takes the failure of a request that got no response.
    ///
    /// Args:
    ///     id: The request's `id`.
    ///     kind: The kind of the error, such as `transport`, `tls`, `timeout` or `redirect_refused`.
    ///     message: The reason, for a person.
    ///
    /// Raises:
    ///     InvalidArgumentError: No request has this id, or there is no such kind.
    fn fail(&mut self, id: &Bound<'_, PyAny>, kind: &Bound<'_, PyAny>, message: &Bound<'_, PyAny>) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let (name, message) = (text("kind", kind)?, text("message", message)?);
        let kind = ErrorKind::ALL.iter().find(|kind| kind.as_str() == name);
        let kind = *kind.ok_or_else(|| invalid_argument(py, format!("there is no error of the kind {name:?}")))?;
        self.plan(py)?.fail(id, kind, &message).map_err(|error| raised(py, &error))
    }

    /// True once no response can change the result. Requests that are still under way may be aborted.
    #[getter]
    fn is_finished(&self) -> bool {
        self.plan.as_ref().is_none_or(telnyx_oauth::DiscoveryPlan::is_finished)
    }

    /// The result. A server's failure is in the result and fails nothing else. A plan can be finished once.
    ///
    /// Raises:
    ///     InvalidArgumentError: Responses are missing, or the plan was finished before.
    ///     Error: As `discover`.
    fn finish(&mut self, py: Python<'_>) -> PyResult<Discovery> {
        if !self.plan(py)?.is_finished() {
            return Err(invalid_argument(py, "the discovery has not finished: responses are missing".to_owned()));
        }
        let plan =
            self.plan.take().ok_or_else(|| invalid_argument(py, "the discovery was finished before".to_owned()))?;
        Discovery::new(py, &plan.finish().map_err(|error| raised(py, &error))?)
    }
}
