use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use hyper::body::Incoming;

use crate::answer::{Answer, Content, Outcome, Raw, RawBytes};
use crate::body::AnswerBody;
use crate::builtin;
use crate::control;
use crate::ending::{Ending, EndingSender};
use crate::placeholders::Placeholders;
use crate::request::Request;
use crate::request_body;
use crate::server::Server;
use crate::source::Source;

/// How many bytes of a request's body are listed.
const LISTED_BYTES: usize = 64 * 1024;

/// Answers the requests of one connection.
pub(crate) struct Responder {
    pub(crate) server: Arc<Server>,
    pub(crate) connection: u64,
    pub(crate) secure: bool,
    pub(crate) server_name: Option<String>,
    pub(crate) ending: EndingSender,
}

impl Responder {
    /// Returns the response to one request. For an answer without an HTTP response, the future never completes.
    pub(crate) async fn answer(
        self: Arc<Self>,
        request: hyper::Request<Incoming>,
    ) -> Result<Response<AnswerBody>, Infallible> {
        self.ending.request_arrived();
        let (head, upload) = request.into_parts();
        if control::is_control_path(head.uri.path()) {
            return Ok(control::answer(&self.server, &head, upload).await);
        }
        let host = host(&head);
        let (answer, latency) = self.choose(&head, &host);
        let body = request_body::start(upload, LISTED_BYTES).await;
        // The request is recorded first, so that a client with an answer finds its request in the list.
        self.server.record(self.describe(&head, &host, body, &answer));
        let wait = answer.delay.saturating_add(latency);
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        if let Err(rule) = answer.check() {
            return Ok(invalid_answer(&rule));
        }
        let placeholders = self.placeholders(&head, host);
        let ending = match &answer.outcome {
            Outcome::Silent => return std::future::pending().await,
            Outcome::CloseBeforeHead => Ending::Close,
            Outcome::ResetBeforeHead => Ending::Reset,
            Outcome::Raw(raw) => Ending::Raw(raw_parts(raw, &placeholders)),
            _ => {
                let response = self.respond(&answer, &placeholders, head.method == Method::HEAD);
                return Ok(response.unwrap_or_else(|rule| invalid_answer(&rule)));
            }
        };
        self.ending.end_now(ending);
        std::future::pending().await
    }

    fn choose(&self, head: &Parts, host: &str) -> (Arc<Answer>, Duration) {
        let mut table = self.server.table();
        let name = without_port(host).to_ascii_lowercase();
        let answer = table.next(head.method.as_str(), &name, target(head));
        let answer = answer.unwrap_or_else(|| Arc::new(builtin::answer(head.method.as_str(), head.uri.path())));
        (answer, table.latency())
    }

    fn describe(&self, head: &Parts, host: &str, body: String, answer: &Answer) -> Request {
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        Request {
            connection: self.connection,
            secure: self.secure,
            server_name: self.server_name.clone(),
            version: format!("{:?}", head.version),
            method: head.method.to_string(),
            target: target(head).to_owned(),
            host: host.to_owned(),
            headers: head.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            body,
            status: answer.sent_status(),
        }
    }

    fn placeholders(&self, head: &Parts, host: String) -> Placeholders {
        let own = if self.secure { &self.server.https } else { &self.server.http };
        let origin = match host.is_empty() {
            true => own.clone(),
            false => format!("{}://{host}", if self.secure { "https" } else { "http" }),
        };
        let path = head.uri.path().to_owned();
        Placeholders { origin, host, path, http: self.server.http.clone(), https: self.server.https.clone() }
    }

    fn respond(
        &self,
        answer: &Answer,
        placeholders: &Placeholders,
        is_head: bool,
    ) -> Result<Response<AnswerBody>, String> {
        let status = StatusCode::from_u16(answer.sent_status().unwrap_or(200)).map_err(|error| error.to_string())?;
        let mut headers = headers(answer, placeholders)?;
        let source = source(&answer.content, placeholders);
        // Responses with these two statuses have no body and declare no length.
        let bodiless = matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
        let length = source.left().filter(|_| !answer.chunked && !bodiless);
        let declared = headers.contains_key(header::CONTENT_LENGTH) || headers.contains_key(header::TRANSFER_ENCODING);
        if let Some(length) = length.filter(|_| !declared) {
            headers.insert(header::CONTENT_LENGTH, length.into());
        }
        let mut body = match is_head || bodiless || !declared && length == Some(0) {
            true => AnswerBody::absent(),
            false => AnswerBody::new(source),
        };
        // Without a pause, one piece can contain the text many times.
        if let Content::Endless { text, interval } = &answer.content
            && !interval.is_zero()
        {
            body = body.paced(placeholders.expand(text).len(), *interval);
        }
        if let Some(drip) = answer.drip {
            body = body.paced(drip.bytes, drip.interval);
        }
        let sender = || self.ending.clone();
        body = match answer.outcome {
            Outcome::Truncate(bytes) => body.then(sender(), Ending::Close, Some(bytes)),
            Outcome::Reset(bytes) => body.then(sender(), Ending::Reset, Some(bytes)),
            Outcome::CloseAfter(idle) => body.then(sender(), Ending::CloseIdle(idle), None),
            Outcome::Close => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
                body.then(sender(), Ending::Close, None)
            }
            _ => match too_short(&headers, length.filter(|_| !is_head)) {
                // hyper would report the missing bytes as an error before it sends the head and this body.
                Some(length) => body.then(sender(), Ending::Close, Some(length)),
                None => body,
            },
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

fn headers(answer: &Answer, placeholders: &Placeholders) -> Result<HeaderMap, String> {
    let mut headers = HeaderMap::new();
    let redirect = answer.redirect.iter().map(|location| ("location", location.as_str()));
    for (name, value) in redirect.chain(answer.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))) {
        let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|error| error.to_string())?;
        let value = HeaderValue::from_bytes(placeholders.expand(value).as_bytes())
            .map_err(|error| format!("{name}: {error}"))?;
        headers.try_append(parsed, value).map_err(|error| error.to_string())?;
    }
    if matches!(answer.content, Content::Json(_)) && !headers.contains_key(header::CONTENT_TYPE) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    Ok(headers)
}

/// Returns the length of the body if it is shorter than the headers declare.
fn too_short(headers: &HeaderMap, length: Option<u64>) -> Option<u64> {
    let declared = headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse::<u64>().ok()?;
    length.filter(|length| *length < declared)
}

fn source(content: &Content, placeholders: &Placeholders) -> Source {
    match content {
        Content::Text(text) => Source::Bytes(placeholders.expand(text).into()),
        Content::Json(text) => Source::Bytes(placeholders.expand_json(text).into()),
        Content::Bytes(bytes) => Source::Bytes(bytes.clone()),
        Content::Repeat { text, times } => Source::repeat(placeholders.expand(text), Some(*times)),
        Content::Endless { text, .. } => Source::repeat(placeholders.expand(text), None),
    }
}

fn raw_parts(raw: &Raw, placeholders: &Placeholders) -> Vec<Source> {
    let start = match &raw.start {
        RawBytes::Text(text) => placeholders.expand(text).into(),
        RawBytes::Bytes(bytes) => bytes.clone(),
    };
    let mut parts = vec![Source::Bytes(start)];
    parts.extend(raw.repeat.as_ref().map(|(text, times)| Source::repeat(placeholders.expand(text), *times)));
    parts.push(Source::Bytes(placeholders.expand(&raw.end).into()));
    parts
}

/// Returns a response with the reason why the answer cannot be sent.
fn invalid_answer(rule: &str) -> Response<AnswerBody> {
    let text = Bytes::from(format!("sandbox: {rule}\n"));
    let length = HeaderValue::from(text.len());
    let mut response = Response::new(AnswerBody::new(Source::Bytes(text)));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(header::CONTENT_LENGTH, length);
    response
}

/// Returns the authority of an absolute target or, for any other target, the `Host` header (RFC 9112 section 3.2.2).
fn host(head: &Parts) -> String {
    let header = || head.headers.get(header::HOST).map(|host| String::from_utf8_lossy(host.as_bytes()).into_owned());
    head.uri.authority().map(ToString::to_string).or_else(header).unwrap_or_default()
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    }
}

fn target(head: &Parts) -> &str {
    head.uri.path_and_query().map_or("", |target| target.as_str())
}
