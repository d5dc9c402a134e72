//! Cancelled calls: from another thread or by dropping the future, at every stage. The tests also check for open
//! sockets.

mod common;

use common::{METADATA, block_on, blocking_options, options, sandbox, wait_until};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use telnyx_oauth::embedding::BlockingOptions as _;
use telnyx_oauth::{CancelToken, Error, ErrorKind, blocking};
use telnyx_oauth_sandbox::Answer;

/// Runs a call on another thread, cancels it when `under_way` returns true, and asserts that the error is `cancelled`.
fn cancelled<T: Send>(
    client: &blocking::Client,
    under_way: impl Fn() -> bool,
    call: impl FnOnce(&blocking::Client) -> Result<T, Error> + Send,
) -> Error {
    let token = CancelToken::new();
    let client = client.with_cancel(token.clone());
    std::thread::scope(|scope| {
        let call = scope.spawn(move || call(&client).map(|_| ()));
        while !under_way() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let asked = Instant::now();
        token.cancel();
        let error = call.join().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled, "{error:?}");
        // Not a speed test: each call would otherwise take 30 s.
        assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
        error
    })
}

fn stages() -> Vec<Answer> {
    vec![
        Answer::default().silent(),
        Answer::json(r#"{"resource": "${origin}"}"#).drip(1, Duration::from_secs(5)),
        Answer::default().header("content-type", "application/json").endless("x", Duration::from_millis(500)),
        // The wait before a retry.
        Answer::status(503).header("retry-after", "20"),
    ]
}

#[test]
fn a_blocking_call_is_cancelled_at_every_stage_and_closes_its_socket() {
    for answer in stages() {
        let sandbox = sandbox();
        sandbox.route("/.well-known/*", [answer]);
        let client = blocking_options(&sandbox).max_retries(2).build().unwrap();
        for origin in [sandbox.http_origin(), sandbox.https_origin()] {
            let after = |before: usize| {
                let sandbox = &sandbox;
                move || sandbox.requests().len() > before
            };
            let seen = || sandbox.requests().len();
            let under_way = after(seen());
            let error = cancelled(&client, under_way, |client| client.fetch_resource_metadata(origin));
            assert!(error.url().is_some_and(|url| url.starts_with(origin)));
            let under_way = after(seen());
            cancelled(&client, under_way, |client| client.fetch_authorization_server_metadata(origin));
            let under_way = after(seen() + 1);
            cancelled(&client, under_way, |client| client.discover(format!("{origin}/x").as_str(), None));
        }
        client.with_timeout(Duration::from_millis(1)).fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
        drop(client);
        wait_until("the connections are closed", || sandbox.open_connections() == 0);
    }
}

#[test]
fn an_async_call_is_cancelled_by_its_token_or_by_dropping_it() {
    for answer in stages() {
        let sandbox = sandbox();
        sandbox.route(METADATA, [answer]);
        let client = options(&sandbox).max_retries(2).build().unwrap();
        let token = CancelToken::new();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                wait_until("the call is under way", || !sandbox.requests().is_empty());
                token.cancel();
            });
            let client = client.with_cancel(token.clone());
            let found = block_on(client.fetch_resource_metadata(sandbox.http_origin()));
            assert_eq!(found.unwrap_err().kind(), ErrorKind::Cancelled);
        });
        block_on(async {
            let call = client.fetch_resource_metadata(sandbox.http_origin());
            tokio::time::timeout(Duration::from_millis(100), call).await.unwrap_err();
            drop(client);
            while sandbox.open_connections() > 0 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        });
    }
}

#[test]
fn cancelling_a_call_ends_its_connection_attempt() {
    // The backlog is full, so that the kernel drops new connections.
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    socket.bind(&std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
    socket.listen(0).unwrap();
    let listener: TcpListener = socket.into();
    let address = listener.local_addr().unwrap();
    let fill: Vec<_> =
        (0..4).map(|_| std::net::TcpStream::connect_timeout(&address, Duration::from_millis(50))).collect();
    let client = blocking::Client::builder().connect_timeout(Duration::from_secs(30)).proxy("").build().unwrap();
    let started = Instant::now();
    let under_way = || started.elapsed() > Duration::from_millis(100);
    cancelled(&client, under_way, |client| client.fetch_resource_metadata(format!("http://{address}").as_str()));
    drop(fill);
}

#[test]
fn the_socket_of_a_cancelled_call_is_closed_on_an_idle_runtime() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent()]);
    let client = blocking_options(&sandbox).build().unwrap();
    cancelled(
        &client,
        || !sandbox.requests().is_empty(),
        |client| client.fetch_resource_metadata(sandbox.http_origin()),
    );
    wait_until("the connection is closed", || sandbox.open_connections() == 0);
    let hurried = client.with_timeout(Duration::from_millis(100));
    let error = hurried.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    wait_until("the connection is closed", || sandbox.open_connections() == 0);
}

#[test]
fn the_interrupt_check_ends_the_call_of_its_thread_and_closes_the_socket() {
    // The last stage, a wait between retries, is left out: it may keep an idle connection.
    for answer in stages().into_iter().take(3) {
        let sandbox = sandbox();
        sandbox.route(METADATA, [answer]);
        let checks = Arc::new(AtomicUsize::new(0));
        let (caller, counted) = (std::thread::current().id(), checks.clone());
        let interrupted = move || std::thread::current().id() == caller && counted.fetch_add(1, Ordering::Relaxed) == 3;
        let client = blocking_options(&sandbox).interrupt(Duration::from_millis(20), interrupted).build().unwrap();
        let error = client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled, "{error:?}");
        assert_eq!(checks.load(Ordering::Relaxed), 4);
        wait_until("the socket is closed", || sandbox.open_connections() == 0);
    }
}

#[test]
fn a_call_continues_while_the_interrupt_check_returns_false() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#).delay(Duration::from_millis(300))]);
    let checks = Arc::new(AtomicUsize::new(0));
    let counted = checks.clone();
    let interrupted = move || counted.fetch_add(1, Ordering::Relaxed) == usize::MAX;
    let client = blocking_options(&sandbox).interrupt(Duration::from_millis(20), interrupted).build().unwrap();
    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(checks.load(Ordering::Relaxed) > 1);
}

#[test]
fn the_interrupt_check_may_call_the_same_client() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#).delay(Duration::from_millis(300))]);
    sandbox.route("/.well-known/oauth-authorization-server", [Answer::json(r#"{"issuer": "${origin}"}"#)]);
    let (origin, shared) = (sandbox.http_origin().to_owned(), Arc::new(OnceLock::<blocking::Client>::new()));
    let found = Arc::new(AtomicUsize::new(0));
    let (own, counted) = (shared.clone(), found.clone());
    let interrupted = move || {
        own.get().unwrap().fetch_authorization_server_metadata(origin.as_str()).unwrap();
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    let client = blocking_options(&sandbox).interrupt(Duration::from_millis(50), interrupted).build().unwrap();
    let client = shared.get_or_init(|| client);
    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    assert!(found.load(Ordering::Relaxed) > 0);
}

#[test]
fn a_child_token_is_cancelled_with_its_parent_or_by_itself() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent()]);
    let parent = CancelToken::new();
    let (alone, with_parent) = (parent.child(), parent.child().child());
    let kind = |token: CancelToken| {
        let client = blocking_options(&sandbox).build().unwrap().with_cancel(token);
        client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err().kind()
    };
    std::thread::scope(|scope| {
        let calls = [&alone, &with_parent].map(|token| scope.spawn(|| kind(token.clone())));
        wait_until("both calls are under way", || sandbox.requests().len() == 2);
        let [first, second] = calls;

        alone.cancel();
        assert_eq!(first.join().unwrap(), ErrorKind::Cancelled);
        assert!(alone.is_cancelled() && !with_parent.is_cancelled() && !parent.is_cancelled());
        assert!(!second.is_finished());

        parent.cancel();
        assert_eq!(second.join().unwrap(), ErrorKind::Cancelled);
        assert!(with_parent.is_cancelled());
    });
    assert!(parent.child().is_cancelled());
    assert_eq!(kind(parent.child()), ErrorKind::Cancelled);
}
