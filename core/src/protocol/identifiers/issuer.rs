use super::absolute_url::{parse_identifier, require_secure};
use super::resource::differ_by_last_slash;
use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};
use url::Url;

/// [RFC 8414 section 3](https://www.rfc-editor.org/rfc/rfc8414#section-3).
const OAUTH: &str = "/.well-known/oauth-authorization-server";
/// [OpenID Connect Discovery 1.0 section 4](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig).
const OPENID: &str = "/.well-known/openid-configuration";

/// The possible URLs of an issuer's metadata, in the order of requests. First the URL of RFC 8414, then the URL of OpenID
/// Connect with the issuer's path inserted. For an issuer with a path, also the URL of OpenID Connect with the path in
/// front ([RFC 8414 sections 3.1 and 5](https://www.rfc-editor.org/rfc/rfc8414#section-3.1)).
///
/// ```
/// let urls = telnyx_oauth::authorization_server_metadata_urls("https://as.example/t1")?;
/// assert_eq!(urls, [
///     "https://as.example/.well-known/oauth-authorization-server/t1",
///     "https://as.example/.well-known/openid-configuration/t1",
///     "https://as.example/t1/.well-known/openid-configuration",
/// ]);
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::InvalidArgument`] if `issuer` is not an absolute http(s) URL, has a query, a fragment or userinfo, or
/// is itself a metadata URL; [`ErrorKind::InsecureUrl`] for http to a host that is not loopback.
pub fn authorization_server_metadata_urls(issuer: impl AsRef<str>) -> Result<Vec<String>, Error> {
    Ok(Issuer::parse(issuer.as_ref(), false)?.metadata_urls().into_iter().map(String::from).collect())
}

/// An issuer identifier ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2)), as text and as a URL.
#[derive(Clone, Debug)]
pub(crate) struct Issuer {
    text: String,
    url: Url,
}

impl Issuer {
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Issuer, Error> {
        let url = parse_identifier("an issuer", text)?;
        let refused =
            |rule: &str| Err(Error::new(ErrorKind::InvalidArgument, format!("{rule}: {}", quoted(text))).at(text));
        if url.query().is_some() {
            return refused("an issuer must be a URL without a query");
        }
        if url.path().starts_with(OAUTH) || url.path().contains(OPENID) {
            return refused("expected an issuer, not the URL of its metadata");
        }
        require_secure(&url, allow_http)?;
        Ok(Issuer { text: text.to_owned(), url })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn metadata_urls(&self) -> Vec<Url> {
        let path = self.url.path();
        let path = path.strip_suffix('/').unwrap_or(path);
        let at = |path: &[&str]| {
            let mut url = self.url.clone();
            url.set_path(&path.concat());
            url
        };
        let mut urls = vec![at(&[OAUTH, path]), at(&[OPENID, path])];
        if !path.is_empty() {
            urls.push(at(&[path, OPENID]));
        }
        urls
    }

    /// True if this issuer is a root URL and `declared` differs from it only in the last slash.
    pub(crate) fn differs_by_root_slash(&self, declared: &str) -> bool {
        self.url.path() == "/" && differ_by_last_slash(declared, &self.text)
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }
}
