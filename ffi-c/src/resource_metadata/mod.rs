//! A resource's document.

mod handle;

// The functions of members, and of any document:
mod functions;

mod from_response;
mod variants;

pub(crate) use handle::telnyx_resource_metadata;
