use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::boundary::{free, make};
use crate::call::telnyx_call;
use crate::discovery::telnyx_discovery;
use crate::error::telnyx_error;
use crate::input::{optional, required, shared, texts};
use crate::options::{self, telnyx_options};
use crate::resource_metadata::telnyx_resource_metadata;
use crate::status::telnyx_status;
use crate::strings::telnyx_strings;
use oauth::Error;
use oauth::blocking::Client;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// A client makes calls with fixed options. It keeps connections and a cache. Any number of threads may use one client
/// at the same time. After a fork, the parent and the child may both continue to use it.
pub struct telnyx_client(Client);

impl telnyx_client {
    fn call<T>(&self, call: Option<&telnyx_call>, run: impl FnOnce(&Client) -> Result<T, Error>) -> Result<T, Error> {
        match call {
            None => run(&self.0),
            Some(call) => run(&call.apply(&self.0)?),
        }
    }
}

/// Makes a client. This function reads the environment. The first TLS handshake reads the CA store of the system.
///
/// options: may be changed and freed afterwards. NULL: the defaults.
/// client_out: receives a client, which the caller frees with telnyx_client_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if an option or a proxy variable is invalid, in which case
/// the error names it; TELNYX_STATUS_INTERNAL if the system has no file descriptors left.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_client_new(
    options: Option<&telnyx_options>,
    client_out: Option<&mut MaybeUninit<Option<Box<telnyx_client>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("client_out", client_out, error_out, || options::build(options).map(telnyx_client))
}

/// Like telnyx_fetch_resource_metadata(), with this client.
///
/// call: the settings of this call. NULL: the client's timeout, and no cancel token.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_client_fetch_resource_metadata(
    client: *mut telnyx_client,
    resource: *const c_char,
    call: Option<&telnyx_call>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_resource_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header requires NULL or a client, and for NULL or a string.
        let (client, resource) = unsafe { (shared("client", client)?, optional("resource", resource)?) };
        client.call(call, |client| client.fetch_resource_metadata(resource)).map(From::from)
    })
}

/// Like telnyx_fetch_authorization_server_metadata(), with this client.
///
/// call: the settings of this call. NULL: the client's timeout, and no cancel token.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_client_fetch_authorization_server_metadata(
    client: *mut telnyx_client,
    issuer: *const c_char,
    call: Option<&telnyx_call>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_authorization_server_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header requires NULL or a client, and for NULL or a string.
        let (client, issuer) = unsafe { (shared("client", client)?, optional("issuer", issuer)?) };
        client.call(call, |client| client.fetch_authorization_server_metadata(issuer)).map(From::from)
    })
}

/// Like telnyx_discover(), with this client.
///
/// call: the settings of this call. NULL: the client's timeout, no cancel token, and the authorization servers that the
/// document lists (telnyx_call_set_issuer()).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_client_discover(
    client: *mut telnyx_client,
    resource: *const c_char,
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
    call: Option<&telnyx_call>,
    discovery_out: Option<&mut MaybeUninit<Option<Box<telnyx_discovery>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("discovery_out", discovery_out, error_out, || {
        // SAFETY: the header requires NULL or a client, and for NULL or a string.
        let (client, resource) = unsafe { (shared("client", client)?, optional("resource", resource)?) };
        // SAFETY: the header requires NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        client.call(call, |client| client.discover(resource, lines.as_deref())).map(From::from)
    })
}

/// Like telnyx_vet(), with this client.
///
/// call: the settings of this call. NULL: the client's timeout, and no cancel token.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_client_vet(
    client: *mut telnyx_client,
    url: *const c_char,
    from: *const c_char,
    call: Option<&telnyx_call>,
    addresses_out: Option<&mut MaybeUninit<Option<Box<telnyx_strings>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("addresses_out", addresses_out, error_out, || {
        // SAFETY: the header requires NULL or a client.
        let client = unsafe { shared("client", client)? };
        // SAFETY: the header requires NULL or strings.
        let (url, from) = unsafe { (required("url", url)?, required("from", from)?) };
        client.call(call, |client| client.vet(url, from)).map(From::from)
    })
}

/// Frees a client. No thread may be in a call of this client. The results of its calls stay valid. In a forked child,
/// this function does not affect the parent's connections. The thread of an unfinished name look-up runs until the
/// system answers.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_client_free(client: Option<Box<telnyx_client>>) {
    free(client);
}
