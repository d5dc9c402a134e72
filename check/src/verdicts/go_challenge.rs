//! Challenges as the MCP Go SDK parses them.

/// A challenge: its scheme and its parameters, the names in lower case.
pub(super) struct Parsed {
    scheme: String,
    parameters: Vec<(String, String)>,
}

impl Parsed {
    /// The last value of a parameter.
    fn get(&self, name: &str) -> Option<&str> {
        let of_name = self.parameters.iter().rev().find(|(own, _)| own == name);
        of_name.map(|(_, value)| value.as_str())
    }
}

/// The first value of a parameter in any challenge.
pub(super) fn parameter<'a>(challenges: &'a [Parsed], name: &str) -> Option<&'a str> {
    challenges.iter().find_map(|challenge| challenge.get(name))
}

/// The first value of a parameter in a Bearer challenge.
pub(super) fn of_bearer<'a>(challenges: &'a [Parsed], name: &str) -> Option<&'a str> {
    challenges.iter().filter(|challenge| challenge.scheme == "bearer").find_map(|challenge| challenge.get(name))
}

/// The challenges of all lines of `WWW-Authenticate`. `None` if one of them breaks the SDK's grammar.
pub(super) fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Vec<Parsed>> {
    let mut challenges = Vec::new();
    for line in lines {
        for text in split(line)? {
            let text = text.trim();
            if !text.is_empty() {
                challenges.push(one(text)?);
            }
        }
    }
    Some(challenges)
}

/// The texts between the commas that no parameter follows. `None` for a line that starts with a quote.
fn split(line: &str) -> Option<Vec<&str>> {
    let (mut texts, mut is_quoted, mut start) = (Vec::new(), false, 0);
    let (mut equals, mut spaces) = (Next::new('='), Next::new(' '));
    for (at, c) in line.char_indices() {
        match c {
            '"' if at == 0 => return None,
            '"' if line.as_bytes()[at - 1] != b'\\' => is_quoted = !is_quoted,
            ',' if !is_quoted => {
                let name = at + 1 + (line[at + 1..].len() - line[at + 1..].trim_start().len());
                let end = equals.at(line, name);
                if end == name || end == line.len() || spaces.at(line, name) < end {
                    texts.push(&line[start..at]);
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    texts.push(&line[start..]);
    Some(texts)
}

/// The position of a character at or after another position. The positions asked for must grow, so that a line with many
/// commas takes linear time.
struct Next {
    /// A space stands for all white space.
    wanted: char,
    found: Option<usize>,
}

impl Next {
    fn new(wanted: char) -> Next {
        Next { wanted, found: None }
    }

    /// The position; the length of the line if there is none.
    fn at(&mut self, line: &str, from: usize) -> usize {
        let wanted = self.wanted;
        let is_wanted = |c: char| c == wanted || (wanted == ' ' && c.is_whitespace());
        match self.found.filter(|found| *found >= from) {
            Some(found) => found,
            None => *self.found.insert(line[from..].find(is_wanted).map_or(line.len(), |at| from + at)),
        }
    }
}

fn one(text: &str) -> Option<Parsed> {
    let (scheme, mut rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut parameters = Vec::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').filter(|(name, _)| !name.is_empty())?;
        let after = after.trim();
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted_value(quoted)?,
            None => {
                let (value, after) = after.find(',').map_or((after, ""), |at| after.split_at(at));
                (value.trim_end().to_owned(), after)
            }
        };
        if value.is_empty() {
            return None;
        }
        parameters.push((name.trim().to_lowercase(), value));
        let after = after.trim();
        rest = match after.strip_prefix(',') {
            Some(next) => next.trim(),
            None if after.is_empty() => "",
            None => return None,
        };
    }
    Some(Parsed { scheme: scheme.to_lowercase(), parameters })
}

/// The value up to the closing quote, and the rest.
fn quoted_value(text: &str) -> Option<(String, &str)> {
    let (mut value, mut is_escaped) = (String::new(), false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => {
                value.push(c);
                is_escaped = false;
            }
            '\\' if at + 1 < text.len() => is_escaped = true,
            '"' => return Some((value, &text[at + 1..])),
            _ => value.push(c),
        }
    }
    None
}
