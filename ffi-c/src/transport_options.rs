//! The options of how a client sends requests.

use crate::input::required;
use crate::options::{set_client, telnyx_options};
use crate::setter::set;
use crate::status::telnyx_status;
use oauth::Error;
use std::ffi::c_char;
use std::net::IpAddr;
use std::time::Duration;

/// Sets the time that one connection may take, name look-up and TLS handshake included.
///
/// timeout_ms: milliseconds, 1 to 86400000 (24 hours); a client with another is refused. Default: 5000.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_connect_timeout_ms(
    options: Option<&mut telnyx_options>,
    timeout_ms: u64,
) -> telnyx_status {
    set_client(options, |client| client.connect_timeout(Duration::from_millis(timeout_ms)))
}

/// Sets how often a request is sent again after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504. The
/// waits are 0.5 s, doubling to 8 s, with jitter, or what Retry-After asks for, up to 60 s
/// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
///
/// retries: 0 to 100. Default: 2.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_retries(options: Option<&mut telnyx_options>, retries: u32) -> telnyx_status {
    set_client(options, |client| client.max_retries(retries))
}

/// Sets how many redirects are followed, each to the same scheme, host and port only.
///
/// redirects: 0 to 10. Default: 3.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_redirects(
    options: Option<&mut telnyx_options>,
    redirects: u32,
) -> telnyx_status {
    set_client(options, |client| client.max_redirects(redirects))
}

/// Sets the size of the largest document that is read.
///
/// size: bytes, at most 1073741824. Default: 1048576.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_body_bytes(
    options: Option<&mut telnyx_options>,
    size: usize,
) -> telnyx_status {
    set_client(options, |client| client.max_body_bytes(size))
}

/// Sets how many bytes the bodies of a whole discovery may have together. They are charged to the authorization servers
/// in their listed order; a server beyond that gets TELNYX_STATUS_BODY_TOO_LARGE.
///
/// size: bytes, at most 1073741824. Default: 8388608.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_total_bytes(
    options: Option<&mut telnyx_options>,
    size: usize,
) -> telnyx_status {
    set_client(options, |client| client.max_total_bytes(size))
}

/// Sets whether documents are kept in memory for as long as their servers say that they are fresh
/// (https://www.rfc-editor.org/rfc/rfc9111), and concurrent calls for one URL share one request. Up to 256 documents and
/// 8 MiB are kept in a client; errors are not.
///
/// cache: Default: true.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_cache(options: Option<&mut telnyx_options>, cache: bool) -> telnyx_status {
    set_client(options, |client| client.cache(cache))
}

/// Sets the User-Agent to send.
///
/// user_agent: printable ASCII. Default: "telnyx-oauth/VERSION (c)".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_user_agent(
    options: Option<&mut telnyx_options>,
    user_agent: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let user_agent = unsafe { required("user_agent", user_agent) };
    set(options, |options| {
        let user_agent = user_agent?;
        options.change_client(|client| client.user_agent(user_agent));
        Ok(())
    })
}

/// Connects to an address for a host and a port, as curl's --resolve; the name in the URL still counts for TLS and for what
/// is judged. May be called several times; a later call wins.
///
/// host: a name or an address, as in a URL. port: 0 to 65535. address: an IPv4 or IPv6 address, such as "127.0.0.1" or
/// "::1". Default: the system's name resolution.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_add_resolve(
    options: Option<&mut telnyx_options>,
    host: *const c_char,
    port: u16,
    address: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or strings.
    let (host, address) = unsafe { (required("host", host), required("address", address)) };
    set(options, |options| {
        let (host, address) = (host?, address?);
        let address: IpAddr = address
            .parse()
            .map_err(|_| Error::invalid_argument(format!("address must be an IP address, not {address:?}")))?;
        options.change_client(|client| client.resolve(host, port, address));
        Ok(())
    })
}

/// Sets a proxy for every request; NO_PROXY is obeyed. Behind a proxy only literal addresses and localhost names can be
/// checked for where a server's URLs may lead: the proxy takes over the rest.
///
/// url: an http or https URL; "" means no proxy. Default: what the environment variables HTTPS_PROXY, HTTP_PROXY and
/// NO_PROXY say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_proxy(
    options: Option<&mut telnyx_options>,
    url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let url = unsafe { required("proxy", url) };
    set(options, |options| {
        let url = url?;
        options.change_client(|client| client.proxy(url));
        Ok(())
    })
}

/// Sets whether the environment is ignored: no variable is read then, not TELNYX_BASE_URL, SSL_CERT_FILE and SSL_CERT_DIR, nor
/// those of proxies. For a program in which another thread may call setenv(), putenv() or unsetenv() while a client is built.
///
/// ignore: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_ignore_environment(
    options: Option<&mut telnyx_options>,
    ignore: bool,
) -> telnyx_status {
    set_client(options, |client| client.ignore_environment(ignore))
}
