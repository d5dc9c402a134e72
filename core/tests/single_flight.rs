//! Concurrent calls for one URL share one request. Each call keeps its own timeout and cancellation.

mod common;

use common::{Client, METADATA, block_on, blocking_options, each, options, sandbox, wait_until};
use std::sync::{Barrier, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use telnyx_oauth::{CancelToken, Error, ErrorKind, Outcome, Purpose, ResourceMetadata};
use telnyx_oauth_sandbox::{Answer, Sandbox};

type Found = Result<ResourceMetadata, Error>;

/// Longer than the start of a few calls takes.
const SLOW: Duration = Duration::from_millis(400);

fn document() -> Answer {
    Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["https://as.example"]}"#)
}

fn wait_for_requests(sandbox: &Sandbox, count: usize) {
    wait_until("the requests", || sandbox.requests().len() >= count);
}

/// Starts a call, and starts other calls after its request has arrived. Returns the results; the first call is first.
fn first_and_others(sandbox: &Sandbox, first: &Client, others: &[Client], meanwhile: impl FnOnce()) -> Vec<Found> {
    thread::scope(|scope| {
        let begin = |client: &Client| {
            let client = client.clone();
            scope.spawn(move || client.fetch(sandbox.http_origin()))
        };
        let mut calls = vec![begin(first)];
        wait_for_requests(sandbox, 1);
        calls.extend(others.iter().map(begin));
        thread::sleep(SLOW / 4);
        meanwhile();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    })
}

fn kinds(found: &[Found]) -> Vec<Option<ErrorKind>> {
    found.iter().map(|found| found.as_ref().err().map(Error::kind)).collect()
}

#[test]
fn concurrent_calls_share_one_request() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [document().delay(SLOW), Answer::status(500)]);
        let start = Barrier::new(20);
        let found: Vec<_> = thread::scope(|scope| {
            let call = || {
                start.wait();
                client.fetch(sandbox.http_origin())
            };
            let calls: Vec<_> = (0..20).map(|_| scope.spawn(call)).collect();
            calls.into_iter().map(|call| call.join().unwrap().unwrap()).collect()
        });
        assert!(found.iter().all(|metadata| *metadata == found[0]));
        assert_eq!(sandbox.requests().len(), 1);
        // The response was shared, but not cached.
        assert_eq!(client.fetch(sandbox.http_origin()).unwrap_err().http_status(), Some(500));
    });
}

#[test]
fn tasks_of_one_thread_share_one_request() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [document().delay(SLOW)]);
    let client = options(&sandbox).build().unwrap();
    block_on(async {
        let origin = sandbox.http_origin();
        let two =
            || async { tokio::join!(client.fetch_resource_metadata(origin), client.fetch_resource_metadata(origin)) };
        let ((a, b), (c, d)) = tokio::join!(two(), two());
        assert!([b, c, d].into_iter().all(|found| found.unwrap() == *a.as_ref().unwrap()));
    });
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn if_the_requesting_call_is_cancelled_another_call_sends_the_request() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::default().silent(), document().delay(SLOW)]);
        let cancel = CancelToken::new();
        let leader = client.with_cancel(cancel.clone());
        let found = first_and_others(sandbox, &leader, &[(); 5].map(|()| client.clone()), || cancel.cancel());
        assert_eq!(kinds(&found), [Some(ErrorKind::Cancelled), None, None, None, None, None]);
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn if_the_requesting_call_times_out_another_call_sends_the_request() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::default().silent(), document().delay(SLOW)]);
        let leader = client.with_timeout(SLOW / 2);
        let found = first_and_others(sandbox, &leader, &[(); 5].map(|()| client.clone()), || ());
        assert_eq!(kinds(&found), [Some(ErrorKind::Timeout), None, None, None, None, None]);
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn if_the_requesting_call_has_no_time_for_a_retry_another_call_retries() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::status(503).header("retry-after", "5").delay(SLOW), document()]);
    let client = Client::Blocking(blocking_options(&sandbox).max_retries(1).build().unwrap());
    let leader = client.with_timeout(Duration::from_secs(2));
    let found = first_and_others(&sandbox, &leader, &[client], || ());
    assert_eq!(kinds(&found), [Some(ErrorKind::HttpStatus), None]);
    assert_eq!(sandbox.requests().len(), 2);
}

#[test]
fn if_the_requesting_future_is_dropped_another_call_sends_the_request() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent(), document().delay(SLOW)]);
    let client = options(&sandbox).build().unwrap();
    block_on(async {
        let fetch = || {
            let (client, origin) = (client.clone(), sandbox.http_origin().to_owned());
            tokio::spawn(async move { client.fetch_resource_metadata(origin.as_str()).await })
        };
        let leader = fetch();
        while sandbox.requests().is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let followers = [(); 5].map(|()| fetch());
        tokio::time::sleep(SLOW / 4).await;
        leader.abort();
        for follower in followers {
            follower.await.unwrap().unwrap();
        }
    });
    assert_eq!(sandbox.requests().len(), 2);
}

#[test]
fn a_client_works_after_the_runtime_of_the_requesting_call_ends() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent(), document()]);
    let client = options(&sandbox).build().unwrap();
    thread::scope(|scope| {
        scope.spawn(|| {
            // The runtime ends during its call.
            block_on(async {
                let call = client.fetch_resource_metadata(sandbox.http_origin());
                tokio::time::timeout(SLOW, call).await.unwrap_err();
            });
        });
        wait_for_requests(&sandbox, 1);
        let follower = scope.spawn(|| block_on(client.fetch_resource_metadata(sandbox.http_origin())));
        follower.join().unwrap().unwrap();
    });
    assert_eq!(sandbox.requests().len(), 2);
}

#[test]
fn a_waiting_call_has_its_own_timeout_and_token() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [document().delay(SLOW)]);
        let cancel = CancelToken::new();
        let others = [client.with_timeout(SLOW / 8), client.with_cancel(cancel.clone()), client.clone()];
        let found = first_and_others(sandbox, client, &others, || cancel.cancel());
        assert_eq!(kinds(&found), [None, Some(ErrorKind::Timeout), Some(ErrorKind::Cancelled), None]);
        assert_eq!(sandbox.requests().len(), 1);
        let attempts = found[1].as_ref().unwrap_err().attempts();
        assert_eq!(attempts.len(), 1);
        assert_eq!((attempts[0].status, attempts[0].outcome), (None, Outcome::Failed(ErrorKind::Timeout)));
        assert_eq!(attempts[0].url, format!("{}{METADATA}", sandbox.http_origin()));
        assert!(attempts[0].elapsed >= SLOW / 8);
    });
}

#[test]
fn an_error_is_shared_and_not_cached() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::status(503).header("cache-control", "max-age=60").delay(SLOW), document()]);
        let found = first_and_others(sandbox, client, &[(); 3].map(|()| client.clone()), || ());
        assert_eq!(kinds(&found), [Some(ErrorKind::HttpStatus); 4]);
        for error in found.iter().map(|found| found.as_ref().unwrap_err()) {
            let [attempt] = error.attempts() else { panic!("{error:?}") };
            assert_eq!((attempt.purpose, attempt.status), (Purpose::ResourceMetadata, Some(503)));
            assert_eq!((attempt.outcome, attempt.from_cache), (Outcome::Failed(ErrorKind::HttpStatus), false));
        }
        assert_eq!(sandbox.requests().len(), 1);
        client.fetch(sandbox.http_origin()).unwrap();
    });
}

#[test]
fn a_servers_url_does_not_share_a_request_with_the_callers_url() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [document().delay(SLOW)]);
        let challenge = format!("Bearer resource_metadata=\"{}{METADATA}\"", sandbox.http_origin());
        thread::scope(|scope| {
            let caller = scope.spawn(|| client.fetch(sandbox.http_origin()));
            wait_for_requests(sandbox, 1);
            client.discover(sandbox.http_origin(), Some(&challenge)).unwrap();
            caller.join().unwrap().unwrap();
        });
        let asked = sandbox.requests().iter().filter(|request| request.path() == METADATA).count();
        assert_eq!(asked, 2);
    });
}

/// A pseudo-random sequence of numbers that is the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn no_call_hangs_or_gets_the_document_of_another_url() {
    const THREADS: usize = 64;
    each(|sandbox, client| {
        for path in 0..5 {
            let body = format!(r#"{{"resource": "${{origin}}/{path}", "resource_name": "{path}"}}"#);
            sandbox.route(format!("{METADATA}/{path}"), [Answer::json(body).delay(Duration::from_millis(2))]);
        }
        let tokens: Vec<_> = (0..THREADS).map(|_| Mutex::new(CancelToken::new())).collect();
        let started = Instant::now();
        let work = |thread: usize| {
            let mut numbers = Numbers(thread as u64 + 1);
            let mut found = 0;
            // Each async call builds a runtime, which takes longer than the call.
            for _ in 0..if matches!(client, Client::Blocking(_)) { 200 } else { 40 } {
                let (path, token) = (numbers.below(5), CancelToken::new());
                tokens[thread].lock().unwrap().clone_from(&token);
                let client = client.with_cancel(token);
                let client = match numbers.below(8) {
                    0 => client.with_timeout(Duration::from_micros(1 + numbers.below(4000))),
                    1 => {
                        tokens[numbers.below(THREADS as u64) as usize].lock().unwrap().cancel();
                        client
                    }
                    _ => client,
                };
                match client.fetch(&format!("{}/{path}", sandbox.http_origin())) {
                    Ok(metadata) => {
                        assert_eq!(metadata.resource_name(), Some(path.to_string().as_str()));
                        found += 1;
                    }
                    Err(error) => {
                        assert!(matches!(error.kind(), ErrorKind::Timeout | ErrorKind::Cancelled), "{error:?}");
                    }
                }
            }
            found
        };
        let found: usize = thread::scope(|scope| {
            let work = &work;
            let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert!(found > 0 && sandbox.requests().len() < found, "{found} for {} requests", sandbox.requests().len());
        // The time is far below the timeout of a call, so that no call waited for its timeout.
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    });
}
