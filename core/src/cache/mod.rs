//! What need not be asked for again: replies that may be used again, documents that were judged from them, and requests
//! that are under way.

mod contents;
mod documents;
mod entry;
mod flights;
mod freshness;
mod policy;
mod replies;

pub(crate) use contents::Kind;
pub(crate) use entry::Entry;
pub(crate) use flights::{Landed, Place, Waited};
pub(crate) use policy::Policy;

use crate::process::{PerProcess, Process};
use crate::protocol::call::Reach;
use crate::protocol::response::Reply;
use arc_swap::ArcSwap;
use contents::Contents;
use flights::Flights;
use std::sync::Arc;
use url::Url;

/// How many replies a client keeps, and how many documents of each kind.
const MAX_ENTRIES: usize = 256;

/// How many bytes of replies a client keeps, and of documents of each kind, as they were sent.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The one owner of all that a client keeps.
///
/// Its contents never change: a change makes others in their place. So they are read without a lock, a system call or an
/// allocation, and a child process has those of its parent, whatever the parent's threads were doing. The requests under
/// way are those of one process.
#[derive(Default)]
pub(super) struct Cache {
    contents: ArcSwap<Contents>,
    flights: PerProcess<Flights>,
}

impl Cache {
    pub(super) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        self.contents.load().replies.get(url, reach)
    }

    /// The document that was judged for this text, as long as its reply is fresh.
    pub(super) fn document<D: Kind>(&self, text: Option<&str>) -> Option<D> {
        D::documents(&self.contents.load()).get(text).cloned()
    }

    pub(super) fn join(&self, process: Process, url: &Url, reach: Reach, revalidate: bool) -> Place<'_> {
        self.flights.get_or_init(process, Flights::default).join(url, reach, revalidate)
    }

    /// Keeps a reply that was judged to be good.
    pub(super) fn keep(&self, entry: &Arc<Entry>) {
        if !self.contents.load().replies.has(entry) {
            self.change(|contents| contents.keep(entry));
        }
    }

    /// Keeps such a reply, and the document that was judged from it.
    pub(super) fn keep_document<D: Kind>(&self, text: Option<&str>, document: &D, entry: &Arc<Entry>) {
        self.change(|contents| contents.keep_document(text, document, entry));
    }

    /// Forgets what a server has just answered otherwise. "Not now" says nothing about what there was.
    pub(super) fn answered(&self, url: &Url, reply: &Reply, entry: Option<&Entry>) {
        let is_contradicted = |kept: &Entry| match (reply.status, entry) {
            (408 | 425 | 429 | 500.., _) => false,
            (_, Some(entry)) => !kept.has_body_of(entry),
            (_, None) => reply.body.is_ok(),
        };
        if self.contents.load().replies.any(url, is_contradicted) {
            self.change(|contents| contents.forget(url, is_contradicted));
        }
    }

    fn change(&self, change: impl Fn(&mut Contents)) {
        self.contents.rcu(|contents| {
            let mut next = Contents::clone(contents);
            change(&mut next);
            next
        });
    }
}
