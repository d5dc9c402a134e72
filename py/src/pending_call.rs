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
use pyo3::types::PyTuple;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use telnyx_oauth::Error;
use telnyx_oauth::embedding::{self, LiveLog as _};

/// An async call, which a `CompletionQueue` starts.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct PendingCall {
    /// `None` once the call is started.
    call: Mutex<Option<BoxFuture<'static, Outcome>>>,
    started: OnceLock<embedding::Started>,
    completed: Arc<Mutex<Completed>>,
    records: Option<Records>,
}

/// The result of a call.
pub(crate) enum Found {
    Resource(telnyx_oauth::ResourceMetadata),
    Server(telnyx_oauth::AuthorizationServerMetadata),
    Discovery(Box<telnyx_oauth::Discovery>),
    Addresses(Vec<IpAddr>),
}

type Outcome = Result<Found, Error>;

/// The state of a call, for the task that awaits it.
#[derive(Default)]
struct Completed {
    is_done: bool,
    /// `None` before the call is done, and after `result` was called.
    outcome: Option<Outcome>,
}

impl PendingCall {
    pub(crate) fn new(call: impl Future<Output = Outcome> + Send + 'static, records: Option<Records>) -> PendingCall {
        PendingCall {
            call: Mutex::new(Some(call.boxed())),
            started: OnceLock::new(),
            completed: Arc::default(),
            records,
        }
    }

    /// Starts the call on the I/O thread. Calls `wake` after each new attempt, if attempts are logged, and when the call is
    /// done.
    pub(crate) fn start(&self, py: Python<'_>, wake: impl Fn() + Clone + Send + Sync + 'static) -> PyResult<()> {
        let call = self.call.lock().unwrap_or_else(PoisonError::into_inner).take();
        let call = call.ok_or_else(|| invalid_argument(py, "the call has already been started".to_owned()))?;
        if let Some(records) = &self.records {
            records.attempts().on_added(wake.clone());
        }
        let completed = self.completed.clone();
        let started = embedding::spawn(async move {
            let outcome = AssertUnwindSafe(call).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|panic| Err(embedding::panicked(&*panic)));
            *locked(&completed) = Completed { is_done: true, outcome: Some(outcome) };
            wake();
        });
        // The call is taken only once, so this is set only once.
        _ = self.started.set(started.map_err(|error| raised(py, &error))?);
        Ok(())
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

    /// True once the call has a result.
    #[getter]
    fn is_done(&self) -> bool {
        locked(&self.completed).is_done
    }

    /// Logs the attempts that have ended.
    fn log(&self, py: Python<'_>) -> PyResult<()> {
        self.records.as_ref().map_or(Ok(()), |records| records.write(py))
    }

    /// Logs the remaining attempts after the call is done or aborted.
    fn log_rest(&self, py: Python<'_>) -> PyResult<()> {
        self.records.as_ref().map_or(Ok(()), |records| records.end(py))
    }

    /// Returns the call's result, or raises its error.
    fn result<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let outcome = locked(&self.completed).outcome.take();
        match outcome {
            Some(Ok(Found::Resource(found))) => ResourceMetadata(found).into_bound_py_any(py),
            Some(Ok(Found::Server(found))) => AuthorizationServerMetadata(found).into_bound_py_any(py),
            Some(Ok(Found::Discovery(found))) => Discovery::new(py, &found)?.into_bound_py_any(py),
            Some(Ok(Found::Addresses(found))) => PyTuple::new(py, found)?.into_bound_py_any(py),
            Some(Err(error)) => Err(raised(py, &error)),
            None => Err(invalid_argument(py, "the call has no result, or its result has been taken".to_owned())),
        }
    }
}

fn locked(completed: &Mutex<Completed>) -> MutexGuard<'_, Completed> {
    completed.lock().unwrap_or_else(PoisonError::into_inner)
}
