//! S04 and S05: the members of an authorization server's document.

use crate::facts::{Facts, Server, ServerDocument, ServerPlace};
use crate::finding::{Fault, Found, Location};
use crate::replay::rules;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::{authorization_server_members, quoted};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S04",
        name: "server-member-missing",
        severity: Severity::Error,
        section: "RFC 8414 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2",
        fault: Fault::AuthorizationServer,
        summary: "The metadata must have all required members, each of the registered type.",
        explanation: "A client cannot start without the two endpoints. Clients with a schema refuse the whole document if \
                      response_types_supported is missing. At OpenID Connect's URLs, they also demand jwks_uri, \
                      subject_types_supported and id_token_signing_alg_values_supported.",
        help: "Add the member. If its type is wrong, write the value as RFC 8414 defines it: a list is an array, even if it \
               has one element.",
        example: "{\"issuer\": \"https://as.example\", \"authorization_endpoint\": \"https://as.example/authorize\"}\n",
        near_miss: "{\"issuer\": \"https://as.example\", \"authorization_endpoint\": \"https://as.example/authorize\", \
                    \"token_endpoint\": \"https://as.example/token\", \"response_types_supported\": [\"code\"]}\n",
        check: server_member_missing,
    },
    Rule {
        code: "S05",
        name: "endpoint-no-https-url",
        severity: Severity::Error,
        section: "RFC 8414 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2",
        fault: Fault::AuthorizationServer,
        summary: "An endpoint must be an absolute https URL without a fragment.",
        explanation: "A client must not send codes and tokens over http. It does not resolve relative URLs.",
        help: "Write the absolute https URL. If a proxy ends TLS, tell the server its public URL, for example with \
               X-Forwarded-Proto.",
        example: "{\"token_endpoint\": \"/token\"}\n",
        near_miss: "{\"token_endpoint\": \"https://as.example/token\"}\n",
        check: endpoint_no_https_url,
    },
];

/// The members that OpenID Connect requires besides those of RFC 8414.
const OPENID_MEMBERS: &[&str] = &["jwks_uri", "subject_types_supported", "id_token_signing_alg_values_supported"];

/// The documents that clients would use, with their servers.
pub(super) fn used<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = (&'f Server<'a>, &'f ServerDocument<'a>)> {
    facts.servers.iter().filter_map(|server| Some((server, server.used()?)))
}

/// True if core demands a URL here, and the value is of the registered type.
fn is_url_member(document: &ServerDocument<'_>, name: &str) -> bool {
    let is_endpoint =
        name.ends_with("_endpoint") || matches!(name, "jwks_uri" | "signed_jwks_uri" | "check_session_iframe");
    let is_aliases = name == "mtls_endpoint_aliases";
    document.member(name).is_some_and(|value| is_endpoint && value.is_string() || is_aliases && value.is_object())
}

fn server_member_missing(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (server, document) in used(facts) {
        let grants = document.strings("grant_types_supported");
        let is_implicit = grants.as_ref().is_some_and(|grants| grants == &["implicit"]);
        let is_authorized = document.grants_codes() || grants.is_some_and(|grants| grants.contains(&"implicit"));
        let is_openid = document.place != ServerPlace::OAuth;
        let required = [
            ("issuer", true, Severity::Error),
            ("authorization_endpoint", is_authorized, Severity::Error),
            ("token_endpoint", !is_implicit, Severity::Error),
            // A client can go on without it, but clients with a schema refuse the document.
            ("response_types_supported", true, Severity::Warning),
        ];
        let of_openid = OPENID_MEMBERS.iter().map(|name| (*name, is_openid, Severity::Warning));
        for (name, is_required, severity) in required.into_iter().chain(of_openid) {
            if is_required && document.member(name).is_none() {
                let at = Location::member(document.url(), name);
                found.push(Found::new(at, "a value", "no such member").at_most(severity));
            }
        }
        for (name, message) in refused(facts, server, document) {
            // Rule S05 reports URLs.
            if !is_url_member(document, name) {
                found.push(Found::new(
                    Location::member(document.url(), name),
                    "a value of the registered type",
                    message,
                ));
            }
        }
    }
    found
}

/// The registered members that core refuses, with its reasons.
pub(super) fn refused(
    facts: &Facts<'_>,
    server: &Server<'_>,
    document: &ServerDocument<'_>,
) -> Vec<(&'static str, String)> {
    let rules = rules(facts.observation);
    let refused = |name: &'static str| {
        let error = document.judge_alone(&server.issuer, name, &rules).err()?;
        (error.kind() == ErrorKind::InvalidMetadata).then(|| (name, error.message().to_owned()))
    };
    let is_good = document.judged.is_ok();
    authorization_server_members().filter(|_| !is_good).filter_map(refused).collect()
}

fn endpoint_no_https_url(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (server, document) in used(facts) {
        for (name, message) in refused(facts, server, document) {
            if is_url_member(document, name) {
                let at = Location::member(document.url(), name);
                found.push(Found::new(at, "an absolute https URL", message));
            }
        }
        for name in authorization_server_members().filter(|name| name.ends_with("_endpoint")) {
            let value = document.member(name).and_then(Value::as_str);
            if let Some(value) = value.filter(|value| value.contains('#')) {
                let at = Location::member(document.url(), name);
                found.push(Found::new(at, "a URL without a fragment", quoted(value)).at_most(Severity::Warning));
            }
        }
    }
    found
}
