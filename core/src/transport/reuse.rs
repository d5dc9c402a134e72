//! Kept-alive connections that the server has closed meanwhile.
//!
//! Nobody drives a blocking client's runtime between calls, so a closed connection may still look open when the next call
//! takes it. Two things make that harmless: the runtime gets to look at its sockets before a request is sent, and a
//! request that still meets a dead connection is sent once more.

use super::failure;
use super::pools::Pool;
use crate::protocol::Reach;
use crate::{Error, ErrorKind};
use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::header::HeaderMap;
use reqwest::{Method, Request, Response};
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// Sends a GET with these fields besides those that every request has.
pub(super) async fn send(pool: &Pool, url: &Url, fields: Option<&HeaderMap>, reach: Reach) -> Result<Response, Error> {
    // The first turn lets the runtime read what arrived, the second lets each connection's task act upon it.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
    let request = || {
        let mut request = Request::new(Method::GET, url.clone());
        if let Some(fields) = fields {
            *request.headers_mut() = fields.clone();
        }
        pool.client.execute(request)
    };
    let failed = |error| failure::of_request(error, url, reach);
    let response = match request().await {
        Ok(response) => response,
        Err(error) => {
            let reused = failure::connection_of(&error).is_some_and(|connection| pool.used.contain(connection));
            let error = failed(error);
            if !reused || error.kind() != ErrorKind::Transport {
                return Err(error);
            }
            request().await.map_err(failed)?
        }
    };
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
