use super::snapshot::Snapshot;
use crate::protocol::{AuthorizationServerMetadata, ResourceMetadata};
use url::Url;

/// What calls are answered with at once.
#[derive(Default)]
pub(crate) struct Snapshots {
    pub(crate) resources: Snapshot<ResourceMetadata>,
    pub(crate) servers: Snapshot<AuthorizationServerMetadata>,
}

impl Snapshots {
    pub(super) fn forget(&self, url: &Url) {
        self.resources.forget(url);
        self.servers.forget(url);
    }
}
