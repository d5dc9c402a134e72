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

/// Everything that a program needs to request a token for a resource, with the source of each part. A discovery is
/// immutable: any number of threads may read it at the same time.
pub struct telnyx_discovery {
    resource: CString,
    challenges: Vec<telnyx_challenge>,
    challenge: Option<telnyx_challenge>,
    via: CString,
    resource_metadata_url: Option<CString>,
    resource_metadata: Option<telnyx_resource_metadata>,
    authorization_servers: Vec<telnyx_discovered_server>,
    warnings: Warnings,
    attempts: Vec<telnyx_attempt>,
    json: Copy,
    pub(crate) whole: Discovery,
}

impl From<Discovery> for telnyx_discovery {
    fn from(discovery: Discovery) -> telnyx_discovery {
        telnyx_discovery {
            resource: c_string(discovery.resource()),
            challenges: discovery.challenges().iter().map(telnyx_challenge::from).collect(),
            challenge: discovery.challenge().map(telnyx_challenge::from),
            via: c_string(discovery.via().as_str()),
            resource_metadata_url: discovery.resource_metadata_url().map(c_string),
            resource_metadata: discovery.resource_metadata().map(|metadata| metadata.clone().into()),
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

/// The requested resource.
///
/// Returns a string that belongs to the discovery; NULL only if discovery is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource(discovery: Option<&telnyx_discovery>) -> *const c_char {
    pointer_to(discovery.map(|discovery| &discovery.resource))
}

/// The number of all challenges of the resource.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_challenges_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.challenges.len())
}

/// One of all challenges of the resource, in order.
///
/// Returns a challenge of the discovery's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_challenges_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_challenge> {
    discovery?.challenges.get(index)
}

/// How the document was found: "challenge", "well_known" or "root". Without a document, "issuer" or "legacy_origin".
///
/// Returns a string of the discovery's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_via(discovery: Option<&telnyx_discovery>) -> *const c_char {
    pointer_to(discovery.map(|discovery| &discovery.via))
}

/// The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1). If no challenge
/// named a URL: the first Bearer or DPoP challenge that has a scope. Its scopes are the scopes to request.
///
/// Returns a challenge that belongs to the discovery; NULL if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_challenge(discovery: Option<&telnyx_discovery>) -> Option<&telnyx_challenge> {
    discovery?.challenge.as_ref()
}

/// The URL of the resource's document, after redirects.
///
/// Returns a string that belongs to the discovery; NULL if there is no document.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource_metadata_url(discovery: Option<&telnyx_discovery>) -> *const c_char {
    pointer_to(discovery.and_then(|discovery| discovery.resource_metadata_url.as_ref()))
}

/// The resource's document.
///
/// Returns a document that belongs to the discovery; NULL if there is none (telnyx_discovery_via()).
/// telnyx_resource_metadata_clone() makes a copy that outlives the discovery.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_resource_metadata(
    discovery: Option<&telnyx_discovery>,
) -> Option<&telnyx_resource_metadata> {
    discovery?.resource_metadata.as_ref()
}

/// The number of authorization servers that the resource's document lists. The server of telnyx_call_set_issuer() counts,
/// too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_servers_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.authorization_servers.len())
}

/// The authorization server at an index from 0, in the order listed, with its metadata or with an error. The server of
/// telnyx_call_set_issuer() comes first.
///
/// Returns a server that belongs to the discovery; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_servers_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_discovered_server> {
    discovery?.authorization_servers.get(index)
}

/// The metadata of the first listed server that has any.
///
/// Returns a document that belongs to the discovery; NULL if no server has metadata.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_authorization_server(
    discovery: Option<&telnyx_discovery>,
) -> Option<&telnyx_authorization_server_metadata> {
    let discovery = discovery?;
    let first = discovery.whole.authorization_servers().iter().position(|server| server.metadata().is_some())?;
    crate::discovered_server::telnyx_discovered_server_metadata(discovery.authorization_servers.get(first))
}

/// The metadata of the first listed server that has any, for programs that require it.
///
/// metadata_out: receives a document that belongs to the discovery; NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; if no server has metadata, the status of the first listed server's error;
/// TELNYX_STATUS_NOT_FOUND if no server is listed; TELNYX_STATUS_INVALID_ARGUMENT if discovery or metadata_out is NULL.
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

/// Whether the server of telnyx_discovery_authorization_server() advertises PKCE with S256
/// (https://www.rfc-editor.org/rfc/rfc7636#section-4.2); false if there is no such server.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_supports_pkce_s256(discovery: Option<&telnyx_discovery>) -> bool {
    discovery.is_some_and(|discovery| discovery.whole.supports_pkce_s256())
}

/// The number of warnings, including the warnings about the documents of the servers.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_warnings_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.whole.warnings().len())
}

/// The warning at an index from 0.
///
/// Returns a warning that belongs to the discovery; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_warnings_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_warning> {
    let discovery = discovery?;
    discovery.warnings.at(discovery.whole.warnings(), index)
}

/// The number of requests that the call sent, or that the cache answered.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_attempts_count(discovery: Option<&telnyx_discovery>) -> usize {
    discovery.map_or(0, |discovery| discovery.attempts.len())
}

/// The request at an index from 0, in the order of the requests.
///
/// Returns an attempt that belongs to the discovery; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_attempts_at(
    discovery: Option<&telnyx_discovery>,
    index: usize,
) -> Option<&telnyx_attempt> {
    discovery?.attempts.get(index)
}

/// The whole result as JSON on one line, as the command-line tool prints it: resource, challenges, challenge, via,
/// resource_metadata_url, resource_metadata, authorization_servers, authorization_parameters, warnings and attempts.
///
/// Returns a string that belongs to the discovery; NULL only if discovery is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_to_json(discovery: Option<&telnyx_discovery>) -> *const c_char {
    discovery.map_or(ptr::null(), |discovery| discovery.json.json_of(&discovery.whole))
}

/// Frees a discovery and everything that belongs to it.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_free(discovery: Option<Box<telnyx_discovery>>) {
    drop(discovery);
}
