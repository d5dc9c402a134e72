use super::quoted_string::split_unquoted;

/// The class of a `Content-Type`, for a body that should be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    /// `application/json`, with or without parameters.
    Usual,
    /// Accepted as JSON: no type, a `+json` type, `text/json`, or several JSON types.
    Unusual,
    /// Any other type.
    NotJson,
}

/// Returns the class of a `Content-Type` value.
pub(crate) fn json_type(content_type: Option<&str>) -> JsonType {
    // The fast path: nearly all servers send this value, and each call checks it twice.
    if content_type == Some("application/json") {
        return JsonType::Usual;
    }
    let Some(value) = content_type.map(str::trim).filter(|value| !value.is_empty()) else {
        return JsonType::Unusual;
    };
    let mut types = split_unquoted(value, b',').map(one_type);
    let first = types.next().unwrap_or(JsonType::NotJson);
    types.fold(first, |so_far, next| match (so_far, next) {
        (JsonType::NotJson, _) | (_, JsonType::NotJson) => JsonType::NotJson,
        _ => JsonType::Unusual,
    })
}

fn one_type(value: &str) -> JsonType {
    let essence = split_unquoted(value, b';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.split_once('/') {
        Some(("application", "json")) => JsonType::Usual,
        Some(("text", "json")) => JsonType::Unusual,
        Some((_, subtype)) if subtype.ends_with("+json") => JsonType::Unusual,
        _ => JsonType::NotJson,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_of_real_servers_are_classified() {
        for (value, expected) in [
            (Some("application/json"), JsonType::Usual),
            (Some("Application/JSON ; charset=utf-8"), JsonType::Usual),
            (Some(r#"application/json; profile="a,b""#), JsonType::Usual),
            (Some(r#"application/json; profile="a\",text/html""#), JsonType::Usual),
            (Some(r#"application/json; profile="a", application/json"#), JsonType::Unusual),
            (Some(r#"application/json; profile="a", text/html"#), JsonType::NotJson),
            (Some(r#"text/html; x=", application/json"#), JsonType::NotJson),
            (Some(r#""application/json""#), JsonType::NotJson),
            (None, JsonType::Unusual),
            (Some("  "), JsonType::Unusual),
            (Some("application/json, application/json"), JsonType::Unusual),
            (Some("application/problem+json"), JsonType::Unusual),
            (Some("application/json, text/html"), JsonType::NotJson),
            (Some("application/jsonp"), JsonType::NotJson),
            (Some("text/html; x=application/json"), JsonType::NotJson),
            (Some("json"), JsonType::NotJson),
        ] {
            assert_eq!(json_type(value), expected, "{value:?}");
        }
    }
}
