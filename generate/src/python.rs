//! Writes the getters of both documents in the Python module, and their properties in the stub.

use crate::member::{Kind, Member};
use crate::output::Output;
use crate::prose::{doc_comment, lines, sentences};
use crate::table::Table;

const STUB: &str = "py/python/telnyx_oauth/__init__.pyi";

/// The width of a docstring. Its lines, with their indentation, fit the limits of rustfmt and ruff.
const WIDTH: usize = 112;

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    let documents = [
        ("py/src/resource_metadata.rs", "resource members", &table.resource),
        ("py/src/authorization_server_metadata.rs", "server members", &table.server),
    ];
    let outputs = documents.into_iter().flat_map(|(source, stub_region, members)| {
        [
            Output::region(source, "members", members.iter().map(getter).collect()),
            Output::region(source, "accessors", separated(members.iter().flat_map(accessors))),
            Output::region(STUB, stub_region, separated(stubs(members)) + "\n"),
        ]
    });
    outputs.collect()
}

/// Returns a member's entry in the list that the macro `document!` takes.
fn getter(member: &Member) -> String {
    let kind = match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint => "string",
        Kind::Strings | Kind::Algorithms => "strings",
        Kind::Boolean => "boolean",
        Kind::Endpoints => "endpoints",
        Kind::Object => "object",
    };
    format!("{}    {}: {kind},\n", doc_comment(&docstring(&sentences(member), member)), member.identifier())
}

/// Returns the methods of a member other than its getter.
fn accessors(member: &Member) -> Vec<String> {
    let name = member.identifier();
    let mut methods = Vec::new();
    if let (Some(accessor), Some(doc)) = (&member.accessor, &member.accessor_doc) {
        let doc = doc_comment(&docstring(doc, member));
        methods.push(format!(
            "{doc}    #[getter]\n    fn {accessor}(&self) -> bool {{\n        self.0.{accessor}()\n    }}\n"
        ));
    }
    if member.localized {
        let doc = doc_comment(&lookup_docstring(&name));
        methods.push(format!(
            "{doc}    fn {name}_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {{\n        \
             Ok(self.0.{name}_for(&text(\"language\", language)?))\n    }}\n"
        ));
    }
    methods
}

/// Returns the stubs of all getters and methods.
fn stubs(members: &[Member]) -> Vec<String> {
    let mut stubs: Vec<String> = members.iter().map(property).collect();
    for member in members {
        if let (Some(accessor), Some(doc)) = (&member.accessor, &member.accessor_doc) {
            stubs.push(stub(&format!("@property\n    def {accessor}(self) -> bool"), &docstring(doc, member)));
        }
        if member.localized {
            let name = member.identifier();
            let signature = format!("def {name}_for(self, language: str) -> str | None");
            stubs.push(stub(&signature, &lookup_docstring(&name)));
        }
    }
    stubs
}

fn property(member: &Member) -> String {
    let value = match member.kind {
        Kind::Identifier | Kind::String | Kind::Page | Kind::Endpoint => "str",
        Kind::Strings | Kind::Algorithms => "tuple[str, ...]",
        Kind::Boolean => "bool",
        Kind::Endpoints => "Mapping[str, str]",
        Kind::Object => "Mapping[str, Any]",
    };
    let signature = format!("@property\n    def {}(self) -> {value} | None", member.identifier());
    stub(&signature, &docstring(&sentences(member), member))
}

/// Returns the stub of a function. The layout of its docstring is that of `py/docs/fill_stub.py`.
fn stub(signature: &str, docstring: &[String]) -> String {
    let closing = if docstring.len() > 1 { "\n        " } else { "" };
    let mut lines = docstring.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!("        {line}"),
    });
    let first = lines.next().unwrap_or_default();
    let rest: String = lines.map(|line| format!("\n{line}")).collect();
    format!("    {signature}:\n        \"\"\"{}{rest}{closing}\"\"\"\n", first.trim_start())
}

fn docstring(sentences: &str, member: &Member) -> Vec<String> {
    lines(&[sentences, &format!("Registered by {} ({}).", member.source.title, member.source.url)], WIDTH)
}

fn lookup_docstring(name: &str) -> Vec<String> {
    let text = format!(
        "Returns `{name}` in the language that fits best, by the lookup of RFC 4647 section 3.4\n\
         (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).\n\
         \n\
         Args:\n    language: A language range, such as `fr-CA`.\n\
         \n\
         Returns:\n    The member in that language, else the member without a language. None if the document has neither."
    );
    text.lines().map(str::to_owned).collect()
}

/// Returns the items, with an empty line between each two of them.
fn separated(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join("\n")
}
