use super::documents::Documents;
use super::replies::Replies;
use crate::protocol::call::{Entry, Moment};
use crate::protocol::documents::{AuthorizationServerMetadata, ResourceMetadata};
use std::sync::Arc;
use url::Url;

/// The contents of a cache at one moment: responses, and the documents that were judged from them.
#[derive(Clone, Default)]
pub(crate) struct Snapshot {
    pub(super) replies: Arc<Replies>,
    resources: Arc<Documents<ResourceMetadata>>,
    servers: Arc<Documents<AuthorizationServerMetadata>>,
}

/// A kind of document that a cache holds.
pub(crate) trait Kind: Clone {
    fn documents(snapshot: &Snapshot) -> &Documents<Self>;
    fn documents_mut(snapshot: &mut Snapshot) -> &mut Documents<Self>;
}

impl Kind for ResourceMetadata {
    fn documents(snapshot: &Snapshot) -> &Documents<ResourceMetadata> {
        &snapshot.resources
    }

    fn documents_mut(snapshot: &mut Snapshot) -> &mut Documents<ResourceMetadata> {
        Arc::make_mut(&mut snapshot.resources)
    }
}

impl Kind for AuthorizationServerMetadata {
    fn documents(snapshot: &Snapshot) -> &Documents<AuthorizationServerMetadata> {
        &snapshot.servers
    }

    fn documents_mut(snapshot: &mut Snapshot) -> &mut Documents<AuthorizationServerMetadata> {
        Arc::make_mut(&mut snapshot.servers)
    }
}

impl Snapshot {
    /// Keeps a response, and forgets the documents of the responses that it displaces.
    pub(super) fn keep(&mut self, entry: &Arc<Entry>) {
        if self.replies.has(entry) {
            return;
        }
        for url in Arc::make_mut(&mut self.replies).put(entry) {
            self.forget_documents(&url);
        }
    }

    /// Keeps a response, and the document that was judged from it.
    pub(super) fn keep_document<D: Kind>(&mut self, text: Option<&str>, document: &D, entry: &Arc<Entry>, now: Moment) {
        self.keep(entry);
        // A newer response may have won.
        if self.replies.has(entry) {
            D::documents_mut(self).insert(text, document.clone(), entry, now);
        }
    }

    /// Forgets the matching responses of a URL, and then its documents.
    pub(super) fn forget(&mut self, url: &Url, which: impl Fn(&Entry) -> bool) {
        if Arc::make_mut(&mut self.replies).remove(url, which) {
            self.forget_documents(url.as_str());
        }
    }

    fn forget_documents(&mut self, url: &str) {
        if self.resources.has_of(url) {
            Arc::make_mut(&mut self.resources).forget(url);
        }
        if self.servers.has_of(url) {
            Arc::make_mut(&mut self.servers).forget(url);
        }
    }
}
