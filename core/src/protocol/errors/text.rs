//! Makes text from the network or the caller safe to print in a message.

use std::borrow::Cow;

/// The number of characters of foreign text in a message.
const MAX_CHARS: usize = 200;

/// Escapes characters that can affect a terminal or a log (control characters, line ends, bidirectional overrides), and
/// cuts the text at 200 characters.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MAX_CHARS) + 8);
    let mut chars = text.chars();
    for c in chars.by_ref().take(MAX_CHARS) {
        match c {
            '\'' => out.push(c),
            _ => out.extend(c.escape_debug()),
        }
    }
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

/// [`escaped`] text between double quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// A URL for a message, without user name and password.
pub(crate) fn without_password(url: &str) -> Cow<'_, str> {
    let start = url.find("://").map_or(0, |scheme| scheme + 3);
    // A password may contain a slash, which ends the authority early. So hide everything before the last @.
    match url[start..].rfind('@') {
        Some(at) => format!("{}…{}", &url[..start], &url[start + at..]).into(),
        None => url.into(),
    }
}

/// Cuts a message at 1,000 characters: it may contain many pieces of foreign text.
pub(crate) fn cut(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(1000) {
        message.truncate(end);
        message.push('…');
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_of_terminals_are_escaped() {
        assert_eq!(quoted("a\u{1b}[31m\r\n\u{202e}\"\\é'"), r#""a\u{1b}[31m\r\n\u{202e}\"\\é'""#);
    }

    #[test]
    fn passwords_in_urls_are_not_shown() {
        for (url, shown) in [
            ("http://user:pw@proxy.example:3128", "http://…@proxy.example:3128"),
            ("user:pw@proxy.example", "…@proxy.example"),
            ("http://user:p/w@proxy.example", "http://…@proxy.example"),
            ("http://user:p@w@proxy.example/", "http://…@proxy.example/"),
            ("https://rs.example/a", "https://rs.example/a"),
            ("", ""),
        ] {
            assert_eq!(without_password(url), shown);
        }
    }

    #[test]
    fn long_messages_are_cut_between_characters() {
        assert_eq!(cut("é".repeat(1001)), "é".repeat(1000) + "…");
        assert_eq!(cut("é".repeat(1000)), "é".repeat(1000));
    }

    #[test]
    fn long_text_is_cut() {
        let shown = escaped(&"x".repeat(5000));
        assert_eq!(shown.chars().count(), MAX_CHARS + 1);
        assert!(shown.ends_with('…'));
    }
}
