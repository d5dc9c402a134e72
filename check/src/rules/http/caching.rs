use super::answers::{DocumentAnswer, document_answers, elements, shown};
use crate::facts::Facts;
use crate::finding::{Fault, Found};
use crate::rule::Rule;
use crate::severity::Severity;

/// The longest reasonable lifetime of a document, in seconds.
const DAY: u64 = 24 * 60 * 60;

pub(super) const CACHE_CONTROL: Rule = Rule {
    code: "H06",
    name: "document-badly-cacheable",
    severity: Severity::Info,
    section: "RFC 9111 section 5.2.2",
    link: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2",
    fault: Fault::Resource,
    summary: "A document should say how long clients may keep it, and for at most a day.",
    explanation: "Without a lifetime, or with no-store or private, each client requests the document again and again. With a \
                  lifetime of more than a day, clients use an old document long after a change.",
    help: "Send Cache-Control: max-age=3600 with the document.",
    example: "Cache-Control: max-age=31536000, immutable\n",
    near_miss: "Cache-Control: max-age=86400\n",
    check: cache_control,
};

pub(super) const NO_VALIDATOR: Rule = Rule {
    code: "H07",
    name: "document-without-validator",
    severity: Severity::Info,
    section: "RFC 9110 section 8.8",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8",
    fault: Fault::Resource,
    summary: "A document should have an ETag or a Last-Modified field.",
    explanation: "With a validator, a client asks whether its copy is current, and gets a 304 without a body. Without one, it \
                  loads the whole document again.",
    help: "Send an ETag with the document, and answer 304 to a request whose If-None-Match has the same tag.",
    example: "HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: max-age=3600\n",
    near_miss: "HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: max-age=3600\nETag: \"1\"\n",
    check: no_validator,
};

fn cache_control(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: DocumentAnswer<'_>| {
        let expected = "a lifetime of at most a day";
        let directives = elements(document.answer, "cache-control");
        let max_age = directives.iter().find_map(|directive| directive.strip_prefix("max-age=")?.parse::<u64>().ok());
        let is_absent = directives.is_empty() && document.answer.field("expires").is_none();
        let is_kept_out = directives.iter().any(|directive| matches!(directive.as_str(), "no-store" | "private"));
        let is_wrong = is_absent || is_kept_out || max_age.is_some_and(|seconds| seconds > DAY);
        is_wrong.then(|| document.in_header("cache-control", expected, shown(document.answer, "cache-control")))
    };
    document_answers(facts).into_iter().filter(|document| document.is_good).filter_map(found).collect()
}

fn no_validator(facts: &Facts<'_>) -> Vec<Found> {
    let has_none = |document: &DocumentAnswer<'_>| {
        let may_be_kept = elements(document.answer, "cache-control").iter().all(|directive| directive != "no-store");
        let has = |name| document.answer.field(name).is_some();
        document.is_good && may_be_kept && !has("etag") && !has("last-modified")
    };
    let found = |document: DocumentAnswer<'_>| {
        document.in_header("etag", "an ETag or a Last-Modified field", "neither of them")
    };
    document_answers(facts).into_iter().filter(has_none).map(found).collect()
}
