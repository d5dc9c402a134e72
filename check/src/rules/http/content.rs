use super::answers::{DocumentAnswer, document_answers, shown};
use crate::facts::Facts;
use crate::finding::{Fault, Found, Location};
use crate::observation::Exchange;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::{authorization_server_members, quoted, resource_members};
use telnyx_oauth::{Error, ErrorKind, Warning, WarningKind};
use url::Url;

pub(super) const CONTENT_TYPE_NOT_JSON: Rule = Rule {
    code: "H01",
    name: "content-type-not-json",
    severity: Severity::Error,
    section: "RFC 9728 section 3.2",
    link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.2",
    fault: Fault::Resource,
    summary: "The content type of a document must be application/json.",
    explanation: "A client must not read a document of another type. Many clients take such an answer for a page of the web site.",
    help: "Send Content-Type: application/json with the document. Static file servers need a rule for files without an extension.",
    example: "Content-Type: text/plain\n",
    near_miss: "Content-Type: application/json; charset=utf-8\n",
    check: content_type_not_json,
};

pub(super) const CONTENT_CODING: Rule = Rule {
    code: "H08",
    name: "content-coding-not-asked-for",
    severity: Severity::Error,
    section: "RFC 9110 section 12.5.3",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3",
    fault: Fault::Proxy,
    summary: "A document must have no content coding that the client did not ask for.",
    explanation: "The request said Accept-Encoding: identity. A client without a decompressor sees bytes that are no JSON, and \
                  this library refuses them.",
    help: "Compress only if Accept-Encoding permits it. Let caches keep one copy for each coding, with Vary: Accept-Encoding.",
    example: "Accept-Encoding: identity\n\nHTTP/1.1 200 OK\nContent-Encoding: gzip\n",
    near_miss: "Accept-Encoding: identity\n\nHTTP/1.1 200 OK\nContent-Encoding: identity\n",
    check: content_coding,
};

pub(super) const HTTP_URLS_OVER_HTTPS: Rule = Rule {
    code: "H10",
    name: "http-urls-over-https",
    severity: Severity::Warning,
    section: "RFC 7239 section 5.4",
    link: "https://www.rfc-editor.org/rfc/rfc7239#section-5.4",
    fault: Fault::Proxy,
    summary: "A document that comes over https must not have http URLs of the same host.",
    explanation: "The server builds its URLs from the request. A proxy ends TLS and does not tell the server about the scheme, or \
                  the server ignores the field. Clients refuse such URLs, or see that they differ from the https URLs. \
                  The finding is a warning if several members have http URLs.",
    help: "Let the proxy set X-Forwarded-Proto or Forwarded, and let the server trust the field from this proxy. Or configure the \
           public URL of the server.",
    example: "{\"resource\": \"https://api.example/mcp\", \"jwks_uri\": \"http://api.example/jwks\"}\n",
    near_miss: "{\"resource\": \"https://api.example/mcp\", \"jwks_uri\": \"https://api.example/jwks\"}\n",
    check: http_urls_over_https,
};

fn content_type_not_json(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut check = |exchange: &Exchange, has_json: bool, error: Option<&Error>, warnings: &[Warning], fault| {
        let is_refused = has_json && error.is_some_and(|error| error.kind() == ErrorKind::ContentType);
        let is_unusual = warnings.iter().any(|warning| warning.kind == WarningKind::ContentTypeUnusual);
        if is_refused || is_unusual {
            let got = exchange.answer.as_ref().map_or_else(String::new, |answer| shown(answer, "content-type"));
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

fn content_coding(facts: &Facts<'_>) -> Vec<Found> {
    let is_coded = |document: &DocumentAnswer<'_>| {
        let coding = document.answer.field("content-encoding").unwrap_or_default();
        let coding = coding.trim();
        document.answer.status == 200 && !coding.is_empty() && !coding.eq_ignore_ascii_case("identity")
    };
    let found = |document: DocumentAnswer<'_>| {
        let got = shown(document.answer, "content-encoding");
        let found = document.in_header("content-encoding", "no content coding", got).of(Fault::Proxy);
        if document.has_good { found.at_most(Severity::Warning) } else { found }
    };
    document_answers(facts).into_iter().filter(is_coded).map(found).collect()
}

fn http_urls_over_https(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: DocumentAnswer<'_>| {
        let served = Url::parse(&document.answer.url).ok().filter(|url| url.scheme() == "https")?;
        let wrong = |member| values(document.json?.get(member)?).into_iter().find(|value| is_http_of(&served, value));
        let mut wrong = registered(document.owner).into_iter().filter_map(|member| Some((member, wrong(member)?)));
        let (member, value) = wrong.next()?;
        let others: Vec<_> = wrong.map(|(member, _)| member).collect();
        let others_shown = if others.is_empty() { String::new() } else { format!(", also in {}", others.join(", ")) };
        let got = format!("{}{others_shown}", quoted(value.as_str().unwrap_or_default()));
        let found = Found::new(Location::member(&document.exchange.url, member), "an https URL", got);
        // A single URL may be a mistake in the document itself. The rule for its member judges it.
        Some(if others.is_empty() { found.at_most(Severity::Info) } else { found })
    };
    document_answers(facts).into_iter().filter_map(found).collect()
}

/// The names of the members of the owner's document.
fn registered(owner: Fault) -> Vec<&'static str> {
    match owner {
        Fault::AuthorizationServer => authorization_server_members().collect(),
        _ => resource_members().collect(),
    }
}

/// A member's value, or those in it: the elements of an array, and the members of an object such as `mtls_endpoint_aliases`.
fn values(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(elements) => elements.iter().collect(),
        Value::Object(members) => members.values().collect(),
        other => vec![other],
    }
}

/// True for an http URL of the same host as this one.
fn is_http_of(served: &Url, value: &Value) -> bool {
    let url = value.as_str().and_then(|text| Url::parse(text).ok());
    url.is_some_and(|url| url.scheme() == "http" && url.host() == served.host())
}
