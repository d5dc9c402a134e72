use pyo3::prelude::*;

/// @doc CancelToken
#[pyclass(frozen, weakref, module = "telnyx_oauth")]
pub(crate) struct CancelToken(pub(crate) telnyx_oauth::CancelToken);

#[pymethods]
impl CancelToken {
    #[new]
    fn new() -> CancelToken {
        CancelToken(telnyx_oauth::CancelToken::new())
    }

    /// @doc CancelToken.cancel
    fn cancel(&self) {
        self.0.cancel();
    }

    /// @doc CancelToken.cancelled
    #[getter]
    fn cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    fn __repr__(&self) -> &'static str {
        if self.0.is_cancelled() { "<CancelToken, cancelled>" } else { "<CancelToken>" }
    }
}
