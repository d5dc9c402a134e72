//! Parses the declarations of a header.

use super::folders::read;

/// A function of the header.
#[derive(Debug)]
pub struct Declaration {
    pub returns: String,
    pub name: String,
    pub parameters: Vec<Parameter>,
}

#[derive(Debug)]
pub struct Parameter {
    pub type_: String,
    pub name: String,
}

impl Parameter {
    pub fn is_pointer(&self) -> bool {
        self.type_.ends_with('*')
    }

    pub fn is_text(&self) -> bool {
        self.type_ == "const char *"
    }
}

/// Returns the functions of telnyx_oauth.h, in order.
pub fn declarations() -> Vec<Declaration> {
    declarations_of(&read("../include/telnyx_oauth.h"))
}

/// Returns the functions that a header declares, in order.
pub fn declarations_of(header: &str) -> Vec<Declaration> {
    let mut code = String::new();
    let mut rest = header;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").expect("a comment ends").1;
    }
    // An inline function has no separate declaration.
    let code = code.replace("\n{\n", ";\n");
    let lines = code.lines().filter(|line| !line.starts_with(['#', '}']) && !line.starts_with("extern"));
    let code = lines.collect::<Vec<_>>().join(" ");
    let functions = code.split(';').map(str::trim).filter(|statement| !statement.starts_with("return "));
    let functions = functions.filter_map(|statement| statement.strip_suffix(')'));
    functions.map(declaration).collect()
}

fn declaration(text: &str) -> Declaration {
    let (head, parameters) = text.split_once('(').unwrap();
    let attributes = ["TELNYX_INLINE", "TELNYX_MALLOC", "TELNYX_WARN_UNUSED"];
    let head: Vec<&str> = head.split_whitespace().filter(|word| !attributes.contains(word)).collect();
    let (returns, name) = split_name(&head.join(" "));
    let parameters = parameters.split(',').map(split_name).filter(|(type_, _)| !type_.is_empty());
    Declaration { returns, name, parameters: parameters.map(|(type_, name)| Parameter { type_, name }).collect() }
}

/// Splits a parameter into type and name. The type is empty for `void`, which means no parameters.
fn split_name(text: &str) -> (String, String) {
    let text = text.trim();
    let name = text.rfind([' ', '*']).map_or(0, |at| at + 1);
    let type_ = text[..name].split_whitespace().collect::<Vec<_>>().join(" ");
    (type_, text[name..].to_owned())
}
