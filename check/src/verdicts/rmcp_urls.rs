//! The URLs of servers that rmcp accepts.

use super::verdict::{End, Reason};
use std::net::{Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// The first usable URL after a text `resource_metadata=`, in upper or lower case.
pub(super) fn named(line: &str, target: &Url) -> Option<Url> {
    let (lower, key) = (line.to_ascii_lowercase(), "resource_metadata=");
    let mut at = 0;
    while let Some(found) = lower[at..].find(key) {
        at += found + key.len();
        let Some((value, length)) = value(&line[at..]) else { break };
        if let Some(url) = usable(value.trim(), target) {
            return Some(url);
        }
        at += length;
    }
    None
}

/// A quoted value or a token, and its length. `None` without the closing quote.
fn value(text: &str) -> Option<(String, usize)> {
    let trimmed = text.trim_start();
    let skipped = text.len() - trimmed.len();
    let Some(quoted) = trimmed.strip_prefix('"') else {
        let end = trimmed.find(|c: char| matches!(c, ',' | ';') || c.is_whitespace()).unwrap_or(trimmed.len());
        return Some((trimmed[..end].to_owned(), skipped + end));
    };
    let (mut value, mut is_escaped) = (String::new(), false);
    for (at, c) in quoted.char_indices() {
        match c {
            _ if is_escaped => {
                value.push(c);
                is_escaped = false;
            }
            '\\' => is_escaped = true,
            '"' => return Some((value, skipped + at + 2)),
            _ => value.push(c),
        }
    }
    None
}

fn usable(value: &str, target: &Url) -> Option<Url> {
    if value.is_empty() {
        return None;
    }
    let url = Url::parse(value).or_else(|_| target.join(value)).ok()?;
    let is_downgrade = target.scheme() == "https" && url.scheme() != "https";
    (is_same_origin(target, &url) || (!is_downgrade && is_allowed(target, &url))).then_some(url)
}

pub(super) fn is_visible(line: &str) -> bool {
    line.bytes().all(|byte| byte == b'\t' || (0x20..0x7f).contains(&byte))
}

pub(super) fn is_same_origin(one: &Url, other: &Url) -> bool {
    matches!(other.scheme(), "http" | "https") && one.origin() == other.origin()
}

/// True if the SDK sends a request to this URL, which a server named.
pub(super) fn is_allowed(target: &Url, url: &Url) -> bool {
    let Some(host) = url.host().filter(|_| matches!(url.scheme(), "http" | "https")) else { return false };
    !is_internal(&host) || (is_loopback(&host) && target.host().is_some_and(|host| is_loopback(&host)))
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    }
}

fn is_internal(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            let is_cloud = matches!(name, "metadata" | "metadata.google.internal" | "metadata.azure.internal");
            is_loopback(host) || is_cloud
        }
        Host::Ipv4(ip) => is_internal_v4(*ip),
        Host::Ipv6(ip) => is_internal_v6(*ip),
    }
}

fn is_internal_v4(ip: Ipv4Addr) -> bool {
    let [a, b, ..] = ip.octets();
    let is_shared = (a == 100 && (64..=127).contains(&b)) || (a == 198 && matches!(b, 18 | 19));
    let is_special = ip.is_broadcast() || ip.is_multicast() || a == 0;
    ip.is_private() || ip.is_loopback() || ip.is_link_local() || is_special || is_shared
}

fn is_internal_v6(ip: Ipv6Addr) -> bool {
    if ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() {
        return true;
    }
    let v4 = |high: u16, low: u16| is_internal_v4((u32::from(high) << 16 | u32::from(low)).into());
    match ip.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        [0x2002, high, low, ..] => v4(high, low),
        [0x2001, 0, ..] | [0x64, 0xff9b, 1, ..] => true,
        _ => ip.is_unicast_link_local() || ip.is_unique_local(),
    }
}

pub(super) fn with_path(url: &Url, path: &str) -> Url {
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    url.set_path(path);
    url
}

pub(super) fn bad_url(url: &str) -> End {
    End::stopped(url, Reason::Url, "the client cannot use this URL")
}
