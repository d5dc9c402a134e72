//! Completion scripts and man pages.

mod support;

use std::collections::BTreeSet;
use std::fs;
use support::{Dir, bare, finished, run};

const COMMANDS: &[&[&str]] = &[
    &["fetch"],
    &["server"],
    &["discover"],
    &["vet"],
    &["check"],
    &["rule"],
    &["verify-issuer"],
    &["scope-after"],
    &["sandbox"],
    &["well-known", "retrieve-protected-resource-metadata"],
    &["well-known", "retrieve-authorization-server-metadata"],
    &["completions"],
    &["man"],
];

/// Returns the long options in the help of a command, including aliases.
fn options(command: &[&str]) -> BTreeSet<String> {
    let help = run(&[command, &["--help"]].concat()).stdout;
    let words = help.lines().filter(|line| line.trim_start().starts_with(['-', '['])).flat_map(str::split_whitespace);
    words.filter(|word| word.starts_with("--")).map(|word| word.trim_end_matches([',', ']']).to_owned()).collect()
}

#[test]
fn every_shell_has_a_completion_script() {
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef telnyx-oauth"),
        ("fish", "complete -c telnyx-oauth"),
        ("elvish", "edit:completion"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let script = run(&["completions", shell]);
        assert_eq!((script.code, script.stderr.as_str()), (Some(0), ""));
        assert!(
            script.stdout.contains(mark) && script.stdout.contains("retrieve-protected-resource-metadata"),
            "{shell}"
        );
    }
}

#[test]
fn bash_can_parse_its_completion_script() {
    let dir = Dir::new();
    let file = dir.file("completions", &run(&["completions", "bash"]).stdout);
    let checked = finished(bare("bash").args(["-n", &file]));
    assert_eq!((checked.code, checked.stderr.as_str()), (Some(0), ""));
}

#[test]
fn the_man_page_names_every_command_and_option() {
    let page = run(&["man"]);
    assert_eq!((page.code, page.stderr.as_str()), (Some(0), ""));
    assert_eq!(page.stdout.lines().filter(|line| line.starts_with(".TH telnyx-oauth 1 ")).count(), 1);
    let text = page.stdout.replace(r"\-", "-");
    for command in COMMANDS {
        assert!(text.contains(&format!("telnyx-oauth {}", command.join(" "))), "{command:?}");
        for option in options(command) {
            assert!(text.contains(&option), "{option} of {command:?}");
        }
    }
    for part in ["oauth_error", "TELNYX_BASE_URL", "NO_COLOR"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn man_writes_one_page_per_command() {
    let dir = Dir::new();
    let pages = dir.path().join("made/man1");
    let written = run(&["man", "--dir", pages.to_str().unwrap()]);
    assert_eq!((written.code, written.stdout.as_str(), written.stderr.as_str()), (Some(0), "", ""));
    for command in COMMANDS {
        let page = fs::read_to_string(pages.join(format!("telnyx-oauth-{}.1", command.join("-")))).unwrap();
        let text = page.replace(r"\-", "-");
        assert!(text.contains(".TH telnyx-oauth"), "{command:?}");
        for option in options(command) {
            assert!(text.contains(&option), "{option} of {command:?}");
        }
    }
    assert_eq!(fs::read_dir(&pages).unwrap().count(), COMMANDS.len() + 2);
    let refused = run(&["man", "--dir", "/dev/null/pages"]);
    assert_eq!(refused.code, Some(74));
}
