use crate::protocol::errors::{escaped, quoted};
use std::fmt;

/// The path to a value in a document, formatted only for errors.
#[derive(Clone, Copy)]
pub(crate) enum JsonPath<'a> {
    Root,
    Member(&'a JsonPath<'a>, &'a str),
    Element(&'a JsonPath<'a>, usize),
}

impl JsonPath<'_> {
    pub(crate) fn top(name: &str) -> JsonPath<'_> {
        JsonPath::Member(&JsonPath::Root, name)
    }
}

/// Formats the path like `a.b[1]`, with `["b c"]` for names with other characters than letters, digits, `_`, `-` and `#`.
impl fmt::Display for JsonPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonPath::Root => Ok(()),
            JsonPath::Member(parent, name) => {
                let is_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-#".contains(c));
                match (parent, is_word) {
                    (JsonPath::Root, true) => f.write_str(&escaped(name)),
                    (_, true) => write!(f, "{parent}.{}", escaped(name)),
                    (_, false) => write!(f, "{parent}[{}]", quoted(name)),
                }
            }
            JsonPath::Element(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
