//! S06 to S08: the abilities of an authorization server that clients depend on.

use super::resource::relevant;
use super::server_members::used;
use super::shown::shown;
use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::replay::rules;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S06",
        name: "no-pkce-s256",
        severity: Severity::Warning,
        section: "RFC 9700 section 2.1.1",
        link: "https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1",
        fault: Fault::AuthorizationServer,
        summary: "The metadata should advertise PKCE with S256, and not with plain.",
        explanation: "A client cannot know whether the server protects authorization codes with PKCE. MCP clients must \
                      refuse such a server. The method plain does not protect a code if the request is seen.",
        help: "Set code_challenge_methods_supported to [\"S256\"], and enforce PKCE.",
        example: "{\"code_challenge_methods_supported\": [\"plain\"]}\n",
        near_miss: "{\"code_challenge_methods_supported\": [\"S256\"]}\n",
        check: no_pkce_s256,
    },
    Rule {
        code: "S07",
        name: "no-registration",
        severity: Severity::Info,
        section: "RFC 7591 section 1",
        link: "https://www.rfc-editor.org/rfc/rfc7591#section-1",
        fault: Fault::AuthorizationServer,
        summary: "An unknown client needs a way to get a client ID.",
        explanation: "Without one, each user must register a client by hand and configure its ID. Most MCP clients stop, or \
                      ask the user for an ID.",
        help: "Support Client ID Metadata Documents, and set client_id_metadata_document_supported to true. Dynamic \
               registration with a registration_endpoint is the older way.",
        example: "{\"issuer\": \"https://as.example\"}\n",
        near_miss: "{\"issuer\": \"https://as.example\", \"client_id_metadata_document_supported\": true}\n",
        check: no_registration,
    },
    Rule {
        code: "S08",
        name: "no-iss-parameter",
        severity: Severity::Warning,
        section: "RFC 9207 section 2.4",
        link: "https://www.rfc-editor.org/rfc/rfc9207#section-2.4",
        fault: Fault::AuthorizationServer,
        summary: "A server that is one of several should send iss in its authorization responses.",
        explanation: "A client of several servers cannot tell which of them an authorization response comes from. A malicious \
                      server can get the code of another one this way (a mix-up attack).",
        help: "Send the parameter iss with each authorization response, and set \
               authorization_response_iss_parameter_supported to true.",
        example: "{\"authorization_servers\": [\"https://a.example\", \"https://b.example\"]}, and the metadata of \
                  https://a.example has no authorization_response_iss_parameter_supported\n",
        near_miss: "{\"authorization_servers\": [\"https://a.example\"]}\n",
        check: no_iss_parameter,
    },
];

fn no_pkce_s256(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "code_challenge_methods_supported";
    let rules = rules(facts.observation);
    let mut found = Vec::new();
    for (server, document) in used(facts).filter(|(_, document)| document.grants_codes()) {
        let at = Location::member(document.url(), MEMBER);
        let got = document.member(MEMBER).map_or_else(|| "no such member".to_owned(), shown);
        let judged = document.judge_alone(&server.issuer, MEMBER, &rules);
        if judged.is_ok_and(|metadata| !metadata.supports_pkce_s256()) {
            found.push(Found::new(at, "a list with \"S256\"", got));
        } else if document.strings(MEMBER).is_some_and(|methods| methods.contains(&"plain")) {
            found.push(Found::new(at, "a list without \"plain\"", got).at_most(Severity::Info));
        }
    }
    found
}

fn no_registration(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBERS: &[&str] = &["registration_endpoint", "federation_registration_endpoint"];
    let documents = used(facts).map(|(_, document)| document).filter(|document| document.grants_codes());
    let lacks = documents.filter(|document| {
        let reads_documents = document.member("client_id_metadata_document_supported") == Some(&Value::Bool(true));
        !reads_documents && MEMBERS.iter().all(|name| document.member(name).is_none())
    });
    let expected = "client_id_metadata_document_supported or registration_endpoint";
    lacks.map(|document| Found::new(Location::url(document.url()), expected, "neither")).collect()
}

fn no_iss_parameter(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "authorization_response_iss_parameter_supported";
    let mut of_several = BTreeSet::new();
    for document in relevant(facts) {
        let listed = document.member("authorization_servers").and_then(Value::as_array);
        let listed: BTreeSet<_> = listed.into_iter().flatten().filter_map(Value::as_str).collect();
        if listed.len() > 1 {
            of_several.extend(listed);
        }
    }
    let used = used(facts).filter(|(server, document)| {
        of_several.contains(server.issuer.as_str())
            && document.grants_codes()
            && document.member(MEMBER) != Some(&Value::Bool(true))
    });
    let found = |value: Option<&Value>, url: &str| {
        let got = value.map_or_else(|| "no such member".to_owned(), shown);
        Found::new(Location::member(url, MEMBER), "true", got)
    };
    used.map(|(_, document)| found(document.member(MEMBER), document.url())).collect()
}
