use crate::input::{bytes, required};
use crate::setter::{Settable, set};
use crate::status::telnyx_status;
use oauth::{Error, Response, embedding};
use std::ffi::{c_char, c_void};
use std::time::{Duration, SystemTime};

/// A response that was fetched with an HTTP stack of the caller's own, for telnyx_resource_metadata_from_response() and
/// telnyx_authorization_server_metadata_from_response(). That stack is then responsible for what this library's transport
/// does otherwise: https, redirects on the same origin only, limits of time and size, no content coding.
pub struct telnyx_response {
    url: Option<String>,
    status: u16,
    content_type: Option<String>,
    received_at: Option<SystemTime>,
    body: Vec<u8>,
    /// The first input that was refused.
    refused: Option<Error>,
}

impl Settable for telnyx_response {
    const NAME: &'static str = "response";

    fn refused(&mut self) -> &mut Option<Error> {
        &mut self.refused
    }
}

impl telnyx_response {
    /// The response as the core has it, if nothing in it was refused.
    pub(crate) fn lent(&self) -> Result<Response<'_>, Error> {
        if let Some(refused) = &self.refused {
            return Err(refused.clone());
        }
        let mut response = Response::new(self.status, &self.body);
        response.url = self.url.as_deref();
        response.content_type = self.content_type.as_deref();
        response.received_at = self.received_at;
        Ok(response)
    }
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes a response, without a content type, from the place where the document is looked for first.
///
/// The response remembers the first input that this function or a setter refused, as options do: see
/// telnyx_options_new().
///
/// status: the HTTP status, 100 to 599; another makes the judgement fail with TELNYX_STATUS_INVALID_ARGUMENT.
/// body, body_length: the whole body and its length in bytes. It is copied. NULL and 0: an empty one.
///
/// Returns a response to be freed with telnyx_response_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_response_new(
    status: u16,
    body: *const c_void,
    body_length: usize,
) -> Box<telnyx_response> {
    // SAFETY: the header asks for NULL or that many bytes.
    let (body, refused) = match unsafe { bytes("body", body, body_length) } {
        Ok(body) => (body.to_vec(), None),
        Err(error) => (Vec::new(), Some(error)),
    };
    Box::new(telnyx_response { url: None, status, content_type: None, received_at: None, body, refused })
}

/// Sets the URL that the response came from, after redirects.
///
/// url: Default: the place where the document is looked for first.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or url is NULL, or url is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_url(
    response: Option<&mut telnyx_response>,
    url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let url = unsafe { required("url", url) };
    set(response, |response| {
        response.url = Some(url?.to_owned());
        Ok(())
    })
}

/// Sets the Content-Type header field.
///
/// content_type: Default: there was none.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or content_type is NULL, or content_type is
/// not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_response_set_content_type(
    response: Option<&mut telnyx_response>,
    content_type: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let content_type = unsafe { required("content_type", content_type) };
    set(response, |response| {
        response.content_type = Some(content_type?.to_owned());
        Ok(())
    })
}

/// Sets when the response was received, for a signed_metadata that is valid for a time.
///
/// unix_seconds: seconds since 1970-01-01 00:00 UTC, as time() returns. Default: not known.
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

/// Frees a response. Documents that were judged from it stay as they are.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_response_free(response: Option<Box<telnyx_response>>) {
    drop(response);
}
