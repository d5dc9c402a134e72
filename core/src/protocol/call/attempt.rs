use super::moment::Moment;
use super::reach::Reach;
use super::storage_policy::StoragePolicy;
use crate::protocol::response::Reply;
use http::HeaderMap;
use std::time::Duration;
use url::Url;

/// One request and those that its redirects add.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) asked_at: Duration,
    /// The target of the last redirect; `None`: the request's own URL.
    pub(super) redirected_to: Option<Url>,
    pub(super) followed: u32,
    pub(super) reach: Reach,
    /// The conditional fields of the next request.
    pub(super) conditions: Option<HeaderMap>,
    /// The response whose body is read next.
    pub(super) response: Option<Response>,
    pub(super) has_ended: bool,
}

impl Attempt {
    pub(super) fn new(asked_at: Duration, reach: Reach, conditions: Option<HeaderMap>) -> Attempt {
        Attempt { asked_at, redirected_to: None, followed: 0, reach, conditions, response: None, has_ended: false }
    }
}

/// A response whose body is still to be read.
#[derive(Debug)]
pub(super) struct Response {
    /// The response without its body.
    pub(super) reply: Reply,
    pub(super) kind: ResponseKind,
    pub(super) received: Moment,
}

/// The use of a response's body.
#[derive(Debug)]
pub(super) enum ResponseKind {
    /// A 304 for the conditional fields of the request, with this header.
    NotModified(HeaderMap),
    /// The body does not matter.
    HeaderOnly,
    /// The body may have this many bytes. The policy is that of a response that may be kept.
    Whole(usize, Option<StoragePolicy>),
}
