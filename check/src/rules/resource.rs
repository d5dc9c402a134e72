//! R: the resource's document.

use super::difference::difference;
use crate::facts::{Document, Facts, Place};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::quoted;
use telnyx_oauth::{ErrorKind, WarningKind};
use url::Url;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "R01",
        name: "no-metadata-at-well-known-url",
        severity: Severity::Error,
        section: "RFC 9728 section 3.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.1",
        fault: Fault::Resource,
        summary: "The metadata must be at the well-known URL of the resource.",
        explanation: "A client without a challenge asks this URL. It inserts /.well-known/oauth-protected-resource between \
                      the host and the path of the resource.",
        help: "Publish the metadata at the expected URL. Do not append the well-known path to the path of the resource.",
        example: "GET /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 404 Not Found\n",
        near_miss: "GET /.well-known/oauth-protected-resource/mcp\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"resource\": \"https://api.example/mcp\"}\n",
        check: not_at_well_known_url,
    },
    Rule {
        code: "R02",
        name: "metadata-only-at-root",
        severity: Severity::Warning,
        section: "RFC 9728 section 3.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.1",
        fault: Fault::Resource,
        summary: "The metadata of a resource with a path must be at the path-inserted URL, not at the origin's root only.",
        explanation: "A client that keeps to RFC 9728 asks only the URL with the resource's path. Only some clients, such as \
                      those of MCP, ask the root next.",
        help: "Publish the metadata at the URL with the path too. The document there must have the resource's own URL.",
        example: "GET /.well-known/oauth-protected-resource/mcp answers 404, and GET /.well-known/oauth-protected-resource answers 200\n",
        near_miss: "both answer 200, each with its own resource\n",
        check: only_at_root,
    },
    Rule {
        code: "R03",
        name: "resource-missing",
        severity: Severity::Error,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The metadata must have the member resource.",
        explanation: "A client compares resource with the URL that it uses. Without it, the client cannot know that the \
                      document is about this resource, and must not use it.",
        help: "Add resource, with exactly the URL that the clients use.",
        example: "{\"authorization_servers\": [\"https://as.example\"]}\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\", \"authorization_servers\": [\"https://as.example\"]}\n",
        check: resource_missing,
    },
    Rule {
        code: "R04",
        name: "resource-not-identical",
        severity: Severity::Error,
        section: "RFC 9728 section 3.3",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.3",
        fault: Fault::Resource,
        summary: "The member resource must be identical to the URL of the resource, code point by code point.",
        explanation: "A client must refuse a document about another resource, because an attacker could publish one to get \
                      tokens for it. Clients that normalise URLs accept some differences, and others refuse them.",
        help: "Set resource to exactly the URL that the clients use. A reverse proxy must tell the server the public scheme, \
               host and path.",
        example: "{\"resource\": \"https://api.example/mcp/\"} for https://api.example/mcp\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\"} for https://api.example/mcp\n",
        check: resource_not_identical,
    },
    Rule {
        code: "R05",
        name: "resource-no-https-url",
        severity: Severity::Error,
        section: "RFC 9728 section 1.2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-1.2",
        fault: Fault::Resource,
        summary: "The member resource must be an https URL without a fragment, and without a user name or password.",
        explanation: "A resource identifier is sent to authorization servers (RFC 8707), which refuse other values.",
        help: "Write an absolute https URL. If a proxy ends TLS, tell the server its public URL.",
        example: "{\"resource\": \"http://api.example/mcp#section\"}\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\"}\n",
        check: resource_no_https_url,
    },
    Rule {
        code: "R06",
        name: "no-authorization-servers",
        severity: Severity::Warning,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The metadata should list at least one authorization server.",
        explanation: "A client that does not know an authorization server of the resource cannot go on.",
        help: "Add authorization_servers, an array with the issuer URL of each authorization server.",
        example: "{\"resource\": \"https://api.example/mcp\", \"authorization_servers\": []}\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\", \"authorization_servers\": [\"https://as.example\"]}\n",
        check: no_authorization_servers,
    },
];

/// A short description of an answer that is no good document.
pub(super) fn got(document: &Document<'_>) -> String {
    match (&document.judged, document.exchange.status()) {
        (Ok(_), _) => "a good document".to_owned(),
        (Err(error), Some(status)) if error.kind() == ErrorKind::HttpStatus => format!("status {status}"),
        (Err(error), _) => error.message().to_owned(),
    }
}

/// The documents about the target: that of the root only if no other answer has a document.
pub(super) fn relevant<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = &'f Document<'a>> {
    candidates(facts).filter(|document| !document.is_foreign())
}

/// The JSON objects at the URLs of the target's document: that of the root only if no other answer has one.
pub(super) fn candidates<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = &'f Document<'a>> {
    let is_special = |document: &&Document<'_>| document.places.iter().any(|place| *place != Place::Root);
    let has_special = facts.documents.iter().any(|document| is_special(&document) && document.json.is_some());
    facts.documents.iter().filter(move |document| {
        document.json.is_some() && !document.is_of_a_server() && (!has_special || is_special(document))
    })
}

fn not_at_well_known_url(facts: &Facts<'_>) -> Vec<Found> {
    let Some(own) = facts.document_at(Place::Path).filter(|document| document.json.is_none()) else {
        return Vec::new();
    };
    let has = |place| facts.document_at(place).is_some_and(|document| document.json.is_some());
    let found = Found::new(Location::url(own.url()), "the metadata, with status 200", got(own));
    match (has(Place::Root) && own.places.iter().all(|place| *place != Place::Root), has(Place::Challenge)) {
        (true, _) => Vec::new(),
        // A client that reads the challenge finds the document.
        (false, true) => vec![found.at_most(Severity::Warning)],
        (false, false) => vec![found],
    }
}

fn only_at_root(facts: &Facts<'_>) -> Vec<Found> {
    let own = facts.document_at(Place::Path).filter(|document| document.json.is_none());
    let root = facts.document_at(Place::Root).filter(|document| document.json.is_some());
    let (Some(own), Some(root)) = (own, root) else { return Vec::new() };
    let got = format!("{}; the metadata is at {}", got(own), quoted(root.url()));
    vec![Found::new(Location::url(own.url()), "the metadata, with status 200", got)]
}

fn resource_missing(facts: &Facts<'_>) -> Vec<Found> {
    let lacks = |document: &&Document<'_>| document.member("resource").is_none_or(Value::is_null);
    let found = |document: &Document<'_>| {
        let at = Location::member(document.url(), "resource");
        Found::new(at, quoted(facts.target()), "no such member")
    };
    relevant(facts).filter(lacks).map(found).collect()
}

fn resource_not_identical(facts: &Facts<'_>) -> Vec<Found> {
    // Core decides whether the two are identical.
    let differs = |document: &&Document<'_>| match &document.judged {
        Ok(metadata) => metadata.warnings().iter().any(|warning| warning.kind == WarningKind::ResourceNotExact),
        Err(error) => error.kind() == ErrorKind::ResourceMismatch,
    };
    let found = |document: &Document<'_>| {
        let declared = document.member("resource").and_then(Value::as_str)?;
        let got = format!("{}: {}", quoted(declared), difference(facts.target(), declared));
        Some(Found::new(Location::member(document.url(), "resource"), quoted(facts.target()), got))
    };
    relevant(facts).filter(differs).filter_map(found).collect()
}

fn resource_no_https_url(facts: &Facts<'_>) -> Vec<Found> {
    let target_is_https = facts.target().to_ascii_lowercase().starts_with("https:");
    let wrong = |declared: &str| match Url::parse(declared) {
        Err(_) => Some("it is not an absolute URL"),
        Ok(url) if url.scheme() != "https" && (target_is_https || url.scheme() != "http") => Some("it is not https"),
        Ok(url) if url.fragment().is_some() => Some("it has a fragment"),
        Ok(url) if !url.username().is_empty() || url.password().is_some() => Some("it has a user name or password"),
        Ok(_) => None,
    };
    let found = |document: &Document<'_>| {
        let declared = document.member("resource").and_then(Value::as_str)?;
        let got = format!("{}: {}", quoted(declared), wrong(declared)?);
        Some(Found::new(Location::member(document.url(), "resource"), "an https URL without a fragment", got))
    };
    relevant(facts).filter_map(found).collect()
}

pub(super) fn no_authorization_servers(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: &Document<'_>| {
        let got = match document.member("authorization_servers") {
            None => "no such member",
            Some(Value::Null) => "null",
            Some(Value::Array(servers)) if servers.is_empty() => "an empty array",
            Some(_) => return None,
        };
        let at = Location::member(document.url(), "authorization_servers");
        Some(Found::new(at, "an array with at least one issuer", got))
    };
    relevant(facts).filter_map(found).collect()
}
