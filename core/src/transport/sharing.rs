//! A call's way to a reply: from the cache, from another call's request, or with one of its own.

use super::Transport;
use super::call::Call;
use super::exchange::{Exchange, Noted};
use super::trace::{Ended, Trace};
use super::wanted::Wanted;
use crate::cache::{Entry, Kind, Landed, Place, Waited};
use crate::protocol::response::Reply;
use crate::{Error, Purpose};
use std::sync::Arc;
use std::time::Instant;

/// What came back in the end, and for which attempt. The attempt's outcome is provisional: only its judge knows.
pub(crate) struct Answer {
    pub(crate) attempt: usize,
    pub(crate) reply: Result<Reply, Error>,
    /// What is to be kept, where the reply is judged to be good.
    pub(crate) entry: Option<Arc<Entry>>,
}

impl Transport {
    /// Gets what is wanted. A probe is asked by itself and once, for its header alone.
    pub(crate) async fn get(&self, wanted: Wanted<'_>, call: &Call, trace: &Trace) -> Answer {
        let first = (trace.begin(wanted.purpose, wanted.url), Instant::now());
        let mut noted = Noted::default();
        let connections = match self.connections(call.process) {
            Ok(connections) => connections,
            Err(error) => return Landed::from(error).end(trace, first),
        };
        // One with less room than the client gives is of no use to other calls.
        let shared = wanted.purpose != Purpose::Probe && wanted.most >= self.config.max_body_bytes;
        let Some(cache) = self.cache.as_ref().filter(|_| shared) else {
            let exchange = Exchange { config: &self.config, connections, wanted, stored: None, call, trace };
            let (attempt, reply) = exchange.run(first, &mut noted).await;
            return Answer { attempt, reply, entry: None };
        };
        let Wanted { url, reach, revalidate, .. } = wanted;
        let stored = cache.get(url, reach);
        if let Some(entry) = stored.as_ref().filter(|entry| !revalidate && entry.is_fresh()) {
            let landed = match call.check(url) {
                Ok(()) => {
                    let reply = entry.reply();
                    Landed { status: Some(reply.status), reply: Ok(reply), from_cache: true, entry: stored }
                }
                Err(error) => error.into(),
            };
            return landed.end(trace, first);
        }
        let (leader, first) = match cache.join(call.process, url, reach, revalidate) {
            Place::Leader(leader) => (leader, first),
            Place::Follower(follower) => match call.bound(url, follower.wait()).await {
                Ok(Waited::Leads(leader)) => (leader, (first.0, Instant::now())),
                Ok(Waited::Landed(landed)) => return landed.end(trace, first),
                Err(error) => return Landed::from(error).end(trace, first),
            },
        };
        let exchange = Exchange { config: &self.config, connections, wanted, stored: stored.as_ref(), call, trace };
        let (attempt, reply) = exchange.run(first, &mut noted).await;
        if let Ok(reply) = &reply {
            cache.answered(url, reply, noted.entry.as_deref());
        }
        if !noted.cut_short {
            let (status, from_cache) = (noted.status(&reply), noted.confirmed);
            leader.land(|| Landed { reply: reply.clone(), status, from_cache, entry: noted.entry.clone() });
        }
        Answer { attempt, reply, entry: noted.entry }
    }

    /// Keeps a reply that was judged to be good.
    pub(crate) fn keep(&self, entry: &Arc<Entry>) {
        if let Some(cache) = &self.cache {
            cache.keep(entry);
        }
    }

    /// Keeps such a reply, and the document that was judged from it, for the text that the caller gave.
    pub(crate) fn keep_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>) {
        if let Some(cache) = &self.cache {
            cache.keep_document(text, document, entry);
        }
    }

    /// The document that was kept for this text, as long as its reply is fresh.
    pub(crate) fn cached<D: Kind>(&self, text: Option<&str>) -> Option<D> {
        self.cache.as_ref()?.document(text)
    }
}

impl Landed {
    /// What a call that did not ask itself gets, in its own attempt.
    fn end(self, trace: &Trace, (attempt, started): (usize, Instant)) -> Answer {
        let Landed { reply, status, from_cache, entry } = self;
        trace.end(attempt, Ended::of(&reply, status, from_cache, started, None));
        Answer { attempt, reply, entry }
    }
}

impl From<Error> for Landed {
    fn from(error: Error) -> Landed {
        Landed { status: error.http_status(), reply: Err(error), from_cache: false, entry: None }
    }
}
