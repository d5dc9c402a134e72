//! Writes the records of both documents for UniFFI: Kotlin, Java, Ruby and Swift.

use crate::member::{Kind, Member};
use crate::output::Output;
use crate::prose::{doc_comment, lines, sentences};
use crate::table::Table;

const RESOURCE: &str = "ffi-uniffi/src/resource_metadata.rs";
const SERVER: &str = "ffi-uniffi/src/authorization_server_metadata.rs";

/// The width of a doc comment in characters, without the indentation.
const WIDTH: usize = 112;

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (source, members) in [(RESOURCE, &table.resource), (SERVER, &table.server)] {
        outputs.push(Output::region(source, "members", members.iter().map(field).collect()));
        outputs.push(Output::region(source, "accessors", members.iter().filter_map(accessor).collect()));
        let lookups: Vec<String> = members.iter().filter(|member| member.localized).map(lookup).collect();
        if !lookups.is_empty() {
            outputs.push(Output::region(source, "languages", lookups.join("\n")));
        }
    }
    outputs
}

/// The field of a member. The field may be absent.
fn field(member: &Member) -> String {
    let value = match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint => "String",
        Kind::Strings | Kind::Algorithms => "Vec<String>",
        Kind::Boolean => "bool",
        Kind::Endpoints => "HashMap<String, String>",
        Kind::Object => "String",
    };
    let note = if member.kind == Kind::Object { " As JSON text." } else { "" };
    let doc = documentation(&(sentences(member) + note), member);
    format!("{doc}    {}: {value},\n", member.identifier())
}

/// A boolean field with the default of the registering document.
fn accessor(member: &Member) -> Option<String> {
    let (accessor, doc) = (member.accessor.as_ref()?, member.accessor_doc.as_ref()?);
    Some(format!("{}    {accessor},\n", documentation(doc, member)))
}

fn lookup(member: &Member) -> String {
    let name = member.identifier();
    let doc = format!(
        "Returns `{name}` for a language range such as `fr-CA`, by the lookup of \
         [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). If no language matches, returns the \
         value without a language."
    );
    let mut lines = lines(&[&doc], WIDTH);
    lines.extend([String::new(), "# Errors".to_owned(), "Only `internal`.".to_owned()]);
    format!(
        "{}    pub fn {name}_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {{\n        \
         self.localized(\"{name}\", self.{name}.as_deref(), &language)\n    }}\n",
        doc_comment(&lines)
    )
}

fn documentation(sentences: &str, member: &Member) -> String {
    doc_comment(&lines(&[sentences, &format!("Registered by {}.", member.source.link())], WIDTH))
}
