use super::answers::{elements, shown};
use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::{Answer, Exchange};
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;

const ALLOW_ORIGIN: &str = "access-control-allow-origin";
const ALLOW_HEADERS: &str = "access-control-allow-headers";
const EXPOSE_HEADERS: &str = "access-control-expose-headers";

pub(super) const DOCUMENT_WITHOUT_CORS: Rule = Rule {
    code: "H04",
    name: "document-without-cors",
    severity: Severity::Warning,
    section: "Fetch, CORS check",
    link: "https://fetch.spec.whatwg.org/#concept-cors-check",
    fault: Fault::Resource,
    summary: "Clients that run in a browser can read a document only if CORS allows it.",
    explanation: "A browser hides a response without Access-Control-Allow-Origin from a page of another origin. A client in the \
                  browser then sees a network error. The finding is a warning if the field is there with a wrong \
                  value.",
    help: "Send Access-Control-Allow-Origin: * with the document. The document is public, so this is safe.",
    example: "Origin: https://client.example\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://api.example\n",
    near_miss: "Origin: https://client.example\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://client.example\n",
    check: document_without_cors,
};

pub(super) const CHALLENGE_WITHOUT_CORS: Rule = Rule {
    code: "H05",
    name: "challenge-without-cors",
    severity: Severity::Warning,
    section: "Fetch, HTTP extensions of CORS",
    link: "https://fetch.spec.whatwg.org/#http-responses",
    fault: Fault::Resource,
    summary: "Clients that run in a browser see a challenge only if CORS allows the request and exposes WWW-Authenticate.",
    explanation: "A browser first asks with OPTIONS whether it may send Authorization. It shows WWW-Authenticate to the client \
                  only if Access-Control-Expose-Headers names it. The finding is a warning if the resource allows browsers in \
                  another answer.",
    help: "Answer OPTIONS without authentication, allow the headers Authorization and Content-Type, and add \
           Access-Control-Allow-Origin and Access-Control-Expose-Headers: WWW-Authenticate to the 401. The CORS middleware must \
           run before the one that checks tokens.",
    example: "HTTP/1.1 401 Unauthorized\nAccess-Control-Allow-Origin: *\nWWW-Authenticate: Bearer\n",
    near_miss: "HTTP/1.1 401 Unauthorized\nAccess-Control-Allow-Origin: *\nAccess-Control-Expose-Headers: WWW-Authenticate\nWWW-Authenticate: Bearer\n",
    check: challenge_without_cors,
};

fn document_without_cors(facts: &Facts<'_>) -> Vec<Found> {
    let of_resource = facts.observation.of_role(Role::MetadataFromBrowser).map(|seen| (seen, Fault::Resource));
    let of_servers =
        facts.observation.of_role(Role::ServerMetadataFromBrowser).map(|seen| (seen, Fault::AuthorizationServer));
    let found = |(exchange, owner): (&Exchange, Fault)| {
        let answer = answer(exchange).filter(|answer| answer.status == 200 && !allows_origin(exchange, answer))?;
        let at = Location::header(&exchange.url, ALLOW_ORIGIN);
        let found = Found::new(at, "* or the origin of the request", shown(answer, ALLOW_ORIGIN)).of(owner);
        // A server without the field may serve no browsers on purpose.
        Some(if answer.field(ALLOW_ORIGIN).is_some() { found } else { found.at_most(Severity::Info) })
    };
    of_resource.chain(of_servers).filter_map(found).collect()
}

fn challenge_without_cors(facts: &Facts<'_>) -> Vec<Found> {
    let preflight = seen(facts, Role::ResourcePreflight);
    let challenged = seen(facts, Role::ResourceFromBrowser);
    let challenged = challenged.filter(|(_, answer)| answer.field("www-authenticate").is_some());
    // Only a challenge can be hidden.
    let Some((exchange, answer)) = challenged else { return Vec::new() };
    let is_for_browsers = preflight.iter().chain(&challenged).any(|(_, seen)| seen.field(ALLOW_ORIGIN).is_some());
    if !is_for_browsers {
        let at = Location::header(&exchange.url, ALLOW_ORIGIN);
        let found = Found::new(at, "a challenge that browsers show to clients", "no CORS field");
        return vec![found.at_most(Severity::Info)];
    }
    let mut found: Vec<_> = preflight.and_then(|(exchange, answer)| refused(exchange, answer)).into_iter().collect();
    if !allows_origin(exchange, answer) {
        let at = Location::header(&exchange.url, ALLOW_ORIGIN);
        found.push(Found::new(at, "* or the origin of the request, with the challenge", shown(answer, ALLOW_ORIGIN)));
    } else if !names(answer, EXPOSE_HEADERS, "www-authenticate") && !names(answer, EXPOSE_HEADERS, "*") {
        let at = Location::header(&exchange.url, EXPOSE_HEADERS);
        found.push(Found::new(at, "WWW-Authenticate among the exposed headers", shown(answer, EXPOSE_HEADERS)));
    }
    found
}

/// The violation of a preflight that does not permit a request with a token.
fn refused(exchange: &Exchange, answer: &Answer) -> Option<Found> {
    if !(200..300).contains(&answer.status) {
        let got = format!("status {}", answer.status);
        return Some(Found::new(Location::url(&exchange.url), "a status of 200 to 299 for OPTIONS", got));
    }
    if !allows_origin(exchange, answer) {
        let at = Location::header(&exchange.url, ALLOW_ORIGIN);
        return Some(Found::new(at, "* or the origin of the request, for OPTIONS", shown(answer, ALLOW_ORIGIN)));
    }
    if names(answer, ALLOW_HEADERS, "authorization") {
        return None;
    }
    let at = Location::header(&exchange.url, ALLOW_HEADERS);
    let found = Found::new(at, "Authorization among the allowed headers", shown(answer, ALLOW_HEADERS));
    // By the standard `*` does not include Authorization, but some browsers accept it.
    Some(if names(answer, ALLOW_HEADERS, "*") { found.at_most(Severity::Info) } else { found })
}

fn seen<'a>(facts: &'a Facts<'_>, role: Role) -> Option<(&'a Exchange, &'a Answer)> {
    let exchange = facts.observation.of_role(role).next()?;
    Some((exchange, answer(exchange)?))
}

fn answer(exchange: &Exchange) -> Option<&Answer> {
    exchange.answer.as_ref()
}

/// True if the answer may be read by a page of the request's origin.
fn allows_origin(exchange: &Exchange, answer: &Answer) -> bool {
    let origin = exchange.headers.iter().find(|(name, _)| name == "origin").map(|(_, value)| value.as_str());
    let allowed = answer.field(ALLOW_ORIGIN);
    allowed.as_deref() == Some("*") || allowed.is_some() && allowed.as_deref() == origin
}

fn names(answer: &Answer, field: &str, element: &str) -> bool {
    elements(answer, field).iter().any(|named| named == element)
}
