//! R: the resource's document and those of its authorization servers.

use super::resource::relevant;
use crate::facts::{Document, Facts};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::AuthorizationServerMetadata;
use telnyx_oauth::embedding::quoted;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "R20",
    name: "authorization-server-cannot-do-it",
    severity: Severity::Warning,
    section: "RFC 9728 section 2",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
    fault: Fault::Resource,
    summary: "An authorization server of the resource must be able to issue the tokens that the resource demands.",
    explanation: "A resource that demands DPoP, tokens bound to a certificate, or types of authorization details is of no use \
                  with a server that cannot do these. Clients read both documents.",
    help: "Switch the feature on at the authorization server, and publish it there. Or remove the member from the metadata of \
           the resource.",
    example: "{\"dpop_bound_access_tokens_required\": true}, and a server without dpop_signing_alg_values_supported\n",
    near_miss: "{\"dpop_bound_access_tokens_required\": true}, and a server with dpop_signing_alg_values_supported\n",
    check: contradictions,
}];

fn contradictions(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for document in relevant(facts) {
        for server in &facts.servers {
            let lists = document.strings("authorization_servers").any(|(_, issuer)| issuer == server.issuer);
            if let Some(Ok(metadata)) = server.good().filter(|_| lists).map(|good| &good.judged) {
                found.extend(dpop(document, metadata, &server.issuer));
                found.extend(certificates(document, metadata, &server.issuer));
                found.extend(authorization_details(document, metadata, &server.issuer));
            }
        }
    }
    found
}

fn dpop(document: &Document<'_>, server: &AuthorizationServerMetadata, issuer: &str) -> Option<Found> {
    let name = "dpop_bound_access_tokens_required";
    if document.member(name) != Some(&Value::Bool(true)) {
        return None;
    }
    let got = match server.dpop_signing_alg_values_supported() {
        None | Some([]) => "does not support DPoP".to_owned(),
        Some(known) => {
            let mut own =
                document.strings("dpop_signing_alg_values_supported").map(|(_, algorithm)| algorithm).peekable();
            if own.peek().is_none() || own.any(|algorithm| known.iter().any(|it| it == algorithm)) {
                return None;
            }
            "supports DPoP with other algorithms only".to_owned()
        }
    };
    let got = format!("{} {got}", quoted(issuer));
    Some(Found::new(Location::member(document.url(), name), "an authorization server with DPoP", got))
}

fn certificates(document: &Document<'_>, server: &AuthorizationServerMetadata, issuer: &str) -> Option<Found> {
    let name = "tls_client_certificate_bound_access_tokens";
    let wants = document.member(name) == Some(&Value::Bool(true));
    let can = server.member(name) == Some(telnyx_oauth::Value::Boolean(true));
    let got = format!("{} does not issue them", quoted(issuer));
    let found = Found::new(Location::member(document.url(), name), "a server that binds tokens to certificates", got);
    // The resource supports such tokens. The member does not say that it demands them.
    (wants && !can).then(|| found.at_most(Severity::Info))
}

fn authorization_details(document: &Document<'_>, server: &AuthorizationServerMetadata, issuer: &str) -> Vec<Found> {
    let name = "authorization_details_types_supported";
    let known = server.authorization_details_types_supported();
    let found = |(index, kind): (usize, &str)| {
        let got = match known {
            Some(known) if known.iter().any(|it| it == kind) => return None,
            Some(_) => format!("{} supports other types only", quoted(issuer)),
            None => format!("{} lists no types", quoted(issuer)),
        };
        let at = Location::member(document.url(), &format!("{name}[{index}]"));
        let found = Found::new(at, format!("a server that supports the type {}", quoted(kind)), got);
        // A server that supports types need not list them.
        Some(if known.is_none() { found.at_most(Severity::Info) } else { found })
    };
    document.strings(name).filter_map(found).collect()
}
