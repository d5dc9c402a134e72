//! The attempt log, which also has the attempts of successful calls.

mod common;

use common::{METADATA, block_on, blocking_options, each, options, sandbox, wait_until};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use telnyx_oauth::embedding::{BlockingCalls as _, LiveLog as _};
use telnyx_oauth::{Attempt, AttemptLog, CancelToken, ErrorKind, Outcome, Purpose};
use telnyx_oauth_sandbox::Answer;

fn summary(attempts: &[Attempt]) -> Vec<(Purpose, Option<u16>, Outcome)> {
    attempts.iter().map(|attempt| (attempt.purpose, attempt.status, attempt.outcome)).collect()
}

#[test]
fn a_log_collects_the_attempts_of_each_call() {
    each(|sandbox, client| {
        let document = Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["${origin}"]}"#);
        sandbox.route(METADATA, [document]);
        sandbox.route("/.well-known/oauth-authorization-server", [Answer::status(404)]);
        sandbox.route("/.well-known/openid-configuration", [Answer::json(r#"{"issuer": "${origin}"}"#)]);
        let (log, origin) = (AttemptLog::new(), sandbox.http_origin());
        let logged = client.with_attempt_log(log.clone());

        client.fetch(origin).unwrap();
        assert_eq!(log.take(), [], "expected no attempts without a log");
        logged.fetch(origin).unwrap();
        let document = (Purpose::ResourceMetadata, Some(200), Outcome::Ok);
        assert_eq!(summary(&log.take()), [document]);

        logged.fetch_server(origin).unwrap();
        let server = |status, outcome| (Purpose::AuthorizationServerMetadata, Some(status), outcome);
        let servers = [server(404, Outcome::Absent), server(200, Outcome::Ok)];
        assert_eq!(summary(&log.take()), servers);

        let found = logged.discover(origin, Some("Bearer")).unwrap();
        assert_eq!(log.take(), found.attempts());

        sandbox.route(METADATA, [Answer::status(418)]);
        let error = logged.fetch(origin).unwrap_err();
        let attempts = log.take();
        assert_eq!(attempts, error.attempts());
        assert_eq!(
            summary(&attempts),
            [(Purpose::ResourceMetadata, Some(418), Outcome::Failed(ErrorKind::HttpStatus))]
        );
        assert_eq!(log.take(), [], "expected an empty log after take");
    });
}

const CANCELLED: (Purpose, Option<u16>, Outcome) =
    (Purpose::ResourceMetadata, None, Outcome::Failed(ErrorKind::Cancelled));

#[test]
fn a_log_reports_an_attempt_while_the_next_request_is_open() {
    each(|sandbox, client| {
        sandbox.route("/.well-known/oauth-authorization-server", [Answer::status(404)]);
        sandbox.route("/.well-known/openid-configuration", [Answer::default().silent()]);
        let (log, cancel, (added, first)) = (AttemptLog::new(), CancelToken::new(), mpsc::channel());
        log.on_added(move || _ = added.send(()));
        let logged = client.with_attempt_log(log.clone()).with_cancel(cancel.clone());
        thread::scope(|scope| {
            let call = scope.spawn(|| logged.fetch_server(sandbox.http_origin()));
            first.recv().unwrap();
            let attempt = log.pop().expect("expected the first attempt");
            assert_eq!((attempt.status, attempt.outcome), (Some(404), Outcome::Absent));
            wait_until("the second request is open", || sandbox.requests().len() == 2);
            assert!(log.is_empty());
            cancel.cancel();
            assert_eq!(call.join().unwrap().unwrap_err().kind(), ErrorKind::Cancelled);
        });
        let cancelled = (Purpose::AuthorizationServerMetadata, None, Outcome::Failed(ErrorKind::Cancelled));
        assert_eq!(summary(&log.take()), [cancelled]);
    });
}

#[test]
fn a_discovery_reports_the_document_while_the_request_of_the_server_is_open() {
    each(|sandbox, client| {
        let document = Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["${origin}"]}"#);
        sandbox.route(METADATA, [document]);
        sandbox.route("/.well-known/oauth-authorization-server", [Answer::default().silent()]);
        let (log, cancel) = (AttemptLog::new(), CancelToken::new());
        let ended = cancel.clone();
        log.on_added(move || ended.cancel());
        let logged = client.with_attempt_log(log.clone()).with_cancel(cancel);
        let error = logged.discover(sandbox.http_origin(), Some("Bearer")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        let attempts = log.take();
        assert_eq!(summary(&attempts)[0], (Purpose::ResourceMetadata, Some(200), Outcome::Ok));
        assert_eq!(attempts, error.attempts());
    });
}

#[test]
fn a_dropped_call_logs_its_open_request_as_cancelled() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent()]);
    let log = AttemptLog::new();
    let client = options(&sandbox).build().unwrap().with_attempt_log(log.clone());
    block_on(async {
        tokio::select! {
            _ = client.fetch_resource_metadata(sandbox.http_origin()) => panic!("expected no answer"),
            () = async {
                while sandbox.requests().is_empty() {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            } => {}
        }
    });
    let attempts = log.take();
    assert_eq!(summary(&attempts), [CANCELLED]);
    assert_eq!(attempts[0].reason, "given up: the call was cancelled");
}

#[test]
fn an_open_attempt_that_a_binding_ends_is_logged_once() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::default().silent()]);
        let (log, cancel) = (AttemptLog::new(), CancelToken::new());
        let logged = client.with_attempt_log(log.clone()).with_cancel(cancel.clone());
        thread::scope(|scope| {
            let call = scope.spawn(|| logged.fetch(sandbox.http_origin()));
            wait_until("the request is open", || sandbox.requests().len() == 1);
            log.end_open();
            assert_eq!(summary(&log.take()), [CANCELLED]);
            cancel.cancel();
            call.join().unwrap().unwrap_err();
        });
        assert_eq!(log.take(), []);
    });
}

#[test]
fn an_unparked_caller_checks_its_interrupt_at_once() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503).header("retry-after", "0"), Answer::default().silent()]);
    let (log, caller) = (AttemptLog::new(), thread::current());
    log.on_added(move || caller.unpark());
    let (added, hour) = (log.clone(), Duration::from_secs(3600));
    let client = blocking_options(&sandbox).max_retries(1).build().unwrap();
    let client = client.with_attempt_log(log).with_interrupt(hour, move || !added.is_empty());
    let error = client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled, "{error:?}");
}
