use crate::protocol::errors::{cut, quoted, without_password};
use crate::{Error, ErrorKind};
use url::{Host, Url};

/// The longest URL in bytes, both as text and parsed. HTTP libraries can send it even with a well-known path inserted.
pub(crate) const MAX_URL_BYTES: usize = 32 * 1024;

/// Parses an absolute http(s) URL. Refuses text that a browser's URL parser would repair, such as white space, backslashes
/// or `https:host`. Other parsers would not repair the text, and would read a different URL.
///
/// # Errors
/// The rule that the text breaks.
pub(crate) fn parse(text: &str) -> Result<Url, &'static str> {
    const ABSOLUTE: &str = "an absolute http or https URL";
    const SHORT: &str = "a URL of at most 32,768 bytes";
    if text.len() > MAX_URL_BYTES {
        return Err(SHORT);
    }
    if text.bytes().any(|byte| byte <= b' ' || byte == 0x7f || byte == b'\\') {
        return Err("a URL without white space, control characters and backslashes");
    }
    let rest = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://")).ok_or(ABSOLUTE)?;
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let authority = &rest.as_bytes()[..end];
    if authority.is_empty() {
        return Err(ABSOLUTE);
    }
    // Check the text, because parsing removes an empty userinfo (`https://@h`).
    if authority.contains(&b'@') {
        return Err("a URL without user name and password");
    }
    let url = Url::parse(text).map_err(|_| ABSOLUTE)?;
    // The parser allows these characters, but RFC 3986 section 3.2.2 does not.
    if url.host_str().is_some_and(|host| host.bytes().any(|byte| matches!(byte, b'"' | b'`' | b'{' | b'}'))) {
        return Err("a URL whose host is a name or an address");
    }
    // Percent-encoding makes the URL longer, so check again.
    if url.as_str().len() > MAX_URL_BYTES { Err(SHORT) } else { Ok(url) }
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Parses an identifier from the caller like [`parse`], and also refuses a fragment. `what` names the identifier in errors
/// ([RFC 9728 section 1.2](https://www.rfc-editor.org/rfc/rfc9728#section-1.2),
/// [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2)).
pub(crate) fn parse_identifier(what: &str, text: &str) -> Result<Url, Error> {
    let refused = |rule: &str, shown: &str| {
        let message = format!("{what} must be {rule}, not {}", quoted(shown));
        Error::new(ErrorKind::InvalidArgument, message).at(cut(shown.to_owned()))
    };
    let url = parse(text).map_err(|rule| refused(rule, &without_password(text)))?;
    if url.fragment().is_some() {
        return Err(refused("a URL without a fragment", text));
    }
    Ok(url)
}

/// Refuses http, except to a loopback host, or if the caller allows http.
pub(crate) fn require_secure(url: &Url, allow_http: bool) -> Result<(), Error> {
    if url.scheme() == "https" || allow_http || is_loopback_host(url) {
        return Ok(());
    }
    let message = format!("https is required except for loopback hosts (or set allow_http): {}", quoted(url.as_str()));
    Err(Error::new(ErrorKind::InsecureUrl, message).at(url.as_str()))
}

/// True if the URL's host always means this machine: a loopback address in any spelling, `localhost`, or a name below it
/// ([RFC 6761 section 6.3](https://www.rfc-editor.org/rfc/rfc6761#section-6.3)).
pub(crate) fn is_loopback_host(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.to_canonical().is_loopback(),
        Some(Host::Domain(name)) => is_localhost(name),
        None => false,
    }
}

/// True if a name is `localhost` or a name below it. The name must be in lower case.
pub(crate) fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_a_browser_would_repair_is_refused() {
        for text in [
            "https:rs.example",
            "https:/rs.example",
            "https:///rs.example",
            "https://rs.example\\@evil.example",
            "https://rs.exa\tmple",
            "https://rs.example/a\n",
            "https://@rs.example",
            "https://rs.example:99999",
            "https://",
            "https://?",
            "h",
            "é",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
        assert!(parse("HTTPS://RS.example").is_ok());
    }

    #[test]
    fn loopback_hosts_are_recognised_in_every_spelling() {
        for host in [
            "127.0.0.1",
            "127.9.9.9",
            "2130706433",
            "0x7f.1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "localhost",
            "a.localhost.",
        ] {
            assert!(is_loopback_host(&parse(&format!("http://{host}")).unwrap()), "{host}");
        }
        for host in ["128.0.0.1", "localhost.example", "xlocalhost", "[::2]", "0.0.0.0"] {
            assert!(!is_loopback_host(&parse(&format!("http://{host}")).unwrap()), "{host}");
        }
    }
}
