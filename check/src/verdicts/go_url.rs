//! URLs as Go's `net/url` splits and writes them, and the URLs that the MCP Go SDK accepts.

use std::net::{IpAddr, Ipv4Addr};

/// A URL.
#[derive(Clone)]
pub(super) struct GoUrl {
    /// In lower case; empty if there is none.
    pub(super) scheme: String,
    /// The host and the port.
    pub(super) host: String,
    /// The path, decoded.
    pub(super) path: String,
    /// The query with its question mark, or nothing.
    query: String,
}

impl GoUrl {
    /// Parses a URL. `None` if Go reports an error.
    pub(super) fn parse(text: &str) -> Option<GoUrl> {
        if text.bytes().any(|byte| byte.is_ascii_control()) {
            return None;
        }
        let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (scheme, rest) = scheme(text)?;
        let (rest, query) = rest.find('?').map_or((rest, ""), |at| rest.split_at(at));
        let (host, path) = if scheme.is_empty() && rest.starts_with("///") {
            ("", rest)
        } else if let Some(rest) = rest.strip_prefix("//") {
            rest.find('/').map_or((rest, ""), |at| rest.split_at(at))
        } else if !rest.starts_with('/') && !scheme.is_empty() {
            // Text without a hierarchy.
            ("", "")
        } else {
            ("", rest)
        };
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let is_relative_with_colon =
            scheme.is_empty() && rest.split('/').next().is_some_and(|first| first.contains(':'));
        if is_relative_with_colon || !is_host(host) {
            return None;
        }
        decoded(fragment)?;
        let query = if query == "?" { "" } else { query };
        let (host, query) = (host.to_owned(), query.to_owned());
        Some(GoUrl { scheme: scheme.to_ascii_lowercase(), host, path: decoded(path)?, query })
    }

    /// The text of this URL with another path, decoded.
    pub(super) fn with_path(&self, path: &str) -> String {
        let GoUrl { scheme, host, query, .. } = self;
        let mut text = format!("{scheme}://{host}");
        for byte in path.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => text.push(char::from(byte)),
                b'-' | b'_' | b'.' | b'~' | b'$' | b'&' | b'+' | b',' | b'/' | b':' | b';' | b'=' | b'@' => {
                    text.push(char::from(byte));
                }
                _ => text.push_str(&format!("%{byte:02X}")),
            }
        }
        text + query
    }
}

/// The scheme and the rest. `None` if Go misses a scheme.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')));
    match end {
        Some(0) if text.starts_with(':') => None,
        Some(at) if text[at..].starts_with(':') && text.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            Some((&text[..at], &text[at + 1..]))
        }
        _ => Some(("", text)),
    }
}

fn is_host(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) => (name, port),
            None => return false,
        },
        None => host.find(':').map_or((host, ""), |at| host.split_at(at)),
    };
    let digits = port.strip_prefix(':').unwrap_or(port);
    let is_port = port.is_empty() || (port.starts_with(':') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    is_port && !name.contains([' ', '\\', '^', '`', '{', '|', '}', '[', ']', '%'])
}

/// The text with its percent escapes decoded.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'%' {
            let digits =
                str::from_utf8(tail.get(..2)?).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The fault of a URL that a document names, as text. An empty text is no URL, and has none.
pub(super) fn fault(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    let Some(url) = GoUrl::parse(text) else { return Some("is no URL") };
    if matches!(url.scheme.as_str(), "javascript" | "data" | "vbscript") {
        return Some("has a scheme that runs code");
    }
    None
}

/// The fault of a URL that the client may send a request to: it must be https, or lead to a loopback host, and not to a
/// private address.
pub(super) fn request_fault(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    let Some(url) = GoUrl::parse(text) else { return Some("is no URL") };
    let name = name(&url.host);
    let ip = name.parse::<IpAddr>().ok();
    let is_loopback = name == "localhost" || ip.is_some_and(|ip| ip.is_loopback());
    if !is_loopback && url.scheme != "https" {
        return Some("is neither https nor of a loopback host");
    }
    ip.filter(is_private).map(|_| "leads to a private address")
}

/// True if the client refuses a redirect to this host.
pub(super) fn is_internal(host: &str) -> bool {
    let ip = name(host).parse::<IpAddr>().ok();
    name(host) == "localhost" || ip.is_some_and(|ip| ip.is_loopback() || is_private(&ip))
}

/// The host without its port and brackets.
fn name(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    }
}

fn is_private(ip: &IpAddr) -> bool {
    fn v4(ip: Ipv4Addr) -> bool {
        let [a, b, ..] = ip.octets();
        let is_shared = a == 100 && (64..=127).contains(&b);
        ip.is_private() || ip.is_link_local() || ip.is_multicast() || ip.is_unspecified() || is_shared
    }
    match ip {
        IpAddr::V4(ip) => v4(*ip),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => v4(ip),
            None => ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_multicast() || ip.is_unspecified(),
        },
    }
}
