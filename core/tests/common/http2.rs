//! A server that writes HTTP/2 frames itself, to send responses that an HTTP library would not send.

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

/// The response to a request.
#[derive(Clone)]
pub enum Http2 {
    /// A document whose resource is the server's origin.
    Document,
    /// A reset of the stream with this error code ([RFC 9113 section
    /// 7](https://www.rfc-editor.org/rfc/rfc9113#section-7)).
    Reset(u32),
    /// A `GOAWAY` frame. The server does not process the request.
    GoAway,
    /// Interim responses without end.
    Interim,
    /// A header section with this number of fields, and this number of bytes in each field.
    Fields(usize, usize),
}

pub struct Http2Server {
    pub origin: String,
    pub ca: tempfile::NamedTempFile,
    shared: Arc<Shared>,
}

struct Shared {
    origin: String,
    tls: Arc<ServerConfig>,
    answers: Mutex<Vec<Http2>>,
    requests: AtomicUsize,
}

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const ACK: u8 = 1;
const END_HEADERS: u8 = 4;

impl Http2Server {
    /// Answers the requests with `answers`, in order. The last answer repeats.
    pub fn start(answers: impl IntoIterator<Item = Http2>) -> Http2Server {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap().self_signed(&key).unwrap();
        let mut ca = tempfile::NamedTempFile::new().unwrap();
        ca.write_all(certificate.pem().as_bytes()).unwrap();
        let mut tls = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap())
            .unwrap();
        tls.alpn_protocols = vec![b"h2".to_vec()];
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("https://{}", listener.local_addr().unwrap());
        let mut answers: Vec<_> = answers.into_iter().collect();
        answers.reverse();
        let shared = Arc::new(Shared {
            origin: origin.clone(),
            tls: Arc::new(tls),
            answers: Mutex::new(answers),
            requests: AtomicUsize::new(0),
        });
        let server = Http2Server { origin, ca, shared: shared.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let shared = shared.clone();
                // The thread ends when the client closes the connection.
                std::thread::spawn(move || _ = shared.serve(stream));
            }
        });
        server
    }

    /// The number of requests.
    pub fn requests(&self) -> usize {
        self.shared.requests.load(SeqCst)
    }
}

impl Shared {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        let tls = ServerConnection::new(self.tls.clone()).map_err(io::Error::other)?;
        let mut stream = StreamOwned::new(tls, stream);
        stream.read_exact(&mut [0; b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".len()])?;
        stream.write_all(&frame(SETTINGS, 0, 0, &[]))?;
        loop {
            let mut head = [0; 9];
            stream.read_exact(&mut head)?;
            let [a, b, c, kind, flags, id @ ..] = head;
            let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
            stream.read_exact(&mut payload)?;
            match (kind, flags & ACK) {
                (SETTINGS, 0) => stream.write_all(&frame(SETTINGS, ACK, 0, &[]))?,
                (PING, 0) => stream.write_all(&frame(PING, ACK, 0, &payload))?,
                (HEADERS, _) => {
                    let answer = self.answer();
                    let (bytes, endless) = self.frames(&answer, u32::from_be_bytes(id));
                    stream.write_all(&bytes)?;
                    if endless {
                        loop {
                            stream.write_all(&bytes)?;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn answer(&self) -> Http2 {
        self.requests.fetch_add(1, SeqCst);
        let mut answers = self.answers.lock().unwrap();
        if answers.len() > 1 { answers.pop().unwrap() } else { answers[0].clone() }
    }

    /// The bytes of an answer, and true if the server repeats them without end.
    fn frames(&self, answer: &Http2, stream: u32) -> (Vec<u8>, bool) {
        let bytes = match *answer {
            Http2::Document => {
                let body = format!("{{\"resource\": \"{}\"}}", self.origin);
                [head(stream, &[]), frame(DATA, END_STREAM, stream, body.as_bytes())].concat()
            }
            Http2::Reset(code) => frame(RST_STREAM, 0, stream, &code.to_be_bytes()),
            Http2::GoAway => frame(GOAWAY, 0, 0, &[0; 8]),
            Http2::Fields(fields, length) => {
                let name = |i: usize| format!("x-{i}");
                let fields: Vec<_> = (0..fields).flat_map(|i| field(&name(i), &"y".repeat(length))).collect();
                [head(stream, &fields), frame(DATA, END_STREAM, stream, b"{}")].concat()
            }
            // HPACK's static table: 8 has the name `:status`.
            Http2::Interim => frame(HEADERS, END_HEADERS, stream, &[&[8], &text("103")[..]].concat()).repeat(1000),
        };
        (bytes, matches!(answer, Http2::Interim))
    }
}

/// The header section of a 200 with JSON, and these additional fields.
fn head(stream: u32, fields: &[u8]) -> Vec<u8> {
    // HPACK's static table: 8 is `:status: 200`.
    let block = [&[0x88], &field("content-type", "application/json")[..], fields].concat();
    let mut parts = block.chunks(16_384).peekable();
    let mut kind = HEADERS;
    let mut frames = Vec::new();
    while let Some(part) = parts.next() {
        let flags = if parts.peek().is_none() { END_HEADERS } else { 0 };
        frames.extend(frame(kind, flags, stream, part));
        kind = CONTINUATION;
    }
    frames
}

/// A literal HPACK field without indexing.
fn field(name: &str, value: &str) -> Vec<u8> {
    [&[0x00], &text(name)[..], &text(value)].concat()
}

fn text(text: &str) -> Vec<u8> {
    // An integer with a prefix of seven bits (RFC 7541 section 5.1).
    let mut bytes = Vec::new();
    match text.len() {
        length @ ..127 => bytes.push(length as u8),
        length => {
            bytes.push(127);
            let mut rest = length - 127;
            while rest >= 128 {
                bytes.push((rest % 128) as u8 | 128);
                rest /= 128;
            }
            bytes.push(rest as u8);
        }
    }
    bytes.extend(text.as_bytes());
    bytes
}

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let [_, a, b, c] = (payload.len() as u32).to_be_bytes();
    [&[a, b, c, kind, flags][..], &stream.to_be_bytes(), payload].concat()
}
