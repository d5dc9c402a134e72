use crate::errors::invalid_argument;
use arc_swap::ArcSwapOption;
use pyo3::prelude::*;
use std::sync::Arc;

/// A client of core that can be closed.
pub(crate) struct Closable<C>(ArcSwapOption<C>);

impl<C> Closable<C> {
    pub(crate) fn new(client: C) -> Closable<C> {
        Closable(ArcSwapOption::from_pointee(client))
    }

    /// Returns the client, or an `InvalidArgumentError` if it is closed.
    pub(crate) fn open(&self, py: Python<'_>) -> PyResult<Arc<C>> {
        self.0.load_full().ok_or_else(|| invalid_argument(py, "the client is closed".to_owned()))
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.0.load().is_none()
    }

    pub(crate) fn close(&self) {
        self.0.store(None);
    }
}
