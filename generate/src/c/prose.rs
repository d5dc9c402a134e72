//! A member's sentence in C and C++.

use crate::member::{Kind, Member};
use crate::prose::NOT_CHECKED;

/// The meaning of a member, with a link to where it is registered.
pub(crate) fn sentence(member: &Member) -> String {
    let mut text = linked(&member.doc, &member.source.url);
    match member.kind {
        Kind::Page => text += NOT_CHECKED,
        Kind::Object => text += " As JSON text.",
        Kind::Endpoint => text += " An absolute https URL, or http if the document's own subject is http.",
        _ => {}
    }
    text
}

/// The sentence of a boolean's accessor with its default.
pub(crate) fn accessor_sentence(member: &Member) -> String {
    linked(member.accessor_doc.as_deref().unwrap_or_default(), &member.source.url)
}

/// Without marks for code, and with a link before the first sentence's end.
fn linked(doc: &str, url: &str) -> String {
    let doc = doc.replace('`', "");
    let end = doc.find(". ").unwrap_or(doc.len().saturating_sub(1));
    let (first, rest) = doc.split_at(end);
    format!("{first} ({url}){rest}")
}
