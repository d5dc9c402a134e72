//! S17 to S19: the scopes and signed claims of an authorization server, and answers that are no metadata.

use super::resource::relevant;
use super::server_consistency::same;
use super::server_members::{refused, used};
use super::shown::shown;
use crate::facts::{Facts, Server, ServerDocument, claims};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use std::collections::BTreeSet;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::{authorization_server_members, quoted};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S17",
        name: "scopes-not-listed",
        severity: Severity::Info,
        section: "RFC 8414 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2",
        fault: Fault::AuthorizationServer,
        summary: "If the server lists its scopes, the list should have those of the resource.",
        explanation: "Many clients request all scopes that the resource names. A server that does not know one of them often \
                      refuses the whole request with invalid_scope. The list need not be complete.",
        help: "Add the scopes to the server. If it knows them already, add them to its scopes_supported. Otherwise correct the \
               scopes of the resource.",
        example: "the resource has {\"scopes_supported\": [\"read\", \"write\"]}, and the server {\"scopes_supported\": \
                  [\"read\"]}\n",
        near_miss: "the resource has {\"scopes_supported\": [\"read\"]}, and the server {\"scopes_supported\": [\"openid\", \
                    \"read\"]}\n",
        check: scopes_not_listed,
    },
    Rule {
        code: "S18",
        name: "signed-metadata-contradicts",
        severity: Severity::Warning,
        section: "RFC 8414 section 2.1",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2.1",
        fault: Fault::AuthorizationServer,
        summary: "The claims in signed_metadata must be those of a signed JWT with iss, and should agree with the document.",
        explanation: "Signed claims have precedence for clients that verify them. Other clients read the plain members. If the \
                      two differ, the same server works with one client and fails with another.",
        help: "Sign the metadata again after each change, with the issuer of the signature in iss.",
        example: "{\"token_endpoint\": \"https://as.example/token\"}, and the claim token_endpoint is \
                  https://old.example/token\n",
        near_miss: "{\"token_endpoint\": \"https://as.example/token\"}, and the claim token_endpoint is \
                    https://as.example/token\n",
        check: signed_metadata_contradicts,
    },
    Rule {
        code: "S19",
        name: "no-server-document",
        severity: Severity::Error,
        section: "RFC 8414 section 3.2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-3.2",
        fault: Fault::AuthorizationServer,
        summary: "A JSON answer with status 200 at a well-known URL must be metadata of an authorization server.",
        explanation: "Some clients take the first answer with status 200 for the metadata, and stop because its members are \
                      missing.",
        help: "Answer 404 at well-known URLs without a document. An error must not have the status 200. Write each member \
               once.",
        example: "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"error\": \"not found\"}\n",
        near_miss: "HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{\"error\": \"not found\"}\n",
        check: no_server_document,
    },
];

fn scopes_not_listed(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "scopes_supported";
    let mut needed = BTreeSet::new();
    for (_, seen) in facts.challenges() {
        needed.extend(seen.challenge.scope().unwrap_or_default());
    }
    for document in relevant(facts) {
        let scopes = document.member(MEMBER).and_then(Value::as_array);
        needed.extend(scopes.into_iter().flatten().filter_map(Value::as_str));
    }
    let mut found = Vec::new();
    for (_, document) in used(facts) {
        let Some(listed) = document.strings(MEMBER) else { continue };
        let listed = BTreeSet::from_iter(listed);
        let missing: Vec<_> = needed.difference(&listed).copied().collect();
        if !missing.is_empty() {
            let at = Location::member(document.url(), MEMBER);
            let expected = format!("a list with {}", quoted(&missing.join(" ")));
            found.push(Found::new(at, expected, document.member(MEMBER).map(shown).unwrap_or_default()));
        }
    }
    found
}

fn signed_metadata_contradicts(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "signed_metadata";
    let mut found = Vec::new();
    for (_, document) in used(facts) {
        let Some(jwt) = document.member(MEMBER).and_then(Value::as_str) else { continue };
        let at = Location::member(document.url(), MEMBER);
        let Some(claims) = claims(jwt) else {
            found.push(Found::new(at, "a signed JWT in compact form", quoted(jwt)));
            continue;
        };
        if !claims.get("iss").is_some_and(Value::is_string) {
            found.push(Found::new(at, "a JWT with the claim iss", "no such claim"));
        }
        for name in authorization_server_members().filter(|name| *name != MEMBER) {
            let (plain, signed) = (document.member(name), claims.get(name));
            if plain.is_some() && signed.is_some() && !same(plain, signed) {
                let text = |value: Option<&Value>| value.map(shown).unwrap_or_default();
                let expected = format!("as in {MEMBER}: {}", text(signed));
                found.push(Found::new(Location::member(document.url(), name), expected, text(plain)));
            }
        }
    }
    found
}

fn no_server_document(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for server in &facts.servers {
        let has_good = server.good().is_some();
        for document in server.documents.iter().filter(|document| document.json.is_some()) {
            let Some(got) = refusal(facts, server, document) else { continue };
            let one =
                Found::new(Location::url(document.url()), "metadata of an authorization server, or status 404", got);
            found.push(if has_good { one.at_most(Severity::Warning) } else { one });
        }
    }
    found
}

/// Core's reason to refuse an object as a whole. Other rules report the members that core refuses.
fn refusal(facts: &Facts<'_>, server: &Server<'_>, document: &ServerDocument<'_>) -> Option<String> {
    let error = document.judged.as_ref().err()?;
    let is_reported = match error.kind() {
        ErrorKind::InvalidMetadata if document.is_server_metadata() => {
            document.member("issuer").is_some() && refused(facts, server, document).is_empty()
        }
        kind => matches!(kind, ErrorKind::InvalidMetadata | ErrorKind::InvalidJson),
    };
    is_reported.then(|| error.message().to_owned())
}
