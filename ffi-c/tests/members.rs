//! Every member of the core's documents has its accessors.

use oauth::embedding::{authorization_server_members, resource_members};

fn symbols() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/symbols.txt")).unwrap()
}

/// And `tests/c/documents.c` reads it.
fn check(noun: &str, members: impl Iterator<Item = &'static str>) {
    let symbols = symbols();
    let program = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/c/documents.c")).unwrap();
    let prefix = if noun == "resource_metadata" { "RESOURCE" } else { "SERVER" };
    let table = format!("#define {prefix}_");
    let tables: String = program.split("\n\n").filter(|part| part.starts_with(&table)).collect();
    let has = |name: String| symbols.lines().any(|symbol| symbol == name);
    for member in members {
        let name = format!("telnyx_{noun}_{member}");
        let list = [format!("{name}_count"), format!("{name}_at"), format!("telnyx_{noun}_has_{member}")];
        let read = tables.contains(&format!("X({member})")) || program.contains(&format!("{prefix}_TEXT({member})"));
        assert!(read, "documents.c does not read {member}");
        assert!(has(name) || list.into_iter().all(has), "{member}");
    }
}

#[test]
fn every_member_has_an_accessor() {
    check("resource_metadata", resource_members());
    check("authorization_server_metadata", authorization_server_members());
}
