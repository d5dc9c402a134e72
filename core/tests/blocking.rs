//! The blocking client: threads, kept-alive connections, and a runtime that is idle between calls.

mod common;

use common::{METADATA, block_on, blocking_options, child, http1_over_tls, in_child, namespace, sandbox};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::signal::{SigSet, Signal};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream, UdpSocket};
use std::os::unix::process::ExitStatusExt;
use std::sync::{Arc, Barrier, Mutex};
use std::time::{Duration, Instant};
use telnyx_oauth::embedding::BlockingOptions as _;
use telnyx_oauth::{CancelToken, ErrorKind, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn document() -> Answer {
    Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["https://as.example"]}"#)
}

#[test]
fn connections_are_kept_between_calls() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).build().unwrap();
    for _ in 0..20 {
        client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
        client.clone().fetch_resource_metadata(sandbox.https_origin()).unwrap();
    }
    assert_eq!(sandbox.connections(), 2);
}

#[test]
fn many_threads_share_one_client() {
    const THREADS: usize = 64;
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).cache(false).build().unwrap();
    let start = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                start.wait();
                for _ in 0..20 {
                    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
                }
            });
        }
    });
    assert_eq!(sandbox.requests().len(), THREADS * 20);
    // A thread without an idle connection opens a connection, even if another connection becomes idle during that time.
    assert!(sandbox.connections() <= 4 * THREADS as u64, "{}", sandbox.connections());
}

/// The origins for HTTP/1.1, HTTP/1.1 over TLS, and HTTP/2, with the client options for each.
fn protocols(sandbox: &Sandbox) -> [(String, blocking::ClientBuilder); 3] {
    [
        (sandbox.http_origin().to_owned(), blocking_options(sandbox)),
        http1_over_tls(sandbox),
        (sandbox.https_origin().to_owned(), blocking_options(sandbox)),
    ]
}

#[test]
fn no_request_is_sent_on_a_closed_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let resource = format!("http://{}", listener.local_addr().unwrap());
    let body = format!(r#"{{"resource": "{resource}"}}"#);
    let answer =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let respond = move |stream: &mut TcpStream| {
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            request.push(byte[0]);
        }
        stream.write_all(answer.as_bytes()).unwrap();
    };
    let (idle, closed) = (Barrier::new(2), Barrier::new(2));
    std::thread::scope(|scope| {
        let server = scope.spawn(|| {
            let (mut first, _) = listener.accept().unwrap();
            respond(&mut first);
            idle.wait();
            first.shutdown(Shutdown::Write).unwrap();
            closed.wait();
            respond(&mut listener.accept().unwrap().0);
            let mut sent_after_the_end = Vec::new();
            first.read_to_end(&mut sent_after_the_end).unwrap();
            sent_after_the_end
        });
        let client = blocking::Client::builder().proxy("").build().unwrap();
        client.fetch_resource_metadata(resource.as_str()).unwrap();
        // A call to another server lets the runtime return the connection to the pool.
        client.fetch_resource_metadata(sandbox().http_origin()).unwrap();
        idle.wait();
        closed.wait();
        // A call right after another call may send its request twice.
        std::thread::sleep(Duration::from_millis(1));
        client.fetch_resource_metadata(resource.as_str()).unwrap();
        drop(client);
        assert_eq!(String::from_utf8(server.join().unwrap()).unwrap(), "");
    });
}

#[test]
fn no_call_fails_if_the_server_closes_idle_connections() {
    let sandbox = sandbox();
    for (resource, options) in protocols(&sandbox) {
        for idle in [0, 1, 2] {
            sandbox.route(METADATA, [document().close_after(Duration::from_millis(idle))]);
            let client = options.clone().build().unwrap();
            for call in 0..40 {
                let found = client.fetch_resource_metadata(resource.as_str());
                found.unwrap_or_else(|error| panic!("{call}: {error:?}"));
                // Some connections are closed at this point; others are about to close.
                std::thread::sleep(Duration::from_millis(call % 4));
            }
        }
    }
}

#[test]
fn a_call_starts_no_thread() {
    const NAME: &str = "a_call_starts_no_thread";
    let threads = || std::fs::read_dir("/proc/self/task").unwrap().count();
    // In a child process, no other test starts threads.
    in_child(
        NAME,
        |_| (),
        || {
            let sandbox = sandbox();
            sandbox.route(METADATA, [document().delay(Duration::from_millis(200))]);
            let client = blocking_options(&sandbox).build().unwrap();
            let before = threads();
            std::thread::scope(|scope| {
                let call = scope.spawn(|| client.fetch_resource_metadata(sandbox.https_origin()).unwrap());
                let mut most = 0;
                while !call.is_finished() {
                    most = most.max(threads());
                    std::thread::sleep(Duration::from_millis(1));
                }
                assert_eq!(most, before + 1, "expected only the thread of this test");
            });
        },
    );
}

#[test]
fn a_blocking_call_in_async_code_is_refused() {
    let sandbox = sandbox();
    block_on(async {
        let client = blocking_options(&sandbox).build().unwrap();
        let error = client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().contains("telnyx_oauth::Client"), "{error}");
        // The runtime of the client ends here, in async code.
        drop(client);
    });
}

#[test]
fn a_call_works_on_every_runtime_thread_that_may_block() {
    let sandbox = sandbox();
    let plain = blocking_options(&sandbox).cache(false).build().unwrap();
    let interrupted = blocking_options(&sandbox).cache(false).interrupt(Duration::from_millis(20), || false);
    for client in [plain, interrupted.build().unwrap()] {
        let fetch = || client.fetch_resource_metadata(sandbox.http_origin());
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let (other, origin) = (client.clone(), sandbox.http_origin().to_owned());
            let blocking = tokio::task::spawn_blocking(move || other.fetch_resource_metadata(origin.as_str()));
            blocking.await.unwrap().unwrap();
            // The future of `block_on` runs outside the scheduler. Tasks run inside.
            assert_eq!(fetch().unwrap_err().kind(), ErrorKind::InvalidArgument);
            tokio::task::block_in_place(fetch).unwrap();
            let (other, origin) = (client.clone(), sandbox.http_origin().to_owned());
            let refused = tokio::spawn(async move {
                let fetch = || other.fetch_resource_metadata(origin.as_str());
                let kinds = [
                    fetch().unwrap_err().kind(),
                    tokio::task::unconstrained(async { fetch() }).await.unwrap_err().kind(),
                ];
                tokio::task::block_in_place(fetch).unwrap();
                kinds
            });
            assert_eq!(refused.await.unwrap(), [ErrorKind::InvalidArgument; 2]);
        });
        let guard = runtime.enter();
        fetch().unwrap();
        drop(guard);
        fetch().unwrap();
    }
}

/// Makes a call when its thread ends.
struct Last {
    client: Option<blocking::Client>,
    resource: String,
    found: Arc<Mutex<Vec<(ErrorKind, String)>>>,
}

impl Drop for Last {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        let built = blocking::Client::builder().proxy("").build().unwrap();
        for client in [client, built] {
            let error = client.fetch_resource_metadata(self.resource.as_str()).unwrap_err();
            self.found.lock().unwrap().push((error.kind(), error.message().to_owned()));
        }
    }
}

thread_local! {
    static LAST: std::cell::RefCell<Option<Last>> = const { std::cell::RefCell::new(None) };
}

#[test]
fn a_call_in_a_thread_local_destructor_is_an_error_without_a_panic() {
    let name = "a_call_in_a_thread_local_destructor_is_an_error_without_a_panic";
    in_child(
        name,
        |_| (),
        || {
            let sandbox = sandbox();
            let found = Arc::default();
            let plain = blocking_options(&sandbox).cache(false).build().unwrap();
            let interrupted = blocking_options(&sandbox).cache(false).interrupt(Duration::from_millis(20), || false);
            for client in [plain, interrupted.build().unwrap()] {
                let last = Last {
                    client: Some(client.clone()),
                    resource: sandbox.http_origin().to_owned(),
                    found: Arc::clone(&found),
                };
                std::thread::scope(|scope| {
                    // Thread-local destructors run in the reverse order of first use.
                    scope.spawn(|| {
                        LAST.set(Some(last));
                        client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
                    });
                });
            }
            // A thread scope does not wait for thread-local destructors.
            let started = Instant::now();
            while found.lock().unwrap().len() < 4 {
                assert!(started.elapsed() < Duration::from_secs(20), "{found:?}");
                std::thread::sleep(Duration::from_millis(1));
            }
            for (kind, message) in &*found.lock().unwrap() {
                assert_eq!(*kind, ErrorKind::InvalidArgument, "{message}");
                assert!(message.contains("the calling thread is ending"), "{message}");
            }
        },
    );
}

/// Limits the memory of the process, so that it cannot allocate the stack of another thread.
fn without_threads<T>(work: impl FnOnce() -> T) -> T {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let used = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap();
    let used: u64 = used.trim().trim_end_matches(" kB").parse().unwrap();
    let (soft, hard) = getrlimit(Resource::RLIMIT_AS).unwrap();
    setrlimit(Resource::RLIMIT_AS, used * 1024 + 1024 * 1024, hard).unwrap();
    let result = work();
    setrlimit(Resource::RLIMIT_AS, soft, hard).unwrap();
    result
}

#[test]
fn failure_to_start_the_io_thread_is_a_transport_error() {
    in_child(
        "failure_to_start_the_io_thread_is_a_transport_error",
        |_| (),
        || {
            let sandbox = sandbox();
            let options = blocking_options(&sandbox).interrupt(Duration::from_millis(20), || false);
            let client = options.build().unwrap();
            let error = without_threads(|| client.fetch_resource_metadata(sandbox.http_origin())).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Transport);
            assert!(error.message().contains("the I/O thread could not be started"), "{error}");
            client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
        },
    );
}

#[test]
fn another_thread_cancels_a_call() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::default().silent()]);
    let token = CancelToken::new();
    let client = blocking_options(&sandbox).build().unwrap().with_cancel(token.clone());
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err());
        while sandbox.requests().is_empty() {
            std::thread::yield_now();
        }
        token.cancel();
        assert_eq!(call.join().unwrap().kind(), ErrorKind::Cancelled);
    });
}

#[test]
fn dropping_a_client_does_not_wait_for_a_hanging_look_up() {
    // The name server never answers. The system resolver waits 5 s and then retries.
    let prepare = "printf 'nameserver 127.0.0.1\\n' > /tmp/resolv.$$; mount --bind /tmp/resolv.$$ /etc/resolv.conf; rm /tmp/resolv.$$";
    namespace("dropping_a_client_does_not_wait_for_a_hanging_look_up", prepare, || {
        let silent = UdpSocket::bind("127.0.0.1:53").unwrap();
        let client = blocking::Client::builder().timeout(Duration::from_millis(300)).build().unwrap();
        let started = Instant::now();
        let error = client.fetch_resource_metadata("https://rs.example").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        silent.recv(&mut [0; 512]).expect("expected a query to the name server");
        drop(client);
        // Not a speed test: to wait for the look-up would take at least the resolver's 5 s.
        assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    });
}

/// Calls a server that resets the TLS connection, in a process with the default action of SIGPIPE.
fn call_a_resetting_server(guarded: bool) {
    sigpipe::reset();
    let sandbox = sandbox();
    sandbox.route(METADATA, [document().reset(3)]);
    let (resource, mut options) = http1_over_tls(&sandbox);
    if guarded {
        options = options.io_guard(BlockedSigpipe::new);
    }
    let client = options.build().unwrap();
    for _ in 0..50 {
        let error = client.fetch_resource_metadata(resource.as_str()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    }
}

/// Blocks SIGPIPE on this thread until dropped. A SIGPIPE from that time stays pending.
struct BlockedSigpipe;

impl BlockedSigpipe {
    fn new() -> BlockedSigpipe {
        let mut set = SigSet::empty();
        set.add(Signal::SIGPIPE);
        set.thread_block().unwrap();
        BlockedSigpipe
    }
}

#[test]
fn a_thread_guard_protects_the_process_from_sigpipe() {
    in_child("a_thread_guard_protects_the_process_from_sigpipe", |_| (), || call_a_resetting_server(true));
}

#[test]
fn without_a_thread_guard_a_reset_kills_a_process_with_the_default_sigpipe_action() {
    let name = "without_a_thread_guard_a_reset_kills_a_process_with_the_default_sigpipe_action";
    let output = child(name, |_| (), || call_a_resetting_server(false));
    if let Some(output) = output {
        assert_eq!(output.status.signal(), Some(Signal::SIGPIPE as i32), "{}", output.status);
    }
}
