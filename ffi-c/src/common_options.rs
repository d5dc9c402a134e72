// Generated from core/options.toml by `cargo run -p generate`. Do not edit.

use crate::input::required;
use crate::options::{set_client, set_text, telnyx_options};
use crate::status::telnyx_status;
use std::ffi::c_char;
use std::time::Duration;

/// Sets the option base_url. The URL whose origin is the default resource and issuer. The path of the URL is ignored.
/// An absolute https URL, or http on a loopback host. Calls that need the base URL fail if it is not valid. Default:
/// TELNYX_BASE_URL, else https://api.telnyx.com.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_base_url(
    options: Option<&mut telnyx_options>,
    base_url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let base_url = unsafe { required("base_url", base_url) };
    set_text(options, base_url, |client, base_url| client.base_url(base_url))
}

/// Sets the option timeout. The time limit of a whole call, including retries and waits: more than zero, at most 24
/// hours. In milliseconds. Default: 30 s.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_timeout_ms(
    options: Option<&mut telnyx_options>,
    timeout_ms: u64,
) -> telnyx_status {
    set_client(options, |client| client.timeout(Duration::from_millis(timeout_ms)))
}

/// Sets the option ca_file. A PEM file of CA certificates to trust in addition to the system's store. It is read when
/// the client is built. SSL_CERT_FILE and SSL_CERT_DIR replace the system's store. Mozilla's root certificates are used
/// on systems without a store. Default: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_ca_file(
    options: Option<&mut telnyx_options>,
    ca_file: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let ca_file = unsafe { required("ca_file", ca_file) };
    set_text(options, ca_file, |client, ca_file| client.ca_file(ca_file))
}
