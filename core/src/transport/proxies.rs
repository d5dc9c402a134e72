use crate::environment::Environment;
use crate::text::quoted;
use crate::{Error, ErrorKind};
use reqwest::{NoProxy, Proxy};

/// The proxies to use: the caller's for everything (none where it is the empty string), else the environment's for each
/// scheme. `NO_PROXY` holds for both.
pub(crate) fn proxies(option: Option<&str>, environment: &Environment) -> Result<Vec<Proxy>, Error> {
    let excepted = environment.no_proxy.as_deref().and_then(NoProxy::from_string);
    let mut proxies = Vec::new();
    match option {
        Some("") => {}
        Some(url) => proxies.push(proxy("proxy", url, Proxy::all)?),
        None => {
            if let Some((name, url)) = &environment.https_proxy {
                proxies.push(proxy(name, url, Proxy::https)?);
            }
            if let Some((name, url)) = &environment.http_proxy {
                proxies.push(proxy(name, url, Proxy::http)?);
            }
        }
    }
    Ok(proxies.into_iter().map(|proxy| proxy.no_proxy(excepted.clone())).collect())
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
