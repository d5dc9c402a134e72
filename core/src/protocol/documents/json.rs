use super::document_kind::{DocumentKind, NameMeaning};
use super::extra::{Extra, Span};
use super::json_path::JsonPath;
use super::json_rules::JsonRules;
use super::json_text::{JsonText, kind_of, unquoted};
use super::json_value::{Keep, ValueReader};
use super::parsed::{Parsed, ParsedValue};
use super::registration::MemberType;
use crate::protocol::errors::escaped;
use crate::{Error, ErrorKind};
use bytes::Bytes;
use bytestring::ByteString;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Parses a body that is one JSON object. Returns the members, and the text without its byte-order mark. Both share the
/// body's memory.
///
/// Refuses JSON that programs read differently, at every depth: members that occur twice ([RFC 8259 section
/// 4](https://www.rfc-editor.org/rfc/rfc8259#section-4)), and NUL in strings, which ends a string in C. A number must be
/// in the range of a double.
///
/// # Errors
/// `invalid_json` if the body is not a JSON object, even if it breaks other rules too. Otherwise `invalid_metadata`. The
/// caller adds the URL.
pub(crate) fn parse_object(body: &Bytes, kind: &'static DocumentKind) -> Result<(Parsed, ByteString), Error> {
    let invalid = |message: String| Error::new(ErrorKind::InvalidJson, message);
    let text = if body.starts_with(b"\xEF\xBB\xBF") { body.slice(3..) } else { body.clone() };
    let text = ByteString::try_from(text)
        .map_err(|error| invalid(format!("the body must be JSON in UTF-8: invalid at byte {}", error.valid_up_to())))?;
    if u32::try_from(text.len()).is_err() {
        return Err(Error::new(ErrorKind::BodyTooLarge, "a document must be smaller than 4 GiB"));
    }
    let rules = JsonRules::new(kind.max_strings);
    let mut reader = serde_json::Deserializer::from_str(&text);
    let whole = reader.deserialize_any(Top { text: &text, kind, rules: &rules });
    match (whole.and_then(|whole| reader.end().map(|()| whole)), rules.into_violation()) {
        (Err(error), _) => Err(invalid(format!("the body must be a JSON object: {}", escaped(&error.to_string())))),
        (Ok(Whole::Other(kind)), _) => Err(invalid(format!("the body must be a JSON object, and is {kind}"))),
        (Ok(Whole::Object(_)), Some(rule)) => Err(Error::new(ErrorKind::InvalidMetadata, rule)),
        (Ok(Whole::Object(object)), None) => {
            let extra = Extra::new(text.clone(), object.extra);
            Ok((Parsed::new(kind.registrations, object.members, object.variants, extra), text))
        }
    }
}

/// A whole body.
enum Whole {
    Object(Object),
    Other(&'static str),
}

/// The members of a body: see [`Parsed`].
#[derive(Default)]
struct Object {
    members: Vec<(u8, ParsedValue)>,
    variants: Vec<(String, ParsedValue)>,
    /// The spans of the names and values of all other members.
    extra: Vec<(Span, Span)>,
}

/// Reads a whole body.
struct Top<'a> {
    text: &'a ByteString,
    kind: &'static DocumentKind,
    rules: &'a JsonRules,
}

impl Top<'_> {
    /// Reads the value of a registered member.
    fn member<'de, A: MapAccess<'de>>(
        &self,
        path: JsonPath<'_>,
        kind: MemberType,
        map: &mut A,
    ) -> Result<ParsedValue, A::Error> {
        let keep = match kind {
            MemberType::Object => {
                let value = self.text(path, map)?;
                return Ok(match kind_of(value) {
                    "an object" => ParsedValue::Text(JsonText(self.text.slice_ref(value))),
                    "null" => ParsedValue::Null,
                    other => ParsedValue::Other(other),
                });
            }
            MemberType::Strings | MemberType::Algorithms => Keep::Strings,
            MemberType::Endpoints => Keep::Members,
            _ => Keep::String,
        };
        map.next_value_seed(ValueReader::new(path, keep, self.rules))
    }

    /// Checks a value, and returns its JSON text.
    fn text<'de, A: MapAccess<'de>>(&self, path: JsonPath<'_>, map: &mut A) -> Result<&'de str, A::Error> {
        let value: &'de RawValue = map.next_value()?;
        check(value.get(), path, self.rules).map_err(|error| within(path, &error))?;
        Ok(value.get())
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_unit<E>(self) -> Result<Whole, E> {
        Ok(Whole::Other("null"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Whole, E> {
        Ok(Whole::Other("a boolean"))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Whole, E> {
        Ok(Whole::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Whole, E> {
        Ok(Whole::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Whole, E> {
        Ok(Whole::Other("a number"))
    }

    fn visit_str<E>(self, _: &str) -> Result<Whole, E> {
        Ok(Whole::Other("a string"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Whole, A::Error> {
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Whole::Other("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Whole, A::Error> {
        let mut object = Object::default();
        let mut seen = self.rules.seen_names();
        while let Some(raw_name) = map.next_key::<&RawValue>()? {
            let name = unquoted(raw_name.get()).map_err(|error| within(JsonPath::Root, &error))?;
            let path = JsonPath::top(&name);
            let is_new = self.rules.name(&name, path, &mut seen);
            match self.kind.meaning_of(&name) {
                NameMeaning::Member(index) => {
                    let value = self.member(path, self.kind.registration(index).kind, &mut map)?;
                    if is_new {
                        object.members.push((index, value));
                    }
                }
                NameMeaning::Variant => {
                    let value = self.member(path, MemberType::String, &mut map)?;
                    if is_new {
                        object.variants.push((name.into_owned(), value));
                    }
                }
                NameMeaning::Unknown => {
                    let value = self.text(path, &mut map)?;
                    object.extra.push((Span::of(self.text, raw_name.get()), Span::of(self.text, value)));
                }
            }
        }
        Ok(Whole::Object(object))
    }
}

/// Checks a value that is kept as text.
fn check(value: &str, path: JsonPath<'_>, rules: &JsonRules) -> Result<(), serde_json::Error> {
    let is_plain_string = value.starts_with('"') && !value.contains('\\');
    if is_plain_string || value.starts_with(['t', 'f', 'n']) {
        return Ok(());
    }
    let reader = ValueReader::new(path, Keep::Nothing, rules);
    reader.deserialize(&mut serde_json::Deserializer::from_str(value)).map(drop)
}

/// The error of a part of the body. Removes the line and column, which count from the start of the part.
fn within<E: serde::de::Error>(path: JsonPath<'_>, error: &serde_json::Error) -> E {
    let error = error.to_string();
    let (message, _) = error.rsplit_once(" at line ").unwrap_or((&error, ""));
    E::custom(format_args!("{message} in {path}"))
}

#[cfg(test)]
mod tests {
    use super::super::registration::Registration;
    use super::*;

    /// A kind whose members with a `w` at the start of their names are lists of strings.
    static KIND: DocumentKind = DocumentKind {
        title: "tested",
        registrations: &[Registration::new("w", MemberType::Strings)],
        index_of: |name| name.starts_with('w').then_some(0),
        max_strings: 3,
        #[cfg(feature = "signed-metadata")]
        identifier: "w",
        other: &KIND,
    };

    fn parsed(body: impl Into<Bytes>) -> Result<(Parsed, ByteString), Error> {
        parse_object(&body.into(), &KIND)
    }

    fn refused(body: &str) -> Error {
        parsed(body.to_owned()).unwrap_err()
    }

    #[test]
    fn a_broken_rule_is_found_at_every_depth_and_named_by_its_path() {
        for name in ["a", "w"] {
            let error = refused(&format!(r#"{{"{name}": {{"b": [0, {{"c": 1, "\u0063": 2}}]}}}}"#));
            let expected = format!("{name}.b[1].c: a member must not occur twice");
            assert_eq!((error.kind(), error.message()), (ErrorKind::InvalidMetadata, &*expected));
            let error = refused(&format!(r#"{{"{name} b": ["x\u0000y"]}}"#));
            assert_eq!(error.message(), format!(r#"["{name} b"][0]: a string must not hold NUL, and is "x\0y""#));
            assert_eq!(refused(&format!(r#"{{"{name}\u0000": 1}}"#)).kind(), ErrorKind::InvalidMetadata);
            assert_eq!(refused(&format!(r#"{{"{name}": 1, "{name}": 2}}"#)).kind(), ErrorKind::InvalidMetadata);
        }
        let many: String = (0..1000).map(|i| format!(r#""{i}":0,"#)).collect();
        assert!(parsed(format!(r#"{{"a":{{{many}"x":0}}}}"#)).is_ok());
        assert_eq!(refused(&format!(r#"{{"a":{{{many}"7":0}}}}"#)).message(), r"a.7: a member must not occur twice");
    }

    #[test]
    fn a_body_that_is_no_json_object_is_invalid_json_whatever_other_rules_it_breaks() {
        for body in ["", "1", "\"s\"", "{\"a\":}", "{} {}", "{\"a\":1e999}", "{\"w\":1e999}", "[1, 2]", "null", "true"]
        {
            assert_eq!(refused(body).kind(), ErrorKind::InvalidJson, "{body}");
        }
        // Each body breaks another rule before its JSON becomes invalid.
        for body in ["{\"a\":1,\"a\":2", "{\"w\":[\"\\u0000\"],\"a\":01}", "{\"a\":1,\"a\":2} x"] {
            assert_eq!(refused(body).kind(), ErrorKind::InvalidJson, "{body}");
        }
        assert_eq!(parsed(&b"{\"a\":\"\xff\"}"[..]).unwrap_err().kind(), ErrorKind::InvalidJson);
        assert_eq!(refused(&"[".repeat(100_000)).kind(), ErrorKind::InvalidJson);
    }

    #[test]
    fn the_same_rules_apply_to_registered_and_unknown_members() {
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        for name in ["a", "w"] {
            let error = refused(&format!(r#"{{"{name}": {{"b": "\ud800"}}}}"#));
            assert_eq!(error.kind(), ErrorKind::InvalidJson, "{error}");
            assert!(parsed(format!("{{\"{name}\":{}}}", deep(126))).is_ok());
            assert_eq!(refused(&format!("{{\"{name}\":{}}}", deep(127))).kind(), ErrorKind::InvalidJson);
            assert_eq!(refused(&format!("{{\"{name}\":{}}}", deep(50_000))).kind(), ErrorKind::InvalidJson);
        }
        assert!(
            refused("{\n\"a\": \"\\ud800\"}").message().contains("in a at line 2 column"),
            "{}",
            refused("{\n\"a\": \"\\ud800\"}")
        );
    }

    #[test]
    fn all_lists_of_a_document_share_one_limit() {
        assert!(parsed(r#"{"w1": ["", ""], "w2": ["", 1, [""]], "a": ["", "", "", ""]}"#).is_ok());
        let error = refused(r#"{"w1": ["", ""], "w2": ["", ""]}"#);
        assert_eq!(error.message(), "w2[1]: the lists of a document must not hold more than 3 strings");
    }
}
