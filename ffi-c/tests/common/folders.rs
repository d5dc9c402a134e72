//! Paths of files and folders.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Returns a path in this crate.
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The number of the ABI.
pub fn abi() -> &'static str {
    include_str!("../../abi").trim()
}

/// Returns the folder of the programs' sources.
pub fn sources() -> PathBuf {
    here("tests/c")
}

/// Returns the folder for the files that this test process writes.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test.file_stem().unwrap());
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}
