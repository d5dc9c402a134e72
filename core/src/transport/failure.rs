use super::path::blocked;
use super::resolver::NotAllowed;
use super::response::header_too_large;
use crate::protocol::Reach;
use crate::text::escaped;
use crate::{Error, ErrorKind};
use hyper_util::client::legacy::connect::HttpInfo;
use std::error::Error as StdError;
use std::io;
use std::net::SocketAddr;
use url::Url;

/// Why no response came.
pub(super) fn of_request(error: reqwest::Error, url: &Url, reach: Reach) -> Error {
    let error = error.without_url();
    if let Some(NotAllowed(address)) = find(&error) {
        return blocked(url, *address, reach).caused_by(error);
    }
    // hyper tells a server what kind of parse error it was, a client by the text alone.
    if find::<hyper::Error>(&error).is_some_and(|error| error.to_string().contains("head is too large")) {
        return header_too_large(url).caused_by(error);
    }
    let what = if let Some(tls) = find::<rustls::Error>(&error) {
        let why = match tls {
            // Ours, and fit to be shown.
            rustls::Error::Other(own) => own.to_string(),
            theirs => escaped(&theirs.to_string()),
        };
        return Error::new(ErrorKind::Tls, format!("TLS with {url} failed: {why}")).at(url.as_str()).caused_by(error);
    } else if error.is_builder() {
        let message = format!("{url} cannot be asked over HTTP: {}", deepest(&error));
        return Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()).caused_by(error);
    } else if error.is_timeout() {
        let message = format!("no connection for {url} was made in time (connect_timeout)");
        return Error::new(ErrorKind::Timeout, message).at(url.as_str()).caused_by(error);
    } else if error.is_connect() {
        "no connection could be made"
    } else {
        "the connection failed before an answer came"
    };
    transport(what, error, url)
}

/// This end's address of the connection that failed, where there was one.
pub(super) fn connection_of(error: &reqwest::Error) -> Option<SocketAddr> {
    let connected = find::<hyper_util::client::legacy::Error>(error)?.connect_info()?;
    let mut extras = http::Extensions::new();
    connected.get_extras(&mut extras);
    extras.get::<HttpInfo>().map(HttpInfo::local_addr)
}

/// Why a body ended early.
pub(super) fn of_body(error: reqwest::Error, url: &Url) -> Error {
    transport("the connection failed amid the body", error.without_url(), url)
}

fn transport(what: &str, error: reqwest::Error, url: &Url) -> Error {
    let message = format!("{url}: {what}: {}", deepest(&error));
    Error::new(ErrorKind::Transport, message).at(url.as_str()).caused_by(error)
}

/// The innermost cause, which says most. Peers write parts of some of them.
fn deepest(error: &reqwest::Error) -> String {
    causes(error).last().map(|cause| escaped(&cause.to_string())).unwrap_or_default()
}

fn find<E: StdError + 'static>(error: &reqwest::Error) -> Option<&E> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

/// The error and all that caused it. `source()` alone steps over what an `io::Error` wraps.
fn causes<'a>(error: &'a reqwest::Error) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    let outermost: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(outermost), |&error| {
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        wrapped.map(|inner| inner as &(dyn StdError + 'static)).or_else(|| error.source())
    })
}
