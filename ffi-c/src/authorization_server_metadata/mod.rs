//! An authorization server's document.

mod handle;

// The functions of members, and of any document:
mod functions;

mod from_response;
mod pkce;

pub(crate) use handle::telnyx_authorization_server_metadata;
