//! Limits on the memory of a process, whatever a hostile server sends.

mod common;

use common::{Http2, Http2Server, METADATA, assert_error, blocking_options, http1_over_tls, in_child, sandbox};
use nix::sys::resource::{Resource, setrlimit};
use std::time::{Duration, Instant};
use telnyx_oauth::{ErrorKind, blocking};
use telnyx_oauth_sandbox::Answer;

/// The memory that a hostile response may add to the process, in kB.
const ALLOWED: u64 = 16 * 1024;

/// The peak resident memory of this process, in kB.
fn peak() -> u64 {
    status("VmHWM:")
}

/// A value of `/proc/self/status`, in kB.
fn status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Fetches from a server that sends `answer`, in a child process. Asserts the kind of the error and the memory.
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
            // The first call shows the memory of a normal call.
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
fn a_gigabyte_body_is_refused() {
    let answer = Answer::default().header("content-type", "application/json").body_repeat("0123456789", 100_000_000);
    attacked("a_gigabyte_body_is_refused", answer, &[ErrorKind::BodyTooLarge]);
}

#[test]
fn a_body_larger_than_the_memory_is_an_error() {
    let name = "a_body_larger_than_the_memory_is_an_error";
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
            // The limit leaves memory for a part of the body.
            let left = status("VmData:") * 1024 + (200 << 20);
            setrlimit(Resource::RLIMIT_DATA, left, left).unwrap();
            let error = client.fetch_resource_metadata(attacker.as_str()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BodyTooLarge, "{error:?}");
            assert!(error.message().contains("memory"), "{error}");
        },
    );
}

#[test]
fn a_gigabyte_body_without_content_length_is_refused() {
    let answer = Answer::default().header("content-type", "application/json").body_repeat("[", 1_000_000_000).chunked();
    attacked("a_gigabyte_body_without_content_length_is_refused", answer, &[ErrorKind::BodyTooLarge]);
}

#[test]
fn the_gigabyte_body_of_an_error_response_is_not_read() {
    let answer = Answer::status(404).header("content-type", "text/html").body_repeat("0123456789", 100_000_000);
    attacked("the_gigabyte_body_of_an_error_response_is_not_read", answer, &[ErrorKind::HttpStatus]);
}

#[test]
fn a_header_section_of_300_kilobytes_is_refused() {
    let answer =
        Answer::raw("HTTP/1.1 200 OK\r\n").raw_repeat("x-pad: 0123456789012345678901234567890\r\n", Some(8000));
    // Over HTTP/2, these bytes are a protocol error.
    attacked(
        "a_header_section_of_300_kilobytes_is_refused",
        answer.raw_end("\r\n"),
        &[ErrorKind::BodyTooLarge, ErrorKind::Transport],
    );
}

#[test]
fn endless_interim_responses_are_refused() {
    let answer = || Answer::raw("").raw_repeat("HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n", None);
    // Over HTTP/2, these bytes are a protocol error.
    attacked("endless_interim_responses_are_refused", answer(), &[ErrorKind::BodyTooLarge, ErrorKind::Transport]);
    let sandbox = sandbox();
    sandbox.route(METADATA, [answer(), Answer::raw("").raw_repeat("HTTP/1.1 199 \r\n\r\n", None)]);
    let over_tls = http1_over_tls(&sandbox);
    for (origin, options) in [(sandbox.http_origin().to_owned(), blocking_options(&sandbox)), over_tls] {
        let started = Instant::now();
        let found = options.build().unwrap().fetch_resource_metadata(origin.as_str());
        assert_error(found, ErrorKind::BodyTooLarge, &["interim responses", "64 KiB"]);
        // The error must come before the call's deadline.
        assert!(started.elapsed() < Duration::from_secs(10), "{origin}: {:?}", started.elapsed());
    }
}

#[test]
fn a_thousand_interim_responses_are_accepted() {
    let sandbox = sandbox();
    let body = format!(r#"{{"resource": "{}"}}"#, sandbox.http_origin());
    let end =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let interim = "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n";
    sandbox.route(METADATA, [Answer::raw("").raw_repeat(interim, Some(1000)).raw_end(end)]);
    blocking_options(&sandbox).build().unwrap().fetch_resource_metadata(sandbox.http_origin()).unwrap();
}

#[test]
fn endless_http_2_interim_responses_end_at_the_timeout() {
    let attack = Http2Server::start([Http2::Document, Http2::Interim]);
    in_child(
        "endless_http_2_interim_responses_end_at_the_timeout",
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
fn deeply_nested_arrays_are_refused() {
    let body = format!(r#"{{"resource": "x", "x": {}"#, "[".repeat(100_000));
    attacked("deeply_nested_arrays_are_refused", Answer::json(body), &[ErrorKind::InvalidJson]);
}
