//! The MCP Go SDK.
//!
//! | step | 1.8.0 |
//! | --- | --- |
//! | read from | `auth/authorization_code.go`, `auth/shared.go`, `oauthex/resource_meta.go`, `oauthex/auth_meta.go`, `oauthex/oauth2.go`, `mcp/streamable.go`, on 2026-11-27 |
//! | starts | with 401, and 403 with `insufficient_scope` of Bearer; it has no other way. Any other 403 is sent again |
//! | challenge | of any scheme; one that breaks the grammar ends the discovery |
//! | resource's document | the URL of the challenge, the inserted URL, the root; each keeps the query of the resource. Any failure leads to the next |
//! | `resource` | identical; the origin at the root |
//! | no document | the origin of the resource is the server |
//! | a document without servers | ends the discovery |
//! | several servers | the first |
//! | server's document | RFC 8414's URL, OpenID's inserted, OpenID's appended; 4xx leads to the next, any other failure ends the discovery |
//! | no document of the server | `/authorize` after the issuer |
//! | `issuer` | identical, but for a slash at the end |
//! | `code_challenge_methods_supported` | must not be empty |
//! | content type | `application/json` |
//! | URLs | https, or of a loopback host; no private address |
//! | redirects | 9, to any public host, not from https to http |

use super::go_challenge::{of_bearer, parameter, parse};
use super::go_members::{RESOURCE, SERVER};
use super::go_url::{GoUrl, fault, is_internal, request_fault};
use super::json::go;
use super::schema::{self, Member};
use super::verdict::{End, Reason, Via, Way};
use super::walk::{Hop, Walk, stopped, unknown};
use serde_json::Value;
use telnyx_oauth::embedding::quoted;
use url::Url;

/// The maximum number of requests for one document, with those after redirects.
const MAX_HOPS: usize = 10;

/// The members of a server's document that must be URLs.
const URLS: &[&str] = &[
    "authorization_endpoint",
    "token_endpoint",
    "jwks_uri",
    "registration_endpoint",
    "service_documentation",
    "op_policy_uri",
    "op_tos_uri",
    "revocation_endpoint",
    "introspection_endpoint",
];

/// The members of a server's document that the client may send a request to.
const ENDPOINTS: &[&str] =
    &["authorization_endpoint", "token_endpoint", "registration_endpoint", "introspection_endpoint"];

/// A document that the SDK took.
struct Taken {
    json: Value,
    url: String,
    index: Option<usize>,
}

/// Why there is no document at a URL.
struct Refused {
    url: String,
    reason: Reason,
    because: String,
    /// The status, if it is the reason.
    status: Option<u16>,
}

/// The end of the SDK's discovery.
pub(super) fn end(walk: &mut Walk<'_>, target: &Url, _: Way) -> Result<End, End> {
    let (named, from) = challenge(walk, target)?;
    let resource_text = walk.observation.target.clone();
    let own = GoUrl::parse(&resource_text).ok_or_else(|| bad_url(&resource_text))?;
    let resource = resource_metadata(walk, &resource_text, &own, named, from)?;
    let listed = resource.as_ref().map(|taken| text(&taken.json["authorization_servers"][0]).to_owned());
    let from = resource.as_ref().and_then(|taken| taken.index);
    let server = listed.unwrap_or_else(|| own.with_path(""));
    let metadata = server_metadata(walk, &server, from)?;
    let (issuer, endpoint) = match &metadata {
        Some(taken) => (text(&taken.json["issuer"]).to_owned(), text(&taken.json["authorization_endpoint"]).to_owned()),
        None => (server.clone(), format!("{server}/authorize")),
    };
    let authorization_endpoint = endpoint.split(['?', '#']).next().unwrap_or_default().to_owned();
    let via =
        Via { resource_metadata: resource.map(|taken| taken.url), server_metadata: metadata.map(|taken| taken.url) };
    Ok(End::Found { issuer, authorization_endpoint, via })
}

/// The URL that the challenge of the resource names, and the index of the exchange.
fn challenge(walk: &mut Walk<'_>, target: &Url) -> Result<(Option<String>, Option<usize>), End> {
    let hop = walk.post(target)?;
    let Hop::Answer { answer, index, .. } = hop else {
        return Err(stopped(target, Reason::NoAnswer, "no answer came"));
    };
    if let Some(redirect) = hop.redirect(target).filter(|redirect| !redirect.is_empty) {
        let to = redirect.target.ok_or_else(|| stopped(target, Reason::Redirect, "`Location` is no URL"))?;
        return Err(unknown(&to, "the examination does not follow the redirect of a POST"));
    }
    let not_challenged = || {
        let because = format!("the status {} starts no discovery", answer.status);
        stopped(target, Reason::NotChallenged, because)
    };
    if !matches!(answer.status, 401 | 403) {
        return Err(not_challenged());
    }
    let challenges = parse(answer.lines("www-authenticate"));
    let challenges =
        challenges.ok_or_else(|| stopped(target, Reason::Challenge, "`WWW-Authenticate` breaks the grammar"))?;
    if answer.status == 403 && of_bearer(&challenges, "error") != Some("insufficient_scope") {
        walk.post(target)?;
        return Err(not_challenged());
    }
    Ok((parameter(&challenges, "resource_metadata").map(str::to_owned), Some(index)))
}

/// The resource's document. `None` if the SDK goes on without one.
fn resource_metadata(
    walk: &mut Walk<'_>,
    resource: &str,
    own: &GoUrl,
    named: Option<String>,
    from: Option<usize>,
) -> Result<Option<Taken>, End> {
    let root = "/.well-known/oauth-protected-resource";
    let inserted = own.with_path(&format!("{root}/{}", own.path.trim_start_matches('/')));
    let mut places: Vec<_> = named.map(|url| (url, resource.to_owned(), from)).into_iter().collect();
    places.push((inserted, resource.to_owned(), None));
    places.push((own.with_path(root), own.with_path(""), None));
    for (url, expected, named_by) in places {
        let Ok(taken) = get(walk, &url, named_by, RESOURCE)? else { continue };
        let listed = taken.json["authorization_servers"].as_array().cloned().unwrap_or_default();
        let is_bad = |server: &Value| fault(text(server)).is_some() || request_fault(text(server)).is_some();
        if text(&taken.json["resource"]) != expected || listed.iter().any(is_bad) {
            continue;
        }
        if listed.is_empty() {
            return Err(End::stopped(url, Reason::NoServer, "`authorization_servers` is missing or empty"));
        }
        return Ok(Some(taken));
    }
    Ok(None)
}

/// The authorization server's document. `None` if the SDK goes on without one.
fn server_metadata(walk: &mut Walk<'_>, server: &str, from: Option<usize>) -> Result<Option<Taken>, End> {
    for url in places(server) {
        match get(walk, &url, from, SERVER)? {
            Err(Refused { status: Some(400..500), .. }) => {}
            Err(Refused { url, reason, because, .. }) => return Err(End::stopped(url, reason, because)),
            Ok(taken) => {
                judge(&taken, server)?;
                return Ok(Some(taken));
            }
        }
    }
    Ok(None)
}

fn places(server: &str) -> Vec<String> {
    let Some(url) = GoUrl::parse(server) else { return Vec::new() };
    let (oauth, openid) = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
    if url.path.is_empty() {
        return vec![url.with_path(oauth), url.with_path(openid)];
    }
    let rest = url.path.trim_start_matches('/');
    let inserted = [oauth, openid].map(|known| url.with_path(&format!("{known}/{rest}")));
    let appended = url.with_path(&format!("/{}{openid}", url.path.trim_matches('/')));
    inserted.into_iter().chain([appended]).collect()
}

/// The SDK's checks of a server's document.
fn judge(taken: &Taken, server: &str) -> Result<(), End> {
    let stop = |reason, because: String| Err(End::stopped(taken.url.clone(), reason, because));
    let issuer = text(&taken.json["issuer"]);
    let trimmed = |issuer: &str| issuer.strip_suffix('/').unwrap_or(issuer).to_owned();
    if trimmed(issuer) != trimmed(server) {
        return stop(Reason::Issuer, format!("`issuer` is {}, not {}", quoted(issuer), quoted(server)));
    }
    if taken.json["code_challenge_methods_supported"].as_array().is_none_or(Vec::is_empty) {
        return stop(Reason::Pkce, "`code_challenge_methods_supported` is missing or empty".to_owned());
    }
    let bad = |names: &[&'static str], fault: fn(&str) -> Option<&'static str>| {
        names.iter().find_map(|name| Some(format!("`{name}` {}", fault(text(&taken.json[*name]))?)))
    };
    match bad(URLS, fault).or_else(|| bad(ENDPOINTS, request_fault)) {
        Some(because) => stop(Reason::Url, because),
        None => Ok(()),
    }
}

/// The document at a URL. It follows redirects.
fn get(
    walk: &mut Walk<'_>,
    text: &str,
    named_by: Option<usize>,
    members: &[Member],
) -> Result<Result<Taken, Refused>, End> {
    let refused = |reason, because: String, status| Refused { url: text.to_owned(), reason, because, status };
    if let Some(fault) = request_fault(text) {
        return Ok(Err(refused(Reason::Url, format!("the URL {fault}"), None)));
    }
    let usable = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(mut url) = usable else { return Ok(Err(refused(Reason::Url, "the URL is unusable".to_owned(), None))) };
    let mut named_by = named_by;
    for _ in 0..MAX_HOPS {
        let hop = walk.get(&url, named_by)?;
        let Some(status) = hop.status() else {
            return Ok(Err(refused(Reason::NoAnswer, "no answer came".to_owned(), None)));
        };
        if let Some(redirect) = hop.redirect(&url).filter(|redirect| !redirect.is_empty) {
            let is_taken = |to: &Url| {
                let is_downgrade = url.scheme() == "https" && to.scheme() != "https";
                !is_downgrade && !is_internal(to.host_str().unwrap_or_default())
            };
            let Some(to) = redirect.target.filter(is_taken) else {
                return Ok(Err(refused(Reason::Redirect, "the client refuses the redirect".to_owned(), None)));
            };
            (url, named_by) = (to, hop.index());
            continue;
        }
        if status != 200 {
            return Ok(Err(refused(Reason::Status, format!("the status is {status}"), Some(status))));
        }
        let Hop::Answer { answer, .. } = hop else { break };
        if !is_json(answer.lines("content-type").next().unwrap_or_default()) {
            return Ok(Err(refused(Reason::ContentType, "the content type is not application/json".to_owned(), None)));
        }
        let body = match hop.body(&url)? {
            Some(body) => body,
            None => &answer.body.0,
        };
        return Ok(match document(body, members) {
            Err(fault) => Err(refused(Reason::Document, fault, None)),
            Ok(json) => Ok(Taken { json, url: text.to_owned(), index: hop.index() }),
        });
    }
    Ok(Err(refused(Reason::Redirect, "too many redirects".to_owned(), None)))
}

/// The document that Go reads from a body. Each occurrence of a member must have its type.
fn document(body: &[u8], members: &[Member]) -> Result<Value, String> {
    let mut document = serde_json::Map::new();
    for (name, value) in go(body).ok_or("the body is no JSON object")? {
        let member = Value::from_iter([(name.clone(), value.clone())]);
        if let Some(fault) = schema::fault(&member, members) {
            return Err(fault);
        }
        if !value.is_null() {
            document.insert(name, value);
        }
    }
    Ok(Value::Object(document))
}

/// True if Go's `mime` reads `application/json` and well-formed parameters.
fn is_json(content_type: &str) -> bool {
    let (media_type, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    let is_token = |text: &str| {
        let is_separator = |c: char| "()<>@,;:\\\"/[]?= \t".contains(c);
        !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic() && !is_separator(c))
    };
    let is_value = |value: &str| is_token(value) || (value.len() > 1 && value.starts_with('"') && value.ends_with('"'));
    let is_parameter = |text: &str| {
        text.trim().split_once('=').is_some_and(|(name, value)| is_token(name.trim()) && is_value(value.trim()))
    };
    let parameters = parameters.trim().trim_end_matches(';').trim();
    media_type.trim().eq_ignore_ascii_case("application/json")
        && (parameters.is_empty() || parameters.split(';').all(is_parameter))
}

/// The text of a member; nothing if it is null.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn bad_url(url: &str) -> End {
    End::stopped(url, Reason::Url, "the client cannot use this URL")
}
