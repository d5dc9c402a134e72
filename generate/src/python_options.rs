//! Python: a client's options, in `py/src` and in the stub.

use crate::option::{ClientOption, Face, OptionKind};
use crate::output::Output;
use crate::text::wrapped;

const STUB: &str = "py/python/telnyx_oauth/__init__.pyi";

/// The width of a docstring. With the indentation, a line is short enough for rustfmt and ruff.
const WIDTH: usize = 112;

pub(crate) fn outputs(options: &[ClientOption]) -> Vec<Output> {
    let parameters: String = options.iter().map(|option| format!("        {},\n", parameter(option))).collect();
    vec![
        Output::region("py/src/client.rs", "options", options.iter().map(documentation).collect()),
        Output::region("py/src/client.rs", "signature", signature(options)),
        Output::region("py/src/async_client.rs", "signature", signature(options)),
        Output::region("py/src/options.rs", "options", options.iter().map(setter).collect()),
        Output::region("py/src/docs.rs", "rules", rules(options)),
        Output::region(STUB, "keywords", options.iter().filter(|option| option.name != "timeout").map(field).collect()),
        Output::region(STUB, "options of Client", parameters.clone()),
        Output::region(STUB, "options of AsyncClient", parameters),
    ]
}

/// An entry of the section `Args:`.
fn argument(option: &ClientOption) -> String {
    let (mut doc, default) = option.sentences(Face::Python);
    if option.kind == OptionKind::Seconds {
        doc += " In seconds, or as a `timedelta`.";
    }
    if let Some(default) = default {
        let default = match default.as_str() {
            "true" => "True",
            "false" => "False",
            other => other,
        };
        doc += &format!(" Default: {default}.");
    }
    let text = format!("{}: {}", option.name, without_markdown(&doc));
    // The first line of an entry has less indentation.
    wrapped(&text, "        ", WIDTH).replacen("        ", "    ", 1)
}

/// Replaces each Markdown link by `title, URL`.
fn without_markdown(text: &str) -> String {
    text.replace("](", ", ").replace("))", ")").replace("([", "(")
}

fn documentation(option: &ClientOption) -> String {
    argument(option).lines().map(|line| format!("/// {line}\n")).collect()
}

/// The macro with the documentation of the rules, for methods that check a document without a client.
fn rules(options: &[ClientOption]) -> String {
    let arms: String = options.iter().filter(|option| option.rule).map(rule).collect();
    format!(
        "/// The documentation of the rules that check a document without a client.\nmacro_rules! rules_docs {{\n{arms}}}\n"
    )
}

fn rule(option: &ClientOption) -> String {
    format!("    ({}) => {{\n        \"{}\"\n    }};\n", option.name, argument(option).trim_end())
}

/// The attribute that shows the options as keywords in the signature. The method itself takes a dict.
fn signature(options: &[ClientOption]) -> String {
    let names: Vec<String> = options.iter().map(|option| format!("{}=None", option.name)).collect();
    let lines = wrapped(&names.join(", "), "        ", WIDTH);
    let lines: Vec<&str> = lines.trim_end().lines().collect();
    format!("    #[pyo3(signature = (**options), text_signature = \"(*, \\\n{})\")]\n", lines.join(" \\\n"))
}

/// A match arm that returns the setter of an option.
fn setter(option: &ClientOption) -> String {
    let name = &option.name;
    let value = match option.kind {
        OptionKind::Text => "string(name, value)?",
        OptionKind::Boolean => "boolean(name, value)?",
        OptionKind::Seconds => "seconds(name, value)?",
        OptionKind::Count => "count(name, value, u32::MAX)?",
        OptionKind::Bytes => "count(name, value, usize::MAX)?",
        OptionKind::File => "path(name, value)?",
        OptionKind::Keys => "trusted_keys(name, value)?",
        OptionKind::Match => "policy(name, value)?",
        OptionKind::Name => "named(name, value)?",
        OptionKind::Addresses | OptionKind::Headers => return format!("        \"{name}\" => {name},\n"),
    };
    match name.as_str() {
        // The type is checked, and the value is dropped.
        "api_key" => format!("        \"{name}\" => |builder, name, value| string(name, value).map(|_| builder),\n"),
        _ => {
            let call = format!("|builder, name, value| Ok(builder.{name}({value}))");
            // The form that rustfmt gives a line of more than 120 characters.
            match format!("        \"{name}\" => {call},\n") {
                line if line.len() > 121 => format!("        \"{name}\" => {{\n            {call}\n        }}\n"),
                line => line,
            }
        }
    }
}

fn type_of(option: &ClientOption) -> &'static str {
    match option.kind {
        OptionKind::Text => "str",
        OptionKind::Boolean => "bool",
        OptionKind::Seconds => "_Seconds",
        OptionKind::Count | OptionKind::Bytes => "int",
        OptionKind::File => "str | os.PathLike[str]",
        OptionKind::Addresses => "Mapping[tuple[str, int], _Address]",
        OptionKind::Keys => "TrustedKeys",
        OptionKind::Match => "_ResourceMatch",
        OptionKind::Name if option.name == "profile" => "_Profile",
        OptionKind::Name => "_Probe",
        OptionKind::Headers => "Mapping[str, str]",
    }
}

fn parameter(option: &ClientOption) -> String {
    format!("{}: {} | None = None", option.name, type_of(option))
}

fn field(option: &ClientOption) -> String {
    format!("    {}: {} | None\n", option.name, type_of(option))
}
