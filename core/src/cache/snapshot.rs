use super::documents::Documents;
use super::replies::Replies;
use crate::protocol::call::{Entry, Moment};
use crate::protocol::documents::{AuthorizationServerMetadata, ResourceMetadata};
use crate::protocol::signed_metadata::SignatureStatus;
use std::sync::Arc;
use url::Url;

/// The contents of a cache at one moment: responses, and the documents that they contain.
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
    fn signature(&self) -> SignatureStatus;
}

impl Kind for ResourceMetadata {
    fn documents(snapshot: &Snapshot) -> &Documents<ResourceMetadata> {
        &snapshot.resources
    }

    fn documents_mut(snapshot: &mut Snapshot) -> &mut Documents<ResourceMetadata> {
        Arc::make_mut(&mut snapshot.resources)
    }

    fn signature(&self) -> SignatureStatus {
        self.signature_status()
    }
}

impl Kind for AuthorizationServerMetadata {
    fn documents(snapshot: &Snapshot) -> &Documents<AuthorizationServerMetadata> {
        &snapshot.servers
    }

    fn documents_mut(snapshot: &mut Snapshot) -> &mut Documents<AuthorizationServerMetadata> {
        Arc::make_mut(&mut snapshot.servers)
    }

    fn signature(&self) -> SignatureStatus {
        self.signature_status()
    }
}

impl Snapshot {
    /// Stores a response, and removes the documents of the responses that it replaces.
    pub(super) fn store(&mut self, entry: &Arc<Entry>) {
        if self.replies.has(entry) {
            return;
        }
        for url in Arc::make_mut(&mut self.replies).insert(entry) {
            self.remove_documents(&url);
        }
    }

    /// Stores a response and its document.
    pub(super) fn store_document<D: Kind>(
        &mut self,
        text: Option<&str>,
        document: &D,
        entry: &Arc<Entry>,
        now: Moment,
    ) {
        self.store(entry);
        // False if the cache already has a newer response.
        if self.replies.has(entry) {
            D::documents_mut(self).insert(text, document.clone(), entry, now);
        }
    }

    /// Removes the matching responses of a URL. If there were any, also removes the documents of this URL.
    pub(super) fn remove(&mut self, url: &Url, matches: impl Fn(&Entry) -> bool) {
        if Arc::make_mut(&mut self.replies).remove(url, matches) {
            self.remove_documents(url.as_str());
        }
    }

    fn remove_documents(&mut self, url: &str) {
        if self.resources.has_from(url) {
            Arc::make_mut(&mut self.resources).remove(url);
        }
        if self.servers.has_from(url) {
            Arc::make_mut(&mut self.servers).remove(url);
        }
    }
}
