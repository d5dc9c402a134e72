//! When a request is sent again, and when it is not.

mod common;

use common::{Http2, Http2Server, METADATA, assert_error, blocking_options, sandbox};
use std::time::Duration;
use telnyx_oauth::{AttemptLog, ErrorKind, Outcome, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn document() -> Answer {
    Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["https://as.example"]}"#)
}

fn client(sandbox: &Sandbox, retries: u32) -> blocking::Client {
    blocking_options(sandbox).max_retries(retries).build().unwrap()
}

#[test]
fn what_may_pass_is_asked_again() {
    let passing = [408, 425, 429, 500, 502, 503, 504].map(Answer::status);
    let broken = [
        document().truncate(5),
        document().reset(5),
        Answer::default().reset_before_head(),
        Answer::raw("no HTTP\r\n\r\n"),
    ];
    for answer in passing.into_iter().chain(broken) {
        let sandbox = sandbox();
        sandbox.route(METADATA, [answer.header("retry-after", "0"), document()]);
        client(&sandbox, 1).fetch_resource_metadata(sandbox.http_origin()).unwrap();
        assert_eq!(sandbox.requests().len(), 2);
    }
}

#[test]
fn only_a_connection_that_has_worked_before_is_replaced_without_being_counted() {
    let sandbox = sandbox();
    let breaks = || Answer::default().reset_before_head();
    sandbox.route(METADATA, [breaks(), document(), breaks(), document(), document().close(), breaks(), document()]);
    let client = client(&sandbox, 0);
    let fetch = || client.fetch_resource_metadata(sandbox.http_origin());
    assert_error(fetch(), ErrorKind::Transport, &[]);
    fetch().unwrap();
    assert_eq!(sandbox.requests().len(), 2);
    let log = AttemptLog::default();
    client.with_attempt_log(log.clone()).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert_eq!(sandbox.requests().len(), 4, "the connection that broke had worked");
    let outcomes: Vec<_> = log.take().iter().map(|attempt| attempt.outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed(ErrorKind::Transport), Outcome::Ok]);
    fetch().unwrap();
    assert_error(fetch(), ErrorKind::Transport, &[]);
    assert_eq!(sandbox.requests().len(), 6, "that of the last request was new");
}

/// The error code by which a server says that it has not looked at a request.
const REFUSED_STREAM: u32 = 7;

fn http2_client(server: &Http2Server, retries: u32) -> blocking::Client {
    blocking::Client::builder().ca_file(server.ca.path()).proxy("").max_retries(retries).build().unwrap()
}

#[test]
fn what_http_2_lets_be_asked_again_is_counted_as_well() {
    for refusal in [Http2::Reset(REFUSED_STREAM), Http2::GoAway, Http2::Reset(2)] {
        for retries in [0, 1] {
            let server = Http2Server::start([refusal.clone()]);
            let found = http2_client(&server, retries).fetch_resource_metadata(&*server.origin);
            let error = assert_error(found, ErrorKind::Transport, &[]);
            assert_eq!((server.requests(), error.attempts().len()), (retries as usize + 1, retries as usize + 1));
        }
    }
    let server = Http2Server::start([Http2::Reset(REFUSED_STREAM), Http2::Document]);
    http2_client(&server, 1).fetch_resource_metadata(&*server.origin).unwrap();
}

#[test]
fn a_request_that_a_server_refuses_is_not_one_that_met_a_closed_connection() {
    let server = Http2Server::start([Http2::Document, Http2::Reset(REFUSED_STREAM)]);
    let client = http2_client(&server, 0);
    client.fetch_resource_metadata(&*server.origin).unwrap();
    let error = assert_error(client.fetch_resource_metadata(&*server.origin), ErrorKind::Transport, &[]);
    assert_eq!((server.requests(), error.attempts().len()), (2, 1));
}

#[test]
fn each_request_is_an_attempt() {
    let server = Http2Server::start([Http2::Document, Http2::GoAway]);
    let client = http2_client(&server, 0);
    client.fetch_resource_metadata(&*server.origin).unwrap();
    let error = assert_error(client.fetch_resource_metadata(&*server.origin), ErrorKind::Transport, &[]);
    assert_eq!(server.requests(), 3, "the connection was ending");
    let outcomes: Vec<_> = error.attempts().iter().map(|attempt| attempt.outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed(ErrorKind::Transport); 2]);
}

#[test]
fn a_request_without_its_condition_is_an_attempt_of_its_own() {
    let sandbox = sandbox();
    let confirmed = Answer::status(304).header("etag", "\"b\"");
    sandbox.route(METADATA, [document().header("etag", "\"a\""), confirmed, document()]);
    let client = client(&sandbox, 0);
    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let log = AttemptLog::default();
    client.with_attempt_log(log.clone()).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let attempts: Vec<_> = log.take().iter().map(|attempt| (attempt.status, attempt.outcome)).collect();
    assert_eq!(attempts, [(Some(304), Outcome::Failed(ErrorKind::HttpStatus)), (Some(200), Outcome::Ok)]);
    assert_eq!(sandbox.requests().len(), 3);
}

#[test]
fn what_will_not_pass_is_not_asked_again() {
    let document = || Answer::json(r#"{"resource": "https://evil.example"}"#);
    for answer in [
        Answer::status(404),
        Answer::status(501),
        Answer::status(204),
        document(),
        document().header("content-type", "text/html"),
        Answer::json("{"),
        Answer::redirect("https://evil.example/"),
        Answer::default().header("content-type", "application/json").body_repeat("x", 2 << 20),
    ] {
        let sandbox = sandbox();
        sandbox.route(METADATA, [answer]);
        client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
        assert_eq!(sandbox.requests().len(), 1);
    }
}

#[test]
fn the_last_answer_is_the_error_and_every_attempt_is_listed() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503), Answer::status(502), Answer::status(500)]);
    let found = client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin());
    let error = assert_error(found, ErrorKind::HttpStatus, &["500"]);
    let statuses: Vec<_> = error.attempts().iter().map(|attempt| (attempt.status, attempt.outcome)).collect();
    assert_eq!(statuses, [503, 502, 500].map(|status| (Some(status), Outcome::Failed(ErrorKind::HttpStatus))));
}

#[test]
fn waits_grow_and_are_not_skipped() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503), Answer::status(503), document()]);
    let started = std::time::Instant::now();
    client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(started.elapsed() >= Duration::from_millis(250 + 500), "{:?}", started.elapsed());
}

#[test]
fn retry_after_is_waited_for() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(429).header("retry-after", "1"), document()]);
    let started = std::time::Instant::now();
    client(&sandbox, 1).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
}

#[test]
fn a_date_that_has_passed_is_no_wait() {
    let sandbox = sandbox();
    let answer = Answer::status(503).header("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
    sandbox.route(METADATA, [answer, document()]);
    // With a wait of any length there would be no time for it.
    let hurried = client(&sandbox, 1).with_timeout(Duration::from_millis(240));
    hurried.fetch_resource_metadata(sandbox.http_origin()).unwrap();
}

#[test]
fn a_wait_that_is_too_long_ends_the_call_with_the_answers_own_error() {
    for (value, seconds) in [("3600", 3600), ("99999999999999999999999", u64::MAX), ("61", 61)] {
        let sandbox = sandbox();
        sandbox
            .route(METADATA, [Answer::json(r#"{"error": "slow_down"}"#).with_status(429).header("retry-after", value)]);
        let patient = client(&sandbox, 2).with_timeout(Duration::from_secs(24 * 60 * 60));
        let found = patient.fetch_resource_metadata(sandbox.http_origin());
        let error = assert_error(found, ErrorKind::OauthError, &["slow_down"]);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)));
        assert_eq!(sandbox.requests().len(), 1);
    }
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503).header("retry-after", "Tue, 31 Dec 2999 23:59:59 GMT")]);
    let found = client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin());
    assert!(assert_error(found, ErrorKind::HttpStatus, &["503"]).retry_after() > Some(Duration::from_secs(3600)));
}

#[test]
fn a_wait_longer_than_the_time_left_ends_the_call_at_once() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503).header("retry-after", "30")]);
    let hurried = client(&sandbox, 2).with_timeout(Duration::from_secs(20));
    let started = std::time::Instant::now();
    let error = assert_error(hurried.fetch_resource_metadata(sandbox.http_origin()), ErrorKind::HttpStatus, &["503"]);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    assert!(started.elapsed() < Duration::from_secs(20));
    // The same for a wait of our own.
    sandbox.route(METADATA, [Answer::status(503)]);
    let hurried = client(&sandbox, 2).with_timeout(Duration::from_millis(240));
    assert_error(hurried.fetch_resource_metadata(sandbox.http_origin()), ErrorKind::HttpStatus, &["503"]);
}

#[test]
fn a_nonsensical_retry_after_is_as_none() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(404).header("retry-after", "soon")]);
    let found = client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin());
    assert_eq!(assert_error(found, ErrorKind::HttpStatus, &["404"]).retry_after(), None);
}

#[test]
fn no_document_is_looked_for_elsewhere_while_the_server_says_not_now() {
    let sandbox = sandbox();
    sandbox.route("/.well-known/oauth-authorization-server/t1", [Answer::status(503)]);
    let issuer = format!("{}/t1", sandbox.http_origin());
    let error = client(&sandbox, 0).fetch_authorization_server_metadata(issuer.as_str()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::HttpStatus);
    assert_eq!(sandbox.requests().len(), 1);
}
