//! rmcp, the MCP Rust SDK.
//!
//! | step | 3.11.0 |
//! | --- | --- |
//! | read from | `src/transport/auth.rs`, `src/transport/common/reqwest/streamable_http_client.rs`, on 2026-11-27 |
//! | starts | with 401 or 403 that has `WWW-Authenticate`, or without a request |
//! | challenge | the first line of any scheme; a relative URL counts; http does not, if the resource is https |
//! | no `resource_metadata` | a GET of the resource, whose 401 counts as well; then the inserted, the appended and the root's URL |
//! | a document for another resource | an error if the resource named its URL, else the next URL |
//! | several servers | each in turn, until one has a document; if none has, an error |
//! | server's document | RFC 8414's URL, OpenID's inserted, OpenID's appended, RFC 8414's of the root; any status but 200 and a bad document lead to the next |
//! | no server is listed | the same URLs for the resource itself, then `/authorize` at its origin |
//! | `issuer` | identical; a root's slash does not count; absent is an error |
//! | `resource` | same origin, and its path begins the requested one by whole segments |
//! | redirects | 9, within the origin; any other is an error |
//! | 408, 425, 429, 5xx, no answer | an error |

use super::rmcp_get::{Got, get};
use super::rmcp_server::{Server, Taken, endpoint, server_at, server_metadata};
use super::rmcp_urls::{bad_url, is_allowed, is_same_origin, is_visible, named, with_path};
use super::verdict::{End, Reason, Via, Way};
use super::walk::{Hop, Redirect, Walk, stopped, unknown};
use serde::Deserialize;
use std::collections::HashSet;
use telnyx_oauth::embedding::quoted;
use url::{Host, Url};

/// The members of a resource's document that the SDK reads.
#[derive(Deserialize)]
struct Resource {
    resource: Option<String>,
    authorization_server: Option<String>,
    authorization_servers: Option<Vec<String>>,
    #[serde(rename = "scopes_supported")]
    _scopes_supported: Option<Vec<String>>,
}

/// How the SDK came to a URL of a resource's document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The resource named it.
    Named,
    Guessed,
}

/// The end of the SDK's discovery.
pub(super) fn end(walk: &mut Walk<'_>, target: &Url, way: Way) -> Result<End, End> {
    let (mut resource, mut server) = (None, None);
    if way == Way::Challenged
        && let (Some(url), index) = challenge(walk, target)?
        && let Some(taken) = resource_at(walk, target, &url, index, Origin::Named)?
    {
        server = of_resource(walk, target, &taken)?;
        resource = server.is_some().then_some(taken);
    }
    if server.is_none()
        && let Some(taken) = well_known_resource(walk, target)?
    {
        server = of_resource(walk, target, &taken)?;
        resource = server.is_some().then_some(taken);
    }
    if server.is_none() {
        server = server_metadata(walk, target, None, None)?;
    }
    let via = Via {
        resource_metadata: resource.map(|taken| taken.url.into()),
        server_metadata: server.as_ref().map(|taken| taken.url.to_string()),
    };
    let mut base = target.clone();
    base.set_query(None);
    base.set_path("/");
    let (issuer, endpoint) = match server {
        Some(taken) => (taken.document.issuer.clone().unwrap_or_default(), endpoint(&taken)?),
        None => (base.to_string(), base.join("/authorize").map_err(|_| bad_url(target.as_str()))?),
    };
    Ok(End::Found { issuer, authorization_endpoint: without_query(endpoint), via })
}

/// The URL that the challenge of a POST names, and the index of the exchange.
fn challenge(walk: &mut Walk<'_>, target: &Url) -> Result<(Option<Url>, Option<usize>), End> {
    let hop = walk.post(target)?;
    let Hop::Answer { answer, index, .. } = hop else {
        return Err(stopped(target, Reason::NoAnswer, "no answer came"));
    };
    if let Some(Redirect { status: 307 | 308, target: Some(to), .. }) = hop.redirect(target)
        && is_same_origin(target, &to)
    {
        return Err(unknown(&to, "the examination does not follow the redirect of a POST"));
    }
    match answer.lines("www-authenticate").next() {
        Some(line) if matches!(answer.status, 401 | 403) && is_visible(line) => Ok((named(line, target), Some(index))),
        _ => {
            let because = format!("the status {} without a challenge starts no discovery", answer.status);
            Err(stopped(target, Reason::NotChallenged, because))
        }
    }
}

/// The resource's document, at the URL that a GET of the resource names, or at the well-known URLs.
fn well_known_resource(walk: &mut Walk<'_>, target: &Url) -> Result<Option<Taken<Resource>>, End> {
    let mut asked = Vec::new();
    let probe = get(walk, target, None)?;
    if probe.status == 401
        && let Some(url) = named_by(&probe, target)
    {
        asked.push(url.clone());
        if let Some(taken) = resource_at(walk, target, &url, probe.hop.index(), Origin::Named)? {
            return Ok(Some(taken));
        }
    }
    for path in well_known_paths(target) {
        let url = with_path(target, &path);
        if asked.contains(&url) {
            continue;
        }
        asked.push(url.clone());
        let got = get(walk, &url, None)?;
        let taken = match got.status {
            200 => read(&got, url, target, Origin::Guessed)?,
            401 => match named_by(&got, target).filter(|url| !asked.contains(url)) {
                Some(url) => {
                    asked.push(url.clone());
                    resource_at(walk, target, &url, got.hop.index(), Origin::Guessed)?
                }
                None => None,
            },
            _ => None,
        };
        if taken.is_some() {
            return Ok(taken);
        }
    }
    Ok(None)
}

fn well_known_paths(target: &Url) -> Vec<String> {
    let path = target.path().trim_matches('/');
    let root = "/.well-known/oauth-protected-resource".to_owned();
    if path.is_empty() {
        return vec![root];
    }
    vec![format!("{root}/{path}"), format!("/{path}{root}"), root]
}

fn resource_at(
    walk: &mut Walk<'_>,
    target: &Url,
    url: &Url,
    named_by: Option<usize>,
    origin: Origin,
) -> Result<Option<Taken<Resource>>, End> {
    let got = get(walk, url, named_by)?;
    if got.status == 200 { read(&got, url.clone(), target, origin) } else { Ok(None) }
}

/// Reads a resource's document from the answer of a request for `url`.
fn read(got: &Got<'_>, url: Url, target: &Url, origin: Origin) -> Result<Option<Taken<Resource>>, End> {
    let Ok(document) = serde_json::from_slice::<Resource>(got.body) else { return Ok(None) };
    let wrong = match &document.resource {
        None => Some((Reason::Document, "`resource` is missing".to_owned())),
        Some(resource) if !allows(resource, target) => {
            Some((Reason::Resource, format!("`resource` is {}", quoted(resource))))
        }
        Some(_) => None,
    };
    match wrong {
        Some((reason, because)) if origin == Origin::Named => Err(stopped(&url, reason, because)),
        Some(_) => Ok(None),
        None => Ok(Some(Taken { document, url, index: got.hop.index() })),
    }
}

/// Compares `resource` with the requested resource.
fn allows(resource: &str, target: &Url) -> bool {
    let Ok(own) = Url::parse(resource) else { return false };
    if own.fragment().is_some() {
        return false;
    }
    let same = own.scheme() == target.scheme() && own.host() == target.host();
    let rest = target.path().strip_prefix(own.path());
    let is_within = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || own.path().ends_with('/'));
    own == *target || (same && own.port_or_known_default() == target.port_or_known_default() && is_within)
}

/// The document of the first listed server that has one. `None` if no server is listed.
fn of_resource(walk: &mut Walk<'_>, target: &Url, resource: &Taken<Resource>) -> Result<Option<Taken<Server>>, End> {
    let Resource { authorization_server, authorization_servers, .. } = &resource.document;
    let listed = authorization_server.iter().chain(authorization_servers.iter().flatten()).map(|text| text.trim());
    let (mut candidates, mut seen) = (Vec::new(), HashSet::new());
    for candidate in listed.filter(|candidate| !candidate.is_empty()) {
        if seen.insert(candidate) {
            candidates.push(candidate);
        }
    }
    for candidate in &candidates {
        let Ok(url) = Url::parse(candidate).or_else(|_| resource.url.join(candidate)) else { continue };
        let is_unique_local = matches!(url.host(), Some(Host::Ipv6(ip)) if ip.is_unique_local());
        let is_own = is_unique_local && is_same_origin(target, &url);
        if !is_own && !is_allowed(target, &url) {
            continue;
        }
        let found = if url.path().contains("/.well-known/") {
            server_at(walk, &url, None, resource.index)?
        } else {
            server_metadata(walk, &url, Some(url.as_str()), resource.index)?
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    if candidates.is_empty() {
        return Ok(None);
    }
    Err(stopped(&resource.url, Reason::NoServer, "no listed authorization server has a document"))
}

/// The URL that the lines of a 401 name.
fn named_by(got: &Got<'_>, target: &Url) -> Option<Url> {
    let Hop::Answer { answer, .. } = got.hop else { return None };
    answer.lines("www-authenticate").filter(|line| is_visible(line)).find_map(|line| named(line, target))
}

fn without_query(mut url: Url) -> String {
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}
