//! The description of a member, for Rust, Python and UniFFI.

use crate::member::{Kind, Member};
use crate::text::paragraphs;

/// The additional sentence for a page.
pub(crate) const NOT_CHECKED: &str = " Not checked: it may be any text.";

/// The sentences in the member's `doc`, and those for its type and accessors.
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

/// Wraps paragraphs at `width` characters, and separates them by empty lines.
pub(crate) fn lines(paragraphs: &[&str], width: usize) -> Vec<String> {
    self::paragraphs(paragraphs, "", width).lines().map(str::to_owned).collect()
}

/// A doc comment in Rust, indented by one level.
pub(crate) fn doc_comment(lines: &[String]) -> String {
    lines.iter().map(|line| format!("    /// {line}").trim_end().to_owned() + "\n").collect()
}
