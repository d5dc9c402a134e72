use super::extra::Extra;
use super::json_text::JsonText;
use super::registration::Registration;
use std::borrow::Cow;

/// The members of one JSON object, before the check of their types.
#[derive(Debug)]
pub(crate) struct Parsed {
    registrations: &'static [Registration],
    /// The registered members, by their indices in the registrations.
    pub(super) members: Vec<(u8, ParsedValue)>,
    /// The variants of localized members, by their full names.
    pub(super) variants: Vec<(String, ParsedValue)>,
    /// All other members.
    pub(super) extra: Extra,
}

/// A member's value, with the details that a document may need.
#[derive(Debug)]
pub(super) enum ParsedValue {
    Null,
    Boolean(bool),
    String(String),
    /// An array of strings.
    Strings(Vec<String>),
    /// Any other array: the index and the type of its first element that is not a string.
    Mixed {
        index: usize,
        kind: &'static str,
    },
    /// An object that should hold strings only.
    Object(Box<StringMembers>),
    /// An object as JSON text.
    Text(JsonText),
    /// A value of a type that no member may have here: the type, as errors name it.
    Other(&'static str),
}

/// The members of an object that should hold strings only.
#[derive(Debug, Default)]
pub(super) struct StringMembers {
    pub(super) strings: Vec<(String, String)>,
    /// The name of the first null.
    pub(super) null: Option<String>,
    /// The name of the first member that is neither a string nor null, and its type, as errors name it.
    pub(super) other: Option<(String, &'static str)>,
}

impl ParsedValue {
    /// The type of the value, as errors name it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            ParsedValue::Null => "null",
            ParsedValue::Boolean(_) => "a boolean",
            ParsedValue::String(_) => "a string",
            ParsedValue::Strings(_) | ParsedValue::Mixed { .. } => "an array",
            ParsedValue::Object(_) | ParsedValue::Text(_) => "an object",
            ParsedValue::Other(kind) => kind,
        }
    }
}

impl Parsed {
    pub(super) fn new(
        registrations: &'static [Registration],
        members: Vec<(u8, ParsedValue)>,
        variants: Vec<(String, ParsedValue)>,
        extra: Extra,
    ) -> Parsed {
        Parsed { registrations, members, variants, extra }
    }

    /// The registration of a member.
    pub(super) fn registration(&self, index: u8) -> &'static Registration {
        &self.registrations[usize::from(index)]
    }

    /// The names of all members.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let registered = self.members.iter().map(|(index, _)| Cow::Borrowed(self.registration(*index).name));
        let variants = self.variants.iter().map(|(name, _)| Cow::Borrowed(name.as_str()));
        registered.chain(variants).chain(self.extra.iter().map(|(name, _)| name))
    }
}

#[cfg(feature = "signed-metadata")]
impl Parsed {
    /// A registered member.
    pub(super) fn get(&self, name: &str) -> Option<&ParsedValue> {
        let found = self.members.iter().find(|(index, _)| self.registration(*index).name == name);
        found.map(|(_, value)| value)
    }

    /// True if there is a registered member of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The members that are not registered.
    pub(crate) fn extra(&self) -> &Extra {
        &self.extra
    }

    /// Removes unregistered members with these names.
    pub(crate) fn drop_extra(&mut self, names: &[&str]) {
        self.extra.retain(|name, _| !names.contains(&name));
    }

    /// Adds the members of `claims`. They replace members of the same names.
    pub(crate) fn overlay(&mut self, claims: Parsed) {
        use std::collections::HashSet;
        let names: HashSet<Cow<'_, str>> = claims.names().collect();
        self.members.retain(|(index, _)| !claims.members.iter().any(|(claimed, _)| claimed == index));
        self.variants.retain(|(name, _)| !names.contains(name.as_str()));
        self.extra.retain(|name, _| !names.contains(name));
        drop(names);
        self.members.extend(claims.members);
        self.variants.extend(claims.variants);
        self.extra.add(claims.extra);
    }
}
