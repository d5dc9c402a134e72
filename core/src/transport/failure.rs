use super::connector::TimedOut;
use super::interim::TooMany;
use super::resolver::NotAllowed;
use super::tls_failure::tls_message;
use crate::protocol::call::{Reach, blocked, header_too_large, proxy_credentials_required};
use crate::protocol::errors::escaped;
use crate::{Error, ErrorKind};
use http::uri::InvalidUri;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpInfo;
use std::error::Error as StdError;
use std::io;
use std::net::SocketAddr;
use url::Url;

/// The cause of a request without a response.
pub(super) enum Cause {
    /// The HTTP library cannot represent the URL.
    Url(InvalidUri),
    /// The interim responses were too large.
    Interim,
    Client(legacy::Error),
}

impl From<InvalidUri> for Cause {
    fn from(error: InvalidUri) -> Cause {
        Cause::Url(error)
    }
}

impl From<TooMany> for Cause {
    fn from(_: TooMany) -> Cause {
        Cause::Interim
    }
}

impl From<legacy::Error> for Cause {
    fn from(error: legacy::Error) -> Cause {
        Cause::Client(error)
    }
}

/// The error of a request without a response.
pub(super) fn of_request(cause: Cause, url: &Url, reach: Reach, proxy: Option<&str>) -> Error {
    let error = match cause {
        Cause::Url(error) => {
            let message = format!("{url} cannot be requested over HTTP: {}", deepest(&error));
            return Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()).caused_by(error);
        }
        Cause::Interim => {
            let message = format!("the interim responses of {url} are larger than 64 KiB together");
            return Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str());
        }
        Cause::Client(error) => error,
    };
    if let Some(NotAllowed(address)) = find(&error) {
        return blocked(url, *address, reach).caused_by(error);
    }
    // hyper shows clients the kind of a parse error only in its text.
    if find::<hyper::Error>(&error).is_some_and(|error| error.to_string().contains("head is too large")) {
        return header_too_large(url).caused_by(error);
    }
    let violation = find::<h2::Error>(&error).filter(|error| error.is_library()).and_then(h2::Error::reason);
    if violation == Some(h2::Reason::ENHANCE_YOUR_CALM) {
        return header_too_large(url).caused_by(error);
    }
    if violation == Some(h2::Reason::PROTOCOL_ERROR) {
        return transport("the answer's header is malformed, or far larger than 64 KiB", error, url);
    }
    if let Some(tls) = find::<rustls::Error>(&error) {
        let message = format!("TLS with {url} failed: {}", tls_message(tls));
        return Error::new(ErrorKind::Tls, message).at(url.as_str()).caused_by(error);
    }
    if find::<TimedOut>(&error).is_some() || timed_out_below(&error) {
        let message = format!("the connection for {url} was not open in time (connect_timeout)");
        return Error::new(ErrorKind::Timeout, message).at(url.as_str()).caused_by(error);
    }
    match proxy.filter(|_| error.is_connect()) {
        Some(proxy) => proxy_error(error, url, proxy),
        None if error.is_connect() => transport("the connection could not be opened", error, url),
        None => transport("the connection failed before an answer came", error, url),
    }
}

/// The error of a connection through a proxy.
fn proxy_error(error: legacy::Error, url: &Url, proxy: &str) -> Error {
    // The library does not expose the kinds of these errors.
    let says = |what: &str| causes(&error).any(|cause| cause.to_string().contains(what));
    if says("proxy authorization required") {
        return proxy_credentials_required(url, proxy).caused_by(error);
    }
    let what = if says("tunnel error: unsuccessful") {
        format!("the proxy {proxy} refused to connect to it")
    } else if says("tunnel error: unexpected end of file") || says("tunnel error: io error") {
        format!("the proxy {proxy} closed the connection")
    } else if url.scheme() == "http" || says("tunnel error: failed to create underlying connection") {
        format!("the proxy {proxy} could not be reached")
    } else {
        // The tunnel exists, so the target failed, or TLS with an https proxy.
        format!("the connection could not be opened through the proxy {proxy}")
    };
    transport(&what, error, url)
}

/// True if the server refused the request by a reset of its HTTP/2 stream.
pub(super) fn is_refusal(cause: &Cause) -> bool {
    let Cause::Client(error) = cause else { return false };
    find::<h2::Error>(error).is_some_and(|error| error.is_reset() && error.is_remote())
}

/// The local address of the connection that failed, if there was one.
pub(super) fn connection_of(cause: &Cause) -> Option<SocketAddr> {
    let Cause::Client(error) = cause else { return None };
    let connected = error.connect_info()?;
    let mut extras = http::Extensions::new();
    connected.get_extras(&mut extras);
    extras.get::<HttpInfo>().map(HttpInfo::local_addr)
}

/// The error of a body that ended early.
pub(super) fn of_body(error: hyper::Error, url: &Url) -> Error {
    transport("the connection failed in the middle of the body", error, url)
}

fn transport(what: &str, error: impl StdError + Send + Sync + 'static, url: &Url) -> Error {
    let message = format!("{url}: {what}: {}", deepest(&error));
    Error::new(ErrorKind::Transport, message).at(url.as_str()).caused_by(error)
}

/// True if TCP timed out.
fn timed_out_below(error: &legacy::Error) -> bool {
    causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|e| e.kind() == io::ErrorKind::TimedOut)
}

/// The innermost cause, which is the most specific. It may contain text from the peer.
fn deepest(error: &(dyn StdError + 'static)) -> String {
    causes(error).last().map(|cause| escaped(&cause.to_string())).unwrap_or_default()
}

fn find<'a, E: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a E> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

/// The error and its causes. `source()` alone skips the error inside an `io::Error`.
fn causes<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| {
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        wrapped.map(|inner| inner as &(dyn StdError + 'static)).or_else(|| error.source())
    })
}
