use crate::attempt::telnyx_attempt;
use crate::authorization_server_metadata::telnyx_authorization_server_metadata;
use crate::boundary::{caught, finish, null};
use crate::challenge::telnyx_challenge;
use crate::copies::{Copy, c_string, pointer_to};
use crate::discovered_server::telnyx_discovered_server;
use crate::error::telnyx_error;
use crate::resource_metadata::telnyx_resource_metadata;
use crate::status::telnyx_status;
use crate::warning::{Warnings, telnyx_warning};
use oauth::Discovery;
use std::ffi::{CString, c_char};
use std::mem::MaybeUninit;
use std::ptr;

/// Everything that is needed to ask for a token for a resource, and where each part came from. Immutable: any number of
/// threads may read one at the same time.
pub struct telnyx_discovery {
    resource: CString,
    challenge: Option<telnyx_challenge>,
    resource_metadata_url: CString,
    resource_metadata: telnyx_resource_metadata,
    authorization_servers: Vec<telnyx_discovered_server>,
    warnings: Warnings,
    attempts: Vec<telnyx_attempt>,
    json: Copy,
    whole: Discovery,
}

impl From<Discovery> for telnyx_discovery {
    fn from(discovery: Discovery) -> telnyx_discovery {
        telnyx_discovery {
            resource: c_string(discovery.resource()),
            challenge: discovery.challenge().map(telnyx_challenge::from),
            resource_metadata_url: c_string(discovery.resource_metadata_url()),
            resource_metadata: discovery.resource_metadata().clone().into(),
            authorization_servers: discovery
                .authorization_servers()
                .iter()
                .map(telnyx_discovered_server::from)
                .collect(),
            warnings: Warnings::default(),
            attempts: discovery.attempts().iter().map(telnyx_attempt::from).collect(),
            json: Copy::default(),
            whole: discovery,
        }
    }
}

/// The resource as it was asked for.
///
/// Returns a string of the discovery's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource(discovery: Option<&telnyx_discovery>) -> *const c_char {
    pointer_to(discovery.map(|discovery| &discovery.resource))
}

/// The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1); if none did, the
/// first of Bearer or DPoP that has a scope. Its scopes say what to ask for.
///
/// Returns a challenge of the discovery's; NULL if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_challenge(discovery: Option<&telnyx_discovery>) -> Option<&telnyx_challenge> {
    discovery?.challenge.as_ref()
}

/// The URL that the resource's document was found at, after redirects.
///
/// Returns a string of the discovery's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource_metadata_url(discovery: Option<&telnyx_discovery>) -> *const c_char {
    pointer_to(discovery.map(|discovery| &discovery.resource_metadata_url))
}

/// The resource's document.
///
/// Returns a document of the discovery's; NULL for NULL only. telnyx_resource_metadata_clone() makes one that outlives the
/// discovery.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource_metadata(
    discovery: Option<&telnyx_discovery>,
) -> Option<&telnyx_resource_metadata> {
    Some(&discovery?.resource_metadata)
}

/// The number of authorization servers that the document lists.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_servers_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.authorization_servers.len())
}

/// One authorization server, in the order listed, with its metadata or with the reason why there is none.
///
/// Returns a server of the discovery's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_servers_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_discovered_server> {
    discovery?.authorization_servers.get(index)
}

/// The metadata of the first listed server that has any.
///
/// Returns a document of the discovery's; NULL if no server has any.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_server(
    discovery: Option<&telnyx_discovery>,
) -> Option<&telnyx_authorization_server_metadata> {
    let discovery = discovery?;
    let first = discovery.whole.authorization_servers().iter().position(|server| server.metadata().is_some())?;
    crate::discovered_server::telnyx_discovered_server_metadata(discovery.authorization_servers.get(first))
}

/// The metadata of the first listed server that has any, for programs that cannot go on without.
///
/// metadata_out: a document of the discovery's; NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK; if no server has any metadata, the status of the first listed server's own error; if
/// none is listed, TELNYX_STATUS_NOT_FOUND; TELNYX_STATUS_INVALID_ARGUMENT if discovery or metadata_out is NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_discovery_require_authorization_server<'a>(
    discovery: Option<&'a telnyx_discovery>,
    metadata_out: Option<&mut MaybeUninit<Option<&'a telnyx_authorization_server_metadata>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    let error_out = error_out.map(|out| out.write(None));
    let found = match metadata_out.map(|out| out.write(None)) {
        Some(out) => caught(|| {
            let discovery = discovery.ok_or_else(|| null("discovery"))?;
            discovery.whole.require_authorization_server()?;
            *out = telnyx_discovery_authorization_server(Some(discovery));
            Ok(())
        }),
        None => Err(null("metadata_out")),
    };
    finish(found, error_out)
}

/// Whether the server of telnyx_discovery_authorization_server() says that it supports PKCE with S256
/// (https://www.rfc-editor.org/rfc/rfc7636#section-4.2); false if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_supports_pkce_s256(discovery: Option<&telnyx_discovery>) -> bool {
    discovery.is_some_and(|discovery| discovery.whole.supports_pkce_s256())
}

/// The number of warnings: of what was tolerated, in the documents of the servers too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_warnings_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.whole.warnings().len())
}

/// One warning, from 0 on.
///
/// Returns a warning of the discovery's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_warnings_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_warning> {
    let discovery = discovery?;
    discovery.warnings.at(discovery.whole.warnings(), index)
}

/// The number of requests that were sent, or spared by the cache.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_attempts_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.attempts.len())
}

/// One request, in the order asked.
///
/// Returns an attempt of the discovery's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_attempts_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_attempt> {
    discovery?.attempts.get(index)
}

/// The whole result as JSON on one line, as the command line prints it: resource, challenges, challenge, via,
/// resource_metadata_url, resource_metadata, authorization_servers, warnings and attempts.
///
/// Returns a string of the discovery's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_to_json(discovery: Option<&telnyx_discovery>) -> *const c_char {
    discovery.map_or(ptr::null(), |discovery| discovery.json.json_of(&discovery.whole))
}

/// Frees a discovery with all that was borrowed from it.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_free(discovery: Option<Box<telnyx_discovery>>) {
    drop(discovery);
}
