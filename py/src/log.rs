//! Logs a debug record for each request of a call, with the logger `telnyx_oauth`.

use crate::json::python;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use telnyx_oauth::{Attempt, AttemptLog};

/// `logging.DEBUG`.
const DEBUG: u8 = 10;

/// The log records of one call. The attempts are collected while the call runs. They are logged at its end, on the thread
/// and in the context that made the call.
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

    /// Logs a record for each attempt that is not logged yet. The members of the attempt are attributes of the record.
    pub(crate) fn write(&self, py: Python<'_>) -> PyResult<()> {
        let logger = self.logger.bind(py);
        self.attempts.take().iter().try_for_each(|attempt| record(logger, attempt))
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
    logger.call_method(intern!(py, "debug"), arguments, Some(&options))?;
    Ok(())
}
