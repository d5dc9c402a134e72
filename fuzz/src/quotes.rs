/// The quoted strings of a header field line, told from the rest by the two rules there are: a quote begins one or ends
/// it, and within one a backslash takes the next character with it
/// ([RFC 9110 section 5.6.4](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4)).
#[derive(Debug)]
pub struct Quotes {
    /// The line with every character of a quoted string made an `x`. It has the same structure, and nothing to smuggle.
    pub masked: String,
    /// What the quoted strings say.
    pub values: Vec<String>,
}

impl Quotes {
    /// Looks at a line.
    pub fn of(line: &str) -> Quotes {
        let mut found = Quotes { masked: String::new(), values: Vec::new() };
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            found.masked.push(c);
            if c != '"' {
                continue;
            }
            let mut value = String::new();
            while let Some(c) = chars.next() {
                if c == '"' {
                    found.masked.push(c);
                    found.values.push(std::mem::take(&mut value));
                    break;
                }
                // One that does not end is no value.
                let Some(said) = (if c == '\\' { chars.next() } else { Some(c) }) else { break };
                value.push(said);
                found.masked.push('x');
            }
        }
        found
    }
}
