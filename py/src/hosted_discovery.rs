//! A discovery over the caller's own HTTP client, for `telnyx_oauth.httpx`.

use crate::arguments::{borrowed, optional_lines, optional_text};
use crate::discovery::Discovery;
use crate::errors::invalid_argument;
use crate::exception::raised;
use crate::options;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::{self, HostedAction, HostedRequest};

/// The options that the caller's own HTTP client has.
const OF_THE_HTTP_CLIENT: [&str; 5] = ["ca_file", "cache", "connect_timeout", "proxy", "resolve"];

/// Core's `HostedDiscovery`, which several threads may use.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct HostedDiscovery {
    /// None after `finish`.
    core: Mutex<Option<embedding::HostedDiscovery>>,
}

/// An action as a tuple that starts with its name. None: the exchange has ended.
type Action<'py> = Option<Bound<'py, PyAny>>;

impl HostedDiscovery {
    fn core(&self) -> MutexGuard<'_, Option<embedding::HostedDiscovery>> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn act<'py>(
        &self,
        py: Python<'py>,
        report: impl FnOnce(&mut embedding::HostedDiscovery) -> HostedAction,
    ) -> PyResult<Action<'py>> {
        let action = self.core().as_mut().map_or(HostedAction::Done, report);
        let action = match action {
            HostedAction::Send(HostedRequest { method, url, headers, body }) => {
                let headers: Vec<_> =
                    headers.into_iter().map(|(name, value)| (name, PyBytes::new(py, &value))).collect();
                ("send", method, url, headers, body).into_pyobject(py)?.into_any()
            }
            HostedAction::Read(most) => ("read", most).into_pyobject(py)?.into_any(),
            HostedAction::Retry(delay) => ("retry", delay.as_secs_f64()).into_pyobject(py)?.into_any(),
            HostedAction::Done => return Ok(None),
        };
        Ok(Some(action))
    }
}

#[pymethods]
impl HostedDiscovery {
    #[new]
    #[pyo3(signature = (resource, www_authenticate, issuer, addresses, **options))]
    fn new(
        py: Python<'_>,
        resource: Option<&Bound<'_, PyAny>>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        issuer: Option<&Bound<'_, PyAny>>,
        addresses: Vec<IpAddr>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<HostedDiscovery> {
        for name in OF_THE_HTTP_CLIENT {
            if options.is_some_and(|options| options.contains(name).unwrap_or(true)) {
                let message =
                    format!("{name} is not an option of this function: the httpx client makes the connections");
                return Err(PyTypeError::new_err(message));
            }
        }
        let builder = options::builder("discover", options)?;
        let resource = optional_text("resource", resource)?;
        let lines = optional_lines("www_authenticate", www_authenticate)?;
        let lines = borrowed(lines.as_ref());
        let issuer = optional_text("issuer", issuer)?;
        let core = embedding::HostedDiscovery::new(
            builder,
            resource.as_deref(),
            lines.as_deref(),
            issuer.as_deref(),
            &addresses,
        );
        Ok(HostedDiscovery { core: Mutex::new(Some(core.map_err(|error| raised(py, &error))?)) })
    }

    /// Returns the ids of the exchanges to start now.
    fn requests(&self) -> Vec<usize> {
        self.core().as_mut().map_or_else(Vec::new, embedding::HostedDiscovery::requests)
    }

    /// Starts an exchange or its next attempt.
    fn begin<'py>(&self, py: Python<'py>, id: usize) -> PyResult<Action<'py>> {
        self.act(py, |core| core.begin(id))
    }

    fn may_connect(&self, id: usize, address: IpAddr) -> bool {
        self.core().as_ref().is_some_and(|core| core.may_connect(id, address))
    }

    fn refuse<'py>(&self, py: Python<'py>, id: usize, address: IpAddr) -> PyResult<Action<'py>> {
        self.act(py, |core| core.refuse(id, address))
    }

    fn header<'py>(
        &self,
        py: Python<'py>,
        id: usize,
        status: u16,
        fields: Vec<(Vec<u8>, Vec<u8>)>,
        peer: Option<IpAddr>,
    ) -> PyResult<Action<'py>> {
        self.act(py, |core| core.header(id, status, fields.iter().map(|(name, value)| (&**name, &**value)), peer))
    }

    fn body<'py>(&self, py: Python<'py>, id: usize, body: &[u8]) -> PyResult<Action<'py>> {
        self.act(py, |core| core.body(id, body.to_vec()))
    }

    /// Reports a failure. `kind` is `transport`, `tls` or `timeout`.
    fn fail<'py>(&self, py: Python<'py>, id: usize, kind: &str, reason: &str) -> PyResult<Action<'py>> {
        let found = ErrorKind::ALL.iter().find(|each| each.as_str() == kind);
        let found = *found.ok_or_else(|| invalid_argument(py, format!("{kind:?} is not the kind of an error")))?;
        self.act(py, |core| core.fail(id, found, reason))
    }

    fn time_out<'py>(&self, py: Python<'py>, id: usize) -> PyResult<Action<'py>> {
        self.act(py, |core| core.time_out(id))
    }

    /// Returns the seconds left for an exchange.
    fn time_left(&self, id: usize) -> f64 {
        self.core().as_ref().map_or(Duration::ZERO, |core| core.time_left(id)).as_secs_f64()
    }

    /// Returns the ids of the running exchanges.
    fn running(&self) -> Vec<usize> {
        self.core().as_ref().map_or_else(Vec::new, embedding::HostedDiscovery::running)
    }

    #[getter]
    fn is_finished(&self) -> bool {
        self.core().as_ref().is_none_or(embedding::HostedDiscovery::is_finished)
    }

    /// Drops the discovery. Later reports change nothing.
    fn abandon(&self) {
        self.core().take();
    }

    /// Returns the result.
    fn finish(&self, py: Python<'_>) -> PyResult<Discovery> {
        let core = self.core().take();
        let core = core.ok_or_else(|| invalid_argument(py, "the discovery has already ended".to_owned()))?;
        let found = core.finish();
        Discovery::new(py, &found.map_err(|error| raised(py, &error))?)
    }
}
