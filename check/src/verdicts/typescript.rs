//! The MCP TypeScript SDK.
//!
//! | step | 1.32.2 | 2.4.0 |
//! | --- | --- | --- |
//! | read from | `dist/esm/client/auth.js`, `client/streamableHttp.js`, `shared/auth.js` of `@modelcontextprotocol/sdk`, on 2026-11-27 | `dist/public-*.mjs`, `index.mjs` of `@modelcontextprotocol/client`, on 2026-11-27 |
//! | starts | with 401, and 403 with `insufficient_scope` | the same |
//! | challenge | counts only if the field starts with Bearer | with Bearer or DPoP |
//! | no `resource_metadata` | path-inserted URL; after 3xx or 4xx the root; no list is needed | also after 502 |
//! | no answer | a second request, then as after 404 | ends the discovery |
//! | no document, or none that it takes | the origin of the resource is the server | the same |
//! | several servers | the first | the first |
//! | server's document | RFC 8414's URL, OpenID's inserted, OpenID's appended; after 3xx or 4xx the next | also after 502 |
//! | no document of the server | `/authorize` at its origin | the same |
//! | `issuer` | is not compared | identical, but for a slash at the end of the listed one |
//! | `resource` | same origin, and its path begins the requested one by whole segments | the same |
//! | redirects | 5, within the origin | the same |

use super::javascript::{Fetched, fetch, header, is_followed, of_schemes, parameter, redirect_target};
use super::schema::Presence::Optional;
use super::schema::{Member, Type, fault, javascript_url};
use super::typescript_members::{OAUTH, OPENID, RESOURCE, SERVER};
use super::verdict::{End, Reason, Via, Way};
use super::walk::{Hop, Taken, Walk, stopped, unknown};
use telnyx_oauth::embedding::quoted;
use url::Url;

/// The differences between the versions of the SDK.
#[derive(Clone, Copy)]
pub(super) struct Edition {
    /// The schemes whose challenges count.
    schemes: &'static [&'static str],
    /// A request without an answer is sent again, and the discovery goes on without one.
    forgives_no_answer: bool,
    /// 502 is treated as 404.
    forgives_502: bool,
    /// The document's `issuer` must be the listed one.
    compares_issuer: bool,
    /// The members that this version checks besides in RFC 8414's document.
    oauth_members: &'static [Member],
}

pub(super) const V1: Edition = Edition {
    schemes: &["bearer"],
    forgives_no_answer: true,
    forgives_502: false,
    compares_issuer: false,
    oauth_members: &[],
};

pub(super) const V2: Edition = Edition {
    schemes: &["bearer", "dpop"],
    forgives_no_answer: false,
    forgives_502: true,
    compares_issuer: true,
    oauth_members: &[("dpop_signing_alg_values_supported", Type::Texts, Optional)],
};

/// The end of the SDK's discovery.
pub(super) fn end(walk: &mut Walk<'_>, target: &Url, way: Way, edition: Edition) -> Result<End, End> {
    let (named, from) = match way {
        Way::Cold => (None, None),
        Way::Challenged => challenge(walk, target, edition)?,
    };
    let resource = resource_metadata(walk, target, named, from, edition)?;
    let listed = resource.as_ref().and_then(|taken| taken.json["authorization_servers"].get(0)?.as_str());
    let (server, listed_by) = match (listed, &resource) {
        (Some(listed), Some(taken)) => (stripped(listed), taken.index),
        _ => (join(target, "/")?.to_string(), None),
    };
    let metadata = server_metadata(walk, &server, listed_by, edition)?;
    if let Some(taken) = &resource {
        allows(taken, target)?;
    }
    let endpoint = match &metadata {
        Some(taken) => authorization_endpoint(taken)?,
        None => Url::parse(&server).ok().and_then(|url| url.join("/authorize").ok()).ok_or_else(|| bad_url(&server))?,
    };
    let via = Via {
        resource_metadata: resource.map(|taken| taken.url.into()),
        server_metadata: metadata.map(|taken| taken.url.into()),
    };
    Ok(End::Found { issuer: server, authorization_endpoint: without_query(endpoint), via })
}

/// The URL that the challenge of the resource names, and the index of the exchange.
fn challenge(walk: &mut Walk<'_>, target: &Url, edition: Edition) -> Result<(Option<Url>, Option<usize>), End> {
    let hop = walk.post(target)?;
    let Hop::Answer { answer, index, .. } = hop else {
        return Err(stopped(target, Reason::NoAnswer, "no answer came"));
    };
    if matches!(answer.status, 307 | 308)
        && let Some(to) = redirect_target(&hop, target)
        && is_followed(target, &to)
    {
        return Err(unknown(&to, "the examination does not follow the redirect of a POST"));
    }
    let field = header(answer, "www-authenticate");
    let field = of_schemes(field.as_deref(), edition.schemes);
    let lacks_scope = || field.and_then(|field| parameter(field, "error")) == Some("insufficient_scope");
    if answer.status != 401 && !(answer.status == 403 && lacks_scope()) {
        let because = format!("the status {} starts no discovery", answer.status);
        return Err(stopped(target, Reason::NotChallenged, because));
    }
    let named = field.and_then(|field| parameter(field, "resource_metadata"));
    Ok((named.and_then(javascript_url), Some(index)))
}

/// The resource's document. `None` if the SDK goes on without one.
fn resource_metadata(
    walk: &mut Walk<'_>,
    target: &Url,
    named: Option<Url>,
    from: Option<usize>,
    edition: Edition,
) -> Result<Option<Taken>, End> {
    let fetched = match named {
        Some(url) => fetch(walk, &url, from, edition.forgives_no_answer)?,
        None => {
            let path = target.path().strip_suffix('/').unwrap_or(target.path());
            let mut url = join(target, &format!("/.well-known/oauth-protected-resource{path}"))?;
            url.set_query(target.query());
            let first = fetch(walk, &url, None, edition.forgives_no_answer)?;
            let goes_on = first.as_ref().is_none_or(|first| is_not_here(first, edition) && target.path() != "/");
            if goes_on {
                let root = join(target, "/.well-known/oauth-protected-resource")?;
                fetch(walk, &root, None, edition.forgives_no_answer)?
            } else {
                first
            }
        }
    };
    let Some(fetched) = fetched.filter(Fetched::is_ok) else { return Ok(None) };
    match fetched.json() {
        Ok(json) if fault(&json, RESOURCE).is_none() => {
            Ok(Some(Taken { json, url: fetched.url.clone(), index: fetched.index }))
        }
        Err(End::Stopped { reason: Reason::Json, .. }) | Ok(_) => Ok(None),
        Err(End::Stopped { .. }) if edition.forgives_no_answer => Ok(None),
        Err(end) => Err(end),
    }
}

/// The authorization server's document. `None` if the SDK goes on without one.
fn server_metadata(
    walk: &mut Walk<'_>,
    server: &str,
    listed_by: Option<usize>,
    edition: Edition,
) -> Result<Option<Taken>, End> {
    let url = Url::parse(server).map_err(|_| bad_url(server))?;
    for (at, is_openid) in places(&url).ok_or_else(|| bad_url(server))? {
        let Some(fetched) = fetch(walk, &at, listed_by, edition.forgives_no_answer)? else { continue };
        if !fetched.is_ok() {
            if is_not_here(&fetched, edition) {
                continue;
            }
            return Err(stopped(&fetched.url, Reason::Status, format!("the status is {}", fetched.status)));
        }
        let json = fetched.json()?;
        let members = if is_openid { [SERVER, OPENID, &[]] } else { [SERVER, OAUTH, edition.oauth_members] }.concat();
        if let Some(fault) = fault(&json, &members) {
            return Err(stopped(&fetched.url, Reason::Document, fault));
        }
        let issuer = json["issuer"].as_str().unwrap_or_default();
        if edition.compares_issuer && issuer != server && server.strip_suffix('/') != Some(issuer) {
            return Err(stopped(
                &fetched.url,
                Reason::Issuer,
                format!("`issuer` is {}, not {}", quoted(issuer), quoted(server)),
            ));
        }
        return Ok(Some(Taken { json, url: fetched.url.clone(), index: fetched.index }));
    }
    Ok(None)
}

/// The URLs of a server's document, and true for those of OpenID Connect.
fn places(server: &Url) -> Option<Vec<(Url, bool)>> {
    let origin = Url::parse(&server.origin().ascii_serialization()).ok()?;
    let path = server.path();
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut places = vec![
        (format!("/.well-known/oauth-authorization-server{path}"), false),
        (format!("/.well-known/openid-configuration{path}"), true),
    ];
    if server.path() != "/" {
        places.push((format!("{path}/.well-known/openid-configuration"), true));
    }
    places.into_iter().map(|(path, is_openid)| Some((origin.join(&path).ok()?, is_openid))).collect()
}

/// True if the SDK asks the next URL after this answer.
fn is_not_here(fetched: &Fetched<'_>, edition: Edition) -> bool {
    !fetched.is_ok() && (fetched.status < 500 || (edition.forgives_502 && fetched.status == 502))
}

/// Compares `resource` with the requested resource.
fn allows(taken: &Taken, target: &Url) -> Result<(), End> {
    let resource = taken.json["resource"].as_str().unwrap_or_default();
    let configured = javascript_url(resource).ok_or_else(|| bad_url(resource))?;
    let closed = |path: &str| if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
    let is_within = target.origin().ascii_serialization() == configured.origin().ascii_serialization()
        && target.path().len() >= configured.path().len()
        && closed(target.path()).starts_with(&closed(configured.path()));
    if is_within {
        Ok(())
    } else {
        Err(stopped(&taken.url, Reason::Resource, format!("`resource` is {}", quoted(resource))))
    }
}

fn authorization_endpoint(taken: &Taken) -> Result<Url, End> {
    let endpoint = taken.json["authorization_endpoint"].as_str().unwrap_or_default();
    let has = |name: &str, value: &str| {
        taken.json[name].as_array().is_none_or(|values| values.iter().any(|one| one.as_str() == Some(value)))
    };
    if !has("response_types_supported", "code") {
        return Err(stopped(&taken.url, Reason::ResponseType, "`response_types_supported` lacks `code`"));
    }
    if !has("code_challenge_methods_supported", "S256") {
        return Err(stopped(&taken.url, Reason::Pkce, "`code_challenge_methods_supported` lacks `S256`"));
    }
    javascript_url(endpoint).ok_or_else(|| bad_url(endpoint))
}

/// A URL without its query and fragment.
fn without_query(mut url: Url) -> String {
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}

/// The text that the SDK's schema makes of a URL.
fn stripped(url: &str) -> String {
    url.trim().replace(['\t', '\n', '\r'], "")
}

fn join(url: &Url, path: &str) -> Result<Url, End> {
    url.join(path).map_err(|_| bad_url(path))
}

fn bad_url(url: &str) -> End {
    End::stopped(url, Reason::Url, "the client cannot use this URL")
}
