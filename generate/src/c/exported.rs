//! The functions that the library exports for a document, in Rust.

use super::document::Document;
use super::function::{Function, READS_TEXT};
use super::shared::SHARED;
use super::typed::{Reads, Returns, Typed, functions};
use crate::member::{Kind, Member};

pub(crate) fn file(document: &Document<'_>) -> String {
    let noun = document.noun;
    let objects: Vec<&Member> = document.members.iter().filter(|member| member.kind == Kind::Endpoints).collect();
    let pairs = if objects.is_empty() { "" } else { "use crate::copies::Pairs;\n" };
    let mut text = format!(
        "// Generated from core/members.toml by `cargo run -p generate`. Do not edit.\n\n\
         use super::handle::telnyx_{noun};\n{pairs}\
         use crate::input::readable;\n\
         use crate::member::{{TELNYX_BOOLEAN_ABSENT, TELNYX_MEMBER_TYPE_ABSENT, telnyx_member_type}};\n\
         use crate::signature::TELNYX_SIGNATURE_ABSENT;\n\
         use crate::warning::telnyx_warning;\n\
         use std::ffi::c_char;\n\
         use std::ptr;\n"
    );
    for typed in functions(document).iter().filter(|typed| typed.is_exported) {
        text += &typed_in_rust(noun, typed);
    }
    for shared in SHARED {
        text += &shared.in_rust(noun);
    }
    for member in objects {
        text += &pairs_in_rust(noun, member);
    }
    text
}

/// A typed function, which calls a method of the handle's document.
fn typed_in_rust(noun: &str, typed: &Typed<'_>) -> String {
    let member = &typed.member.name;
    let of_document = |call: &str| ("metadata", format!("m.document.{call}"));
    let identifier = typed.member.identifier();
    let pairs = format!("{identifier}(metadata)");
    let of_pairs = |call: &str| (pairs.as_str(), format!("m.{call}"));
    let (source, call) = match typed.reads {
        Reads::Text => of_document(&format!("string(\"{member}\")")),
        Reads::Json => of_document(&format!("json(\"{member}\")")),
        Reads::TextFor => ("metadata", format!("m.in_language(\"{member}\", found)")),
        Reads::Count => of_document(&format!("list_count(\"{member}\")")),
        Reads::At => of_document(&format!("list_at(\"{member}\", index)")),
        Reads::Pair => of_pairs("value_of(|known| name.is_some_and(|name| known == name.as_bytes()))"),
        Reads::PairCount => of_pairs("count()"),
        Reads::PairNameAt => of_pairs("name_at(index)"),
        Reads::PairValueAt => of_pairs("value_at(index)"),
        Reads::IsTrue => of_document(&format!("is_true(\"{member}\")")),
        Reads::IsNotFalse => ("metadata", format!("!m.document.is_false(\"{member}\")")),
        Reads::IsThere => of_document(&format!("is_there(\"{member}\")")),
    };
    let (returns, result) = match typed.reads.returns() {
        Returns::Text => ("*const c_char", format!("{source}.map_or(ptr::null(), |m| {call})")),
        Returns::Count => ("usize", format!("{source}.map_or(0, |m| {call})")),
        Returns::Boolean => ("bool", format!("{source}.is_some_and(|m| {call})")),
    };
    let found = format!("metadata.and_then(|m| m.document.metadata.{identifier}_for(language.unwrap_or_default()))");
    let (parameter, body) = match typed.reads {
        Reads::TextFor => ("language: *const c_char", format!("let found = {found};\n{result}")),
        Reads::Pair => ("name: *const c_char", result),
        Reads::At | Reads::PairNameAt | Reads::PairValueAt => ("index: usize", result),
        _ => ("", result),
    };
    let metadata = READS_TEXT.parameters[0];
    let parameters: &[&str] = if parameter.is_empty() { &[metadata] } else { &[metadata, parameter] };
    let doc = typed.paragraphs.join("\n\n");
    Function { doc: &doc, name: &typed.name, parameters, returns, body: &body, makes: false }.in_rust(noun)
}

/// The helper that the typed functions of an object share.
fn pairs_in_rust(noun: &str, member: &Member) -> String {
    let identifier = member.identifier();
    format!(
        "\nfn {identifier}(metadata: Option<&telnyx_{noun}>) -> Option<&Pairs> {{\n    \
         let document = &metadata?.document;\n    \
         document.pairs(\"{}\", document.metadata.{identifier}())\n}}\n",
        member.name
    )
}
