use crate::failure::Failure;
use crate::json;
use crate::output::unserialisable;
use crate::printable::printable;
use serde::Serialize;
use serde_json::{Map, Value};

/// A name that is longer moves its own value only: servers choose names.
const WIDEST_NAME: usize = 58;

/// A document as aligned rows of names and values, a list's elements one a line: the members in `order`, then the others.
pub(crate) fn of(document: &impl Serialize, order: &[&str], url: &str) -> Result<String, Failure> {
    let mut members = match serde_json::to_value(document).map_err(unserialisable)? {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    let known: Vec<_> = order.iter().filter_map(|name| members.remove_entry(*name)).collect();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in known.into_iter().chain(members) {
        rows.push((printable(&name), cells(&value)?));
    }
    rows.push(("(found at)".to_owned(), vec![printable(url)]));
    Ok(aligned(&rows))
}

/// Rows of names and values, with the values below one another.
pub(crate) fn aligned(rows: &[(String, Vec<String>)]) -> String {
    let length = |name: &str| name.chars().count();
    let width = rows.iter().map(|(name, _)| length(name)).filter(|length| *length <= WIDEST_NAME).max().unwrap_or(0);
    let mut out = String::new();
    for (name, cells) in rows {
        let mut name = name.as_str();
        for cell in cells {
            out.push_str(name);
            out.extend(std::iter::repeat_n(' ', width.saturating_sub(length(name)) + 2));
            out.push_str(cell);
            out.push('\n');
            name = "";
        }
    }
    out
}

fn cells(value: &Value) -> Result<Vec<String>, Failure> {
    match value {
        Value::Array(elements) if elements.is_empty() => Ok(vec!["(none)".to_owned()]),
        Value::Array(elements) => elements.iter().map(cell).collect(),
        value => Ok(vec![cell(value)?]),
    }
}

fn cell(value: &Value) -> Result<String, Failure> {
    match value {
        Value::String(text) => Ok(printable(text)),
        value => json::line(value).map_err(unserialisable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn members_are_aligned_and_lists_have_a_line_for_each() {
        let document = json!({
            "x_other": {"a": [1, null]}, "resource": "https://rs.example", "flag": true,
            "scopes": ["a", "b\u{1b}"], "empty": [], "x\u{1b}": 1
        });
        let text = of(&document, &["resource", "scopes", "absent", "empty"], "https://rs.example/m").unwrap();
        assert_eq!(
            text,
            "resource    https://rs.example\n\
             scopes      a\n            b\\u{1b}\n\
             empty       (none)\n\
             flag        true\n\
             x\\u{1b}     1\n\
             x_other     {\"a\":[1,null]}\n\
             (found at)  https://rs.example/m\n"
        );
    }

    #[test]
    fn one_long_name_does_not_push_all_values_away() {
        let long = "x".repeat(5000);
        let text = of(&json!({"resource": "r", long.as_str(): 1}), &["resource"], "u").unwrap();
        assert_eq!(text, format!("resource    r\n{long}  1\n(found at)  u\n"));
    }
}
