use super::entry::Entry;
use super::{MAX_BYTES, MAX_ENTRIES};
use crate::protocol::Reach;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use url::Url;

/// The replies that may be used again, by their URLs and by who named those: what the caller may fetch is no answer to
/// a server that may lead to fewer places. Bounded; what was used longest ago goes first.
#[derive(Default)]
pub(super) struct Store(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    by_url: HashMap<Url, Vec<Kept>>,
    entries: usize,
    bytes: usize,
    /// Counts the uses.
    now: u64,
}

struct Kept {
    entry: Arc<Entry>,
    used: u64,
}

impl Store {
    pub(super) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        let mut shelf = self.shelf();
        if shelf.entries == 0 {
            return None;
        }
        shelf.now += 1;
        let now = shelf.now;
        let kept = shelf.by_url.get_mut(url)?.iter_mut().find(|kept| kept.entry.reach == reach)?;
        kept.used = now;
        Some(kept.entry.clone())
    }

    /// Whether this very entry is still there.
    pub(super) fn has(&self, entry: &Arc<Entry>) -> bool {
        let shelf = self.shelf();
        let kept = shelf.by_url.get(entry.url());
        kept.is_some_and(|kept| kept.iter().any(|kept| Arc::ptr_eq(&kept.entry, entry)))
    }

    /// Keeps an entry in the place of an older one, and returns the URLs of which something had to go: of this one what
    /// has another body, though it was asked for with another reach, and of others what there is no room for.
    pub(super) fn put(&self, entry: &Arc<Entry>) -> Vec<Url> {
        let mut shelf = self.shelf();
        let url = entry.url();
        let others = shelf.by_url.get(url).map_or(&[][..], Vec::as_slice);
        let newest_wins = |kept: &Kept| kept.entry.reach != entry.reach || entry.is_newer_than(&kept.entry);
        if entry.size() > MAX_BYTES || !others.iter().all(newest_wins) {
            return Vec::new();
        }
        let mut gone = Vec::new();
        let replaced = |kept: &Kept| kept.entry.reach == entry.reach || !kept.entry.has_body_of(entry);
        if shelf.take(url, replaced).iter().any(|kept| !kept.entry.has_body_of(entry)) {
            gone.push(url.clone());
        }
        shelf.entries += 1;
        shelf.bytes += entry.size();
        shelf.now += 1;
        let used = shelf.now;
        shelf.by_url.entry(url.clone()).or_default().push(Kept { entry: entry.clone(), used });
        while shelf.entries > MAX_ENTRIES || shelf.bytes > MAX_BYTES {
            let all = shelf.by_url.values().flatten();
            let Some((used, url)) = all.map(|kept| (kept.used, kept.entry.url())).min_by_key(|(used, _)| *used) else {
                break;
            };
            let url = url.clone();
            shelf.take(&url, |kept| kept.used == used);
            gone.push(url);
        }
        gone
    }

    /// Forgets such entries of a URL; whether there were any.
    pub(super) fn remove(&self, url: &Url, which: impl Fn(&Entry) -> bool) -> bool {
        !self.shelf().take(url, |kept| which(&kept.entry)).is_empty()
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn take(&mut self, url: &Url, which: impl Fn(&Kept) -> bool) -> Vec<Kept> {
        if self.entries == 0 {
            return Vec::new();
        }
        let Some(kept) = self.by_url.get_mut(url) else { return Vec::new() };
        let taken: Vec<_> = kept.extract_if(.., |kept| which(kept)).collect();
        if kept.is_empty() {
            self.by_url.remove(url);
        }
        self.entries -= taken.len();
        self.bytes -= taken.iter().map(|kept| kept.entry.size()).sum::<usize>();
        taken
    }
}
