use crate::attempt::telnyx_attempt;
use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::copies::{c_string, pointer_to};
use crate::error::telnyx_error;
use oauth::AuthorizationServer;
use std::ffi::{CString, c_char};

/// An authorization server that a resource's document lists, with its metadata or with an error. It belongs to a
/// discovery.
pub struct telnyx_discovered_server {
    issuer: CString,
    metadata_url: Option<CString>,
    metadata: Option<telnyx_authorization_server_metadata>,
    error: Option<telnyx_error>,
    attempts: Vec<telnyx_attempt>,
}

impl From<&AuthorizationServer> for telnyx_discovered_server {
    fn from(server: &AuthorizationServer) -> telnyx_discovered_server {
        telnyx_discovered_server {
            issuer: c_string(server.issuer()),
            metadata_url: server.metadata_url().map(c_string),
            metadata: server.metadata().cloned().map(From::from),
            error: server.error().cloned().map(From::from),
            attempts: server.attempts().iter().map(telnyx_attempt::from).collect(),
        }
    }
}

/// The issuer as the resource's document lists it. telnyx_authorization_server_metadata_issuer() returns the issuer of
/// the server's own document.
///
/// Returns a string that belongs to the server; NULL only if server is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_issuer(server: Option<&telnyx_discovered_server>) -> *const c_char {
    pointer_to(server.map(|server| &server.issuer))
}

/// The URL of the server's document, after redirects.
///
/// Returns a string that belongs to the server; NULL if no document was found.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_metadata_url(server: Option<&telnyx_discovered_server>) -> *const c_char {
    pointer_to(server.and_then(|server| server.metadata_url.as_ref()))
}

/// The server's document, if one was found and is valid.
///
/// Returns a document that belongs to the server; NULL if there is an error instead.
/// telnyx_authorization_server_metadata_clone() makes a copy that outlives the discovery.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_metadata(
    server: Option<&telnyx_discovered_server>,
) -> Option<&telnyx_authorization_server_metadata> {
    server?.metadata.as_ref()
}

/// The reason why there is no document.
///
/// Returns an error that belongs to the server; NULL if there is a document instead.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_error(server: Option<&telnyx_discovered_server>) -> Option<&telnyx_error> {
    server?.error.as_ref()
}

/// The number of attempts to find the document. telnyx_discovery_attempts_at() lists them too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_attempts_count(server: Option<&telnyx_discovered_server>) -> usize {
    server.map_or(0, |server| server.attempts.len())
}

/// The attempt at an index from 0, in the order of the requests.
///
/// Returns an attempt that belongs to the server; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_attempts_at(
    server: Option<&telnyx_discovered_server>,
    index: usize,
) -> Option<&telnyx_attempt> {
    server?.attempts.get(index)
}
