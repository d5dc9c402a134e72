use std::fmt;

/// The reason why a scenario cannot be used: a location in the scenario, and the broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError {
    location: String,
    rule: String,
}

impl ScenarioError {
    pub(crate) fn new(location: impl fmt::Display, rule: impl fmt::Display) -> Self {
        Self { location: location.to_string(), rule: rule.to_string() }
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.rule)
    }
}

impl std::error::Error for ScenarioError {}
