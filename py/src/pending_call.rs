use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::discovery::Discovery;
use crate::errors::invalid_argument;
use crate::exception::raised;
use crate::log::Records;
use crate::resource_metadata::ResourceMetadata;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, OnceLock, PoisonError};
use telnyx_oauth::Error;
use telnyx_oauth::embedding::{self, Started};

/// An async call, which a `CompletionQueue` starts.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct PendingCall {
    /// `None` once the call is started.
    work: Mutex<Option<BoxFuture<'static, Completion>>>,
    started: OnceLock<Started>,
}

/// The result of a call.
pub(crate) enum Found {
    Resource(telnyx_oauth::ResourceMetadata),
    Server(telnyx_oauth::AuthorizationServerMetadata),
    Discovery(Box<telnyx_oauth::Discovery>),
}

/// The outcome of a call, for the task that awaits it.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct Completion {
    /// `None` once `result` was called.
    outcome: Mutex<Option<Result<Found, Error>>>,
    records: Option<Records>,
}

impl PendingCall {
    pub(crate) fn new(
        call: impl Future<Output = Result<Found, Error>> + Send + 'static,
        records: Option<Records>,
    ) -> PendingCall {
        let work = async move {
            let outcome = AssertUnwindSafe(call).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|panic| Err(embedding::panicked(&*panic)));
            Completion { outcome: Mutex::new(Some(outcome)), records }
        };
        PendingCall { work: Mutex::new(Some(work.boxed())), started: OnceLock::new() }
    }

    pub(crate) fn take(&self) -> Option<BoxFuture<'static, Completion>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(crate) fn set_started(&self, started: Started) {
        // The work is taken only once, so this is set only once.
        _ = self.started.set(started);
    }
}

#[pymethods]
impl PendingCall {
    /// Aborts the call if it is running, and closes its sockets. Does nothing in a forked child.
    fn abort(&self) {
        if let Some(started) = self.started.get() {
            started.abort();
        }
    }
}

#[pymethods]
impl Completion {
    /// Logs the call's attempts.
    fn log(&self, py: Python<'_>) -> PyResult<()> {
        self.records.as_ref().map_or(Ok(()), |records| records.write(py))
    }

    /// Returns the call's result, or raises its error.
    fn result<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(Ok(Found::Resource(found))) => ResourceMetadata(found).into_bound_py_any(py),
            Some(Ok(Found::Server(found))) => AuthorizationServerMetadata(found).into_bound_py_any(py),
            Some(Ok(Found::Discovery(found))) => Discovery::new(py, &found)?.into_bound_py_any(py),
            Some(Err(error)) => Err(raised(py, &error)),
            None => Err(invalid_argument(py, "the result of the call has already been taken".to_owned())),
        }
    }
}
