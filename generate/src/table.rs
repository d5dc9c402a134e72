use crate::member::{Kind, Member, Source};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// The members of both documents, in the order of `core/members.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    specs: BTreeMap<String, Spec>,
    pub(crate) resource: Vec<Member>,
    pub(crate) server: Vec<Member>,
}

/// A specification that registers members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spec {
    title: String,
    url: String,
    section: Option<String>,
}

impl Spec {
    fn source(&self, section: Option<&str>) -> Source {
        let Some(section) = section.or(self.section.as_deref()) else {
            return Source { title: self.title.clone(), url: self.url.clone() };
        };
        // The section anchors of other specifications follow no pattern.
        let anchor = if self.title.starts_with("RFC ") { format!("#section-{section}") } else { String::new() };
        Source { title: format!("{} section {section}", self.title), url: format!("{}{anchor}", self.url) }
    }
}

impl Table {
    pub(crate) fn read(path: &Path) -> Result<Table, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Table::parse(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Result<Table, String> {
        let mut table: Table = toml::from_str(text).map_err(|error| error.to_string())?;
        for members in [&mut table.resource, &mut table.server] {
            let mut names = HashSet::new();
            for member in members {
                check(member)?;
                if !names.insert(member.name.clone()) {
                    return Err(format!("{} must not occur twice", member.name));
                }
                let spec = table.specs.get(member.spec());
                let spec = spec.ok_or_else(|| format!("{}: [specs] has no {}", member.name, member.spec()))?;
                member.source = spec.source(member.section());
            }
        }
        Ok(table)
    }
}

/// Refuses an invalid entry.
fn check(member: &Member) -> Result<(), String> {
    let Member { name, kind, .. } = member;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(is_plain) {
        return Err(format!(
            "{name}: a name must start with a letter, and have only lower-case letters, digits, _ and -"
        ));
    }
    let accessor = [member.accessor.is_some(), member.default.is_some(), member.accessor_doc.is_some()];
    if accessor != [*kind == Kind::Boolean && accessor[0]; 3] {
        return Err(format!("{name}: accessor, default and accessor_doc must occur together, and only for a boolean"));
    }
    if member.none.is_some() && *kind != Kind::Algorithms {
        return Err(format!("{name}: none is only for algorithms"));
    }
    if member.localized && !matches!(kind, Kind::String | Kind::Page) {
        return Err(format!("{name}: localized is only for a string or a page"));
    }
    if name.ends_with("_endpoint") && *kind != Kind::Endpoint {
        return Err(format!("{name}: a member whose name ends in _endpoint must be an endpoint"));
    }
    if !member.doc.ends_with('.') {
        return Err(format!("{name}: doc must be a sentence"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with one server member that has these lines.
    fn parsed(lines: &str) -> Result<Table, String> {
        let entry = |document: &str, lines: &str| format!("[[{document}]]\nspec = 'rfc'\n{lines}\n");
        let specs = "[specs]\nrfc = { title = 'RFC 1', url = 'https://rfc.example', section = '2' }\n";
        let resource = entry("resource", "name = 'resource'\ntype = 'identifier'\ndoc = 'X.'");
        Table::parse(&format!("{specs}{resource}{}", entry("server", lines)))
    }

    #[test]
    fn a_member_has_the_specification_and_section_of_its_entry() {
        let table = parsed("name = 'a-b_endpoint'\ntype = 'endpoint'\ndoc = 'X. If absent: `y`.'").unwrap();
        let member = &table.server[0];
        assert_eq!(member.source.link(), "[RFC 1 section 2](https://rfc.example#section-2)");
        assert_eq!(
            (member.identifier(), member.doc_and_default()),
            ("a_b_endpoint".to_owned(), ("X.", "`y`".to_owned()))
        );
        let table = parsed("name = 'a'\ntype = 'string'\nsection = '3.1'\ndoc = 'X.'").unwrap();
        assert_eq!(table.server[0].source.url, "https://rfc.example#section-3.1");
    }

    #[test]
    fn an_invalid_entry_is_refused_with_a_reason() {
        for (lines, reason) in [
            ("type = 'string'\ndoc = 'X.'", "missing field `name`"),
            ("name = 'a'\ndoc = 'X.'", "missing field `type`"),
            ("name = 'a'\ntype = 'list'\ndoc = 'X.'", "unknown variant `list`"),
            ("name = 'a'\ntype = 'string'\ndoc = 'X.'\nlocal = true", "unknown field `local`"),
            ("name = 'a'\ntype = 'string'\ndoc = 'X'", "a: doc must be a sentence"),
            ("name = 'a b'\ntype = 'string'\ndoc = 'X.'", "a b: a name must start with a letter"),
            ("name = 'a_endpoint'\ntype = 'string'\ndoc = 'X.'", "a_endpoint: a member whose name ends in _endpoint"),
            (
                "name = 'a'\ntype = 'strings'\nlocalized = true\ndoc = 'X.'",
                "a: localized is only for a string or a page",
            ),
            ("name = 'a'\ntype = 'strings'\nnone = 'forbidden'\ndoc = 'X.'", "a: none is only for algorithms"),
            ("name = 'a'\ntype = 'boolean'\ndefault = true\ndoc = 'X.'", "a: accessor, default and accessor_doc"),
            ("name = 'a'\ntype = 'string'\ndefault = true\ndoc = 'X.'", "a: accessor, default and accessor_doc"),
            (
                "name = 'a'\ntype = 'string'\ndoc = 'X.'\n[[server]]\nspec = 'rfc'\nname = 'a'\ntype = 'string'\ndoc = 'X.'",
                "a must not occur twice",
            ),
            (
                "name = 'a'\ntype = 'string'\ndoc = 'X.'\n[[server]]\nspec = 'other'\nname = 'b'\ntype = 'page'\ndoc = 'X.'",
                "b: [specs] has no other",
            ),
        ] {
            let error = parsed(lines).err().unwrap_or_else(|| panic!("accepted: {lines}"));
            assert!(error.contains(reason), "{reason:?} is not in {error:?}");
        }
    }
}
