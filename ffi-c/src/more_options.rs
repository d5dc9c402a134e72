// Generated from core/options.toml by `cargo run -p generate`. Do not edit.

use crate::input::required;
use crate::options::{set_client, set_rule, set_text, telnyx_options};
use crate::status::telnyx_status;
use std::ffi::c_char;
use std::time::Duration;

/// Sets the option connect_timeout. The time limit to open one connection, including name resolution and TLS handshake:
/// more than zero, at most 24 hours. In milliseconds. Default: 5 s.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_connect_timeout_ms(
    options: Option<&mut telnyx_options>,
    connect_timeout_ms: u64,
) -> telnyx_status {
    set_client(options, |client| client.connect_timeout(Duration::from_millis(connect_timeout_ms)))
}

/// Sets the option max_retries. The number of retries after a transport error or a status of 408, 425, 429, 500, 502,
/// 503 or 504: 0 to 100. The delay is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A
/// Retry-After of up to 60 s replaces it. Default: 2.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_retries(
    options: Option<&mut telnyx_options>,
    max_retries: u32,
) -> telnyx_status {
    set_client(options, |client| client.max_retries(max_retries))
}

/// Sets the option max_redirects. The number of redirects to follow within the same scheme, host and port: 0 to 10.
/// Default: 3.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_redirects(
    options: Option<&mut telnyx_options>,
    max_redirects: u32,
) -> telnyx_status {
    set_client(options, |client| client.max_redirects(max_redirects))
}

/// Sets the option max_body_bytes. The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_body_bytes(
    options: Option<&mut telnyx_options>,
    max_body_bytes: usize,
) -> telnyx_status {
    set_client(options, |client| client.max_body_bytes(max_body_bytes))
}

/// Sets the option max_total_bytes. The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers
/// beyond the limit, in the listed order, get the error body_too_large. Default: 8 MiB.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_total_bytes(
    options: Option<&mut telnyx_options>,
    max_total_bytes: usize,
) -> telnyx_status {
    set_client(options, |client| client.max_total_bytes(max_total_bytes))
}

/// Sets the option cache. Caches documents in memory while they are fresh (https://www.rfc-editor.org/rfc/rfc9111), and
/// lets concurrent calls for one URL share a request. A client stores up to 256 documents and 8 MiB. It does not store
/// errors. Default: true.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_cache(options: Option<&mut telnyx_options>, cache: bool) -> telnyx_status {
    set_client(options, |client| client.cache(cache))
}

/// Sets the option strict. Turns warnings about deviations that an RFC forbids into errors. Implies exact. Default:
/// false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_strict(options: Option<&mut telnyx_options>, strict: bool) -> telnyx_status {
    set_rule(options, |client| client.strict(strict), |rules| rules.strict(strict))
}

/// Sets the option legacy_origin. Tries the resource's origin as the authorization server if each well-known URL of the
/// resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_legacy_origin(
    options: Option<&mut telnyx_options>,
    legacy_origin: bool,
) -> telnyx_status {
    set_rule(options, |client| client.legacy_origin(legacy_origin), |rules| rules.legacy_origin(legacy_origin))
}

/// Sets the option allow_http. Allows http to hosts that are not loopback. Anyone on the network path can then read and
/// forge responses. Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_http(
    options: Option<&mut telnyx_options>,
    allow_http: bool,
) -> telnyx_status {
    set_rule(options, |client| client.allow_http(allow_http), |rules| rules.allow_http(allow_http))
}

/// Sets the option allow_private_addresses. Allows a server on a public address to name private and loopback addresses
/// in a redirect, a challenge or a document. Link-local, unspecified and multicast addresses are always refused.
/// Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_private_addresses(
    options: Option<&mut telnyx_options>,
    allow_private_addresses: bool,
) -> telnyx_status {
    set_client(options, |client| client.allow_private_addresses(allow_private_addresses))
}

/// Sets the option proxy. The http or https URL of a proxy for every request; the empty string means no proxy. NO_PROXY
/// still applies. Behind a proxy, only literal addresses and localhost in a server's URLs can be checked, because the
/// proxy resolves all other names. Default: from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_proxy(
    options: Option<&mut telnyx_options>,
    proxy: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let proxy = unsafe { required("proxy", proxy) };
    set_text(options, proxy, |client, proxy| client.proxy(proxy))
}

/// Sets the option ignore_environment. Ignores all environment variables: TELNYX_BASE_URL, SSL_CERT_FILE, SSL_CERT_DIR
/// and the variables for proxies. For a program in which another thread may call setenv(), putenv() or unsetenv() while
/// a client is built. Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_ignore_environment(
    options: Option<&mut telnyx_options>,
    ignore_environment: bool,
) -> telnyx_status {
    set_client(options, |client| client.ignore_environment(ignore_environment))
}

/// Sets the option user_agent. The User-Agent to send. Printable ASCII. Default: telnyx-oauth/VERSION (c).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_user_agent(
    options: Option<&mut telnyx_options>,
    user_agent: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let user_agent = unsafe { required("user_agent", user_agent) };
    set_text(options, user_agent, |client, user_agent| client.user_agent(user_agent))
}
