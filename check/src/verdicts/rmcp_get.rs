//! The requests of rmcp for documents.

use super::rmcp_urls::is_same_origin;
use super::verdict::{End, Reason};
use super::walk::{Hop, Walk, stopped};
use url::Url;

/// The maximum number of requests for one document, with those after redirects.
const MAX_HOPS: usize = 10;

/// An answer, after redirects.
pub(super) struct Got<'a> {
    pub(super) hop: Hop<'a>,
    pub(super) status: u16,
    pub(super) body: &'a [u8],
}

/// A GET that follows redirects within the origin.
pub(super) fn get<'a>(walk: &mut Walk<'a>, url: &Url, named_by: Option<usize>) -> Result<Got<'a>, End> {
    let (mut url, mut named_by) = (url.clone(), named_by);
    for _ in 0..MAX_HOPS {
        let hop = walk.get(&url, named_by)?;
        let Some(status) = hop.status() else { return Err(stopped(&url, Reason::NoAnswer, "no answer came")) };
        if hop.breaks_off() {
            return Err(stopped(&url, Reason::NoAnswer, "the body broke off"));
        }
        if status >= 500 || matches!(status, 408 | 425 | 429) {
            return Err(stopped(&url, Reason::Status, format!("the status is {status}")));
        }
        match location(&hop, &url) {
            Some(Some(to)) if is_same_origin(&url, &to) => (url, named_by) = (to, hop.index()),
            Some(_) => return Err(stopped(&url, Reason::Redirect, "the redirect leads elsewhere")),
            None => {
                let body = if status == 200 { hop.coded_body(&url)?.unwrap_or_default() } else { &[] };
                return Ok(Got { hop, status, body });
            }
        }
    }
    Err(stopped(&url, Reason::Redirect, "too many redirects"))
}

/// The target of a redirect. `Some(None)` if the `Location` is no URL reference.
fn location(hop: &Hop<'_>, url: &Url) -> Option<Option<Url>> {
    match hop {
        Hop::Answer { answer, .. } if (300..400).contains(&answer.status) => {
            Some(answer.lines("location").next()?).map(|location| url.join(location).ok())
        }
        Hop::Redirect { target, .. } => Some(Url::parse(target).ok()),
        _ => None,
    }
}
