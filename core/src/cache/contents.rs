use super::documents::Documents;
use super::entry::Entry;
use super::replies::Replies;
use crate::protocol::documents::{AuthorizationServerMetadata, ResourceMetadata};
use std::sync::Arc;
use url::Url;

/// What a cache holds at one moment: replies, and the documents that were judged from them.
#[derive(Clone, Default)]
pub(crate) struct Contents {
    pub(super) replies: Arc<Replies>,
    resources: Arc<Documents<ResourceMetadata>>,
    servers: Arc<Documents<AuthorizationServerMetadata>>,
}

/// A kind of document that a cache holds.
pub(crate) trait Kind: Clone {
    fn documents(contents: &Contents) -> &Documents<Self>;
    fn documents_mut(contents: &mut Contents) -> &mut Documents<Self>;
}

impl Kind for ResourceMetadata {
    fn documents(contents: &Contents) -> &Documents<ResourceMetadata> {
        &contents.resources
    }

    fn documents_mut(contents: &mut Contents) -> &mut Documents<ResourceMetadata> {
        Arc::make_mut(&mut contents.resources)
    }
}

impl Kind for AuthorizationServerMetadata {
    fn documents(contents: &Contents) -> &Documents<AuthorizationServerMetadata> {
        &contents.servers
    }

    fn documents_mut(contents: &mut Contents) -> &mut Documents<AuthorizationServerMetadata> {
        Arc::make_mut(&mut contents.servers)
    }
}

impl Contents {
    /// Keeps a reply, and forgets the documents of those that had to go.
    pub(super) fn keep(&mut self, entry: &Arc<Entry>) {
        if self.replies.has(entry) {
            return;
        }
        for url in Arc::make_mut(&mut self.replies).put(entry) {
            self.forget_documents(&url);
        }
    }

    /// Keeps a reply, and the document that was judged from it.
    pub(super) fn keep_document<D: Kind>(&mut self, text: Option<&str>, document: &D, entry: &Arc<Entry>) {
        self.keep(entry);
        // A newer reply may be there.
        if self.replies.has(entry) {
            D::documents_mut(self).insert(text, document.clone(), entry);
        }
    }

    /// Forgets such replies of a URL, and its documents where there were any.
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
