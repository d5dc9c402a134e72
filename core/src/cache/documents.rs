use super::limits::{MAX_BYTES, MAX_ENTRIES};
use crate::protocol::call::{Entry, Freshness, Moment};
use std::collections::HashMap;
use std::sync::Arc;

/// Judged documents, by the resource or issuer as the caller wrote it.
#[derive(Clone)]
pub(crate) struct Documents<D> {
    named: HashMap<Arc<str>, Held<D>>,
    /// The document of the default resource or issuer.
    unnamed: Option<Held<D>>,
}

#[derive(Clone)]
struct Held<D> {
    document: D,
    /// The URL of the response that it was judged from.
    url: Arc<str>,
    freshness: Freshness,
    size: usize,
}

impl<D> Documents<D> {
    /// The document, if the response that it was judged from is fresh.
    pub(super) fn get(&self, text: Option<&str>, now: impl Fn() -> Moment) -> Option<&D> {
        let held = match text {
            _ if self.is_empty() => None,
            Some(text) => self.named.get(text),
            None => self.unnamed.as_ref(),
        };
        held.filter(|held| held.freshness.is_fresh(now())).map(|held| &held.document)
    }

    /// Keeps this document. Drops stale ones, and others if there is no room.
    pub(super) fn insert(&mut self, text: Option<&str>, document: D, entry: &Entry, now: Moment) {
        let size = entry.size() + text.map_or(0, str::len);
        let (url, freshness) = (entry.url().as_str().into(), entry.freshness());
        if !freshness.is_fresh(now) || size > MAX_BYTES {
            return;
        }
        self.retain(|held| held.freshness.is_fresh(now));
        let held = Held { document, url, freshness, size };
        match text {
            Some(text) => _ = self.named.insert(text.into(), held),
            None => self.unnamed = Some(held),
        }
        self.make_room(text);
    }

    /// Whether one was judged from a response of this URL.
    pub(super) fn has_of(&self, url: &str) -> bool {
        self.iter().any(|held| *held.url == *url)
    }

    /// Forgets the documents that were judged from responses of this URL.
    pub(super) fn forget(&mut self, url: &str) {
        self.retain(|held| *held.url != *url);
    }

    fn is_empty(&self) -> bool {
        self.named.is_empty() && self.unnamed.is_none()
    }

    fn iter(&self) -> impl Iterator<Item = &Held<D>> {
        self.named.values().chain(&self.unnamed)
    }

    fn retain(&mut self, which: impl Fn(&Held<D>) -> bool) {
        self.named.retain(|_, held| which(held));
        self.unnamed = self.unnamed.take().filter(which);
    }

    /// Drops documents until they fit, those that expire first first, but never the newest. Reads record no use, as that
    /// would be a write.
    fn make_room(&mut self, newest: Option<&str>) {
        while self.iter().count() > MAX_ENTRIES || self.iter().map(|held| held.size).sum::<usize>() > MAX_BYTES {
            let others = self.named.iter().filter(|(text, _)| newest != Some(text));
            match others.min_by_key(|(_, held)| held.freshness.order()) {
                Some((text, _)) => {
                    let text = text.clone();
                    self.named.remove(&text);
                }
                // The newest and the unnamed one are left.
                None => return self.unnamed = None,
            }
        }
    }
}

impl<D> Default for Documents<D> {
    fn default() -> Documents<D> {
        Documents { named: HashMap::new(), unnamed: None }
    }
}
