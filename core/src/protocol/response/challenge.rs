use super::quoted_string::find_unquoted;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::absolute_url;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One challenge of a `WWW-Authenticate` header field
/// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Challenge {
    /// The authentication scheme, in lower case.
    pub scheme: String,
    /// The parameters, their names in lower case. If a name occurs twice, the first counts.
    pub params: BTreeMap<String, String>,
    /// The token68. Some schemes, such as `Negotiate`, send a token68 instead of parameters.
    pub token68: Option<String>,
}

impl Challenge {
    /// Returns a challenge with these parts. Converts the scheme and the names of the parameters to lower case. If a name
    /// occurs twice, the first counts.
    pub fn new(scheme: &str, params: impl IntoIterator<Item = (String, String)>, token68: Option<String>) -> Challenge {
        let mut challenge = Challenge { scheme: scheme.to_ascii_lowercase(), params: BTreeMap::new(), token68 };
        for (name, value) in params {
            challenge.params.entry(name.to_ascii_lowercase()).or_insert(value);
        }
        challenge
    }

    /// Returns the `resource_metadata` parameter as sent, which may be no URL
    /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
    pub fn resource_metadata(&self) -> Option<&str> {
        self.params.get("resource_metadata").map(String::as_str)
    }

    /// Returns the scopes of the `scope` parameter ([RFC 6750 section 3](https://www.rfc-editor.org/rfc/rfc6750#section-3)).
    pub fn scope(&self) -> Option<Vec<&str>> {
        let scope = self.params.get("scope")?;
        Some(scope.split([' ', '\t']).filter(|scope| !scope.is_empty()).collect())
    }

    /// Returns the `resource_metadata`, without a fragment, if it is an absolute http(s) URL.
    pub(crate) fn usable_url(&self) -> Option<url::Url> {
        let mut url = absolute_url::parse(self.resource_metadata()?).ok()?;
        url.set_fragment(None);
        Some(url)
    }
}

/// Returns the challenges of all `WWW-Authenticate` field lines.
///
/// Each line is parsed on its own, so a malformed line does not hide the others. A malformed part is skipped up to the next
/// comma outside quotes, and everything before it counts. Values without quotes are accepted, because many servers send
/// them. The time is linear in the input.
///
/// ```
/// let challenges = telnyx_oauth::parse_challenges(["Negotiate, Bearer scope=\"a b\", resource_metadata=\"https://rs.example/m\""]);
/// assert_eq!(challenges[1].scheme, "bearer");
/// assert_eq!(challenges[1].resource_metadata(), Some("https://rs.example/m"));
/// assert_eq!(challenges[1].scope().unwrap(), ["a", "b"]);
/// ```
pub fn parse_challenges(www_authenticate: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<Challenge> {
    parse_with_notes(www_authenticate).0
}

/// The maximum number of notes that [`parse_with_notes`] returns.
const MOST_NOTES: usize = 8;

/// Returns the challenges as [`parse_challenges`] does, and a note about each skipped part and each repeated parameter.
/// Notes contain text from the network, escaped and cut.
pub(crate) fn parse_with_notes(
    www_authenticate: impl IntoIterator<Item = impl AsRef<str>>,
) -> (Vec<Challenge>, Vec<ChallengeNote>) {
    let (mut challenges, mut notes) = (Vec::new(), Vec::new());
    for line in www_authenticate {
        Line { rest: line.as_ref(), notes: &mut notes }.read(&mut challenges);
    }
    (challenges, notes)
}

/// A deviation of a `WWW-Authenticate` field from its grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChallengeNote {
    /// True if a challenge repeats a parameter. False if a malformed part was skipped.
    pub is_repetition: bool,
    /// The message, for people. Text from the network is escaped and cut.
    pub message: String,
}

/// A field line that is being parsed.
struct Line<'a, 'n> {
    /// The text that is not parsed yet.
    rest: &'a str,
    notes: &'n mut Vec<ChallengeNote>,
}

impl<'a> Line<'a, '_> {
    fn read(mut self, challenges: &mut Vec<Challenge>) {
        // A parameter belongs to a challenge on its own line.
        let first = challenges.len();
        loop {
            self.skip(|c| is_space(c) || c == ',');
            if self.rest.is_empty() {
                return;
            }
            let piece = self.rest;
            let name = self.take(is_token_char);
            if name.is_empty() {
                self.skip_piece(piece);
            } else if self.takes_equals() {
                match (self.value(), challenges[first..].last_mut()) {
                    (Some(value), Some(challenge)) => match challenge.params.entry(name.to_ascii_lowercase()) {
                        Entry::Vacant(entry) => drop(entry.insert(value)),
                        Entry::Occupied(entry) => {
                            let name = entry.key();
                            self.note(true, || {
                                format!("{} is repeated, {} does not count", quoted(name), quoted(&value))
                            });
                        }
                    },
                    _ => self.skip_piece(piece),
                }
            } else if self.at_end_of_piece() || self.rest.starts_with(is_space) {
                let scheme = name.to_ascii_lowercase();
                self.skip(is_space);
                challenges.push(Challenge { scheme, params: BTreeMap::new(), token68: self.token68() });
            } else {
                self.skip_piece(piece);
            }
        }
    }

    fn note(&mut self, is_repetition: bool, message: impl FnOnce() -> String) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(ChallengeNote { is_repetition, message: message() });
        }
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        self.rest = self.rest.trim_start_matches(skipped);
    }

    fn take(&mut self, taken: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest.trim_start_matches(taken);
        let (head, rest) = self.rest.split_at(self.rest.len() - rest.len());
        self.rest = rest;
        head
    }

    fn at_end_of_piece(&self) -> bool {
        self.rest.is_empty() || self.rest.starts_with(',')
    }

    /// Consumes the `=` of a parameter and the white space around it. Returns false if no `=` follows.
    fn takes_equals(&mut self) -> bool {
        match self.rest.trim_start_matches(is_space).strip_prefix('=') {
            Some(rest) => {
                self.rest = rest.trim_start_matches(is_space);
                true
            }
            None => false,
        }
    }

    /// Consumes and returns a parameter's value, quoted or not. Returns `None` if the value is malformed.
    fn value(&mut self) -> Option<String> {
        let value = if self.rest.starts_with('"') {
            self.quoted()?
        } else {
            let bare = self.take(|c| !is_space(c) && c != ',' && c != '"');
            if bare.is_empty() {
                return None;
            }
            bare.to_owned()
        };
        (self.at_end_of_piece() || self.rest.starts_with(is_space)).then_some(value)
    }

    /// Consumes and returns a quoted string. Without a closing quote, consumes the rest of the line and returns `None`.
    fn quoted(&mut self) -> Option<String> {
        let mut value = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Some(value);
                }
                '\\' => value.push(chars.next()?.1),
                _ => value.push(c),
            }
        }
        self.rest = "";
        None
    }

    /// Consumes and returns the token68 after a scheme. Returns `None` if parameters follow.
    fn token68(&mut self) -> Option<String> {
        let after = self.rest.trim_start_matches(is_token68_char).trim_start_matches('=');
        let token = &self.rest[..self.rest.len() - after.len()];
        let follows = after.trim_start_matches(is_space);
        if token.is_empty() || !(follows.is_empty() || follows.starts_with(',')) {
            return None;
        }
        self.rest = follows;
        Some(token.to_owned())
    }

    /// Skips to the next comma outside quotes, and adds a note with the skipped text from `piece` on.
    fn skip_piece(&mut self, piece: &str) {
        self.rest = &self.rest[find_unquoted(self.rest, b',').unwrap_or(self.rest.len())..];
        let skipped = &piece[..piece.len() - self.rest.len()];
        self.note(false, || format!("{} was skipped", quoted(skipped.trim_end_matches(is_space))));
    }
}

fn is_space(c: char) -> bool {
    c == ' ' || c == '\t'
}

/// True for a character of a token ([RFC 9110 section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
fn is_token_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// True for a character of a token68, except the `=` at its end
/// ([RFC 9110 section 11.2](https://www.rfc-editor.org/rfc/rfc9110#section-11.2)).
fn is_token68_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~+/".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schemes(line: &str) -> Vec<(String, usize, Option<String>)> {
        parse_challenges([line]).into_iter().map(|c| (c.scheme, c.params.len(), c.token68)).collect()
    }

    #[test]
    fn a_malformed_part_does_not_hide_other_parts() {
        let bearer = |params| vec![("bearer".to_owned(), params, None)];
        assert_eq!(schemes("Bearer b=1, a="), bearer(1));
        assert_eq!(schemes("Bearer a=\"x\"y, b=1"), bearer(1));
        assert_eq!(schemes("Bearer a=x\"y, z\", b=1"), bearer(1));
        assert_eq!(schemes("Bearer a=\"\\\", b=1"), bearer(0));
        assert_eq!(schemes("a=1, Bearer b=2"), bearer(1));
        assert_eq!(schemes("Bearer(a=1), Bearer b=2"), bearer(1));
        assert_eq!(schemes("\u{e9}, Bearer b=2"), bearer(1));
    }

    #[test]
    fn each_skipped_part_and_repeated_parameter_adds_a_note() {
        for (line, expected) in [
            ("Bearer a=1, b=\"2\" c=3, DPoP a=1", &[][..]),
            ("Bearer a='1, 2'", &[]),
            (
                "Bearer realm=\"x\"; resource_metadata=\"https://rs.example/m, 1\" , b=1",
                &[r#""realm=\"x\"; resource_metadata=\"https://rs.example/m, 1\"" was skipped"#],
            ),
            (
                "Bearer a=1, A=\"2\", a=3",
                &[r#""a" is repeated, "2" does not count"#, r#""a" is repeated, "3" does not count"#],
            ),
            ("a=1, Bearer b=2, ???", &[r#""a=1" was skipped"#, r#""???" was skipped"#]),
            ("Bearer a=\"\u{1b}[31m", &[r#""a=\"\u{1b}[31m" was skipped"#]),
        ] {
            let notes: Vec<_> = parse_with_notes([line]).1.into_iter().map(|note| note.message).collect();
            assert_eq!(notes, expected, "{line}");
        }
        assert_eq!(parse_with_notes(["=,".repeat(10_000)]).1.len(), MOST_NOTES);
    }

    #[test]
    fn a_challenge_made_from_parts_equals_a_parsed_challenge() {
        let param = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let made = Challenge::new("Bearer", [param("Realm", "a"), param("realm", "b"), param("scope", "c d")], None);
        assert_eq!([made], *parse_challenges(["bearer realm=a, scope=\"c d\""]));
        let made = Challenge::new("Negotiate", [], Some("abc=".to_owned()));
        assert_eq!([made], *parse_challenges(["Negotiate abc="]));
    }

    #[test]
    fn challenges_without_a_comma_between_them_are_separate() {
        assert_eq!(
            schemes("Bearer a=\"1\" DPoP b=\"2\""),
            [("bearer".to_owned(), 1, None), ("dpop".to_owned(), 1, None)]
        );
    }

    #[test]
    fn a_parameter_belongs_to_a_challenge_on_its_own_line() {
        let challenges = parse_challenges(["Bearer", "resource_metadata=\"https://evil.example/\""]);
        assert_eq!(challenges.len(), 1);
        assert!(challenges[0].params.is_empty());
    }

    #[test]
    fn hostile_input_takes_linear_time() {
        // In quadratic time, each of these would take hours.
        for piece in ["\"", "a=\"", "a ", "a=b ", "a==,", ",", "\\\"", "a=\"\\", "=", "a=\"b\"c", "é", "x a="] {
            parse_challenges([piece.repeat((1 << 20) / piece.len())]);
            parse_challenges([format!("Bearer {}", piece.repeat((1 << 20) / piece.len()))]);
        }
    }
}
