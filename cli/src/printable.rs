/// Returns true if a terminal shows this character. Control, direction and invisible characters are not shown.
pub(crate) fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // `escape_debug` keeps a combining mark only after another character. Many scripts need combining marks.
    let mut pair = [b'a'; 5];
    let length = c.encode_utf8(&mut pair[1..]).len();
    str::from_utf8(&pair[..=length]).is_ok_and(|pair| pair.escape_debug().nth(1) == Some(c))
}

/// Returns text from the network on one line that is safe on a terminal. Characters that are not visible are escaped.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_visible(c) {
            out.push(c);
        } else {
            out.extend(c.escape_debug());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(printable("a\u{1b}[31m\r\n\u{9b}1m\u{7f}"), r"a\u{1b}[31m\r\n\u{9b}1m\u{7f}");
        assert_eq!(printable("\u{202e}\u{2066}\u{200b}\u{feff}\u{2028}"), r"\u{202e}\u{2066}\u{200b}\u{feff}\u{2028}");
    }

    #[test]
    fn text_of_many_scripts_is_unchanged() {
        for text in ["it's \"quoted\"", "Zürich", "e\u{301}", "हिन्दी", "日本語", "العربية", "🙂"]
        {
            assert_eq!(printable(text), text);
        }
    }
}
