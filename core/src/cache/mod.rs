//! The cache: stored responses, the documents that they contain, and requests in flight.

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

/// The cache of one client.
///
/// A snapshot is immutable, and each change replaces the snapshot. So reads need no lock, no system call and no allocation,
/// and a forked child always has a complete snapshot. Requests in flight belong to one process.
#[derive(Default)]
pub(crate) struct Cache {
    snapshot: ArcSwap<Snapshot>,
    in_flight: PerProcess<SingleFlight>,
}

impl Cache {
    /// The entry for a URL and a reach.
    pub(crate) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        self.snapshot.load().replies.get(url, reach)
    }

    /// The document for this text, if its response is fresh.
    pub(crate) fn document<D: Kind>(&self, text: Option<&str>, now: impl Fn() -> Moment) -> Option<D> {
        D::documents(&self.snapshot.load()).get(text, now).cloned()
    }

    /// Joins the request in flight for a URL, or starts one.
    pub(crate) fn join(&self, process: Process, url: &Url, reach: Reach, revalidate: bool) -> Role<'_> {
        self.in_flight.get_or_init(process, SingleFlight::default).join(url, reach, revalidate)
    }

    /// Stores a response with a valid document.
    pub(crate) fn store(&self, entry: &Arc<Entry>) {
        if !self.snapshot.load().replies.has(entry) {
            self.change(|snapshot| snapshot.store(entry));
        }
    }

    /// Stores a response and its valid document.
    pub(crate) fn store_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>, now: Moment) {
        self.change(|snapshot| snapshot.store_document(text, document, entry, now));
    }

    /// Removes the entries that a new response contradicts.
    pub(crate) fn invalidate(&self, url: &Url, reply: &Reply, entry: Option<&Entry>) {
        let is_contradicted = |stored: &Entry| stored.is_contradicted_by(reply, entry);
        if self.snapshot.load().replies.any(url, is_contradicted) {
            self.change(|snapshot| snapshot.remove(url, is_contradicted));
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
