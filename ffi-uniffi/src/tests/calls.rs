//! Tests of the calls, over real sockets.

use crate::{CancelToken, Client, ErrorKind, Options, Pin, Seconds, TelnyxOAuthError};
use fork::{Fork, fork, waitpid};
use std::future::Future;
use std::pin::pin;
use std::process::ExitStatus;
use std::task::{Context, Waker};
use std::thread;
use std::time::Duration;
use telnyx_oauth::embedding::{run, wait};
use telnyx_oauth_sandbox::{Answer, Sandbox};
use testing::{METADATA, in_child, wait_until};

fn options(sandbox: &Sandbox) -> Options {
    let ca_file = Some(sandbox.ca_file().to_str().unwrap().to_owned());
    Options { ca_file, max_retries: Some(0), proxy: Some(String::new()), ..Options::default() }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

#[test]
fn the_async_and_the_blocking_form_of_a_call_return_the_same() {
    let sandbox = Sandbox::start().unwrap();
    let client = Client::new(options(&sandbox)).unwrap();
    let origin = || Some(sandbox.https_origin().to_owned());

    let found = client.fetch_resource_metadata_blocking(origin(), None, None).unwrap();
    assert_eq!(found.authorization_servers, Some(vec![sandbox.https_origin().to_owned()]));
    assert_eq!(block_on(client.fetch_resource_metadata(origin(), None, None)).unwrap(), found);

    let server = client.fetch_authorization_server_metadata_blocking(origin(), None, None).unwrap();
    assert_eq!(server.issuer.as_deref(), Some(sandbox.https_origin()));
    assert_eq!(block_on(client.fetch_authorization_server_metadata(origin(), None, None)).unwrap(), server);

    let discovered = client.discover_blocking(origin(), None, None, None, None).unwrap();
    assert_eq!(discovered.resource_metadata, Some(found));
    assert_eq!(discovered.authorization_servers[0].metadata.as_ref(), Some(&server));
    let again = block_on(client.discover(origin(), None, None, None, None)).unwrap();
    assert_eq!((again.resource_metadata, again.warnings), (discovered.resource_metadata, discovered.warnings));
    let user_agents: Vec<_> =
        sandbox.requests().iter().map(|request| request.header("user-agent").unwrap().to_owned()).collect();
    let expected = format!("telnyx-oauth/{} (uniffi)", env!("CARGO_PKG_VERSION"));
    assert!(user_agents.iter().all(|sent| *sent == expected), "{user_agents:?}");
}

#[test]
fn require_authorization_server_returns_the_first_valid_server_or_the_first_error() {
    let sandbox = Sandbox::start().unwrap();
    let client = Client::new(Options { cache: Some(false), ..options(&sandbox) }).unwrap();
    let discovery = |servers: &str| {
        let document = format!(r#"{{"resource": "${{origin}}", "authorization_servers": [{servers}]}}"#);
        sandbox.route(METADATA, [Answer::json(document)]);
        client.discover_blocking(Some(sandbox.https_origin().to_owned()), None, None, None, None).unwrap()
    };

    let found = discovery(r#""${origin}/gone", "${origin}""#);
    assert!(found.authorization_servers[1].metadata.is_some());
    assert_eq!(found.authorization_server, found.authorization_servers[1].metadata);
    assert_eq!(found.require_authorization_server().ok(), found.authorization_server);

    let found = discovery(r#""${origin}/gone", "${origin}/lost""#);
    assert_eq!(found.authorization_server, None);
    let error = found.require_authorization_server().unwrap_err();
    assert_eq!(Some(&error), found.authorization_servers[0].error.as_ref());
    assert!(error.message().contains("/gone"), "{error}");

    let error = discovery("").require_authorization_server().unwrap_err();
    assert!(matches!(&error, TelnyxOAuthError::NotFound { message, .. } if message.contains("lists no")), "{error}");
}

#[test]
fn a_discovery_uses_the_callers_issuer_though_no_document_lists_it() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let client = Client::new(options(&sandbox)).unwrap();
    let origin = || sandbox.https_origin().to_owned();
    let issuer = || Some(origin());
    let found = block_on(client.discover(Some(origin()), None, issuer(), None, None)).unwrap();
    assert_eq!(found.authorization_server.unwrap().issuer, issuer());
    let found = client.discover_blocking(Some(origin()), None, issuer(), None, None).unwrap();
    assert_eq!(found.authorization_server.unwrap().issuer, issuer());

    let gone = Some(format!("{}/gone", sandbox.https_origin()));
    let error = client.discover_blocking(Some(origin()), None, gone, None, None).unwrap_err();
    assert!(matches!(error, TelnyxOAuthError::NotFound { .. }), "{error:?}");
    let invalid = Some("nonsense".to_owned());
    let error = client.discover_blocking(Some(origin()), None, invalid, None, None).unwrap_err();
    assert!(matches!(error, TelnyxOAuthError::InvalidArgument { .. }), "{error:?}");
}

#[test]
fn vet_returns_the_allowed_addresses_as_text() {
    let client = Client::new(Options { proxy: Some(String::new()), ..Options::default() }).unwrap();
    let (url, from) = (|| "https://localhost/token".to_owned(), || "https://127.0.0.1/m".to_owned());
    let found = client.vet_blocking(url(), from(), None, None).unwrap();
    assert_eq!(found, ["127.0.0.1", "::1"]);
    assert_eq!(block_on(client.vet(url(), from(), None, None)).unwrap(), found);

    let public = || "https://8.8.8.8/m".to_owned();
    let error = client.vet_blocking(url(), public(), None, None).unwrap_err();
    assert!(matches!(error, TelnyxOAuthError::BlockedAddress { .. }), "{error:?}");
    let error = client.vet_blocking("http://localhost/token".to_owned(), from(), None, None).unwrap_err();
    assert!(matches!(error, TelnyxOAuthError::InsecureUrl { .. }), "{error:?}");
    let error = client.vet_blocking("nonsense".to_owned(), from(), None, None).unwrap_err();
    assert!(matches!(error, TelnyxOAuthError::InvalidArgument { .. }), "{error:?}");

    let token = CancelToken::new().unwrap();
    token.cancel().unwrap();
    let unresolved = "https://unresolved.invalid/token".to_owned();
    let cancelled = client.vet_blocking(unresolved, from(), None, Some(token)).unwrap_err();
    assert_eq!(kind(&cancelled), "cancelled");
}

/// Returns a sandbox that never answers, a client, and the sandbox's origin.
fn silent_sandbox() -> (Sandbox, std::sync::Arc<Client>, String) {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [Answer::status(200).silent()]);
    let client = Client::new(options(&sandbox)).unwrap();
    // Over HTTP/1.1, a cancelled request closes its connection.
    let origin = sandbox.http_origin().to_owned();
    (sandbox, client, origin)
}

fn kind(error: &TelnyxOAuthError) -> &'static str {
    match error {
        TelnyxOAuthError::Cancelled { .. } => "cancelled",
        TelnyxOAuthError::Timeout { .. } => "timeout",
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_call_obeys_its_own_timeout_and_token() {
    let (_sandbox, client, origin) = silent_sandbox();
    let soon = Some(Seconds(0.05));
    let late = client.fetch_resource_metadata_blocking(Some(origin.clone()), soon, None).unwrap_err();
    assert_eq!(kind(&late), "timeout");
    let late = block_on(client.discover(Some(origin.clone()), None, None, soon, None)).unwrap_err();
    assert_eq!(kind(&late), "timeout");

    let token = CancelToken::new().unwrap();
    let cancelled = thread::scope(|scope| {
        let call =
            scope.spawn(|| client.fetch_resource_metadata_blocking(Some(origin.clone()), None, Some(token.clone())));
        thread::sleep(Duration::from_millis(20));
        token.cancel().unwrap();
        call.join().unwrap().unwrap_err()
    });
    assert_eq!(kind(&cancelled), "cancelled");
    assert!(token.is_cancelled().unwrap());
    let cancelled = client.discover_blocking(Some(origin), None, None, None, Some(token)).unwrap_err();
    assert_eq!(kind(&cancelled), "cancelled");
}

#[test]
fn dropping_the_future_of_a_call_closes_its_connection() {
    let (sandbox, client, origin) = silent_sandbox();
    {
        let mut call = pin!(client.fetch_resource_metadata(Some(origin), None, None));
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        wait_until("the request", || !sandbox.requests().is_empty());
        assert_eq!(sandbox.open_connections(), 1);
    }
    wait_until("the end of the connection", || sandbox.open_connections() == 0);
}

#[test]
fn a_panic_on_the_io_thread_becomes_an_internal_error_and_the_next_call_succeeds() {
    let broken = || async { panic!("the invariant broke") };
    let message = "this is a bug, please report it: the invariant broke".to_owned();
    let expected: Result<(), _> = Err(TelnyxOAuthError::new(ErrorKind::Internal, message));
    assert_eq!(wait(broken()), expected);
    assert_eq!(block_on(run(broken())), expected);
    assert_eq!(wait(async { Ok::<_, TelnyxOAuthError>(1) }), Ok(1));
}

#[test]
fn a_blocking_call_on_the_io_thread_is_refused() {
    // The inner call runs on the I/O thread, like the continuation of an async call.
    let refused = wait(async { wait(async { Ok::<_, TelnyxOAuthError>(()) }) }).unwrap_err();
    assert!(matches!(&refused, TelnyxOAuthError::InvalidArgument { message, .. } if message.contains("async")));
}

#[test]
fn concurrent_first_calls_start_one_io_thread() {
    let name = "tests::calls::concurrent_first_calls_start_one_io_thread";
    in_child(
        name,
        |_| (),
        || {
            thread::scope(|scope| {
                let calls: Vec<_> =
                    (0..32).map(|n| scope.spawn(move || wait(async move { Ok::<_, TelnyxOAuthError>(n) }))).collect();
                for (n, call) in calls.into_iter().enumerate() {
                    assert_eq!(call.join().unwrap(), Ok(n));
                }
            });
            let is_io_thread = |task: &std::path::Path| {
                std::fs::read_to_string(task.join("comm")).is_ok_and(|it| it == "telnyx-oauth\n")
            };
            let count = || {
                std::fs::read_dir("/proc/self/task")
                    .unwrap()
                    .filter(|task| is_io_thread(&task.as_ref().unwrap().path()))
                    .count()
            };
            wait_until("a single I/O thread", || count() == 1);
        },
    );
}

/// Runs `body` in a forked child. Returns true if `body` returned true and the child exited normally.
fn in_fork(body: impl FnOnce() -> bool) -> bool {
    use std::os::unix::process::ExitStatusExt;
    match fork().unwrap() {
        // Exit here: the child must not run the test harness.
        Fork::Child => std::process::exit(if body() { 0 } else { 1 }),
        Fork::Parent(pid) => waitpid(pid).is_ok_and(|status| ExitStatus::from_raw(status).success()),
    }
}

#[test]
fn a_client_works_after_a_fork() {
    let sandbox = Sandbox::start().unwrap();
    let (origin, ca) = (sandbox.https_origin().to_owned(), sandbox.ca_file().to_owned());
    let environment = |command: &mut std::process::Command| {
        command.env("ENDPOINT", origin).env("SSL_CERT_FILE", ca);
    };
    in_child("tests::calls::a_client_works_after_a_fork", environment, || {
        let origin = std::env::var("ENDPOINT").unwrap();
        let client = Client::new(Options { proxy: Some(String::new()), ..Options::default() }).unwrap();
        let timeout = Some(Seconds(20.0));
        let works = || {
            client.fetch_resource_metadata_blocking(Some(origin.clone()), timeout, None).is_ok()
                && block_on(client.fetch_resource_metadata(Some(origin.clone()), timeout, None)).is_ok()
        };
        for _ in 0..3 {
            assert!(in_fork(|| works() && in_fork(works)));
            assert!(works());
        }
    });
}

#[test]
fn a_reset_connection_does_not_kill_a_program_with_the_default_sigpipe_action() {
    let name = "tests::calls::a_reset_connection_does_not_kill_a_program_with_the_default_sigpipe_action";
    in_child(
        name,
        |_| (),
        || {
            sigpipe::reset();
            let sandbox = Sandbox::start().unwrap();
            sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#).reset(3)]);
            // The sandbox speaks HTTP/1.1 to this host name.
            let address = sandbox.https_addr();
            let pin = Pin {
                host: "http1.example".to_owned(),
                port: address.port().into(),
                address: address.ip().to_string(),
            };
            let client = Client::new(Options { resolve: vec![pin], ..options(&sandbox) }).unwrap();
            for _ in 0..50 {
                let resource = Some(format!("https://http1.example:{}", address.port()));
                let error = client.fetch_resource_metadata_blocking(resource, None, None).unwrap_err();
                assert!(matches!(error, TelnyxOAuthError::Transport { .. }), "{error:?}");
            }
        },
    );
}
