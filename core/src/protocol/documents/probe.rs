use crate::protocol::errors::{parsed_by_name, vocabulary};

vocabulary! {
    /// How a discovery asks the resource for its challenge
    /// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)). No request has credentials.
    #[derive(Default)]
    Probe {
        /// A GET. If it brings no challenge and the answer shows that the resource speaks JSON-RPC, the discovery goes on as
        /// with [`Probe::Mcp`]. The signs are a status of 400, 404, 405 or 406, and one of these: a JSON body with a
        /// `jsonrpc` member in its first 64 KiB, or one of the fields `Mcp-Session-Id` and `MCP-Protocol-Version`.
        #[default]
        Auto = "auto",
        /// A POST of MCP's `server/discover` (revision 2026-07-28). If it brings no challenge and answers 400, 404 or 405
        /// without an error of that revision, a POST of `initialize` (revision 2025-11-25) follows. A DELETE closes a
        /// session that this opened.
        Mcp = "mcp",
        /// A GET only.
        Get = "get",
        /// No request to the resource.
        None = "none",
    }
}

parsed_by_name!(Probe, "probe");
