use pyo3::prelude::*;

/// A token that cancels calls from any thread.
///
/// A cancelled call raises `CancelledError`. A cancelled token stays cancelled.
#[pyclass(frozen, weakref, module = "telnyx_oauth")]
pub(crate) struct CancelToken(pub(crate) telnyx_oauth::CancelToken);

#[pymethods]
impl CancelToken {
    #[new]
    fn new() -> CancelToken {
        CancelToken(telnyx_oauth::CancelToken::new())
    }

    /// Cancels the calls that this token was passed to, and each later call that it is passed to.
    fn cancel(&self) {
        self.0.cancel();
    }

    /// True once `cancel` was called.
    #[getter]
    fn cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    fn __repr__(&self) -> &'static str {
        if self.0.is_cancelled() { "<CancelToken, cancelled>" } else { "<CancelToken>" }
    }
}
