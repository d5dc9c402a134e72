//! The authorization server's document, as rmcp reads it.

use super::rmcp_get::get;
use super::rmcp_urls::{bad_url, with_path};
use super::verdict::{End, Reason};
use super::walk::{Walk, stopped};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use telnyx_oauth::embedding::quoted;
use url::Url;

/// The members of a server's document that the SDK reads.
#[derive(Deserialize)]
pub(super) struct Server {
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    #[serde(rename = "registration_endpoint")]
    _registration_endpoint: Option<String>,
    pub(super) issuer: Option<String>,
    #[serde(rename = "jwks_uri")]
    _jwks_uri: Option<String>,
    #[serde(rename = "scopes_supported")]
    _scopes_supported: Option<Vec<String>>,
    pub(super) response_types_supported: Option<Vec<String>>,
    pub(super) code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(flatten)]
    _rest: HashMap<String, Value>,
}

/// A document, its URL and the index of its exchange.
pub(super) struct Taken<T> {
    pub(super) document: T,
    pub(super) url: Url,
    pub(super) index: Option<usize>,
}

/// The document of a server at its well-known URLs.
pub(super) fn server_metadata(
    walk: &mut Walk<'_>,
    server: &Url,
    issuer: Option<&str>,
    named_by: Option<usize>,
) -> Result<Option<Taken<Server>>, End> {
    let path = server.path().trim_matches('/');
    let (oauth, openid) = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
    let paths = if path.is_empty() {
        vec![oauth.to_owned(), openid.to_owned()]
    } else {
        vec![format!("{oauth}/{path}"), format!("{openid}/{path}"), format!("/{path}{openid}"), oauth.to_owned()]
    };
    for path in paths {
        let found = server_at(walk, &with_path(server, &path), issuer, named_by)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

pub(super) fn server_at(
    walk: &mut Walk<'_>,
    url: &Url,
    issuer: Option<&str>,
    named_by: Option<usize>,
) -> Result<Option<Taken<Server>>, End> {
    let got = get(walk, url, named_by)?;
    if got.status != 200 {
        return Ok(None);
    }
    let Ok(document) = serde_json::from_slice::<Server>(got.body) else { return Ok(None) };
    let expected = issuer.map(str::to_owned).or_else(|| issuer_of(url));
    if let Some(expected) = expected {
        let own = document.issuer.as_deref().unwrap_or_default();
        if document.issuer.is_none() || !is_same_issuer(own, &expected) {
            return Err(stopped(
                url,
                Reason::Issuer,
                format!("`issuer` is {}, not {}", quoted(own), quoted(&expected)),
            ));
        }
    }
    Ok(Some(Taken { document, url: url.clone(), index: got.hop.index() }))
}

/// The issuer whose document has this URL.
fn issuer_of(url: &Url) -> Option<String> {
    let (oauth, openid) = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
    let path = url.path();
    let inserted = |known: &str| path.strip_prefix(known).and_then(|rest| rest.strip_prefix('/'));
    let own = if path == oauth || path == openid {
        ""
    } else if let Some(rest) = inserted(oauth).or_else(|| inserted(openid)) {
        rest
    } else {
        path.strip_suffix(openid)?.trim_start_matches('/')
    };
    Some(with_path(url, &format!("/{own}")).into())
}

fn is_same_issuer(one: &str, other: &str) -> bool {
    fn trimmed(issuer: &str) -> &str {
        let is_root = |text: &&str| Url::parse(text).is_ok_and(|url| matches!(url.path(), "" | "/"));
        issuer.strip_suffix('/').filter(is_root).unwrap_or(issuer)
    }
    one == other || trimmed(one) == trimmed(other)
}

/// The authorization endpoint, if the SDK takes the document.
pub(super) fn endpoint(server: &Taken<Server>) -> Result<Url, End> {
    let Server { authorization_endpoint, token_endpoint, .. } = &server.document;
    let endpoint = Url::parse(authorization_endpoint).map_err(|_| bad_url(authorization_endpoint))?;
    Url::parse(token_endpoint).map_err(|_| bad_url(token_endpoint))?;
    let lacks = |listed: &Option<Vec<String>>, wanted: &str| {
        listed.as_ref().is_some_and(|listed| !listed.iter().any(|one| one == wanted))
    };
    if lacks(&server.document.response_types_supported, "code") {
        return Err(stopped(&server.url, Reason::ResponseType, "`response_types_supported` lacks `code`"));
    }
    if lacks(&server.document.code_challenge_methods_supported, "S256") {
        return Err(stopped(&server.url, Reason::Pkce, "`code_challenge_methods_supported` lacks `S256`"));
    }
    Ok(endpoint)
}
