//! Kept-alive connections that the server has closed meanwhile.
//!
//! A blocking client's runtime does not run between calls, so a closed connection may still look open when the next call
//! takes it. Two things make that harmless: the runtime gets to look at its sockets before a request is sent, and a
//! request that still meets a closed connection is sent once more.

use super::failure;
use super::pools::Pool;
use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::header::HeaderMap;
use reqwest::{Method, Request, Response};
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// Why no response came.
pub(super) struct Failed {
    pub(super) error: reqwest::Error,
    /// Whether the connection had carried a response before: the server may have closed it in the meantime.
    pub(super) was_kept: bool,
}

/// Sends a GET with these fields besides those that every request has.
pub(super) async fn send(pool: &Pool, url: &Url, fields: Option<&HeaderMap>) -> Result<Response, Failed> {
    // The first turn lets the runtime read what arrived, the second lets each connection's task act upon it.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
    let mut request = Request::new(Method::GET, url.clone());
    if let Some(fields) = fields {
        *request.headers_mut() = fields.clone();
    }
    let response = pool.client.execute(request).await.map_err(|error| {
        let connection = failure::connection_of(&error).filter(|_| !failure::is_refusal(&error));
        Failed { was_kept: connection.is_some_and(|connection| pool.used.contain(connection)), error }
    })?;
    if let Some(connection) = response.extensions().get::<HttpInfo>() {
        pool.used.note(connection.local_addr());
    }
    Ok(response)
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
