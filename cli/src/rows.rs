use crate::failure::Failure;
use crate::json;
use crate::output::unserialisable;
use crate::printable::printable;
use serde::Serialize;
use serde_json::{Map, Value};
use telnyx_oauth::SignatureStatus;

/// The maximum width of the column of names. A longer name, which a server may choose, moves only its own value.
const WIDEST_NAME: usize = 58;

const SIGNED_METADATA: &str = "signed_metadata";

/// A name and its values, one per line. Both are safe on a terminal.
pub(crate) type Row = (String, Vec<String>);

/// Returns a document and its URL as aligned rows of names and values.
pub(crate) fn of(
    document: &impl Serialize,
    order: impl Iterator<Item = &'static str>,
    signature: SignatureStatus,
    url: &str,
) -> Result<String, Failure> {
    let mut rows = members(document, order, signature)?;
    rows.push(("(found at)".to_owned(), vec![printable(url)]));
    Ok(aligned(&rows))
}

/// Returns the rows of a document: the members in `order`, then the other members. A list has one element per line.
pub(crate) fn members(
    document: &impl Serialize,
    order: impl Iterator<Item = &'static str>,
    signature: SignatureStatus,
) -> Result<Vec<Row>, Failure> {
    let mut members = object(document)?;
    let known: Vec<_> = order.filter_map(|name| members.remove_entry(name)).collect();
    let mut rows = Vec::new();
    for (name, value) in known.into_iter().chain(members) {
        let mut cells = cells(&value)?;
        if name == SIGNED_METADATA {
            cells.insert(0, mark(signature));
        }
        rows.push((printable(&name), cells));
    }
    Ok(rows)
}

/// Returns the row of `signed_metadata` with the status of its signature. The token itself is left out, because it is long.
pub(crate) fn signed_metadata(signature: SignatureStatus) -> Option<Row> {
    (signature != SignatureStatus::Absent).then(|| (SIGNED_METADATA.to_owned(), vec![mark(signature)]))
}

fn mark(signature: SignatureStatus) -> String {
    format!("({signature})")
}

/// Returns the rows of the members in `names`. An absent member has a row too.
pub(crate) fn named(document: &impl Serialize, names: &[&str]) -> Result<Vec<Row>, Failure> {
    let members = object(document)?;
    let values = |name: &&str| members.get(*name).map_or_else(|| Ok(vec!["(not stated)".to_owned()]), cells);
    names.iter().map(|name| Ok(((*name).to_owned(), values(name)?))).collect()
}

fn object(document: &impl Serialize) -> Result<Map<String, Value>, Failure> {
    match serde_json::to_value(document).map_err(unserialisable)? {
        Value::Object(members) => Ok(members),
        _ => Ok(Map::new()),
    }
}

/// Returns rows as text, with the values aligned.
pub(crate) fn aligned(rows: &[Row]) -> String {
    lines(rows).flatten().flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// Returns the lines of each row.
pub(crate) fn lines(rows: &[Row]) -> impl Iterator<Item = Vec<String>> {
    let length = |name: &str| name.chars().count();
    let width = rows.iter().map(|(name, _)| length(name)).filter(|length| *length <= WIDEST_NAME).max().unwrap_or(0);
    rows.iter().map(move |(name, cells)| {
        let names = std::iter::once(name.as_str()).chain(std::iter::repeat(""));
        let line =
            |(cell, name): (&String, &str)| format!("{name}{:1$}{cell}", "", width.saturating_sub(length(name)) + 2);
        cells.iter().zip(names).map(line).collect()
    })
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
    fn members_are_aligned_and_lists_have_one_element_per_line() {
        let document = json!({
            "x_other": {"a": [1, null]}, "resource": "https://rs.example", "flag": true,
            "scopes": ["a", "b\u{1b}"], "empty": [], "x\u{1b}": 1
        });
        let text = of(
            &document,
            ["resource", "scopes", "absent", "empty"].into_iter(),
            SignatureStatus::Absent,
            "https://rs.example/m",
        )
        .unwrap();
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
    fn a_long_name_moves_only_its_own_value() {
        let long = "x".repeat(5000);
        let text =
            of(&json!({"resource": "r", long.as_str(): 1}), ["resource"].into_iter(), SignatureStatus::Absent, "u")
                .unwrap();
        assert_eq!(text, format!("resource    r\n{long}  1\n(found at)  u\n"));
    }
}
