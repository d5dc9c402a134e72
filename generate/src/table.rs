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

/// A document that registers members.
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
        // The anchors of the other documents' sections have no rule.
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
                    return Err(format!("{} is there twice", member.name));
                }
                let spec = table.specs.get(member.spec());
                let spec = spec.ok_or_else(|| format!("{}: [specs] has no {}", member.name, member.spec()))?;
                member.source = spec.source(member.section());
            }
        }
        Ok(table)
    }
}

/// Refuses an entry that no generator could honour.
fn check(member: &Member) -> Result<(), String> {
    let Member { name, kind, .. } = member;
    let accessor = [member.accessor.is_some(), member.default.is_some(), member.accessor_doc.is_some()];
    if accessor != [*kind == Kind::Boolean && accessor[0]; 3] {
        return Err(format!("{name}: accessor, default and accessor_doc go together, and with a boolean"));
    }
    if member.none.is_some() && *kind != Kind::Algorithms {
        return Err(format!("{name}: none goes with algorithms"));
    }
    if member.localized && !matches!(kind, Kind::String | Kind::Page) {
        return Err(format!("{name}: localized goes with a string or a page"));
    }
    if name.ends_with("_endpoint") && *kind != Kind::Endpoint {
        return Err(format!("{name}: a name that ends in _endpoint is that of an endpoint"));
    }
    if !member.doc.ends_with('.') {
        return Err(format!("{name}: doc is a sentence"));
    }
    Ok(())
}
