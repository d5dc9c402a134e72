//! S15 and S16: the keys of an authorization server, and its endpoints for mutual TLS.

use super::server_consistency::host;
use super::server_members::used;
use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::Exchange;
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::{authorization_server_members, quoted};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S15",
        name: "bad-jwk-set",
        severity: Severity::Error,
        section: "RFC 7517 section 5",
        link: "https://www.rfc-editor.org/rfc/rfc7517#section-5",
        fault: Fault::AuthorizationServer,
        summary: "The URL jwks_uri must answer with a JWK Set of public keys.",
        explanation: "Resources and clients verify the server's tokens with these keys. A private key here lets every \
                      reader forge tokens of the server.",
        help: "Serve a JSON object with the array keys. If it has private keys, replace these keys at once, and publish only \
               their public members.",
        example: "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"…\", \"y\": \"…\", \"d\": \"…\"}]}\n",
        near_miss: "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"…\", \"y\": \"…\"}]}\n",
        check: bad_jwk_set,
    },
    Rule {
        code: "S16",
        name: "mtls-alias-elsewhere",
        severity: Severity::Warning,
        section: "RFC 8705 section 5",
        link: "https://www.rfc-editor.org/rfc/rfc8705#section-5",
        fault: Fault::AuthorizationServer,
        summary: "The endpoints for mutual TLS should be in the domain of the server.",
        explanation: "A client with a certificate sends its codes and tokens to these endpoints instead of the usual ones. An \
                      alias in another domain is a mistake or an attack.",
        help: "Point the members of mtls_endpoint_aliases to the server's own hosts.",
        example: "{\"token_endpoint\": \"https://as.example/token\", \
                  \"mtls_endpoint_aliases\": {\"token_endpoint\": \"https://other.test/token\"}}\n",
        near_miss: "{\"token_endpoint\": \"https://as.example/token\", \
                    \"mtls_endpoint_aliases\": {\"token_endpoint\": \"https://mtls.as.example/token\"}}\n",
        check: mtls_alias_elsewhere,
    },
];

fn bad_jwk_set(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (_, document) in used(facts) {
        if let Some(name) = document.member("jwks").and_then(private_member) {
            found.push(private(Location::member(document.url(), &format!("jwks.{name}"))));
        }
        let url = document.member("jwks_uri").and_then(Value::as_str);
        let Some((_, exchange)) = url.and_then(|url| facts.observation.find(Role::Jwks, url)) else { continue };
        match key_set(exchange) {
            Ok(keys) => {
                let private_member = private_member(&keys);
                found.extend(private_member.map(|name| private(Location::member(&exchange.url, &name))));
            }
            Err(got) => {
                let at = Location::url(&exchange.url);
                found.push(Found::new(at, "a JWK Set, with status 200", got).at_most(Severity::Warning));
            }
        }
    }
    found
}

fn private(at: Location) -> Found {
    Found::new(at, "public keys only", "a member of a private key")
}

/// The JWK Set in an answer, or a description of another answer.
pub(super) fn key_set(exchange: &Exchange) -> Result<Value, String> {
    let answer = exchange.answer.as_ref().filter(|_| exchange.error.is_none()).ok_or_else(|| {
        exchange.error.as_ref().map_or_else(|| "no answer".to_owned(), |failure| failure.message.clone())
    })?;
    if answer.status != 200 {
        return Err(format!("status {}", answer.status));
    }
    let json: Value = serde_json::from_slice(&answer.body.0).map_err(|_| "a body that is not JSON".to_owned())?;
    let keys = json.get("keys").and_then(Value::as_array).ok_or("JSON without the array keys")?;
    match keys.iter().position(|key| !key.get("kty").is_some_and(Value::is_string)) {
        Some(index) => Err(format!("keys[{index}] has no kty")),
        None => Ok(json),
    }
}

/// The path of the first private member in a JWK Set
/// ([RFC 7518 section 6](https://www.rfc-editor.org/rfc/rfc7518#section-6)).
pub(super) fn private_member(keys: &Value) -> Option<String> {
    const NAMES: &[&str] = &["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
    let keys = keys.get("keys")?.as_array()?;
    let member = |(index, key): (usize, &Value)| {
        let name = NAMES.iter().find(|name| key.get(**name).is_some())?;
        Some(format!("keys[{index}].{name}"))
    };
    keys.iter().enumerate().find_map(member)
}

fn mtls_alias_elsewhere(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "mtls_endpoint_aliases";
    let mut found = Vec::new();
    for (server, document) in used(facts) {
        for name in authorization_server_members() {
            let alias = document.member(MEMBER).and_then(|aliases| aliases.get(name)).and_then(Value::as_str);
            let Some(alias) = alias.and_then(host) else { continue };
            let usual = document.member(name).and_then(Value::as_str).and_then(host);
            let own = host(&server.issuer).into_iter().chain(usual);
            let own: Vec<_> = own.filter(|own| !own.is_empty()).collect();
            if !own.iter().any(|own| is_related(own, &alias)) {
                let at = Location::member(document.url(), MEMBER);
                let expected = own.iter().map(|host| quoted(host)).collect::<Vec<_>>().join(" or ");
                found.push(Found::new(at, format!("a host as {expected}"), format!("{} for {name}", quoted(&alias))));
            }
        }
    }
    found
}

/// True if two hosts are equal, or names with the same last two labels.
fn is_related(left: &str, right: &str) -> bool {
    let is_name = |host: &str| host.bytes().last().is_some_and(|byte| byte.is_ascii_alphabetic());
    let domain = |host: &str| host.rsplit('.').take(2).map(str::to_owned).collect::<Vec<_>>();
    left == right || is_name(left) && is_name(right) && domain(left) == domain(right)
}
