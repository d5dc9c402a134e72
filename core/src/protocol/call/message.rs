use std::borrow::Cow;

const SERVER_DISCOVER: &str = concat!(
    r#"{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{"#,
    r#""io.modelcontextprotocol/protocolVersion":"2026-07-28","#,
    r#""io.modelcontextprotocol/clientInfo":{"name":"telnyx-oauth","version":""#,
    env!("CARGO_PKG_VERSION"),
    r#""},"io.modelcontextprotocol/clientCapabilities":{}}}}"#
);

const INITIALIZE: &str = concat!(
    r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"#,
    r#""clientInfo":{"name":"telnyx-oauth","version":""#,
    env!("CARGO_PKG_VERSION"),
    r#""}}}"#
);

/// A request without its URL: the method, the header fields and the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// A GET of a metadata document.
    Document,
    /// A GET of the resource itself.
    Get,
    /// MCP's `server/discover`, of the revision 2026-07-28.
    ServerDiscover,
    /// MCP's `initialize`, of the revision 2025-11-25.
    Initialize,
    /// A DELETE that ends the MCP session of this id.
    CloseSession(String),
    /// A request of an examination.
    Own(Box<OwnMessage>),
}

/// The parts of a [`Message`] that a caller has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnMessage {
    pub(crate) method: &'static str,
    /// The header fields, the names in lower case.
    pub(crate) fields: Vec<(&'static str, String)>,
    pub(crate) body: Option<&'static str>,
}

impl Message {
    pub(crate) fn method(&self) -> &'static str {
        match self {
            Message::Document | Message::Get => "GET",
            Message::ServerDiscover | Message::Initialize => "POST",
            Message::CloseSession(_) => "DELETE",
            Message::Own(own) => own.method,
        }
    }

    /// Returns the header fields that belong to this request, the names in lower case.
    pub(crate) fn fields(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        let fields = |fields: &[(&'static str, &'static str)]| {
            fields.iter().map(|(name, value)| (*name, Cow::Borrowed(*value))).collect()
        };
        match self {
            Message::Document => fields(&[("accept", "application/json")]),
            // Some servers challenge only a client that accepts an event stream.
            Message::Get => fields(&[("accept", "application/json, text/event-stream, */*;q=0.5")]),
            Message::ServerDiscover => fields(&[
                ("accept", "application/json, text/event-stream"),
                ("content-type", "application/json"),
                ("mcp-protocol-version", "2026-07-28"),
                ("mcp-method", "server/discover"),
            ]),
            Message::Initialize => {
                fields(&[("accept", "application/json, text/event-stream"), ("content-type", "application/json")])
            }
            Message::CloseSession(id) => {
                vec![("mcp-session-id", id.clone().into()), ("mcp-protocol-version", "2025-11-25".into())]
            }
            Message::Own(own) => own.fields.iter().map(|(name, value)| (*name, value.clone().into())).collect(),
        }
    }

    /// Returns the body. A GET and a DELETE have none.
    pub(crate) fn body(&self) -> Option<&'static str> {
        match self {
            Message::ServerDiscover => Some(SERVER_DISCOVER),
            Message::Initialize => Some(INITIALIZE),
            Message::Own(own) => own.body,
            _ => None,
        }
    }

    /// True if the request ends an MCP session. No result depends on its answer.
    pub(crate) fn closes_session(&self) -> bool {
        matches!(self, Message::CloseSession(_))
    }

    /// True if the client follows redirects.
    pub(crate) fn follows_redirects(&self) -> bool {
        matches!(self.method(), "GET" | "HEAD")
    }

    /// True if the request may be sent again after a connection failed before the response. A second `initialize` could open
    /// a second session.
    pub(crate) fn is_idempotent(&self) -> bool {
        *self != Message::Initialize
    }
}
