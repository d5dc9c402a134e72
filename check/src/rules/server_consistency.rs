//! S12 to S14: an authorization server's document against the resource, its other documents, and its issuer.

use super::server_members::used;
use super::shown::shown;
use crate::facts::{Facts, Server, ServerDocument, ServerPlace};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use std::collections::BTreeSet;
use telnyx_oauth::WarningKind;
use telnyx_oauth::embedding::{authorization_server_members, quoted};
use url::Url;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S12",
        name: "resource-not-listed",
        severity: Severity::Info,
        section: "RFC 9728 section 4",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-4",
        fault: Fault::AuthorizationServer,
        summary: "If the server lists its protected resources, the list should have the resource.",
        explanation: "A client that compares both documents cannot confirm that the server serves this resource. The list \
                      need not be complete.",
        help: "Add the member resource of the resource's metadata to protected_resources, code point by code point, or leave \
               the list out.",
        example: "{\"protected_resources\": [\"https://other.example\"]} for https://api.example/mcp\n",
        near_miss: "{\"protected_resources\": [\"https://api.example/mcp\"]} for https://api.example/mcp\n",
        check: resource_not_listed,
    },
    Rule {
        code: "S13",
        name: "server-documents-differ",
        severity: Severity::Warning,
        section: "RFC 8414 section 5",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-5",
        fault: Fault::AuthorizationServer,
        summary: "The documents at RFC 8414's URL and at OpenID Connect's URL should agree.",
        explanation: "Clients ask the two URLs in different orders. If the documents differ, the same server works with one \
                      client and fails with another.",
        help: "Serve the same document at both URLs.",
        example: "{\"token_endpoint\": \"https://as.example/oauth/token\"} at one URL, and \
                  {\"token_endpoint\": \"https://as.example/oidc/token\"} at the other\n",
        near_miss: "{\"token_endpoint\": \"https://as.example/token\"} at both URLs\n",
        check: server_documents_differ,
    },
    Rule {
        code: "S14",
        name: "endpoint-on-other-host",
        severity: Severity::Info,
        section: "RFC 9700 section 4.4",
        link: "https://www.rfc-editor.org/rfc/rfc9700#section-4.4",
        fault: Fault::AuthorizationServer,
        summary: "The endpoints are usually on the host of the issuer.",
        explanation: "Another host is allowed, and large providers use it. Otherwise it is often the internal name of a server \
                      behind a proxy, or the endpoint of a test system.",
        help: "Check that clients can reach the host, and that it belongs to the authorization server.",
        example: "{\"issuer\": \"https://as.example\", \"token_endpoint\": \"https://keycloak.internal/token\"}\n",
        near_miss: "{\"issuer\": \"https://as.example\", \"token_endpoint\": \"https://as.example/token\"}\n",
        check: endpoint_on_other_host,
    },
];

fn resource_not_listed(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "protected_resources";
    let warnings = facts.discovery.as_ref().map_or(&[][..], |found| found.warnings());
    let urls = warnings.iter().filter(|warning| warning.kind == WarningKind::ResourceNotListed);
    let urls: Vec<_> = urls.filter_map(|warning| warning.url.as_deref()).collect();
    let documents = used(facts).map(|(_, document)| document).filter(|document| {
        let url = document.exchange.answer.as_ref().map_or(document.url(), |answer| &answer.url);
        urls.contains(&url) || urls.contains(&document.url())
    });
    let found = |document: &ServerDocument<'_>| {
        let got = document.member(MEMBER).map(shown).unwrap_or_default();
        Found::new(Location::member(document.url(), MEMBER), format!("a list with {}", quoted(facts.target())), got)
    };
    documents.map(found).collect()
}

fn server_documents_differ(facts: &Facts<'_>) -> Vec<Found> {
    facts.servers.iter().flat_map(differences).collect()
}

/// The members that differ between RFC 8414's URL and the first of OpenID Connect's that has a document.
fn differences(server: &Server<'_>) -> Vec<Found> {
    let documents = || server.documents.iter().filter(|document| document.is_server_metadata());
    let oauth = documents().find(|document| document.place == ServerPlace::OAuth);
    let openid = documents().find(|document| document.place != ServerPlace::OAuth);
    let (Some(oauth), Some(openid)) = (oauth, openid) else { return Vec::new() };
    let found = |name: &&'static str| {
        let (expected, got) = (oauth.member(name), openid.member(name));
        if same(expected, got) {
            return None;
        }
        let is_address = name.ends_with("_endpoint") || *name == "jwks_uri";
        let text = |value: Option<&Value>| value.map_or_else(|| "no such member".to_owned(), shown);
        let expected_text = format!("as at {}: {}", quoted(oauth.url()), text(expected));
        let found = Found::new(Location::member(openid.url(), name), expected_text, text(got));
        // A list or a flag of OpenID Connect may say more than one of OAuth.
        Some(if is_address && expected.is_some() && got.is_some() { found } else { found.at_most(Severity::Info) })
    };
    // Rule S03 reports issuers. A signature differs each time.
    let members = authorization_server_members().filter(|name| !matches!(*name, "issuer" | "signed_metadata"));
    let is_of_both = |name: &&'static str| !is_of_openid(name) || oauth.member(name).is_some();
    members.filter(is_of_both).collect::<Vec<_>>().iter().filter_map(found).collect()
}

/// True for members that a plain OAuth document need not have.
fn is_of_openid(name: &str) -> bool {
    const PREFIXES: &[&str] = &[
        "id_token_",
        "userinfo_",
        "claim",
        "subject_types",
        "acr_",
        "display_",
        "frontchannel_",
        "backchannel_",
        "end_session",
        "check_session",
    ];
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// True if two members are equal. The order of a list has no meaning.
pub(super) fn same(left: Option<&Value>, right: Option<&Value>) -> bool {
    // A set, because a hostile list is long.
    let elements = |list: &[Value]| list.iter().map(Value::to_string).collect::<BTreeSet<_>>();
    match (left, right) {
        (Some(Value::Array(left)), Some(Value::Array(right))) => elements(left) == elements(right),
        (left, right) => left == right,
    }
}

fn endpoint_on_other_host(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (server, document) in used(facts) {
        let Some(own) = host(&server.issuer) else { continue };
        let mut others: Vec<(String, Vec<&str>)> = Vec::new();
        for name in authorization_server_members().filter(|name| name.ends_with("_endpoint")) {
            let other = document.member(name).and_then(Value::as_str).and_then(host).filter(|host| *host != own);
            let Some(other) = other else { continue };
            match others.iter_mut().find(|(known, _)| *known == other) {
                Some((_, names)) => names.push(name),
                None => others.push((other, vec![name])),
            }
        }
        for (other, names) in others {
            let got = format!("{} in {}", quoted(&other), names.join(", "));
            found.push(Found::new(Location::member(document.url(), names[0]), quoted(&own), got));
        }
    }
    found
}

/// The host of a URL.
pub(super) fn host(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}
