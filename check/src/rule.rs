use crate::facts::Facts;
use crate::finding::{Fault, Found};
use crate::severity::Severity;
use serde::Serialize;

/// A rule of `check`. The report, the command `rule`, the documentation and the tests read this value.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rule {
    /// The code, such as `C02`. A code is never used again for another rule.
    pub code: &'static str,
    /// The name, in kebab case.
    pub name: &'static str,
    /// The severity in the profile `rfc`, and in the other profiles unless they say otherwise.
    pub severity: Severity,
    /// The section that demands it, such as `RFC 9728 section 5.1`.
    pub section: &'static str,
    /// The URL of the section.
    pub link: &'static str,
    /// The party that usually has to change something.
    pub fault: Fault,
    /// One sentence: what the rule demands.
    pub summary: &'static str,
    /// Why it matters: what clients do if the rule is broken.
    pub explanation: &'static str,
    /// How to mend it.
    pub help: &'static str,
    /// A part of an answer that breaks the rule.
    pub example: &'static str,
    /// A similar part that keeps it.
    pub near_miss: &'static str,
    #[serde(skip)]
    pub(crate) check: fn(&Facts<'_>) -> Vec<Found>,
}
