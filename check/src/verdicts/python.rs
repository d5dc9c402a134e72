//! The MCP Python SDK.
//!
//! | step | 2.3.0 |
//! | --- | --- |
//! | read from | `mcp/client/auth/oauth2.py`, `mcp/client/auth/utils.py`, `mcp/shared/auth.py`, `mcp/shared/_httpx_utils.py`, on 2026-11-27 |
//! | starts | with 401, and 403 with `insufficient_scope`; it has no other way |
//! | challenge | of any scheme |
//! | resource's document | the URL of the challenge, the path-inserted URL, the root; all but 200 with a good document lead to the next |
//! | no document | the origin of the resource is the server; but 429 and 5xx end the discovery |
//! | several servers | the first |
//! | server's document | RFC 8414's URL, OpenID's inserted, OpenID's appended; after 3xx, 4xx or a bad document the next; any other status ends the search. Without a listed server RFC 8414's URL alone |
//! | no document of the server | `/authorize` at the origin of the resource |
//! | `issuer` | identical, as normalised URLs |
//! | `resource` | same origin, and its path begins the requested one by whole segments |
//! | redirects | 5, within the origin |
//! | no answer | ends the discovery |

use super::javascript::{is_followed, parameter};
use super::json::pydantic;
use super::schema::Presence::{Nullable, Optional, Required};
use super::schema::{Member, Type, fault};
use super::verdict::{End, Reason, Via, Way};
use super::walk::{Hop, Redirect, Taken, Walk, stopped, unknown};
use serde_json::Value;
use telnyx_oauth::embedding::quoted;
use url::Url;

/// The maximum number of redirects of one request.
const MAX_REDIRECTS: usize = 5;

/// The maximum number of requests, which httpx counts as redirects of the first one.
const MAX_REQUESTS: usize = 21;

const RESOURCE: &[Member] = &[
    ("resource", Type::HttpUrl, Required),
    ("authorization_servers", Type::SomeHttpUrls, Required),
    ("jwks_uri", Type::HttpUrl, Nullable),
    ("scopes_supported", Type::Texts, Nullable),
    ("bearer_methods_supported", Type::Texts, Nullable),
    ("resource_signing_alg_values_supported", Type::Texts, Nullable),
    ("resource_name", Type::Text, Nullable),
    ("resource_documentation", Type::HttpUrl, Nullable),
    ("resource_policy_uri", Type::HttpUrl, Nullable),
    ("resource_tos_uri", Type::HttpUrl, Nullable),
    ("tls_client_certificate_bound_access_tokens", Type::LaxBoolean, Nullable),
    ("authorization_details_types_supported", Type::Texts, Nullable),
    ("dpop_signing_alg_values_supported", Type::Texts, Nullable),
    ("dpop_bound_access_tokens_required", Type::LaxBoolean, Nullable),
];

const SERVER: &[Member] = &[
    ("issuer", Type::HttpUrl, Required),
    ("authorization_endpoint", Type::HttpUrl, Required),
    ("token_endpoint", Type::HttpUrl, Required),
    ("registration_endpoint", Type::HttpUrl, Nullable),
    ("scopes_supported", Type::Texts, Nullable),
    ("response_types_supported", Type::Texts, Optional),
    ("response_modes_supported", Type::Texts, Nullable),
    ("grant_types_supported", Type::Texts, Nullable),
    ("token_endpoint_auth_methods_supported", Type::Texts, Nullable),
    ("token_endpoint_auth_signing_alg_values_supported", Type::Texts, Nullable),
    ("service_documentation", Type::HttpUrl, Nullable),
    ("ui_locales_supported", Type::Texts, Nullable),
    ("op_policy_uri", Type::HttpUrl, Nullable),
    ("op_tos_uri", Type::HttpUrl, Nullable),
    ("revocation_endpoint", Type::HttpUrl, Nullable),
    ("revocation_endpoint_auth_methods_supported", Type::Texts, Nullable),
    ("revocation_endpoint_auth_signing_alg_values_supported", Type::Texts, Nullable),
    ("introspection_endpoint", Type::HttpUrl, Nullable),
    ("introspection_endpoint_auth_methods_supported", Type::Texts, Nullable),
    ("introspection_endpoint_auth_signing_alg_values_supported", Type::Texts, Nullable),
    ("code_challenge_methods_supported", Type::Texts, Nullable),
    ("client_id_metadata_document_supported", Type::LaxBoolean, Nullable),
    ("authorization_response_iss_parameter_supported", Type::LaxBoolean, Nullable),
    ("authorization_grant_profiles_supported", Type::Texts, Nullable),
];

/// An answer to the SDK, after the redirects that it follows.
struct Fetched<'a> {
    hop: Hop<'a>,
    url: Url,
    status: u16,
}

/// The end of the SDK's discovery.
pub(super) fn end(walk: &mut Walk<'_>, target: &Url, _: Way) -> Result<End, End> {
    let (named, from) = challenge(walk, target)?;
    let resource = resource_metadata(walk, target, named.as_deref(), from)?;
    let listed = resource.as_ref().and_then(|taken| taken.json["authorization_servers"][0].as_str());
    let listed = listed.map(|listed| as_pydantic(listed).ok_or_else(|| bad_url(listed))).transpose()?;
    let from = resource.as_ref().and_then(|taken| taken.index);
    let origin = target.origin().ascii_serialization();
    let issuer = listed.clone().unwrap_or_else(|| origin.clone());
    let metadata = server_metadata(walk, listed.as_deref(), &issuer, from)?;
    let endpoint = match &metadata {
        Some(taken) => taken.json["authorization_endpoint"].as_str().unwrap_or_default().to_owned(),
        None => format!("{origin}/authorize"),
    };
    let mut endpoint = Url::parse(&endpoint).map_err(|_| bad_url(&endpoint))?;
    endpoint.set_query(None);
    endpoint.set_fragment(None);
    let via = Via {
        resource_metadata: resource.map(|taken| taken.url.into()),
        server_metadata: metadata.map(|taken| taken.url.into()),
    };
    Ok(End::Found { issuer, authorization_endpoint: endpoint.into(), via })
}

/// The URL that the challenge of the resource names, and the index of the exchange.
fn challenge(walk: &mut Walk<'_>, target: &Url) -> Result<(Option<String>, Option<usize>), End> {
    let hop = walk.post(target)?;
    let Hop::Answer { answer, index, .. } = hop else {
        return Err(stopped(target, Reason::NoAnswer, "no answer came"));
    };
    if let Some(Redirect { status: 307 | 308, target: Some(to), .. }) = hop.redirect(target)
        && is_followed(target, &to)
    {
        return Err(unknown(&to, "the examination does not follow the redirect of a POST"));
    }
    let field = answer.field("www-authenticate").unwrap_or_default();
    if answer.status != 401 && !(answer.status == 403 && parameter(&field, "error") == Some("insufficient_scope")) {
        let because = format!("the status {} starts no discovery", answer.status);
        return Err(stopped(target, Reason::NotChallenged, because));
    }
    if hop.breaks_off() {
        return Err(stopped(target, Reason::NoAnswer, "the body broke off"));
    }
    Ok((parameter(&field, "resource_metadata").map(str::to_owned), Some(index)))
}

/// The resource's document. `None` if the SDK goes on without one.
fn resource_metadata(
    walk: &mut Walk<'_>,
    target: &Url,
    named: Option<&str>,
    from: Option<usize>,
) -> Result<Option<Taken>, End> {
    let path = path(target);
    let inserted = (path != "/").then(|| format!("/.well-known/oauth-protected-resource{path}"));
    let mut urls = Vec::new();
    if let Some(named) = named {
        let is_usable = |url: &Url| matches!(url.scheme(), "http" | "https") && named.contains("://");
        urls.push((Url::parse(named).ok().filter(is_usable).ok_or_else(|| bad_url(named)), from));
    }
    for path in inserted.iter().map(String::as_str).chain(["/.well-known/oauth-protected-resource"]) {
        urls.push((target.join(path).map_err(|_| bad_url(path)), None));
    }
    let mut failed = None;
    for (url, named_by) in urls {
        let fetched = fetch(walk, &url?, named_by)?;
        if fetched.status >= 500 || fetched.status == 429 {
            failed = Some((fetched.url.clone(), fetched.status));
        }
        let Some(json) = fetched.document(RESOURCE)? else { continue };
        let resource = json["resource"].as_str().unwrap_or_default();
        if !allows(resource, target) {
            return Err(stopped(&fetched.url, Reason::Resource, format!("`resource` is {}", quoted(resource))));
        }
        return Ok(Some(Taken { json, index: fetched.hop.index(), url: fetched.url }));
    }
    match failed {
        Some((url, status)) => Err(stopped(&url, Reason::Status, format!("the status is {status}"))),
        None => Ok(None),
    }
}

/// The authorization server's document. `None` if the SDK goes on without one.
fn server_metadata(
    walk: &mut Walk<'_>,
    listed: Option<&str>,
    issuer: &str,
    from: Option<usize>,
) -> Result<Option<Taken>, End> {
    let server = Url::parse(issuer).map_err(|_| bad_url(issuer))?;
    let own = path(&server);
    let own = own.trim_end_matches('/');
    let mut paths = vec![format!("/.well-known/oauth-authorization-server{own}")];
    if listed.is_some() {
        paths.push(format!("/.well-known/openid-configuration{own}"));
    }
    if path(&server) != "/" {
        paths.push(format!("{own}/.well-known/openid-configuration"));
    }
    for path in paths {
        let url = server.join(&path).map_err(|_| bad_url(&path))?;
        let fetched = fetch(walk, &url, from.filter(|_| listed.is_some()))?;
        if fetched.status != 200 && !(300..500).contains(&fetched.status) {
            return Ok(None);
        }
        let Some(json) = fetched.document(SERVER)? else { continue };
        let own = json["issuer"].as_str().and_then(as_pydantic).unwrap_or_default();
        let is_origin = listed.is_none() && own.strip_suffix('/') == Some(issuer);
        if own != issuer && !is_origin {
            return Err(stopped(
                &fetched.url,
                Reason::Issuer,
                format!("`issuer` is {}, not {}", quoted(&own), quoted(issuer)),
            ));
        }
        return Ok(Some(Taken { json, index: fetched.hop.index(), url: fetched.url }));
    }
    Ok(None)
}

/// A GET that follows redirects within the origin.
fn fetch<'a>(walk: &mut Walk<'a>, url: &Url, named_by: Option<usize>) -> Result<Fetched<'a>, End> {
    let (mut url, mut named_by, mut followed) = (url.clone(), named_by, 0);
    loop {
        if walk.requests.len() >= MAX_REQUESTS {
            return Err(stopped(&url, Reason::NoAnswer, format!("the client sends {MAX_REQUESTS} requests at most")));
        }
        let hop = walk.get(&url, named_by)?;
        let Some(status) = hop.status() else { return Err(stopped(&url, Reason::NoAnswer, "no answer came")) };
        if hop.breaks_off() {
            return Err(stopped(&url, Reason::NoAnswer, "the body broke off"));
        }
        match hop.redirect(&url) {
            Some(Redirect { target: Some(to), .. }) if followed < MAX_REDIRECTS && is_followed(&url, &to) => {
                (url, named_by, followed) = (to, hop.index(), followed + 1);
            }
            _ => return Ok(Fetched { hop, url, status }),
        }
    }
}

impl Fetched<'_> {
    /// The document, if the status is 200 and the members have their types.
    fn document(&self, members: &[Member]) -> Result<Option<Value>, End> {
        if self.status != 200 {
            return Ok(None);
        }
        let body = self.hop.body(&self.url)?.unwrap_or_default();
        Ok(pydantic(body).filter(|json| fault(json, members).is_none()))
    }
}

/// Compares `resource` with the requested resource.
fn allows(resource: &str, target: &Url) -> bool {
    let Ok(configured) = Url::parse(resource) else { return false };
    let closed = |url: &Url| format!("{}/", path(url).strip_suffix('/').unwrap_or(path(url)));
    configured.origin() == target.origin()
        && configured.username().is_empty()
        && configured.password().is_none()
        && closed(target).starts_with(&closed(&configured))
}

/// The path without the parameters of its last segment, as Python's `urlparse` splits it.
fn path(url: &Url) -> &str {
    let path = url.path();
    let last = path.rfind('/').unwrap_or_default();
    path[last..].find(';').map_or(path, |at| &path[..last + at])
}

/// The text of a URL as pydantic writes it: normalised, but an empty path stays empty.
fn as_pydantic(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    let is_empty = url.path() == "/" && !rest.contains(['/', '\\']);
    let text = url.to_string();
    let path = text.find("://").and_then(|at| Some(at + 3 + text[at + 3..].find('/')?));
    match path.filter(|_| is_empty) {
        Some(at) => Some(format!("{}{}", &text[..at], &text[at + 1..])),
        None => Some(text),
    }
}

fn bad_url(url: &str) -> End {
    End::stopped(url, Reason::Url, "the client cannot use this URL")
}
