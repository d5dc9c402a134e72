use super::entry::Entry;
use super::{MAX_BYTES, MAX_ENTRIES};
use arc_swap::ArcSwap;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;
use url::Url;

/// Judged documents by the text that the caller asked for them with, to be answered from without a lock, a system call
/// or an allocation. What is read never changes: a change makes another one in its place. Without locks, there is also
/// none for a process that is forked meanwhile to wait for.
pub(crate) struct Snapshot<D>(ArcSwap<Taken<D>>);

struct Taken<D> {
    named: HashMap<Arc<str>, Held<D>>,
    /// Where the caller named nothing.
    unnamed: Option<Held<D>>,
}

#[derive(Clone)]
struct Held<D> {
    document: D,
    /// The URL of the reply that it was judged from.
    url: Arc<str>,
    fresh_until: Option<Instant>,
    size: usize,
}

impl<D> Held<D> {
    fn is_fresh(&self) -> bool {
        self.fresh_until.is_none_or(|until| Instant::now() < until)
    }
}

impl<D: Clone> Snapshot<D> {
    pub(crate) fn get(&self, text: Option<&str>) -> Option<D> {
        let taken = self.0.load();
        let held = match text {
            _ if taken.is_empty() => None,
            Some(text) => taken.named.get(text),
            None => taken.unnamed.as_ref(),
        };
        held.filter(|held| held.is_fresh()).map(|held| held.document.clone())
    }

    /// Answers with this document from now on, as long as the reply that it was judged from is fresh.
    pub(super) fn insert(&self, text: Option<&str>, document: &D, entry: &Entry) {
        let size = entry.size() + text.map_or(0, str::len);
        let (url, fresh_until) = (entry.url().as_str().into(), entry.fresh_until());
        let held = Held { document: document.clone(), url, fresh_until, size };
        if !held.is_fresh() || size > MAX_BYTES {
            return;
        }
        let text = text.map(Arc::<str>::from);
        self.0.rcu(|taken| {
            let mut next = taken.keep(Held::is_fresh);
            match &text {
                Some(text) => _ = next.named.insert(text.clone(), held.clone()),
                None => next.unnamed = Some(held.clone()),
            }
            next.make_room(text.as_deref());
            next
        });
    }

    /// Forgets what was judged from replies of this URL.
    pub(super) fn forget(&self, url: &Url) {
        let is_of = |held: &Held<D>| *held.url == *url.as_str();
        if self.0.load().iter().any(is_of) {
            self.0.rcu(|taken| taken.keep(|held| !is_of(held)));
        }
    }
}

impl<D: Clone> Taken<D> {
    fn is_empty(&self) -> bool {
        self.named.is_empty() && self.unnamed.is_none()
    }

    fn iter(&self) -> impl Iterator<Item = &Held<D>> {
        self.named.values().chain(&self.unnamed)
    }

    fn keep(&self, which: impl Fn(&Held<D>) -> bool) -> Taken<D> {
        let named = self.named.iter().filter(|(_, held)| which(held)).map(|(text, held)| (text.clone(), held.clone()));
        Taken { named: named.collect(), unnamed: self.unnamed.clone().filter(|held| which(held)) }
    }

    /// Nobody notes when a document was used last, as that would be a write: what would be stale first goes first, but
    /// for the newest one.
    fn make_room(&mut self, newest: Option<&str>) {
        while self.iter().count() > MAX_ENTRIES || self.iter().map(|held| held.size).sum::<usize>() > MAX_BYTES {
            let others = self.named.iter().filter(|(text, _)| newest != Some(text));
            match others.min_by_key(|(_, held)| (held.fresh_until.is_none(), held.fresh_until)) {
                Some((text, _)) => {
                    let text = text.clone();
                    self.named.remove(&text);
                }
                // Two are left: the newest, and this one.
                None => return self.unnamed = None,
            }
        }
    }
}

impl<D> Default for Snapshot<D> {
    fn default() -> Snapshot<D> {
        Snapshot(ArcSwap::from_pointee(Taken { named: HashMap::new(), unnamed: None }))
    }
}
