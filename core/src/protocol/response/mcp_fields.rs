use http::HeaderMap;

/// The header fields of MCP in an answer to a probe.
#[derive(Clone, Debug, Default)]
pub(crate) struct McpFields {
    /// The value of `Mcp-Session-Id`, if it is visible ASCII as MCP requires.
    pub(crate) session_id: Option<String>,
    /// True if the answer has `Mcp-Session-Id` or `MCP-Protocol-Version`.
    pub(crate) is_present: bool,
}

impl McpFields {
    pub(crate) fn of(fields: &HeaderMap) -> McpFields {
        let text = |name: &str| fields.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
        McpFields::of_text(text("mcp-session-id").as_deref(), text("mcp-protocol-version").as_deref())
    }

    pub(crate) fn of_text(session_id: Option<&str>, protocol_version: Option<&str>) -> McpFields {
        let is_id = |id: &&str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_graphic());
        McpFields {
            session_id: session_id.filter(is_id).map(str::to_owned),
            is_present: session_id.or(protocol_version).is_some(),
        }
    }
}
