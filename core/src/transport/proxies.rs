use super::environment::Environment;
use crate::protocol::errors::{escaped, quoted, without_password};
use crate::{Error, ErrorKind};
use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use std::fmt;
use std::sync::Arc;
use url::Url;

/// The proxies to use: the caller's proxy for all URLs, or the environment's proxies per scheme. If the caller's proxy is
/// the empty string, no proxy is used. `NO_PROXY` always applies.
#[derive(Clone)]
pub(crate) struct Proxies(Option<Arc<Matcher>>);

impl Proxies {
    pub(crate) fn new(option: Option<&ProxyUrl>, environment: &Environment) -> Result<Proxies, Error> {
        let matcher = Matcher::builder().no(environment.no_proxy.clone().unwrap_or_default());
        let matcher = match option.map(|ProxyUrl(url)| url.as_str()) {
            Some("") => return Ok(Proxies(None)),
            Some(url) => matcher.all(proxy("proxy", url)?),
            None => {
                let Environment { https_proxy, http_proxy, all_proxy, .. } = environment;
                let (https_proxy, http_proxy) =
                    (https_proxy.as_ref().or(all_proxy.as_ref()), http_proxy.as_ref().or(all_proxy.as_ref()));
                if https_proxy.is_none() && http_proxy.is_none() {
                    return Ok(Proxies(None));
                }
                let mut matcher = matcher;
                if let Some((name, url)) = https_proxy {
                    matcher = matcher.https(proxy(name, url)?);
                }
                if let Some((name, url)) = http_proxy {
                    matcher = matcher.http(proxy(name, url)?);
                }
                matcher
            }
        };
        Ok(Proxies(Some(Arc::new(matcher.build()))))
    }

    /// The proxy that takes the requests for this URL, with its password.
    pub(super) fn intercept(&self, url: &Uri) -> Option<Intercept> {
        self.0.as_ref()?.intercept(url)
    }

    /// True if a proxy takes the requests for this URL.
    pub(super) fn take(&self, url: &Url) -> bool {
        self.proxy_of(url).is_some()
    }

    /// The proxy that takes the requests for this URL, without its password.
    pub(super) fn proxy_of(&self, url: &Url) -> Option<Uri> {
        let matcher = self.0.as_ref()?;
        Some(matcher.intercept(&url.as_str().parse().ok()?)?.uri().clone())
    }

    /// The proxy that takes the requests for this URL, without its password and escaped for messages.
    pub(super) fn name_of(&self, url: &Url) -> Option<String> {
        let proxy = self.proxy_of(url)?;
        Some(escaped(proxy.to_string().trim_end_matches('/')))
    }
}

/// The URL of a proxy, as given by the caller. Its `Debug` output hides the password.
#[derive(Clone)]
pub(crate) struct ProxyUrl(pub(crate) String);

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&without_password(&self.0), f)
    }
}

/// Checks a proxy's URL. The default scheme is http.
fn proxy(name: &str, text: &str) -> Result<String, Error> {
    let usable = |url: &Url| matches!(url.scheme(), "http" | "https") && url.as_str().parse::<Uri>().is_ok();
    let url = Url::parse(text).ok().filter(usable);
    let url = url.or_else(|| match text.contains("://") {
        true => None,
        false => Url::parse(&format!("http://{text}")).ok().filter(usable),
    });
    url.map(String::from).ok_or_else(|| {
        let shown = quoted(&without_password(text));
        Error::new(ErrorKind::InvalidArgument, format!("{name} must be the http or https URL of a proxy, not {shown}"))
    })
}
