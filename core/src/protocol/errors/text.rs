//! Text from the network or the caller, made safe to print in a message.

use std::borrow::Cow;

/// How many characters of foreign text a message shows.
const SHOWN: usize = 200;

/// Escapes characters that a terminal or a log acts upon (control characters, line ends, bidirectional overrides), and
/// cuts the text at 200 characters.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(SHOWN) + 8);
    let mut chars = text.chars();
    for c in chars.by_ref().take(SHOWN) {
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

/// A URL as a message may show it: user name and password precede its host.
pub(crate) fn without_password(url: &str) -> Cow<'_, str> {
    let start = url.find("://").map_or(0, |scheme| scheme + 3);
    // A slash in a password ends the authority early, so this hides everything up to the last @.
    match url[start..].rfind('@') {
        Some(at) => format!("{}…{}", &url[..start], &url[start + at..]).into(),
        None => url.into(),
    }
}

/// A message of at most 1,000 characters: it may be made of many pieces of foreign text.
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
    fn what_a_terminal_acts_upon_is_escaped() {
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
        assert_eq!(shown.chars().count(), SHOWN + 1);
        assert!(shown.ends_with('…'));
    }
}
