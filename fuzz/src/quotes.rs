/// The quoted strings of a header field line. A quotation mark starts or ends a quoted string. Within a quoted string,
/// a backslash escapes the next character ([RFC 9110 section
/// 5.6.4](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4)).
#[derive(Debug)]
pub struct Quotes {
    /// The line with an `x` for every quoted character. The structure of the line is the same.
    pub masked: String,
    /// The values of the quoted strings.
    pub values: Vec<String>,
}

impl Quotes {
    /// Finds the quoted strings of a line.
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
                // An unterminated quoted string has no value.
                let Some(quoted) = (if c == '\\' { chars.next() } else { Some(c) }) else { break };
                value.push(quoted);
                found.masked.push('x');
            }
        }
        found
    }
}
