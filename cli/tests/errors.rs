//! Errors: the kind, the line on standard error and the exit code.

mod support;

use serde_json::json;
use std::fs::File;
use std::net::TcpListener;
use support::{METADATA, bare, finished, program, run};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn fetch_with_answer(answer: Answer, options: &[&str]) -> support::Run {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [answer]);
    run(&[&["fetch", sandbox.http_origin(), "--max-retries", "0"], options].concat())
}

#[test]
fn each_kind_of_bad_response_has_its_exit_code() {
    let error = fetch_with_answer(Answer::status(503).header("retry-after", "7"), &[]).error("http_status", 3);
    assert_eq!((&error["http_status"], &error["retry_after"]), (&json!(503), &json!(7)));
    assert_eq!(error["attempts"][0]["outcome"], "http_status");
    fetch_with_answer(Answer::text("hello").header("content-type", "text/html"), &[]).error("content_type", 6);
    fetch_with_answer(Answer::json("[]"), &[]).error("invalid_json", 6);
    fetch_with_answer(Answer::json(r#"{"resource": 5}"#), &[]).error("invalid_metadata", 6);
    fetch_with_answer(Answer::json(r#"{"resource": "https://elsewhere.example"}"#), &[]).error("resource_mismatch", 5);
    fetch_with_answer(Answer::json("{}"), &["--strict"]).error("invalid_metadata", 6);
    fetch_with_answer(Answer::redirect("https://elsewhere.invalid/"), &[]).error("redirect_refused", 5);
    fetch_with_answer(Answer::default().close_before_head(), &[]).error("transport", 4);
    fetch_with_answer(Answer::default().silent(), &["--timeout", "0.2"]).error("timeout", 4);
    fetch_with_answer(Answer::default().silent(), &["-m", ".2"]).error("timeout", 4);
    fetch_with_answer(Answer::default().silent(), &["--max-time=2e-1"]).error("timeout", 4);
}

#[test]
fn documented_oauth_errors_are_reported() {
    let sandbox = Sandbox::start().unwrap();
    for status in [400, 401] {
        let error = run(&["fetch", &format!("{}/{status}", sandbox.http_origin())]).error("oauth_error", 3);
        assert_eq!(error["http_status"], status);
        assert!(error["error"].is_string() && error["error_description"].is_string());
        assert_eq!(error["url"], format!("{}{METADATA}/{status}", sandbox.http_origin()));
    }
}

#[test]
fn missing_or_mismatched_authorization_server_metadata_is_an_error() {
    let sandbox = Sandbox::start().unwrap();
    let args = ["well-known", "retrieve-authorization-server-metadata", "--base-url", sandbox.http_origin()];
    let path = "/.well-known/oauth-authorization-server";
    sandbox.route(path, [Answer::status(404)]);
    assert_eq!(run(&args).error("not_found", 3)["attempts"].as_array().unwrap().len(), 2);
    sandbox.route(path, [Answer::json(r#"{"issuer": "https://elsewhere.example"}"#)]);
    run(&args).error("issuer_mismatch", 5);
}

#[test]
fn a_refused_connection_is_a_transport_error() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    run(&["fetch", &origin, "--max-retries", "0"]).error("transport", 4);
}

#[test]
fn invalid_input_is_refused_before_a_request() {
    run(&["fetch", "http://rs.invalid"]).error("insecure_url", 5);
    run(&["fetch", "ftp://127.0.0.1"]).error("invalid_argument", 2);
    run(&["fetch", "https://127.0.0.1/#fragment"]).error("invalid_argument", 2);
    let loopback = "http://127.0.0.1:9";
    for options in [
        ["--timeout", "0"],
        ["--connect-timeout", "0"],
        ["--max-redirects", "11"],
        ["--proxy", "no proxy"],
        ["--user-agent", "a\nb"],
    ] {
        run(&[&["fetch", loopback], options.as_slice()].concat()).error("invalid_argument", 2);
    }
    run(&["fetch", loopback, "--ca-file", "/nowhere/ca.pem"]).error("tls", 4);
}

#[test]
fn usage_errors_have_the_members_of_other_errors() {
    for args in [
        vec![],
        vec!["fetsh"],
        vec!["fetch", "a", "b"],
        vec!["fetch", "--timeout"],
        vec!["fetch", "--timeout", "soon"],
        vec!["fetch", "--timeout=-1"],
        vec!["fetch", "--max-retries", "-1"],
        vec!["fetch", "--resolve", "api.telnyx.com"],
        vec!["fetch", "--resource-match", "any"],
        vec!["well-known"],
        vec!["completions"],
        vec!["completions", "tcsh"],
        vec!["sandbox", "--port", "65536"],
    ] {
        run(&args).error("invalid_argument", 2);
    }
    let typo = run(&["fetch", "--tiemout", "3"]).error("invalid_argument", 2);
    assert_eq!(typo["message"], "unexpected argument '--tiemout' found; tip: a similar argument exists: '--timeout'");
}

#[test]
fn help_and_version_are_not_errors() {
    for args in [vec!["--help"], vec!["-h"], vec!["help", "fetch"], vec!["fetch", "--help"], vec!["well-known", "-h"]] {
        let run = run(&args);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{args:?}");
        assert!(run.stdout.contains("Usage: telnyx-oauth"), "{args:?}");
        assert!(!run.stdout.contains('\u{1b}'), "{args:?}");
    }
    let version = run(&["--version"]);
    let expected = concat!("telnyx-oauth ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!((version.code, version.stdout.as_str()), (Some(0), expected));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let sandbox = Sandbox::start().unwrap();
    for args in [vec!["fetch", sandbox.http_origin()], vec!["--help"], vec!["completions", "bash"], vec!["man"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = finished(program(&args).stdout(writer));
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_full_disk_is_an_error_without_a_kind() {
    let sandbox = Sandbox::start().unwrap();
    for args in [vec!["fetch", sandbox.http_origin()], vec!["--help"], vec!["completions", "bash"], vec!["sandbox"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let run = finished(program(&args).stdout(full));
        assert_eq!(run.code, Some(74), "{args:?}");
        let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
        assert!(error["kind"].is_null() && error["message"].as_str().unwrap().contains("standard output"), "{error}");
    }
}

#[test]
fn closed_streams_do_not_panic() {
    let sandbox = Sandbox::start().unwrap();
    let shell =
        |line: &str| finished(bare("sh").args(["-c", line, "sh"]).args([support::PROGRAM, sandbox.http_origin()])).code;
    assert_eq!(shell("\"$1\" fetch \"$2\"/400 2>&-"), Some(3));
    assert_eq!(shell("\"$1\" fetch \"$2\"/400 2>/dev/full"), Some(3));
    assert_eq!(shell("\"$1\" fetch \"$2\" <&- >&- 2>&-"), Some(0));
}
