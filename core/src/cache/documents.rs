use super::entry::Entry;
use super::freshness::Freshness;
use super::{MAX_BYTES, MAX_ENTRIES};
use std::collections::HashMap;
use std::sync::Arc;

/// Judged documents by the text that the caller asked for them with.
#[derive(Clone)]
pub(crate) struct Documents<D> {
    named: HashMap<Arc<str>, Held<D>>,
    /// Where the caller named nothing.
    unnamed: Option<Held<D>>,
}

#[derive(Clone)]
struct Held<D> {
    document: D,
    /// The URL of the reply that it was judged from.
    url: Arc<str>,
    freshness: Freshness,
    size: usize,
}

impl<D> Documents<D> {
    /// The document, as long as the reply that it was judged from is fresh.
    pub(super) fn get(&self, text: Option<&str>) -> Option<&D> {
        let held = match text {
            _ if self.is_empty() => None,
            Some(text) => self.named.get(text),
            None => self.unnamed.as_ref(),
        };
        held.filter(|held| held.freshness.is_fresh()).map(|held| &held.document)
    }

    /// Keeps this document, in the place of what is stale or what there is no room for.
    pub(super) fn insert(&mut self, text: Option<&str>, document: D, entry: &Entry) {
        let size = entry.size() + text.map_or(0, str::len);
        let (url, freshness) = (entry.url().as_str().into(), entry.freshness());
        if !freshness.is_fresh() || size > MAX_BYTES {
            return;
        }
        self.retain(|held| held.freshness.is_fresh());
        let held = Held { document, url, freshness, size };
        match text {
            Some(text) => _ = self.named.insert(text.into(), held),
            None => self.unnamed = Some(held),
        }
        self.make_room(text);
    }

    /// Whether one was judged from a reply of this URL.
    pub(super) fn has_of(&self, url: &str) -> bool {
        self.iter().any(|held| *held.url == *url)
    }

    /// Forgets what was judged from replies of this URL.
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

    /// Nothing notes when a document was used last, as that would be a write: what would be stale first goes first, but
    /// for the newest one.
    fn make_room(&mut self, newest: Option<&str>) {
        while self.iter().count() > MAX_ENTRIES || self.iter().map(|held| held.size).sum::<usize>() > MAX_BYTES {
            let others = self.named.iter().filter(|(text, _)| newest != Some(text));
            match others.min_by_key(|(_, held)| held.freshness.order()) {
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

impl<D> Default for Documents<D> {
    fn default() -> Documents<D> {
        Documents { named: HashMap::new(), unnamed: None }
    }
}
