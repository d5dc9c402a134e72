use crate::text::paragraphs;

/// The longest line of `rustfmt.toml`.
pub(crate) const WIDTH: usize = 120;

/// An exported function, as Rust. `NOUN` in it stands for the document's.
pub(crate) struct Function<'a> {
    /// Paragraphs, with an empty line between two.
    pub(crate) doc: &'a str,
    /// Behind `telnyx_NOUN_`.
    pub(crate) name: &'a str,
    /// A string that comes in is read first: it is an `Option<&str>` in the body.
    pub(crate) parameters: &'a [&'a str],
    /// Empty: nothing.
    pub(crate) returns: &'a str,
    pub(crate) body: &'a str,
    /// True if it returns memory that the caller is to free.
    pub(crate) makes: bool,
}

/// What most functions are: they read a string.
pub(crate) const READS_TEXT: Function<'_> = Function {
    doc: "",
    name: "",
    parameters: &["metadata: Option<&telnyx_NOUN>"],
    returns: "*const c_char",
    body: "",
    makes: false,
};

impl Function<'_> {
    /// The function, as rustfmt has it.
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
            text += "    // SAFETY: the header asks for NULL or a string.\n";
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

/// The first lines of a function, as rustfmt has them.
pub(crate) fn signature(head: &str, parameters: &[String], end: &str) -> String {
    let on_one_line = format!("{head}{}{end}", parameters.join(", "));
    if on_one_line.trim_end().len() <= WIDTH {
        return on_one_line;
    }
    format!("{head}\n    {},\n{end}", parameters.join(",\n    "))
}
