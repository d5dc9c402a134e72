use crate::Choices;
use telnyx_oauth::{DiscoveryPlan, Error, ResourceMatch, Rules};

/// The requested resources. The table is short, so that answers often match the resource.
const RESOURCES: &[&str] = &[
    "https://rs.example/a",
    "https://rs.example",
    "https://rs.example/",
    "https://rs.example/a/b/?t=1",
    "http://127.0.0.1:8080/a",
    "https://localhost/a",
    "http://rs.example/a",
    "https://rs.example/a#x",
    "https://one.example/.well-known/oauth-authorization-server",
];

/// The `resource_metadata` URLs of challenges.
const PLACES: &[&str] = &[
    "https://rs.example/.well-known/oauth-protected-resource/a",
    "https://rs.example/.well-known/oauth-protected-resource",
    "https://rs.example/m#x",
    "https://rs.example/a",
    "https://other.example/m",
    "https://one.example/.well-known/oauth-authorization-server",
    "http://rs.example/m",
    "http://localhost:9/m",
    "https://u:p@rs.example/m",
    "/m",
    "",
];

/// The arguments of a discovery.
#[derive(Debug)]
pub struct Start {
    /// The resource.
    pub resource: String,
    /// The `WWW-Authenticate` field lines from the caller.
    pub lines: Option<Vec<String>>,
    /// The rules.
    pub rules: Rules,
}

impl Start {
    /// Chooses the arguments.
    pub fn choose(choices: &mut Choices<'_>) -> Start {
        Start {
            resource: choices.text(RESOURCES),
            rules: Rules::new().strict(choices.flag()).resource_match(*choices.one(ResourceMatch::ALL)),
            lines: choices.flag().then(|| challenges(choices)),
        }
    }

    /// Returns a new plan with these arguments.
    pub fn plan(&self) -> Result<DiscoveryPlan, Error> {
        let lines: Option<Vec<&str>> = self.lines.as_ref().map(|lines| lines.iter().map(String::as_str).collect());
        DiscoveryPlan::new(&self.resource, lines.as_deref(), &self.rules)
    }
}

/// Chooses field lines: challenges with a `resource_metadata` URL, or free text.
pub(super) fn challenges(choices: &mut Choices<'_>) -> Vec<String> {
    let line = |choices: &mut Choices<'_>| match choices.below(3) {
        0 => format!("Bearer resource_metadata=\"{}\"", choices.text(PLACES)),
        1 => format!("DPoP a=b, Bearer scope=\"s\", resource_metadata={}", choices.text(PLACES)),
        _ => choices.free(),
    };
    (0..choices.below(4)).map(|_| line(choices)).collect()
}
