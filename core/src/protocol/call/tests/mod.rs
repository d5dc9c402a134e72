//! Tests the policy of a request without a network.

mod addresses;
mod documents;
mod redirects;
mod retries;
mod revalidation;

use super::*;
use crate::protocol::addresses::Zone;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome, Purpose};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use url::Url;

const URL: &str = "https://api.example/.well-known/oauth-protected-resource";
const PUBLIC: &str = "1.1.1.1";
const PRIVATE: &str = "10.0.0.1";

const LIMITS: CallLimits = CallLimits {
    max_redirects: 3,
    max_retries: 2,
    max_body_bytes: 1000,
    max_total_bytes: 8000,
    cache: true,
    allow_private_addresses: false,
};

fn at(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn moment(seconds: f64) -> Moment {
    let monotonic = at(seconds);
    Moment { monotonic, wall: UNIX_EPOCH + Duration::from_secs(1_781_400_000) + monotonic }
}

/// The settings of a tested call.
struct Test {
    limits: CallLimits,
    route: Route,
    purpose: Purpose,
    url: Url,
    reach: Reach,
    revalidate: bool,
    max_bytes: usize,
    stored: Option<Arc<Entry>>,
    timeout: f64,
    seed: u64,
}

impl Default for Test {
    fn default() -> Test {
        Test {
            limits: LIMITS,
            route: Route::default(),
            purpose: Purpose::ResourceMetadata,
            url: url(URL),
            reach: Reach::Caller,
            revalidate: false,
            max_bytes: usize::MAX,
            stored: None,
            timeout: 30.0,
            seed: 0,
        }
    }
}

impl Test {
    fn policy(&self) -> CallPolicy<'_> {
        let Test { ref url, purpose, reach, revalidate, max_bytes, timeout, seed, .. } = *self;
        let request = CallRequest {
            purpose,
            message: Cow::Owned(Message::Document),
            has_extra_fields: false,
            url: Cow::Borrowed(url),
            reach,
            revalidate,
            max_bytes,
        };
        let deadline = Some(Duration::from_secs_f64(timeout));
        CallPolicy::new(&self.limits, self.route.clone(), request, self.stored.clone(), deadline, seed)
    }

    /// The action after the first attempt gets this response.
    fn answer(&self, status: u16, fields: &[(&'static str, &str)]) -> Action {
        let mut policy = self.policy();
        begin(&mut policy, 0.0);
        respond(&mut policy, 0.5, status, fields)
    }
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn begin(policy: &mut CallPolicy<'_>, seconds: f64) {
    assert!(matches!(policy.next(Event::Begin, at(seconds)), Action::Send));
}

fn header(policy: &mut CallPolicy<'_>, seconds: f64, status: u16, fields: &[(&'static str, &str)]) -> Action {
    header_from(policy, seconds, status, fields, PUBLIC)
}

fn header_from(
    policy: &mut CallPolicy<'_>,
    seconds: f64,
    status: u16,
    fields: &[(&'static str, &str)],
    peer: &str,
) -> Action {
    let fields: HeaderMap = fields
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
        .collect();
    let peer: IpAddr = peer.parse().unwrap();
    policy.next(Event::Header { status, fields, peer: Some(peer), wall: moment(seconds).wall }, at(seconds))
}

/// Reports a response. Its body is `{}` if the policy reads the body.
fn respond(policy: &mut CallPolicy<'_>, seconds: f64, status: u16, fields: &[(&'static str, &str)]) -> Action {
    let body = match header(policy, seconds, status, fields) {
        Action::ReadBody(_) => Bytes::from_static(b"{}"),
        Action::DiscardBody => Bytes::new(),
        other => return other,
    };
    policy.next(Event::Body(Ok(body)), at(seconds))
}

fn error(kind: ErrorKind) -> Error {
    Error::new(kind, "the request failed").at(URL)
}

fn fail(policy: &mut CallPolicy<'_>, seconds: f64, kind: ErrorKind) -> Action {
    policy.next(Event::failed(error(kind)), at(seconds))
}

fn fail_on_kept_connection(policy: &mut CallPolicy<'_>, seconds: f64, kind: ErrorKind) -> Action {
    policy.next(Event::Failed { error: error(kind), was_kept: true }, at(seconds))
}

#[track_caller]
fn retry(action: Action) -> (AttemptEnd, Duration) {
    match action {
        Action::Retry(end, delay) => (end, delay),
        other => panic!("no retry: {other:?}"),
    }
}

#[track_caller]
fn done(action: Action) -> CallEnd {
    match action {
        Action::Done(end) => *end,
        other => panic!("not done: {other:?}"),
    }
}

#[track_caller]
fn failure(action: Action) -> Error {
    done(action).reply.unwrap_err()
}

const JSON: (&str, &str) = ("content-type", "application/json");

/// The entry of a response with these fields, for a request at 0 s.
fn stored(fields: &[(&'static str, &str)]) -> Option<Arc<Entry>> {
    let fields: Vec<_> = [JSON].iter().chain(fields).copied().collect();
    done(Test::default().answer(200, &fields)).entry
}
