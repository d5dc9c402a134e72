use crate::copies::{c_string, pointer_to};
use std::ffi::{CString, c_char};
use std::net::IpAddr;

/// Strings that a function returned.
pub struct telnyx_strings(Vec<CString>);

impl From<Vec<String>> for telnyx_strings {
    fn from(texts: Vec<String>) -> telnyx_strings {
        telnyx_strings(texts.iter().map(|text| c_string(text)).collect())
    }
}

impl From<Vec<IpAddr>> for telnyx_strings {
    fn from(addresses: Vec<IpAddr>) -> telnyx_strings {
        telnyx_strings(addresses.iter().map(|address| c_string(&address.to_string())).collect())
    }
}

/// The number of strings.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_strings_count(strings: Option<&telnyx_strings>) -> usize {
    strings.map_or(0, |strings| strings.0.len())
}

/// The string at an index from 0.
///
/// Returns a string that belongs to the handle; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_strings_at(strings: Option<&telnyx_strings>, index: usize) -> *const c_char {
    pointer_to(strings.and_then(|strings| strings.0.get(index)))
}

/// Frees strings.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_strings_free(strings: Option<Box<telnyx_strings>>) {
    drop(strings);
}
