//! Checks that the shared library exports exactly the functions that `symbols.txt` lists and that the header declares.

mod common;

use common::{abi, library, panics, read};
use std::collections::BTreeSet;
use std::process::Command;

fn listed() -> BTreeSet<String> {
    let mut listed: BTreeSet<String> = read("symbols.txt").lines().map(str::to_owned).collect();
    if panics() {
        listed.extend(["telnyx_test_panic", "telnyx_test_panic_in_next_call"].map(str::to_owned));
    }
    listed
}

fn run(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(command).args(arguments).arg(library()).output();
    let output = output.unwrap_or_else(|error| panic!("{command}: {error}: sudo apt-get install binutils"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_library_exports_the_committed_list() {
    let exported = run("nm", &["--dynamic", "--defined-only", "--format=just-symbols"]);
    let exported: BTreeSet<String> = exported.lines().map(str::to_owned).collect();
    let listed = listed();
    let missing: Vec<_> = listed.difference(&exported).collect();
    let unlisted: Vec<_> = exported.difference(&listed).collect();
    assert!(missing.is_empty() && unlisted.is_empty(), "missing: {missing:?}; not in symbols.txt: {unlisted:?}");
}

#[test]
fn the_list_is_sorted_and_matches_the_header() {
    let list = read("symbols.txt");
    assert!(list.lines().is_sorted());
    let header = read("../include/telnyx_oauth.h");
    let preamble_end = header.find("#ifndef TELNYX_OAUTH_H").unwrap();
    let declared: BTreeSet<&str> = header[preamble_end..]
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '/']))
        .filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next())
        .collect();
    assert_eq!(list.lines().collect::<BTreeSet<_>>(), declared);
}

/// `numbers.txt` lists the constants that programs are compiled with. Lines may be added, but not changed or removed.
#[test]
fn the_numbers_are_the_committed_ones() {
    let header = read("../include/telnyx_oauth.h");
    let defined = header.lines().filter_map(|line| line.strip_prefix("#define "));
    let is_number = |constant: &&str| {
        let (name, value) = constant.split_once(' ').unwrap_or_default();
        !name.starts_with("TELNYX_OAUTH_") && value.parse::<i32>().is_ok()
    };
    let numbers: BTreeSet<String> = defined.filter(is_number).map(str::to_owned).collect();
    let committed: BTreeSet<String> = read("numbers.txt").lines().map(str::to_owned).collect();
    assert_eq!(numbers, committed);
}

/// Checks the SONAME, and the flag that keeps the library loaded.
#[test]
fn the_library_has_its_soname_and_stays_loaded() {
    let dynamic = run("readelf", &["--dynamic"]);
    let soname = format!("[libtelnyx_oauth.so.{}]", abi());
    assert!(dynamic.contains(&soname), "{dynamic}");
    assert!(dynamic.contains("NODELETE"), "{dynamic}");
}
