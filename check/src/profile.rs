use crate::severity::Severity;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use telnyx_oauth::Error;
use telnyx_oauth::embedding::{invalid_argument, quoted};

/// The specification that a server is held to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Profile {
    /// RFC 9728 and RFC 8414.
    #[default]
    #[serde(rename = "rfc")]
    Rfc,
    /// MCP, revision 2025-06-18.
    #[serde(rename = "mcp-2025-06-18")]
    Mcp20250618,
    /// MCP, revision 2025-11-25.
    #[serde(rename = "mcp-2025-11-25")]
    Mcp20251125,
    /// MCP, revision 2026-07-28.
    #[serde(rename = "mcp-2026-07-28")]
    Mcp20260728,
}

/// The severity of one rule in one profile, where it differs from the rule's own.
pub(crate) struct Override {
    pub(crate) profile: Profile,
    pub(crate) code: &'static str,
    /// `None`: the profile switches the rule off.
    pub(crate) severity: Option<Severity>,
    /// The section that demands it.
    pub(crate) section: &'static str,
}

/// All differences between the profiles.
pub(crate) const OVERRIDES: &[Override] = &[
    // A server of this revision must name its document in the challenge. Later revisions also allow the well-known URL.
    Override {
        profile: Profile::Mcp20250618,
        code: "C02",
        severity: Some(Severity::Error),
        section: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location",
    },
    // M03 takes the place of R06.
    Override {
        profile: Profile::Mcp20250618,
        code: "R06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location",
    },
    Override {
        profile: Profile::Mcp20251125,
        code: "R06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-server-location",
    },
    Override {
        profile: Profile::Mcp20260728,
        code: "R06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#authorization-server-location",
    },
    // M04 takes the place of S06.
    Override {
        profile: Profile::Mcp20250618,
        code: "S06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-code-protection",
    },
    Override {
        profile: Profile::Mcp20251125,
        code: "S06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-code-protection",
    },
    Override {
        profile: Profile::Mcp20260728,
        code: "S06",
        severity: None,
        section: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/security-considerations#authorization-code-protection",
    },
    Override {
        profile: Profile::Mcp20250618,
        code: "S07",
        severity: Some(Severity::Warning),
        section: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#dynamic-client-registration",
    },
    Override {
        profile: Profile::Mcp20251125,
        code: "S07",
        severity: Some(Severity::Warning),
        section: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#client-registration-approaches",
    },
    Override {
        profile: Profile::Mcp20260728,
        code: "S07",
        severity: Some(Severity::Warning),
        section: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/client-registration",
    },
];

impl Profile {
    /// All profiles.
    pub const ALL: &'static [Profile] =
        &[Profile::Rfc, Profile::Mcp20250618, Profile::Mcp20251125, Profile::Mcp20260728];

    /// The newest profile of MCP, which the name `mcp` means.
    pub const MCP: Profile = Profile::Mcp20260728;

    /// The name.
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Rfc => "rfc",
            Profile::Mcp20250618 => "mcp-2025-06-18",
            Profile::Mcp20251125 => "mcp-2025-11-25",
            Profile::Mcp20260728 => "mcp-2026-07-28",
        }
    }

    /// True for a profile of MCP. The rules of the family M apply only to these, and only these send a POST to a resource
    /// that has not shown that it speaks JSON-RPC.
    pub fn is_mcp(self) -> bool {
        self != Profile::Rfc
    }

    /// The severity of a rule in this profile, and the section that demands it. `None`: the rule is off.
    pub(crate) fn severity(self, code: &str, own: Severity) -> Option<Severity> {
        if code.starts_with('M') && !self.is_mcp() {
            return None;
        }
        let row = OVERRIDES.iter().find(|row| row.profile == self && row.code == code);
        row.map_or(Some(own), |row| row.severity)
    }

    /// The URL of the section that makes a rule's severity differ in this profile.
    pub fn section(self, code: &str) -> Option<&'static str> {
        OVERRIDES.iter().find(|row| row.profile == self && row.code == code).map(|row| row.section)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = Error;

    /// Parses a name, or `mcp`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](telnyx_oauth::ErrorKind::InvalidArgument) for any other text.
    fn from_str(name: &str) -> Result<Profile, Error> {
        if name == "mcp" {
            return Ok(Profile::MCP);
        }
        Profile::ALL.iter().copied().find(|profile| profile.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = Profile::ALL.iter().map(|profile| profile.as_str()).collect();
            invalid_argument(format!("profile must be {} or mcp, not {}", names.join(", "), quoted(name)))
        })
    }
}
