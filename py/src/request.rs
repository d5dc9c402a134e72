use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::discovery::Discovery;
use crate::errors::{internal, invalid_argument, raised};
use crate::log::Records;
use crate::resource_metadata::ResourceMetadata;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, OnceLock, PoisonError};
use telnyx_oauth::Error;
use telnyx_oauth::embedding::Started;

/// An async call, which a mailbox starts.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct Request {
    /// Taken when it is started.
    work: Mutex<Option<BoxFuture<'static, Answer>>>,
    started: OnceLock<Started>,
}

/// What a call has found.
pub(crate) enum Found {
    Resource(telnyx_oauth::ResourceMetadata),
    Server(telnyx_oauth::AuthorizationServerMetadata),
    Discovery(Box<telnyx_oauth::Discovery>),
}

/// What came of a call, or its panic.
type Outcome = Result<Result<Found, Error>, Box<dyn Any + Send>>;

/// What came of a call, for the task that made it.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct Answer {
    /// Taken when it is opened.
    outcome: Mutex<Option<Outcome>>,
    records: Option<Records>,
}

impl Request {
    pub(crate) fn new(
        call: impl Future<Output = Result<Found, Error>> + Send + 'static,
        records: Option<Records>,
    ) -> Request {
        let work = async move {
            let outcome = AssertUnwindSafe(call).catch_unwind().await;
            Answer { outcome: Mutex::new(Some(outcome)), records }
        };
        Request { work: Mutex::new(Some(work.boxed())), started: OnceLock::new() }
    }

    pub(crate) fn take(&self) -> Option<BoxFuture<'static, Answer>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(crate) fn set_started(&self, started: Started) {
        // It was taken once, so it is started once.
        _ = self.started.set(started);
    }
}

#[pymethods]
impl Request {
    /// Gives the call up, where it has not ended: its sockets are closed. A call that came to a child by `fork` is its
    /// parent's.
    fn abort(&self) {
        if let Some(started) = self.started.get() {
            started.abort();
        }
    }
}

#[pymethods]
impl Answer {
    /// Logs the call's attempts.
    fn log(&self, py: Python<'_>) -> PyResult<()> {
        self.records.as_ref().map_or(Ok(()), |records| records.write(py))
    }

    /// Returns what was found, or raises what went wrong.
    fn open<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(Ok(Ok(Found::Resource(found)))) => ResourceMetadata(found).into_bound_py_any(py),
            Some(Ok(Ok(Found::Server(found)))) => AuthorizationServerMetadata(found).into_bound_py_any(py),
            Some(Ok(Ok(Found::Discovery(found)))) => Discovery::new(py, &found)?.into_bound_py_any(py),
            Some(Ok(Err(error))) => Err(raised(py, &error)),
            Some(Err(panic)) => Err(internal(py, &*panic)),
            None => Err(invalid_argument(py, "the answer was opened before".to_owned())),
        }
    }
}
