//! What need not be asked for again: replies that may be used again, documents that were judged from them, and requests
//! that are under way.

mod entry;
mod flights;
mod policy;
mod snapshot;
mod snapshots;
mod store;

pub(super) use entry::Entry;
pub(super) use flights::{Landed, Place, Waited};
pub(super) use policy::Policy;
pub(crate) use snapshot::Snapshot;
pub(crate) use snapshots::Snapshots;

use crate::protocol::{Reach, Reply};
use flights::Flights;
use std::sync::Arc;
use store::Store;
use url::Url;

/// How many replies a client keeps, and how many documents of each kind.
const MAX_ENTRIES: usize = 256;

/// How many bytes of replies a client keeps, and of documents of each kind, as they were sent.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The snapshots are shared with whoever answers from them, and change with the store.
#[derive(Default)]
pub(super) struct Cache {
    store: Store,
    flights: Flights,
    snapshots: Arc<Snapshots>,
}

impl Cache {
    pub(super) fn new(snapshots: Arc<Snapshots>) -> Cache {
        Cache { snapshots, ..Cache::default() }
    }

    pub(super) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        self.store.get(url, reach)
    }

    pub(super) fn join(&self, url: &Url, reach: Reach, revalidate: bool) -> Place<'_> {
        self.flights.join(url, reach, revalidate)
    }

    /// Keeps a reply that was judged to be good.
    pub(super) fn keep(&self, entry: &Arc<Entry>) {
        for url in self.store.put(entry) {
            self.snapshots.forget(&url);
        }
    }

    /// Keeps such a reply, and the document that was judged from it.
    pub(super) fn keep_document<D: Clone>(
        &self,
        snapshot: &Snapshot<D>,
        text: Option<&str>,
        document: &D,
        entry: &Arc<Entry>,
    ) {
        self.keep(entry);
        if !self.store.has(entry) {
            return;
        }
        snapshot.insert(text, document, entry);
        // It may have gone meanwhile.
        if !self.store.has(entry) {
            self.snapshots.forget(entry.url());
        }
    }

    /// Forgets what a server has just answered otherwise. "Not now" says nothing about what there was.
    pub(super) fn answered(&self, url: &Url, reply: &Reply, entry: Option<&Entry>) {
        let forgotten = match (reply.status, entry) {
            (408 | 425 | 429 | 500.., _) => false,
            (_, Some(entry)) => self.store.remove(url, |kept| !kept.has_body_of(entry)),
            (_, None) => reply.body.is_ok() && self.store.remove(url, |_| true),
        };
        if forgotten {
            self.snapshots.forget(url);
        }
    }
}
