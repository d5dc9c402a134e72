use super::attempt_end::AttemptEnd;
use super::body::BodyError;
use super::entry::Entry;
use super::retry::Then;
use crate::Error;
use crate::protocol::response::Reply;
use bytes::Bytes;
use http::HeaderMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// An event that a host reports to a [`CallPolicy`](super::policy::CallPolicy).
#[derive(Debug)]
pub(crate) enum Event {
    /// An attempt begins: the first, or the next after [`Action::Retry`] and its delay.
    Begin,
    /// A response's header has come.
    Header {
        status: u16,
        fields: HeaderMap,
        /// The address that it came from.
        peer: Option<IpAddr>,
        /// The time by the wall clock, to which dates in the header are compared.
        wall: SystemTime,
    },
    /// The body was read; empty if it was discarded.
    Body(Result<Bytes, BodyError>),
    /// The request failed, or the deadline or a cancellation ended the wait for a response, a body or a delay.
    Failed {
        error: Error,
        /// Whether the connection had carried a response before, so that the server may have closed it since.
        was_kept: bool,
    },
}

impl Event {
    /// A failure that has nothing to do with a kept-alive connection.
    pub(crate) fn failed(error: Error) -> Event {
        Event::Failed { error, was_kept: false }
    }
}

/// The next thing that a host does.
#[derive(Debug)]
pub(crate) enum Action {
    /// Send a GET of [`url`](super::policy::CallPolicy::url), with the fields of
    /// [`conditions`](super::policy::CallPolicy::conditions), to an address that
    /// [`reach`](super::policy::CallPolicy::reach) permits.
    Send,
    /// Read the body, which may have this many bytes.
    ReadBody(usize),
    /// Discard the body.
    DiscardBody,
    /// The attempt has ended. Begin another after this delay.
    Retry(AttemptEnd, Duration),
    Done(Box<CallEnd>),
}

/// How a call's request ended.
#[derive(Debug)]
pub(crate) struct CallEnd {
    pub(crate) reply: Result<Reply, Error>,
    /// The entry to keep if the reply is judged to be good.
    pub(crate) entry: Option<Arc<Entry>>,
    /// The end of the last attempt; `None` if that had ended before a delay.
    pub(crate) attempt: Option<AttemptEnd>,
    /// The status that the server sent, which is 304 for a confirmed entry.
    pub(crate) status: Option<u16>,
    /// Whether the document came from the cache.
    pub(crate) from_cache: bool,
    /// Whether this call's own deadline or cancellation ended it.
    pub(crate) was_cut_short: bool,
}

impl CallEnd {
    /// The end of a call that sent no request: it failed, or its reply is a stored one or that of another call.
    pub(crate) fn without_request(
        reply: Result<Reply, Error>,
        status: Option<u16>,
        from_cache: bool,
        entry: Option<Arc<Entry>>,
        elapsed: Duration,
    ) -> CallEnd {
        let attempt = Some(AttemptEnd::new(&reply, status, from_cache, elapsed, Then::Done));
        CallEnd { reply, entry, attempt, status, from_cache, was_cut_short: false }
    }

    /// The end of a call that failed before it sent a request.
    pub(crate) fn failed(error: Error, elapsed: Duration) -> CallEnd {
        let status = error.http_status();
        CallEnd::without_request(Err(error), status, false, None, elapsed)
    }
}
