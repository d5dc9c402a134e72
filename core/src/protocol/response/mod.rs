//! HTTP responses: their header fields and bodies.

mod caller_response;
mod challenge;
mod content_type;
mod counted_challenge;
mod json_rpc;
mod mcp_fields;
mod oauth_error;
mod quoted_string;
mod reply;
mod www_authenticate;

pub use caller_response::Response;
pub(crate) use challenge::parse_with_notes;
pub use challenge::{Challenge, ChallengeNote, parse_challenges};
pub(crate) use counted_challenge::counted_challenge;
pub(crate) use json_rpc::{error_code, has_json_rpc_member};
pub(crate) use mcp_fields::McpFields;
pub(crate) use quoted_string::split_unquoted;
pub(crate) use reply::{Reply, wants_body};
pub use www_authenticate::WwwAuthenticate;
