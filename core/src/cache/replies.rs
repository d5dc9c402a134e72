use super::limits::{MAX_BYTES, MAX_ENTRIES};
use crate::protocol::call::{Entry, Reach};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use url::Url;

/// The stored responses. The key is the URL and the reach: a URL from a server must not get a response that only the caller
/// may fetch. If a limit is exceeded, the least recently used response is evicted.
#[derive(Clone, Default)]
pub(super) struct Replies {
    by_url: HashMap<Arc<str>, Vec<StoredEntry>>,
    entries: usize,
    bytes: usize,
    /// Counts the uses of all entries. All snapshots share this counter.
    clock: Arc<AtomicU64>,
}

#[derive(Clone)]
struct StoredEntry {
    entry: Arc<Entry>,
    /// The tick of the last use. All snapshots share this value.
    last_used: Arc<AtomicU64>,
}

impl Replies {
    pub(super) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        let stored = self.of(url).iter().find(|stored| stored.entry.reach() == reach)?;
        stored.last_used.store(self.tick(), Ordering::Relaxed);
        Some(stored.entry.clone())
    }

    /// True if this entry itself is stored; an equal entry does not count.
    pub(super) fn has(&self, entry: &Arc<Entry>) -> bool {
        self.of(entry.url()).iter().any(|stored| Arc::ptr_eq(&stored.entry, entry))
    }

    /// True if a URL has a matching entry.
    pub(super) fn any(&self, url: &Url, matches: impl Fn(&Entry) -> bool) -> bool {
        self.of(url).iter().any(|stored| matches(&stored.entry))
    }

    /// Stores an entry, unless a newer one is stored. Returns the URLs whose entries were removed: this URL if an entry of
    /// any reach had another body, and the URLs of evicted entries.
    pub(super) fn insert(&mut self, entry: &Arc<Entry>) -> Vec<Arc<str>> {
        let url = entry.url();
        let is_newest =
            |stored: &StoredEntry| stored.entry.reach() != entry.reach() || entry.is_newer_than(&stored.entry);
        if entry.size() > MAX_BYTES || !self.of(url).iter().all(is_newest) {
            return Vec::new();
        }
        let mut removed = Vec::new();
        let key: Arc<str> = url.as_str().into();
        let is_replaced =
            |stored: &StoredEntry| stored.entry.reach() == entry.reach() || !stored.entry.has_body_of(entry);
        if self.take(&key, is_replaced).iter().any(|stored| !stored.entry.has_body_of(entry)) {
            removed.push(key.clone());
        }
        self.entries += 1;
        self.bytes += entry.size();
        let last_used = Arc::new(AtomicU64::new(self.tick()));
        self.by_url.entry(key).or_default().push(StoredEntry { entry: entry.clone(), last_used });
        while self.entries > MAX_ENTRIES || self.bytes > MAX_BYTES {
            let all = self.by_url.iter().flat_map(|(url, stored)| stored.iter().map(move |one| (url, &one.last_used)));
            let Some((url, last_used)) = all.min_by_key(|(_, used)| used.load(Ordering::Relaxed)) else { break };
            let (url, last_used) = (url.clone(), last_used.clone());
            self.take(&url, |stored| Arc::ptr_eq(&stored.last_used, &last_used));
            removed.push(url);
        }
        removed
    }

    /// Removes the matching entries of a URL. Returns true if there were any.
    pub(super) fn remove(&mut self, url: &Url, matches: impl Fn(&Entry) -> bool) -> bool {
        !self.take(url.as_str(), |stored| matches(&stored.entry)).is_empty()
    }

    fn take(&mut self, url: &str, matches: impl Fn(&StoredEntry) -> bool) -> Vec<StoredEntry> {
        let Some(stored) = self.by_url.get_mut(url) else { return Vec::new() };
        let taken: Vec<_> = stored.extract_if(.., |stored| matches(stored)).collect();
        if stored.is_empty() {
            self.by_url.remove(url);
        }
        self.entries -= taken.len();
        self.bytes -= taken.iter().map(|stored| stored.entry.size()).sum::<usize>();
        taken
    }

    fn of(&self, url: &Url) -> &[StoredEntry] {
        // An empty cache does not need to hash the URL.
        if self.entries == 0 { &[] } else { self.by_url.get(url.as_str()).map_or(&[], Vec::as_slice) }
    }

    fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::Relaxed)
    }
}
