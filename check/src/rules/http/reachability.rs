use super::answers::{DocumentAnswer, document_answers};
use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::Exchange;
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::embedding::quoted;

/// The time in which a server should answer.
const SLOW_MS: u64 = 2_000;

pub(super) const REDIRECTED: Rule = Rule {
    code: "H02",
    name: "document-redirected",
    severity: Severity::Error,
    section: "RFC 9728 section 3.2",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.2",
    fault: Fault::Resource,
    summary: "The well-known URL must answer with the document itself, not with a redirect.",
    explanation: "A successful answer has the status 200. Clients protect themselves against forged requests: many follow no \
                  redirect, or none to another origin. The finding is an error if no URL leads to the document.",
    help: "Serve the document at the well-known URL itself. A usual cause is a rule that adds a slash, changes the host, or sends \
           requests without a session to a login page.",
    example: "HTTP/1.1 302 Found\nLocation: https://login.example/\n",
    near_miss: "HTTP/1.1 200 OK\nContent-Location: https://api.example/metadata.json\nContent-Type: application/json\n",
    check: redirected,
};

pub(super) const DOCUMENT_ASKS_FOR_AUTHENTICATION: Rule = Rule {
    code: "H03",
    name: "document-asks-for-authentication",
    severity: Severity::Error,
    section: "RFC 9728 section 3.1",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.1",
    fault: Fault::Resource,
    summary: "A document must be readable without authentication.",
    explanation: "A client reads the document to learn where it can get a token, so it has no token yet. The finding is an error \
                  if no URL leads to the document.",
    help: "Exclude the paths below /.well-known/ from the authentication of the server and of the gateway.",
    example: "GET /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 401 Unauthorized\n",
    near_miss: "GET /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 404 Not Found\n",
    check: document_asks_for_authentication,
};

pub(super) const UNKNOWN_WELL_KNOWN_URL_ANSWERS: Rule = Rule {
    code: "H12",
    name: "unknown-well-known-url-answers",
    severity: Severity::Warning,
    section: "RFC 9110 section 15.5.5",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
    fault: Fault::Proxy,
    summary: "A well-known URL that does not exist must answer 404.",
    explanation: "A client asks several URLs until one has the document. A 200 for every path, or an error of the gateway, ends \
                  the search of some clients at the wrong URL.",
    help: "Answer 404 for unknown paths below /.well-known/. Exclude /.well-known/ from the catch-all route of a single-page \
           application, and from the routes of the gateway to servers that do not exist.",
    example: "GET /.well-known/no-such-document\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n",
    near_miss: "GET /.well-known/no-such-document\n\nHTTP/1.1 404 Not Found\n",
    check: unknown_well_known_url_answers,
};

pub(super) const SLOW_OR_BUSY: Rule = Rule {
    code: "H13",
    name: "document-slow-or-busy",
    severity: Severity::Warning,
    section: "RFC 9110 section 15.6.4",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4",
    fault: Fault::Resource,
    summary: "A server must answer within two seconds, and without a status that asks for another try.",
    explanation: "A client sends several requests before a user sees a login page. Many clients do not try again after a 429 or a \
                  503. An answer that is only slow is worth knowing.",
    help: "Serve the documents from memory or from a cache, and exclude them from the limits of the request rate.",
    example: "HTTP/1.1 503 Service Unavailable\nRetry-After: 5\n",
    near_miss: "HTTP/1.1 200 OK\nContent-Type: application/json\n",
    check: slow_or_busy,
};

pub(super) const HEAD_FAILS: Rule = Rule {
    code: "H15",
    name: "head-fails",
    severity: Severity::Info,
    section: "RFC 9110 section 9.1",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-9.1",
    fault: Fault::Resource,
    summary: "A URL that answers GET must also answer HEAD.",
    explanation: "Monitors, caches and link checkers use HEAD. A monitor that uses HEAD reports this URL as broken.",
    help: "Permit HEAD for each route that permits GET.",
    example: "HEAD /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 405 Method Not Allowed\n",
    near_miss: "HEAD /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 200 OK\n",
    check: head_fails,
};

fn redirected(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: DocumentAnswer<'_>| {
        let answer = document.answer;
        let location = answer.field("location").filter(|_| (300..400).contains(&answer.status));
        let target = location.or_else(|| (!answer.redirects.is_empty()).then(|| answer.url.clone()))?;
        let found = document.at_url("status 200", format!("a redirect to {}", quoted(&target)));
        if document.is_expected && !document.has_good {
            return Some(found);
        }
        let is_needed = document.is_good || document.is_expected;
        Some(found.at_most(if is_needed { Severity::Warning } else { Severity::Info }))
    };
    document_answers(facts).into_iter().filter_map(found).collect()
}

fn document_asks_for_authentication(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: DocumentAnswer<'_>| {
        let found = document.at_url("status 200 without authentication", format!("status {}", document.answer.status));
        if document.has_good { found.at_most(Severity::Warning) } else { found }
    };
    let is_refused =
        |document: &DocumentAnswer<'_>| document.is_expected && matches!(document.answer.status, 401 | 403 | 407);
    document_answers(facts).into_iter().filter(is_refused).map(found).collect()
}

fn unknown_well_known_url_answers(facts: &Facts<'_>) -> Vec<Found> {
    let found = |exchange: &Exchange| {
        let answer = exchange.answer.as_ref()?;
        let is_wrong = matches!(answer.status, 200..=299 | 500..=599);
        is_wrong.then(|| Found::new(Location::url(&exchange.url), "status 404", format!("status {}", answer.status)))
    };
    facts.unknown_well_known().and_then(found).into_iter().collect()
}

fn slow_or_busy(facts: &Facts<'_>) -> Vec<Found> {
    let unknown = facts.unknown_well_known().and_then(Exchange::status);
    let found = |document: DocumentAnswer<'_>| {
        let answer = document.answer;
        // A server that answers so at every URL breaks another rule.
        if matches!(answer.status, 429 | 503) && unknown != Some(answer.status) {
            return Some(document.at_url("status 200", format!("status {}", answer.status)));
        }
        let slow = document.at_url("an answer within 2000 ms", format!("an answer after {} ms", answer.elapsed_ms));
        (answer.elapsed_ms > SLOW_MS).then(|| slow.at_most(Severity::Info))
    };
    document_answers(facts).into_iter().filter_map(found).collect()
}

fn head_fails(facts: &Facts<'_>) -> Vec<Found> {
    let found = |head: &Exchange| {
        let (_, get) = facts.observation.find(Role::Metadata, &head.url)?;
        let (got, status) = (get.status()?, head.status()?);
        let is_wrong = got == 200 && status != 200;
        is_wrong.then(|| Found::new(Location::url(&head.url), "status 200 for HEAD", format!("status {status}")))
    };
    facts.observation.of_role(Role::MetadataHead).filter_map(found).collect()
}
