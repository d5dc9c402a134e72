use super::invalid::invalid;
use super::json_path::JsonPath;
use super::json_text::{JsonText, OnOneLine};
use super::nulls::Nulls;
use super::parsed::{ParsedValue, StringMembers};
use super::registration::MemberType;
use super::value::Value;
use crate::Error;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::EndpointRule;
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

/// The value of a registered member, checked by its type.
#[derive(Debug, PartialEq)]
pub(super) enum JudgedValue {
    String(String),
    Strings(Vec<String>),
    Boolean(bool),
    Endpoints(Vec<(String, String)>),
    Text(JsonText),
}

impl JudgedValue {
    pub(super) fn string(&self) -> Option<&str> {
        if let JudgedValue::String(value) = self { Some(value) } else { None }
    }

    pub(super) fn strings(&self) -> Option<&[String]> {
        if let JudgedValue::Strings(values) = self { Some(values) } else { None }
    }

    pub(super) fn boolean(&self) -> Option<bool> {
        if let JudgedValue::Boolean(value) = self { Some(*value) } else { None }
    }

    pub(super) fn endpoints(&self) -> Option<&[(String, String)]> {
        if let JudgedValue::Endpoints(endpoints) = self { Some(endpoints) } else { None }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let JudgedValue::Text(JsonText(text)) = self { Some(text) } else { None }
    }

    /// The value, for programs that read members by name.
    pub(super) fn shown(&self) -> Value<'_> {
        match self {
            JudgedValue::String(value) => Value::String(Cow::Borrowed(value)),
            JudgedValue::Strings(values) => Value::Strings(Cow::Borrowed(values)),
            JudgedValue::Boolean(value) => Value::Boolean(*value),
            // Serialising strings never fails.
            JudgedValue::Endpoints(_) => Value::Json(Cow::Owned(serde_json::to_string(self).unwrap_or_default())),
            JudgedValue::Text(JsonText(text)) => Value::Json(Cow::Borrowed(text)),
        }
    }
}

impl Serialize for JudgedValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            JudgedValue::String(value) => value.serialize(serializer),
            JudgedValue::Strings(values) => values.serialize(serializer),
            JudgedValue::Boolean(value) => value.serialize(serializer),
            JudgedValue::Endpoints(endpoints) => {
                serializer.collect_map(endpoints.iter().map(|(name, url)| (name, url)))
            }
            JudgedValue::Text(JsonText(text)) => OnOneLine(text).serialize(serializer),
        }
    }
}

/// Checks the value of a registered member.
pub(super) fn judge_value(
    value: ParsedValue,
    kind: MemberType,
    path: JsonPath<'_>,
    rule: EndpointRule,
    nulls: &mut Nulls,
) -> Result<JudgedValue, Error> {
    use MemberType::{Algorithms, Boolean, Endpoint, Endpoints, Identifier, Object, Page, String, Strings};
    match (kind, value) {
        (Endpoint, ParsedValue::String(url)) if !rule.allows(&url) => Err(invalid(path, rule.wanted(), &quoted(&url))),
        (Identifier | String | Page | Endpoint, ParsedValue::String(value)) => Ok(JudgedValue::String(value)),
        (Strings | Algorithms, ParsedValue::Strings(values)) => Ok(JudgedValue::Strings(values)),
        (Strings | Algorithms, ParsedValue::Mixed { index, kind }) => {
            Err(invalid(JsonPath::Element(&path, index), "a string", kind))
        }
        (Boolean, ParsedValue::Boolean(value)) => Ok(JudgedValue::Boolean(value)),
        (Endpoints, ParsedValue::Object(members)) => {
            judge_endpoints(*members, path, rule, nulls).map(JudgedValue::Endpoints)
        }
        (Object, ParsedValue::Text(text)) => Ok(JudgedValue::Text(text)),
        (_, value) => Err(invalid(path, kind.wanted(), value.kind())),
    }
}

/// Checks an object whose members must be endpoints.
fn judge_endpoints(
    members: StringMembers,
    path: JsonPath<'_>,
    rule: EndpointRule,
    nulls: &mut Nulls,
) -> Result<Vec<(String, String)>, Error> {
    if let Some((name, kind)) = members.other {
        return Err(invalid(JsonPath::Member(&path, &name), "a string", kind));
    }
    if let Some((name, url)) = members.strings.iter().find(|(_, url)| !rule.allows(url)) {
        return Err(invalid(JsonPath::Member(&path, name), rule.wanted(), &quoted(url)));
    }
    if let Some(name) = members.null {
        nulls.record(JsonPath::Member(&path, &name));
    }
    Ok(members.strings)
}
