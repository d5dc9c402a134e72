//! Retries, and failures that are not retried.

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
fn a_temporary_failure_is_retried() {
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
fn only_a_failure_on_a_reused_connection_is_retried_for_free() {
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
    assert_eq!(sandbox.requests().len(), 4, "expected a free retry on a reused connection");
    let outcomes: Vec<_> = log.take().iter().map(|attempt| attempt.outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed(ErrorKind::Transport), Outcome::Ok]);
    fetch().unwrap();
    assert_error(fetch(), ErrorKind::Transport, &[]);
    assert_eq!(sandbox.requests().len(), 6, "expected no free retry on a new connection");
}

/// The HTTP/2 error code of a server that did not process the request.
const REFUSED_STREAM: u32 = 7;

fn http2_client(server: &Http2Server, retries: u32) -> blocking::Client {
    blocking::Client::builder().ca_file(server.ca.path()).proxy("").max_retries(retries).build().unwrap()
}

#[test]
fn an_http_2_refusal_counts_as_a_retry() {
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
fn a_refused_stream_on_a_reused_connection_is_not_retried_for_free() {
    let server = Http2Server::start([Http2::Document, Http2::Reset(REFUSED_STREAM)]);
    let client = http2_client(&server, 0);
    client.fetch_resource_metadata(&*server.origin).unwrap();
    let error = assert_error(client.fetch_resource_metadata(&*server.origin), ErrorKind::Transport, &[]);
    assert_eq!((server.requests(), error.attempts().len()), (2, 1));
}

#[test]
fn each_request_has_an_attempt() {
    let server = Http2Server::start([Http2::Document, Http2::GoAway]);
    let client = http2_client(&server, 0);
    client.fetch_resource_metadata(&*server.origin).unwrap();
    let error = assert_error(client.fetch_resource_metadata(&*server.origin), ErrorKind::Transport, &[]);
    assert_eq!(server.requests(), 3, "expected a free retry after GOAWAY");
    let outcomes: Vec<_> = error.attempts().iter().map(|attempt| attempt.outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed(ErrorKind::Transport); 2]);
}

#[test]
fn a_repeated_unconditional_request_has_its_own_attempt() {
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
fn a_permanent_failure_is_not_retried() {
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
fn the_error_is_of_the_last_response_and_lists_every_attempt() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503), Answer::status(502), Answer::status(500)]);
    let found = client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin());
    let error = assert_error(found, ErrorKind::HttpStatus, &["500"]);
    let statuses: Vec<_> = error.attempts().iter().map(|attempt| (attempt.status, attempt.outcome)).collect();
    assert_eq!(statuses, [503, 502, 500].map(|status| (Some(status), Outcome::Failed(ErrorKind::HttpStatus))));
}

#[test]
fn waits_between_retries_grow() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503), Answer::status(503), document()]);
    let started = std::time::Instant::now();
    client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(started.elapsed() >= Duration::from_millis(250 + 500), "{:?}", started.elapsed());
}

#[test]
fn the_client_waits_for_retry_after() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(429).header("retry-after", "1"), document()]);
    let started = std::time::Instant::now();
    client(&sandbox, 1).fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
}

#[test]
fn a_past_retry_after_date_means_no_wait() {
    let sandbox = sandbox();
    let answer = Answer::status(503).header("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
    sandbox.route(METADATA, [answer, document()]);
    // The timeout leaves no time for a wait.
    let hurried = client(&sandbox, 1).with_timeout(Duration::from_millis(240));
    hurried.fetch_resource_metadata(sandbox.http_origin()).unwrap();
}

#[test]
fn a_retry_after_over_the_limit_ends_the_call_with_the_response_error() {
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
fn a_wait_longer_than_the_remaining_time_ends_the_call_at_once() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503).header("retry-after", "30")]);
    let hurried = client(&sandbox, 2).with_timeout(Duration::from_secs(20));
    let started = std::time::Instant::now();
    let error = assert_error(hurried.fetch_resource_metadata(sandbox.http_origin()), ErrorKind::HttpStatus, &["503"]);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    assert!(started.elapsed() < Duration::from_secs(20));
    // The same applies to a wait of the client's backoff.
    sandbox.route(METADATA, [Answer::status(503)]);
    let hurried = client(&sandbox, 2).with_timeout(Duration::from_millis(240));
    assert_error(hurried.fetch_resource_metadata(sandbox.http_origin()), ErrorKind::HttpStatus, &["503"]);
}

#[test]
fn an_invalid_retry_after_is_ignored() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(404).header("retry-after", "soon")]);
    let found = client(&sandbox, 2).fetch_resource_metadata(sandbox.http_origin());
    assert_eq!(assert_error(found, ErrorKind::HttpStatus, &["404"]).retry_after(), None);
}

#[test]
fn a_503_does_not_lead_to_the_next_candidate() {
    let sandbox = sandbox();
    sandbox.route("/.well-known/oauth-authorization-server/t1", [Answer::status(503)]);
    let issuer = format!("{}/t1", sandbox.http_origin());
    let error = client(&sandbox, 0).fetch_authorization_server_metadata(issuer.as_str()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::HttpStatus);
    assert_eq!(sandbox.requests().len(), 1);
}
