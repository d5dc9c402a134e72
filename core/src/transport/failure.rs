use super::path::blocked;
use super::resolver::NotAllowed;
use super::response::header_too_large;
use super::tls_failure::of_tls;
use crate::protocol::Reach;
use crate::text::escaped;
use crate::{Error, ErrorKind};
use hyper_util::client::legacy::connect::HttpInfo;
use std::error::Error as StdError;
use std::io;
use std::net::SocketAddr;
use url::Url;

/// Why no response came, by way of a proxy where one was used.
pub(super) fn of_request(error: reqwest::Error, url: &Url, reach: Reach, proxy: Option<&str>) -> Error {
    let error = error.without_url();
    if let Some(NotAllowed(address)) = find(&error) {
        return blocked(url, *address, reach).caused_by(error);
    }
    // hyper tells a server what kind of parse error it was, a client by the text alone.
    if find::<hyper::Error>(&error).is_some_and(|error| error.to_string().contains("head is too large")) {
        return header_too_large(url).caused_by(error);
    }
    let broken = find::<h2::Error>(&error).filter(|error| error.is_library()).and_then(h2::Error::reason);
    if broken == Some(h2::Reason::ENHANCE_YOUR_CALM) {
        return header_too_large(url).caused_by(error);
    }
    if broken == Some(h2::Reason::PROTOCOL_ERROR) {
        return transport("the answer's header is malformed, or far larger than 64 KiB", error, url);
    }
    if let Some(tls) = find::<rustls::Error>(&error) {
        let message = format!("TLS with {url} failed: {}", of_tls(tls));
        return Error::new(ErrorKind::Tls, message).at(url.as_str()).caused_by(error);
    }
    if error.is_builder() {
        let message = format!("{url} cannot be asked over HTTP: {}", deepest(&error));
        return Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()).caused_by(error);
    }
    if error.is_timeout() {
        let message = format!("no connection for {url} was made in time (connect_timeout)");
        return Error::new(ErrorKind::Timeout, message).at(url.as_str()).caused_by(error);
    }
    match proxy.filter(|_| error.is_connect()) {
        Some(proxy) => of_proxy(error, url, proxy),
        None if error.is_connect() => transport("no connection could be made", error, url),
        None => transport("the connection failed before an answer came", error, url),
    }
}

/// Why there is no way through a proxy.
fn of_proxy(error: reqwest::Error, url: &Url, proxy: &str) -> Error {
    // The library keeps the kinds of these errors to itself.
    let says = |what: &str| causes(&error).any(|cause| cause.to_string().contains(what));
    if says("proxy authorization required") {
        return of_credentials(url, proxy).caused_by(error);
    }
    let what = if says("tunnel error: unsuccessful") {
        format!("the proxy {proxy} refused to connect to it")
    } else if says("tunnel error: unexpected end of file") || says("tunnel error: io error") {
        format!("the proxy {proxy} hung up")
    } else if url.scheme() == "http" || says("tunnel error: failed to create underlying connection") {
        format!("the proxy {proxy} could not be reached")
    } else {
        // The tunnel is there: what failed in it is the target, or TLS with a proxy that is asked over https.
        format!("no connection could be made through the proxy {proxy}")
    };
    transport(&what, error, url)
}

/// The error of a proxy that wants to know who asks.
pub(super) fn of_credentials(url: &Url, proxy: &str) -> Error {
    let message =
        format!("{url}: the proxy {proxy} wants a user name and password, or others than it was given (proxy)");
    Error::new(ErrorKind::Transport, message).with_status(407).at(url.as_str())
}

/// Whether the server itself turned the request away: it reset an HTTP/2 stream.
pub(super) fn is_refusal(error: &reqwest::Error) -> bool {
    find::<h2::Error>(error).is_some_and(|error| error.is_reset() && error.is_remote())
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
