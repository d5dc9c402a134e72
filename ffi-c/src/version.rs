use std::ffi::{CStr, c_char};

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => panic!("the version must not contain a NUL"),
};

/// The version of the loaded library, such as "0.1.0". It may be later than TELNYX_OAUTH_VERSION_STRING, the version of
/// the header that the program was compiled with.
///
/// Returns a static string; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_version() -> *const c_char {
    VERSION.as_ptr()
}
