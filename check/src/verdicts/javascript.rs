use super::json;
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
            Some(body) => json::javascript(body).ok_or_else(|| stopped(&self.url, Reason::Json, "the body is no JSON")),
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
        match redirect_target(&hop, &url) {
            Some(target) if followed < MAX_REDIRECTS && is_followed(&url, &target) => {
                (url, named_by) = (target, hop.index());
            }
            _ => return Ok(Some(Fetched { hop, url, status, index: hop.index() })),
        }
    }
    Ok(None)
}

/// The target of a redirect. An empty `Location` is none.
pub(super) fn redirect_target(hop: &Hop<'_>, url: &Url) -> Option<Url> {
    hop.redirect(url).filter(|redirect| !redirect.is_empty)?.target
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
