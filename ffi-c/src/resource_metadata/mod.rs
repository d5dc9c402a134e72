//! The metadata document of a resource.

mod handle;

// The functions for members, and for the whole document:
mod functions;

mod from_response;
mod variants;

pub(crate) use handle::telnyx_resource_metadata;
