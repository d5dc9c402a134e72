//! C: the challenge in the resource's answer.

use crate::facts::{ChallengeSeen, Facts, ResourceAnswer};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::embedding::quoted;
use url::Url;

pub(super) const FIELD: &str = "www-authenticate";

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "C01",
        name: "no-challenge",
        severity: Severity::Error,
        section: "RFC 9110 section 11.6.1",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1",
        fault: Fault::Resource,
        summary: "A 401 answer must have the field WWW-Authenticate.",
        explanation: "A client learns from the challenge that OAuth protects the resource, and where the resource's metadata \
                      is. Without the challenge, many clients show only that the request was refused.",
        help: "Send the field with every 401: WWW-Authenticate: Bearer resource_metadata=\"https://…\". If a gateway in \
               front of the resource answers, configure the gateway.",
        example: "HTTP/1.1 401 Unauthorized\n",
        near_miss: "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata=\"https://api.example/.well-known/oauth-protected-resource/mcp\"\n",
        check: no_challenge,
    },
    Rule {
        code: "C02",
        name: "no-resource-metadata",
        severity: Severity::Warning,
        section: "RFC 9728 section 5.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-5.1",
        fault: Fault::Resource,
        summary: "A challenge should name the resource's metadata in the parameter resource_metadata.",
        explanation: "Some clients read only this parameter. They find no authorization server without it, even if the \
                      well-known URL of the resource has the metadata.",
        help: "Add resource_metadata to the challenge. Its value is the URL of the metadata, in double quotes.",
        example: "WWW-Authenticate: Bearer realm=\"api\"\n",
        near_miss: "WWW-Authenticate: Bearer realm=\"api\", resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"\n",
        check: no_resource_metadata,
    },
    Rule {
        code: "C03",
        name: "malformed-challenge",
        severity: Severity::Warning,
        section: "RFC 9110 section 11.6.1",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1",
        fault: Fault::Resource,
        summary: "WWW-Authenticate must keep to its grammar.",
        explanation: "Clients with a strict parser ignore the whole field. Other clients skip the malformed part, or read \
                      another value from it.",
        help: "Put values with characters such as : or / in double quotes. Separate parameters with commas. Single quotes \
               and semicolons have no meaning here.",
        example: "WWW-Authenticate: Bearer realm='api'; resource_metadata=https://api.example/metadata\n",
        near_miss: "WWW-Authenticate: Bearer realm=\"api\", resource_metadata=\"https://api.example/metadata\"\n",
        check: malformed_challenge,
    },
    Rule {
        code: "C04",
        name: "unusable-resource-metadata",
        severity: Severity::Error,
        section: "RFC 9728 section 5.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-5.1",
        fault: Fault::Resource,
        summary: "The value of resource_metadata must be an absolute https URL.",
        explanation: "A client must not guess the scheme and the host of the URL. It must not fetch the metadata over http, \
                      because anybody on the network could replace the authorization server.",
        help: "Write the whole URL, with https:// and the host. If a proxy ends TLS, tell the server its public URL.",
        example: "WWW-Authenticate: Bearer resource_metadata=\"/.well-known/oauth-protected-resource\"\n",
        near_miss: "WWW-Authenticate: Bearer resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"\n",
        check: unusable_resource_metadata,
    },
];

pub(super) fn at(answer: &ResourceAnswer<'_>) -> Location {
    Location::header(&answer.answer.url, FIELD)
}

fn no_challenge(facts: &Facts<'_>) -> Vec<Found> {
    let is_bare = |answer: &&ResourceAnswer<'_>| {
        answer.answer.status == 401 && answer.answer.lines(FIELD).all(|line| line.trim().is_empty())
    };
    let found = |answer: &ResourceAnswer<'_>| {
        let expected = "a field WWW-Authenticate with a challenge";
        Found::new(at(answer), expected, format!("{} answered 401 without one", answer.exchange.method))
    };
    facts.resource.iter().filter(is_bare).map(found).collect()
}

fn no_resource_metadata(facts: &Facts<'_>) -> Vec<Found> {
    let names_none = |answer: &&ResourceAnswer<'_>| {
        !answer.challenges.is_empty()
            && answer.challenges.iter().all(|seen| seen.challenge.resource_metadata().is_none())
    };
    let found = |answer: &ResourceAnswer<'_>| {
        let schemes: Vec<_> = answer.challenges.iter().map(|seen| quoted(&seen.challenge.scheme)).collect();
        let got = format!("challenges without it: {}", schemes.join(", "));
        Found::new(at(answer), "a challenge with resource_metadata", got)
    };
    facts.resource.iter().filter(names_none).map(found).collect()
}

fn malformed_challenge(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for answer in &facts.resource {
        let skipped = answer.notes.iter().filter(|note| !note.is_repetition);
        let skipped =
            skipped.map(|note| Found::new(at(answer), "parameters as name=\"value\", with commas", &*note.message));
        found.extend(skipped);
        for (name, value) in answer.challenges.iter().flat_map(|seen| &seen.challenge.params) {
            if !is_token(value) && is_unquoted(answer, name, value) {
                let got = format!("{name}={} without quotes", quoted(value));
                found.push(Found::new(at(answer), format!("{name} in double quotes"), got));
            }
        }
    }
    found
}

/// True if a line has this parameter without quotes.
fn is_unquoted(answer: &ResourceAnswer<'_>, name: &str, value: &str) -> bool {
    let parameter = format!("{name}={value}").to_ascii_lowercase();
    !value.is_empty() && answer.answer.lines(FIELD).any(|line| line.to_ascii_lowercase().contains(&parameter))
}

/// True for a token ([RFC 9110 section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
fn is_token(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

fn unusable_resource_metadata(facts: &Facts<'_>) -> Vec<Found> {
    let target_is_https = facts.target().to_ascii_lowercase().starts_with("https:");
    let unusable = |seen: &ChallengeSeen| match &seen.url {
        None => seen.challenge.resource_metadata().is_some(),
        Some(url) => target_is_https && Url::parse(url).is_ok_and(|url| url.scheme() != "https"),
    };
    let found = |(answer, seen): (&ResourceAnswer<'_>, &ChallengeSeen)| {
        let got = seen.challenge.resource_metadata().unwrap_or_default();
        Found::new(at(answer), "an absolute https URL in resource_metadata", quoted(got))
    };
    facts.challenges().filter(|(_, seen)| unusable(seen)).map(found).collect()
}
