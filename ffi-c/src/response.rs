use crate::input::{bytes, required, texts};
use crate::setter::{Settable, set};
use crate::status::telnyx_status;
use oauth::{Error, Response, embedding};
use std::ffi::{c_char, c_void};
use std::time::{Duration, SystemTime};

/// A response from the caller's own HTTP client, for telnyx_resource_metadata_from_response(),
/// telnyx_authorization_server_metadata_from_response() and telnyx_discovery_plan_respond(). That client must then
/// enforce the rules that this library's own client enforces: https, redirects within the same origin only, limits on
/// time and size, and no content coding.
pub struct telnyx_response {
    url: Option<String>,
    status: u16,
    content_type: Option<String>,
    www_authenticate: Option<Vec<String>>,
    mcp_session_id: Option<String>,
    mcp_protocol_version: Option<String>,
    received_at: Option<SystemTime>,
    body: Vec<u8>,
    /// The first error of a setter.
    refused: Option<Error>,
}

impl Settable for telnyx_response {
    const NAME: &'static str = "response";

    fn refused(&mut self) -> &mut Option<Error> {
        &mut self.refused
    }
}

impl telnyx_response {
    /// Returns the response as a type of the core, or the first error of a setter.
    pub(crate) fn to_core(&self) -> Result<Response<'_>, Error> {
        if let Some(refused) = &self.refused {
            return Err(refused.clone());
        }
        let mut response = Response::new(self.status, &self.body);
        response.url = self.url.as_deref();
        response.content_type = self.content_type.as_deref();
        response.www_authenticate = self.www_authenticate.clone();
        response.mcp_session_id = self.mcp_session_id.as_deref();
        response.mcp_protocol_version = self.mcp_protocol_version.as_deref();
        response.received_at = self.received_at;
        Ok(response)
    }
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes a response without a content type. Its URL is the first URL at which the document can be, or the URL of the
/// planned request.
///
/// The response keeps the first error of this function or of a setter, as options do: see telnyx_options_new().
///
/// status: the HTTP status, 100 to 599. With any other value, the function that checks the response fails with
/// TELNYX_STATUS_INVALID_ARGUMENT.
/// body, body_length: the whole body and its length in bytes. The body is copied. NULL and 0: an empty body. The first
/// 64 KiB of the body are enough for a response to a probe.
///
/// Returns a response, which the caller frees with telnyx_response_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_response_new(
    status: u16,
    body: *const c_void,
    body_length: usize,
) -> Box<telnyx_response> {
    // SAFETY: the header requires NULL or that many bytes.
    let (body, refused) = match unsafe { bytes("body", body, body_length) } {
        Ok(body) => (body.to_vec(), None),
        Err(error) => (Vec::new(), Some(error)),
    };
    Box::new(telnyx_response {
        url: None,
        status,
        content_type: None,
        www_authenticate: None,
        mcp_session_id: None,
        mcp_protocol_version: None,
        received_at: None,
        body,
        refused,
    })
}

/// Sets the URL that the response came from, after redirects.
///
/// url: an absolute URL. Default: the first URL at which the document can be, or the URL of the planned request.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or url is NULL, or url is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_url(
    response: Option<&mut telnyx_response>,
    url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let url = unsafe { required("url", url) };
    set(response, |response| {
        response.url = Some(url?.to_owned());
        Ok(())
    })
}

/// Sets the Content-Type header field.
///
/// content_type: the value of the field. Default: the response has no such field.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or content_type is NULL, or content_type is
/// not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_content_type(
    response: Option<&mut telnyx_response>,
    content_type: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let content_type = unsafe { required("content_type", content_type) };
    set(response, |response| {
        response.content_type = Some(content_type?.to_owned());
        Ok(())
    })
}

/// Sets the WWW-Authenticate field lines. Only the response to a probe needs them (telnyx_discovery_plan_respond()).
///
/// www_authenticate, www_authenticate_count: the values of the WWW-Authenticate header fields. NULL and 0: the response has
/// no such field. Default: unknown.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or a line is NULL, or a line is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_www_authenticate(
    response: Option<&mut telnyx_response>,
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
) -> telnyx_status {
    // SAFETY: the header requires NULL or an array of that many strings.
    let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count) };
    set(response, |response| {
        response.www_authenticate = Some(lines?.unwrap_or_default().into_iter().map(str::to_owned).collect());
        Ok(())
    })
}

/// Sets the Mcp-Session-Id header field of the response to a probe.
///
/// mcp_session_id: the value of the field. Default: the response has no such field.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or mcp_session_id is NULL, or
/// mcp_session_id is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_mcp_session_id(
    response: Option<&mut telnyx_response>,
    mcp_session_id: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let mcp_session_id = unsafe { required("mcp_session_id", mcp_session_id) };
    set(response, |response| {
        response.mcp_session_id = Some(mcp_session_id?.to_owned());
        Ok(())
    })
}

/// Sets the MCP-Protocol-Version header field of the response to a probe.
///
/// mcp_protocol_version: the value of the field. Default: the response has no such field.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or mcp_protocol_version is NULL, or
/// mcp_protocol_version is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_mcp_protocol_version(
    response: Option<&mut telnyx_response>,
    mcp_protocol_version: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let mcp_protocol_version = unsafe { required("mcp_protocol_version", mcp_protocol_version) };
    set(response, |response| {
        response.mcp_protocol_version = Some(mcp_protocol_version?.to_owned());
        Ok(())
    })
}

/// Sets the time at which the response was received. It is used to check the validity period of signed_metadata.
///
/// unix_seconds: seconds since 1970-01-01 00:00 UTC, as time() returns. Default: unknown.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response is NULL or unix_seconds is negative.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_response_set_received_at(
    response: Option<&mut telnyx_response>,
    unix_seconds: i64,
) -> telnyx_status {
    set(response, |response| {
        let refused = || embedding::invalid_argument(format!("received_at must be 0 or later, not {unix_seconds}"));
        let since = Duration::from_secs(u64::try_from(unix_seconds).map_err(|_| refused())?);
        response.received_at = Some(SystemTime::UNIX_EPOCH.checked_add(since).ok_or_else(refused)?);
        Ok(())
    })
}

/// Frees a response. Documents that were read from this response do not change.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_response_free(response: Option<Box<telnyx_response>>) {
    drop(response);
}
