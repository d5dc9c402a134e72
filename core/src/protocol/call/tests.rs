//! Drives the policy of a request without a network.

use super::*;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome, Purpose};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
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

fn at(seconds: f64) -> Moment {
    let passed = Duration::from_secs_f64(seconds);
    Moment { monotonic: passed, wall: UNIX_EPOCH + Duration::from_secs(1_781_400_000) + passed }
}

/// What a test's call is.
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
        let request = CallRequest { purpose, url, reach, revalidate, max_bytes };
        let deadline = Some(Duration::from_secs_f64(timeout));
        CallPolicy::new(&self.limits, self.route.clone(), request, self.stored.clone(), deadline, seed)
    }

    /// The first attempt with this response.
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
    policy.next(Event::Header { status, fields, peer: Some(peer) }, at(seconds))
}

/// A response with `{}` for a body where one is wanted.
fn respond(policy: &mut CallPolicy<'_>, seconds: f64, status: u16, fields: &[(&'static str, &str)]) -> Action {
    let body = match header(policy, seconds, status, fields) {
        Action::ReadBody(_) => Bytes::from_static(b"{}"),
        Action::DiscardBody => Bytes::new(),
        other => return other,
    };
    policy.next(Event::Body(Ok(body)), at(seconds))
}

fn error(kind: ErrorKind) -> Error {
    Error::new(kind, "it failed").at(URL)
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

#[test]
fn a_document_is_read_within_the_limit() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!((policy.url().as_str(), policy.reach(), policy.conditions()), (URL, Reach::Caller, None));
    assert!(matches!(header(&mut policy, 1.0, 200, &[JSON]), Action::ReadBody(1000)));
    let end = done(policy.next(Event::Body(Ok(Bytes::from_static(b"{}"))), at(1.5)));
    let Reply { url, status, zone, from_cache, body, .. } = end.reply.unwrap();
    assert_eq!((url.as_str(), status, zone, from_cache), (URL, 200, Zone::Public, false));
    assert_eq!(body.unwrap(), "{}");
    let attempt = end.attempt.unwrap();
    assert_eq!((attempt.status, attempt.elapsed, attempt.reason), (Some(200), Duration::from_millis(1500), None));
    assert!(!end.was_cut_short && !end.from_cache && end.entry.is_none());
}

#[test]
fn a_body_that_is_not_used_is_discarded() {
    for (status, fields) in [
        (200, &[("content-type", "text/html")][..]),
        (200, &[JSON, ("content-encoding", "gzip")]),
        (503, &[JSON]),
        (204, &[]),
    ] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        assert!(matches!(header(&mut policy, 0.0, status, fields), Action::DiscardBody), "{status} {fields:?}");
    }
}

#[test]
fn a_status_that_may_pass_is_retried() {
    for status in [408, 425, 429, 500, 502, 503, 504] {
        let test = Test::default();
        let mut policy = test.policy();
        for seconds in [0.0, 2.0] {
            begin(&mut policy, seconds);
            let (end, delay) = retry(respond(&mut policy, seconds + 0.5, status, &[]));
            assert_eq!((end.status, end.elapsed), (Some(status), Duration::from_millis(500)));
            assert!(end.reason.unwrap().starts_with(&format!("left: HTTP status {status}; sent again in ")));
            assert!(!delay.is_zero());
        }
        begin(&mut policy, 4.0);
        let end = done(respond(&mut policy, 4.5, status, &[]));
        assert_eq!(end.reply.unwrap().status, status);
        assert!(!end.was_cut_short);
    }
    for status in [200, 201, 304, 400, 401, 403, 404, 407, 410, 501, 505, 599] {
        let end = done(Test::default().answer(status, &[JSON]));
        assert_eq!(end.reply.unwrap().status, status);
    }
}

#[test]
fn a_failed_connection_is_retried_and_other_failures_are_not() {
    for kind in [ErrorKind::Tls, ErrorKind::Timeout, ErrorKind::BlockedAddress, ErrorKind::BodyTooLarge] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let end = done(fail(&mut policy, 0.0, kind));
        assert_eq!(end.reply.unwrap_err().kind(), kind);
        assert_eq!(end.attempt.unwrap().outcome, Outcome::Failed(kind));
        assert!(!end.was_cut_short);
    }
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, _) = retry(fail(&mut policy, 0.0, ErrorKind::Transport));
    assert_eq!(end.outcome, Outcome::Failed(ErrorKind::Transport));
    // Amid the body.
    begin(&mut policy, 1.0);
    assert!(matches!(header(&mut policy, 1.0, 200, &[JSON]), Action::ReadBody(_)));
    let broken = Event::Body(Err(BodyError::Failed(error(ErrorKind::Transport))));
    let (end, _) = retry(policy.next(broken, at(1.0)));
    assert_eq!((end.status, end.outcome), (Some(200), Outcome::Failed(ErrorKind::Transport)));
    begin(&mut policy, 3.0);
    assert_eq!(failure(fail(&mut policy, 3.0, ErrorKind::Transport)).kind(), ErrorKind::Transport);
}

#[test]
fn delays_double_and_are_random() {
    let delays = |seed| {
        let test = Test { limits: CallLimits { max_retries: 6, ..LIMITS }, seed, timeout: 1000.0, ..Test::default() };
        let mut policy = test.policy();
        let mut delays = Vec::new();
        for _ in 0..6 {
            begin(&mut policy, 0.0);
            delays.push(retry(respond(&mut policy, 0.0, 503, &[])).1.as_secs_f64());
        }
        delays
    };
    for seed in 0..100 {
        for (delay, shortest) in delays(seed).into_iter().zip([0.25, 0.5, 1.0, 2.0, 4.0, 4.0]) {
            assert!((shortest..=2.0 * shortest).contains(&delay), "{seed}: {delay}");
        }
    }
    assert_eq!(delays(1), delays(1));
    assert_ne!(delays(1), delays(2));
}

#[test]
fn retry_after_counts_up_to_a_minute_and_to_the_deadline() {
    let test = Test { timeout: 1000.0, ..Test::default() };
    for (value, delay) in [("0", 0), ("1", 1), ("60", 60)] {
        let (_, found) = retry(test.answer(429, &[("retry-after", value)]));
        assert_eq!(found, Duration::from_secs(delay));
    }
    let end = done(test.answer(429, &[("retry-after", "61")]));
    assert!(!end.was_cut_short);
    assert_eq!(end.reply.unwrap().retry_after, Some(Duration::from_secs(61)));
    // 29.5 s are left.
    let test = Test::default();
    retry(test.answer(503, &[("retry-after", "29")]));
    let end = done(test.answer(503, &[("retry-after", "30")]));
    assert!(end.was_cut_short);
    assert_eq!(end.reply.unwrap().status, 503);
    assert_eq!(end.attempt.unwrap().status, Some(503));
}

#[test]
fn the_deadline_and_a_cancellation_end_a_call() {
    for kind in [ErrorKind::Timeout, ErrorKind::Cancelled] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.attempt.is_some(), "{kind:?}");
        // Amid a body.
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        header(&mut policy, 1.0, 200, &[JSON]);
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.reply.is_err(), "{kind:?}");
        // During a delay, after the end of the attempt.
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        retry(respond(&mut policy, 1.0, 503, &[]));
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.attempt.is_none(), "{kind:?}");
        assert_eq!(end.reply.unwrap_err().kind(), kind);
    }
}

#[test]
fn a_closed_kept_alive_connection_costs_no_retry() {
    let test = Test { limits: CallLimits { max_retries: 1, ..LIMITS }, ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, delay) = retry(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Transport));
    assert!(delay.is_zero());
    assert_eq!(end.reason.unwrap(), "left: the server had closed a kept-alive connection; sent again at once");
    // The resend met another one: that counts.
    begin(&mut policy, 0.0);
    assert!(!retry(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Transport)).1.is_zero());
    begin(&mut policy, 1.0);
    done(respond(&mut policy, 1.0, 503, &[]));
    // Nothing else is a closed connection.
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Tls)).kind(), ErrorKind::Tls);
}

#[test]
fn a_redirect_within_the_origin_is_followed_up_to_the_limit() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    for (place, status) in ["/1", "/2", "https://api.example:443/3"].into_iter().zip([301, 307, 303]) {
        assert!(matches!(header(&mut policy, 0.0, status, &[("location", place)]), Action::Send));
    }
    assert_eq!(policy.url().as_str(), "https://api.example/3");
    assert_eq!(policy.reach(), Reach::Server(Zone::Public));
    let end = done(respond(&mut policy, 0.0, 200, &[JSON, ("cache-control", "max-age=60"), ("etag", "\"a\"")]));
    assert_eq!(end.reply.unwrap().url.as_str(), "https://api.example/3");
    // Not kept: it depends on the redirects.
    assert!(end.entry.is_none());

    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    for _ in 0..3 {
        header(&mut policy, 0.0, 308, &[("location", "/again")]);
    }
    let error = failure(header(&mut policy, 0.0, 308, &[("location", "/again")]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::RedirectRefused, Some(308)));
    assert!(error.message().contains("more than 3 redirects (max_redirects)"), "{error}");
}

#[test]
fn a_redirect_that_breaks_a_rule_is_refused() {
    for location in [
        "https://other.example/",
        "http://api.example/",
        "https://api.example:8443/",
        "https://user:secret@api.example/",
        "//other.example/",
        "https://",
    ] {
        let error = failure(Test::default().answer(302, &[("location", location)]));
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::RedirectRefused, Some(302)), "{location}");
    }
    assert_eq!(failure(Test::default().answer(302, &[])).kind(), ErrorKind::RedirectRefused);
    // No redirects.
    for status in [300, 304, 305] {
        assert_eq!(done(Test::default().answer(status, &[("location", "/x")])).reply.unwrap().status, status);
    }
}

#[test]
fn an_error_behind_a_redirect_says_so_and_a_retry_begins_anew() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    let (end, _) = retry(fail(&mut policy, 0.0, ErrorKind::Transport));
    assert!(end.reason.unwrap().contains(&format!("{URL} redirects to https://api.example/there")));
    begin(&mut policy, 1.0);
    assert_eq!((policy.url().as_str(), policy.reach()), (URL, Reach::Caller));
}

#[test]
fn a_fresh_entry_answers_without_a_request() {
    let entry = stored(&[("cache-control", "max-age=60")]).unwrap();
    let test = Test { stored: Some(entry), ..Test::default() };
    let end = test.policy().stored_answer(at(59.0)).unwrap();
    assert!(end.from_cache && end.reply.unwrap().from_cache);
    assert!(end.attempt.unwrap().from_cache);
    assert!(test.policy().stored_answer(at(61.0)).is_none());
    assert!(Test { revalidate: true, ..test }.policy().stored_answer(at(1.0)).is_none());
    assert!(Test::default().policy().stored_answer(at(1.0)).is_none());
}

#[test]
fn only_a_whole_200_without_a_redirect_is_kept() {
    let fields = [JSON, ("cache-control", "max-age=60")];
    assert!(done(Test::default().answer(200, &fields)).entry.is_some());
    assert!(done(Test::default().answer(404, &fields)).entry.is_none());
    let uncached = Test { limits: CallLimits { cache: false, ..LIMITS }, ..Test::default() };
    assert!(done(uncached.answer(200, &fields)).entry.is_none());
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 200, &fields);
    assert!(done(policy.next(Event::Body(Err(BodyError::TooLarge)), at(0.0))).entry.is_none());
}

#[test]
fn a_304_confirms_the_stored_response() {
    let entry = stored(&[("etag", "\"a\""), ("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT")]).unwrap();
    let test = Test { stored: Some(entry), ..Test::default() };
    let mut policy = test.policy();
    assert!(policy.stored_answer(at(0.0)).is_none());
    begin(&mut policy, 100.0);
    let conditions = policy.conditions().unwrap();
    assert_eq!(conditions["if-none-match"], "\"a\"");
    assert_eq!(conditions["if-modified-since"], "Sun, 06 Nov 1994 08:49:37 GMT");
    let action = header_from(&mut policy, 101.0, 304, &[("cache-control", "max-age=60")], PRIVATE);
    assert!(matches!(action, Action::DiscardBody));
    let end = done(policy.next(Event::Body(Ok(Bytes::new())), at(101.0)));
    let reply = end.reply.unwrap();
    assert_eq!((reply.status, reply.from_cache, reply.body.unwrap()), (200, false, Bytes::from_static(b"{}")));
    // Revalidation never lowers the zone.
    assert_eq!(reply.zone, Zone::Public);
    assert_eq!((end.status, end.from_cache), (Some(304), true));
    assert_eq!(end.attempt.unwrap().status, Some(304));
    // Fresh again, from when the server was asked.
    let test = Test { stored: end.entry, ..Test::default() };
    assert!(test.policy().stored_answer(at(159.0)).is_some());
    assert!(test.policy().stored_answer(at(161.0)).is_none());
}

#[test]
fn a_new_document_replaces_the_stored_one() {
    let test = Test { stored: stored(&[("etag", "\"a\"")]), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let end = done(respond(&mut policy, 0.0, 200, &[JSON, ("etag", "\"b\"")]));
    assert_eq!((end.status, end.from_cache), (Some(200), false));
    assert!(end.entry.is_some());
}

#[test]
fn a_304_about_another_response_is_asked_again_without_conditions() {
    let test = Test {
        stored: stored(&[("etag", "\"a\"")]),
        limits: CallLimits { max_retries: 0, ..LIMITS },
        ..Test::default()
    };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, delay) = retry(respond(&mut policy, 0.0, 304, &[("etag", "\"b\"")]));
    assert_eq!((end.status, delay), (Some(304), Duration::ZERO));
    assert_eq!(end.reason.unwrap(), "left: its 304 is not about the stored reply; sent again without a condition");
    begin(&mut policy, 0.0);
    assert!(policy.conditions().is_none());
    // Without conditions, a 304 is a status like others.
    assert_eq!(done(respond(&mut policy, 0.0, 304, &[])).reply.unwrap().status, 304);
}

#[test]
fn conditions_are_sent_to_the_stored_url_alone() {
    let test = Test { stored: stored(&[("etag", "\"a\"")]), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert!(policy.conditions().is_some());
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    assert!(policy.conditions().is_none());
}

#[test]
fn hosts_that_are_addresses_are_judged_before_they_are_asked() {
    let first = |url: &str, reach, route, allow_private_addresses| {
        let limits = CallLimits { allow_private_addresses, ..LIMITS };
        let test = Test { url: self::url(url), reach, route, limits, ..Test::default() };
        let mut policy = test.policy();
        match policy.next(Event::Begin, at(0.0)) {
            Action::Send => Ok(policy.reach()),
            other => Err(failure(other).kind()),
        }
    };
    let (direct, blocked) = (Route::default, Err(ErrorKind::BlockedAddress));
    let from = Reach::Server;
    for url in ["https://10.0.0.1/", "https://[fd00::1]/"] {
        assert_eq!(first(url, Reach::Caller, direct(), false), Ok(Reach::Caller));
        assert_eq!(first(url, from(Zone::Private), direct(), false), Ok(from(Zone::Private)));
        assert_eq!(first(url, from(Zone::Public), direct(), false), blocked);
        assert_eq!(first(url, from(Zone::Public), direct(), true), Ok(from(Zone::Loopback)));
    }
    for url in ["https://127.0.0.1/", "https://2130706433/", "https://localhost/", "https://a.localhost/"] {
        assert_eq!(first(url, from(Zone::Loopback), direct(), false), Ok(from(Zone::Loopback)));
        assert_eq!(first(url, from(Zone::Private), direct(), false), blocked);
    }
    // Always refused.
    for url in ["https://169.254.169.254/", "https://0.0.0.0/", "https://[fd00:ec2::254]/"] {
        assert_eq!(first(url, from(Zone::Loopback), direct(), true), blocked);
        assert_eq!(first(url, Reach::Caller, direct(), false), Ok(Reach::Caller));
    }
    // The caller chose a pinned address, and a proxy's.
    let pinned = || Route { is_pinned: true, proxy: None };
    assert_eq!(first("https://api.example/", from(Zone::Public), pinned(), false), Ok(Reach::Caller));
    let proxied = || Route { is_pinned: false, proxy: Some("http://proxy.example:3128".to_owned()) };
    assert_eq!(first("https://api.example/", from(Zone::Public), proxied(), false), Ok(Reach::Caller));
    assert_eq!(first("https://10.0.0.1/", from(Zone::Public), proxied(), false), blocked);
}

#[test]
fn a_response_from_an_address_that_is_not_allowed_is_refused() {
    let test = Test { reach: Reach::Server(Zone::Public), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(header_from(&mut policy, 0.0, 200, &[JSON], PRIVATE)).kind(), ErrorKind::BlockedAddress);
    // A redirect from a public address, with a private one behind it.
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    let error = failure(header_from(&mut policy, 0.0, 200, &[JSON], PRIVATE));
    assert_eq!(error.kind(), ErrorKind::BlockedAddress);
    // The caller's own URL may lead anywhere, and its zone is that of the address.
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header_from(&mut policy, 0.0, 200, &[], PRIVATE);
    assert_eq!(done(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).reply.unwrap().zone, Zone::Private);
}

#[test]
fn a_proxy_hides_the_address_and_is_named_in_errors() {
    let proxy = || Some("http://proxy.example:3128".to_owned());
    let test = Test {
        reach: Reach::Server(Zone::Public),
        route: Route { is_pinned: false, proxy: proxy() },
        ..Test::default()
    };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header_from(&mut policy, 0.0, 200, &[], PRIVATE);
    assert_eq!(done(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).reply.unwrap().zone, Zone::Public);
    let error = failure(test.answer(407, &[]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Transport, Some(407)));
    for (kind, is_named) in [(ErrorKind::Tls, true), (ErrorKind::Timeout, true), (ErrorKind::BodyTooLarge, false)] {
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let message = failure(fail(&mut policy, 0.0, kind)).message().to_owned();
        assert_eq!(message.contains("(through the proxy http://proxy.example:3128)"), is_named, "{message}");
    }
}

#[test]
fn a_body_beyond_a_limit_names_the_limit() {
    for (max_bytes, limit, option) in [(usize::MAX, 1000, "max_body_bytes"), (300, 300, "max_total_bytes")] {
        let test = Test { max_bytes, ..Test::default() };
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        assert!(matches!(header(&mut policy, 0.0, 200, &[JSON]), Action::ReadBody(most) if most == limit));
        let reply = done(policy.next(Event::Body(Err(BodyError::TooLarge)), at(0.0))).reply.unwrap();
        let error = reply.body.unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::BodyTooLarge, Some(200)));
        assert!(error.message().contains(option), "{error}");
    }
}

#[test]
fn a_header_beyond_the_limits_is_refused() {
    let large = "a".repeat(MAX_HEADER_BYTES);
    let error = failure(Test::default().answer(200, &[("x-large", &large)]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::BodyTooLarge, Some(200)));
    let mut fields = HeaderMap::new();
    for _ in 0..=MAX_HEADER_FIELDS {
        fields.append("x-many", HeaderValue::from_static("a"));
    }
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let event = Event::Header { status: 503, fields, peer: None };
    assert_eq!(failure(policy.next(event, at(0.0))).kind(), ErrorKind::BodyTooLarge);
}

#[test]
fn a_probe_needs_a_header_alone_and_is_not_retried() {
    let test = Test { purpose: Purpose::Probe, ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert!(matches!(header(&mut policy, 0.0, 200, &[JSON]), Action::DiscardBody));
    assert_eq!(done(test.answer(503, &[("retry-after", "1")])).reply.unwrap().status, 503);
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(fail(&mut policy, 0.0, ErrorKind::Transport)).kind(), ErrorKind::Transport);
    // A challenge counts with any status, and a redirect with one is not followed.
    for status in [200, 302, 401, 404] {
        let challenge = [("www-authenticate", "Bearer"), ("location", "/there")];
        let reply = done(test.answer(status, &challenge)).reply.unwrap();
        assert_eq!((reply.status, reply.www_authenticate), (status, vec!["Bearer".to_owned()]));
    }
    assert!(matches!(test.answer(302, &[("location", "/there")]), Action::Send));
}

#[test]
fn a_host_that_reports_a_body_without_a_response_gets_an_error() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).kind(), ErrorKind::Internal);
}
