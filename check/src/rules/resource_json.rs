//! R: the resource's document as JSON.

use super::resource::candidates;
use crate::facts::{Document, Facts, Place};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::ErrorKind;

/// The size that every client in use accepts.
const COMMON_LIMIT: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "R17",
        name: "json-malformed",
        severity: Severity::Error,
        section: "RFC 8259 section 8.1",
        link: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
        fault: Fault::Resource,
        summary: "The metadata must be one JSON object in UTF-8, without a byte-order mark, repeated members and NUL.",
        explanation: "JSON parsers differ in what they accept. If a member is repeated, some clients take the first value, some \
                      the last, and some refuse the document.",
        help: "Write the document with a JSON library, not with a template or by hand.",
        example: "{\"resource\": \"https://a.example\", \"resource\": \"https://b.example\"}\n",
        near_miss: "{\"resource\": \"https://a.example\"}\n",
        check: malformed,
    },
    Rule {
        code: "R18",
        name: "json-without-registered-member",
        severity: Severity::Error,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The JSON object at the well-known URL must be the metadata of a resource.",
        explanation: "A server that answers with the status 200 and an error as JSON hides that it has no metadata. Some \
                      clients do not ask another URL then.",
        help: "Answer with the status 404 if there is no metadata, and with the metadata of the resource otherwise.",
        example: "HTTP/1.1 200 OK\n\n{\"message\": \"not found\"}\n",
        near_miss: "HTTP/1.1 404 Not Found\n\n{\"message\": \"not found\"}\n",
        check: without_registered_member,
    },
    Rule {
        code: "R19",
        name: "metadata-too-large",
        severity: Severity::Warning,
        section: "RFC 9728 section 3.2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.2",
        fault: Fault::Resource,
        summary: "The metadata should not be larger than 64 KB.",
        explanation: "Clients limit the size of the document, because its server may be an attacker's. No document needs more.",
        help: "Shorten the lists. A key set belongs to jwks_uri, not into the document.",
        example: "Content-Length: 200000\n",
        near_miss: "Content-Length: 2000\n",
        check: too_large,
    },
];

/// The answers at the URLs of the target's document, whether they are JSON or not.
fn answers<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = &'f Document<'a>> {
    let is_relevant = move |document: &&Document<'_>| {
        let is_special = document.places.iter().any(|place| *place != Place::Root);
        is_special || candidates(facts).any(|candidate| candidate.index == document.index)
    };
    facts.documents.iter().filter(is_relevant)
}

fn malformed(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: &Document<'_>| {
        let answer = document.exchange.answer.as_ref().filter(|answer| answer.status == 200)?;
        let body = answer.body.0.as_slice();
        let unmarked = body.strip_prefix(BYTE_ORDER_MARK);
        // Other bodies are pages or texts, not attempts at a document.
        unmarked.unwrap_or(body).trim_ascii_start().strip_prefix(b"{")?;
        let found = |got: &str| Found::new(Location::url(document.url()), "one JSON object in UTF-8", got);
        match &document.judged {
            Err(error) if error.kind() == ErrorKind::InvalidJson => Some(found(error.message())),
            Err(error) if error.kind() == ErrorKind::InvalidMetadata && breaks_json_rule(error.message()) => {
                Some(found(error.message()).at_most(Severity::Warning))
            }
            _ if unmarked.is_some() => Some(found("a byte-order mark").at_most(Severity::Warning)),
            _ => None,
        }
    };
    answers(facts).filter_map(found).collect()
}

/// True for core's messages about documents that are valid JSON, but that parsers read differently.
fn breaks_json_rule(message: &str) -> bool {
    message.ends_with(": a member must not occur twice") || message.contains(": a string must not hold NUL,")
}

fn without_registered_member(facts: &Facts<'_>) -> Vec<Found> {
    let has_other = facts.documents.iter().any(|document| document.judged.is_ok());
    let found = |document: &Document<'_>| {
        let refused = document.judged.as_ref().err()?;
        let found = Found::new(Location::url(document.url()), "the metadata of the resource", refused.message());
        // Some clients find the document at another URL.
        Some(if has_other { found.at_most(Severity::Warning) } else { found })
    };
    candidates(facts).filter(|document| document.is_foreign()).filter_map(found).collect()
}

fn too_large(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: &Document<'_>| {
        let is_cut = document.exchange.error_kind() == Some(ErrorKind::BodyTooLarge);
        let answer = document.exchange.answer.as_ref().filter(|answer| answer.status == 200)?;
        let bytes = answer.body.0.len();
        let got = format!("{}{bytes} bytes", if is_cut { "more than " } else { "" });
        (is_cut || bytes > COMMON_LIMIT)
            .then(|| Found::new(Location::url(document.url()), format!("at most {COMMON_LIMIT} bytes"), got))
    };
    answers(facts).filter_map(found).collect()
}
