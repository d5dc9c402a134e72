//! The metadata document of an authorization server.

mod handle;

// The functions for members, and for the whole document:
mod functions;

mod from_response;
mod pkce;

pub(crate) use handle::telnyx_authorization_server_metadata;
