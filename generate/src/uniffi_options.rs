//! Writes the options of a client, and the rules for responses of the caller's own HTTP client, for UniFFI.

use crate::option::{ClientOption, Face, OptionKind};
use crate::output::Output;
use crate::text::wrapped;

pub(crate) fn outputs(options: &[ClientOption]) -> Vec<Output> {
    let rules = options.iter().filter(|option| option.rule).map(field).collect();
    vec![
        Output::region("ffi-uniffi/src/options.rs", "options", options.iter().map(field).collect()),
        Output::region("ffi-uniffi/src/options.rs", "setters", options.iter().filter_map(setter).collect()),
        Output::region("ffi-uniffi/src/rules.rs", "rules", rules),
    ]
}

fn field(option: &ClientOption) -> String {
    let value = match option.kind {
        OptionKind::Text | OptionKind::File | OptionKind::Keys | OptionKind::Name => "Option<String>",
        OptionKind::Boolean => "Option<bool>",
        OptionKind::Seconds => "Option<Seconds>",
        OptionKind::Count => "Option<i32>",
        OptionKind::Bytes => "Option<i64>",
        OptionKind::Addresses => "Vec<Pin>",
        OptionKind::Match => "Option<ResourceMatch>",
        OptionKind::Headers => "HashMap<String, String>",
    };
    let (doc, default) = option.sentences(Face::Uniffi);
    let doc = default.iter().fold(doc, |doc, default| format!("{doc} Default: {default}."));
    let doc = wrapped(&doc, "    /// ", 120);
    format!("{doc}    #[uniffi(default)]\n    pub {}: {value},\n", option.name)
}

/// A line of the macro `set!`; `None` if the builder takes the option together with others or in another type.
fn setter(option: &ClientOption) -> Option<String> {
    let name = &option.name;
    let convert = match option.kind {
        OptionKind::Boolean | OptionKind::File => String::new(),
        OptionKind::Text if name.ends_with("trusted_issuer") => return None,
        OptionKind::Text => String::new(),
        OptionKind::Seconds => format!(": |time: Seconds| duration(time, \"{name}\")"),
        OptionKind::Count => format!(": |count: i32| number(\"{name}\", count)"),
        OptionKind::Bytes => format!(": |bytes: i64| number(\"{name}\", bytes)"),
        OptionKind::Name => ": |name: String| name.parse()".to_owned(),
        OptionKind::Addresses | OptionKind::Headers | OptionKind::Keys | OptionKind::Match => return None,
    };
    Some(format!("            {name}{convert};\n"))
}
