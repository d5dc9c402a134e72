use crate::copies::Pairs;
use crate::document::Document;
use oauth::ResourceMetadata;
use once_cell::race::OnceBox;
use std::ffi::c_char;
use std::ptr;

/// A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), checked. Absent members
/// stay absent, and strings are exactly as sent. The document is immutable: any number of threads may read it at the
/// same time.
pub struct telnyx_resource_metadata {
    pub(super) document: Document<ResourceMetadata>,
    /// The language variants of members: their full names and values.
    variants: OnceBox<Pairs>,
}

impl From<ResourceMetadata> for telnyx_resource_metadata {
    fn from(metadata: ResourceMetadata) -> telnyx_resource_metadata {
        telnyx_resource_metadata { document: metadata.into(), variants: OnceBox::new() }
    }
}

impl telnyx_resource_metadata {
    pub(super) fn variants(&self) -> &Pairs {
        self.variants.get_or_init(|| Box::new(Pairs::of(self.document.metadata.variants())))
    }

    /// Returns the copy of `found`, the value that the core selected for a language: the value of a language variant or
    /// of the member itself.
    pub(super) fn in_language(&self, member: &str, found: Option<&str>) -> *const c_char {
        let Some(found) = found else { return ptr::null() };
        match self.document.metadata.variants().position(|(_, value)| ptr::eq(value, found)) {
            Some(index) => self.variants().value_at(index),
            None => self.document.string(member),
        }
    }
}
