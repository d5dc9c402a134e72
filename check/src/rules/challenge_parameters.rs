//! C: the parameters of a challenge.

use super::challenge::{FIELD, at};
use crate::facts::{ChallengeSeen, Facts, ResourceAnswer};
use crate::finding::{Fault, Found};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::quoted;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "C05",
        name: "repeated-parameter",
        severity: Severity::Warning,
        section: "RFC 9110 section 11.2",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-11.2",
        fault: Fault::Resource,
        summary: "A challenge must have each parameter only once.",
        explanation: "Clients disagree on the value that counts. A client may read the URL of another document than you \
                      intend.",
        help: "Send each parameter once. If both the server and a gateway add a challenge, switch one of them off.",
        example: "WWW-Authenticate: Bearer realm=\"a\", realm=\"b\"\n",
        near_miss: "WWW-Authenticate: Bearer realm=\"a\", DPoP realm=\"b\"\n",
        check: repeated_parameter,
    },
    Rule {
        code: "C10",
        name: "challenge-scope",
        severity: Severity::Warning,
        section: "RFC 6749 section 3.3",
        link: "https://www.rfc-editor.org/rfc/rfc6749#section-3.3",
        fault: Fault::Resource,
        summary: "The scope of a challenge must be a list of scope tokens with single spaces between them.",
        explanation: "A client requests exactly this scope. Authorization servers refuse a scope that they do not know, or \
                      that is malformed.",
        help: "Write the scopes with one space between them, without commas, quotes and backslashes. List each of them in \
               scopes_supported.",
        example: "WWW-Authenticate: Bearer scope=\"read,  write\"\n",
        near_miss: "WWW-Authenticate: Bearer scope=\"read write\"\n",
        check: challenge_scope,
    },
    Rule {
        code: "C11",
        name: "error-without-credentials",
        severity: Severity::Info,
        section: "RFC 6750 section 3.1",
        link: "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
        fault: Fault::Resource,
        summary: "The answer to a request without credentials should have no error code.",
        explanation: "A client may take the error for the rejection of its token, and throw a good token away or stop.",
        help: "Leave out error and error_description if the request has no Authorization field.",
        example: "WWW-Authenticate: Bearer error=\"invalid_token\"\n",
        near_miss: "WWW-Authenticate: Bearer realm=\"api\"\n",
        check: error_without_credentials,
    },
    Rule {
        code: "C12",
        name: "realm-not-quoted",
        severity: Severity::Warning,
        section: "RFC 9110 section 11.5",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-11.5",
        fault: Fault::Resource,
        summary: "The value of realm must be a quoted string.",
        explanation: "Some clients accept only a quoted realm, and ignore the challenge otherwise.",
        help: "Put the realm in double quotes.",
        example: "WWW-Authenticate: Bearer realm=api\n",
        near_miss: "WWW-Authenticate: Bearer realm=\"api\"\n",
        check: realm_not_quoted,
    },
];

fn repeated_parameter(facts: &Facts<'_>) -> Vec<Found> {
    let repeated = |answer: &ResourceAnswer<'_>| {
        let notes = answer.notes.iter().filter(|note| note.is_repetition);
        notes.map(|note| Found::new(at(answer), "each parameter once", &*note.message)).collect::<Vec<_>>()
    };
    facts.resource.iter().flat_map(repeated).collect()
}

fn challenge_scope(facts: &Facts<'_>) -> Vec<Found> {
    let known = known_scopes(facts);
    let mut found = Vec::new();
    for (answer, ChallengeSeen { challenge, .. }) in facts.challenges() {
        let Some(text) = challenge.params.get("scope") else { continue };
        if !text.split(' ').all(is_scope_token) {
            let expected = "scope tokens with single spaces between them";
            found.push(Found::new(at(answer), expected, quoted(text)));
            continue;
        }
        let unknown: Vec<_> = text.split(' ').filter(|scope| !known.contains(scope)).map(quoted).collect();
        if !known.is_empty() && !unknown.is_empty() {
            let got = format!("scopes that no document lists: {}", unknown.join(", "));
            found.push(Found::new(at(answer), "scopes of scopes_supported", got).at_most(Severity::Info));
        }
    }
    found
}

/// The scopes that the documents of the resource and of its servers list.
fn known_scopes<'f>(facts: &'f Facts<'_>) -> Vec<&'f str> {
    let of_resource = facts.documents.iter().filter_map(|document| document.json.as_ref());
    let of_servers =
        facts.servers.iter().flat_map(|server| &server.documents).filter_map(|document| document.json.as_ref());
    let lists = of_resource.chain(of_servers).filter_map(|json| json.get("scopes_supported")?.as_array());
    lists.flatten().filter_map(Value::as_str).collect()
}

/// True for a scope token: visible ASCII without quotes and backslashes.
fn is_scope_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~') && byte != b',')
}

fn error_without_credentials(facts: &Facts<'_>) -> Vec<Found> {
    let found = |(answer, seen): (&ResourceAnswer<'_>, &ChallengeSeen)| {
        let error = seen.challenge.params.get("error")?;
        Some(Found::new(at(answer), "no error", format!("error={}", quoted(error))))
    };
    facts.challenges().filter_map(found).collect()
}

fn realm_not_quoted(facts: &Facts<'_>) -> Vec<Found> {
    let found = |answer: &ResourceAnswer<'_>| {
        let realms = answer.challenges.iter().filter_map(|seen| seen.challenge.params.get("realm"));
        let bare = |realm: &&String| {
            let parameter = format!("realm={realm}").to_ascii_lowercase();
            !realm.is_empty() && answer.answer.lines(FIELD).any(|line| line.to_ascii_lowercase().contains(&parameter))
        };
        let found =
            |realm: &String| Found::new(at(answer), "realm=\"…\"", format!("realm={} without quotes", quoted(realm)));
        realms.filter(bare).map(found).collect::<Vec<_>>()
    };
    facts.resource.iter().flat_map(found).collect()
}
