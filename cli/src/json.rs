use crate::printable::is_visible;
use serde::Serialize;
use std::fmt::Write;
use std::io;

/// Returns a value as JSON on one line.
pub(crate) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(printable)
}

/// Writes a value as indented JSON. The text is written in pieces, because it can be very large.
pub(crate) fn write_pretty(value: &impl Serialize, out: impl io::Write) -> serde_json::Result<()> {
    serde_json::to_writer_pretty(Printable { out, rest: Vec::new() }, value)
}

/// A writer that passes JSON through [`printable`].
struct Printable<W> {
    out: W,
    /// The first bytes of an incomplete UTF-8 character.
    rest: Vec<u8>,
}

impl<W: io::Write> io::Write for Printable<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rest.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let rest = self.rest.split_off(whole);
        let text = String::from_utf8(std::mem::replace(&mut self.rest, rest)).map_err(io::Error::other)?;
        self.out.write_all(printable(text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Returns the same JSON with every invisible character escaped, so that it is safe on a terminal. `serde_json` escapes
/// ASCII controls only, not DEL or the controls of Unicode. Such characters can occur only inside JSON strings.
fn printable(json: String) -> String {
    let safe = |c| c == '\n' || is_visible(c);
    if json.chars().all(safe) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if safe(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
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
    fn escaping_control_characters_keeps_the_value() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}é\"\\";
        let json = line(&text).unwrap();
        assert_eq!(json, r#""a\u001b[2J\u009b\u007f\u202e\udb40\udc41é\"\\""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        let mut pretty = Vec::new();
        write_pretty(&text, &mut pretty).unwrap();
        assert_eq!(pretty, json.as_bytes());
    }

    #[test]
    fn a_character_split_between_writes_stays_whole() {
        let mut out = Vec::new();
        let mut printable = Printable { out: &mut out, rest: Vec::new() };
        for byte in "é\u{9b}🙂x".bytes() {
            io::Write::write_all(&mut printable, &[byte]).unwrap();
        }
        assert_eq!(String::from_utf8(out).unwrap(), "é\\u009b🙂x");
    }
}
