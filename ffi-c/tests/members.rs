//! Every member of the core's documents has its accessors.

use oauth::{AuthorizationServerMetadata, ResourceMetadata};

fn symbols() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/symbols.txt")).unwrap()
}

fn check(noun: &str, members: &[&str]) {
    let symbols = symbols();
    let has = |name: String| symbols.lines().any(|symbol| symbol == name);
    for member in members {
        let name = format!("telnyx_{noun}_{member}");
        let list = [format!("{name}_count"), format!("{name}_at"), format!("telnyx_{noun}_has_{member}")];
        assert!(has(name) || list.into_iter().all(has), "{member}");
    }
}

#[test]
fn every_member_has_an_accessor() {
    check("resource_metadata", ResourceMetadata::MEMBERS);
    check("authorization_server_metadata", AuthorizationServerMetadata::MEMBERS);
}
