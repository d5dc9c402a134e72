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
    mcp_session_id: Option<Cow<'a, str>>,
    mcp_protocol_version: Option<Cow<'a, str>>,
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
            mcp_session_id: None,
            mcp_protocol_version: None,
            received_at: None,
        })
    }

    pub(crate) fn www_authenticate(mut self, lines: Option<&Bound<'_, PyAny>>) -> PyResult<Response<'a>> {
        self.www_authenticate = optional_lines("www_authenticate", lines)?;
        Ok(self)
    }

    pub(crate) fn mcp(
        mut self,
        session_id: Option<&'a Bound<'_, PyAny>>,
        protocol_version: Option<&'a Bound<'_, PyAny>>,
    ) -> PyResult<Response<'a>> {
        self.mcp_session_id = optional_text("mcp_session_id", session_id)?;
        self.mcp_protocol_version = optional_text("mcp_protocol_version", protocol_version)?;
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
        response.mcp_session_id = self.mcp_session_id.as_deref();
        response.mcp_protocol_version = self.mcp_protocol_version.as_deref();
        response.received_at = self.received_at;
        call(&response)
    }
}
