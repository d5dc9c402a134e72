//! The sentences on a member, for the faces.

use crate::member::{Kind, Member};
use crate::text::paragraphs;

/// The sentence on a page.
pub(crate) const NOT_CHECKED: &str = " Not checked: it may be any text.";

/// The member's own sentences, and those that its type adds.
pub(crate) fn sentences(member: &Member) -> String {
    let mut text = member.doc.clone();
    if member.kind == Kind::Page {
        text.push_str(NOT_CHECKED);
    }
    if member.localized {
        text.push_str(&format!(" See also `{}_for`.", member.identifier()));
    }
    if let Some(accessor) = &member.accessor {
        text.push_str(&format!(" See also `{accessor}`."));
    }
    text
}

/// Paragraphs as lines of at most `width` characters, with an empty line between two of them.
pub(crate) fn lines(paragraphs: &[&str], width: usize) -> Vec<String> {
    self::paragraphs(paragraphs, "", width).lines().map(str::to_owned).collect()
}

/// A doc comment of Rust's, one level deep.
pub(crate) fn doc_comment(lines: &[String]) -> String {
    lines.iter().map(|line| format!("    /// {line}").trim_end().to_owned() + "\n").collect()
}
