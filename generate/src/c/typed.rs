//! The functions that read one member.

use super::document::Document;
use super::prose::{accessor_sentence, sentence};
use crate::member::{Kind, Member};

/// A function that reads a member of a document.
pub(crate) struct Typed<'a> {
    /// The part of the name after `telnyx_NOUN_`.
    pub(crate) name: String,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) reads: Reads,
    pub(crate) member: &'a Member,
    pub(crate) is_exported: bool,
}

/// The way in which a function reads its member.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    Text,
    Json,
    TextFor,
    Count,
    At,
    Pair,
    PairCount,
    PairNameAt,
    PairValueAt,
    IsTrue,
    IsNotFalse,
    IsThere,
}

/// The functions that the library exports. The functions of a new member are inline and not in this list.
const SYMBOLS: &str = include_str!("../../../ffi-c/symbols.txt");

impl Reads {
    /// Returns true if the functions that read a member by name cannot do this.
    fn needs_a_symbol(self) -> bool {
        matches!(self, Reads::TextFor | Reads::Pair | Reads::PairCount | Reads::PairNameAt | Reads::PairValueAt)
    }

    pub(crate) fn returns(self) -> Returns {
        match self {
            Reads::Text
            | Reads::Json
            | Reads::TextFor
            | Reads::At
            | Reads::Pair
            | Reads::PairNameAt
            | Reads::PairValueAt => Returns::Text,
            Reads::Count | Reads::PairCount => Returns::Count,
            Reads::IsTrue | Reads::IsNotFalse | Reads::IsThere => Returns::Boolean,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Returns {
    Text,
    Count,
    Boolean,
}

/// Returns the functions of all members of a document, in the order of the table.
pub(crate) fn functions<'a>(document: &Document<'a>) -> Vec<Typed<'a>> {
    document.members.iter().flat_map(|member| of_member(document.noun, member)).collect()
}

fn of_member<'a>(noun: &str, member: &'a Member) -> Vec<Typed<'a>> {
    let name = &member.identifier();
    let mut functions = Vec::new();
    let mut add = |name: String, reads: Reads, paragraphs: &[&str]| {
        let paragraphs = paragraphs.iter().map(|paragraph| (*paragraph).to_owned()).collect();
        let symbol = format!("telnyx_{noun}_{name}");
        let is_exported = reads.needs_a_symbol() || SYMBOLS.lines().any(|known| known == symbol);
        functions.push(Typed { name, paragraphs, reads, member, is_exported });
    };
    let sentence = sentence(member);
    let text = "Returns a string that belongs to the document; NULL if the member is absent.";
    let past_the_end = "Returns a string that belongs to the document; NULL if index is past the end.";
    match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint => {
            add(name.clone(), Reads::Text, &[&sentence, text]);
            if member.localized {
                let doc = format!(
                    "Like telnyx_{noun}_{name}(), in the best matching language by the lookup of \
                     https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a \
                     language tag."
                );
                let language = "language: a language range such as \"fr-CA\", not case-sensitive. NULL: no language.";
                add(format!("{name}_for"), Reads::TextFor, &[&doc, language, text]);
            }
        }
        Kind::Object => add(name.clone(), Reads::Json, &[&sentence, text]),
        Kind::Strings | Kind::Algorithms => {
            let count = "Returns the number of items; 0 also if the member is absent.";
            add(format!("{name}_count"), Reads::Count, &[&sentence, count]);
            add(
                format!("{name}_at"),
                Reads::At,
                &[&format!("The item of {name} at an index from 0, exactly as sent."), past_the_end],
            );
            add(
                format!("has_{name}"),
                Reads::IsThere,
                &[&format!("Whether the document has {name}, including an empty list.")],
            );
        }
        Kind::Endpoints => {
            let one = "name: the name of the endpoint that the alias replaces, such as \"token_endpoint\".";
            add(name.clone(), Reads::Pair, &[&sentence, one, text]);
            add(
                format!("{name}_count"),
                Reads::PairCount,
                &[&format!("The number of members of {name}; 0 also if {name} is absent.")],
            );
            add(
                format!("{name}_name_at"),
                Reads::PairNameAt,
                &[&format!("The name of a member of {name}, in the order of the document."), past_the_end],
            );
            add(
                format!("{name}_value_at"),
                Reads::PairValueAt,
                &[&format!("The URL of a member of {name}."), past_the_end],
            );
            add(
                format!("has_{name}"),
                Reads::IsThere,
                &[&format!("Whether the document has {name}, including an empty object.")],
            );
        }
        Kind::Boolean => {
            let accessor = member.accessor.as_ref().filter(|_| member.default == Some(true));
            let returns = match accessor {
                None => "Returns false also if the member is absent.".to_owned(),
                Some(accessor) => format!(
                    "Returns false also if the member is absent. The default of the member is true: see telnyx_{noun}_{accessor}()."
                ),
            };
            add(name.clone(), Reads::IsTrue, &[&sentence, &returns]);
            add(
                format!("has_{name}"),
                Reads::IsThere,
                &[&format!("Whether the document has {name}, including the value false.")],
            );
            if let Some(accessor) = accessor {
                add(
                    accessor.clone(),
                    Reads::IsNotFalse,
                    &[&accessor_sentence(member), "Returns false if metadata is NULL."],
                );
            }
        }
    }
    functions
}
