//! Tests that one run adds a new member of the table to every language, with its type and documentation.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folders with generated files.
const FOLDERS: [&str; 6] = ["core/src", "docs", "ffi-c", "ffi-uniffi", "include", "py"];

/// Each file with its expected type and documentation of the new member.
const EXPECTED: [(&str, &str, &str); 8] = [
    ("docs/members.md", "| `brand-new_supported` | strings |", "| The values of a new member. |"),
    (
        "core/src/protocol/documents/registered.rs",
        "Registration::new(\"brand-new_supported\", MemberType::Strings),",
        "\"brand-new_supported\" => ",
    ),
    (
        "core/src/protocol/documents/authorization_server_accessors.rs",
        "pub fn brand_new_supported(&self) -> Option<&[String]> {",
        "/// The values of a new member.",
    ),
    (
        "include/telnyx_oauth_members.h",
        "TELNYX_INLINE size_t telnyx_authorization_server_metadata_brand_new_supported_count(",
        " * The values of a new member",
    ),
    (
        "include/telnyx_oauth.hpp",
        "std::vector<std::string_view> brand_new_supported() const & {",
        "/// The values of a new member",
    ),
    ("py/src/authorization_server_metadata.rs", "brand_new_supported: strings,", "/// The values of a new member."),
    (
        "py/python/telnyx_oauth/__init__.pyi",
        "def brand_new_supported(self) -> tuple[str, ...] | None:",
        "\"\"\"The values of a new member.",
    ),
    (
        "ffi-uniffi/src/authorization_server_metadata.rs",
        "brand_new_supported: Vec<String>,",
        "/// The values of a new member.",
    ),
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Copies the generated files, and the files with generated regions.
fn copy_generated(folder: &Path, to: &Path) {
    for entry in fs::read_dir(repository().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = folder.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_generated(&path, to);
            continue;
        }
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        if text.contains("enerated from core/") || text.contains("begin generated:") {
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
    fs::copy(repository().join("core/options.toml"), copy.path().join("core/options.toml")).unwrap();
    let checked = generate(&["--check"], copy.path());
    assert!(checked.status.success(), "{checked:?}");

    let entry = r#"
[[server]]
name = "brand-new_supported"
type = "strings"
spec = "rfc8414"
doc = "The values of a new member."
"#;
    fs::write(&path, table + entry).unwrap();
    let checked = generate(&["--check"], copy.path());
    assert!(!checked.status.success());
    let message = String::from_utf8_lossy(&checked.stderr);
    assert!(message.contains("docs/members.md") && message.contains("run `cargo run -p generate`"), "{message}");

    let written = generate(&[], copy.path());
    assert!(written.status.success(), "{written:?}");
    assert!(generate(&["--check"], copy.path()).status.success());
    for (file, typed, documented) in EXPECTED {
        let text = fs::read_to_string(copy.path().join(file)).unwrap();
        for expected in [typed, documented] {
            assert!(text.contains(expected), "{file} lacks {expected}");
        }
    }
}
