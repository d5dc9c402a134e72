//! The output on a pseudo-terminal.

mod support;

use serde_json::json;
use support::{METADATA, terminal};
use telnyx_oauth_sandbox::{Answer, Sandbox};

#[test]
fn a_document_is_shown_as_rows_with_its_url_and_warnings() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let document = json!({"resource": origin, "authorization_servers": ["https://a.example", "https://b.example"]});
    sandbox.route(format!("{METADATA}/v2"), [Answer::json(document)]);
    let run = terminal("\"$T\" fetch \"$R\"", &[("R", &format!("{origin}/v2"))]);
    let rows = format!(
        "resource               {origin}\n\
         authorization_servers  https://a.example\n                       https://b.example\n\
         (found at)             {origin}{METADATA}/v2\n\
         warning: resource_not_exact: "
    );
    assert!(run.stdout.starts_with(&rows), "{}", run.stdout);
    assert_eq!(run.stdout.matches('\n').count(), 5);
    assert_eq!(run.code, Some(0));
}

#[test]
fn control_characters_from_the_network_are_escaped_on_a_terminal() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\r\nfake: row\u{202e}\u{7f}";
    sandbox.route(METADATA, [Answer::json(json!({"resource": origin, "resource_name": hostile, hostile: [hostile]}))]);
    let error = json!({"error": hostile, "error_description": hostile});
    sandbox.route(format!("{METADATA}/error"), [Answer::json(error).with_status(400)]);
    for (line, shown) in [
        ("\"$T\" fetch \"$R\"", "resource_name"),
        ("\"$T\" fetch \"$R\" --json", "resource_name"),
        ("\"$T\" fetch \"$R/error\"", "oauth_error"),
        ("\"$T\" --json fetch \"$R/error\"", "oauth_error"),
    ] {
        let run = terminal(line, &[("R", origin)]);
        assert!(run.stdout.contains(shown) && run.stdout.contains("owned"), "{line}: {}", run.stdout);
        for c in run.stdout.chars() {
            assert!(c == '\n' || !(c.is_control() || c == '\u{202e}'), "{line}: {c:?} in {:?}", run.stdout);
        }
    }
}

#[test]
fn the_json_option_works_on_a_terminal() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let run = terminal("\"$T\" fetch \"$R\" --json", &[("R", origin)]);
    assert_eq!(run.document()["resource"], origin);
    let run = terminal("\"$T\" fetch nothing --json", &[]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap()["kind"], "invalid_argument");
}

#[test]
fn an_error_is_one_line_with_its_kind_and_url() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    sandbox.route(METADATA, [Answer::json("[]")]);
    let run = terminal("\"$T\" fetch \"$R\"", &[("R", origin)]);
    assert_eq!(run.code, Some(6));
    assert!(run.stdout.starts_with("telnyx-oauth: invalid_json: "), "{}", run.stdout);
    assert!(run.stdout.contains(&format!("{origin}{METADATA}")), "{}", run.stdout);
    assert_eq!(run.stdout.matches('\n').count(), 1);
}

#[test]
fn a_typo_gets_a_suggestion() {
    let run = terminal("\"$T\" fetch --tiemout 3", &[("NO_COLOR", "1")]);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.contains("tip: a similar argument exists: '--timeout'"), "{}", run.stdout);
}

#[test]
fn a_terminal_shows_colours_unless_no_color_is_set() {
    let colourful =
        |env: &[(&str, &str)]| terminal("\"$T\" --help; \"$T\" fetch --tiemout", env).stdout.contains('\u{1b}');
    assert!(colourful(&[]));
    assert!(!colourful(&[("NO_COLOR", "1")]));
}
