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
    /// An attempt starts: the first, or the next one after [`Action::Retry`] and its delay.
    Begin,
    /// A response's header was received.
    Header {
        status: u16,
        fields: HeaderMap,
        /// The address of the peer.
        peer: Option<IpAddr>,
        /// The time on the wall clock, to compare with dates in the header.
        wall: SystemTime,
    },
    /// The body was read; empty if it was discarded.
    Body(Result<Bytes, BodyError>),
    /// The request failed, or the deadline or a cancellation ended the wait for a response, a body or a delay.
    Failed {
        error: Error,
        /// True if the connection carried a response before: the server may have closed it since then.
        was_kept: bool,
    },
}

impl Event {
    /// A failure that is unrelated to a kept-alive connection.
    pub(crate) fn failed(error: Error) -> Event {
        Event::Failed { error, was_kept: false }
    }
}

/// An action that a host must do next.
#[derive(Debug)]
pub(crate) enum Action {
    /// Send the request's message to [`url`](super::policy::CallPolicy::url), with the fields of
    /// [`conditions`](super::policy::CallPolicy::conditions), to an address that
    /// [`reach`](super::policy::CallPolicy::reach) permits.
    Send,
    /// Read the body, of at most this many bytes.
    ReadBody(usize),
    /// Read at most this many bytes of the body, and discard the rest.
    ReadPrefix(usize),
    /// Discard the body.
    DiscardBody,
    /// The attempt has ended. Start another after this delay.
    Retry(AttemptEnd, Duration),
    Done(Box<CallEnd>),
}

/// The end of a call's request.
#[derive(Debug)]
pub(crate) struct CallEnd {
    pub(crate) reply: Result<Reply, Error>,
    /// The entry to store if the document is valid.
    pub(crate) entry: Option<Arc<Entry>>,
    /// The end of the last attempt; `None` if the call ended during a delay, after that attempt.
    pub(crate) attempt: Option<AttemptEnd>,
    /// The status that the server sent: 304 after a successful revalidation.
    pub(crate) status: Option<u16>,
    /// True if the document came from the cache.
    pub(crate) from_cache: bool,
    /// True if this call's own deadline or cancellation ended the exchange.
    pub(crate) was_cut_short: bool,
}

impl CallEnd {
    /// The end of a call that sent no request: the call failed, or got a stored reply or another call's reply.
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
