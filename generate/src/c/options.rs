//! The setters of a client's options, in Rust. Setters with several values are written by hand.

use super::function::{WIDTH, signature};
use crate::option::{ClientOption, Face, OptionKind};
use crate::text::paragraphs;

/// Returns true for the options that most programs set.
pub(crate) fn is_common(option: &ClientOption) -> bool {
    ["base_url", "ca_file", "timeout"].contains(&option.name.as_str())
}

/// Returns the description of an option, the sentence `more` if it is not empty, and the default.
pub(crate) fn sentences(option: &ClientOption, more: &str) -> String {
    let (doc, default) = option.sentences(Face::C);
    let doc = format!("{doc} {more}").trim_end().to_owned();
    let text = default.iter().fold(doc, |doc, default| format!("{doc} Default: {default}."));
    without_markdown(&text)
}

/// Returns the text without Markdown: each link is replaced by its URL.
fn without_markdown(text: &str) -> String {
    let mut plain = String::new();
    let text = text.replace('`', "");
    let mut rest = text.as_str();
    while let Some((before, link)) = rest.split_once('[') {
        let Some((address, after)) = link.split_once("](").and_then(|(_, link)| link.split_once(')')) else { break };
        plain += before;
        plain += address;
        rest = after;
    }
    plain + rest
}

pub(crate) fn file(options: &[ClientOption], is_wanted: impl Fn(&ClientOption) -> bool) -> String {
    let setters: String = options.iter().filter(|option| is_wanted(option)).map(setter).collect();
    let mut uses = "use crate::status::telnyx_status;\n".to_owned();
    let helpers: Vec<&str> = ["set_client", "set_rule", "set_text", "telnyx_options"]
        .into_iter()
        .filter(|name| setters.contains(name))
        .collect();
    uses.insert_str(0, &format!("use crate::options::{{{}}};\n", helpers.join(", ")));
    for (name, line) in [("required(", "use crate::input::required;\n")] {
        if setters.contains(name) {
            uses.insert_str(0, line);
        }
    }
    for (name, line) in [("c_char", "use std::ffi::c_char;\n"), ("Duration", "use std::time::Duration;\n")] {
        if setters.contains(name) {
            uses += line;
        }
    }
    format!("// Generated from core/options.toml by `cargo run -p generate`. Do not edit.\n\n{uses}{setters}")
}

fn setter(option: &ClientOption) -> String {
    let name = &option.name;
    let (parameter, type_, value) = match option.kind {
        OptionKind::Text | OptionKind::File => (name.clone(), "*const c_char", name.clone()),
        OptionKind::Boolean => (name.clone(), "bool", name.clone()),
        OptionKind::Count => (name.clone(), "u32", name.clone()),
        OptionKind::Bytes => (name.clone(), "usize", name.clone()),
        OptionKind::Seconds => (format!("{name}_ms"), "u64", format!("Duration::from_millis({name}_ms)")),
        OptionKind::Addresses | OptionKind::Headers | OptionKind::Keys | OptionKind::Match | OptionKind::Name => {
            return String::new();
        }
    };
    let is_text = type_ == "*const c_char";
    let body = if is_text {
        format!(
            "    // SAFETY: the header requires NULL or a string.\n    \
             let {name} = unsafe {{ required(\"{name}\", {name}) }};\n    \
             set_text(options, {name}, |client, {name}| client.{name}({name}))\n"
        )
    } else if option.rule {
        format!("    set_rule(options, |client| client.{name}({value}), |rules| rules.{name}({value}))\n")
    } else {
        format!("    set_client(options, |client| client.{name}({value}))\n")
    };
    let unit = if option.kind == OptionKind::Seconds { "In milliseconds." } else { "" };
    let doc = format!("Sets the option {name}. {}", sentences(option, unit));
    let safety = if is_text { "unsafe " } else { "" };
    let head = format!("pub {safety}extern \"C\" fn telnyx_options_set_{parameter}(");
    let parameters = ["options: Option<&mut telnyx_options>".to_owned(), format!("{parameter}: {type_}")];
    format!(
        "\n{}#[unsafe(no_mangle)]\n{}{body}}}\n",
        paragraphs(&[&doc], "/// ", WIDTH),
        signature(&head, &parameters, ") -> telnyx_status {\n")
    )
}
