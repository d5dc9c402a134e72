use super::limits::{MAX_BYTES, MAX_ENTRIES};
use crate::protocol::call::{Entry, Freshness, Moment};
use std::collections::HashMap;
use std::sync::Arc;

/// Checked documents. The key is the resource or issuer, exactly as the caller wrote it.
#[derive(Clone)]
pub(crate) struct Documents<D> {
    named: HashMap<Arc<str>, CachedDocument<D>>,
    /// The document of the default resource or issuer.
    unnamed: Option<CachedDocument<D>>,
}

#[derive(Clone)]
struct CachedDocument<D> {
    document: D,
    /// The URL of the response that contained the document.
    url: Arc<str>,
    freshness: Freshness,
    size: usize,
}

impl<D> Documents<D> {
    /// The document for this text, if the document's response is fresh.
    pub(super) fn get(&self, text: Option<&str>, now: impl Fn() -> Moment) -> Option<&D> {
        let cached = match text {
            _ if self.is_empty() => None,
            Some(text) => self.named.get(text),
            None => self.unnamed.as_ref(),
        };
        cached.filter(|cached| cached.freshness.is_fresh(now())).map(|cached| &cached.document)
    }

    /// Stores a document. Drops stale documents, and fresh ones if the limits are exceeded.
    pub(super) fn insert(&mut self, text: Option<&str>, document: D, entry: &Entry, now: Moment) {
        let size = entry.size() + text.map_or(0, str::len);
        let (url, freshness) = (entry.url().as_str().into(), entry.freshness());
        if !freshness.is_fresh(now) || size > MAX_BYTES {
            return;
        }
        self.retain(|cached| cached.freshness.is_fresh(now));
        let cached = CachedDocument { document, url, freshness, size };
        match text {
            Some(text) => _ = self.named.insert(text.into(), cached),
            None => self.unnamed = Some(cached),
        }
        self.evict(text);
    }

    /// True if a document came from this URL.
    pub(super) fn has_from(&self, url: &str) -> bool {
        self.iter().any(|cached| *cached.url == *url)
    }

    /// Removes the documents that came from this URL.
    pub(super) fn remove(&mut self, url: &str) {
        self.retain(|cached| *cached.url != *url);
    }

    fn is_empty(&self) -> bool {
        self.named.is_empty() && self.unnamed.is_none()
    }

    fn iter(&self) -> impl Iterator<Item = &CachedDocument<D>> {
        self.named.values().chain(&self.unnamed)
    }

    fn retain(&mut self, is_kept: impl Fn(&CachedDocument<D>) -> bool) {
        self.named.retain(|_, cached| is_kept(cached));
        self.unnamed = self.unnamed.take().filter(is_kept);
    }

    /// Removes the documents that expire first until the limits hold, but never the newest document. Unlike responses,
    /// documents have no time of last use: recording a use would make each read a write.
    fn evict(&mut self, newest: Option<&str>) {
        while self.iter().count() > MAX_ENTRIES || self.iter().map(|cached| cached.size).sum::<usize>() > MAX_BYTES {
            let others = self.named.iter().filter(|(text, _)| newest != Some(text));
            match others.min_by_key(|(_, cached)| cached.freshness.order()) {
                Some((text, _)) => {
                    let text = text.clone();
                    self.named.remove(&text);
                }
                // Only the newest document and the unnamed one are left.
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
