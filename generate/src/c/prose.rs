//! The description of a member in C and C++.

use crate::member::{Kind, Member};
use crate::prose::NOT_CHECKED;

/// Returns the description of a member, with a link to its specification.
pub(crate) fn sentence(member: &Member) -> String {
    let mut text = linked(&member.doc, &member.source.url);
    match member.kind {
        Kind::Page => text += NOT_CHECKED,
        Kind::Object => text += " As JSON text.",
        Kind::Endpoint => text += " An absolute https URL, or http if the resource or issuer of the document is http.",
        _ => {}
    }
    text
}

/// Returns the description of the accessor that applies the default of a boolean.
pub(crate) fn accessor_sentence(member: &Member) -> String {
    linked(member.accessor_doc.as_deref().unwrap_or_default(), &member.source.url)
}

/// Removes backquotes, and inserts a link before the end of the first sentence.
fn linked(doc: &str, url: &str) -> String {
    let doc = doc.replace('`', "");
    let end = doc.find(". ").unwrap_or(doc.len().saturating_sub(1));
    let (first, rest) = doc.split_at(end);
    format!("{first} ({url}){rest}")
}
