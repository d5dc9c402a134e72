use crate::protocol::{Reply, Resource};
use crate::{Error, ResourceMetadata, Rules, SignatureStatus};
use arc_swap::ArcSwapOption;
use once_cell::race::OnceBox;
use std::sync::Arc;
use url::Url;

/// A resource that was asked for, where its document is, and what that was judged to be last.
pub(crate) struct Target {
    pub(crate) resource: Resource,
    pub(crate) metadata_url: Url,
    last: ArcSwapOption<Last>,
}

/// A document, and the part of its reply that it does not hold itself.
struct Last {
    content_type: Option<String>,
    document: ResourceMetadata,
}

impl Target {
    pub(crate) fn new(resource: Resource) -> Target {
        Target { metadata_url: resource.metadata_url(), resource, last: ArcSwapOption::empty() }
    }

    /// Judges a reply under the rules of the one client that this target belongs to. A reply that is the same as the last
    /// good one byte for byte is the same document.
    pub(crate) fn judge(&self, reply: &Reply, rules: &Rules) -> Result<ResourceMetadata, Error> {
        if let Some(last) = self.last.load().as_deref().filter(|last| last.is_of(reply)) {
            return Ok(last.document.clone());
        }
        let document = ResourceMetadata::judge(&self.resource, reply, rules)?;
        // Signed claims expire: they are judged each time.
        if document.signature_status() != SignatureStatus::Verified {
            let last = Last { content_type: reply.content_type.clone(), document: document.clone() };
            self.last.store(Some(Arc::new(last)));
        }
        Ok(document)
    }
}

impl Last {
    /// A body in a content coding is never read, so it is not this one either.
    fn is_of(&self, reply: &Reply) -> bool {
        reply.status == 200
            && reply.body.as_ref().is_ok_and(|body| body == self.document.raw_json().as_bytes())
            && reply.content_type == self.content_type
            && reply.url.as_str() == self.document.url()
    }
}

/// The first resource that a client was asked for, parsed: most are never asked for another. It is set without a lock,
/// which a process that is forked meanwhile would wait for.
#[derive(Default)]
pub(crate) struct FirstTarget(OnceBox<(Option<String>, Arc<Target>)>);

impl FirstTarget {
    /// The target of `text`, from `make` where another was the first.
    pub(crate) fn get(
        &self,
        text: Option<&str>,
        make: impl FnOnce() -> Result<Target, Error>,
    ) -> Result<Arc<Target>, Error> {
        match self.0.get() {
            Some((first, target)) if first.as_deref() == text => Ok(target.clone()),
            Some(_) => make().map(Arc::new),
            None => {
                let target = Arc::new(make()?);
                let _ = self.0.set(Box::new((text.map(str::to_owned), target.clone())));
                Ok(target)
            }
        }
    }
}
