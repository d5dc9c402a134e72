use super::call::Call;
use super::connections::Connections;
use super::send::{Response, send};
use super::{Transport, body, failure};
use crate::protocol::addresses::Zone;
use crate::protocol::call::{BodyError, Hop, Hops, Message, Next, Reach};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use hyper_util::client::legacy::connect::HttpInfo;
use std::net::IpAddr;
use std::time::Duration;
use url::Url;

/// An answer as it came, good or bad.
pub(crate) struct RawAnswer {
    /// The URL that answered.
    pub(crate) url: Url,
    /// The redirects before it.
    pub(crate) followed: Vec<Hop>,
    pub(crate) status: u16,
    pub(crate) fields: HeaderMap,
    /// The body, cut at the limit.
    pub(crate) body: Bytes,
    /// The error of a redirect that was not followed, or of a body that was not read to its end.
    pub(crate) error: Option<Error>,
    pub(crate) zone: Zone,
    /// The address of the peer, which may be a proxy.
    pub(crate) peer: Option<IpAddr>,
    pub(crate) elapsed: Duration,
}

impl Transport {
    /// Sends one request, and those of its redirects, under the rules of every other request. The cache and retries are not
    /// used; a request is sent again only if the server had closed a kept-alive connection.
    ///
    /// # Errors
    /// No answer came, or its address or header breaks a rule.
    pub(crate) async fn exchange(
        &self,
        message: &Message,
        url: &Url,
        reach: Reach,
        has_extra_fields: bool,
        max_bytes: usize,
        call: &Call,
    ) -> Result<RawAnswer, Error> {
        let connections = self.connections(call.process)?;
        let began = self.clock.now();
        let mut hops = Hops::new(&self.config.limits, self.config.route_to(url), message, url, reach);
        let mut is_resent = false;
        loop {
            let sent = self.send_hop(&mut hops, connections, message, has_extra_fields, call);
            let response = match call.bound(url, Box::pin(sent)).await? {
                Ok(response) => response,
                Err((_, true)) if !is_resent && message.is_idempotent() => {
                    is_resent = true;
                    continue;
                }
                Err((error, _)) => return Err(error),
            };
            let (head, incoming) = response.into_parts();
            let peer = head.extensions.get::<HttpInfo>().map(|info| info.remote_addr().ip());
            let (status, fields) = (head.status.as_u16(), head.headers);
            let (zone, refused) = match hops.receive(status, &fields, peer)? {
                Next::Redirected => continue,
                Next::Answer(zone, refused) => (zone, refused),
            };
            let at = hops.url().clone();
            let mut answer = RawAnswer {
                followed: hops.followed,
                status,
                fields,
                body: Bytes::new(),
                error: refused,
                zone,
                peer,
                elapsed: Duration::ZERO,
                url: at,
            };
            if answer.error.is_some() || is_event_stream(&answer.fields) {
                body::discard(incoming).await;
            } else {
                let mut bytes = Vec::new();
                let read = call.bound(url, body::append_prefix(incoming, max_bytes, &mut bytes)).await;
                answer.body = bytes.into();
                answer.error = match read {
                    Ok(Ok(false)) => None,
                    Ok(Ok(true)) => Some(BodyError::TooLarge.into_error(max_bytes, &answer.url).with_status(status)),
                    Ok(Err(error)) => Some(failure::of_body(error, &answer.url).with_status(status)),
                    Err(error) if error.kind() == ErrorKind::Cancelled => return Err(error),
                    Err(error) => Some(error.with_status(status)),
                };
            }
            answer.elapsed = self.clock.now().saturating_sub(began);
            return Ok(answer);
        }
    }

    /// Sends the next request. The error says whether the connection carried a response before.
    async fn send_hop(
        &self,
        hops: &mut Hops<'_>,
        Connections { tls, pools }: &Connections,
        message: &Message,
        has_extra_fields: bool,
        call: &Call,
    ) -> Result<Response, (Error, bool)> {
        let own = |error| (error, false);
        let reach = hops.admit().map_err(own)?;
        let pool = pools.for_url(hops.url(), reach, call.runtime, &self.config, tls).map_err(own)?;
        let extra = has_extra_fields.then_some(&self.config.headers);
        let sent = send(&pool, message, hops.url(), [extra, None]).await;
        sent.map_err(|failed| (failure::of_request(failed.cause, hops.url(), reach, hops.proxy()), failed.was_kept))
    }
}

/// True for an event stream, which may never end.
fn is_event_stream(fields: &HeaderMap) -> bool {
    let value = fields.get(CONTENT_TYPE).map(|value| value.as_bytes().to_ascii_lowercase());
    value.is_some_and(|value| value.starts_with(b"text/event-stream"))
}
