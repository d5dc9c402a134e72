use super::json_path::JsonPath;
use super::json_rules::JsonRules;
use super::parsed::{ParsedValue, StringMembers};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// The limit on the nesting depth of a document.
const MAX_DEPTH: usize = 127;

/// The part of a value that the reader keeps.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Keep {
    /// The strings of an array.
    Strings,
    /// The string members of an object.
    Members,
    /// The value, if it is a string.
    String,
    Nothing,
}

/// Reads one member's value, and checks the rules at every depth.
#[derive(Clone, Copy)]
pub(super) struct ValueReader<'a> {
    path: JsonPath<'a>,
    /// The number of enclosing values.
    depth: usize,
    keep: Keep,
    rules: &'a JsonRules,
}

impl<'a> ValueReader<'a> {
    /// Reads the value of a member of the document.
    pub(super) fn new(path: JsonPath<'a>, keep: Keep, rules: &'a JsonRules) -> ValueReader<'a> {
        ValueReader { path, depth: 1, keep, rules }
    }

    fn inner<E: serde::de::Error>(self, path: JsonPath<'a>, keep: Keep) -> Result<ValueReader<'a>, E> {
        let depth = self.depth + 1;
        if depth > MAX_DEPTH {
            return Err(E::custom("recursion limit exceeded"));
        }
        Ok(ValueReader { path, depth, keep, ..self })
    }
}

/// The name of a member, borrowed if it has no escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> DeserializeSeed<'de> for ValueReader<'_> {
    type Value = ParsedValue;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ParsedValue, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueReader<'_> {
    type Value = ParsedValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Boolean(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Other("a number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<ParsedValue, E> {
        self.rules.string(value, self.path);
        Ok(ParsedValue::String(if self.keep == Keep::String { value.to_owned() } else { String::new() }))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<ParsedValue, A::Error> {
        let is_kept = self.keep == Keep::Strings;
        let (mut strings, mut other, mut index) = (Vec::new(), None, 0);
        loop {
            let path = JsonPath::Element(&self.path, index);
            let keep = if is_kept { Keep::String } else { Keep::Nothing };
            match sequence.next_element_seed(self.inner(path, keep)?)? {
                None => break,
                Some(ParsedValue::String(string)) => {
                    if is_kept && self.rules.counts_string(path) {
                        strings.push(string);
                    }
                }
                Some(value) => drop(other.get_or_insert((index, value.kind()))),
            }
            index += 1;
        }
        Ok(other.map_or(ParsedValue::Strings(strings), |(index, kind)| ParsedValue::Mixed { index, kind }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ParsedValue, A::Error> {
        let is_kept = self.keep == Keep::Members;
        let (mut members, mut seen) = (StringMembers::default(), self.rules.seen_names());
        while let Some(Name(name)) = map.next_key()? {
            let path = JsonPath::Member(&self.path, &name);
            self.rules.name(&name, path, &mut seen);
            let keep = if is_kept { Keep::String } else { Keep::Nothing };
            match map.next_value_seed(self.inner(path, keep)?)? {
                ParsedValue::String(value) => {
                    if is_kept && self.rules.counts_string(path) {
                        members.strings.push((name.into_owned(), value));
                    }
                }
                _ if !is_kept => {}
                ParsedValue::Null => drop(members.null.get_or_insert_with(|| name.into_owned())),
                other => drop(members.other.get_or_insert_with(|| (name.into_owned(), other.kind()))),
            }
        }
        Ok(if is_kept { ParsedValue::Object(Box::new(members)) } else { ParsedValue::Other("an object") })
    }
}
