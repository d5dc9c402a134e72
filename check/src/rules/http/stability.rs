use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::{Answer, Exchange};
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;

pub(super) const ANSWER_CHANGES_WITH_USER_AGENT: Rule = Rule {
    code: "H09",
    name: "answer-changes-with-user-agent",
    severity: Severity::Warning,
    section: "RFC 9110 section 10.1.5",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5",
    fault: Fault::Proxy,
    summary: "A document must be the same for every User-Agent.",
    explanation: "A protection against bots often refuses programs and lets browsers pass, or the reverse. OAuth clients are \
                  programs and browsers, and each needs the document.",
    help: "Exclude the paths below /.well-known/ from the protection against bots.",
    example: "User-Agent: python-httpx/0.28\n\nHTTP/1.1 403 Forbidden\n",
    near_miss: "User-Agent: python-httpx/0.28\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n",
    check: answer_changes_with_user_agent,
};

pub(super) const ANSWER_CHANGES: Rule = Rule {
    code: "H16",
    name: "answer-changes-between-requests",
    severity: Severity::Warning,
    section: "RFC 9728 section 3.2",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.2",
    fault: Fault::Resource,
    summary: "The same request must get the same document each time.",
    explanation: "Replicas with different settings, or a release that is only half done, answer one request with a good \
                  document and the next one with a bad one. The authorization then fails at random.",
    help: "Compare the settings of all replicas behind the load balancer, and of all regions of the content delivery network.",
    example: "{\"resource\": \"https://api.example/mcp\"}\n\nthen\n\n{\"resource\": \"https://replica-2.internal/mcp\"}\n",
    near_miss: "{\"resource\": \"https://api.example/mcp\"}\n\nthen\n\n{ \"resource\": \"https://api.example/mcp\" }\n",
    check: answer_changes,
};

fn answer_changes_with_user_agent(facts: &Facts<'_>) -> Vec<Found> {
    // An answer that changes by itself says nothing about the user agent.
    if !answer_changes(facts).is_empty() {
        return Vec::new();
    }
    let found = |(first, other): (&Answer, &Exchange)| {
        let second = other.answer.as_ref()?;
        let difference = difference(first, second)?;
        let got = format!("{difference} for the User-Agent of a browser");
        Some(Found::new(Location::url(&other.url), "the same answer for every User-Agent", got))
    };
    pairs(facts, Role::MetadataFromOtherAgent).filter_map(found).collect()
}

fn answer_changes(facts: &Facts<'_>) -> Vec<Found> {
    let found = |(first, other): (&Answer, &Exchange)| {
        let difference = difference(first, other.answer.as_ref()?)?;
        let got = format!("{difference} at the second request");
        Some(Found::new(Location::url(&other.url), "the same answer to the same request", got))
    };
    pairs(facts, Role::MetadataAgain).filter_map(found).collect()
}

/// The answers at the URLs of a role's requests, each with that request.
fn pairs<'a>(facts: &'a Facts<'_>, role: Role) -> impl Iterator<Item = (&'a Answer, &'a Exchange)> {
    facts.observation.of_role(role).filter_map(|other| {
        let (_, first) = facts.observation.find(Role::Metadata, &other.url)?;
        Some((first.answer.as_ref()?, other))
    })
}

/// How the second answer differs, as a phrase. Pages and messages of errors may differ.
fn difference(first: &Answer, second: &Answer) -> Option<String> {
    if first.status != second.status {
        return Some(format!("status {} instead of {}", second.status, first.status));
    }
    match (object(first), object(second)) {
        (Some(_), None) => Some("no JSON object".to_owned()),
        (None, Some(_)) => Some("a JSON object instead of another body".to_owned()),
        (one, other) => (one != other).then(|| "another document".to_owned()),
    }
}

/// The document, without its signed form: a server may sign it anew for each request.
fn object(answer: &Answer) -> Option<Value> {
    let mut document: Value = serde_json::from_slice(&answer.body.0).ok().filter(|_| answer.status == 200)?;
    document.as_object_mut()?.remove("signed_metadata");
    Some(document)
}
