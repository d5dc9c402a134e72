use super::limits::{MAX_BYTES, MAX_ENTRIES};
use crate::protocol::call::{Entry, Reach};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use url::Url;

/// The responses that may be used again, by URL and reach: a URL from a server must not get a response that only the
/// caller may fetch. Bounded; the least recently used goes first.
#[derive(Clone, Default)]
pub(super) struct Replies {
    by_url: HashMap<Arc<str>, Vec<Kept>>,
    entries: usize,
    bytes: usize,
    /// Counts the uses; all snapshots share it.
    clock: Arc<AtomicU64>,
}

#[derive(Clone)]
struct Kept {
    entry: Arc<Entry>,
    /// When it was used last; all snapshots share it.
    used: Arc<AtomicU64>,
}

impl Replies {
    pub(super) fn get(&self, url: &Url, reach: Reach) -> Option<Arc<Entry>> {
        let kept = self.of(url).iter().find(|kept| kept.entry.reach() == reach)?;
        kept.used.store(self.tick(), Ordering::Relaxed);
        Some(kept.entry.clone())
    }

    /// Whether this very entry is kept.
    pub(super) fn has(&self, entry: &Arc<Entry>) -> bool {
        self.of(entry.url()).iter().any(|kept| Arc::ptr_eq(&kept.entry, entry))
    }

    /// Whether a URL has a matching entry.
    pub(super) fn any(&self, url: &Url, which: impl Fn(&Entry) -> bool) -> bool {
        self.of(url).iter().any(|kept| which(&kept.entry))
    }

    /// Keeps an entry unless a newer one is kept, and returns the URLs that lost one: this URL if an entry of any reach had
    /// another body, and others if there was no room.
    pub(super) fn put(&mut self, entry: &Arc<Entry>) -> Vec<Arc<str>> {
        let url = entry.url();
        let newest_wins = |kept: &Kept| kept.entry.reach() != entry.reach() || entry.is_newer_than(&kept.entry);
        if entry.size() > MAX_BYTES || !self.of(url).iter().all(newest_wins) {
            return Vec::new();
        }
        let mut gone = Vec::new();
        let key: Arc<str> = url.as_str().into();
        let replaced = |kept: &Kept| kept.entry.reach() == entry.reach() || !kept.entry.has_body_of(entry);
        if self.take(&key, replaced).iter().any(|kept| !kept.entry.has_body_of(entry)) {
            gone.push(key.clone());
        }
        self.entries += 1;
        self.bytes += entry.size();
        let used = Arc::new(AtomicU64::new(self.tick()));
        self.by_url.entry(key).or_default().push(Kept { entry: entry.clone(), used });
        while self.entries > MAX_ENTRIES || self.bytes > MAX_BYTES {
            let all = self.by_url.iter().flat_map(|(url, kept)| kept.iter().map(move |kept| (url, &kept.used)));
            let Some((url, used)) = all.min_by_key(|(_, used)| used.load(Ordering::Relaxed)) else { break };
            let (url, used) = (url.clone(), used.clone());
            self.take(&url, |kept| Arc::ptr_eq(&kept.used, &used));
            gone.push(url);
        }
        gone
    }

    /// Forgets the matching entries of a URL, and returns whether there were any.
    pub(super) fn remove(&mut self, url: &Url, which: impl Fn(&Entry) -> bool) -> bool {
        !self.take(url.as_str(), |kept| which(&kept.entry)).is_empty()
    }

    fn take(&mut self, url: &str, which: impl Fn(&Kept) -> bool) -> Vec<Kept> {
        let Some(kept) = self.by_url.get_mut(url) else { return Vec::new() };
        let taken: Vec<_> = kept.extract_if(.., |kept| which(kept)).collect();
        if kept.is_empty() {
            self.by_url.remove(url);
        }
        self.entries -= taken.len();
        self.bytes -= taken.iter().map(|kept| kept.entry.size()).sum::<usize>();
        taken
    }

    fn of(&self, url: &Url) -> &[Kept] {
        // Cheaper than to hash the URL.
        if self.entries == 0 { &[] } else { self.by_url.get(url.as_str()).map_or(&[], Vec::as_slice) }
    }

    fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::Relaxed)
    }
}
