use serde_json::Value;

/// The type that a client demands of a member.
#[derive(Clone, Copy)]
pub(super) enum Type {
    Text,
    /// Text that parses as a URL.
    Url,
    /// A URL whose scheme runs no code.
    SafeUrl,
    /// An http or https URL.
    HttpUrl,
    Boolean,
    /// A boolean, or a text or number that pydantic reads as one.
    LaxBoolean,
    Texts,
    /// A list of texts and nulls.
    NullableTexts,
    SafeUrls,
    /// At least one http or https URL.
    SomeHttpUrls,
}

/// Whether a member may be absent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Required,
    Optional,
    /// Absent or null.
    Nullable,
}

/// A member of a document: its name, its type, and whether it may be absent.
pub(super) type Member = (&'static str, Type, Presence);

/// The fault of a document, as text: a member that is missing or has another type, or a document that is no object.
pub(super) fn fault(document: &Value, members: &[Member]) -> Option<String> {
    let Some(object) = document.as_object() else { return Some("the document is no JSON object".to_owned()) };
    members.iter().find_map(|(name, wanted, presence)| match object.get(*name) {
        Some(Value::Null) if *presence == Presence::Nullable => None,
        None if *presence == Presence::Required => Some(format!("`{name}` is missing")),
        Some(value) if !wanted.is_of(value) => Some(format!("`{name}` is not {}", wanted.described())),
        _ => None,
    })
}

impl Type {
    fn is_of(self, value: &Value) -> bool {
        let every = |of: Type| value.as_array().is_some_and(|items| items.iter().all(|item| of.is_of(item)));
        match self {
            Type::Text => value.is_string(),
            Type::Url => value.as_str().is_some_and(|text| javascript_url(text).is_some()),
            Type::SafeUrl => value.as_str().is_some_and(is_safe),
            Type::HttpUrl => value.as_str().is_some_and(is_http),
            Type::Boolean => value.is_boolean(),
            Type::LaxBoolean => value.is_boolean() || is_lax_boolean(value),
            Type::Texts => every(Type::Text),
            Type::NullableTexts => {
                value.as_array().is_some_and(|items| items.iter().all(|item| item.is_null() || item.is_string()))
            }
            Type::SafeUrls => every(Type::SafeUrl),
            Type::SomeHttpUrls => every(Type::HttpUrl) && value.get(0).is_some(),
        }
    }

    fn described(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Url | Type::SafeUrl => "a URL",
            Type::HttpUrl => "an http or https URL",
            Type::Boolean | Type::LaxBoolean => "true or false",
            Type::Texts | Type::NullableTexts => "a list of texts",
            Type::SafeUrls => "a list of URLs",
            Type::SomeHttpUrls => "a list of http or https URLs",
        }
    }
}

fn is_safe(text: &str) -> bool {
    javascript_url(text).is_some_and(|url| !matches!(url.scheme(), "javascript" | "data" | "vbscript"))
}

fn is_http(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

fn is_lax_boolean(value: &Value) -> bool {
    let text = value.as_str().map(str::to_ascii_lowercase);
    let is_word = |word| ["true", "t", "yes", "y", "on", "1", "false", "f", "no", "n", "off", "0"].contains(&word);
    text.as_deref().is_some_and(is_word) || matches!(value.as_f64(), Some(0.0 | 1.0))
}

/// The URL that the URL Standard makes of this text.
pub(super) fn javascript_url(text: &str) -> Option<url::Url> {
    url::Url::parse(text.trim_matches(is_javascript_space)).ok()
}

/// The white space of JavaScript's `trim`: Unicode's, and the byte-order mark.
fn is_javascript_space(c: char) -> bool {
    c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}')
}
