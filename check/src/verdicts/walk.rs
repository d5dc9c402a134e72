use super::verdict::{End, Reason};
use crate::observation::{Answer, Exchange, Observation, normal};
use crate::request::Request;
use crate::role::Role;
use serde_json::Value;
use std::collections::HashMap;
use telnyx_oauth::ErrorKind;
use url::Url;

/// The statuses of a redirect that HTTP clients follow.
const REDIRECTS: &[u16] = &[301, 302, 303, 307, 308];

/// The requests of one client, which get their answers from an observation.
pub(super) struct Walk<'a> {
    pub(super) observation: &'a Observation,
    hops: &'a Hops<'a>,
    /// The requests so far, each as its method and its URL.
    pub(super) requests: Vec<String>,
    /// The request that the observation has no exchange for. The walk ends with it.
    pub(super) missing: Option<Request>,
}

/// The outcomes of the requests for documents, by URL.
pub(super) struct Hops<'a>(HashMap<String, Hop<'a>>);

/// The outcome of one request, before the client follows a redirect.
#[derive(Clone, Copy)]
pub(super) enum Hop<'a> {
    /// An answer. The exchange may have an error, for a body that was not read to its end.
    Answer { exchange: &'a Exchange, answer: &'a Answer, index: usize },
    /// A redirect that the examination followed.
    Redirect { status: u16, target: &'a str, index: usize },
    /// No answer came, for this or for any client.
    Failed { exchange: &'a Exchange },
}

/// A redirect.
pub(super) struct Redirect {
    pub(super) status: u16,
    /// The target. `None` if the `Location` is no URL reference.
    pub(super) target: Option<Url>,
    /// True if the `Location` is empty.
    pub(super) is_empty: bool,
}

/// A document that a client took.
pub(super) struct Taken {
    pub(super) json: Value,
    pub(super) url: Url,
    /// The index of the exchange.
    pub(super) index: Option<usize>,
}

impl<'a> Hops<'a> {
    pub(super) fn of(observation: &'a Observation) -> Hops<'a> {
        let mut hops = HashMap::new();
        for (index, exchange) in observation.exchanges.iter().enumerate() {
            if !matches!(exchange.role, Role::Metadata | Role::ServerMetadata | Role::OfClient | Role::Resource) {
                continue;
            }
            let Some(answer) = &exchange.answer else {
                // The observation has no redirects without an answer. It has the last URL, and most servers redirect once.
                let last = exchange.error.as_ref().and_then(|error| error.redirected_to.as_deref());
                if let Some(target) = last {
                    let hop = Hop::Redirect { status: 302, target, index };
                    hops.entry(normal(&exchange.url)).or_insert(hop);
                }
                hops.entry(normal(last.unwrap_or(&exchange.url))).or_insert(Hop::Failed { exchange });
                continue;
            };
            // The first URL is the one of the request, whatever form the redirect has.
            let mut urls: Vec<_> = answer.redirects.iter().map(|redirect| redirect.url.as_str()).collect();
            urls.push(&answer.url);
            urls[0] = &exchange.url;
            for (redirect, pair) in answer.redirects.iter().zip(urls.windows(2)) {
                if pair[0] == pair[1] {
                    // The last answer of this URL has the `Location`, which may be empty.
                    continue;
                }
                let hop = Hop::Redirect { status: redirect.status, target: pair[1], index };
                hops.entry(normal(pair[0])).or_insert(hop);
            }
            hops.entry(normal(urls[urls.len() - 1])).or_insert(Hop::Answer { exchange, answer, index });
        }
        Hops(hops)
    }
}

impl<'a> Walk<'a> {
    pub(super) fn new(observation: &'a Observation, hops: &'a Hops<'a>) -> Walk<'a> {
        Walk { observation, hops, requests: Vec::new(), missing: None }
    }

    /// A GET of this URL, which the answer of the exchange `named_by` named. No redirect is followed.
    ///
    /// # Errors
    /// The observation does not tell the outcome.
    pub(super) fn get(&mut self, url: &Url, named_by: Option<usize>) -> Result<Hop<'a>, End> {
        let mut url = url.clone();
        url.set_fragment(None);
        // The request line has no userinfo.
        _ = url.set_username("").and_then(|()| url.set_password(None));
        self.requests.push(format!("GET {url}"));
        let Some(hop) = self.hops.0.get(url.as_str()) else {
            self.missing = Some(Request::document(Role::OfClient, url.clone()).named_by(named_by));
            return Err(unknown(&url, "the examination did not ask this URL"));
        };
        match hop {
            Hop::Failed { exchange } if !fails_for_everyone(exchange) => Err(not_sent(&url, exchange)),
            _ => Ok(*hop),
        }
    }

    /// A POST of MCP's `initialize` to the resource. No redirect is followed.
    ///
    /// # Errors
    /// The observation does not tell the outcome.
    pub(super) fn post(&mut self, url: &Url) -> Result<Hop<'a>, End> {
        self.requests.push(format!("POST {url}"));
        let posts = self.observation.exchanges.iter().enumerate().filter(|(_, exchange)| exchange.url == url.as_str());
        let of = |role| posts.clone().find(|(_, exchange)| exchange.role == role);
        let Some((index, exchange)) = of(Role::Initialize).or_else(|| of(Role::ServerDiscover)) else {
            return Err(unknown(url, "the examination sent no POST: a profile of MCP allows it"));
        };
        match &exchange.answer {
            Some(answer) => Ok(Hop::Answer { exchange, answer, index }),
            None if fails_for_everyone(exchange) => Ok(Hop::Failed { exchange }),
            None => Err(not_sent(url, exchange)),
        }
    }
}

impl<'a> Hop<'a> {
    /// The redirect, if this is the answer of a request for `url` that has a `Location` and a status that clients follow.
    pub(super) fn redirect(&self, url: &Url) -> Option<Redirect> {
        match *self {
            Hop::Redirect { status, target, .. } => {
                Some(Redirect { status, target: Url::parse(target).ok(), is_empty: false })
            }
            Hop::Answer { answer, .. } if REDIRECTS.contains(&answer.status) => {
                let location = answer.field("location")?;
                let target = url.join(&location).ok();
                Some(Redirect { status: answer.status, target, is_empty: location.is_empty() })
            }
            _ => None,
        }
    }

    /// True if the body of the answer breaks off.
    pub(super) fn breaks_off(&self) -> bool {
        matches!(self, Hop::Answer { exchange, .. } if exchange.error_kind() == Some(ErrorKind::Transport))
    }

    /// The index of the exchange, if there is an answer.
    pub(super) fn index(&self) -> Option<usize> {
        match *self {
            Hop::Answer { index, .. } | Hop::Redirect { index, .. } => Some(index),
            Hop::Failed { .. } => None,
        }
    }

    /// The status, if there is an answer.
    pub(super) fn status(&self) -> Option<u16> {
        match *self {
            Hop::Answer { answer, .. } => Some(answer.status),
            Hop::Redirect { status, .. } => Some(status),
            Hop::Failed { .. } => None,
        }
    }

    /// The whole body of the answer of a request for `url`, if the client decodes it. `Ok(None)` if it breaks off.
    ///
    /// # Errors
    /// The observation does not have the whole body.
    pub(super) fn body(&self, url: &Url) -> Result<Option<&'a [u8]>, End> {
        let Hop::Answer { answer, .. } = *self else { return Ok(None) };
        if answer.lines("content-encoding").any(|coding| !coding.eq_ignore_ascii_case("identity")) {
            return Err(unknown(url, "the examination does not decode a content coding"));
        }
        self.coded_body(url)
    }

    /// The whole body of the answer of a request for `url`, as it was sent. `Ok(None)` if it breaks off.
    ///
    /// # Errors
    /// The observation does not have the whole body.
    pub(super) fn coded_body(&self, url: &Url) -> Result<Option<&'a [u8]>, End> {
        let Hop::Answer { exchange, answer, .. } = *self else { return Ok(None) };
        match exchange.error_kind() {
            None | Some(ErrorKind::RedirectRefused) => Ok(Some(&answer.body.0)),
            Some(ErrorKind::Transport) => Ok(None),
            Some(_) => Err(not_sent(url, exchange)),
        }
    }
}

/// True if the error of this exchange is the server's or the network's, and not a rule of this program.
fn fails_for_everyone(exchange: &Exchange) -> bool {
    matches!(exchange.error_kind(), Some(ErrorKind::Transport | ErrorKind::Tls))
}

fn not_sent(url: &Url, exchange: &Exchange) -> End {
    unknown(url, exchange.error.as_ref().map_or("the observation has no answer", |failure| &failure.message))
}

pub(super) fn unknown(url: &Url, because: &str) -> End {
    End::Unknown { at: url.to_string(), because: because.to_owned() }
}

pub(super) fn stopped(url: &Url, reason: Reason, because: impl Into<String>) -> End {
    End::stopped(url.as_str(), reason, because)
}
