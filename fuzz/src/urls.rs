use url::{Host, Url};

/// Parses a URL. Panics if the text is not a URL.
pub fn parsed(text: &str) -> Url {
    Url::parse(text).unwrap_or_else(|error| panic!("{text:?} must be a URL: {error}"))
}

/// True if the scheme, host and port are the same.
pub fn same_origin(a: &Url, b: &Url) -> bool {
    (a.scheme(), a.host(), a.port_or_known_default()) == (b.scheme(), b.host(), b.port_or_known_default())
}

/// True if the host is a loopback host. Shares no code with the library, to find its defects.
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

/// True if the URL has no path and no query.
pub fn is_root(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}
