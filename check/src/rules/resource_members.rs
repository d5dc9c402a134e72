//! R: the types and values of the members of the resource's document.

use super::resource::relevant;
use crate::facts::{Document, Facts};
use crate::finding::{Fault, Found, Location};
use crate::observation::Exchange;
use crate::profile::Profile;
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::quoted;
use telnyx_oauth::{ErrorKind, WarningKind};

/// The members with the URL of a key set.
const KEY_SETS: &[&str] = &["jwks_uri", "signed_jwks_uri"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "R09",
        name: "member-of-wrong-type",
        severity: Severity::Error,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "Each registered member must have its registered type, and must not be null.",
        explanation: "Typed clients fail to parse the whole document if one member has another type. Many of them also fail if \
                      a member is null instead of absent.",
        help: "Write the registered type. Omit members without a value.",
        example: "{\"scopes_supported\": \"read write\"}\n",
        near_miss: "{\"scopes_supported\": [\"read\", \"write\"]}\n",
        check: wrong_type,
    },
    Rule {
        code: "R10",
        name: "bearer-method-unknown-or-query",
        severity: Severity::Warning,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The values of bearer_methods_supported are header and body. The value query should not be used.",
        explanation: "Clients do not know other values. A token in a query ends up in logs and in the history of browsers, so \
                      RFC 9700 forbids it (section 4.3.2), and OAuth 2.1 removes it.",
        help: "Write header, in lower case, if the resource takes tokens in the field Authorization.",
        example: "{\"bearer_methods_supported\": [\"header\", \"query\"]}\n",
        near_miss: "{\"bearer_methods_supported\": [\"header\", \"body\"]}\n",
        check: bearer_methods,
    },
    Rule {
        code: "R11",
        name: "scope-not-usable",
        severity: Severity::Warning,
        section: "RFC 6749 section 3.3",
        link: "https://www.rfc-editor.org/rfc/rfc6749#section-3.3",
        fault: Fault::Resource,
        summary: "Each entry of scopes_supported must be one scope of the resource.",
        explanation: "A scope has no spaces, quotes, backslashes or letters outside ASCII. An authorization server refuses a \
                      request with such a scope. The scope offline_access is about refresh tokens, which are the business of \
                      the client and the authorization server.",
        help: "Write one scope an entry. Leave offline_access to the metadata of the authorization server.",
        example: "{\"scopes_supported\": [\"read write\"]}\n",
        near_miss: "{\"scopes_supported\": [\"read\", \"write\"]}\n",
        check: scopes,
    },
    Rule {
        code: "R12",
        name: "jwks-uri-unusable",
        severity: Severity::Error,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The member jwks_uri must be an https URL of a JWK Set.",
        explanation: "A client needs the keys to verify what the resource signs. Some clients refuse a document with another \
                      value.",
        help: "Write the https URL of the JWK Set, which answers without credentials. Omit jwks_uri if the resource signs \
               nothing.",
        example: "{\"jwks_uri\": \"/jwks.json\"}\n",
        near_miss: "{\"jwks_uri\": \"https://api.example/jwks.json\"}\n",
        check: jwks_uri,
    },
    Rule {
        code: "R13",
        name: "algorithm-forbidden",
        severity: Severity::Warning,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "A list of signing algorithms must not have none. A list for DPoP must not have HMAC algorithms either.",
        explanation: "The algorithm none gives no protection. A DPoP proof needs a private key (RFC 9449 section 4.2), so \
                      clients refuse algorithms with a shared secret.",
        help: "List asymmetric algorithms only, such as ES256.",
        example: "{\"dpop_signing_alg_values_supported\": [\"ES256\", \"HS256\"]}\n",
        near_miss: "{\"dpop_signing_alg_values_supported\": [\"ES256\", \"PS256\"]}\n",
        check: algorithms,
    },
];

fn wrong_type(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let found = |(name, judged): (&str, Result<telnyx_oauth::ResourceMetadata, telnyx_oauth::Error>)| {
            let at = Location::member(document.url(), name);
            let value = document.member(name)?;
            match judged {
                Err(error)
                    if error.kind() == ErrorKind::InvalidMetadata && !has_own_rule(name, value, error.message()) =>
                {
                    Some(Found::new(at, "a value of the registered type", error.message()))
                }
                Ok(metadata) if metadata.warnings().iter().any(|warning| warning.kind == WarningKind::MemberNull) => {
                    Some(Found::new(at, "no such member, or a value", "null").at_most(Severity::Warning))
                }
                _ => None,
            }
        };
        document.judged_alone(facts.observation).into_iter().filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

/// True for values of the right type that another rule reports.
fn has_own_rule(name: &str, value: &Value, message: &str) -> bool {
    match name {
        "resource" => value.is_string() || value.is_null(),
        "authorization_servers" => value.as_array().is_some_and(|entries| entries.iter().all(Value::is_string)),
        _ => (KEY_SETS.contains(&name) && value.is_string()) || message.contains(": a string must not hold NUL,"),
    }
}

/// The entries of a list of strings for which `got` gives a reason.
fn entries(
    facts: &Facts<'_>,
    name: &str,
    expected: &str,
    got: impl Fn(&str) -> Option<(&'static str, Severity)>,
) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let found = |(index, entry): (usize, &str)| {
            let (reason, severity) = got(entry)?;
            let at = Location::member(document.url(), &format!("{name}[{index}]"));
            Some(Found::new(at, expected, format!("{}: {reason}", quoted(entry))).at_most(severity))
        };
        document.strings(name).filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

fn bearer_methods(facts: &Facts<'_>) -> Vec<Found> {
    entries(facts, "bearer_methods_supported", "header or body", |method| match method {
        "header" | "body" => None,
        "query" => Some(("tokens in a query leak", Severity::Warning)),
        _ => Some(("it is not a registered method", Severity::Warning)),
    })
}

fn scopes(facts: &Facts<'_>) -> Vec<Found> {
    let is_scope = |scope: &str| {
        let is_allowed = |byte: u8| matches!(byte, 0x21 | 0x23..=0x5B | 0x5D..=0x7E);
        !scope.is_empty() && scope.bytes().all(is_allowed)
    };
    // A server SHOULD NOT list it: https://modelcontextprotocol.io/seps/2207-oidc-refresh-token-guidance
    let is_forbidden = facts.observation.profile == Profile::Mcp20260728;
    let of_refresh_tokens = if is_forbidden { Severity::Warning } else { Severity::Info };
    entries(facts, "scopes_supported", "one scope of the resource", |scope| match scope {
        "offline_access" => Some(("it is about refresh tokens, not about the resource", of_refresh_tokens)),
        _ if scope.contains(' ') => Some(("a scope has no spaces", Severity::Warning)),
        _ if !is_scope(scope) => Some(("it is empty, or has a character that no scope may have", Severity::Warning)),
        _ => None,
    })
}

fn jwks_uri(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let alone = document.judged_alone(facts.observation);
        let found = |name: &&str| {
            let url = document.member(name)?.as_str()?;
            let refused = alone.iter().find(|(member, _)| member == name).is_some_and(|(_, judged)| judged.is_err());
            let (reason, severity) = match refused {
                true => ("it is not an absolute https URL".to_owned(), Severity::Error),
                false => (fault_of_key_set(facts.observation.find(Role::Jwks, url)?.1)?, Severity::Warning),
            };
            let at = Location::member(document.url(), name);
            let got = format!("{}: {reason}", quoted(url));
            Some(Found::new(at, "the https URL of a JWK Set", got).at_most(severity))
        };
        KEY_SETS.iter().filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

/// The reason why an answer is not a JWK Set.
fn fault_of_key_set(exchange: &Exchange) -> Option<String> {
    let answer = match (&exchange.answer, &exchange.error) {
        (_, Some(failure)) => return Some(failure.message.clone()),
        (None, None) => return Some("no answer".to_owned()),
        (Some(answer), None) => answer,
    };
    if answer.status != 200 {
        return Some(format!("it answers with the status {}", answer.status));
    }
    let set: Option<Value> = serde_json::from_slice(&answer.body.0).ok();
    let has_keys = set.is_some_and(|set| set.get("keys").is_some_and(Value::is_array));
    (!has_keys).then(|| "the answer is not a JSON object with an array keys".to_owned())
}

fn algorithms(facts: &Facts<'_>) -> Vec<Found> {
    let none = |algorithm: &str| (algorithm == "none").then_some(("it gives no protection", Severity::Warning));
    let hmac = |algorithm: &str| algorithm.starts_with("HS").then_some(("it needs a shared secret", Severity::Warning));
    let expected = "an asymmetric signing algorithm";
    let mut found = entries(facts, "resource_signing_alg_values_supported", expected, none);
    found.extend(entries(facts, "dpop_signing_alg_values_supported", expected, |name| {
        none(name).or_else(|| hmac(name))
    }));
    found
}
