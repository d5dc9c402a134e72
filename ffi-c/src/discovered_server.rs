use crate::attempt::telnyx_attempt;
use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::copies::{c_string, pointer_to};
use crate::error::telnyx_error;
use oauth::AuthorizationServer;
use std::ffi::{CString, c_char};

/// An authorization server that a resource's document lists, and what became of the search for its metadata. It belongs to a
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

/// The issuer as it is listed. What the server calls itself is telnyx_authorization_server_metadata_issuer().
///
/// Returns a string of the server's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_issuer(server: Option<&telnyx_discovered_server>) -> *const c_char {
    pointer_to(server.map(|server| &server.issuer))
}

/// The URL that its document was found at, after redirects.
///
/// Returns a string of the server's; NULL if none was found.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_metadata_url(server: Option<&telnyx_discovered_server>) -> *const c_char {
    pointer_to(server.and_then(|server| server.metadata_url.as_ref()))
}

/// Its document, if one was found and is good.
///
/// Returns a document of the server's; NULL if there is an error instead. telnyx_authorization_server_metadata_clone()
/// makes one that outlives the discovery.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_metadata(
    server: Option<&telnyx_discovered_server>,
) -> Option<&telnyx_authorization_server_metadata> {
    server?.metadata.as_ref()
}

/// Why there is no document.
///
/// Returns an error of the server's; NULL if there is a document instead.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_error(server: Option<&telnyx_discovered_server>) -> Option<&telnyx_error> {
    server?.error.as_ref()
}

/// The number of attempts to find the document. They are among telnyx_discovery_attempts_at() too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_attempts_count(server: Option<&telnyx_discovered_server>) -> usize {
    server.map_or(0, |server| server.attempts.len())
}

/// One attempt to find the document, in the order asked.
///
/// Returns an attempt of the server's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovered_server_attempts_at(
    server: Option<&telnyx_discovered_server>,
    index: usize,
) -> Option<&telnyx_attempt> {
    server?.attempts.get(index)
}
