//! Requests through a proxy: the request to the proxy, the address of the proxy, and the errors that name the proxy.

mod common;

use common::{METADATA, assert_error, blocking_options, namespace, options, sandbox};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use telnyx_oauth::{Error, ErrorKind, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// A password that no message may show. [`proxy_url`] contains it.
const SECRET: &str = "s3cret";

fn proxy_url(port: u16) -> String {
    format!("http://user:{SECRET}@proxy.example:{port}")
}

fn client(proxy: SocketAddr) -> blocking::ClientBuilder {
    let options = blocking::Client::builder().allow_http(true).max_retries(0).proxy(proxy_url(proxy.port()));
    options.resolve("proxy.example", proxy.port(), proxy.ip())
}

/// Starts a proxy that reads the head of each request and then calls `answer`.
fn proxy(answer: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            while lines.next().is_some_and(|line| !line.is_empty()) {}
            answer(stream);
        }
    });
    address
}

fn answering(answer: &'static str) -> SocketAddr {
    proxy(move |mut stream| _ = stream.write_all(answer.as_bytes()))
}

/// Asserts that an error names the proxy and does not show the password.
#[track_caller]
fn assert_names_proxy(
    found: Result<telnyx_oauth::ResourceMetadata, Error>,
    kind: ErrorKind,
    port: u16,
    words: &[&str],
) -> Error {
    let error = assert_error(found, kind, &[&format!("http://proxy.example:{port}")]);
    for word in words {
        assert!(error.message().contains(word), "{word}: {error}");
    }
    assert!(!format!("{error:?} {:?}", error.causes().collect::<Vec<_>>()).contains(SECRET), "{error:?}");
    error
}

#[test]
fn a_pin_of_the_target_does_not_apply_to_the_proxy() {
    let proxy = sandbox();
    let port = proxy.http_addr().port();
    // A client that applies the target's pin to the proxy would connect here.
    let elsewhere = TcpListener::bind(("127.0.0.9", port)).unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    for target_port in [80, 443, port] {
        let options = client(proxy.http_addr()).resolve("rs.example", target_port, [127, 0, 0, 9].into());
        let resource = format!("http://rs.example:{target_port}");
        let metadata = options.build().unwrap().fetch_resource_metadata(resource.as_str()).unwrap();
        assert!(metadata.url().starts_with("http://rs.example"));
    }
    let resource = format!("https://rs.example:{port}");
    let options = client(proxy.http_addr()).resolve("rs.example", port, [127, 0, 0, 9].into());
    let found = options.build().unwrap().fetch_resource_metadata(resource.as_str());
    // The sandbox does not support CONNECT. The test checks only that it received the request.
    assert_names_proxy(found, ErrorKind::Transport, port, &["refused to connect"]);
    assert_eq!(elsewhere.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_pin_of_the_proxy_does_not_apply_to_the_target() {
    let (proxy, target) = (sandbox(), sandbox());
    let no_proxy = |sandbox: &Sandbox| {
        // The pin has the name and port of the proxy, but the request uses no proxy.
        blocking_options(sandbox).resolve("proxy.example", proxy.http_addr().port(), proxy.http_addr().ip())
    };
    let resource = format!("http://{}", target.http_addr());
    no_proxy(&target).build().unwrap().fetch_resource_metadata(resource.as_str()).unwrap();
    assert_eq!((proxy.connections(), target.requests().len()), (0, 1));
}

#[test]
fn a_pin_does_not_allow_a_servers_private_url_behind_a_proxy() {
    let proxy = sandbox();
    let options = client(proxy.http_addr()).resolve("10.1.2.3", 80, [127, 0, 0, 1].into());
    let line = "Bearer resource_metadata=\"http://10.1.2.3/m\"";
    let error = options.build().unwrap().discover("http://rs.example", line).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BlockedAddress, "{error}");
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn options_show_no_password() {
    let sandbox = sandbox();
    for url in [proxy_url(1), format!("user:{SECRET}@proxy.example"), format!("http://user:{SECRET}/@proxy.example")] {
        let shown = format!("{:?} {:?}", options(&sandbox).proxy(&*url), blocking::Client::builder().proxy(&*url));
        assert!(shown.contains("proxy.example") && !shown.contains(SECRET), "{shown}");
    }
    let built = client(sandbox.http_addr()).build().unwrap();
    assert!(!format!("{built:?}").contains(SECRET));
    for url in [format!("socks5://user:{SECRET}@h"), format!("http://user:{SECRET}@["), format!("user:{SECRET}/@[")] {
        let error = blocking::Client::builder().proxy(url).build().map(|_| ()).unwrap_err();
        assert!(error.message().contains("proxy") && !format!("{error:?}").contains(SECRET), "{error:?}");
    }
}

#[test]
fn a_resource_with_a_password_is_refused_without_showing_it() {
    let client = blocking::Client::builder().build().unwrap();
    for resource in [
        format!("https://user:{SECRET}@rs.example/"),
        format!("https://user:{SECRET}/@rs.example/"),
        format!("https:/user:{SECRET}@rs.example/"),
        format!("user:{SECRET}@rs.example/"),
    ] {
        let error =
            assert_error(client.fetch_resource_metadata(&*resource), ErrorKind::InvalidArgument, &["rs.example"]);
        assert!(!format!("{error:?}").contains(SECRET), "{error:?}");
    }
}

#[test]
fn an_unreachable_proxy_is_a_transport_error() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = client(([127, 0, 0, 1], port).into()).build().unwrap();
    for resource in ["http://rs.example/a", "https://rs.example/a"] {
        let found = client.fetch_resource_metadata(resource);
        let error = assert_names_proxy(found, ErrorKind::Transport, port, &["could not be reached", "refused"]);
        assert!(error.url().unwrap().ends_with("rs.example/.well-known/oauth-protected-resource/a"), "{error:?}");
    }
}

#[test]
fn an_unresolvable_proxy_is_a_transport_error() {
    namespace("an_unresolvable_proxy_is_a_transport_error", "", || {
        let client = blocking::Client::builder().max_retries(0).proxy(proxy_url(3128)).build().unwrap();
        let found = client.fetch_resource_metadata("https://rs.example/a");
        assert_names_proxy(found, ErrorKind::Transport, 3128, &["could not be reached"]);
    });
}

#[test]
fn a_407_of_the_proxy_is_not_retried() {
    let proxy = answering("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
    // A retry would fail too.
    let client = client(proxy).max_retries(2).build().unwrap();
    for resource in ["http://rs.example", "https://rs.example"] {
        let found = client.fetch_resource_metadata(resource);
        let error = assert_names_proxy(found, ErrorKind::Transport, proxy.port(), &["user name and password"]);
        assert_eq!((error.http_status(), error.attempts().len()), (Some(407), 1));
    }
}

#[test]
fn a_refused_connect_is_a_transport_error() {
    for (answer, word) in [("HTTP/1.1 502 Bad Gateway\r\n\r\n", "refused to connect"), ("", "closed the connection")] {
        let proxy = answering(answer);
        let found = client(proxy).build().unwrap().fetch_resource_metadata("https://rs.example");
        assert_names_proxy(found, ErrorKind::Transport, proxy.port(), &[word]);
    }
}

#[test]
fn a_failure_of_the_target_names_the_proxy() {
    const CONNECTED: &str = "HTTP/1.1 200 OK\r\n\r\n";
    let proxy = self::proxy(|mut stream| {
        stream.write_all(CONNECTED.as_bytes()).unwrap();
        // Closing a socket with unread data resets the connection.
        assert_ne!(stream.read(&mut [0; 16_384]).unwrap(), 0);
    });
    let found = client(proxy).build().unwrap().fetch_resource_metadata("https://rs.example");
    assert_names_proxy(found, ErrorKind::Transport, proxy.port(), &["through the proxy", "eof"]);
    let proxy = self::proxy(|mut stream| {
        stream.write_all(CONNECTED.as_bytes()).unwrap();
        stream.read_exact(&mut [0; 100]).unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    let found = client(proxy).build().unwrap().fetch_resource_metadata("https://rs.example");
    assert_names_proxy(found, ErrorKind::Tls, proxy.port(), &["not TLS", "through the proxy"]);
    let proxy = answering("");
    let found = client(proxy).build().unwrap().fetch_resource_metadata("http://rs.example");
    assert_names_proxy(found, ErrorKind::Transport, proxy.port(), &["before an answer came", "through the proxy"]);
    let (hold, held) = std::sync::mpsc::channel();
    let proxy = self::proxy(move |stream| hold.send(stream).unwrap());
    let client = client(proxy).timeout(Duration::from_millis(200)).build().unwrap();
    for resource in ["http://rs.example", "https://rs.example"] {
        let found = client.fetch_resource_metadata(resource);
        assert_names_proxy(found, ErrorKind::Timeout, proxy.port(), &["200ms", "through the proxy"]);
    }
    drop(held);
}

/// The lines of a request's head in lower case.
fn head(stream: impl Read) -> Vec<String> {
    let lines = BufReader::with_capacity(1, stream).lines().map_while(Result::ok);
    lines.take_while(|line| !line.is_empty()).map(|line| line.to_lowercase()).collect()
}

/// `user:s3cret`.
const CREDENTIALS: &str = "proxy-authorization: basic dxnlcjpzm2nyzxq=";

#[test]
fn a_request_goes_through_an_https_proxy() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "http://rs.example"}"#)]);
    let options = blocking_options(&sandbox).allow_http(true).proxy(sandbox.https_origin());
    options.build().unwrap().fetch_resource_metadata("http://rs.example").unwrap();
    assert_eq!(sandbox.requests()[0].version, "HTTP/2.0");
}

#[test]
fn a_tunnel_goes_through_an_https_proxy() {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(["127.0.0.1".to_owned()]).unwrap().self_signed(&key).unwrap();
    let mut ca = tempfile::NamedTempFile::new().unwrap();
    ca.write_all(certificate.pem().as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key.serialize_der().try_into().unwrap())
        .unwrap();
    tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, asked) = channel();
    std::thread::spawn(move || {
        let connection = rustls::ServerConnection::new(Arc::new(tls)).unwrap();
        let mut stream = rustls::StreamOwned::new(connection, listener.accept().unwrap().0);
        tell.send((head(&mut stream), stream.conn.alpn_protocol().map(<[u8]>::to_vec))).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        stream.read_exact(&mut [0; 100]).unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    let options = blocking::Client::builder().ca_file(ca.path()).max_retries(0);
    let client = options.proxy(format!("https://user:{SECRET}@127.0.0.1:{port}")).build().unwrap();
    let proxy = format!("through the proxy https://127.0.0.1:{port}");
    // The inner TLS handshake gets data from the target that is not TLS.
    let found = client.fetch_resource_metadata("https://rs.example");
    assert_error(found, ErrorKind::Tls, &["not TLS", &proxy]);
    let (head, protocol) = asked.recv().unwrap();
    assert_eq!((head[0].as_str(), protocol), ("connect rs.example:443 http/1.1", None));
    assert!(head.iter().any(|line| line == CREDENTIALS), "{head:?}");
}

#[test]
fn a_tunnel_connects_to_an_ipv6_address() {
    let proxy = self::proxy(|mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        stream.read_exact(&mut [0; 100]).unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    let found = client(proxy).build().unwrap().fetch_resource_metadata("https://[::1]");
    // The test checks only that the TLS handshake started.
    assert_names_proxy(found, ErrorKind::Tls, proxy.port(), &["not TLS", "through the proxy"]);
}

#[test]
fn the_url_of_a_proxy_may_lack_a_scheme() {
    let sandbox = sandbox();
    let proxy = sandbox.http_addr().to_string();
    for url in [proxy.clone(), format!("user:{SECRET}@{proxy}"), format!("HTTP://{proxy}/path")] {
        let options = blocking_options(&sandbox).allow_http(true).proxy(url);
        options.build().unwrap().fetch_resource_metadata("http://rs.example").unwrap();
    }
    for url in ["ftp://h", "http://", ":80", "http://h:x"] {
        let error = blocking::Client::builder().proxy(url).build().map(|_| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error:?}");
    }
}
