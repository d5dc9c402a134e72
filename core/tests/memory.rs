//! The memory of one document. Each document is measured in a child process.

mod common;

use common::child;
use std::fmt::Write;
use telnyx_oauth::{AuthorizationServerMetadata, ResourceMetadata, Response, Rules};

const SHAPE: &str = "TELNYX_OAUTH_TEST_SHAPE";
const MEBIBYTE: usize = 1 << 20;
/// The limit for a document of 1 MiB, including the copy of the body.
const MOST: usize = 8 * MEBIBYTE;

/// A document of 1 MiB: `before`, as many pieces as fit, and `after`.
fn filled(before: &str, piece: Piece, after: &str) -> String {
    let mut text = String::with_capacity(MEBIBYTE + 64);
    text.push_str(before);
    for i in 0.. {
        piece(&mut text, i);
        if text.len() + after.len() + 16 > MEBIBYTE {
            break;
        }
    }
    // Remove the comma of the last piece.
    text.pop();
    text.push_str(after);
    text
}

/// Writes a short name that is unique for the number.
fn name(text: &mut String, mut i: usize) {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    loop {
        text.push(LETTERS[i % LETTERS.len()].into());
        i /= LETTERS.len();
        if i == 0 {
            return;
        }
    }
}

/// Writes the piece with this number.
type Piece = fn(&mut String, usize);

/// The shapes of documents: the text before the pieces, the pieces, and the text after the pieces.
const SHAPES: &[(&str, &str, Piece, &str)] = &[
    ("numbers", r#"{"x":["#, |text, _| text.push_str("1,"), "],MORE}"),
    ("arrays", r#"{"x":["#, |text, _| text.push_str("[],"), "],MORE}"),
    ("objects", r#"{"x":["#, |text, _| text.push_str("{},"), "],MORE}"),
    ("objects with a name", r#"{"x":["#, |text, _| text.push_str(r#"{"":0},"#), "],MORE}"),
    ("strings", r#"{"x":["#, |text, _| text.push_str("\"\","), "],MORE}"),
    ("escapes", r#"{"x":["#, |text, _| text.push_str(r#""\n","#), "],MORE}"),
    (
        "members",
        "{",
        |text, i| {
            text.push('"');
            name(text, i);
            text.push_str("\":0,");
        },
        ",MORE}",
    ),
    (
        "members with escapes",
        "{",
        |text, i| {
            text.push_str("\"\\n");
            name(text, i);
            text.push_str("\":{},");
        },
        ",MORE}",
    ),
    (
        "inner members",
        r#"{"x":{"#,
        |text, i| {
            text.push('"');
            name(text, i);
            text.push_str("\":0,");
        },
        "},MORE}",
    ),
    ("a list that has an accessor", r#"{"scopes_supported":["#, |text, _| text.push_str("\"\","), "],MORE}"),
    ("a list of one-letter strings", r#"{"scopes_supported":["#, |text, _| text.push_str("\"a\","), "],MORE}"),
    ("a list of the wrong type", r#"{"scopes_supported":["#, |text, _| text.push_str("[\"\"],"), "],MORE}"),
    ("a member of the wrong type", r#"{"jwks_uri":["#, |text, _| text.push_str("\"a\","), "],MORE}"),
    (
        "languages",
        "{",
        |text, i| {
            text.push_str("\"resource_name#");
            name(text, i);
            text.push_str("\":\"\",");
        },
        ",MORE}",
    ),
    (
        "servers",
        r#"{"authorization_servers":["#,
        |text, i| write!(text, "\"https://as.example/{i}\",").unwrap(),
        "],MORE}",
    ),
];

fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

fn judge(shape: &str) {
    let rules = Rules::new();
    // The first call allocates memory that later calls reuse.
    let small = br#"{"resource": "https://rs.example", "issuer": "https://as.example", "x": {}}"#;
    let response = Response::new(200, small).content_type("application/json");
    ResourceMetadata::from_response("https://rs.example", &response, &rules).unwrap();
    let (_, before, piece, after) = SHAPES.iter().find(|(name, ..)| *name == shape).unwrap();
    let identifiers = r#""resource":"https://rs.example","issuer":"https://as.example""#;
    let body = filled(before, *piece, &after.replace("MORE", identifiers));
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    let idle = peak();
    let resource = ResourceMetadata::from_response("https://rs.example", &response, &rules);
    let one = peak() - idle;
    let server = AuthorizationServerMetadata::from_response("https://as.example", &response, &rules);
    println!("{shape}: {} KiB above idle, {} bytes", one / 1024, body.len());
    if let (Err(resource), Err(server)) = (&resource, &server) {
        println!("{resource}, {server}");
    }
    assert!(one < MOST, "{shape}: {one}");
    assert!(peak() - idle < 2 * MOST, "{shape}");
}

#[test]
fn the_memory_of_a_document_is_a_small_multiple_of_its_text() {
    for (shape, ..) in SHAPES {
        let body = || judge(&std::env::var(SHAPE).unwrap());
        let configure = |command: &mut std::process::Command| {
            command.env(SHAPE, shape);
        };
        let Some(output) = child("the_memory_of_a_document_is_a_small_multiple_of_its_text", configure, body) else {
            return;
        };
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success() && out.contains("1 passed"), "{shape}: {out}{err}");
        print!(
            "{}",
            out.lines().filter(|line| line.contains("above idle")).fold(String::new(), |all, line| all + line + "\n")
        );
    }
}
