//! JSON as the clients read it.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// The JSON that JavaScript reads: a byte-order mark is skipped, and bytes that are not UTF-8 are replaced.
pub(super) fn javascript(body: &[u8]) -> Option<Value> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    serde_json::from_str(&for_rust(&String::from_utf8_lossy(body), true)).ok()
}

/// The JSON that pydantic reads: a byte-order mark and bytes that are not UTF-8 are errors.
pub(super) fn pydantic(body: &[u8]) -> Option<Value> {
    serde_json::from_str(&for_rust(str::from_utf8(body).ok()?, false)).ok()
}

/// The members of the JSON object that Go reads: the first value of the body. A name may occur several times. Bytes that are
/// not UTF-8 are replaced, and null is an empty object.
pub(super) fn go(body: &[u8]) -> Option<Vec<(String, Value)>> {
    let text = for_rust(&String::from_utf8_lossy(body), true);
    let Members(members) = serde_json::Deserializer::from_str(&text).into_iter().next()?.ok()?;
    Some(members)
}

/// The members of an object, in their order.
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Members, D::Error> {
        deserializer.deserialize_any(Members(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Members {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<Members, E> {
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Members, A::Error> {
        while let Some(member) = map.next_entry()? {
            self.0.push(member);
        }
        Ok(self)
    }
}

/// The text with values that Rust reads too. A number that the clients read as infinite is replaced. So is an escaped
/// surrogate without its pair, if the client accepts it.
fn for_rust(json: &str, accepts_surrogates: bool) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut rest, mut in_text) = (json, false);
    while let Some(first) = rest.chars().next() {
        let (length, replacement) = match first {
            '\\' if accepts_surrogates => escape(rest),
            '\\' => (rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at), None),
            '0'..='9' if !in_text => number(rest),
            _ => {
                in_text ^= first == '"';
                (first.len_utf8(), None)
            }
        };
        out.push_str(replacement.unwrap_or(&rest[..length]));
        rest = &rest[length..];
    }
    out
}

/// The length of the escape at the start of this text, and its replacement.
fn escape(text: &str) -> (usize, Option<&'static str>) {
    match (unit(text), text.get(6..).and_then(unit)) {
        (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => (12, None),
        (Some(0xd800..0xe000), _) => (6, Some("\u{fffd}")),
        (Some(_), _) => (6, None),
        (None, _) => (text.char_indices().nth(2).map_or(text.len(), |(at, _)| at), None),
    }
}

/// The length of the number at the start of this text, and its replacement.
fn number(text: &str) -> (usize, Option<&'static str>) {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    let length = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let is_infinite = text[..length].parse().is_ok_and(f64::is_infinite);
    (length, is_infinite.then_some("1"))
}

/// The UTF-16 unit of the escape at the start of this text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}
