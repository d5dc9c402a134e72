use crate::environment::Environment;
use crate::text::quoted;
use crate::{Error, ErrorKind};
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{NoProxy, Proxy};
use url::Url;

/// The proxies to use: the caller's for everything (none where it is the empty string), else the environment's for each
/// scheme. `NO_PROXY` holds for both.
#[derive(Debug)]
pub(crate) struct Proxies {
    proxies: Vec<Proxy>,
    excepted: Option<NoProxy>,
    matcher: Matcher,
}

impl Proxies {
    pub(crate) fn new(option: Option<&str>, environment: &Environment) -> Result<Proxies, Error> {
        let excepted = environment.no_proxy.clone().unwrap_or_default();
        let matcher = Matcher::builder().no(excepted.as_str());
        let (proxies, matcher) = match option {
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
        !self.proxies.is_empty() && url.as_str().parse().is_ok_and(|uri| self.matcher.intercept(&uri).is_some())
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

/// A proxy's URL as a message may show it.
fn without_password(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    match rest.rsplit_once('@') {
        Some((_, host)) if !scheme.is_empty() => format!("{scheme}://…@{host}"),
        Some((_, host)) => format!("…@{host}"),
        None => url.to_owned(),
    }
}
