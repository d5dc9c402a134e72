use crate::facts::{Facts, Place, ServerPlace};
use crate::finding::{Fault, Found, Location};
use crate::observation::{Answer, Exchange};
use serde_json::Value;
use telnyx_oauth::embedding::quoted;

/// The answer at a URL of a document, of the resource or of an authorization server.
pub(super) struct DocumentAnswer<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) answer: &'a Answer,
    /// The body, if it is a JSON object.
    pub(super) json: Option<&'a Value>,
    /// True if core accepts the document.
    pub(super) is_good: bool,
    /// True if core accepts a document at any URL of the same party.
    pub(super) has_good: bool,
    /// True if the specification puts the document at this URL, and false for a URL that clients ask only as a fallback.
    pub(super) is_expected: bool,
    /// The party that owns the document.
    pub(super) owner: Fault,
}

impl DocumentAnswer<'_> {
    /// A violation of this answer in a header field.
    pub(super) fn in_header(&self, name: &str, expected: &str, got: impl Into<String>) -> Found {
        Found::new(Location::header(&self.exchange.url, name), expected, got).of(self.owner)
    }

    /// A violation of this answer.
    pub(super) fn at_url(&self, expected: &str, got: impl Into<String>) -> Found {
        Found::new(Location::url(&self.exchange.url), expected, got).of(self.owner)
    }
}

/// The answers at all URLs of documents.
pub(super) fn document_answers<'a>(facts: &'a Facts<'_>) -> Vec<DocumentAnswer<'a>> {
    let has_good = facts.documents.iter().any(|document| document.judged.is_ok());
    let mut answers = Vec::new();
    let mut add = |exchange: &'a Exchange, json: &'a Option<Value>, is_good, has_good, is_expected, owner| {
        if let Some(answer) = &exchange.answer {
            let json = json.as_ref();
            answers.push(DocumentAnswer { exchange, answer, json, is_good, has_good, is_expected, owner });
        }
    };
    for document in &facts.documents {
        let is_expected = document.places.iter().any(|place| *place != Place::Root);
        let is_good = document.judged.is_ok();
        add(document.exchange, &document.json, is_good, has_good, is_expected, Fault::Resource);
    }
    for server in &facts.servers {
        let has_good = server.good().is_some();
        for document in &server.documents {
            let is_expected = document.place == ServerPlace::OAuth && !has_good;
            let is_good = document.judged.is_ok();
            add(document.exchange, &document.json, is_good, has_good, is_expected, Fault::AuthorizationServer);
        }
    }
    answers
}

/// The value of a header field, for a finding.
pub(super) fn shown(answer: &Answer, name: &str) -> String {
    answer.field(name).map_or_else(|| "no such field".to_owned(), |value| quoted(&value))
}

/// The elements of a comma-separated field, in lower case.
pub(super) fn elements(answer: &Answer, name: &str) -> Vec<String> {
    let value = answer.field(name).unwrap_or_default();
    let elements = value.split(',').map(|element| element.trim().to_ascii_lowercase());
    elements.filter(|element| !element.is_empty()).collect()
}
