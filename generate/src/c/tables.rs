//! `ffi-c/tests/c/members.h`: the members of both documents by type, for the programs that test every member.

use super::document::Document;
use crate::member::Kind;

pub(crate) fn file(documents: &[Document<'_>]) -> String {
    let mut text = "/* Generated from core/members.toml by `cargo run -p generate`. Do not edit. */\n".to_owned();
    for document in documents {
        for (table, kinds) in [
            ("IDENTIFIERS", &[Kind::Identifier][..]),
            ("TEXTS", &[Kind::String, Kind::Page, Kind::Endpoint]),
            ("LISTS", &[Kind::Strings, Kind::Algorithms]),
            ("BOOLEANS", &[Kind::Boolean]),
            ("ENDPOINTS", &[Kind::Endpoints]),
            ("OBJECTS", &[Kind::Object]),
        ] {
            let members = document.members.iter().filter(|member| kinds.contains(&member.kind));
            text += &format!("\n#define {}_{table}(X)", document.noun.to_uppercase());
            for member in members {
                text += &format!(" \\\n    X({}, {}, \"{}\")", document.noun, member.identifier(), member.name);
            }
            text.push('\n');
        }
    }
    text
}
