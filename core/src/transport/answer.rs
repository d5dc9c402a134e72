use super::Transport;
use super::call::Call;
use super::exchange::Exchange;
use super::trace::Trace;
use crate::cache::{Followed, Kind, Role, SharedReply};
use crate::protocol::call::{CallEnd, CallPolicy, CallRequest, Entry, Reach};
use crate::protocol::response::Reply;
use crate::{Error, Purpose, SignatureStatus};
use std::sync::Arc;
use std::time::Duration;

/// The reply to a request, and its last attempt. The attempt's outcome is provisional until the document is checked.
pub(crate) struct Answer {
    pub(crate) attempt: usize,
    pub(crate) reply: Result<Reply, Error>,
    /// The entry to store if the document is valid.
    pub(crate) entry: Option<Arc<Entry>>,
}

impl Transport {
    /// The answer to a request: from the cache, from another call's request in flight, or from a new request. A probe is
    /// neither cached nor shared.
    pub(crate) async fn send(&self, request: CallRequest<'_>, call: &Call, trace: &Trace) -> Answer {
        let attempt = trace.begin(request.purpose, request.message.method(), &request.url);
        self.send_attempt(attempt, request, call, trace).await
    }

    /// Sends a request whose first attempt has begun in the trace.
    pub(crate) async fn send_attempt(
        &self,
        attempt: usize,
        request: CallRequest<'_>,
        call: &Call,
        trace: &Trace,
    ) -> Answer {
        let Transport { config, clock, .. } = self;
        let CallRequest { purpose, reach, revalidate, max_bytes, has_extra_fields, .. } = request;
        let url = &*request.url.clone();
        let began = clock.now();
        let without_request = |end| Answer::without_request(end, attempt, trace);
        let connections = match self.connections(call.process) {
            Ok(connections) => connections,
            Err(error) => return without_request(CallEnd::failed(error, Duration::ZERO)),
        };
        // A request with a smaller body limit than the client's may fail when other calls would succeed.
        // The caller's own URLs of resource metadata always have the extra fields. Any other URL may be requested with and
        // without them, and the responses may differ.
        let is_uniform = !has_extra_fields
            || config.headers.is_empty()
            || (purpose == Purpose::ResourceMetadata && reach == Reach::Caller);
        let is_shared = purpose != Purpose::Probe && max_bytes >= config.limits.max_body_bytes && is_uniform;
        let cache = self.cache.as_ref().filter(|_| is_shared);
        let stored = cache.and_then(|cache| cache.get(url, reach));
        let seed = began.as_nanos() as u64;
        let deadline = call.deadline(clock);
        let mut policy = CallPolicy::new(&config.limits, config.route_to(url), request.clone(), stored, deadline, seed);
        let exchange = Exchange { config, connections, clock, request, call, trace };
        let Some(cache) = cache else {
            let (attempt, end) = exchange.run(&mut policy, attempt, began).await;
            return Answer { attempt, reply: end.reply, entry: None };
        };
        if let Some(end) = policy.stored_answer(|| clock.moment()) {
            let end = call.check(url).map_or_else(|error| CallEnd::failed(error, Duration::ZERO), |()| end);
            return without_request(end);
        }
        let (leader, begins) = match cache.join(call.process, url, reach, revalidate) {
            Role::Leader(leader) => (leader, began),
            Role::Follower(follower) => {
                let followed = call.bound(url, follower.wait()).await;
                let now = clock.now();
                let waited = now.saturating_sub(began);
                match followed {
                    Ok(Followed::Leads(leader)) => (leader, now),
                    Ok(Followed::Replied(shared)) => return without_request(shared.end(waited)),
                    Err(error) => return without_request(CallEnd::failed(error, waited)),
                }
            }
        };
        let (attempt, end) = exchange.run(&mut policy, attempt, begins).await;
        let CallEnd { reply, entry, status, from_cache, was_cut_short, .. } = *end;
        if let Ok(reply) = &reply {
            cache.invalidate(url, reply, entry.as_deref());
        }
        if !was_cut_short {
            leader.reply(|| SharedReply { reply: reply.clone(), status, from_cache, entry: entry.clone() });
        }
        Answer { attempt, reply, entry }
    }

    /// Stores a response with a valid document.
    pub(crate) fn keep(&self, entry: &Arc<Entry>) {
        if let Some(cache) = &self.cache {
            cache.store(entry);
        }
    }

    /// Stores a response and its valid document. The key is the caller's text. For a document with verified
    /// `signed_metadata`, stores only the response: the claims may expire first, so each call judges them.
    pub(crate) fn keep_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>) {
        if document.signature() == SignatureStatus::Verified {
            self.keep(entry);
        } else if let Some(cache) = &self.cache {
            cache.store_document(text, document, entry, self.clock.moment());
        }
    }

    /// The cached document for this text, if its response is fresh.
    pub(crate) fn cached<D: Kind>(&self, text: Option<&str>) -> Option<D> {
        self.cache.as_ref()?.document(text, || self.clock.moment())
    }
}

impl Answer {
    /// The answer of a call that sent no request.
    fn without_request(mut end: CallEnd, attempt: usize, trace: &Trace) -> Answer {
        if let Some(ended) = end.attempt.take() {
            trace.end(attempt, ended);
        }
        Answer { attempt, reply: end.reply, entry: end.entry }
    }
}
