use crate::facts::Facts;
use crate::finding::{Finding, Found};
use crate::observation::{Exchange, Observation};
use crate::profile::Profile;
use crate::rule::Rule;
use crate::severity::Severity;
use crate::verdicts::{Verdict, verdicts};
use serde::Serialize;
use std::time::Duration;
use telnyx_oauth::{Attempt, Discovery, Error};

/// The result of an examination.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The resource, as the caller wrote it.
    pub target: String,
    /// The profile that the server was held to.
    pub profile: Profile,
    /// The findings: errors first, then in the order of the rules.
    pub findings: Vec<Finding>,
    /// The outcome of a discovery that gets the same answers.
    pub discovery: Outcome,
    /// The requests of that discovery, in the order sent.
    pub chain: Vec<Attempt>,
    /// The number of findings of each severity.
    pub summary: Summary,
    /// The behaviour of each client in use with the same answers.
    pub verdicts: Vec<Verdict>,
}

/// The outcome of the discovery of a [`Report`].
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The resource's document was found. `issuer` is the authorization server that a client would use.
    Found {
        /// The URL of the resource's document.
        resource_metadata_url: Option<String>,
        /// The authorization server.
        issuer: Option<String>,
    },
    /// The discovery failed.
    Failed {
        /// The kind of the error.
        kind: &'static str,
        /// The message of the error.
        message: String,
    },
}

/// The number of findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// The number of errors.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
    /// The number of findings of severity info.
    pub infos: usize,
}

impl Report {
    /// Judges an observation with all rules.
    pub fn of(observation: &Observation) -> Report {
        Report::with(observation, |_| true)
    }

    /// Judges an observation with the rules that `wants` returns true for.
    pub fn with(observation: &Observation, wants: impl Fn(&Rule) -> bool) -> Report {
        let facts = Facts::of(observation);
        let mut findings = Vec::new();
        for rule in Rule::all().filter(|rule| wants(rule)) {
            if let Some(severity) = observation.profile.severity(rule.code, rule.severity) {
                findings.extend((rule.check)(&facts).into_iter().map(|found| finding(rule, severity, found)));
            }
        }
        // A stable sort keeps the order of the rules.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let (discovery, mut chain) = match &facts.discovery {
            Ok(found) => (Outcome::found(found), found.attempts().to_vec()),
            Err(error) => (Outcome::failed(error), error.attempts().to_vec()),
        };
        for attempt in &mut chain {
            attempt.elapsed = elapsed(observation, attempt);
        }
        let summary = Summary::of(&findings);
        let (target, profile) = (observation.target.clone(), observation.profile);
        let verdicts = verdicts(observation);
        Report { target, profile, findings, discovery, chain, summary, verdicts }
    }

    /// The highest severity among the findings.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// The time that a request took, which a replayed discovery does not know.
fn elapsed(observation: &Observation, attempt: &Attempt) -> Duration {
    let is_of = |exchange: &&Exchange| exchange.method == attempt.method && exchange.url == attempt.url;
    let answer = observation.exchanges.iter().find(is_of).and_then(|exchange| exchange.answer.as_ref());
    Duration::from_millis(answer.map_or(0, |answer| answer.elapsed_ms))
}

fn finding(rule: &Rule, severity: Severity, found: Found) -> Finding {
    let Found { at, expected, got, fault, at_most } = found;
    Finding {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        severity: at_most.map_or(severity, |most| severity.min(most)),
        at,
        expected,
        got,
        fault: fault.unwrap_or(rule.fault),
        help: rule.help.to_owned(),
    }
}

impl Outcome {
    fn found(found: &Discovery) -> Outcome {
        let issuer = found.authorization_servers().iter().find(|server| server.metadata().is_some());
        Outcome::Found {
            resource_metadata_url: found.resource_metadata_url().map(str::to_owned),
            issuer: issuer.map(|server| server.issuer().to_owned()),
        }
    }

    fn failed(error: &Error) -> Outcome {
        Outcome::Failed { kind: error.kind().as_str(), message: error.message().to_owned() }
    }
}

impl Summary {
    fn of(findings: &[Finding]) -> Summary {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Summary { errors: count(Severity::Error), warnings: count(Severity::Warning), infos: count(Severity::Info) }
    }
}
