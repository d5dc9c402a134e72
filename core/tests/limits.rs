//! Limits that hold under attack: how much memory a process needs whatever a server sends.

mod common;

use common::{Http2, Http2Server, METADATA, assert_error, blocking_options, http1_over_tls, in_child, sandbox};
use nix::sys::resource::{Resource, setrlimit};
use std::time::{Duration, Instant};
use telnyx_oauth::{ErrorKind, blocking};
use telnyx_oauth_sandbox::Answer;

/// What a hostile answer may cost, in kB.
const ALLOWED: u64 = 16 * 1024;

/// The most memory that this process has had resident, in kB.
fn peak() -> u64 {
    status("VmHWM:")
}

/// What the system says of this process, in kB.
fn status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Fetches from a server that gives `answer`, in a process of its own, and asserts how it ends and what it cost.
fn attacked(name: &str, answer: Answer, kinds: &[ErrorKind]) {
    let sandbox = sandbox();
    sandbox.route(METADATA, [answer]);
    let (http, https) = (sandbox.http_origin().to_owned(), sandbox.https_origin().to_owned());
    let ca = sandbox.ca_file().to_owned();
    in_child(
        name,
        |command| _ = command.env("ATTACKER", format!("{http} {https}")).env("ATTACKER_CA", ca),
        || {
            let attacker = std::env::var("ATTACKER").unwrap();
            let origins: Vec<_> = attacker.split(' ').collect();
            let options = blocking::Client::builder().ca_file(std::env::var("ATTACKER_CA").unwrap()).proxy("");
            let client = options.max_retries(0).timeout(Duration::from_secs(5)).build().unwrap();
            // What any call costs is not the attack's.
            for origin in &origins {
                client.fetch_resource_metadata(format!("{origin}/v2/mcp").as_str()).unwrap();
            }
            let idle = peak();
            for origin in origins {
                let error = client.fetch_resource_metadata(origin).unwrap_err();
                assert!(kinds.contains(&error.kind()), "{error:?}");
                assert!(peak() - idle < ALLOWED, "{origin}: {} kB", peak() - idle);
            }
        },
    );
}

#[test]
fn a_body_of_a_gigabyte() {
    let answer = Answer::default().header("content-type", "application/json").body_repeat("0123456789", 100_000_000);
    attacked("a_body_of_a_gigabyte", answer, &[ErrorKind::BodyTooLarge]);
}

#[test]
fn a_body_that_does_not_fit_in_memory() {
    let name = "a_body_that_does_not_fit_in_memory";
    let sandbox = sandbox();
    let answer = Answer::default().header("content-type", "application/json").body_repeat("[", 1_000_000_000);
    sandbox.route(METADATA, [answer.chunked()]);
    in_child(
        name,
        |command| _ = command.env("ATTACKER", sandbox.http_origin()),
        || {
            let attacker = std::env::var("ATTACKER").unwrap();
            let options = blocking::Client::builder().proxy("").max_retries(0).max_body_bytes(1 << 30);
            let client = options.build().unwrap();
            client.fetch_resource_metadata(format!("{attacker}/v2/mcp").as_str()).unwrap();
            // Room for a part of the body, and for everything else.
            let left = status("VmData:") * 1024 + (200 << 20);
            setrlimit(Resource::RLIMIT_DATA, left, left).unwrap();
            let error = client.fetch_resource_metadata(attacker.as_str()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BodyTooLarge, "{error:?}");
            assert!(error.message().contains("memory"), "{error}");
        },
    );
}

#[test]
fn a_body_of_a_gigabyte_that_is_not_declared() {
    let answer = Answer::default().header("content-type", "application/json").body_repeat("[", 1_000_000_000).chunked();
    attacked("a_body_of_a_gigabyte_that_is_not_declared", answer, &[ErrorKind::BodyTooLarge]);
}

#[test]
fn a_gigabyte_that_nobody_reads() {
    let answer = Answer::status(404).header("content-type", "text/html").body_repeat("0123456789", 100_000_000);
    attacked("a_gigabyte_that_nobody_reads", answer, &[ErrorKind::HttpStatus]);
}

#[test]
fn a_header_of_300_kilobytes() {
    let answer =
        Answer::raw("HTTP/1.1 200 OK\r\n").raw_repeat("x-pad: 0123456789012345678901234567890\r\n", Some(8000));
    // HTTP/2 has no such bytes.
    attacked("a_header_of_300_kilobytes", answer.raw_end("\r\n"), &[ErrorKind::BodyTooLarge, ErrorKind::Transport]);
}

#[test]
fn interim_responses_without_end() {
    let answer = || Answer::raw("").raw_repeat("HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n", None);
    // HTTP/2 has no such bytes.
    attacked("interim_responses_without_end", answer(), &[ErrorKind::BodyTooLarge, ErrorKind::Transport]);
    let sandbox = sandbox();
    sandbox.route(METADATA, [answer(), Answer::raw("").raw_repeat("HTTP/1.1 199 \r\n\r\n", None)]);
    let over_tls = http1_over_tls(&sandbox);
    for (origin, options) in [(sandbox.http_origin().to_owned(), blocking_options(&sandbox)), over_tls] {
        let started = Instant::now();
        let found = options.build().unwrap().fetch_resource_metadata(origin.as_str());
        assert_error(found, ErrorKind::BodyTooLarge, &["interim responses", "64 KiB"]);
        // Long before the call's deadline.
        assert!(started.elapsed() < Duration::from_secs(10), "{origin}: {:?}", started.elapsed());
    }
}

#[test]
fn a_few_interim_responses() {
    let sandbox = sandbox();
    let body = format!(r#"{{"resource": "{}"}}"#, sandbox.http_origin());
    let end =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let interim = "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n";
    sandbox.route(METADATA, [Answer::raw("").raw_repeat(interim, Some(1000)).raw_end(end)]);
    blocking_options(&sandbox).build().unwrap().fetch_resource_metadata(sandbox.http_origin()).unwrap();
}

#[test]
fn http_2_interim_responses_without_end() {
    let attack = Http2Server::start([Http2::Document, Http2::Interim]);
    in_child(
        "http_2_interim_responses_without_end",
        |command| _ = command.env("ATTACKER", &attack.origin).env("ATTACKER_CA", attack.ca.path()),
        || {
            let attacker = std::env::var("ATTACKER").unwrap();
            let options = blocking::Client::builder().ca_file(std::env::var("ATTACKER_CA").unwrap()).proxy("");
            let client = options.max_retries(0).cache(false).timeout(Duration::from_secs(1)).build().unwrap();
            client.fetch_resource_metadata(attacker.as_str()).unwrap();
            let (idle, started) = (peak(), Instant::now());
            assert_error(client.fetch_resource_metadata(attacker.as_str()), ErrorKind::Timeout, &["1s"]);
            assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
            assert!(peak() - idle < ALLOWED, "{} kB", peak() - idle);
        },
    );
}

#[test]
fn arrays_in_arrays() {
    let body = format!(r#"{{"resource": "x", "x": {}"#, "[".repeat(100_000));
    attacked("arrays_in_arrays", Answer::json(body), &[ErrorKind::InvalidJson]);
}
