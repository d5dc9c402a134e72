use crate::copies::{c_string, pointer_to};
use std::ffi::{CString, c_char};

/// A string that a function returned.
pub struct telnyx_string(CString);

impl From<String> for telnyx_string {
    fn from(text: String) -> telnyx_string {
        telnyx_string(c_string(&text))
    }
}

/// The text of the string.
///
/// Returns a string that belongs to the handle; NULL only if the handle is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_string_text(string: Option<&telnyx_string>) -> *const c_char {
    pointer_to(string.map(|string| &string.0))
}

/// Frees a string.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_string_free(string: Option<Box<telnyx_string>>) {
    drop(string);
}
