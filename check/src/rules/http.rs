//! H: HTTP and TLS.

use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::Exchange;
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::embedding::quoted;
use telnyx_oauth::{Error, ErrorKind, Warning, WarningKind};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "H01",
        name: "content-type-not-json",
        severity: Severity::Error,
        section: "RFC 9728 section 3.2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.2",
        fault: Fault::Resource,
        summary: "The content type of a document must be application/json.",
        explanation: "A client must not read a document of another type. Many clients take such an answer for a page of the \
                      web site.",
        help: "Send Content-Type: application/json with the document. Static file servers need a rule for files without an \
               extension.",
        example: "Content-Type: text/plain\n",
        near_miss: "Content-Type: application/json; charset=utf-8\n",
        check: content_type_not_json,
    },
    Rule {
        code: "H12",
        name: "unknown-well-known-url-answers",
        severity: Severity::Warning,
        section: "RFC 9110 section 15.5.5",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
        fault: Fault::Proxy,
        summary: "A well-known URL that does not exist must answer 404.",
        explanation: "A client asks several URLs until one has the document. A 200 for every path, or an error of the \
                      gateway, ends the search of some clients at the wrong URL.",
        help: "Answer 404 for unknown paths below /.well-known/. Exclude /.well-known/ from the catch-all route of a \
               single-page application, and from the routes of the gateway to servers that do not exist.",
        example: "GET /.well-known/no-such-document\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n",
        near_miss: "GET /.well-known/no-such-document\n\nHTTP/1.1 404 Not Found\n",
        check: unknown_well_known_url_answers,
    },
];

fn content_type_not_json(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut check = |exchange: &Exchange, has_json: bool, error: Option<&Error>, warnings: &[Warning], fault| {
        let is_refused = has_json && error.is_some_and(|error| error.kind() == ErrorKind::ContentType);
        let is_unusual = warnings.iter().any(|warning| warning.kind == WarningKind::ContentTypeUnusual);
        if is_refused || is_unusual {
            let value = exchange.answer.as_ref().and_then(|answer| answer.field("content-type"));
            let got = value.map_or_else(|| "no such field".to_owned(), |value| quoted(&value));
            let one = Found::new(Location::header(&exchange.url, "content-type"), "application/json", got).of(fault);
            found.push(if is_unusual { one.at_most(Severity::Warning) } else { one });
        }
    };
    for document in &facts.documents {
        let (error, warnings) = split(&document.judged, |metadata| metadata.warnings());
        check(document.exchange, document.json.is_some(), error, warnings, Fault::Resource);
    }
    for document in facts.servers.iter().flat_map(|server| &server.documents) {
        let (error, warnings) = split(&document.judged, |metadata| metadata.warnings());
        check(document.exchange, document.json.is_some(), error, warnings, Fault::AuthorizationServer);
    }
    found
}

fn split<T>(judged: &Result<T, Error>, warnings: impl FnOnce(&T) -> &[Warning]) -> (Option<&Error>, &[Warning]) {
    match judged {
        Ok(document) => (None, warnings(document)),
        Err(error) => (Some(error), &[]),
    }
}

fn unknown_well_known_url_answers(facts: &Facts<'_>) -> Vec<Found> {
    let found = |exchange: &Exchange| {
        let answer = exchange.answer.as_ref()?;
        let is_wrong = matches!(answer.status, 200..=299 | 500..=599);
        is_wrong.then(|| Found::new(Location::url(&exchange.url), "status 404", format!("status {}", answer.status)))
    };
    facts.unknown_well_known().and_then(found).into_iter().collect()
}
