//! The calls that need no client.

use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::boundary::make;
use crate::discovery::telnyx_discovery;
use crate::error::telnyx_error;
use crate::input::{optional, required, texts};
use crate::options::{self, telnyx_options};
use crate::resource_metadata::telnyx_resource_metadata;
use crate::status::telnyx_status;
use crate::strings::telnyx_strings;
use oauth::Error;
use oauth::blocking::Client;
use oauth::embedding::DefaultClient;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// Runs a call with a new client if there are options. Otherwise uses the client that the process shares, which is
/// built on first use.
fn call<T>(options: Option<&telnyx_options>, run: impl FnOnce(&Client) -> Result<T, Error>) -> Result<T, Error> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    match options {
        None => run(CLIENT.get_or_build(|| options::build(None))?),
        Some(_) => run(&options::build(options)?),
    }
}

/// Fetches and checks the document at the well-known URL of a resource
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3).
///
/// resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
/// (telnyx_options_set_base_url()).
/// options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
/// default options and keeps connections and documents.
/// metadata_out: receives a document, which the caller frees with telnyx_resource_metadata_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK, or any other status except TELNYX_STATUS_ISSUER_MISMATCH and TELNYX_STATUS_NOT_FOUND.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_fetch_resource_metadata(
    resource: *const c_char,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_resource_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let resource = unsafe { optional("resource", resource)? };
        call(options, |client| client.fetch_resource_metadata(resource)).map(From::from)
    })
}

/// Fetches and checks the document of an authorization server (https://www.rfc-editor.org/rfc/rfc8414#section-3).
/// Requests the URLs of telnyx_authorization_server_metadata_urls() in order, until a URL has a document. These responses
/// mean that a URL has no document: a 4xx status (except 408, 425 and 429), an empty body, a body that is not JSON, a JSON
/// object without a registered member, and a redirect that is not followed. Any other failure ends the search.
///
/// issuer: an absolute https URL without a query, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of
/// the base URL (telnyx_options_set_base_url()).
/// options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
/// default options and keeps connections and documents.
/// metadata_out: receives a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL on
/// failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no URL has a document; or any other status except
/// TELNYX_STATUS_RESOURCE_MISMATCH.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_fetch_authorization_server_metadata(
    issuer: *const c_char,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_authorization_server_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let issuer = unsafe { optional("issuer", issuer)? };
        call(options, |client| client.fetch_authorization_server_metadata(issuer)).map(From::from)
    })
}

/// Finds everything that a program needs to request a token for a resource: its challenge, its document, and the
/// document of each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
///
/// If a challenge has a resource_metadata URL, only that URL is requested. Otherwise the call requests the well-known
/// URL of the resource, and then that of its origin. An invalid document ends the search. The call succeeds if the
/// resource's document was found. If the document of an authorization server cannot be fetched, the result has an error
/// for that server.
///
/// resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
/// (telnyx_options_set_base_url()).
/// www_authenticate, www_authenticate_count: the WWW-Authenticate field lines that the caller has received from the
/// resource. A pointer that is not NULL with a count of 0 means that there was no such field. NULL and 0: the call
/// requests the resource without credentials, at the same time as its document. If this request fails, or takes longer
/// than 5 s or a third of the timeout, the discovery continues with TELNYX_WARNING_PROBE_FAILED.
/// options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
/// default options and keeps connections and documents.
/// discovery_out: receives a result, which the caller frees with telnyx_discovery_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no URL has a document; or the status of the error that ended
/// the search. telnyx_error_attempts_at() lists the requests.
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
        // SAFETY: the header requires NULL or a string.
        let resource = unsafe { optional("resource", resource)? };
        // SAFETY: the header requires NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        call(options, |client| client.discover(resource, lines.as_deref())).map(From::from)
    })
}

/// Returns the addresses to which an HTTP client may connect for an endpoint of a document, such as the token endpoint.
/// The rules are those for URLs that servers name: the endpoint must not lead to a less public address than the document
/// does, nor to a link-local one. No request is sent; a name is looked up.
///
/// Connect to these addresses only, as with CURLOPT_RESOLVE of curl, because the name may lead elsewhere later. Follow no
/// redirects.
///
/// url: the endpoint's URL: https, or http if both URLs have a loopback host (telnyx_options_set_allow_http()).
/// from: the URL of the document that names the endpoint, as telnyx_authorization_server_metadata_document_url() and
/// telnyx_discovered_server_metadata_url() return it.
/// options: options for this call, which makes its own client. NULL: the client that the process shares.
/// addresses_out: receives IPv4 and IPv6 addresses as text, at least one, which the caller frees with
/// telnyx_strings_free(); NULL on failure. An IPv6 address has no brackets.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_BLOCKED_ADDRESS if no address is allowed; TELNYX_STATUS_INSECURE_URL;
/// TELNYX_STATUS_TRANSPORT if the name cannot be resolved; TELNYX_STATUS_TIMEOUT; TELNYX_STATUS_CANCELLED;
/// TELNYX_STATUS_INVALID_ARGUMENT if url or from is invalid, or if a proxy takes the requests for url, because the proxy
/// resolves the name.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_vet(
    url: *const c_char,
    from: *const c_char,
    options: Option<&telnyx_options>,
    addresses_out: Option<&mut MaybeUninit<Option<Box<telnyx_strings>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("addresses_out", addresses_out, error_out, || {
        // SAFETY: the header requires NULL or strings.
        let (url, from) = unsafe { (required("url", url)?, required("from", from)?) };
        call(options, |client| client.vet(url, from)).map(From::from)
    })
}
