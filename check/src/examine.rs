use crate::body::Body;
use crate::observation::{Answer, Observation, Redirect};
use crate::plan::Plan;
use crate::request::Request;
use futures_util::stream::{FuturesUnordered, StreamExt};
use telnyx_oauth::embedding::{AddressZone, Exchanges, RawRequest, RawResponse};
use telnyx_oauth::{Client, Error, ErrorKind};

/// The maximum number of requests at the same time.
const MAX_CONCURRENT: usize = 8;

/// Sends the requests of a plan with this client, and returns the observation. The client's options for addresses,
/// redirects, TLS, proxies and extra header fields apply. Its timeout limits the whole examination; one request may take a
/// third of it. A request that fails beside others is sent again alone.
///
/// # Errors
/// [`ErrorKind::InvalidArgument`] outside of a tokio runtime, and [`ErrorKind::Cancelled`]. The failure of a request is part
/// of the observation.
pub async fn examine(client: &Client, mut plan: Plan) -> Result<Observation, Error> {
    let exchanges = Exchanges::begin(client, &plan.observation().target)?;
    let mut running = FuturesUnordered::new();
    let mut waiting = Vec::new();
    // The requests that failed beside others. A server that closes a connection of HTTP/2 for one request fails all of them.
    let mut failed = Vec::new();
    loop {
        waiting.extend(plan.requests());
        let is_alone = running.is_empty() && waiting.is_empty();
        if is_alone {
            waiting.extend(failed.pop());
        }
        while running.len() < MAX_CONCURRENT && !waiting.is_empty() {
            let request = waiting.remove(0);
            let named_by = request.named_by.map(|index| zone(plan.observation(), index));
            let exchanges = exchanges.clone();
            running.push(async move {
                let sent = send(&exchanges, &request, named_by).await;
                (request, sent, is_alone)
            });
        }
        match running.next().await {
            None => return Ok(plan.finish()),
            Some((_, Err(error), _)) if error.kind() == ErrorKind::Cancelled => return Err(error),
            Some((request, Err(error), false)) if error.kind() == ErrorKind::Transport => failed.push(request),
            Some((request, Err(error), _)) => plan.take(&request, None, Some(&error)),
            Some((request, Ok(mut response), _)) => {
                let error = response.error.take();
                plan.take(&request, Some(answer(response)), error.as_ref());
            }
        }
    }
}

async fn send(exchanges: &Exchanges, request: &Request, named_by: Option<AddressZone>) -> Result<RawResponse, Error> {
    let Request { method, url, headers, body, max_bytes, .. } = request;
    let raw = RawRequest { method, url, headers, body: *body, named_by, max_bytes: *max_bytes };
    exchanges.send(&raw).await
}

/// The zone of the answer of an exchange. Without one, the strictest.
fn zone(observation: &Observation, index: usize) -> AddressZone {
    let answer = observation.exchanges.get(index).and_then(|exchange| exchange.answer.as_ref());
    answer.and_then(|answer| answer.zone.parse().ok()).unwrap_or(AddressZone::Public)
}

fn answer(response: RawResponse) -> Answer {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Answer {
        url: response.url,
        redirects: response.redirects.into_iter().map(|(status, url)| Redirect { status, url }).collect(),
        status: response.status,
        headers: response.headers.into_iter().map(|(name, value)| (name, text(value))).collect(),
        body: Body(response.body),
        elapsed_ms: u64::try_from(response.elapsed.as_millis()).unwrap_or(u64::MAX),
        zone: response.zone.as_str().to_owned(),
        address: response.address.map(|address| address.to_string()),
    }
}
