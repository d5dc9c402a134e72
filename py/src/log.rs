//! Debug records of what calls asked, under the logger `telnyx_oauth`.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use telnyx_oauth::Attempt;

/// `logging.DEBUG`.
const DEBUG: u8 = 10;

/// The logger, where somebody wants its debug records. Where nobody has imported `logging`, nobody does.
pub(crate) fn wanted(py: Python<'_>) -> PyResult<Option<Bound<'_, PyAny>>> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let logger = match LOGGER.get(py) {
        Some(logger) => logger,
        None => {
            let Some(logging) = modules(py)?.get_item(intern!(py, "logging"))? else { return Ok(None) };
            // It may still be on its way in.
            let Ok(get_logger) = logging.getattr(intern!(py, "getLogger")) else { return Ok(None) };
            let logger = get_logger.call1(("telnyx_oauth",))?.unbind();
            LOGGER.get_or_init(py, || logger)
        }
    };
    let logger = logger.bind(py);
    let wanted = logger.call_method1(intern!(py, "isEnabledFor"), (DEBUG,))?.is_truthy()?;
    Ok(wanted.then(|| logger.clone()))
}

/// What has been imported.
fn modules(py: Python<'_>) -> PyResult<&Bound<'_, PyDict>> {
    static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let modules = MODULES.get_or_try_init(py, || -> PyResult<_> {
        Ok(py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?.unbind())
    })?;
    Ok(modules.bind(py))
}

/// Writes a record for each attempt, with its members as the record's attributes.
pub(crate) fn write(logger: &Bound<'_, PyAny>, attempts: &[Attempt]) -> PyResult<()> {
    let py = logger.py();
    for attempt in attempts {
        let elapsed_ms = attempt.elapsed.as_millis();
        let members = PyDict::new(py);
        members.set_item("purpose", attempt.purpose.as_str())?;
        members.set_item("url", &attempt.url)?;
        members.set_item("status", attempt.status)?;
        members.set_item("outcome", attempt.outcome.as_str())?;
        members.set_item("elapsed_ms", elapsed_ms)?;
        members.set_item("from_cache", attempt.from_cache)?;
        let options = PyDict::new(py);
        options.set_item("extra", members)?;
        let format = "%s %s: %s, status %s, %d ms";
        let (purpose, outcome) = (attempt.purpose.as_str(), attempt.outcome.as_str());
        let record = (format, purpose, &*attempt.url, outcome, attempt.status, elapsed_ms);
        logger.call_method(intern!(py, "debug"), record, Some(&options))?;
    }
    Ok(())
}
