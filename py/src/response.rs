use crate::arguments::{body, count, optional_lines, optional_text, time};
use pyo3::prelude::*;
use std::borrow::Cow;
use std::time::SystemTime;

/// A response that the caller's own HTTP client received.
pub(crate) struct Response<'a> {
    status: u16,
    body: Cow<'a, [u8]>,
    content_type: Option<Cow<'a, str>>,
    url: Option<Cow<'a, str>>,
    www_authenticate: Option<Vec<String>>,
    received_at: Option<SystemTime>,
}

impl<'a> Response<'a> {
    pub(crate) fn new(
        status: &Bound<'_, PyAny>,
        content: &'a Bound<'_, PyAny>,
        content_type: Option<&'a Bound<'_, PyAny>>,
        url: Option<&'a Bound<'_, PyAny>>,
    ) -> PyResult<Response<'a>> {
        Ok(Response {
            status: count("status", status, u16::MAX)?,
            body: body("body", content)?,
            content_type: optional_text("content_type", content_type)?,
            url: optional_text("url", url)?,
            www_authenticate: None,
            received_at: None,
        })
    }

    pub(crate) fn www_authenticate(mut self, lines: Option<&Bound<'_, PyAny>>) -> PyResult<Response<'a>> {
        self.www_authenticate = optional_lines("www_authenticate", lines)?;
        Ok(self)
    }

    pub(crate) fn received_at(mut self, at: Option<&Bound<'_, PyAny>>) -> PyResult<Response<'a>> {
        self.received_at = at.map(|at| time("received_at", at)).transpose()?;
        Ok(self)
    }

    /// Calls a function with the response in core's type.
    pub(crate) fn lend<T>(&self, call: impl FnOnce(&telnyx_oauth::Response<'_>) -> T) -> T {
        let mut response = telnyx_oauth::Response::new(self.status, &self.body);
        response.www_authenticate = self.www_authenticate.clone();
        response.content_type = self.content_type.as_deref();
        response.url = self.url.as_deref();
        response.received_at = self.received_at;
        call(&response)
    }
}
