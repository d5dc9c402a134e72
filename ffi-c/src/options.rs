use crate::boundary::{caught, null};
use crate::input::{optional, required};
use crate::signals::{AllBlocked, Guard};
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::blocking::{Client, ClientBuilder};
use oauth::embedding::BlockingOptions as _;
use oauth::{Error, ResourceMatch, Rules, TrustedKeys, embedding};
use std::ffi::c_char;
use std::net::IpAddr;
use std::time::Duration;

/// The document's resource is identical to the one asked for, code point by code point
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_RESOURCE_MATCH_EXACT: i32 = 1;
/// Same scheme, host and port, and its path is the one asked for or a whole-segment prefix of it; where an origin's root was
/// asked for, any path of that origin. A declared query must be identical.
pub const TELNYX_RESOURCE_MATCH_COVERS: i32 = 2;
/// Same scheme, host and port: for hosts whose paths trust one another.
pub const TELNYX_RESOURCE_MATCH_SAME_ORIGIN: i32 = 3;

/// A client's options. What is not set has its default. Not to be changed or freed while another function uses it.
pub struct telnyx_options {
    client: ClientBuilder,
    rules: Rules,
    /// The first input that a setter refused: no client is built without what somebody meant to set.
    refused: Option<Error>,
}

/// The options that every client of this library starts from.
fn defaults() -> ClientBuilder {
    embedding::set_thread_guard(AllBlocked::new);
    let guard = || {
        #[cfg(feature = "test-panic")]
        crate::test_panic::panic_where_asked();
        Guard::new()
    };
    Client::builder().client_name("c").io_guard(guard)
}

/// A client with these options, or with the default ones.
pub(crate) fn build(options: Option<&telnyx_options>) -> Result<Client, Error> {
    match options {
        None => defaults().build(),
        Some(options) => options.accepted()?.client.clone().build(),
    }
}

/// What these options say on how a document is judged.
pub(crate) fn rules(options: Option<&telnyx_options>) -> Result<Rules, Error> {
    options.map_or(Ok(Rules::new()), |options| Ok(options.accepted()?.rules.clone()))
}

impl telnyx_options {
    fn accepted(&self) -> Result<&telnyx_options, Error> {
        self.refused.clone().map_or(Ok(self), Err)
    }

    fn change_client(&mut self, change: impl FnOnce(ClientBuilder) -> ClientBuilder) {
        self.client = change(std::mem::take(&mut self.client));
    }

    fn change_rules(&mut self, change: impl FnOnce(Rules) -> Rules) {
        self.rules = change(std::mem::take(&mut self.rules));
    }
}

/// What every setter does: change the options, or note what it refuses.
fn set(
    options: Option<&mut telnyx_options>,
    change: impl FnOnce(&mut telnyx_options) -> Result<(), Error>,
) -> telnyx_status {
    let Some(options) = options else { return status_of(null("options").kind()) };
    match caught(|| change(options)) {
        Ok(()) => TELNYX_STATUS_OK,
        Err(error) => {
            let status = status_of(error.kind());
            options.refused.get_or_insert(error);
            status
        }
    }
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes options that all have their defaults.
///
/// Every setter below returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT where it refuses its input or options is
/// NULL. What a setter refused is remembered: whatever uses the options fails then with the same status, and an error that
/// names the input and the rule. So the setters' results need no check. Some input can be judged only when a client is
/// built; it is refused then.
///
/// Returns options to be freed with telnyx_options_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_options_new() -> Box<telnyx_options> {
    Box::new(telnyx_options { client: defaults(), rules: Rules::new(), refused: None })
}

/// Sets the URL whose origin is asked for where a call names no resource and no issuer. Its path does not count, as the
/// documents are at the server's root. A URL that cannot be used is refused by the calls that need it.
///
/// url: an absolute https URL, or http on a loopback host. Default: the environment variable TELNYX_BASE_URL, else
/// https://api.telnyx.com.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_base_url(
    options: Option<&mut telnyx_options>,
    url: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let url = unsafe { required("base_url", url) };
    set(options, |options| {
        let url = url?;
        options.change_client(|client| client.base_url(url));
        Ok(())
    })
}

/// Sets the time that a whole call may take, retries and waits included.
///
/// timeout_ms: milliseconds, 1 to 86400000 (24 hours); a client with another is refused. Default: 30000.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_timeout_ms(
    options: Option<&mut telnyx_options>,
    timeout_ms: u64,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.timeout(Duration::from_millis(timeout_ms)));
        Ok(())
    })
}

/// Sets the time that one connection may take, name look-up and TLS handshake included.
///
/// timeout_ms: milliseconds, 1 to 86400000 (24 hours); a client with another is refused. Default: 5000.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_connect_timeout_ms(
    options: Option<&mut telnyx_options>,
    timeout_ms: u64,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.connect_timeout(Duration::from_millis(timeout_ms)));
        Ok(())
    })
}

/// Sets how often a request is sent again after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504. The
/// waits are 0.5 s, doubling to 8 s, with jitter, or what Retry-After asks for, up to 60 s
/// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
///
/// retries: 0 to 100. Default: 2.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_retries(options: Option<&mut telnyx_options>, retries: u32) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.max_retries(retries));
        Ok(())
    })
}

/// Sets how many redirects are followed, each to the same scheme, host and port only.
///
/// redirects: 0 to 10. Default: 3.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_redirects(
    options: Option<&mut telnyx_options>,
    redirects: u32,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.max_redirects(redirects));
        Ok(())
    })
}

/// Sets the size of the largest document that is read.
///
/// size: bytes, at most 1073741824. Default: 1048576.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_max_body_bytes(
    options: Option<&mut telnyx_options>,
    size: usize,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.max_body_bytes(size));
        Ok(())
    })
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
    set(options, |options| {
        options.change_client(|client| client.max_total_bytes(size));
        Ok(())
    })
}

/// Sets whether documents are kept in memory for as long as their servers say that they are fresh
/// (https://www.rfc-editor.org/rfc/rfc9111), and concurrent calls for one URL share one request. Up to 256 documents and
/// 8 MiB are kept in a client; errors are not.
///
/// cache: Default: true.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_cache(options: Option<&mut telnyx_options>, cache: bool) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.cache(cache));
        Ok(())
    })
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

/// Sets a PEM file of CA certificates to trust besides the system's; it is read when a client is built.
///
/// file: a path. Default: none. The environment variables SSL_CERT_FILE and SSL_CERT_DIR name a file or directories in the
/// place of the system's store; where there is neither, it is Mozilla's roots.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_ca_file(
    options: Option<&mut telnyx_options>,
    file: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let file = unsafe { required("ca_file", file) };
    set(options, |options| {
        let file = file?;
        options.change_client(|client| client.ca_file(file));
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

/// Allows http to hosts that are not loopback: anybody on the way can then read and forge what is found.
///
/// allow: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_http(options: Option<&mut telnyx_options>, allow: bool) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.allow_http(allow));
        options.change_rules(|rules| rules.allow_http(allow));
        Ok(())
    })
}

/// Lets a server on a public address name private and loopback ones, in a redirect, a challenge or a document. Link-local,
/// unspecified and multicast addresses stay refused.
///
/// allow: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_private_addresses(
    options: Option<&mut telnyx_options>,
    allow: bool,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.allow_private_addresses(allow));
        Ok(())
    })
}

/// Sets which documents describe a resource. Apart from one trailing slash, what is not identical counts under every policy
/// only where the document was found, after redirects, at the well-known URL of the requested resource or of a parent path
/// of it; if an origin's root was requested, also at that of the declared resource.
///
/// resource_match: one of TELNYX_RESOURCE_MATCH_*. Default: TELNYX_RESOURCE_MATCH_COVERS.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_resource_match(
    options: Option<&mut telnyx_options>,
    resource_match: i32,
) -> telnyx_status {
    set(options, |options| {
        let policy = match resource_match {
            TELNYX_RESOURCE_MATCH_EXACT => ResourceMatch::Exact,
            TELNYX_RESOURCE_MATCH_COVERS => ResourceMatch::Covers,
            TELNYX_RESOURCE_MATCH_SAME_ORIGIN => ResourceMatch::SameOrigin,
            other => {
                let message = format!("resource_match must be one of TELNYX_RESOURCE_MATCH_*, not {other}");
                return Err(Error::invalid_argument(message));
            }
        };
        options.change_client(|client| client.resource_match(policy));
        options.change_rules(|rules| rules.resource_match(policy));
        Ok(())
    })
}

/// Turns what an RFC forbids into an error where it would be a warning; implies TELNYX_RESOURCE_MATCH_EXACT.
///
/// strict: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_strict(options: Option<&mut telnyx_options>, strict: bool) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.strict(strict));
        options.change_rules(|rules| rules.strict(strict));
        Ok(())
    })
}

/// Sets the keys to verify a resource's signed_metadata with (https://www.rfc-editor.org/rfc/rfc9728#section-2.2): its
/// claims then count in the place of the plain members, and one that cannot be trusted is
/// TELNYX_STATUS_SIGNATURE_INVALID. ES256, ES384, RS256, PS256 and EdDSA with Ed25519.
///
/// jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none; signed_metadata is passed
/// through unverified. issuer: the only iss that is trusted; NULL: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_trusted_keys(
    options: Option<&mut telnyx_options>,
    jwks: *const c_char,
    issuer: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or strings.
    let (jwks, issuer) = unsafe { (required("jwks", jwks), optional("issuer", issuer)) };
    set(options, |options| {
        let mut keys = TrustedKeys::from_jwks(jwks?)?;
        if let Some(issuer) = issuer? {
            keys = keys.issuer(issuer);
        }
        options.change_client(|client| client.trusted_keys(keys.clone()));
        options.change_rules(|rules| rules.trusted_keys(keys));
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
    set(options, |options| {
        options.change_client(|client| client.ignore_environment(ignore));
        Ok(())
    })
}

/// Frees options. Clients that were made with them are not concerned.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_free(options: Option<Box<telnyx_options>>) {
    drop(options);
}
