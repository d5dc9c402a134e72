use super::endpoint::EndpointRule;
use super::json::kind_of;
use super::json_path::JsonPath;
use crate::text::quoted;
use crate::{Error, ErrorKind};
use serde_json::{Map, Value};

/// The members of a document that are still to be read: each typed read takes its member away, and what is left at the
/// end is unknown. The errors have no URL yet.
#[derive(Debug)]
pub(crate) struct Members(Map<String, Value>);

impl Members {
    pub(crate) fn new(members: Map<String, Value>) -> Members {
        Members(members)
    }

    pub(crate) fn string(&mut self, name: &str) -> Result<Option<String>, Error> {
        self.0.remove(name).map(|value| string(JsonPath::top(name), value)).transpose()
    }

    pub(crate) fn strings(&mut self, name: &str) -> Result<Option<Vec<String>>, Error> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Array(values)) => {
                let strings = values
                    .into_iter()
                    .enumerate()
                    .map(|(i, value)| string(JsonPath::Element(&JsonPath::top(name), i), value));
                strings.collect::<Result<_, _>>().map(Some)
            }
            Some(other) => Err(wrong_type(JsonPath::top(name), "an array of strings", &other)),
        }
    }

    pub(crate) fn boolean(&mut self, name: &str) -> Result<Option<bool>, Error> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(value)),
            Some(other) => Err(wrong_type(JsonPath::top(name), "a boolean", &other)),
        }
    }

    pub(crate) fn endpoint(&mut self, name: &str, rule: EndpointRule) -> Result<Option<String>, Error> {
        let value = self.string(name)?;
        match &value {
            Some(url) if !rule.allows(url) => Err(invalid(JsonPath::top(name), rule.wanted(), &quoted(url))),
            _ => Ok(value),
        }
    }

    /// Takes the members whose names are `name#tag`: variants of a member in other languages.
    pub(crate) fn variants(&mut self, names: &[&str]) -> Result<Map<String, Value>, Error> {
        let is_variant = |name: &String| name.split_once('#').is_some_and(|(base, _)| names.contains(&base));
        let found: Vec<String> = self.0.keys().filter(|name| is_variant(name)).cloned().collect();
        let mut variants = Map::new();
        for name in found {
            if let Some(value) = self.string(&name)? {
                variants.insert(name, Value::String(value));
            }
        }
        Ok(variants)
    }

    /// Puts these in the place of the members of the same names.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn overlay(&mut self, members: Map<String, Value>) {
        self.0.extend(members);
    }

    /// A member as it is, where it is a string.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn peek_string(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// What is left: the members that nothing here knows.
    pub(crate) fn unknown(self) -> Map<String, Value> {
        self.0
    }
}

fn string(path: JsonPath<'_>, value: Value) -> Result<String, Error> {
    match value {
        Value::String(value) => Ok(value),
        other => Err(wrong_type(path, "a string", &other)),
    }
}

fn wrong_type(path: JsonPath<'_>, wanted: &str, found: &Value) -> Error {
    invalid(path, wanted, kind_of(found))
}

pub(crate) fn invalid(path: JsonPath<'_>, wanted: &str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidMetadata, format!("{path} must be {wanted}, and is {found}"))
}
