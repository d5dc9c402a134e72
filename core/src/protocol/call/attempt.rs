use super::moment::Moment;
use super::reach::Reach;
use super::storage_policy::StoragePolicy;
use crate::protocol::response::Reply;
use http::HeaderMap;
use std::time::Duration;
use url::Url;

/// One request and the requests of its redirects.
#[derive(Debug)]
pub(super) struct Attempt {
    /// The time of the first request, on the monotonic clock.
    pub(super) requested_at: Duration,
    /// The target of the last redirect; `None` before a redirect.
    pub(super) redirected_to: Option<Url>,
    pub(super) followed: u32,
    pub(super) reach: Reach,
    /// The conditional fields of the next request.
    pub(super) conditions: Option<HeaderMap>,
    /// The response whose body the host reads.
    pub(super) response: Option<Response>,
    pub(super) has_ended: bool,
}

impl Attempt {
    pub(super) fn new(requested_at: Duration, reach: Reach, conditions: Option<HeaderMap>) -> Attempt {
        Attempt { requested_at, redirected_to: None, followed: 0, reach, conditions, response: None, has_ended: false }
    }
}

/// A response whose body is not read yet.
#[derive(Debug)]
pub(super) struct Response {
    /// The response without its body.
    pub(super) reply: Reply,
    pub(super) kind: ResponseKind,
    pub(super) received: Moment,
}

/// How the policy uses a response.
#[derive(Debug)]
pub(super) enum ResponseKind {
    /// A 304 with this header, for the conditional fields of the request.
    NotModified(HeaderMap),
    /// The body is not used.
    HeaderOnly,
    /// The start of the body may tell more about the response.
    Prefix,
    /// The body may have at most this many bytes. The storage policy is `None` if the response must not be stored.
    Whole(usize, Option<StoragePolicy>),
}
