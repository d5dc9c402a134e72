use super::extra::Extra;
use super::json_path::JsonPath;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::EndpointRule;
use crate::{Error, ErrorKind};
use std::borrow::Cow;

/// A member's value, as far as a document's members are of any use.
#[derive(Debug)]
pub(crate) enum Member {
    Null,
    Boolean(bool),
    Number(
        #[cfg_attr(
            not(feature = "signed-metadata"),
            expect(dead_code, reason = "claims alone have numbers that count")
        )]
        f64,
    ),
    String(String),
    /// An array of strings alone.
    Strings(Vec<String>),
    /// Any other array: its first element that is no string.
    Mixed {
        index: usize,
        kind: &'static str,
    },
    Object,
}

impl Member {
    /// What it is called in a message.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Member::Null => "null",
            Member::Boolean(_) => "a boolean",
            Member::Number(_) => "a number",
            Member::String(_) => "a string",
            Member::Strings(_) | Member::Mixed { .. } => "an array",
            Member::Object => "an object",
        }
    }
}

/// The members of a document that are still to be read: each typed read takes its member away, and what is left at the
/// end is unknown. A null is taken as absent, and noted. The errors have no URL yet.
#[derive(Debug)]
pub(crate) struct Members {
    members: Vec<(String, Member)>,
    raw: Extra,
    nulls: Vec<String>,
}

impl Members {
    pub(super) fn new(members: Vec<(String, Member)>, raw: Extra) -> Members {
        Members { members, raw, nulls: Vec::new() }
    }

    /// The names of all members.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let wanted = self.members.iter().map(|(name, _)| Cow::Borrowed(name.as_str()));
        wanted.chain(self.raw.iter().map(|(name, _)| name))
    }

    fn take(&mut self, name: &str) -> Option<Member> {
        let at = self.members.iter().position(|(known, _)| known == name)?;
        let (name, member) = self.members.swap_remove(at);
        match member {
            Member::Null => {
                self.nulls.push(name);
                None
            }
            member => Some(member),
        }
    }

    /// A string that may not be null.
    pub(crate) fn identifier(&mut self, name: &str) -> Result<Option<String>, Error> {
        let nulls = self.nulls.len();
        let value = self.string(name)?;
        if self.nulls.len() > nulls {
            return Err(wrong_type(JsonPath::top(name), "a string", &Member::Null));
        }
        Ok(value)
    }

    pub(crate) fn string(&mut self, name: &str) -> Result<Option<String>, Error> {
        match self.take(name) {
            None => Ok(None),
            Some(Member::String(value)) => Ok(Some(value)),
            Some(other) => Err(wrong_type(JsonPath::top(name), "a string", &other)),
        }
    }

    pub(crate) fn strings(&mut self, name: &str) -> Result<Option<Vec<String>>, Error> {
        match self.take(name) {
            None => Ok(None),
            Some(Member::Strings(values)) => Ok(Some(values)),
            Some(Member::Mixed { index, kind }) => {
                Err(invalid(JsonPath::Element(&JsonPath::top(name), index), "a string", kind))
            }
            Some(other) => Err(wrong_type(JsonPath::top(name), "an array of strings", &other)),
        }
    }

    pub(crate) fn boolean(&mut self, name: &str) -> Result<Option<bool>, Error> {
        match self.take(name) {
            None => Ok(None),
            Some(Member::Boolean(value)) => Ok(Some(value)),
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

    /// Takes what is left of the wanted members: variants of a member in other languages.
    pub(crate) fn variants(&mut self) -> Result<Vec<(String, String)>, Error> {
        let mut variants = Vec::new();
        for (name, member) in std::mem::take(&mut self.members) {
            match member {
                Member::String(value) => variants.push((name, value)),
                Member::Null => self.nulls.push(name),
                other => return Err(wrong_type(JsonPath::top(&name), "a string", &other)),
            }
        }
        // Taking the other members has changed their order, which does not count in comparisons.
        variants.sort();
        Ok(variants)
    }

    /// Drops the nulls among the members that are registered but not wanted.
    pub(crate) fn drop_nulls(&mut self, is_registered: impl Fn(&str) -> bool) {
        self.raw.retain(|name, json| {
            let is_dropped = json == "null" && is_registered(name);
            if is_dropped {
                self.nulls.push(name.to_owned());
            }
            !is_dropped
        });
    }

    /// The members that were null, and are taken as absent.
    pub(crate) fn take_nulls(&mut self) -> Vec<String> {
        std::mem::take(&mut self.nulls)
    }

    /// Puts these in the place of the members of the same names.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn overlay(&mut self, claims: Members) {
        let names: std::collections::HashSet<String> = claims.raw.iter().map(|(name, _)| name.into_owned()).collect();
        self.raw.retain(|name, _| !names.contains(name));
        self.raw.add(claims.raw);
        let is_claimed = |name: &String| claims.members.iter().any(|(claimed, _)| claimed == name);
        self.members.retain(|(name, _)| !is_claimed(name));
        self.members.extend(claims.members);
    }

    /// A wanted member as it is.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn peek(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|(known, _)| known == name).map(|(_, member)| member)
    }

    /// A wanted member as it is, where it is a string.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn peek_string(&self, name: &str) -> Option<&str> {
        match self.peek(name)? {
            Member::String(value) => Some(value),
            _ => None,
        }
    }

    /// Takes the wanted members of these names away.
    #[cfg(feature = "signed-metadata")]
    pub(crate) fn drop_members(&mut self, names: &[&str]) {
        self.members.retain(|(name, _)| !names.contains(&name.as_str()));
    }

    /// Takes what is left: the members that nothing here knows.
    pub(crate) fn take_unknown(&mut self) -> Extra {
        std::mem::take(&mut self.raw)
    }
}

fn wrong_type(path: JsonPath<'_>, wanted: &str, found: &Member) -> Error {
    invalid(path, wanted, found.kind())
}

pub(crate) fn invalid(path: JsonPath<'_>, wanted: &str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidMetadata, format!("{path} must be {wanted}, and is {found}"))
}
