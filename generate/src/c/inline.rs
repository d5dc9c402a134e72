//! `telnyx_oauth_members.h`: the names of all members, and the inline functions.

use super::document::Document;
use super::typed::{Reads, Returns, Typed, functions};
use crate::text::paragraphs;
use std::collections::BTreeSet;

/// The line length of the header.
const WIDTH: usize = 120;

const OPENING: &str = "\
/*
 * Generated from core/members.toml by `cargo run -p generate`. Do not edit.
 *
 * telnyx_oauth_members.h - the names of the members of both documents, and the functions for members that the library
 * does not export. telnyx_oauth.h includes this file.
 */

#ifndef TELNYX_OAUTH_MEMBERS_H
#define TELNYX_OAUTH_MEMBERS_H

#include \"telnyx_oauth.h\"

/* In C++, an inline function of several files must be the same function in all of them, so it must not be static. */
#ifdef __cplusplus
#define TELNYX_INLINE inline
extern \"C\" {
#else
#define TELNYX_INLINE static inline
#endif

";

const CLOSING: &str = "\
#ifdef __cplusplus
}  // extern \"C\"
#endif

#endif  /* TELNYX_OAUTH_MEMBERS_H */
";

pub(crate) fn file(documents: &[Document<'_>]) -> String {
    let mut text = OPENING.to_owned();
    let members = documents.iter().flat_map(|document| document.members);
    let names: BTreeSet<&str> = members.map(|member| member.name.as_str()).collect();
    for name in names {
        text += &format!("#define {} \"{name}\"\n", constant(name));
    }
    text.push('\n');
    for document in documents {
        for function in functions(document).iter().filter(|function| !function.is_exported) {
            text += &definition(document, function);
        }
    }
    text + CLOSING
}

/// Returns the name of the macro for a member's name.
fn constant(member: &str) -> String {
    format!("TELNYX_MEMBER_{}", member.to_uppercase().replace('-', "_"))
}

fn definition(document: &Document<'_>, function: &Typed<'_>) -> String {
    let noun = document.noun;
    let name = constant(&function.member.name);
    let texts: Vec<&str> = function.paragraphs.iter().map(String::as_str).collect();
    let doc = format!("/**\n{} */\n", paragraphs(&texts, " * ", WIDTH));
    let returns = match function.reads.returns() {
        Returns::Text => "const char *",
        Returns::Count => "size_t ",
        Returns::Boolean => "bool ",
    };
    let index = if function.reads == Reads::At { ", size_t index" } else { "" };
    let head = format!("TELNYX_INLINE {returns}telnyx_{noun}_{}(", function.name);
    let body = match function.reads {
        Reads::Text => format!("telnyx_{noun}_string(metadata, {name})"),
        Reads::Json => format!("telnyx_{noun}_json(metadata, {name})"),
        Reads::Count => format!("telnyx_{noun}_list_count(metadata, {name})"),
        Reads::At => format!("telnyx_{noun}_list_at(metadata, {name}, index)"),
        Reads::IsTrue => format!("telnyx_{noun}_boolean(metadata, {name}) == TELNYX_BOOLEAN_TRUE"),
        Reads::IsNotFalse => {
            format!("metadata != NULL && telnyx_{noun}_boolean(metadata, {name}) != TELNYX_BOOLEAN_FALSE")
        }
        Reads::IsThere => format!("telnyx_{noun}_type(metadata, {name}) != TELNYX_MEMBER_TYPE_ABSENT"),
        Reads::TextFor | Reads::Pair | Reads::PairCount | Reads::PairNameAt | Reads::PairValueAt => {
            unreachable!("these are exported")
        }
    };
    let head = broken(&format!("{head}const telnyx_{noun} *metadata{index})"), "    ");
    let body = broken(&format!("    return {body};"), "        ");
    format!("{doc}{head}\n{{\n{body}\n}}\n\n")
}

/// Breaks a line before its first parameter or argument if the line is too long.
fn broken(line: &str, indent: &str) -> String {
    if line.len() <= WIDTH { line.to_owned() } else { line.replacen('(', &format!("(\n{indent}"), 1) }
}
