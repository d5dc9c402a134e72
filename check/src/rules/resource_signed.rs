//! R: the signed metadata in the resource's document.

use super::resource::relevant;
use crate::facts::{Document, Facts};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};
use telnyx_oauth::embedding::{quoted, resource_members};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "R14",
    name: "signed-metadata-unusable",
    severity: Severity::Warning,
    section: "RFC 9728 section 2.2",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-2.2",
    fault: Fault::Resource,
    summary: "The member signed_metadata must be a signed JWT with iss, valid now, whose claims agree with the plain members.",
    explanation: "A client that trusts the signer refuses a token that it cannot verify, and lets the claims replace the plain \
                  members. Other clients read the plain members, so the two kinds of clients would see different metadata.",
    help: "Sign the metadata again whenever it changes, with an asymmetric algorithm and the claim iss. Leave signed_metadata \
           out of the claims.",
    example: "{\"resource\": \"https://api.example\", \"signed_metadata\": \"not-a-jwt\"}\n",
    near_miss: "{\"resource\": \"https://api.example\", \"signed_metadata\": \"eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FwaS5leGFtcGxlIn0.c2ln\"}\n",
    check: signed_metadata,
}];

fn signed_metadata(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let Some(token) = document.member("signed_metadata").and_then(Value::as_str) else { return Vec::new() };
        let at = Location::member(document.url(), "signed_metadata");
        let reasons = match parts(token) {
            None => {
                vec!["it is not a JWT: three parts in base64url, the first two of which are JSON objects".to_owned()]
            }
            Some((header, claims)) => faults(document, &header, &claims),
        };
        let found = |got| Found::new(at.clone(), "a signed JWT that agrees with the plain members", got);
        reasons.into_iter().map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

/// The header and the claims of a JWT in the compact form.
fn parts(token: &str) -> Option<(Map<String, Value>, Map<String, Value>)> {
    let object = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok();
    let mut parts = token.split('.');
    let (header, claims, signature) = (object(parts.next()?)?, object(parts.next()?)?, parts.next()?);
    URL_SAFE_NO_PAD.decode(signature).ok().filter(|_| parts.next().is_none())?;
    Some((header, claims))
}

fn faults(document: &Document<'_>, header: &Map<String, Value>, claims: &Map<String, Value>) -> Vec<String> {
    let mut faults = Vec::new();
    match header.get("alg").and_then(Value::as_str) {
        None => faults.push("its header has no alg".to_owned()),
        Some(algorithm) if algorithm == "none" || algorithm.starts_with("HS") => {
            faults.push(format!("its algorithm is {}, which clients cannot verify", quoted(algorithm)));
        }
        Some(_) => {}
    }
    if !claims.get("iss").is_some_and(Value::is_string) {
        faults.push("it has no claim iss".to_owned());
    }
    if claims.contains_key("signed_metadata") {
        faults.push("it has a claim signed_metadata".to_owned());
    }
    let answered_at =
        document.exchange.answer.as_ref().and_then(|answer| answer.lines("date").next()).and_then(seconds);
    if let (Some(expiry), Some(now)) = (claims.get("exp").and_then(Value::as_f64), answered_at)
        && expiry <= now
    {
        faults.push("it was expired at the date of the answer".to_owned());
    }
    let differs = |name: &&str| match (claims.get(*name), document.member(name)) {
        (Some(claim), Some(plain)) => *name != "signed_metadata" && claim != plain,
        _ => false,
    };
    faults.extend(
        resource_members().filter(differs).map(|name| format!("its claim {name} differs from the plain member")),
    );
    faults
}

/// The seconds since 1970 of a `Date` field. The observation has no other clock.
fn seconds(date: &str) -> Option<f64> {
    let date = httpdate::parse_http_date(date).ok()?;
    Some(date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs_f64())
}
