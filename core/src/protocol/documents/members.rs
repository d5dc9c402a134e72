use super::document_kind::{DocumentKind, NameMeaning};
use super::extra::Extra;
use super::invalid::invalid;
use super::json_path::JsonPath;
use super::json_text::{OnOneLine, kind_of, unquoted};
use super::judged_value::{JudgedValue, judge_value};
use super::language::look_up_variant;
use super::nulls::Nulls;
use super::parsed::{Parsed, ParsedValue};
use super::registration::MemberType;
use super::value::Value;
use crate::Error;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::EndpointRule;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::fmt;

/// The members of a document, checked by their types.
pub(super) struct Members {
    kind: &'static DocumentKind,
    /// The registered members, by their indices in the registrations and in that order.
    values: Vec<(u8, JudgedValue)>,
    /// The variants of localized members, sorted by their full names.
    variants: Vec<(String, String)>,
    extra: Extra,
}

/// True if members of this name are endpoints, even unregistered ones.
fn is_endpoint(name: &str) -> bool {
    name.ends_with("_endpoint")
}

impl Members {
    /// Checks each member by its type. Returns the members, and the paths of nulls, which count as absent. The caller
    /// adds the URL to errors.
    pub(super) fn judge(
        mut parsed: Parsed,
        kind: &'static DocumentKind,
        rule: EndpointRule,
    ) -> Result<(Members, Nulls), Error> {
        let mut nulls = Nulls::default();
        parsed.members.sort_unstable_by_key(|(index, _)| *index);
        let mut values = Vec::with_capacity(parsed.members.len());
        for (index, value) in parsed.members {
            let registration = kind.registration(index);
            let path = JsonPath::top(registration.name);
            match value {
                ParsedValue::Null if registration.kind != MemberType::Identifier => nulls.record(path),
                value => values.push((index, judge_value(value, registration.kind, path, rule, &mut nulls)?)),
            }
        }
        let mut variants = Vec::with_capacity(parsed.variants.len());
        for (name, value) in parsed.variants {
            match value {
                ParsedValue::String(value) => variants.push((name, value)),
                ParsedValue::Null => nulls.record(JsonPath::top(&name)),
                other => return Err(invalid(JsonPath::top(&name), "a string", other.kind())),
            }
        }
        variants.sort_unstable();
        let mut extra = parsed.extra;
        judge_extra(&mut extra, kind, rule, &mut nulls)?;
        Ok((Members { kind, values, variants, extra }, nulls))
    }

    fn value(&self, index: u8) -> Option<&JudgedValue> {
        self.values.iter().find(|(known, _)| *known == index).map(|(_, value)| value)
    }

    /// A registered member by its name.
    fn named(&self, name: &str) -> Option<&JudgedValue> {
        let index = (self.kind.index_of)(name);
        debug_assert!(index.is_some(), "{name} is not registered");
        self.value(index?)
    }

    /// A registered string by its name.
    pub(super) fn string_named(&self, name: &str) -> Option<&str> {
        self.named(name).and_then(JudgedValue::string)
    }

    /// A registered list of strings by its name.
    pub(super) fn strings_named(&self, name: &str) -> Option<&[String]> {
        self.named(name).and_then(JudgedValue::strings)
    }

    /// An identifier, string, page or endpoint, by its index in the registrations.
    pub(super) fn string(&self, index: u8) -> Option<&str> {
        self.value(index).and_then(JudgedValue::string)
    }

    /// A list of strings or algorithms, by its index.
    pub(super) fn strings(&self, index: u8) -> Option<&[String]> {
        self.value(index).and_then(JudgedValue::strings)
    }

    pub(super) fn boolean(&self, index: u8) -> Option<bool> {
        self.value(index).and_then(JudgedValue::boolean)
    }

    /// The names and URLs of an object of endpoints, in the order of the document.
    pub(super) fn endpoints(&self, index: u8) -> Option<&[(String, String)]> {
        self.value(index).and_then(JudgedValue::endpoints)
    }

    /// An object, as JSON text.
    pub(super) fn object(&self, index: u8) -> Option<&str> {
        self.value(index).and_then(JudgedValue::text)
    }

    pub(super) fn variants(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.variants.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The variant of a localized member in the best matching language.
    pub(super) fn variant(&self, name: &str, language: &str) -> Option<&str> {
        look_up_variant(self.variants(), name, language)
    }

    pub(super) fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The names of all members.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let registered = self.values.iter().map(|(index, _)| Cow::Borrowed(self.kind.registration(*index).name));
        let variants = self.variants.iter().map(|(name, _)| Cow::Borrowed(name.as_str()));
        registered.chain(variants).chain(self.extra.iter().map(|(name, _)| name))
    }

    /// A member by its name.
    pub(super) fn get(&self, name: &str) -> Option<Value<'_>> {
        if let Some(index) = (self.kind.index_of)(name) {
            return self.value(index).map(JudgedValue::shown);
        }
        match self.variants.iter().find(|(known, _)| known == name) {
            Some((_, value)) => Some(Value::String(Cow::Borrowed(value))),
            None => self.extra.get(name).map(Value::of),
        }
    }

    /// A member's value as JSON text.
    pub(super) fn json(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.extra.get(name) {
            Some(json) => Some(Cow::Borrowed(json)),
            None => self.get(name).map(Value::into_json),
        }
    }

    /// True if members of this name are checked.
    pub(super) fn is_judged(&self, name: &str) -> bool {
        is_endpoint(name) || !matches!(self.kind.meaning_of(name), NameMeaning::Unknown)
    }
}

/// Checks the unregistered members: endpoints by name, and nulls with the name of a registered member and a language tag.
fn judge_extra(extra: &mut Extra, kind: &DocumentKind, rule: EndpointRule, nulls: &mut Nulls) -> Result<(), Error> {
    let mut has_registered_null = false;
    for (name, json) in extra.iter() {
        if json == "null" {
            // For example `jwks_uri#fr`.
            if kind.find(&name).is_some() {
                nulls.record(JsonPath::top(&name));
                has_registered_null = true;
            }
        } else if is_endpoint(&name) {
            let path = JsonPath::top(&name);
            let url = match kind_of(json) {
                "a string" => unquoted(json).unwrap_or_default(),
                other => return Err(invalid(path, "a string", other)),
            };
            if !rule.allows(&url) {
                return Err(invalid(path, rule.wanted(), &quoted(&url)));
            }
        }
    }
    if has_registered_null {
        extra.retain(|name, json| json != "null" || kind.find(name).is_none());
    }
    Ok(())
}

/// Serialises to an object of all members.
impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, value) in &self.values {
            map.serialize_entry(self.kind.registration(*index).name, value)?;
        }
        for (name, value) in &self.variants {
            map.serialize_entry(name, value)?;
        }
        for (name, json) in self.extra.iter() {
            map.serialize_entry(&name, &OnOneLine(json))?;
        }
        map.end()
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Members) -> bool {
        self.values == other.values && self.variants == other.variants && self.extra == other.extra
    }
}

impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.values.iter().map(|(index, value)| (self.kind.registration(*index).name, value));
        f.debug_map().entries(values).entries(self.variants()).entries(self.extra.iter()).finish()
    }
}
