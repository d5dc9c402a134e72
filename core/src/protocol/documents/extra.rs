use super::json_text::{OnOneLine, same, unquoted};
use bytestring::ByteString;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The members of a document without an accessor, in the document's order. The JSON text of each is exactly as sent.
///
/// ```
/// # use telnyx_oauth::{ResourceMetadata, Response, Rules};
/// let body = br#"{"resource": "https://rs.example", "x_limit": 18446744073709551617, "x_ratio": 1E5}"#;
/// let response = Response::new(200, body).content_type("application/json");
/// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
/// assert_eq!(metadata.extra().get("x_limit"), Some("18446744073709551617"));
/// let texts: Vec<&str> = metadata.extra().iter().map(|(_, json)| json).collect();
/// assert_eq!(texts, ["18446744073709551617", "1E5"]);
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
#[derive(Default)]
pub struct Extra {
    /// One part for the plain members, and one for signed claims.
    parts: Vec<Part>,
}

/// A text, and the spans of the members' names and values in it. Unlike a tree of values, this takes little more memory
/// than the text, even for many small members.
struct Part {
    text: ByteString,
    members: Vec<(Span, Span)>,
}

impl Extra {
    /// The members at these spans: each a name with its quotes, and a value.
    pub(super) fn new(text: ByteString, members: Vec<(Span, Span)>) -> Extra {
        let parts = if members.is_empty() { Vec::new() } else { vec![Part { text, members }] };
        Extra { parts }
    }

    /// The JSON text of a member. `None` if the document has no such member.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| known == name).map(|(_, json)| json)
    }

    /// The parsed value of a member. A number that fits neither 64 bits nor a double exactly is rounded; [`Extra::get`]
    /// returns its exact text.
    pub fn value(&self, name: &str) -> Option<serde_json::Value> {
        serde_json::from_str(self.get(name)?).ok()
    }

    /// The members, each with its name and its JSON text.
    pub fn iter(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        self.parts.iter().flat_map(Part::iter)
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.members.len()).sum()
    }

    /// True if there are no members.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Removes all members for which `is_kept` returns false.
    pub(super) fn retain(&mut self, mut is_kept: impl FnMut(&str, &str) -> bool) {
        for Part { text, members } in &mut self.parts {
            members.retain(|(name, value)| {
                let (name, value) = named(text, *name, *value);
                is_kept(&name, value)
            });
        }
    }

    /// Adds the members of another text.
    #[cfg(feature = "signed-metadata")]
    pub(super) fn add(&mut self, other: Extra) {
        self.parts.extend(other.parts);
    }
}

/// A map from each name to its JSON text.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Serialises to an object of the members, each value on one line.
impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, json) in self.iter() {
            map.serialize_entry(&name, &OnOneLine(json))?;
        }
        map.end()
    }
}

/// The start and end of a part of a text of less than 4 GiB.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span(u32, u32);

impl Span {
    /// The span of `part` in `text`. `part` must be a slice of `text`.
    pub(super) fn of(text: &str, part: &str) -> Span {
        let start = part.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
        Span(start as u32, start.wrapping_add(part.len()) as u32)
    }

    fn within(self, text: &str) -> &str {
        text.get(self.0 as usize..self.1 as usize).unwrap_or_default()
    }
}

impl Part {
    fn iter(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        self.members.iter().map(|(name, value)| named(&self.text, *name, *value))
    }
}

fn named(text: &str, name: Span, value: Span) -> (Cow<'_, str>, &str) {
    // Never fails: the parser decoded the name before.
    (unquoted(name.within(text)).unwrap_or_default(), value.within(text))
}

/// Equal if the same names have the same JSON tokens. The order of members and white space do not matter.
impl PartialEq for Extra {
    fn eq(&self, other: &Extra) -> bool {
        let [own, others]: [BTreeMap<_, _>; 2] = [self.iter().collect(), other.iter().collect()];
        own.len() == others.len()
            && own
                .iter()
                .zip(&others)
                .all(|((name, json), (other_name, other_json))| name == other_name && same(json, other_json))
    }
}

#[cfg(test)]
mod tests {
    use super::super::document_kind::RESOURCE;
    use super::super::json::parse_object;
    use super::*;
    use bytes::Bytes;

    fn raw(json: &'static str) -> Extra {
        parse_object(&Bytes::from_static(json.as_bytes()), &RESOURCE).unwrap().0.extra
    }

    #[test]
    fn members_keep_their_json_text() {
        let json = r#"{"b":[1E5,18446744073709551617, -0],"\u0061":{"x":"\u00e9 \" "},"":null}"#;
        let members = raw(json);
        assert_eq!(
            members.iter().collect::<Vec<_>>(),
            [
                ("b".into(), "[1E5,18446744073709551617, -0]"),
                ("a".into(), r#"{"x":"\u00e9 \" "}"#),
                ("".into(), "null")
            ]
        );
        assert_eq!(members.get("a"), Some(r#"{"x":"\u00e9 \" "}"#));
        assert_eq!(members.value("a"), Some(serde_json::json!({"x": "é \" "})));
        assert_eq!((members.get("x"), members.len()), (None, 3));
        assert_eq!(serde_json::to_string(&members).unwrap(), json.replace(r"\u0061", "a"));
        let lines = raw("{\"a\": [ 1E5,\n\"é \\\" \" ], \"b\": { }}");
        assert_eq!(serde_json::to_string(&lines).unwrap(), r#"{"a":[1E5,"é \" "],"b":{ }}"#);
    }

    #[test]
    fn order_and_white_space_make_no_difference() {
        assert_eq!(raw(r#"{"a": [1, "x y"], "b": {"c": "\" "}}"#), raw(r#"{"\u0062":{"c":"\" "},"a":[ 1,"x y" ]}"#));
        for other in [r#"{"a":[1,"xy"]}"#, r#"{"a":[1,"x y"],"b":0}"#, r#"{"b":[1,"x y"]}"#, r#"{"a":[1.0,"x y"]}"#] {
            assert_ne!(raw(r#"{"a":[1,"x y"]}"#), raw(other));
        }
    }
}
