//! The requests of a probe, one after the other.

use crate::protocol::call::Message;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Reply, error_code, has_json_rpc_member};
use crate::{Error, Outcome, Probe, Warning, WarningKind};
use url::Url;

/// The bytes of an answer's body that may show JSON-RPC.
const PREFIX: usize = 64 * 1024;

/// The error codes that MCP 2026-07-28 adds: a header mismatch, a missing capability, an unsupported version.
const MCP_ERRORS: std::ops::RangeInclusive<i64> = -32022..=-32020;
const METHOD_NOT_FOUND: i64 = -32601;

/// Returns the first request. `None`: no request is sent to the resource.
pub(super) fn first(probe: Probe) -> Option<Message> {
    match probe {
        Probe::Auto | Probe::Get => Some(Message::Get),
        Probe::Mcp => Some(Message::ServerDiscover),
        Probe::None => None,
    }
}

/// Returns the bytes to read of the body of the answer to `message`.
pub(super) fn prefix(probe: Probe, message: &Message) -> usize {
    match message {
        Message::Get if probe == Probe::Auto => PREFIX,
        Message::ServerDiscover => PREFIX,
        _ => 0,
    }
}

/// Returns the request that follows `reply`, an answer without a challenge. `None`: the probe has ended.
pub(super) fn next(probe: Probe, sent: &Message, reply: &Reply, resource: &Url) -> Option<Message> {
    match sent {
        // The target of a redirect shows nothing about the resource's own URL.
        Message::Get if probe == Probe::Auto && reply.url == *resource && shows_json_rpc(reply) => {
            Some(Message::ServerDiscover)
        }
        Message::ServerDiscover if matches!(reply.status, 400 | 404 | 405) && !is_mcp_error(reply) => {
            Some(Message::Initialize)
        }
        _ => None,
    }
}

/// Returns the id of the MCP session that the server opened in its answer.
pub(super) fn opened_session(sent: &Message, reply: &Reply) -> Option<String> {
    let is_opened = sent.body().is_some() && (200..300).contains(&reply.status);
    reply.mcp.session_id.clone().filter(|_| is_opened)
}

/// True if an answer without a challenge leaves open whether the resource challenges another method.
pub(super) fn is_inconclusive(status: u16) -> bool {
    matches!(status, 404..=406 | 301 | 302 | 303 | 307 | 308)
}

/// Returns the outcome and the reason of the request that closes a session.
pub(crate) fn session_closed(reply: &Result<Reply, Error>) -> (Outcome, String) {
    match reply {
        Ok(reply) => {
            (Outcome::Ok, format!("sent: it closes the session that the probe opened: HTTP status {}", reply.status))
        }
        Err(error) => (Outcome::Failed(error.kind()), format!("left: {}", error.message())),
    }
}

/// Returns the warning about a document that a challenge might have replaced.
pub(super) fn inconclusive(status: u16, resource: &Resource) -> Warning {
    let message = format!(
        "the probe ended with HTTP status {status} and no challenge, and the document is not exactly about the resource, \
         which may challenge another method: choose the request (probe), or pass the WWW-Authenticate of an answer \
         (www_authenticate)"
    );
    Warning::new(WarningKind::ProbeInconclusive, message, resource.text())
}

fn shows_json_rpc(reply: &Reply) -> bool {
    matches!(reply.status, 400 | 404 | 405 | 406)
        && (reply.mcp.is_present || reply.body.as_ref().is_ok_and(|body| is_json_rpc(reply, body)))
}

fn is_json_rpc(reply: &Reply, body: &[u8]) -> bool {
    reply.may_be_json() && has_json_rpc_member(&body[..body.len().min(PREFIX)])
}

/// True if the answer to `server/discover` is an error of MCP 2026-07-28.
fn is_mcp_error(reply: &Reply) -> bool {
    let code = reply.body.as_ref().ok().and_then(|body| error_code(body));
    // A server that does not know a method answers 404 since that revision.
    code.is_some_and(|code| MCP_ERRORS.contains(&code) || (reply.status == 404 && code == METHOD_NOT_FOUND))
}
