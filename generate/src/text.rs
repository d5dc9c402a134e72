/// Wraps text into lines of at most `width` columns, each with `prefix` at its start. Breaks neither words nor the texts of
/// Markdown links, so such a line may be longer. Ends with a line break.
pub(crate) fn wrapped(text: &str, prefix: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in words(text) {
        if !line.is_empty() && prefix.chars().count() + line.chars().count() + 1 + word.chars().count() > width {
            lines += &format!("{prefix}{line}\n");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    if !line.is_empty() {
        lines += &format!("{prefix}{line}\n");
    }
    lines
}

/// Wraps paragraphs like [`wrapped`], and separates them by empty lines.
pub(crate) fn paragraphs(paragraphs: &[&str], prefix: &str, width: usize) -> String {
    let paragraphs: Vec<String> = paragraphs.iter().map(|paragraph| wrapped(paragraph, prefix, width)).collect();
    paragraphs.join(&format!("{}\n", prefix.trim_end()))
}

/// The words of a text. The text of a Markdown link is one word.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_link = false;
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(link) if in_link => *link += &format!(" {word}"),
            _ => words.push(word.to_owned()),
        }
        in_link = words.last().is_some_and(|word| word.rfind('[') > word.rfind(']'));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_only_between_words_and_links() {
        assert_eq!(wrapped("ab cd efghijkl m", "/// ", 9), "/// ab cd\n/// efghijkl\n/// m\n");
        assert_eq!(wrapped("ab [c d](e) f", "", 6), "ab\n[c d](e)\nf\n");
        assert_eq!(wrapped("", "/// ", 9), "");
    }
}
