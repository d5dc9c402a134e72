//! HTTPS: valid and invalid certificates, faults over TLS, and HTTP/2.

mod common;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io::ErrorKind;
use std::pin::Pin;
use std::time::Duration;

use common::{tls, tls_config, tls_get};
use http_body::{Body, Frame};
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use telnyx_oauth_sandbox::{Answer, Sandbox};

#[test]
fn any_server_name_gets_a_valid_certificate() {
    let sandbox = Sandbox::start().unwrap();
    for name in ["localhost", "a.localhost", "b.a.localhost", "127.0.0.1", "::1", "api.telnyx.com", "API.Telnyx.com"] {
        let reply = tls_get(&sandbox, name, "/v2/messages").unwrap();
        assert_eq!((reply.status(), &reply.end), (401, &Ok(())), "{name}");
    }
    let first = &sandbox.requests()[0];
    assert!(first.secure && first.version == "HTTP/1.1" && first.server_name.as_deref() == Some("localhost"));
    assert_eq!(sandbox.requests()[3].server_name, None);
}

#[test]
fn the_certificate_covers_the_bound_address() {
    let sandbox = Sandbox::builder().bind([127, 0, 0, 2].into()).start().unwrap();
    assert!(sandbox.https_origin().starts_with("https://127.0.0.2:"));
    assert_eq!(tls_get(&sandbox, "127.0.0.2", "/").unwrap().status(), 404);
}

#[test]
fn special_server_names_get_invalid_certificates() {
    let sandbox = Sandbox::start().unwrap();
    let faults = [
        ("expired.example", "certificate expired"),
        ("expired.a.b.example", "certificate expired"),
        ("wrong-name.example", "not valid for name"),
        ("unknown-ca.example", "UnknownIssuer"),
        ("expired", ""),
    ];
    for (name, expected) in faults {
        let message = tls(&sandbox, name).map_or_else(|error| error.to_string(), |_| String::new());
        assert!(message.contains(expected) && message.is_empty() == expected.is_empty(), "{name}: {message}");
    }
    let abort = tls(&sandbox, "tls-abort.example").map(drop).unwrap_err();
    assert_eq!(abort.kind(), ErrorKind::UnexpectedEof);
    assert!(sandbox.requests().is_empty());
}

#[test]
fn a_special_server_name_turns_http_2_off() {
    let sandbox = Sandbox::start().unwrap();
    for (name, protocol) in [("http1.example", None), ("http2.example", Some(b"h2".as_slice()))] {
        let name = name.try_into().unwrap();
        let mut connection = rustls::ClientConnection::new(tls_config(&sandbox, "h2"), name).unwrap();
        let handshake = connection.complete_io(&mut common::connect(sandbox.https_addr()));
        assert_eq!(connection.alpn_protocol(), protocol);
        assert_eq!(handshake.is_ok(), protocol.is_some());
    }
}

#[test]
fn the_ca_of_one_sandbox_does_not_sign_for_another() {
    let (one, other) = (Sandbox::start().unwrap(), Sandbox::start().unwrap());
    let name = "localhost".try_into().unwrap();
    let connection = rustls::ClientConnection::new(tls_config(&other, "http/1.1"), name).unwrap();
    let mut stream = rustls::StreamOwned::new(connection, common::connect(one.https_addr()));
    assert!(stream.conn.complete_io(&mut stream.sock).is_err());
}

#[test]
fn more_server_names_than_the_cache_holds_get_certificates() {
    let sandbox = Sandbox::start().unwrap();
    for n in 0..300 {
        tls(&sandbox, &format!("n{n}.example")).unwrap();
    }
}

#[test]
fn faults_work_over_tls() {
    let sandbox = Sandbox::start().unwrap();
    let answer = |answer| {
        sandbox.route("/x", [answer]);
        tls_get(&sandbox, "localhost", "/x").unwrap()
    };
    let cut = answer(Answer::text("0123456789").truncate(4));
    assert_eq!((cut.body().as_str(), cut.end), ("0123", Ok(())));
    let reset = answer(Answer::text("0123456789").reset(4));
    assert_eq!((reset.body().as_str(), reset.end), ("0123", Err(ErrorKind::ConnectionReset)));
    let reset = answer(Answer::default().reset_before_head());
    assert_eq!((reset.text().as_str(), reset.end), ("", Err(ErrorKind::ConnectionReset)));
    let closed = answer(Answer::default().close_before_head());
    assert_eq!((closed.text().as_str(), closed.end), ("", Ok(())));
    let raw = answer(Answer::raw("no HTTP: ${origin}").raw_repeat("ab", Some(100_000)));
    assert_eq!((raw.text(), raw.end), (format!("no HTTP: https://localhost{}", "ab".repeat(100_000)), Ok(())));
    let idle = answer(Answer::text("bye").close_after(Duration::ZERO));
    assert_eq!((idle.body().as_str(), idle.end), ("bye", Ok(())));
}

/// An empty request body.
struct Empty;

impl Body for Empty {
    type Data = bytes::Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<bytes::Bytes>, Infallible>>> {
        std::task::Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        true
    }
}

/// Returns the status, the received part of the body, and the result of reading it.
async fn h2_get(
    client: &mut http2::SendRequest<Empty>,
    path: &str,
) -> Result<(u16, String, Result<(), hyper::Error>), hyper::Error> {
    let request = hyper::Request::get(format!("https://localhost{path}")).body(Empty).unwrap();
    let (head, mut body) = client.send_request(request).await?.into_parts();
    let mut text = String::new();
    let end = loop {
        match poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            None => break Ok(()),
            Some(Err(error)) => break Err(error),
            Some(Ok(frame)) => text.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap()),
        }
    };
    Ok((head.status.as_u16(), text, end))
}

async fn h2_client(sandbox: &Sandbox) -> http2::SendRequest<Empty> {
    let tcp = tokio::net::TcpStream::connect(sandbox.https_addr()).await.unwrap();
    let connector = tokio_rustls::TlsConnector::from(tls_config(sandbox, "h2"));
    let stream = connector.connect("localhost".try_into().unwrap(), tcp).await.unwrap();
    let (client, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    client
}

#[test]
fn answers_and_faults_work_over_http2() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/cut", [Answer::text("0123456789").truncate(4)]);
    sandbox.route("/reset", [Answer::text("0123456789").reset(4)]);
    sandbox.route("/nothing", [Answer::default().close_before_head()]);
    sandbox.route("/raw", [Answer::raw("HTTP/1.1 200 OK\r\n\r\n")]);
    sandbox.route("/close", [Answer::text("bye").close()]);
    sandbox.route("/large", [Answer::default().body_repeat("0123456789", 100_000)]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut client = h2_client(&sandbox).await;
        let (status, text, _) = h2_get(&mut client, "/.well-known/oauth-protected-resource").await.unwrap();
        assert_eq!((status, text.contains(r#""resource":"https://localhost""#)), (200, true), "{text}");
        let (_, text, end) = h2_get(&mut client, "/large").await.unwrap();
        assert!(end.is_ok() && text == "0123456789".repeat(100_000));
        assert_eq!(sandbox.connections(), 1);
        let (_, text, end) = h2_get(&mut client, "/cut").await.unwrap();
        assert_eq!((text.as_str(), end.is_err()), ("0123", true));
        for path in ["/reset", "/nothing", "/raw"] {
            let mut client = h2_client(&sandbox).await;
            let failed = match h2_get(&mut client, path).await {
                Ok((_, _, end)) => end.is_err(),
                Err(_) => true,
            };
            assert!(failed, "{path}");
        }
        let mut client = h2_client(&sandbox).await;
        let (status, text, end) = h2_get(&mut client, "/close").await.unwrap();
        assert_eq!((status, text.as_str(), end.is_ok()), (200, "bye", true));
        assert!(poll_fn(|cx| client.poll_ready(cx)).await.is_err() || h2_get(&mut client, "/close").await.is_err());
    });
    assert!(sandbox.requests().iter().all(|request| request.version == "HTTP/2.0" && request.host == "localhost"));
}
