use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::discovery::Discovery;
use crate::errors::{internal, raised};
use crate::log;
use crate::resource_metadata::ResourceMetadata;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::{Mutex, OnceLock, PoisonError};
use telnyx_oauth::embedding::Started;
use telnyx_oauth::{Attempt, AttemptLog, Error};

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

/// What came of a call.
pub(crate) struct Answer {
    result: Result<Result<Found, Error>, Box<dyn Any + Send>>,
    attempts: Vec<Attempt>,
}

impl Request {
    pub(crate) fn new(call: impl Future<Output = Result<Found, Error>> + Send + 'static, log: AttemptLog) -> Request {
        let work = async move {
            let result = AssertUnwindSafe(call).catch_unwind().await;
            Answer { result, attempts: log.take() }
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

impl Answer {
    /// Its value, or the exception to raise.
    pub(crate) fn into_python(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        if !self.attempts.is_empty()
            && let Some(logger) = log::wanted(py)?
        {
            log::write(&logger, &self.attempts)?;
        }
        match self.result {
            Ok(Ok(Found::Resource(found))) => ResourceMetadata(found).into_bound_py_any(py),
            Ok(Ok(Found::Server(found))) => AuthorizationServerMetadata(found).into_bound_py_any(py),
            Ok(Ok(Found::Discovery(found))) => Discovery::new(py, &found)?.into_bound_py_any(py),
            Ok(Err(error)) => Err(raised(py, &error)),
            Err(panic) => Err(internal(py, &*panic)),
        }
    }
}
