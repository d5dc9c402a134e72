//! Kept-alive connections that the server has closed meanwhile.
//!
//! Nobody drives a blocking client's runtime between calls, so a closed connection may still look open when the next call
//! takes it. Two things make that harmless: the runtime gets to look at its sockets before a request is sent, and a
//! request that still meets a dead connection is sent once more.

use super::failure;
use crate::protocol::Reach;
use crate::{Error, ErrorKind};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, Request, Response};
use std::cell::Cell;
use std::task::{Context, Poll};
use tower_layer::Layer;
use tower_service::Service;
use url::Url;

tokio::task_local! {
    /// Whether the request under way asked for a connection of its own.
    static CONNECTING: Cell<bool>;
}

/// Sends a GET with these fields besides those that every request has.
pub(super) async fn send(
    pool: &Client,
    url: &Url,
    fields: Option<&HeaderMap>,
    reach: Reach,
) -> Result<Response, Error> {
    // The first turn lets the runtime read what arrived, the second lets each connection's task act upon it.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
    let request = || {
        let mut request = Request::new(Method::GET, url.clone());
        if let Some(fields) = fields {
            *request.headers_mut() = fields.clone();
        }
        pool.execute(request)
    };
    let (sent, reused) =
        CONNECTING.scope(Cell::new(false), async { (request().await, !CONNECTING.with(Cell::get)) }).await;
    match sent.map_err(|error| failure::of_request(error, url, reach)) {
        Err(error) if reused && error.kind() == ErrorKind::Transport => {
            request().await.map_err(|error| failure::of_request(error, url, reach))
        }
        other => other,
    }
}

/// Marks a request whose connection is made for it.
#[derive(Clone)]
pub(super) struct NoteConnects;

impl<S> Layer<S> for NoteConnects {
    type Service = NotingConnects<S>;

    fn layer(&self, inner: S) -> NotingConnects<S> {
        NotingConnects(inner)
    }
}

#[derive(Clone)]
pub(super) struct NotingConnects<S>(S);

impl<S: Service<R>, R> Service<R> for NotingConnects<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> S::Future {
        // Outside a request's task (a connection that is finished for the pool alone) there is nobody to tell.
        let _ = CONNECTING.try_with(|connecting| connecting.set(true));
        self.0.call(request)
    }
}
