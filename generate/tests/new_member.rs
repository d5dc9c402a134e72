//! A member that is added to the table appears in every language, typed and documented, after one run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Where generated files are.
const FOLDERS: [&str; 6] = ["core/src", "docs", "ffi-c", "ffi-uniffi", "include", "py"];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Copies the files that the generator writes, or writes a part of.
fn copy_generated(folder: &Path, to: &Path) {
    for entry in fs::read_dir(repository().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = folder.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_generated(&path, to);
            continue;
        }
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        if text.contains("enerated from core/members.toml") || text.contains("begin generated:") {
            fs::create_dir_all(to.join(folder)).unwrap();
            fs::write(to.join(path), text).unwrap();
        }
    }
}

fn generate(arguments: &[&str], root: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_generate")).args(arguments).arg(root).output().unwrap()
}

#[test]
fn a_new_member_is_typed_and_documented_in_every_language() {
    let copy = tempfile::tempdir().unwrap();
    for folder in FOLDERS {
        copy_generated(Path::new(folder), copy.path());
    }
    let table = fs::read_to_string(repository().join("core/members.toml")).unwrap();
    let path = copy.path().join("core/members.toml");
    fs::write(&path, &table).unwrap();
    let checked = generate(&["--check"], copy.path());
    assert!(checked.status.success(), "{checked:?}");

    let entry = "\n[[server]]\nname = \"brand-new_supported\"\ntype = \"strings\"\nspec = \"rfc8414\"\n\
                 doc = \"The values of a new member.\"\n";
    fs::write(&path, table + entry).unwrap();
    let checked = generate(&["--check"], copy.path());
    assert!(!checked.status.success());
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(said.contains("docs/members.md") && said.contains("run `cargo run -p generate`"), "{said}");

    let written = generate(&[], copy.path());
    assert!(written.status.success(), "{written:?}");
    assert!(generate(&["--check"], copy.path()).status.success());
    for (file, expected) in [
        ("core/src/protocol/documents/registered.rs", "\"brand-new_supported\", MemberType::Strings"),
        (
            "core/src/protocol/documents/authorization_server_accessors.rs",
            "pub fn brand_new_supported(&self) -> Option<&[String]> {",
        ),
        ("core/src/protocol/documents/authorization_server_accessors.rs", "/// The values of a new member."),
        ("docs/members.md", "| `brand-new_supported` | strings |"),
        ("docs/members.md", "| The values of a new member. |"),
    ] {
        let text = fs::read_to_string(copy.path().join(file)).unwrap();
        assert!(text.contains(expected), "{file} lacks {expected}");
    }
}
