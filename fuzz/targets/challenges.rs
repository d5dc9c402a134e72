//! `parse_challenges`: the input is the text of the field lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use telnyx_oauth::{Challenge, parse_challenges};
use telnyx_oauth_fuzz::Quotes;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let lines: Vec<&str> = text.split('\n').collect();
    let all = parse_challenges(&lines);
    let mut alone = Vec::new();
    for line in &lines {
        let found = parse_challenges([line]);
        check_line(line, &found);
        alone.extend(found);
    }
    assert_eq!(all, alone, "a line affects the challenges of another line");
});

fn check_line(line: &str, found: &[Challenge]) {
    let quotes = Quotes::of(line);
    let masked = parse_challenges([&quotes.masked]);
    let same_structure = |(a, b): (&Challenge, &Challenge)| {
        a.scheme == b.scheme && a.token68 == b.token68 && a.params.keys().eq(b.params.keys())
    };
    assert!(
        found.len() == masked.len() && found.iter().zip(&masked).all(same_structure),
        "quoted text was parsed as structure: {found:?}, {masked:?}"
    );
    for (challenge, masked) in found.iter().zip(&masked) {
        check_words(challenge);
        for (name, value) in &challenge.params {
            let whole = masked.params.get(name) == Some(value) || quotes.values.contains(value);
            assert!(whole, "{value:?} is neither a bare value nor a whole quoted string: {quotes:?}");
        }
    }
}

fn check_words(challenge: &Challenge) {
    for word in challenge.params.keys().chain([&challenge.scheme]) {
        let is_token = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "!#$%&'*+-.^_`|~".contains(c);
        assert!(!word.is_empty() && word.chars().all(is_token), "{challenge:?}");
    }
    if let Some(token) = &challenge.token68 {
        let body = token.trim_end_matches('=');
        let is_token68 = |c: char| c.is_ascii_alphanumeric() || "-._~+/".contains(c);
        assert!(!token.is_empty() && body.chars().all(is_token68), "{challenge:?}");
    }
    let scopes = challenge.scope().unwrap_or_default();
    assert!(scopes.iter().all(|scope| !scope.is_empty() && !scope.contains([' ', '\t'])), "{challenge:?}");
    serde_json::to_string(challenge).expect("a challenge must serialize");
}
