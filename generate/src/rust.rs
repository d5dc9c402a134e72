//! Core: the table of registered members, and an accessor for each member.

use crate::member::{Kind, Member};
use crate::output::Output;
use crate::prose::sentences;
use crate::table::Table;
use crate::text::wrapped;

const NOTICE: &str = "// Generated from core/members.toml by `cargo run -p generate`. Do not edit.\n\n";

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    vec![
        Output::file("core/src/protocol/documents/registered.rs", registered(table)),
        Output::file(
            "core/src/protocol/documents/resource_accessors.rs",
            accessors("ResourceMetadata", "resource_metadata", &table.resource),
        ),
        Output::file(
            "core/src/protocol/documents/authorization_server_accessors.rs",
            accessors("AuthorizationServerMetadata", "authorization_server_metadata", &table.server),
        ),
    ]
}

/// The tables of both documents, and the functions that find a name in a table.
fn registered(table: &Table) -> String {
    let mut text = format!("{NOTICE}use super::registration::{{MemberType, Registration}};\n");
    for (constant, function, members) in
        [("RESOURCE", "resource_index", &table.resource), ("SERVER", "server_index", &table.server)]
    {
        text += &format!("\npub(super) static {constant}: [Registration; {}] = [\n", members.len());
        for member in members {
            let localized = if member.localized { ".localized()" } else { "" };
            let general = if member.general { ".general()" } else { "" };
            text += &format!(
                "    Registration::new(\"{}\", MemberType::{:?}){localized}{general},\n",
                member.name, member.kind
            );
        }
        text += &format!("];\n\npub(super) fn {function}(name: &str) -> Option<u8> {{\n    Some(match name {{\n");
        for (index, member) in members.iter().enumerate() {
            text += &format!("        \"{}\" => {index},\n", member.name);
        }
        text += "        _ => return None,\n    })\n}\n";
    }
    text
}

fn accessors(document: &str, file: &str, members: &[Member]) -> String {
    let methods: Vec<String> =
        members.iter().enumerate().flat_map(|(index, member)| methods(document, index, member)).collect();
    format!("{NOTICE}use super::{file}::{document};\n\nimpl {document} {{\n{}}}\n", methods.join("\n"))
}

/// The accessor of a member, and its additional accessors.
fn methods(document: &str, index: usize, member: &Member) -> Vec<String> {
    let identifier = member.identifier();
    let (returned, reader) = match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint => ("&str", "string"),
        Kind::Strings | Kind::Algorithms => ("&[String]", "strings"),
        Kind::Boolean => ("bool", "boolean"),
        Kind::Endpoints => ("&[(String, String)]", "endpoints"),
        Kind::Object => ("&str", "object"),
    };
    let mut doc = sentences(member);
    match member.kind {
        Kind::Endpoints => doc += " Each has its name and its URL.",
        Kind::Object => doc += " As JSON text.",
        _ => {}
    }
    let lookup = member.localized.then(|| format!("{identifier}_for"));
    for other in lookup.iter().chain(&member.accessor) {
        doc = doc.replace(&format!("`{other}`"), &format!("[`{document}::{other}`]"));
    }
    let registered = format!("Registered by {}.", member.source.link());
    let mut methods = vec![method(
        &[&doc, &registered],
        &format!("{identifier}(&self) -> Option<{returned}>"),
        &format!("self.0.members.{reader}({index})"),
    )];
    if member.localized {
        let doc = format!(
            "[`{document}::{identifier}`] in the best matching language, by the lookup of \
             [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, \
             such as `fr-CA`. If no variant matches, the member without a language."
        );
        let body = format!("self.0.members.variant(\"{}\", language).or(self.{identifier}())", member.name);
        methods.push(method(&[&doc], &format!("{identifier}_for(&self, language: &str) -> Option<&str>"), &body));
    }
    if let (Some(accessor), Some(default), Some(doc)) = (&member.accessor, member.default, &member.accessor_doc) {
        let body = format!("self.{identifier}().unwrap_or({default})");
        methods.push(method(&[doc], &format!("{accessor}(&self) -> bool"), &body));
    }
    methods
}

fn method(paragraphs: &[&str], signature: &str, body: &str) -> String {
    let doc: Vec<String> = paragraphs.iter().map(|paragraph| wrapped(paragraph, "    /// ", 120)).collect();
    format!("{}    pub fn {signature} {{\n        {body}\n    }}\n", doc.join("    ///\n"))
}
