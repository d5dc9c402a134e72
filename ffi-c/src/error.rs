use crate::attempt::telnyx_attempt;
use crate::copies::{Copy, c_string, pointer_to};
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use crate::warning::Warnings;
use oauth::Error;
use std::ffi::{CString, c_char};

/// The reason why a call failed: a kind, a message, and details. An error is immutable.
pub struct telnyx_error {
    message: CString,
    pub(crate) url: Option<CString>,
    pub(crate) error: Option<CString>,
    pub(crate) error_description: Option<CString>,
    pub(crate) causes: Vec<CString>,
    pub(crate) attempts: Vec<telnyx_attempt>,
    pub(crate) warnings: Warnings,
    pub(crate) json: Copy,
    pub(crate) whole: Error,
}

impl From<Error> for telnyx_error {
    fn from(error: Error) -> telnyx_error {
        telnyx_error {
            message: c_string(error.message()),
            url: error.url().map(c_string),
            error: error.error().map(c_string),
            error_description: error.error_description().map(c_string),
            causes: error.causes().map(|cause| c_string(&cause)).collect(),
            attempts: error.attempts().iter().map(telnyx_attempt::from).collect(),
            warnings: Warnings::default(),
            json: Copy::default(),
            whole: error,
        }
    }
}

/// The kind of the error, for a program: one of TELNYX_STATUS_*, the same as the status that the call returned.
/// telnyx_status_str() returns its name.
///
/// Returns TELNYX_STATUS_OK if error is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_kind(error: Option<&telnyx_error>) -> telnyx_status {
    error.map_or(TELNYX_STATUS_OK, |error| status_of(error.whole.kind()))
}

/// A message for a person, which states what was expected and what was received. Text from the network is escaped and
/// truncated: the message is safe to print and to log.
///
/// Returns a string that belongs to the error; NULL only if error is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_message(error: Option<&telnyx_error>) -> *const c_char {
    pointer_to(error.map(|error| &error.message))
}

/// Frees an error and everything that belongs to it. Do not free a const error: it belongs to another handle.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_free(error: Option<Box<telnyx_error>>) {
    drop(error);
}
