//! Sends one request.
//!
//! A server may have closed a kept-alive connection. A blocking client's runtime does not run between calls, so such a
//! connection may still look open when the next call takes it. Two things make that harmless: the runtime reads its sockets
//! before a request is sent, and a request that still meets a closed connection is sent once more.

use super::failure::{self, Cause};
use super::interim::Interim;
use super::pools::Pool;
use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{HeaderMap, Request, Uri};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper_util::client::legacy::connect::HttpInfo;
use url::Url;

pub(super) type Response = http::Response<Incoming>;

/// Why no response came.
pub(super) struct Failed {
    pub(super) cause: Cause,
    /// Whether the connection had carried a response before, so that the server may have closed it since.
    pub(super) was_kept: bool,
}

/// Sends a GET with these fields, in addition to those of every request.
pub(super) async fn send(pool: &Pool, url: &Url, fields: Option<&HeaderMap>) -> Result<Response, Failed> {
    // The first turn lets the runtime read what arrived, the second lets each connection's task act upon it.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
    let mut request = request(pool, url, fields).map_err(|error| Failed { cause: error.into(), was_kept: false })?;
    let interim = Interim::to(&mut request);
    let response = interim.until(pool.client.request(request)).await;
    let response =
        response.map_err(Cause::from).and_then(|response| response.map_err(Cause::from)).map_err(|cause| {
            let connection = failure::connection_of(&cause).filter(|_| !failure::is_refusal(&cause));
            Failed { was_kept: connection.is_some_and(|connection| pool.used.contain(connection)), cause }
        })?;
    if let Some(connection) = response.extensions().get::<HttpInfo>() {
        pool.used.note(connection.local_addr());
    }
    Ok(response)
}

fn request(pool: &Pool, url: &Url, fields: Option<&HeaderMap>) -> Result<Request<Empty<Bytes>>, http::uri::InvalidUri> {
    let uri: Uri = url.as_str().parse()?;
    let mut request = Request::new(Empty::new());
    *request.headers_mut() = pool.fields.clone();
    if let Some(fields) = fields {
        request.headers_mut().extend(fields.clone());
    }
    // With https, the proxy got them with the request for the tunnel.
    if uri.scheme() == Some(&Scheme::HTTP)
        && let Some(proxy) = pool.proxies.intercept(&uri)
        && let Some(credentials) = proxy.basic_auth()
    {
        request.headers_mut().insert(PROXY_AUTHORIZATION, credentials.clone());
    }
    *request.uri_mut() = uri;
    Ok(request)
}
