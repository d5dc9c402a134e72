use crate::protocol::errors::{parsed_by_name, vocabulary};

vocabulary! {
    /// The additional requirements of a protocol that is built on OAuth.
    Profile {
        /// The Model Context Protocol. The resource's document must list an authorization server, and an authorization server
        /// must advertise PKCE with S256; otherwise the error is
        /// [`ErrorKind::ProfileUnmet`](crate::ErrorKind::ProfileUnmet). Implies [`Probe::Mcp`](crate::Probe::Mcp).
        Mcp = "mcp",
    }
}

parsed_by_name!(Profile, "profile");
