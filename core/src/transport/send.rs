//! Sends one request.
//!
//! A server may have closed a kept-alive connection. A blocking client's runtime does not run between calls, so the
//! connection may still look open to the next call. Two measures prevent an error: the runtime reads its sockets before
//! each request, and a request on a closed connection is sent once more.

use super::failure::{self, Cause};
use super::interim::Interim;
use super::pools::Pool;
use crate::protocol::call::Message;
use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::client::legacy::connect::HttpInfo;
use url::Url;

pub(super) type Response = http::Response<Incoming>;

/// The failure of a request without a response.
pub(super) struct Failed {
    pub(super) cause: Cause,
    /// True if the connection carried a response before: the server may have closed it since then.
    pub(super) was_kept: bool,
}

/// Sends a message with these fields, in addition to its own and the pool's fields.
pub(super) async fn send(
    pool: &Pool,
    message: &Message,
    url: &Url,
    fields: [Option<&HeaderMap>; 2],
) -> Result<Response, Failed> {
    // In the first turn the runtime sees which sockets have data, in the second the connections' tasks read it.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
    let mut request =
        request(pool, message, url, fields).map_err(|error| Failed { cause: error.into(), was_kept: false })?;
    let interim = Interim::to(&mut request);
    let response = interim.until(pool.client.request(request)).await;
    let response =
        response.map_err(Cause::from).and_then(|response| response.map_err(Cause::from)).map_err(|cause| {
            let connection = failure::connection_of(&cause).filter(|_| !failure::is_refusal(&cause));
            Failed { was_kept: connection.is_some_and(|connection| pool.used.contain(connection)), cause }
        })?;
    if let Some(connection) = response.extensions().get::<HttpInfo>() {
        pool.used.record(connection.local_addr());
    }
    Ok(response)
}

fn request(
    pool: &Pool,
    message: &Message,
    url: &Url,
    fields: [Option<&HeaderMap>; 2],
) -> Result<Request<Full<Bytes>>, http::uri::InvalidUri> {
    let uri: Uri = url.as_str().parse()?;
    let mut request = Request::new(Full::new(Bytes::from_static(message.body().unwrap_or_default().as_bytes())));
    *request.method_mut() = match message.method() {
        "POST" => Method::POST,
        "DELETE" => Method::DELETE,
        "HEAD" => Method::HEAD,
        "OPTIONS" => Method::OPTIONS,
        _ => Method::GET,
    };
    *request.headers_mut() = pool.fields.clone();
    for (name, value) in message.fields() {
        // The id of a session was checked when it came.
        if let Ok(value) = HeaderValue::from_str(&value) {
            request.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    for fields in fields.into_iter().flatten() {
        request.headers_mut().extend(fields.clone());
    }
    // For https, the CONNECT request already sent the credentials.
    if uri.scheme() == Some(&Scheme::HTTP)
        && let Some(proxy) = pool.proxies.intercept(&uri)
        && let Some(credentials) = proxy.basic_auth()
    {
        request.headers_mut().insert(PROXY_AUTHORIZATION, credentials.clone());
    }
    *request.uri_mut() = uri;
    Ok(request)
}
