use serde_json::Value;

/// The type that a client demands of a member.
#[derive(Clone, Copy)]
pub(super) enum Type {
    Text,
    /// Text that parses as a URL.
    Url,
    /// A URL whose scheme runs no code.
    SafeUrl,
    Boolean,
    Texts,
    SafeUrls,
}

/// A member of a document: its name, its type, and true if it is required.
pub(super) type Member = (&'static str, Type, bool);

/// The fault of a document, as text: a member that is missing or has another type, or a document that is no object.
pub(super) fn fault(document: &Value, members: &[Member]) -> Option<String> {
    let Some(object) = document.as_object() else { return Some("the document is no JSON object".to_owned()) };
    members.iter().find_map(|(name, wanted, is_required)| match object.get(*name) {
        None if *is_required => Some(format!("`{name}` is missing")),
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
            Type::Boolean => value.is_boolean(),
            Type::Texts => every(Type::Text),
            Type::SafeUrls => every(Type::SafeUrl),
        }
    }

    fn described(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Url | Type::SafeUrl => "a URL",
            Type::Boolean => "true or false",
            Type::Texts => "a list of texts",
            Type::SafeUrls => "a list of URLs",
        }
    }
}

fn is_safe(text: &str) -> bool {
    javascript_url(text).is_some_and(|url| !matches!(url.scheme(), "javascript" | "data" | "vbscript"))
}

/// The URL that the URL Standard makes of this text.
pub(super) fn javascript_url(text: &str) -> Option<url::Url> {
    url::Url::parse(text.trim_matches(is_javascript_space)).ok()
}

/// The white space of JavaScript's `trim`: Unicode's, and the byte-order mark.
fn is_javascript_space(c: char) -> bool {
    c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}')
}
