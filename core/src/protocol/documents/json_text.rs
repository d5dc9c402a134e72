use bytestring::ByteString;
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A value as JSON text, exactly as sent.
#[derive(Clone, Debug)]
pub(super) struct JsonText(pub(super) ByteString);

/// Equal if the JSON tokens are equal. White space between tokens does not matter.
impl PartialEq for JsonText {
    fn eq(&self, other: &JsonText) -> bool {
        same(&self.0, &other.0)
    }
}

/// JSON text that serialises to one line.
pub(super) struct OnOneLine<'a>(pub(super) &'a str);

impl Serialize for OnOneLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: Cow<'_, str> = match self.0.contains(['\n', '\r']) {
            true => significant(self.0).collect(),
            false => Cow::Borrowed(self.0),
        };
        let json: &RawValue = serde_json::from_str(&json).map_err(serde::ser::Error::custom)?;
        json.serialize(serializer)
    }
}

/// True if two JSON texts have the same tokens.
pub(super) fn same(json: &str, other: &str) -> bool {
    json == other || significant(json).eq(significant(other))
}

/// The characters of JSON text without the white space between tokens.
fn significant(json: &str) -> impl Iterator<Item = char> {
    let (mut in_string, mut is_escaped) = (false, false);
    json.chars().filter(move |c| {
        let was_escaped = std::mem::replace(&mut is_escaped, false);
        match c {
            '"' if !was_escaped => in_string = !in_string,
            '\\' if !was_escaped => is_escaped = true,
            _ => {}
        }
        in_string || !c.is_ascii_whitespace()
    })
}

/// The decoded value of a JSON string.
pub(super) fn unquoted(text: &str) -> Result<Cow<'_, str>, serde_json::Error> {
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
        _ => serde_json::from_str(text).map(Cow::Owned),
    }
}

/// The type of a JSON value, as errors name it.
pub(super) fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'[') => "an array",
        Some(b'{') => "an object",
        Some(b't' | b'f') => "a boolean",
        Some(b'n') => "null",
        _ => "a number",
    }
}
