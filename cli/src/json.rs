use crate::printable::shows_as_itself;
use serde::Serialize;
use std::fmt::Write;

/// A value on one line.
pub(crate) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(printable)
}

/// A value on as many lines as a reader wants.
pub(crate) fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(printable)
}

/// The same JSON, safe for a terminal: the serialiser escapes ASCII's control characters, but neither DEL nor those of
/// Unicode. They occur inside of strings only.
fn printable(json: String) -> String {
    let safe = |c| c == '\n' || shows_as_itself(c);
    if json.chars().all(safe) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if safe(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // A string takes all that is written to it.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_acts_upon_is_escaped_and_the_value_stays() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}é\"\\";
        let json = line(&text).unwrap();
        assert_eq!(json, r#""a\u001b[2J\u009b\u007f\u202e\udb40\udc41é\"\\""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
