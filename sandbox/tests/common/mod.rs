//! A client that returns every byte of an answer and the end of the connection.

// Each test file is a separate crate that uses a part of this module.
#![allow(dead_code, unreachable_pub)]

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// The time limit of reads and waits, longer than any test takes.
const TIMEOUT: Duration = Duration::from_secs(20);

/// All bytes that a server sent on one connection.
#[derive(Debug)]
pub struct Reply {
    pub bytes: Vec<u8>,
    /// `Ok` if the server closed the connection without an error.
    pub end: Result<(), io::ErrorKind>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn head(&self) -> String {
        self.text().split("\r\n\r\n").next().unwrap_or_default().to_owned()
    }

    pub fn body(&self) -> String {
        self.text().split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default()
    }

    pub fn status(&self) -> u16 {
        self.text().split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or_default()
    }

    pub fn headers(&self, name: &str) -> Vec<String> {
        let head = self.head();
        let lines = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).collect()
    }

    pub fn header(&self, name: &str) -> String {
        self.headers(name).join(", ")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body()).unwrap_or_else(|error| panic!("{error}: {:?}", self.text()))
    }
}

pub fn read_all(stream: &mut impl Read) -> Reply {
    let mut bytes = Vec::new();
    let end = stream.read_to_end(&mut bytes).map(drop).map_err(|error| error.kind());
    Reply { bytes, end }
}

pub fn connect(addr: SocketAddr) -> TcpStream {
    let tcp = TcpStream::connect(addr).expect("connect");
    tcp.set_read_timeout(Some(TIMEOUT)).expect("timeout");
    tcp
}

/// Returns a request with `connection: close`.
pub fn request(method: &str, host: &str, target: &str) -> String {
    format!("{method} {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n")
}

pub fn send(sandbox: &Sandbox, request: &str) -> Reply {
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request.as_bytes()).expect("write");
    read_all(&mut tcp)
}

pub fn get(sandbox: &Sandbox, target: &str) -> Reply {
    send(sandbox, &request("GET", &sandbox.http_addr().to_string(), target))
}

/// Returns the reply of a sandbox with this answer. The client does not send `connection: close`.
pub fn reply_to(answer: Answer) -> Reply {
    let sandbox = Sandbox::start().expect("start");
    sandbox.route("/x", [answer]);
    send(&sandbox, "GET /x HTTP/1.1\r\nhost: h\r\n\r\n")
}

pub fn tls_config(sandbox: &Sandbox, alpn: &str) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(sandbox.ca_file()).expect("CA file")).expect("CA");
    let mut config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![alpn.as_bytes().to_vec()];
    Arc::new(config)
}

pub type Tls = StreamOwned<ClientConnection, TcpStream>;

pub fn tls(sandbox: &Sandbox, name: &str) -> io::Result<Tls> {
    let name = ServerName::try_from(name.to_owned()).expect("name");
    let connection = ClientConnection::new(tls_config(sandbox, "http/1.1"), name).expect("TLS client");
    let mut stream = StreamOwned::new(connection, connect(sandbox.https_addr()));
    stream.conn.complete_io(&mut stream.sock)?;
    Ok(stream)
}

pub fn tls_get(sandbox: &Sandbox, name: &str, target: &str) -> io::Result<Reply> {
    let mut stream = tls(sandbox, name)?;
    stream.write_all(request("GET", name, target).as_bytes())?;
    Ok(read_all(&mut stream))
}

/// Waits until `done` returns true. `condition` describes the wait if it times out.
pub fn until(condition: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < TIMEOUT, "timed out; expected: {condition}");
        std::thread::sleep(Duration::from_millis(1));
    }
}
