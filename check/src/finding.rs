use crate::severity::Severity;
use serde::{Deserialize, Serialize};

/// The party that has to change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// The protected resource, or its operator.
    Resource,
    /// The authorization server, or its operator.
    AuthorizationServer,
    /// A proxy, gateway or content delivery network in front of a server.
    Proxy,
    /// The network between this machine and the server.
    Network,
    /// The caller of the examination.
    Caller,
}

impl Fault {
    /// The party, for a sentence.
    pub fn described(self) -> &'static str {
        match self {
            Fault::Resource => "the resource",
            Fault::AuthorizationServer => "the authorization server",
            Fault::Proxy => "a proxy or gateway",
            Fault::Network => "the network",
            Fault::Caller => "you",
        }
    }
}

/// The part of an answer that a finding is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The URL.
    pub url: String,
    /// The path of a member in the JSON document, such as `authorization_servers[0]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The name of a header field, in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
}

impl Location {
    pub(crate) fn url(url: &str) -> Location {
        Location { url: url.to_owned(), ..Location::default() }
    }

    pub(crate) fn member(url: &str, member: &str) -> Location {
        Location { member: Some(member.to_owned()), ..Location::url(url) }
    }

    pub(crate) fn header(url: &str, header: &str) -> Location {
        Location { header: Some(header.to_owned()), ..Location::url(url) }
    }
}

/// A violation that a rule found, before the profile decides on its severity.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) at: Location,
    pub(crate) expected: String,
    pub(crate) got: String,
    /// `None`: the rule's own.
    pub(crate) fault: Option<Fault>,
    /// The highest severity of this case. `None`: no limit.
    pub(crate) at_most: Option<Severity>,
}

impl Found {
    /// `expected` and `got` are short phrases. Text from the network in them must come from
    /// [`quoted`](telnyx_oauth::embedding::quoted).
    pub(crate) fn new(at: Location, expected: impl Into<String>, got: impl Into<String>) -> Found {
        Found { at, expected: expected.into(), got: got.into(), fault: None, at_most: None }
    }

    /// Another party than usual is at fault.
    pub(crate) fn of(mut self, fault: Fault) -> Found {
        self.fault = Some(fault);
        self
    }

    /// Limits the severity of this case.
    pub(crate) fn at_most(mut self, severity: Severity) -> Found {
        self.at_most = Some(severity);
        self
    }
}

/// A violation of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The code of the rule, such as `C02`.
    pub code: String,
    /// The name of the rule.
    pub name: String,
    /// The severity in the report's profile.
    pub severity: Severity,
    /// The part of an answer that the finding is about.
    pub at: Location,
    /// The expected value.
    pub expected: String,
    /// The actual value. Text from the network is escaped and cut.
    pub got: String,
    /// The party that has to change something.
    pub fault: Fault,
    /// How to mend it.
    pub help: String,
}
