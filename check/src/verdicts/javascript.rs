use super::verdict::{End, Reason};
use super::walk::{Hop, Walk, stopped, unknown};
use crate::observation::Answer;
use serde_json::Value;
use url::Url;

/// The maximum number of redirects that the MCP TypeScript SDK follows.
const MAX_REDIRECTS: usize = 5;

/// An answer to the TypeScript SDK, after the redirects that it follows.
pub(super) struct Fetched<'a> {
    pub(super) hop: Hop<'a>,
    pub(super) url: Url,
    pub(super) status: u16,
    pub(super) index: Option<usize>,
}

impl Fetched<'_> {
    /// The `ok` of a `Response`.
    pub(super) fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The JSON of the body, as `Response.json` reads it.
    ///
    /// # Errors
    /// The body is no JSON or broke off, or the observation does not have it.
    pub(super) fn json(&self) -> Result<Value, End> {
        match self.hop.body(&self.url)? {
            None => Err(stopped(&self.url, Reason::NoAnswer, "the body broke off")),
            Some(body) => parse(body).ok_or_else(|| stopped(&self.url, Reason::Json, "the body is no JSON")),
        }
    }
}

/// A fetch of a document. `None` if no answer came and the client forgives that. It then sends the request a second time,
/// because browsers report a refusal by CORS like that.
pub(super) fn fetch<'a>(
    walk: &mut Walk<'a>,
    url: &Url,
    named_by: Option<usize>,
    forgives: bool,
) -> Result<Option<Fetched<'a>>, End> {
    if matches!(url.scheme(), "data" | "blob" | "about") {
        return Err(unknown(url, "the client reads the document from the URL itself"));
    }
    // `fetch` refuses such a URL without a request.
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
        let refused = stopped(url, Reason::Url, "the client sends no request for this URL");
        return if forgives { Ok(None) } else { Err(refused) };
    }
    for _ in 0..if forgives { 2 } else { 1 } {
        if let Some(fetched) = follow(walk, url, named_by)? {
            return Ok(Some(fetched));
        }
    }
    if forgives { Ok(None) } else { Err(stopped(url, Reason::NoAnswer, "no answer came")) }
}

/// A GET that follows redirects within the origin.
fn follow<'a>(walk: &mut Walk<'a>, url: &Url, named_by: Option<usize>) -> Result<Option<Fetched<'a>>, End> {
    let (mut url, mut named_by) = (url.clone(), named_by);
    for followed in 0.. {
        let hop = walk.get(&url, named_by)?;
        let Some(status) = hop.status() else { return Ok(None) };
        match hop.redirect(&url) {
            Some((_, target)) if followed < MAX_REDIRECTS && is_followed(&url, &target) => {
                (url, named_by) = (target, hop.index());
            }
            _ => return Ok(Some(Fetched { hop, url, status, index: hop.index() })),
        }
    }
    Ok(None)
}

/// True if the SDK follows a redirect from `from` to `to`.
pub(super) fn is_followed(from: &Url, to: &Url) -> bool {
    let has_userinfo = !to.username().is_empty() || to.password().is_some();
    let adds_userinfo = has_userinfo && (to.username(), to.password()) != (from.username(), from.password());
    let same_host = from.host() == to.host();
    let same = from.scheme() == to.scheme() && same_host && from.port() == to.port();
    let secured =
        same_host && from.scheme() == "http" && to.scheme() == "https" && (from.port(), to.port()) == (None, None);
    !adds_userinfo && (same || secured)
}

/// The value of a field as `Headers.get` returns it: each byte is a character.
pub(super) fn header(answer: &Answer, name: &str) -> Option<String> {
    Some(answer.field(name)?.bytes().map(char::from).collect::<String>().trim_matches([' ', '\t']).to_owned())
}

/// The value of a parameter of a challenge, as the SDK's pattern finds it: the first text `name=` with a value, also within
/// other parameters.
pub(super) fn parameter<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    let name = format!("{name}=");
    header.match_indices(&name).find_map(|(at, _)| {
        let rest = &header[at + name.len()..];
        let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).map(|(value, _)| value);
        let end = rest.find(|c: char| c == ',' || c.is_whitespace() || c == '\u{feff}').unwrap_or(rest.len());
        quoted.filter(|value| !value.is_empty()).or_else(|| rest.get(..end).filter(|value| !value.is_empty()))
    })
}

/// The field, if its first challenge has one of these schemes.
pub(super) fn of_schemes<'a>(header: Option<&'a str>, schemes: &[&str]) -> Option<&'a str> {
    let header = header?;
    let mut words = header.split(' ');
    let is_known = words.next().is_some_and(|word| schemes.contains(&word.to_ascii_lowercase().as_str()));
    (is_known && words.next().is_some_and(|word| !word.is_empty())).then_some(header)
}

/// The JSON that JavaScript reads: a byte-order mark is skipped, and bytes that are not UTF-8 are replaced.
fn parse(body: &[u8]) -> Option<Value> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    serde_json::from_str(&for_rust(&String::from_utf8_lossy(body))).ok()
}

/// The text with values that Rust reads too. An escaped surrogate without its pair is replaced, and so is a number that
/// JavaScript reads as infinite.
fn for_rust(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut rest, mut in_text) = (json, false);
    while let Some(first) = rest.chars().next() {
        let (length, replacement) = match first {
            '\\' => escape(rest),
            '0'..='9' if !in_text => number(rest),
            _ => {
                in_text ^= first == '"';
                (first.len_utf8(), None)
            }
        };
        out.push_str(replacement.unwrap_or(&rest[..length]));
        rest = &rest[length..];
    }
    out
}

/// The length of the escape at the start of this text, and its replacement.
fn escape(text: &str) -> (usize, Option<&'static str>) {
    match (unit(text), text.get(6..).and_then(unit)) {
        (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => (12, None),
        (Some(0xd800..0xe000), _) => (6, Some("\u{fffd}")),
        (Some(_), _) => (6, None),
        (None, _) => (text.char_indices().nth(2).map_or(text.len(), |(at, _)| at), None),
    }
}

/// The length of the number at the start of this text, and its replacement.
fn number(text: &str) -> (usize, Option<&'static str>) {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    let length = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let is_infinite = text[..length].parse().is_ok_and(f64::is_infinite);
    (length, is_infinite.then_some("1"))
}

/// The UTF-16 unit of the escape at the start of this text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}
