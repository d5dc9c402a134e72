//! The commands for the answers that follow a discovery: `verify-issuer` and `scope-after`.

mod support;

use serde_json::{Value, json};
use std::io::Write;
use std::process::Stdio;
use support::{Run, program, read, run, terminal};

const ISSUER: &str = "https://as.example";

/// The members of a discovery's JSON that the check reads.
fn found(sends_iss: bool) -> Value {
    let other = json!({"issuer": "https://b.example", "authorization_response_iss_parameter_supported": !sends_iss});
    let own = json!({"issuer": ISSUER, "authorization_response_iss_parameter_supported": sends_iss});
    json!({
        "authorization_servers": [{"issuer": "https://c.example", "error": {}}, {"metadata": other}, {"metadata": own}],
        "authorization_parameters": {"issuer": ISSUER},
    })
}

fn verify_issuer(found: &str, iss: &[&str]) -> Run {
    let mut command = program(&[&["verify-issuer"], iss].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(found.as_bytes()).unwrap();
    read(child.wait_with_output().unwrap())
}

#[test]
fn verify_issuer_accepts_the_issuer_of_the_discovery_alone() {
    let [sends, sends_not] = [true, false].map(|sends| found(sends).to_string());
    for accepted in
        [verify_issuer(&sends, &[ISSUER]), verify_issuer(&sends_not, &[ISSUER]), verify_issuer(&sends_not, &[])]
    {
        assert_eq!((accepted.code, accepted.stdout.as_str(), accepted.stderr.as_str()), (Some(0), "", ""));
    }
    for refused in [&["https://b.example"][..], &["https://as.example/"], &[""]] {
        for found in [&sends, &sends_not] {
            verify_issuer(found, refused).error("issuer_mismatch", 5);
        }
    }
    verify_issuer(&sends, &[]).error("issuer_mismatch", 5);
}

#[test]
fn verify_issuer_needs_a_discovery_with_a_server() {
    for text in ["", "{}", "[]", r#"{"authorization_servers": [], "authorization_parameters": null}"#] {
        let error = verify_issuer(text, &[ISSUER]).error("invalid_argument", 2);
        assert!(error["message"].as_str().unwrap().contains("JSON of `telnyx-oauth discover`"), "{error}");
    }
}

#[test]
fn scope_after_unites_the_scopes_in_order() {
    let challenge = "--www-authenticate=WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"c b\"";
    for previous in [&["a b"][..], &["a", "b"]] {
        let printed = run(&[&["scope-after", challenge], previous].concat());
        let scope: Value = serde_json::from_str(&printed.stdout).unwrap();
        assert_eq!((printed.code, scope), (Some(0), json!(["a", "b", "c"])));
    }
    let printed = terminal("$T scope-after a --www-authenticate 'Bearer scope=b'", &[]);
    assert_eq!((printed.code, printed.stdout.as_str()), (Some(0), "a b\n"));
}
