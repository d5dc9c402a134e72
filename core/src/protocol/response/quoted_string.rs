//! Separators in header fields with quoted strings
//! ([RFC 9110 section 5.6.4](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4)).

/// Returns the position of the first separator outside quoted strings. A quoted string without a closing quote extends to
/// the end of the text.
pub(crate) fn find_unquoted(text: &str, separator: u8) -> Option<usize> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.bytes().position(|byte| {
        let was_escaped = std::mem::replace(&mut is_escaped, false);
        match byte {
            b'"' if !was_escaped => is_quoted = !is_quoted,
            b'\\' => is_escaped = is_quoted && !was_escaped,
            _ => {}
        }
        !is_quoted && byte == separator
    })
}

/// Returns the parts between the separators outside quoted strings.
pub(crate) fn split_unquoted(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let at = find_unquoted(text, separator);
        rest = at.map(|at| &text[at + 1..]);
        Some(&text[..at.unwrap_or(text.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_in_quoted_strings_are_ignored() {
        for (text, pieces) in [
            ("", &[""][..]),
            ("a,b,", &["a", "b", ""]),
            (r#"a="x, y", b"#, &[r#"a="x, y""#, " b"]),
            (r#"a="x\", y", b"#, &[r#"a="x\", y""#, " b"]),
            (r#"a="x\\", y"#, &[r#"a="x\\""#, " y"]),
            (r#"a\",b"#, &[r#"a\",b"#]),
            (r#"a="x, y"#, &[r#"a="x, y"#]),
            ("é,\"é,\",é", &["é", "\"é,\"", "é"]),
        ] {
            assert_eq!(split_unquoted(text, b',').collect::<Vec<_>>(), pieces, "{text}");
        }
    }
}
