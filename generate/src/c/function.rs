use crate::text::paragraphs;

/// The line length in `rustfmt.toml`.
pub(crate) const WIDTH: usize = 120;

/// An exported function, in Rust. `NOUN` stands for the noun of the document.
pub(crate) struct Function<'a> {
    /// Paragraphs, separated by empty lines.
    pub(crate) doc: &'a str,
    /// The part of the name after `telnyx_NOUN_`.
    pub(crate) name: &'a str,
    /// A string parameter is converted first: in the body, it is an `Option<&str>`.
    pub(crate) parameters: &'a [&'a str],
    /// The return type. Empty: the function returns nothing.
    pub(crate) returns: &'a str,
    pub(crate) body: &'a str,
    /// True if the caller must free the returned handle.
    pub(crate) makes: bool,
}

/// The defaults for most functions, which return a string.
pub(crate) const READS_TEXT: Function<'_> = Function {
    doc: "",
    name: "",
    parameters: &["metadata: Option<&telnyx_NOUN>"],
    returns: "*const c_char",
    body: "",
    makes: false,
};

impl Function<'_> {
    /// Returns the function, formatted as by rustfmt.
    pub(crate) fn in_rust(&self, noun: &str) -> String {
        let mut text = String::from("\n");
        if self.makes {
            text += "/// cbindgen:prefix=TELNYX_MALLOC\n";
        }
        text += &paragraphs(&self.doc.replace("NOUN", noun).split("\n\n").collect::<Vec<_>>(), "/// ", WIDTH);
        text += "#[unsafe(no_mangle)]\n";
        if self.makes {
            text += "#[must_use]\n";
        }
        let string = self.parameters.iter().find_map(|parameter| parameter.strip_suffix(": *const c_char"));
        let safety = if string.is_some() { "unsafe " } else { "" };
        let returns = if self.returns.is_empty() { String::new() } else { format!(" -> {}", self.returns) };
        let parameters: Vec<String> = self.parameters.iter().map(|parameter| parameter.replace("NOUN", noun)).collect();
        let head = format!("pub {safety}extern \"C\" fn telnyx_{noun}_{}(", self.name);
        text += &signature(&head, &parameters, &format!("){} {{\n", returns.replace("NOUN", noun)));
        if let Some(name) = string {
            text += "    // SAFETY: the header requires NULL or a string.\n";
            text += &format!("    let {name} = unsafe {{ readable({name}) }};\n");
        }
        for line in self.body.lines() {
            let line = format!("    {line}\n");
            let is_long = line.trim_end().len() > WIDTH;
            text += &if is_long { line.replacen(".map_or(", "\n        .map_or(", 1) } else { line };
        }
        text + "}\n"
    }
}

/// Returns the signature of a function, formatted as by rustfmt.
pub(crate) fn signature(head: &str, parameters: &[String], end: &str) -> String {
    let on_one_line = format!("{head}{}{end}", parameters.join(", "));
    if on_one_line.trim_end().len() <= WIDTH {
        return on_one_line;
    }
    format!("{head}\n    {},\n{end}", parameters.join(",\n    "))
}
