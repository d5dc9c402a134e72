//! The cache: responses that may be used again, the documents that were judged from them, and requests in flight.

mod documents;
mod limits;
mod replies;
mod single_flight;
mod snapshot;

pub(crate) use single_flight::{Followed, Role, SharedReply};
pub(crate) use snapshot::Kind;

use crate::process::{PerProcess, Process};
use crate::protocol::call::{Entry, Moment, Reach};
use crate::protocol::response::Reply;
use arc_swap::ArcSwap;
use single_flight::SingleFlight;
use snapshot::Snapshot;
use std::sync::Arc;
use url::Url;

/// Owns everything that a client caches.
///
/// A snapshot never changes; a change replaces it. So reads need no lock, no system call and no allocation, and a forked
/// child has its parent's snapshot whatever the parent's threads were doing. The requests in flight belong to one process.
#[derive(Default)]
pub(crate) struct Cache {
    snapshot: ArcSwap<Snapshot>,
    in_flight: PerProcess<SingleFlight>,
}

impl Cache {
    /// The entry for a URL and its reach.
    pub(crate) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        self.snapshot.load().replies.get(url, reach)
    }

    /// The document for this text, if its response is fresh.
    pub(crate) fn document<D: Kind>(&self, text: Option<&str>, now: impl Fn() -> Moment) -> Option<D> {
        D::documents(&self.snapshot.load()).get(text, now).cloned()
    }

    /// Joins the request in flight for a URL, or begins it.
    pub(crate) fn join(&self, process: Process, url: &Url, reach: Reach, revalidate: bool) -> Role<'_> {
        self.in_flight.get_or_init(process, SingleFlight::default).join(url, reach, revalidate)
    }

    /// Keeps a response that was judged to be good.
    pub(crate) fn keep(&self, entry: &Arc<Entry>) {
        if !self.snapshot.load().replies.has(entry) {
            self.change(|snapshot| snapshot.keep(entry));
        }
    }

    /// Keeps such a response, and the document that was judged from it.
    pub(crate) fn keep_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>, now: Moment) {
        self.change(|snapshot| snapshot.keep_document(text, document, entry, now));
    }

    /// Forgets the entries that a new response contradicts.
    pub(crate) fn answered(&self, url: &Url, reply: &Reply, entry: Option<&Entry>) {
        let is_contradicted = |kept: &Entry| kept.is_contradicted_by(reply, entry);
        if self.snapshot.load().replies.any(url, is_contradicted) {
            self.change(|snapshot| snapshot.forget(url, is_contradicted));
        }
    }

    fn change(&self, change: impl Fn(&mut Snapshot)) {
        self.snapshot.rcu(|snapshot| {
            let mut next = Snapshot::clone(snapshot);
            change(&mut next);
            next
        });
    }
}
