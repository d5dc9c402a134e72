// Generated from core/options.toml by `cargo run -p generate`. Do not edit.

use crate::input::required;
use crate::options::{set_client, set_text, telnyx_options};
use crate::status::telnyx_status;
use std::ffi::c_char;
use std::time::Duration;

/// Sets an option. The URL whose origin is the default resource and issuer; its path does not count. An absolute https
/// URL, or http on a loopback host; one that cannot be used is refused by the calls that need it. Default:
/// TELNYX_BASE_URL, else https://api.telnyx.com.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_base_url(
    options: Option<&mut telnyx_options>,
    base_url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let base_url = unsafe { required("base_url", base_url) };
    set_text(options, base_url, |client, base_url| client.base_url(base_url))
}

/// Sets an option. The deadline of a whole call, retries and waits included: longer than zero, at most 24 hours. In
/// milliseconds. Default: 30 s.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_timeout_ms(
    options: Option<&mut telnyx_options>,
    timeout_ms: u64,
) -> telnyx_status {
    set_client(options, |client| client.timeout(Duration::from_millis(timeout_ms)))
}

/// Sets an option. A PEM file of CA certificates to trust in addition to the system's store; read when the client is
/// built. SSL_CERT_FILE and SSL_CERT_DIR replace the system's store; a system without one has Mozilla's roots. Default:
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_ca_file(
    options: Option<&mut telnyx_options>,
    ca_file: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let ca_file = unsafe { required("ca_file", ca_file) };
    set_text(options, ca_file, |client, ca_file| client.ca_file(ca_file))
}
