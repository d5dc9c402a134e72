use super::json_path::JsonPath;
use super::members::Members;
use crate::text::{escaped, quoted};
use crate::{Error, ErrorKind};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// Reads a JSON object and nothing after it, refusing at every depth what readers disagree about: members that occur
/// twice ([RFC 8259 section 4](https://www.rfc-editor.org/rfc/rfc8259#section-4)) and NUL in a string, which ends the
/// string for half of the programs that get it.
///
/// Nesting is limited to the 128 levels of `serde_json`. The errors have no URL yet.
pub(crate) fn parse_object(body: &[u8]) -> Result<(Members, &str), Error> {
    let invalid = |message: String| Error::new(ErrorKind::InvalidJson, message);
    let text = std::str::from_utf8(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body))
        .map_err(|error| invalid(format!("the body must be JSON in UTF-8: invalid at byte {}", error.valid_up_to())))?;
    let broken_rule = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let checked = Checked { path: JsonPath::Root, broken_rule: &broken_rule };
    let value = checked.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    match (value, broken_rule.into_inner()) {
        (_, Some(rule)) => Err(Error::new(ErrorKind::InvalidMetadata, rule)),
        (Ok(Value::Object(members)), None) => Ok((Members::new(members), text)),
        (Ok(other), None) => Err(invalid(format!("the body must be a JSON object, and is {}", kind_of(&other)))),
        (Err(error), None) => Err(invalid(format!("the body must be a JSON object: {}", escaped(&error.to_string())))),
    }
}

pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// Reads one value at a path. A broken rule of ours is noted beside serde's error, which has no room for a kind.
#[derive(Clone, Copy)]
struct Checked<'a> {
    path: JsonPath<'a>,
    broken_rule: &'a RefCell<Option<String>>,
}

impl Checked<'_> {
    fn string(&self, text: &str) -> Result<(), String> {
        if text.contains('\0') {
            return Err(format!("{}: a string must not hold NUL, and is {}", self.path, quoted(text)));
        }
        Ok(())
    }

    fn note<E: serde::de::Error>(&self, rule: String) -> E {
        let error = E::custom(&rule);
        self.broken_rule.borrow_mut().get_or_insert(rule);
        error
    }
}

impl<'de> DeserializeSeed<'de> for Checked<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Checked<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: serde::de::Error>(self, value: String) -> Result<Value, E> {
        self.string(&value).map_err(|rule| self.note(rule))?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let path = JsonPath::Element(&self.path, values.len());
            match sequence.next_element_seed(Checked { path, ..self })? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let path = JsonPath::Member(&self.path, &name);
            let here = Checked { path, ..self };
            here.string(&name).map_err(|rule| here.note(rule))?;
            if members.contains_key(&name) {
                return Err(here.note::<A::Error>(format!("{path}: a member must not occur twice")));
            }
            let value = map.next_value_seed(here)?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: &str) -> Error {
        parse_object(body.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_broken_rule_is_found_at_every_depth_and_named_by_its_path() {
        let error = refused(r#"{"a": {"b": [0, {"c": 1, "c": 2}]}}"#);
        assert_eq!(
            (error.kind(), error.message()),
            (ErrorKind::InvalidMetadata, "a.b[1].c: a member must not occur twice")
        );
        let error = refused(r#"{"a b": ["x\u0000y"]}"#);
        assert_eq!(error.message(), r#"["a b"][0]: a string must not hold NUL, and is "x\0y""#);
        assert_eq!(refused(r#"{"a\u0000": 1}"#).kind(), ErrorKind::InvalidMetadata);
    }

    #[test]
    fn what_is_no_json_object_is_told_from_what_is_a_bad_one() {
        for body in ["", "1", "\"s\"", "{\"a\":}", "{} {}", "{\"a\":1e999}"] {
            assert_eq!(refused(body).kind(), ErrorKind::InvalidJson, "{body}");
        }
        assert_eq!(parse_object(b"{\"a\":\"\xff\"}").unwrap_err().kind(), ErrorKind::InvalidJson);
        assert_eq!(refused(&"[".repeat(100_000)).kind(), ErrorKind::InvalidJson);
    }
}
