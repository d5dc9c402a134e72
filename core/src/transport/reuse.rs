//! Kept-alive connections that the server has closed meanwhile.
//!
//! A blocking client's runtime does not run between calls, so a closed connection may still look open when the next call
//! takes it. Two things make that harmless: the runtime gets to look at its sockets before a request is sent, and a
//! request that still meets a closed connection is sent once more.

use super::failure::{self, Cause};
use super::interim::Interim;
use super::pools::Pool;
use super::response::Response;
use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{HeaderMap, Request, Uri};
use http_body_util::Empty;
use hyper_util::client::legacy::connect::HttpInfo;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// Why no response came.
pub(super) struct Failed {
    pub(super) cause: Cause,
    /// Whether the connection had carried a response before: the server may have closed it in the meantime.
    pub(super) was_kept: bool,
}

/// Sends a GET with these fields besides those that every request has.
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
    // In a tunnel, the proxy has been told already.
    if uri.scheme() == Some(&Scheme::HTTP)
        && let Some(proxy) = pool.proxies.intercept(&uri)
        && let Some(credentials) = proxy.basic_auth()
    {
        request.headers_mut().insert(PROXY_AUTHORIZATION, credentials.clone());
    }
    *request.uri_mut() = uri;
    Ok(request)
}

/// How many connections of a pool are known at most.
const KNOWN: usize = 256;

/// This end's addresses of the connections of a pool that have carried a response, the one that was used last first.
#[derive(Default)]
pub(super) struct Used(Mutex<Vec<SocketAddr>>);

impl Used {
    fn note(&self, connection: SocketAddr) {
        let mut known = self.connections();
        match known.iter().position(|other| *other == connection) {
            Some(0) => {}
            Some(i) => known.swap(0, i),
            None => {
                known.insert(0, connection);
                known.truncate(KNOWN);
            }
        }
    }

    fn contain(&self, connection: SocketAddr) -> bool {
        self.connections().contains(&connection)
    }

    fn connections(&self) -> MutexGuard<'_, Vec<SocketAddr>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
