//! docs/members.md: every member, with its type, its default and its specification.

use crate::member::{Forbidden, Kind, Member};
use crate::output::Output;
use crate::table::Table;

const INTRODUCTION: &str = "\
<!-- Generated from core/members.toml by `cargo run -p generate`. Do not edit. -->

# Members

The members of both documents that have an accessor. If a member has the wrong type, the error is `invalid_metadata`. If a
member is null, it counts as absent, with the warning `member_null`; but an identifier must not be null.

All other members are kept exactly as sent, and can be read by name. If the name of a member ends in `_endpoint`, its value
must be an endpoint.

| type | value |
| --- | --- |
| identifier | a string that may not be null |
| string | any string |
| page | a string that should be the URL of a page for people; not checked |
| endpoint | an absolute https URL, or http if the resource or issuer of the document is http |
| strings | an array of strings |
| algorithms | an array of JOSE algorithm names |
| boolean | true or false |
| endpoints | an object whose members are endpoints |
| object | any object |

\"Has variants in other languages\" means variants such as `resource_name#fr-CA`.
";

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    let text = format!(
        "{INTRODUCTION}\n## Protected resource metadata\n\n{}\n## Authorization server metadata\n\n{}",
        rows(&table.resource),
        rows(&table.server)
    );
    vec![Output::file("docs/members.md", text)]
}

fn rows(members: &[Member]) -> String {
    let rows: String = members.iter().map(row).collect();
    format!("| name | type | if absent | registered by | meaning |\n| --- | --- | --- | --- | --- |\n{rows}")
}

fn row(member: &Member) -> String {
    let (doc, if_absent) = member.doc_and_default();
    let mut doc = doc.to_owned();
    if member.localized {
        doc += " Has variants in other languages.";
    }
    if member.none == Some(Forbidden::Forbidden) {
        doc += " `none` is forbidden.";
    }
    let link = member.source.link();
    format!("| `{}` | {} | {if_absent} | {link} | {doc} |\n", member.name, name_of(member.kind))
}

fn name_of(kind: Kind) -> String {
    format!("{kind:?}").to_lowercase()
}
