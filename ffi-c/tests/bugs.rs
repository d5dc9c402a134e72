//! Checks that sanitizers and valgrind find the bugs in `c/bugs.c`. `ffi-c/sanitize` runs this test and sets C_FINDS to
//! words of the form `BUG:WORD`: a bug, and a word in the report about it.

mod common;

use common::{programs, sandbox_with};

#[test]
#[ignore = "needs a sanitizer or valgrind: run ffi-c/sanitize"]
fn deliberate_bugs_are_found() {
    let finds = std::env::var("C_FINDS").expect("C_FINDS lists the bugs and the words of the reports");
    let finds: Vec<_> = finds.split_whitespace().map(|find| find.split_once(':').unwrap()).collect();
    assert!(!finds.is_empty());
    for program in programs("bugs", &[]) {
        for (bug, word) in &finds {
            let output = program.output(&sandbox_with([]), &[bug], &[]);
            let report = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success(), "{bug} was not found");
            assert!(report.contains(word), "the report about {bug} does not contain {word}: {report}");
        }
    }
}
