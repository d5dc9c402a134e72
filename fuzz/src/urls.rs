use url::{Host, Url};

/// A URL that must be one.
pub fn parsed(text: &str) -> Url {
    Url::parse(text).unwrap_or_else(|error| panic!("{text:?} must be a URL: {error}"))
}

/// Same scheme, host and port.
pub fn same_origin(a: &Url, b: &Url) -> bool {
    (a.scheme(), a.host(), a.port_or_known_default()) == (b.scheme(), b.host(), b.port_or_known_default())
}

/// Whether the host is this machine by definition. Written anew, so that a mistake in the library's own is found.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.octets()[0] == 127,
        Some(Host::Ipv6(address)) => {
            address.is_loopback() || address.to_ipv4_mapped().is_some_and(|address| address.octets()[0] == 127)
        }
        Some(Host::Domain(name)) => name.trim_end_matches('.').rsplit('.').next() == Some("localhost"),
        None => false,
    }
}

/// Whether the URL has neither path nor query.
pub fn is_root(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}
