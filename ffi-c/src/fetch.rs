//! The calls without a client.

use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::boundary::make;
use crate::discovery::telnyx_discovery;
use crate::error::telnyx_error;
use crate::input::{optional, texts};
use crate::options::{self, telnyx_options};
use crate::resource_metadata::telnyx_resource_metadata;
use crate::status::telnyx_status;
use oauth::Error;
use oauth::blocking::Client;
use oauth::embedding::DefaultClient;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// Runs a call with a client for it alone, or with the process's shared one, which is built at its first use.
fn call<T>(options: Option<&telnyx_options>, run: impl FnOnce(&Client) -> Result<T, Error>) -> Result<T, Error> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    match options {
        None => run(CLIENT.get_or_build(|| options::build(None))?),
        Some(_) => run(&options::build(options)?),
    }
}

/// Fetches and judges one document: the one at the well-known URL of a resource
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3).
///
/// resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
/// (telnyx_options_set_base_url()).
/// options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
/// connections and documents.
/// metadata_out: a document to be freed with telnyx_resource_metadata_free(); NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK, or any status but TELNYX_STATUS_ISSUER_MISMATCH and TELNYX_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_fetch_resource_metadata(
    resource: *const c_char,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_resource_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header asks for NULL or a string.
        let resource = unsafe { optional("resource", resource)? };
        call(options, |client| client.fetch_resource_metadata(resource)).map(From::from)
    })
}

/// Fetches and judges the document of an authorization server: the candidates of
/// telnyx_authorization_server_metadata_urls() in order, up to the first that has one
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3). A candidate that answers with a status of 4xx (other than 408, 425
/// and 429), or with something that is not JSON, has none; any other failure ends the search.
///
/// issuer: an absolute https URL without a query, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of
/// the base URL (telnyx_options_set_base_url()).
/// options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
/// connections and documents.
/// metadata_out: a document to be freed with telnyx_authorization_server_metadata_free(); NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no candidate had a document; or any other status but
/// TELNYX_STATUS_RESOURCE_MISMATCH and TELNYX_STATUS_SIGNATURE_INVALID.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_fetch_authorization_server_metadata(
    issuer: *const c_char,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_authorization_server_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header asks for NULL or a string.
        let issuer = unsafe { optional("issuer", issuer)? };
        call(options, |client| client.fetch_authorization_server_metadata(issuer)).map(From::from)
    })
}

/// Finds everything that is needed to ask for a token for a resource: its challenge, its document, and the document of each
/// authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
///
/// A challenge's resource_metadata is authoritative: what it leads to is the answer. Without one, the document is looked
/// for at its own URL, and then at the origin's. A bad document ends the search; nothing is guessed. The call succeeds if
/// the resource's document was found; each server's failure is its own, in the result.
///
/// resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
/// (telnyx_options_set_base_url()).
/// www_authenticate, www_authenticate_count: the field lines of the WWW-Authenticate that the caller has got from the
/// resource; a pointer that is not NULL with a count of 0 says that there was none. NULL and 0: the resource is asked,
/// without credentials, at the same time as its document; if that fails, or takes longer than 5 s or a third of the time,
/// the discovery goes on with TELNYX_WARNING_PROBE_FAILED.
/// options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
/// connections and documents.
/// discovery_out: a result to be freed with telnyx_discovery_free(); NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no candidate had a document; or what else stopped the search:
/// telnyx_error_attempts_at() lists what was asked.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_discover(
    resource: *const c_char,
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
    options: Option<&telnyx_options>,
    discovery_out: Option<&mut MaybeUninit<Option<Box<telnyx_discovery>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("discovery_out", discovery_out, error_out, || {
        // SAFETY: the header asks for NULL or a string.
        let resource = unsafe { optional("resource", resource)? };
        // SAFETY: the header asks for NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        call(options, |client| client.discover(resource, lines.as_deref())).map(From::from)
    })
}
