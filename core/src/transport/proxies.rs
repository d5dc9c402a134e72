use crate::environment::Environment;
use crate::text::{escaped, quoted, without_password};
use crate::{Error, ErrorKind};
use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{NoProxy, Proxy};
use std::fmt;
use url::Url;

/// The proxies to use: the caller's for everything (none where it is the empty string), else the environment's for each
/// scheme. `NO_PROXY` holds for both.
pub(crate) struct Proxies {
    proxies: Vec<Proxy>,
    excepted: Option<NoProxy>,
    matcher: Matcher,
}

impl Proxies {
    pub(crate) fn new(option: Option<&ProxyUrl>, environment: &Environment) -> Result<Proxies, Error> {
        let excepted = environment.no_proxy.clone().unwrap_or_default();
        let matcher = Matcher::builder().no(excepted.as_str());
        let (proxies, matcher) = match option.map(|ProxyUrl(url)| url.as_str()) {
            Some("") => (Vec::new(), matcher),
            Some(url) => (vec![proxy("proxy", url, Proxy::all)?], matcher.all(url)),
            None => {
                let mut proxies = Vec::new();
                let mut matcher = matcher;
                if let Some((name, url)) = &environment.https_proxy {
                    proxies.push(proxy(name, url, Proxy::https)?);
                    matcher = matcher.https(url.as_str());
                }
                if let Some((name, url)) = &environment.http_proxy {
                    proxies.push(proxy(name, url, Proxy::http)?);
                    matcher = matcher.http(url.as_str());
                }
                (proxies, matcher)
            }
        };
        Ok(Proxies { proxies, excepted: NoProxy::from_string(&excepted), matcher: matcher.build() })
    }

    /// The proxies, for a client.
    pub(super) fn iter(&self) -> impl Iterator<Item = Proxy> {
        self.proxies.iter().map(|proxy| proxy.clone().no_proxy(self.excepted.clone()))
    }

    /// Whether a proxy takes the requests for this URL.
    pub(super) fn take(&self, url: &Url) -> bool {
        self.proxy_of(url).is_some()
    }

    /// The proxy that takes the requests for this URL, without its password.
    pub(super) fn proxy_of(&self, url: &Url) -> Option<Uri> {
        if self.proxies.is_empty() {
            return None;
        }
        Some(self.matcher.intercept(&url.as_str().parse().ok()?)?.uri().clone())
    }

    /// The same, as a message shows it.
    pub(super) fn name_of(&self, url: &Url) -> Option<String> {
        let proxy = self.proxy_of(url)?;
        Some(escaped(proxy.to_string().trim_end_matches('/')))
    }
}

/// The URL of a proxy as the caller gave it, whose Debug form shows no password.
#[derive(Clone)]
pub(crate) struct ProxyUrl(pub(crate) String);

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&without_password(&self.0), f)
    }
}

fn proxy<'a>(name: &str, url: &'a str, make: fn(&'a str) -> reqwest::Result<Proxy>) -> Result<Proxy, Error> {
    let scheme = url.split_once("://").map_or("http", |(scheme, _)| scheme);
    let known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    make(url).ok().filter(|_| known).ok_or_else(|| {
        let shown = quoted(&without_password(url));
        Error::new(ErrorKind::InvalidArgument, format!("{name} must be the http or https URL of a proxy, not {shown}"))
    })
}
