use std::fmt;

/// Why a scenario cannot be used: the place in it, and the rule that it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError {
    place: String,
    rule: String,
}

impl ScenarioError {
    pub(crate) fn new(place: impl fmt::Display, rule: impl fmt::Display) -> Self {
        Self { place: place.to_string(), rule: rule.to_string() }
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.rule)
    }
}

impl std::error::Error for ScenarioError {}
