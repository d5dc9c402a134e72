use crate::Error;
use crate::protocol::errors::vocabulary;
use std::str::FromStr;

vocabulary! {
    /// The additional requirements of a protocol that is built on OAuth.
    Profile {
        /// The Model Context Protocol. The resource's document must list an authorization server, and an authorization server
        /// must advertise PKCE with S256; otherwise the error is
        /// [`ErrorKind::ProfileUnmet`](crate::ErrorKind::ProfileUnmet). Implies [`Probe::Mcp`](crate::Probe::Mcp).
        Mcp = "mcp",
    }
}

impl FromStr for Profile {
    type Err = Error;

    /// Parses the name of a profile.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for any other text.
    fn from_str(name: &str) -> Result<Profile, Error> {
        crate::protocol::errors::parse_value("profile", name, Profile::ALL, Profile::as_str)
    }
}
