//! The answer to a call: from the cache, from another call's request in flight, or from a request of its own.

use super::Transport;
use super::call::Call;
use super::exchange::{Exchange, ExchangeSummary};
use super::trace::{Ended, Trace};
use crate::cache::{Entry, Followed, Kind, Role, SharedReply};
use crate::protocol::call::CallRequest;
use crate::protocol::response::Reply;
use crate::{Error, Purpose};
use std::sync::Arc;
use std::time::Instant;

/// The reply to a request, and its last attempt, whose outcome is provisional until the document is judged.
pub(crate) struct Answer {
    pub(crate) attempt: usize,
    pub(crate) reply: Result<Reply, Error>,
    /// The entry to keep if the reply is judged to be good.
    pub(crate) entry: Option<Arc<Entry>>,
}

impl Transport {
    /// The answer to a request. A probe is neither cached, shared nor retried, and its body is not read.
    pub(crate) async fn get(&self, request: CallRequest<'_>, call: &Call, trace: &Trace) -> Answer {
        let first = (trace.begin(request.purpose, request.url), Instant::now());
        let mut summary = ExchangeSummary::default();
        let connections = match self.connections(call.process) {
            Ok(connections) => connections,
            Err(error) => return SharedReply::from(error).end(trace, first),
        };
        // A request with a smaller limit than the client's may fail where other calls would succeed.
        let shared = request.purpose != Purpose::Probe && request.max_bytes >= self.config.max_body_bytes;
        let Some(cache) = self.cache.as_ref().filter(|_| shared) else {
            let exchange = Exchange { config: &self.config, connections, request, stored: None, call, trace };
            let (attempt, reply) = exchange.run(first, &mut summary).await;
            return Answer { attempt, reply, entry: None };
        };
        let CallRequest { url, reach, revalidate, .. } = request;
        let stored = cache.get(url, reach);
        if let Some(entry) = stored.as_ref().filter(|entry| !revalidate && entry.is_fresh()) {
            let reply = match call.check(url) {
                Ok(()) => {
                    let reply = entry.reply();
                    SharedReply { status: Some(reply.status), reply: Ok(reply), from_cache: true, entry: stored }
                }
                Err(error) => error.into(),
            };
            return reply.end(trace, first);
        }
        let (leader, first) = match cache.join(call.process, url, reach, revalidate) {
            Role::Leader(leader) => (leader, first),
            Role::Follower(follower) => match call.bound(url, follower.wait()).await {
                Ok(Followed::Leads(leader)) => (leader, (first.0, Instant::now())),
                Ok(Followed::Replied(reply)) => return reply.end(trace, first),
                Err(error) => return SharedReply::from(error).end(trace, first),
            },
        };
        let exchange = Exchange { config: &self.config, connections, request, stored: stored.as_ref(), call, trace };
        let (attempt, reply) = exchange.run(first, &mut summary).await;
        if let Ok(reply) = &reply {
            cache.answered(url, reply, summary.entry.as_deref());
        }
        if !summary.cut_short {
            let (status, from_cache) = (summary.status(&reply), summary.confirmed);
            leader.reply(|| SharedReply { reply: reply.clone(), status, from_cache, entry: summary.entry.clone() });
        }
        Answer { attempt, reply, entry: summary.entry }
    }

    /// Keeps a response that was judged to be good.
    pub(crate) fn keep(&self, entry: &Arc<Entry>) {
        if let Some(cache) = &self.cache {
            cache.keep(entry);
        }
    }

    /// Keeps such a response, and the document that was judged from it, for the text that the caller gave.
    pub(crate) fn keep_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>) {
        if let Some(cache) = &self.cache {
            cache.keep_document(text, document, entry);
        }
    }

    /// The document that is kept for this text, if its response is fresh.
    pub(crate) fn cached<D: Kind>(&self, text: Option<&str>) -> Option<D> {
        self.cache.as_ref()?.document(text)
    }
}

impl SharedReply {
    /// The answer for a call that sent no request, as the end of its attempt.
    fn end(self, trace: &Trace, (attempt, started): (usize, Instant)) -> Answer {
        let SharedReply { reply, status, from_cache, entry } = self;
        trace.end(attempt, Ended::of(&reply, status, from_cache, started, None));
        Answer { attempt, reply, entry }
    }
}

impl From<Error> for SharedReply {
    fn from(error: Error) -> SharedReply {
        SharedReply { status: error.http_status(), reply: Err(error), from_cache: false, entry: None }
    }
}
