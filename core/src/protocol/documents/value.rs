use super::json_text::{kind_of, unquoted};
use std::borrow::Cow;

/// The value of a member that a program reads by name: see [`ResourceMetadata::member`](crate::ResourceMetadata::member).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A string.
    String(Cow<'a, str>),
    /// An array of strings.
    Strings(Cow<'a, [String]>),
    /// A boolean.
    Boolean(bool),
    /// Any other value, as JSON text.
    Json(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// The value of a JSON text, for example from [`Extra::iter`](crate::Extra::iter).
    pub fn of(json: &'a str) -> Value<'a> {
        let text = Value::Json(Cow::Borrowed(json));
        match kind_of(json) {
            "a string" => unquoted(json).map_or(text, Value::String),
            "a boolean" => Value::Boolean(json == "true"),
            "an array" => serde_json::from_str(json).map_or(text, |strings| Value::Strings(Cow::Owned(strings))),
            _ => text,
        }
    }

    /// The value as JSON text.
    pub(super) fn into_json(self) -> Cow<'a, str> {
        let written = match &self {
            Value::String(value) => serde_json::to_string(value),
            Value::Strings(values) => serde_json::to_string(values),
            Value::Boolean(value) => return Cow::Borrowed(if *value { "true" } else { "false" }),
            Value::Json(json) => return json.clone(),
        };
        // Serialising strings never fails.
        Cow::Owned(written.unwrap_or_default())
    }
}
