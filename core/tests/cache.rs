//! The cache: fresh documents, revalidation, and responses that are never stored. Each test runs with both clients.

mod common;

use common::{Client, METADATA, block_on, blocking_options, each, options, sandbox};
use std::time::{Duration, SystemTime};
use telnyx_oauth::{CancelToken, ErrorKind, Outcome, Purpose, ResourceMetadata};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";

/// A document with this name.
fn named(name: &str) -> Answer {
    Answer::json(format!(
        r#"{{"resource": "${{origin}}", "authorization_servers": ["${{origin}}"], "resource_name": "{name}"}}"#
    ))
}

fn cacheable(name: &str) -> Answer {
    named(name).header("cache-control", "max-age=60")
}

fn tagged(name: &str, tag: &str) -> Answer {
    named(name).header("etag", tag)
}

fn not_modified() -> Answer {
    Answer::status(304)
}

#[track_caller]
fn assert_found(found: Result<ResourceMetadata, telnyx_oauth::Error>, name: &str) {
    assert_eq!(found.unwrap().resource_name(), Some(name));
}

/// The conditional header fields of the n-th request: `If-None-Match` and `If-Modified-Since`.
fn condition(sandbox: &Sandbox, n: usize) -> [Option<String>; 2] {
    let request = &sandbox.requests()[n];
    ["if-none-match", "if-modified-since"].map(|name| request.header(name).map(str::to_owned))
}

fn http_date(distance: i64) -> String {
    let (now, seconds) = (SystemTime::now(), Duration::from_secs(distance.unsigned_abs()));
    httpdate::fmt_http_date(if distance < 0 { now - seconds } else { now + seconds })
}

#[test]
fn a_fresh_document_is_not_requested_again() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [cacheable("1"), cacheable("2")]);
        let origin = sandbox.http_origin();
        for _ in 0..3 {
            assert_found(client.fetch(origin), "1");
        }
        // Another spelling of the same URL.
        assert_found(client.fetch(&format!("{origin}/")), "1");
        assert_eq!(sandbox.requests().len(), 1);
    });
}

#[test]
fn cached_calls_return_a_fresh_document_without_a_request() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [cacheable("1")]);
    let server = Answer::json(r#"{"issuer": "${origin}"}"#).header("cache-control", "max-age=60");
    sandbox.route(SERVER, [server]);
    let origin = sandbox.http_origin();
    let client = blocking_options(&sandbox).build().unwrap();
    assert_eq!(client.cached_resource_metadata(origin), None);
    assert_eq!(client.cached_authorization_server_metadata(origin), None);
    client.fetch_resource_metadata(origin).unwrap();
    client.fetch_authorization_server_metadata(origin).unwrap();
    let asked = sandbox.requests().len();
    assert_eq!(client.cached_resource_metadata(origin).unwrap().resource_name(), Some("1"));
    assert_eq!(client.cached_authorization_server_metadata(origin).unwrap().issuer(), Some(origin));
    assert_eq!(client.cached_resource_metadata("https://rs.example"), None);
    let token = CancelToken::new();
    token.cancel();
    assert_eq!(client.with_cancel(token).cached_resource_metadata(origin), None);
    assert_eq!(sandbox.requests().len(), asked);
}

#[test]
fn a_stale_document_is_requested_again() {
    each(|sandbox, client| {
        // The document is fresh for 2 s, but `date` may already be 1 s old.
        let short = |name| named(name).header("cache-control", "max-age=2");
        sandbox.route(METADATA, [short("1"), short("2")]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.fetch(sandbox.http_origin()), "1");
        std::thread::sleep(Duration::from_millis(2100));
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn only_a_document_with_explicit_freshness_is_cached() {
    let (later, earlier) = (http_date(3600), http_date(-3600));
    let asked: [(&[(&str, &str)], usize); 15] = [
        (&[], 2),
        (&[("cache-control", "no-cache")], 2),
        (&[("cache-control", "max-age=60, No-Cache")], 2),
        (&[("cache-control", "no-store, max-age=60")], 2),
        (&[("cache-control", "max-age=60"), ("cache-control", "No-Store")], 2),
        (&[("cache-control", "max-age=0")], 2),
        (&[("cache-control", "max-age=60"), ("vary", "*")], 2),
        (&[("cache-control", "max-age=60"), ("age", "60")], 2),
        (&[("cache-control", "max-age=60"), ("age", "18446744073709551615")], 2),
        (&[("cache-control", "max-age=60"), ("date", &earlier)], 2),
        (&[("expires", &earlier)], 2),
        (&[("expires", &later)], 1),
        (&[("cache-control", "private, max-age=60")], 1),
        (&[("cache-control", "max-age=60"), ("vary", "accept, user-agent, accept-encoding")], 1),
        (&[("cache-control", "Max-Age=60"), ("age", "10")], 1),
    ];
    each(|sandbox, client| {
        for (n, (fields, requests)) in asked.into_iter().enumerate() {
            let answer = fields.iter().fold(named("1"), |answer, (name, value)| answer.header(*name, *value));
            sandbox.route(format!("{METADATA}/{n}"), [answer]);
            sandbox.clear_requests();
            let resource = format!("{}/{n}", sandbox.http_origin());
            for _ in 0..2 {
                client.fetch(&resource).unwrap();
            }
            assert_eq!(sandbox.requests().len(), requests, "{fields:?}");
        }
    });
}

#[test]
fn a_stale_document_is_revalidated_with_if_none_match() {
    each(|sandbox, client| {
        let confirmed = not_modified().header("etag", "\"a\"");
        sandbox.route(METADATA, [tagged("1", "\"a\""), confirmed, not_modified()]);
        for _ in 0..3 {
            assert_found(client.fetch(sandbox.http_origin()), "1");
        }
        assert_eq!(condition(sandbox, 0), [None, None]);
        for n in [1, 2] {
            assert_eq!(condition(sandbox, n), [Some("\"a\"".to_owned()), None]);
        }
    });
}

#[test]
fn a_stale_document_is_revalidated_with_if_modified_since() {
    each(|sandbox, client| {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        sandbox.route(METADATA, [named("1").header("last-modified", date), not_modified()]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_eq!(condition(sandbox, 1), [None, Some(date.to_owned())]);
    });
}

#[test]
fn a_304_makes_a_document_fresh() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [tagged("1", "W/\"a\""), not_modified().header("cache-control", "max-age=60")]);
        for _ in 0..4 {
            assert_found(client.fetch(sandbox.http_origin()), "1");
        }
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn a_304_with_no_store_removes_the_document() {
    each(|sandbox, client| {
        sandbox.route(
            METADATA,
            [tagged("1", "\"a\""), not_modified().header("cache-control", "no-store"), tagged("2", "\"b\"")],
        );
        for name in ["1", "1", "2"] {
            assert_found(client.fetch(sandbox.http_origin()), name);
        }
        assert_eq!(condition(sandbox, 2), [None, None]);
    });
}

#[test]
fn a_304_with_another_etag_leads_to_an_unconditional_request() {
    each(|sandbox, client| {
        let other = not_modified().header("etag", "\"b\"");
        sandbox.route(METADATA, [tagged("1", "\"a\""), other, tagged("2", "\"b\"")]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert_eq!(sandbox.requests().len(), 3);
        assert_eq!(condition(sandbox, 2), [None, None]);
    });
}

#[test]
fn a_304_to_an_unconditional_request_is_an_error() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [not_modified().header("etag", "\"a\"")]);
        let error = client.fetch(sandbox.http_origin()).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::HttpStatus, Some(304)));
        assert!(!error.attempts()[0].from_cache);
    });
}

#[test]
fn a_new_document_replaces_the_cached_document() {
    each(|sandbox, client| {
        let new = tagged("2", "\"b\"").header("cache-control", "max-age=60");
        sandbox.route(METADATA, [tagged("1", "\"a\""), new]);
        for name in ["1", "2", "2"] {
            assert_found(client.fetch(sandbox.http_origin()), name);
        }
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn an_error_is_not_cached() {
    each(|sandbox, client| {
        for status in [400, 404, 410, 503] {
            let error = Answer::json(r#"{"error": "invalid_request"}"#).with_status(status);
            let error = error.header("cache-control", "max-age=60").header("etag", "\"a\"");
            sandbox.route(format!("{METADATA}/{status}x"), [error, named("1")]);
            let resource = format!("{}/{status}x", sandbox.http_origin());
            assert_eq!(client.fetch(&resource).unwrap_err().http_status(), Some(status));
            assert_found(client.fetch(&resource), "1");
        }
        assert!((0..8).all(|n| condition(sandbox, n) == [None, None]));
    });
}

#[test]
fn an_invalid_document_is_not_cached() {
    each(|sandbox, client| {
        let bad = [
            Answer::json(r#"{"resource": "https://evil.example"}"#),
            Answer::json("{"),
            Answer::json(r#"{"resource": 1}"#),
            named("1").header("content-type", "text/html"),
        ];
        let bad = bad.map(|answer| answer.header("cache-control", "max-age=60").header("etag", "\"a\""));
        sandbox.route(METADATA, bad.into_iter().chain([cacheable("2")]));
        for _ in 0..4 {
            client.fetch(sandbox.http_origin()).unwrap_err();
        }
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert!((0..5).all(|n| condition(sandbox, n) == [None, None]));
    });
}

#[test]
fn a_503_keeps_the_cached_document_and_a_404_removes_it() {
    each(|sandbox, client| {
        let tagged = || tagged("1", "\"a\"");
        sandbox.route(METADATA, [tagged(), Answer::status(503), not_modified(), Answer::status(404), tagged()]);
        let calls = [(); 5].map(|()| client.fetch(sandbox.http_origin()).is_ok());
        assert_eq!(calls, [true, false, true, false, true]);
        let asked_about = [0, 1, 2, 3, 4].map(|n| condition(sandbox, n)[0].is_some());
        assert_eq!(asked_about, [false, true, true, true, false]);
    });
}

#[test]
fn a_redirected_document_is_not_cached() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::redirect("/elsewhere").header("cache-control", "max-age=60")]);
        sandbox.route("/elsewhere", [cacheable("1")]);
        for _ in 0..2 {
            assert_found(client.fetch(sandbox.http_origin()), "1");
        }
        assert_eq!(sandbox.requests().len(), 4);
    });
}

#[test]
fn an_issuers_document_is_cached_at_any_candidate_url() {
    each(|sandbox, client| {
        let issuer = format!("{}/t1", sandbox.http_origin());
        let document = Answer::json(format!(r#"{{"issuer": "{issuer}"}}"#)).header("cache-control", "max-age=60");
        sandbox.route("/.well-known/openid-configuration/t1", [document]);
        for _ in 0..3 {
            assert_eq!(client.fetch_server(&issuer).unwrap().issuer(), Some(issuer.as_str()));
        }
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn the_cache_holds_at_most_256_documents() {
    each(|sandbox, client| {
        sandbox.route("/.well-known/*", [cacheable("1")]);
        let fetch = |n: u32| drop(client.fetch(&format!("{}/{n}", sandbox.http_origin())).unwrap());
        (0..300).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 300);
        // The last 256 used documents are still in the cache.
        (50..300).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 300);
        (0..10).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 310);
    });
}

#[test]
fn the_cache_holds_at_most_8_mib() {
    each(|sandbox, client| {
        sandbox.route("/.well-known/*", [cacheable(&"x".repeat(900_000))]);
        let fetch = |n: u32| drop(client.fetch(&format!("{}/{n}", sandbox.http_origin())).unwrap());
        (0..12).for_each(fetch);
        (5..12).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 12);
        fetch(0);
        assert_eq!(sandbox.requests().len(), 13);
    });
}

#[test]
fn without_a_cache_every_call_sends_a_request() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [cacheable("1").header("etag", "\"a\"").delay(Duration::from_millis(100))]);
    let client = blocking_options(&sandbox).cache(false).build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..5 {
            scope.spawn(|| assert_found(client.fetch_resource_metadata(sandbox.http_origin()), "1"));
        }
    });
    let client = options(&sandbox).cache(false).build().unwrap();
    for _ in 0..2 {
        assert_found(block_on(client.fetch_resource_metadata(sandbox.http_origin())), "1");
    }
    assert_eq!(sandbox.requests().len(), 7);
    assert!((0..7).all(|n| condition(&sandbox, n) == [None, None]));
}

#[test]
fn a_cancelled_call_is_not_answered_from_the_cache() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [cacheable("1")]);
        let origin = sandbox.http_origin();
        assert_found(client.fetch(origin), "1");
        let cancel = CancelToken::new();
        let own = client.with_cancel(cancel.clone());
        assert_found(own.fetch(origin), "1");
        cancel.cancel();
        let error = own.fetch(origin).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        assert!(!error.attempts()[0].from_cache);
        assert_eq!(client.with_timeout(Duration::ZERO).fetch(origin).unwrap_err().kind(), ErrorKind::InvalidArgument);
        assert_found(client.with_timeout(Duration::from_nanos(1)).fetch(origin), "1");
        assert_eq!(sandbox.requests().len(), 1);
    });
}

#[test]
fn the_blocking_client_answers_from_the_cache_in_async_code() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [cacheable("1")]);
    let client = blocking_options(&sandbox).build().unwrap();
    assert_found(client.fetch_resource_metadata(sandbox.http_origin()), "1");
    block_on(async { assert_found(client.fetch_resource_metadata(sandbox.http_origin()), "1") });
}

/// The purpose and the status of each attempt of a discovery, and whether the document is from the cache.
fn attempts(found: &telnyx_oauth::Discovery) -> Vec<(Purpose, u16, bool)> {
    assert!(found.attempts().iter().all(|attempt| attempt.outcome == Outcome::Ok), "{:?}", found.attempts());
    found.attempts().iter().map(|attempt| (attempt.purpose, attempt.status.unwrap(), attempt.from_cache)).collect()
}

fn route_cacheable_server(sandbox: &Sandbox) {
    let server = Answer::json(r#"{"issuer": "${origin}", "code_challenge_methods_supported": ["S256"]}"#);
    sandbox.route(SERVER, [server.header("cache-control", "max-age=60")]);
}

#[test]
fn a_discovery_sends_only_the_probe_if_the_documents_are_fresh() {
    each(|sandbox, client| {
        route_cacheable_server(sandbox);
        sandbox.route(METADATA, [cacheable("1")]);
        let (probe, document, server) =
            (Purpose::Probe, Purpose::ResourceMetadata, Purpose::AuthorizationServerMetadata);
        let first = client.discover(sandbox.http_origin(), None).unwrap();
        assert_eq!(attempts(&first), [(probe, 404, false), (document, 200, false), (server, 200, false)]);
        let second = client.discover(sandbox.http_origin(), None).unwrap();
        assert_eq!(attempts(&second), [(probe, 404, false), (document, 200, true), (server, 200, true)]);
        assert_eq!(second.resource_metadata().unwrap(), first.resource_metadata().unwrap());
        // A fetch uses the document that the discovery cached for the caller's URL. The document of a listed server was
        // cached for a server's URL, and the caller's fetch requests it again.
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 4);
        client.fetch_server(sandbox.http_origin()).unwrap();
        assert_eq!(sandbox.requests().len(), 5);
    });
}

#[test]
fn a_challenge_of_the_resource_revalidates_the_cached_document() {
    each(|sandbox, client| {
        route_cacheable_server(sandbox);
        let challenge = format!("Bearer resource_metadata=\"${{origin}}{METADATA}\"");
        sandbox.route("/", [Answer::status(401).header("www-authenticate", challenge)]);
        let fresh = |name, tag| tagged(name, tag).header("cache-control", "max-age=60");
        sandbox.route(METADATA, [fresh("1", "\"a\""), fresh("1", "\"a\""), not_modified(), fresh("2", "\"b\"")]);
        let (probe, document, server) =
            (Purpose::Probe, Purpose::ResourceMetadata, Purpose::AuthorizationServerMetadata);
        let discover = || client.discover(sandbox.http_origin(), None).unwrap();
        // The discovery requests the document of both URLs only once.
        assert_eq!(attempts(&discover()), [(probe, 401, false), (document, 200, false), (server, 200, false)]);
        // The entry of the caller's URL does not answer a request for a server's URL.
        let asked = |found| [(probe, 401, false), (document, 200, true), found, (server, 200, true)];
        assert_eq!(attempts(&discover()), asked((document, 200, false)));
        assert_eq!(attempts(&discover()), asked((document, 304, true)));
        assert_eq!(condition(sandbox, 6), [Some("\"a\"".to_owned()), None]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        // The document has changed, so that the entry of the caller's URL is outdated.
        let changed = discover();
        assert_eq!(changed.resource_metadata().unwrap().resource_name(), Some("2"));
        assert_eq!(sandbox.requests().len(), 9);
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert_eq!(sandbox.requests().len(), 10);
    });
}

#[test]
fn a_challenge_from_the_caller_revalidates_the_cached_document() {
    each(|sandbox, client| {
        route_cacheable_server(sandbox);
        let origin = sandbox.http_origin();
        let challenge = format!("Bearer resource_metadata=\"{origin}/m\"");
        sandbox.route("/m", [tagged("1", "\"a\"").header("cache-control", "max-age=60"), not_modified()]);
        let (document, server) = (Purpose::ResourceMetadata, Purpose::AuthorizationServerMetadata);
        let discover = || client.discover(origin, Some(&challenge)).unwrap();
        assert_eq!(attempts(&discover()), [(document, 200, false), (server, 200, false)]);
        assert_eq!(attempts(&discover()), [(document, 304, true), (server, 200, true)]);
        assert_eq!(attempts(&discover()), [(document, 304, true), (server, 200, true)]);
    });
}

#[test]
fn clones_of_a_client_share_its_cache_and_other_clients_do_not() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [cacheable("1")]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.with_timeout(Duration::from_secs(9)).fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 1);
        let other = Client::Blocking(blocking_options(sandbox).build().unwrap());
        assert_found(other.fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 2);
    });
}
