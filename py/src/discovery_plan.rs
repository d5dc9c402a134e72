use crate::arguments::{borrowed, count, optional_lines, optional_text, text};
use crate::discovery::Discovery;
use crate::errors::invalid_argument;
use crate::exception::raised;
use crate::options::RuleArguments;
use crate::planned_request::PlannedRequest;
use crate::response::Response;
use pyo3::prelude::*;
use telnyx_oauth::ErrorKind;

/// The discovery of a resource, without I/O. The plan returns the requests to send, and accepts the responses in any order.
/// `finish` returns a `Discovery` or raises an error. To use your own HTTP client:
///
///     plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
///     while not plan.is_finished:
///         for request in plan.requests():
///             # Without credentials. Only a GET follows redirects, on the same origin.
///             response = send(request.method, request.url, dict(request.headers), request.body)
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
///     resource: An absolute https URL, or an http URL on a loopback host.
///     www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable
///         of strings, or one string. With this argument, the plan does not probe the resource.
///     issuer: The authorization server to use, whether the resource's document lists it or not. Default: the servers in
///         the document.
#[doc = rules_docs!(resource_match)]
#[doc = rules_docs!(strict)]
#[doc = rules_docs!(profile)]
#[doc = rules_docs!(probe)]
#[doc = rules_docs!(legacy_origin)]
#[doc = rules_docs!(allow_http)]
#[doc = rules_docs!(trusted_keys)]
#[doc = rules_docs!(authorization_server_trusted_keys)]
///
/// Raises:
///     InvalidArgumentError: `resource` or another argument is invalid.
///     InsecureUrlError: `resource` is an http URL on a host that is not loopback, without `allow_http`.
#[pyclass(module = "telnyx_oauth")]
pub(crate) struct DiscoveryPlan {
    /// None after `finish`.
    plan: Option<telnyx_oauth::DiscoveryPlan>,
}

impl DiscoveryPlan {
    fn plan(&mut self, py: Python<'_>) -> PyResult<&mut telnyx_oauth::DiscoveryPlan> {
        self.plan.as_mut().ok_or_else(|| invalid_argument(py, "the discovery is already finished".to_owned()))
    }
}

#[pymethods]
impl DiscoveryPlan {
    #[new]
    #[pyo3(signature = (resource, www_authenticate=None, *, issuer=None, resource_match=None, strict=None, profile=None,
        probe=None, legacy_origin=None, allow_http=None, trusted_keys=None, authorization_server_trusted_keys=None))]
    #[expect(clippy::too_many_arguments, reason = "the arguments are Python's keywords")]
    fn new(
        resource: &Bound<'_, PyAny>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        issuer: Option<&Bound<'_, PyAny>>,
        resource_match: Option<&Bound<'_, PyAny>>,
        strict: Option<&Bound<'_, PyAny>>,
        profile: Option<&Bound<'_, PyAny>>,
        probe: Option<&Bound<'_, PyAny>>,
        legacy_origin: Option<&Bound<'_, PyAny>>,
        allow_http: Option<&Bound<'_, PyAny>>,
        trusted_keys: Option<&Bound<'_, PyAny>>,
        authorization_server_trusted_keys: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<DiscoveryPlan> {
        let rules = RuleArguments {
            resource_match,
            strict,
            allow_http,
            trusted_keys,
            authorization_server_trusted_keys,
            profile,
            probe,
            legacy_origin,
        };
        let rules = rules.rules()?;
        let issuer = optional_text("issuer", issuer)?;
        let lines = optional_lines("www_authenticate", www_authenticate)?;
        let lines = borrowed(lines.as_ref());
        let plan = telnyx_oauth::DiscoveryPlan::new(&text("resource", resource)?, lines.as_deref(), &rules);
        let plan = plan.and_then(|plan| match &issuer {
            Some(issuer) => plan.with_issuer(issuer),
            None => Ok(plan),
        });
        let plan = plan.map_err(|error| raised(resource.py(), &error))?;
        Ok(DiscoveryPlan { plan: Some(plan) })
    }

    /// Returns the requests to send now. Each request is returned once. The requests do not depend on each other.
    fn requests(&mut self, py: Python<'_>) -> PyResult<Vec<PlannedRequest>> {
        Ok(self.plan(py)?.requests().into_iter().map(PlannedRequest::from).collect())
    }

    /// Accepts the response to a request. A second response to the same request is ignored.
    ///
    /// Args:
    ///     id: The request's `id`.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body. Of the response to a `probe`, the first 64 KiB are enough.
    ///     content_type: The `Content-Type` header field. Default: the response has none.
    ///     url: The URL of the response, after redirects. Default: the URL of the request.
    ///     www_authenticate: The field lines of `WWW-Authenticate`: an iterable of strings, or one string. Required for a
    ///         `probe`. An empty list means that the response has none.
    ///     received_at: The time when the response was received, in seconds since 1970, to check the validity period of
    ///         `signed_metadata`. Default: unknown.
    ///     mcp_session_id: The `Mcp-Session-Id` header field of the response to a `probe`. Default: the response has none.
    ///     mcp_protocol_version: The `MCP-Protocol-Version` header field of the response to a `probe`. Default: the response
    ///         has none.
    ///
    /// A response whose URL has another scheme, host or port than the request is treated as `redirect_refused`.
    ///
    /// Raises:
    ///     InvalidArgumentError: No request has this id, `url` is invalid, or `www_authenticate` is missing in the response
    ///         to a `probe`.
    #[pyo3(signature = (id, *, status, body, content_type=None, url=None, www_authenticate=None, received_at=None,
        mcp_session_id=None, mcp_protocol_version=None))]
    #[expect(clippy::too_many_arguments, reason = "the arguments are Python's keywords")]
    fn respond(
        &mut self,
        id: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        received_at: Option<&Bound<'_, PyAny>>,
        mcp_session_id: Option<&Bound<'_, PyAny>>,
        mcp_protocol_version: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let response = Response::new(status, body, content_type, url)?;
        let response = response.www_authenticate(www_authenticate)?.received_at(received_at)?;
        let response = response.mcp(mcp_session_id, mcp_protocol_version)?;
        let plan = self.plan(py)?;
        response.lend(|response| plan.respond(id, response)).map_err(|error| raised(py, &error))
    }

    /// Reports that a request failed without a response.
    ///
    /// Args:
    ///     id: The request's `id`.
    ///     kind: The kind of the error, such as `transport`, `tls`, `timeout` or `redirect_refused`.
    ///     message: The reason, for people.
    ///
    /// Raises:
    ///     InvalidArgumentError: No request has this id, or `kind` is not the kind of an error.
    fn fail(&mut self, id: &Bound<'_, PyAny>, kind: &Bound<'_, PyAny>, message: &Bound<'_, PyAny>) -> PyResult<()> {
        let (py, id) = (id.py(), count("id", id, usize::MAX)?);
        let (name, message) = (text("kind", kind)?, text("message", message)?);
        let kind = ErrorKind::ALL.iter().find(|kind| kind.as_str() == name);
        let kind = *kind.ok_or_else(|| {
            invalid_argument(py, format!("kind must be the kind of an error, such as `transport`, not {name:?}"))
        })?;
        self.plan(py)?.fail(id, kind, &message).map_err(|error| raised(py, &error))
    }

    /// True once no further response can change the result. Running requests may be aborted then.
    #[getter]
    fn is_finished(&self) -> bool {
        self.plan.as_ref().is_none_or(telnyx_oauth::DiscoveryPlan::is_finished)
    }

    /// Returns the result. The failure of an authorization server is part of the result, and the discovery still succeeds.
    /// A plan can be finished once.
    ///
    /// Raises:
    ///     InvalidArgumentError: Responses are missing, or the plan is already finished.
    ///     Error: The same errors as `discover`.
    fn finish(&mut self, py: Python<'_>) -> PyResult<Discovery> {
        if !self.plan(py)?.is_finished() {
            return Err(invalid_argument(py, "the discovery has not finished: responses are missing".to_owned()));
        }
        let plan =
            self.plan.take().ok_or_else(|| invalid_argument(py, "the discovery is already finished".to_owned()))?;
        Discovery::new(py, &plan.finish().map_err(|error| raised(py, &error))?)
    }
}
