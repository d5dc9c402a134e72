//! Servers that answer before and after each of the longer timers. The clock of the client's runtime is paused, and the
//! test advances it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;
use telnyx_oauth::{Client, Discovery, Error, ErrorKind, WarningKind};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A server that answers only after the test releases the requests.
struct Server {
    origin: String,
    asked: UnboundedReceiver<String>,
    /// The number of rounds of requests that the server may answer.
    released: Arc<(Mutex<usize>, Condvar)>,
}

impl Server {
    fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (asks, asked) = unbounded_channel();
        let released = Arc::<(Mutex<usize>, Condvar)>::default();
        let (at, gate) = (origin.clone(), released.clone());
        // The thread runs until the test program ends.
        thread::spawn(move || {
            for connection in listener.incoming() {
                let (at, gate, asks) = (at.clone(), gate.clone(), asks.clone());
                thread::spawn(move || serve(&connection.unwrap(), &at, &gate, &asks));
            }
        });
        Server { origin, asked, released }
    }

    fn release(&self) {
        *self.released.0.lock().unwrap() += 1;
        self.released.1.notify_all();
    }
}

fn serve(connection: &TcpStream, origin: &str, gate: &(Mutex<usize>, Condvar), asks: &UnboundedSender<String>) {
    let mut lines = BufReader::new(connection).lines();
    while let Some(Ok(line)) = lines.next() {
        if lines.by_ref().map_while(Result::ok).all(|field| !field.is_empty()) {
            return;
        }
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let (status, body, round) = match path.as_str() {
            "/a" => ("401 Unauthorized", String::new(), 1),
            "/.well-known/oauth-protected-resource/a" => {
                ("200 OK", format!(r#"{{"resource": "{origin}/a", "authorization_servers": ["{origin}"]}}"#), 1)
            }
            _ => (
                "200 OK",
                format!(
                    r#"{{"issuer": "{origin}", "authorization_endpoint": "{origin}/authorize",
                        "token_endpoint": "{origin}/token", "response_types_supported": ["code"]}}"#
                ),
                2,
            ),
        };
        if asks.send(path).is_err() {
            return;
        }
        let (released, changed) = gate;
        drop(changed.wait_while(released.lock().unwrap(), |released| *released < round).unwrap());
        let answer = format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        // The client may have cancelled the request.
        if (&mut &*connection).write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

/// Runs a discovery whose requests are all answered after `latency`. Also returns the number of requests.
fn discover_after(latency: Duration) -> (Result<Discovery, Error>, usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let mut server = Server::start();
        // While a blocking task runs, tokio does not advance a paused clock by itself.
        let (held, hold) = std::sync::mpsc::channel::<()>();
        tokio::task::spawn_blocking(move || hold.recv());
        let client = Client::builder().ignore_environment(true).max_retries(0).cache(false).build().unwrap();
        let resource = format!("{}/a", server.origin);
        let mut call = tokio::spawn(async move { client.discover(resource.as_str(), None).await });
        let mut requests = 0;
        for expected in [2, 1] {
            for _ in 0..expected {
                tokio::select! {
                    asked = server.asked.recv() => assert!(asked.is_some()),
                    found = &mut call => return (found.unwrap(), requests),
                }
                requests += 1;
            }
            tokio::time::advance(latency).await;
            server.release();
        }
        let found = call.await.unwrap();
        drop(held);
        (found, requests)
    })
}

fn has(found: &Discovery, kind: WarningKind) -> bool {
    found.warnings().iter().any(|warning| warning.kind == kind)
}

#[test]
fn each_latency_has_the_expected_outcome() {
    // The timeout of the probe is 5 s. The timeout of the call is 30 s for two rounds of requests.
    for (milliseconds, probe_counts) in [(300, true), (1_000, true), (4_990, true), (5_010, false), (14_990, false)] {
        let (found, requests) = discover_after(Duration::from_millis(milliseconds));
        let found = found.unwrap_or_else(|error| panic!("{milliseconds} ms: {error}"));
        assert!(found.authorization_server().is_some(), "{milliseconds} ms: {:?}", found.warnings());
        assert_eq!(!has(&found, WarningKind::ProbeFailed), probe_counts, "{milliseconds} ms");
        assert_eq!(requests, 3, "{milliseconds} ms");
    }
    let (found, requests) = discover_after(Duration::from_millis(15_010));
    let found = found.unwrap();
    assert!(found.authorization_server().is_none() && has(&found, WarningKind::AuthorizationServerUnusable));
    assert_eq!(found.require_authorization_server().unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(requests, 3);
    let (found, requests) = discover_after(Duration::from_millis(30_010));
    assert_eq!((found.unwrap_err().kind(), requests), (ErrorKind::Timeout, 2));
}
