//! Logs a debug record for each request of a call, with the logger `telnyx_oauth`.

use crate::json::python;
use crate::signals;
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use std::sync::Arc;
use std::thread;
use telnyx_oauth::blocking::Client;
use telnyx_oauth::embedding::{BlockingCalls as _, LiveLog as _};
use telnyx_oauth::{Attempt, AttemptLog};

/// `logging.DEBUG`.
const DEBUG: u8 = 10;

/// The log records of one call. The call's attempts are collected on the I/O thread. The thread or task that made the call
/// logs each attempt, in its own context, as soon as the attempt has ended.
pub(crate) struct Records {
    logger: Py<PyAny>,
    attempts: AttemptLog,
}

impl Records {
    /// Returns the records of a call before it starts. `None` if debug records are not logged, or if the program has not
    /// imported `logging`.
    pub(crate) fn wanted(py: Python<'_>) -> PyResult<Option<Records>> {
        let Some(logger) = logger(py)? else { return Ok(None) };
        let wanted = logger.call_method1(intern!(py, "isEnabledFor"), (DEBUG,))?.is_truthy()?;
        Ok(wanted.then(|| Records { logger: logger.clone().unbind(), attempts: AttemptLog::new() }))
    }

    /// Returns the log to which the call's client adds its attempts.
    pub(crate) fn attempts(&self) -> AttemptLog {
        self.attempts.clone()
    }

    /// Returns a client whose blocking calls log each attempt while they wait.
    pub(crate) fn follow(self: &Arc<Self>, client: &Client) -> Client {
        let (records, caller) = (self.clone(), thread::current());
        self.attempts.on_added(move || caller.unpark());
        client
            .with_attempt_log(self.attempts())
            .with_interrupt(signals::INTERVAL, move || signals::ended_by(|| records.write_ended()))
    }

    /// Logs the attempts that have ended and are not logged yet. The members of the attempt are attributes of the record.
    pub(crate) fn write(&self, py: Python<'_>) -> PyResult<()> {
        // No lock is held while a record is written: a handler may block, and may make calls.
        while let Some(attempt) = self.attempts.pop() {
            record(self.logger.bind(py), &attempt)?;
        }
        Ok(())
    }

    /// Does the same as `write`, and attaches to the interpreter only if there is an attempt to log.
    fn write_ended(&self) -> PyResult<()> {
        if self.attempts.is_empty() {
            return Ok(());
        }
        Python::try_attach(|py| self.write(py)).unwrap_or(Ok(()))
    }

    /// Logs the remaining attempts after the call has ended. An attempt without an answer is logged as cancelled.
    pub(crate) fn end(&self, py: Python<'_>) -> PyResult<()> {
        self.attempts.end_open();
        self.write(py)
    }
}

fn logger(py: Python<'_>) -> PyResult<Option<&Bound<'_, PyAny>>> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    if let Some(logger) = LOGGER.get(py) {
        return Ok(Some(logger.bind(py)));
    }
    let Some(logging) = modules(py)?.get_item(intern!(py, "logging"))? else { return Ok(None) };
    // The module has no `getLogger` yet while another thread imports it.
    let Ok(get_logger) = logging.getattr(intern!(py, "getLogger")) else { return Ok(None) };
    let logger = get_logger.call1(("telnyx_oauth",))?.unbind();
    Ok(Some(LOGGER.get_or_init(py, || logger).bind(py)))
}

/// `sys.modules`.
fn modules(py: Python<'_>) -> PyResult<&Bound<'_, PyDict>> {
    static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let modules = MODULES.get_or_try_init(py, || -> PyResult<_> {
        Ok(py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?.unbind())
    })?;
    Ok(modules.bind(py))
}

fn record(logger: &Bound<'_, PyAny>, attempt: &Attempt) -> PyResult<()> {
    let py = logger.py();
    let options = PyDict::new(py);
    options.set_item("extra", python(py, attempt)?)?;
    let format = "%s %s for %s: %s, status %s, %d ms: %s";
    let (url, purpose, outcome) = (&*attempt.url, attempt.purpose.as_str(), attempt.outcome.as_str());
    let elapsed_ms = attempt.elapsed.as_millis();
    let arguments = (format, attempt.method, url, purpose, outcome, attempt.status, elapsed_ms, &*attempt.reason);
    match logger.call_method(intern!(py, "debug"), arguments, Some(&options)) {
        // The failure of a log handler does not fail the call.
        Err(error) if error.is_instance_of::<PyException>(py) => error.write_unraisable(py, Some(logger)),
        // Ctrl-C, for example.
        Err(error) => return Err(error),
        Ok(_) => {}
    }
    Ok(())
}
