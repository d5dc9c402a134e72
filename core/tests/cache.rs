//! What is answered again without asking, what is asked about, and what is never kept: by both clients.

mod common;

use common::{Client, METADATA, block_on, blocking_options, each, options, sandbox};
use std::time::{Duration, SystemTime};
use telnyx_oauth::{CancelToken, ErrorKind, Outcome, Purpose, ResourceMetadata};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";

/// A document that is told from others by its name.
fn named(name: &str) -> Answer {
    Answer::json(format!(
        r#"{{"resource": "${{origin}}", "authorization_servers": ["${{origin}}"], "resource_name": "{name}"}}"#
    ))
}

fn kept(name: &str) -> Answer {
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

/// The conditions of the n-th request.
fn condition(sandbox: &Sandbox, n: usize) -> [Option<String>; 2] {
    let request = &sandbox.requests()[n];
    ["if-none-match", "if-modified-since"].map(|name| request.header(name).map(str::to_owned))
}

fn http_date(distance: i64) -> String {
    let (now, seconds) = (SystemTime::now(), Duration::from_secs(distance.unsigned_abs()));
    httpdate::fmt_http_date(if distance < 0 { now - seconds } else { now + seconds })
}

#[test]
fn what_is_fresh_is_not_asked_for_again() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [kept("1"), kept("2")]);
        let origin = sandbox.http_origin();
        for _ in 0..3 {
            assert_found(client.fetch(origin), "1");
        }
        // The same URL by another text.
        assert_found(client.fetch(&format!("{origin}/")), "1");
        assert_eq!(sandbox.requests().len(), 1);
    });
}

#[test]
fn what_is_fresh_is_at_hand_without_a_request() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [kept("1")]);
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
fn what_is_stale_is_asked_for_again() {
    each(|sandbox, client| {
        // Two seconds, of which one may have passed by the date of the answer.
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
fn only_what_the_server_calls_fresh_is_kept() {
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
fn what_is_stale_is_asked_about_by_its_tag() {
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
fn what_is_stale_is_asked_about_by_its_date() {
    each(|sandbox, client| {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        sandbox.route(METADATA, [named("1").header("last-modified", date), not_modified()]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_eq!(condition(sandbox, 1), [None, Some(date.to_owned())]);
    });
}

#[test]
fn a_confirmation_makes_fresh_again() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [tagged("1", "W/\"a\""), not_modified().header("cache-control", "max-age=60")]);
        for _ in 0..4 {
            assert_found(client.fetch(sandbox.http_origin()), "1");
        }
        assert_eq!(sandbox.requests().len(), 2);
    });
}

#[test]
fn a_confirmation_may_end_the_keeping() {
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
fn a_confirmation_of_something_else_is_none() {
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
fn a_confirmation_that_was_not_asked_for_is_an_error() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [not_modified().header("etag", "\"a\"")]);
        let error = client.fetch(sandbox.http_origin()).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::HttpStatus, Some(304)));
        assert!(!error.attempts()[0].from_cache);
    });
}

#[test]
fn a_new_document_takes_the_place_of_the_old_one() {
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
fn errors_are_not_kept() {
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
fn a_bad_document_is_not_kept() {
    each(|sandbox, client| {
        let bad = [
            Answer::json(r#"{"resource": "https://evil.example"}"#),
            Answer::json("{"),
            Answer::json(r#"{"resource": 1}"#),
            named("1").header("content-type", "text/html"),
        ];
        let bad = bad.map(|answer| answer.header("cache-control", "max-age=60").header("etag", "\"a\""));
        sandbox.route(METADATA, bad.into_iter().chain([kept("2")]));
        for _ in 0..4 {
            client.fetch(sandbox.http_origin()).unwrap_err();
        }
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert!((0..5).all(|n| condition(sandbox, n) == [None, None]));
    });
}

#[test]
fn not_now_keeps_what_there_is_and_not_here_forgets_it() {
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
fn what_came_through_a_redirect_is_not_kept() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::redirect("/elsewhere").header("cache-control", "max-age=60")]);
        sandbox.route("/elsewhere", [kept("1")]);
        for _ in 0..2 {
            assert_found(client.fetch(sandbox.http_origin()), "1");
        }
        assert_eq!(sandbox.requests().len(), 4);
    });
}

#[test]
fn an_issuers_document_is_kept_wherever_it_was_found() {
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
fn no_more_than_256_documents_are_kept() {
    each(|sandbox, client| {
        sandbox.route("/.well-known/*", [kept("1")]);
        let fetch = |n: u32| drop(client.fetch(&format!("{}/{n}", sandbox.http_origin())).unwrap());
        (0..300).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 300);
        // Those that were used last are there.
        (50..300).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 300);
        (0..10).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 310);
    });
}

#[test]
fn no_more_than_8_mib_are_kept() {
    each(|sandbox, client| {
        sandbox.route("/.well-known/*", [kept(&"x".repeat(900_000))]);
        let fetch = |n: u32| drop(client.fetch(&format!("{}/{n}", sandbox.http_origin())).unwrap());
        (0..12).for_each(fetch);
        (5..12).for_each(fetch);
        assert_eq!(sandbox.requests().len(), 12);
        fetch(0);
        assert_eq!(sandbox.requests().len(), 13);
    });
}

#[test]
fn without_a_cache_every_call_asks() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [kept("1").header("etag", "\"a\"").delay(Duration::from_millis(100))]);
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
fn a_call_that_has_ended_before_it_began_is_not_answered() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [kept("1")]);
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
fn the_blocking_client_answers_in_async_code_where_it_need_not_wait() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [kept("1")]);
    let client = blocking_options(&sandbox).build().unwrap();
    assert_found(client.fetch_resource_metadata(sandbox.http_origin()), "1");
    block_on(async { assert_found(client.fetch_resource_metadata(sandbox.http_origin()), "1") });
}

/// What each request of a discovery came to: its purpose, its status, and whether it was answered from the cache.
fn attempts(found: &telnyx_oauth::Discovery) -> Vec<(Purpose, u16, bool)> {
    assert!(found.attempts().iter().all(|attempt| attempt.outcome == Outcome::Ok), "{:?}", found.attempts());
    found.attempts().iter().map(|attempt| (attempt.purpose, attempt.status.unwrap(), attempt.from_cache)).collect()
}

fn keep_the_server(sandbox: &Sandbox) {
    let server = Answer::json(r#"{"issuer": "${origin}", "code_challenge_methods_supported": ["S256"]}"#);
    sandbox.route(SERVER, [server.header("cache-control", "max-age=60")]);
}

#[test]
fn a_discovery_asks_the_resource_alone_where_the_rest_is_fresh() {
    each(|sandbox, client| {
        keep_the_server(sandbox);
        sandbox.route(METADATA, [kept("1")]);
        let (probe, document, server) =
            (Purpose::Probe, Purpose::ResourceMetadata, Purpose::AuthorizationServerMetadata);
        let first = client.discover(sandbox.http_origin(), None).unwrap();
        assert_eq!(attempts(&first), [(probe, 404, false), (document, 200, false), (server, 200, false)]);
        let second = client.discover(sandbox.http_origin(), None).unwrap();
        assert_eq!(attempts(&second), [(probe, 404, false), (document, 200, true), (server, 200, true)]);
        assert_eq!(second.resource_metadata(), first.resource_metadata());
        // What a discovery found is found by the other calls too; a server's word is not the caller's.
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 4);
        client.fetch_server(sandbox.http_origin()).unwrap();
        assert_eq!(sandbox.requests().len(), 5);
    });
}

#[test]
fn a_challenge_of_the_resource_revalidates() {
    each(|sandbox, client| {
        keep_the_server(sandbox);
        let challenge = format!("Bearer resource_metadata=\"${{origin}}{METADATA}\"");
        sandbox.route("/", [Answer::status(401).header("www-authenticate", challenge)]);
        let fresh = |name, tag| tagged(name, tag).header("cache-control", "max-age=60");
        sandbox.route(METADATA, [fresh("1", "\"a\""), fresh("1", "\"a\""), not_modified(), fresh("2", "\"b\"")]);
        let (probe, document, server) =
            (Purpose::Probe, Purpose::ResourceMetadata, Purpose::AuthorizationServerMetadata);
        let discover = || client.discover(sandbox.http_origin(), None).unwrap();
        // What was asked for just now, meanwhile, is asked for once.
        assert_eq!(attempts(&discover()), [(probe, 401, false), (document, 200, false), (server, 200, false)]);
        // A document that the caller asked for says nothing about one that a server names: it is asked for.
        let asked = |found| [(probe, 401, false), (document, 200, true), found, (server, 200, true)];
        assert_eq!(attempts(&discover()), asked((document, 200, false)));
        assert_eq!(attempts(&discover()), asked((document, 304, true)));
        assert_eq!(condition(sandbox, 6), [Some("\"a\"".to_owned()), None]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        // It has changed: what the caller asked for earlier does not hold any more.
        let changed = discover();
        assert_eq!(changed.resource_metadata().resource_name(), Some("2"));
        assert_eq!(sandbox.requests().len(), 9);
        assert_found(client.fetch(sandbox.http_origin()), "2");
        assert_eq!(sandbox.requests().len(), 10);
    });
}

#[test]
fn a_challenge_that_the_caller_has_got_revalidates() {
    each(|sandbox, client| {
        keep_the_server(sandbox);
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
fn a_clients_clones_share_its_cache_and_other_clients_do_not() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [kept("1")]);
        assert_found(client.fetch(sandbox.http_origin()), "1");
        assert_found(client.with_timeout(Duration::from_secs(9)).fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 1);
        let other = Client::Blocking(blocking_options(sandbox).build().unwrap());
        assert_found(other.fetch(sandbox.http_origin()), "1");
        assert_eq!(sandbox.requests().len(), 2);
    });
}
