use super::document_kind::{DocumentKind, NameMeaning};
use super::extra::{Extra, Span};
use super::json_path::JsonPath;
use super::json_text::{JsonText, kind_of, unquoted};
use super::parsed::{Parsed, ParsedValue, StringMembers};
use super::registration::MemberType;
use super::seen_names::SeenNames;
use crate::protocol::errors::{escaped, quoted};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use bytestring::ByteString;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::hash::RandomState;

/// How deep a document may be nested.
const MOST_NESTED: usize = 127;

/// Reads a JSON object and nothing after it, refusing at every depth what readers disagree about: members that occur
/// twice ([RFC 8259 section 4](https://www.rfc-editor.org/rfc/rfc8259#section-4)) and NUL in a string, which ends the
/// string for half of the programs that get it. A number must be in the range of a double.
///
/// Returns the text without its byte-order mark as well; text and members share the body's memory. The errors have no URL
/// yet, and a body that is no JSON is `invalid_json` whatever else is wrong with it.
pub(crate) fn parse_object(body: &Bytes, kind: &'static DocumentKind) -> Result<(Parsed, ByteString), Error> {
    let invalid = |message: String| Error::new(ErrorKind::InvalidJson, message);
    let text = if body.starts_with(b"\xEF\xBB\xBF") { body.slice(3..) } else { body.clone() };
    let text = ByteString::try_from(text)
        .map_err(|error| invalid(format!("the body must be JSON in UTF-8: invalid at byte {}", error.valid_up_to())))?;
    if u32::try_from(text.len()).is_err() {
        return Err(Error::new(ErrorKind::BodyTooLarge, "a document must be smaller than 4 GiB"));
    }
    let judge = Judge {
        hasher: RandomState::new(),
        broken_rule: RefCell::new(None),
        strings_left: Cell::new(kind.most_strings),
        most_strings: kind.most_strings,
    };
    let mut reader = serde_json::Deserializer::from_str(&text);
    let whole = reader.deserialize_any(Top { text: &text, kind, judge: &judge });
    match (whole.and_then(|whole| reader.end().map(|()| whole)), judge.broken_rule.into_inner()) {
        (Err(error), _) => Err(invalid(format!("the body must be a JSON object: {}", escaped(&error.to_string())))),
        (Ok(Whole::Other(kind)), _) => Err(invalid(format!("the body must be a JSON object, and is {kind}"))),
        (Ok(Whole::Object(_)), Some(rule)) => Err(Error::new(ErrorKind::InvalidMetadata, rule)),
        (Ok(Whole::Object(object)), None) => {
            let extra = Extra::new(text.clone(), object.extra);
            Ok((Parsed::new(kind.registrations, object.members, object.variants, extra), text))
        }
    }
}

/// What all parts of one document are judged with. A broken rule is noted, and reading goes on: what is no JSON counts
/// before it.
struct Judge {
    hasher: RandomState,
    broken_rule: RefCell<Option<String>>,
    strings_left: Cell<usize>,
    most_strings: usize,
}

impl Judge {
    fn note(&self, rule: impl FnOnce() -> String) {
        self.broken_rule.borrow_mut().get_or_insert_with(rule);
    }

    fn string(&self, text: &str, path: JsonPath<'_>) {
        if text.contains('\0') {
            self.note(|| format!("{path}: a string must not hold NUL, and is {}", quoted(text)));
        }
    }

    /// Judges the name of a member; false: it occurs a second time.
    fn name(&self, name: &str, path: JsonPath<'_>, seen: &mut SeenNames<'_>) -> bool {
        self.string(name, path);
        let is_new = seen.insert(name);
        if !is_new {
            self.note(|| format!("{path}: a member must not occur twice"));
        }
        is_new
    }

    /// Whether one more string of a list may be kept.
    fn counts_string(&self, path: JsonPath<'_>) -> bool {
        let left = self.strings_left.get().checked_sub(1);
        match left {
            Some(left) => self.strings_left.set(left),
            None => self.note(|| {
                format!("{path}: the lists of a document must not hold more than {} strings", self.most_strings)
            }),
        }
        left.is_some()
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
    /// Where the names and values of the other members are in the text.
    extra: Vec<(Span, Span)>,
}

/// Reads a whole body.
struct Top<'a> {
    text: &'a ByteString,
    kind: &'static DocumentKind,
    judge: &'a Judge,
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
        map.next_value_seed(Checked { path, depth: 1, keep, judge: self.judge })
    }

    /// Judges a value, and leaves it as text.
    fn text<'de, A: MapAccess<'de>>(&self, path: JsonPath<'_>, map: &mut A) -> Result<&'de str, A::Error> {
        let value: &'de RawValue = map.next_value()?;
        check(value.get(), path, self.judge).map_err(|error| within(path, &error))?;
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
        let mut seen = SeenNames::new(&self.judge.hasher);
        while let Some(raw_name) = map.next_key::<&RawValue>()? {
            let name = unquoted(raw_name.get()).map_err(|error| within(JsonPath::Root, &error))?;
            let path = JsonPath::top(&name);
            let is_new = self.judge.name(&name, path, &mut seen);
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

/// Judges a value that stays text.
fn check(value: &str, path: JsonPath<'_>, judge: &Judge) -> Result<(), serde_json::Error> {
    let is_plain_string = value.starts_with('"') && !value.contains('\\');
    if is_plain_string || value.starts_with(['t', 'f', 'n']) {
        return Ok(());
    }
    let checked = Checked { path, depth: 1, keep: Keep::Nothing, judge };
    checked.deserialize(&mut serde_json::Deserializer::from_str(value)).map(drop)
}

/// An error about a part of the body. The part's own lines and columns would mislead.
fn within<E: serde::de::Error>(path: JsonPath<'_>, error: &serde_json::Error) -> E {
    let error = error.to_string();
    let (what, _) = error.rsplit_once(" at line ").unwrap_or((&error, ""));
    E::custom(format_args!("{what} in {path}"))
}

/// The name of a member, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// What is kept of a value.
#[derive(Clone, Copy, PartialEq)]
enum Keep {
    /// The strings of an array.
    Strings,
    /// The strings that are members of an object.
    Members,
    /// The value if it is a string.
    String,
    Nothing,
}

/// Reads one value at a path.
#[derive(Clone, Copy)]
struct Checked<'a> {
    path: JsonPath<'a>,
    /// How many values it stands in.
    depth: usize,
    keep: Keep,
    judge: &'a Judge,
}

impl<'a> Checked<'a> {
    fn inner<E: serde::de::Error>(self, path: JsonPath<'a>, keep: Keep) -> Result<Checked<'a>, E> {
        let depth = self.depth + 1;
        if depth > MOST_NESTED {
            return Err(E::custom("recursion limit exceeded"));
        }
        Ok(Checked { path, depth, keep, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Checked<'_> {
    type Value = ParsedValue;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ParsedValue, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Checked<'_> {
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
        self.judge.string(value, self.path);
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
                    if is_kept && self.judge.counts_string(path) {
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
        let (mut members, mut seen) = (StringMembers::default(), SeenNames::new(&self.judge.hasher));
        while let Some(Name(name)) = map.next_key()? {
            let path = JsonPath::Member(&self.path, &name);
            self.judge.name(&name, path, &mut seen);
            let keep = if is_kept { Keep::String } else { Keep::Nothing };
            match map.next_value_seed(self.inner(path, keep)?)? {
                ParsedValue::String(value) => {
                    if is_kept && self.judge.counts_string(path) {
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

#[cfg(test)]
mod tests {
    use super::super::registration::Registration;
    use super::*;

    /// Names that begin with `w` are lists of strings.
    static KIND: DocumentKind = DocumentKind {
        title: "tested",
        registrations: &[Registration::new("w", MemberType::Strings)],
        index_of: |name| name.starts_with('w').then_some(0),
        most_strings: 3,
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
    fn what_is_no_json_object_is_told_from_what_is_a_bad_one() {
        for body in ["", "1", "\"s\"", "{\"a\":}", "{} {}", "{\"a\":1e999}", "{\"w\":1e999}", "[1, 2]", "null", "true"]
        {
            assert_eq!(refused(body).kind(), ErrorKind::InvalidJson, "{body}");
        }
        // The JSON counts first.
        for body in ["{\"a\":1,\"a\":2", "{\"w\":[\"\\u0000\"],\"a\":01}", "{\"a\":1,\"a\":2} x"] {
            assert_eq!(refused(body).kind(), ErrorKind::InvalidJson, "{body}");
        }
        assert_eq!(parsed(&b"{\"a\":\"\xff\"}"[..]).unwrap_err().kind(), ErrorKind::InvalidJson);
        assert_eq!(refused(&"[".repeat(100_000)).kind(), ErrorKind::InvalidJson);
    }

    #[test]
    fn a_value_is_judged_alike_whether_it_is_kept_or_not() {
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
    fn lists_are_limited_in_all() {
        assert!(parsed(r#"{"w1": ["", ""], "w2": ["", 1, [""]], "a": ["", "", "", ""]}"#).is_ok());
        let error = refused(r#"{"w1": ["", ""], "w2": ["", ""]}"#);
        assert_eq!(error.message(), "w2[1]: the lists of a document must not hold more than 3 strings");
    }
}
