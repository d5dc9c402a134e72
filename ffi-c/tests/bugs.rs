//! The tools that look for bugs in the C programs find those of `c/bugs.c`. `ffi-c/sanitize` runs this with C_FINDS: words of its
//! own, each `BUG:WORD`, for the bugs to be found and a word of the report on each.

mod common;

use common::{programs, sandbox_with};

#[test]
#[ignore = "it needs a sanitizer or valgrind: run ffi-c/sanitize"]
fn deliberate_bugs_are_found() {
    let finds = std::env::var("C_FINDS").expect("C_FINDS says what is to be found");
    let finds: Vec<_> = finds.split_whitespace().map(|find| find.split_once(':').unwrap()).collect();
    assert!(!finds.is_empty());
    for program in programs("bugs", &[]) {
        for (bug, word) in &finds {
            let output = program.output(&sandbox_with([]), &[bug], &[]);
            let report = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success(), "{bug} was not found");
            assert!(report.contains(word), "{bug} was found as something else than {word}: {report}");
        }
    }
}
