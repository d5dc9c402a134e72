//! Discovery over real sockets, with both clients: the cases that OAuth clients treat differently.

mod common;

use common::{METADATA, assert_discovery_error, block_on, sandbox};
use std::time::{Duration, Instant};
use telnyx_oauth::{CancelToken, Client, Discovery, Error, ErrorKind, Outcome, Purpose, WarningKind, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const OPENID: &str = "/.well-known/openid-configuration";

/// The options of a test, in addition to the options that the sandbox needs.
#[derive(Clone, Copy, Default)]
struct Set {
    retries: u32,
    timeout: Option<Duration>,
    strict: bool,
}

macro_rules! build {
    ($client:ty, $sandbox:expr, $set:expr) => {{
        let timeout = $set.timeout.unwrap_or(Duration::from_secs(30));
        let options = <$client>::builder().ca_file($sandbox.ca_file()).proxy("").timeout(timeout);
        options.max_retries($set.retries).strict($set.strict).build().unwrap()
    }};
}

/// Prepares a sandbox, discovers `/mcp` there, and checks the result, once with each client.
#[track_caller]
fn discover(prepare: impl Fn(&Sandbox), check: impl Fn(&Sandbox, Result<Discovery, Error>)) {
    discover_with(Set::default(), prepare, check);
}

#[track_caller]
fn discover_with(set: Set, prepare: impl Fn(&Sandbox), check: impl Fn(&Sandbox, Result<Discovery, Error>)) {
    let one = sandbox();
    prepare(&one);
    let resource = format!("{}/mcp", one.http_origin());
    check(&one, block_on(build!(Client, one, set).discover(resource.as_str(), None)));
    let other = sandbox();
    prepare(&other);
    let resource = format!("{}/mcp", other.http_origin());
    check(&other, build!(blocking::Client, other, set).discover(resource.as_str(), None));
}

fn challenge(value: &str) -> Answer {
    Answer::status(401).header("www-authenticate", value)
}

/// A document about `/mcp`, whose authorization server is the sandbox itself.
fn document() -> Answer {
    Answer::json(r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#)
}

fn listing(servers: &str) -> Answer {
    Answer::json(format!(r#"{{"resource": "${{origin}}/mcp", "authorization_servers": [{servers}]}}"#))
}

fn own() -> String {
    format!("{METADATA}/mcp")
}

fn targets(sandbox: &Sandbox) -> Vec<String> {
    let mut targets: Vec<_> = sandbox.requests().into_iter().map(|request| request.target).collect();
    targets.sort();
    targets
}

fn warnings(found: &Discovery) -> Vec<WarningKind> {
    found.warnings().iter().map(|warning| warning.kind).collect()
}

#[test]
fn a_discovery_of_the_documented_endpoint_has_every_part() {
    let sandbox = sandbox();
    let client = build!(blocking::Client, sandbox, Set::default());
    let origin = sandbox.https_origin();
    let resource = format!("{origin}/v2/mcp");
    let found = client.discover(resource.as_str(), None).unwrap();
    assert_eq!(found.resource_metadata().unwrap().resource(), Some(resource.as_str()));
    assert_eq!(found.authorization_server().unwrap().issuer(), Some(origin));
    assert!(found.supports_pkce_s256());
    let json = serde_json::to_value(&found).unwrap();
    let members: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "attempts",
        "authorization_parameters",
        "authorization_servers",
        "challenge",
        "challenges",
        "resource",
        "resource_metadata",
        "resource_metadata_url",
        "via",
        "warnings",
    ];
    assert_eq!(members, expected);
    let url = format!("{origin}{METADATA}/v2/mcp");
    assert_eq!(json["resource"], resource);
    assert_eq!(json["challenge"]["scheme"], "bearer");
    assert_eq!(json["challenge"]["scope"], serde_json::Value::Null);
    assert_eq!(json["challenge"]["resource_metadata"], url);
    assert_eq!(json["challenges"], serde_json::json!([json["challenge"]]));
    assert_eq!(json["via"], "challenge");
    assert_eq!(json["resource_metadata_url"], url);
    assert_eq!(json["authorization_servers"][0]["issuer"], origin);
    assert_eq!(json["authorization_servers"][0]["metadata_url"], format!("{origin}{SERVER}"));
    assert_eq!(json["authorization_servers"][0]["metadata"]["issuer"], origin);
    assert_eq!(json["warnings"], serde_json::json!([]));
    let attempts: Vec<_> =
        json["attempts"].as_array().unwrap().iter().map(|a| (&a["purpose"], &a["outcome"])).collect();
    let ok = |purpose: &'static str| (serde_json::Value::from(purpose), serde_json::Value::from("ok"));
    let expected = [ok("probe"), ok("resource_metadata"), ok("authorization_server_metadata")];
    assert_eq!(attempts, expected.iter().map(|(purpose, outcome)| (purpose, outcome)).collect::<Vec<_>>());
    for attempt in json["attempts"].as_array().unwrap() {
        assert!(attempt["elapsed_ms"].is_u64() && attempt["from_cache"] == false, "{attempt}");
    }
}

#[test]
fn the_free_functions_discover() {
    let sandbox = sandbox();
    let resource = format!("{}/v2/mcp", sandbox.http_origin());
    let found = blocking::discover(resource.as_str(), None).unwrap();
    assert_eq!(found.resource(), resource);
    assert!(block_on(telnyx_oauth::discover(resource.as_str(), None)).unwrap().authorization_server().is_some());
}

#[test]
fn a_callers_challenge_replaces_the_probe() {
    let sandbox = sandbox();
    sandbox.route("/m", [document()]);
    let origin = sandbox.http_origin();
    let line = format!(r#"Bearer resource_metadata="{origin}/m""#);
    let client = build!(blocking::Client, sandbox, Set::default());
    let found = client.discover(format!("{origin}/mcp").as_str(), ["Basic realm=\"r\"", &line]).unwrap();
    assert_eq!(found.resource_metadata_url().unwrap(), format!("{origin}/m"));
    assert_eq!(targets(&sandbox), [SERVER, "/m"]);
}

#[test]
fn one_bad_challenge_hides_no_good_one() {
    for lines in [
        vec!["Negotiate YII=, Bearer resource_metadata=\"${origin}/m\""],
        vec!["Bearer realm=\"\", resource_metadata=\"${origin}/m\""],
        vec!["Bearer realm=\"x", "DPoP resource_metadata=\"${origin}/m\""],
        vec!["Bearer resource_metadata=${origin}/m"],
        vec!["Bearer realm=\"resource_metadata=https://evil.example/\", resource_metadata=\"${origin}/m\""],
    ] {
        discover(
            |sandbox| {
                let mut answer = Answer::status(401);
                for line in &lines {
                    answer = answer.header("www-authenticate", *line);
                }
                sandbox.route("/mcp", [answer]);
                sandbox.route("/m", [document()]);
            },
            |sandbox, found| {
                let found = found.unwrap();
                assert_eq!(found.resource_metadata_url().unwrap(), format!("{}/m", sandbox.http_origin()));
                let malformed = lines[0] == "Bearer realm=\"x";
                assert_eq!(warnings(&found), vec![WarningKind::ChallengeMalformed; usize::from(malformed)]);
            },
        );
    }
}

#[test]
fn a_challenge_counts_on_every_status() {
    for status in [200, 302, 403, 404, 405, 500, 503] {
        discover(
            |sandbox| {
                let line = "Bearer resource_metadata=\"${origin}/m\", scope=\"read write\"";
                let answer = challenge(line).with_status(status).header("location", "https://evil.example/");
                sandbox.route("/mcp", [answer]);
                sandbox.route("/m", [document()]);
            },
            |sandbox, found| {
                let found = found.unwrap();
                assert_eq!(found.challenge().unwrap().scope().unwrap(), ["read", "write"]);
                assert_eq!(sandbox.requests().iter().filter(|request| request.target == "/mcp").count(), 1);
            },
        );
    }
}

#[test]
fn any_status_without_a_challenge_is_an_answer() {
    for status in [200, 204, 302, 401, 404, 405, 500, 503] {
        discover(
            |sandbox| {
                let answer = if status == 302 { Answer::redirect("/login") } else { Answer::status(status) };
                sandbox.route("/mcp", [answer]);
                sandbox.route(own(), [document()]);
            },
            |_, found| {
                let found = found.unwrap();
                assert_eq!(warnings(&found), [], "{status}");
                assert!(found.challenge().is_none());
            },
        );
    }
}

#[test]
fn an_unusable_challenge_adds_a_warning_and_the_well_known_urls_are_requested() {
    for url in ["/m", "m", "mailto:a@b.example", "https://u:p@rs.example/m", ""] {
        discover(
            |sandbox| {
                sandbox.route("/mcp", [challenge(&format!("Bearer resource_metadata=\"{url}\""))]);
                sandbox.route(own(), [document()]);
            },
            |_, found| assert_eq!(warnings(&found.unwrap()), [WarningKind::ChallengeUnusable]),
        );
    }
    discover_with(
        Set { strict: true, ..Set::default() },
        |sandbox| sandbox.route("/mcp", [challenge("Bearer resource_metadata=\"/m\"")]),
        |_, found| drop(assert_discovery_error(found, ErrorKind::InvalidMetadata, &["resource_metadata", "/m"])),
    );
}

#[test]
fn a_challenge_that_is_absent_is_not_found_and_nothing_else_is_asked() {
    for answer in [Answer::status(404), Answer::text("<html>").header("content-type", "text/html")] {
        discover(
            |sandbox| {
                sandbox.route("/mcp", [challenge("Bearer resource_metadata=\"${origin}/m\"")]);
                sandbox.route("/m", [answer.clone()]);
                sandbox.route(own(), [document()]);
            },
            |sandbox, found| {
                let error = assert_discovery_error(found, ErrorKind::NotFound, &["/m"]);
                assert_eq!(targets(sandbox).last().unwrap(), "/mcp");
                assert!(!targets(sandbox).contains(&METADATA.to_owned()));
                assert_eq!(error.attempts().last().unwrap().outcome, Outcome::Absent);
            },
        );
    }
}

#[test]
fn a_challenge_to_another_host_needs_an_identical_resource() {
    let other = sandbox();
    let origin = other.http_origin().to_owned();
    for (body, kind) in [
        (r#"{"resource": "RESOURCE", "authorization_servers": []}"#, None),
        (r#"{"resource": "ORIGIN", "authorization_servers": []}"#, Some(ErrorKind::ResourceMismatch)),
        (r#"{"authorization_servers": []}"#, Some(ErrorKind::ResourceMismatch)),
    ] {
        discover(
            |sandbox| {
                let own = sandbox.http_origin();
                let body = body.replace("RESOURCE", &format!("{own}/mcp")).replace("ORIGIN", own);
                other.route("/m", [Answer::json(body)]);
                sandbox.route("/mcp", [challenge(&format!("Bearer resource_metadata=\"{origin}/m\""))]);
            },
            |_, found| match kind {
                None => assert_eq!(found.unwrap().resource_metadata_url().unwrap(), format!("{origin}/m")),
                Some(kind) => drop(assert_discovery_error(found, kind, &["resource"])),
            },
        );
    }
}

#[test]
fn an_http_challenge_of_an_https_resource_is_refused() {
    let sandbox = sandbox();
    let port = sandbox.https_addr().port();
    let resource = format!("https://rs.example:{port}/mcp");
    let options = blocking::Client::builder().ca_file(sandbox.ca_file()).proxy("");
    let client = options.resolve("rs.example", port, sandbox.https_addr().ip()).build().unwrap();
    for target in ["http://rs.example/m".to_owned(), format!("{}/m", sandbox.http_origin())] {
        sandbox.route("/mcp", [challenge(&format!("Bearer resource_metadata=\"{target}\""))]);
        let found = client.discover(resource.as_str(), None);
        assert_discovery_error(found, ErrorKind::InsecureUrl, &[&target]);
    }
    assert!(!targets(&sandbox).contains(&"/m".to_owned()));
}

#[test]
fn an_endless_event_stream_does_not_delay_the_discovery() {
    discover(
        |sandbox| {
            let stream = Answer::default().header("content-type", "text/event-stream");
            sandbox.route("/mcp", [stream.endless(": ping\n\n", Duration::from_millis(1))]);
            sandbox.route(own(), [document()]);
        },
        |_, found| assert_eq!(warnings(&found.unwrap()), []),
    );
}

#[test]
fn a_discovery_continues_without_a_silent_resource() {
    discover_with(
        Set { timeout: Some(Duration::from_secs(3)), ..Set::default() },
        |sandbox| {
            sandbox.route("/mcp", [Answer::default().silent()]);
            sandbox.route(own(), [document()]);
        },
        |_, found| {
            let found = found.unwrap();
            assert_eq!(warnings(&found), [WarningKind::ProbeFailed]);
            assert!(found.authorization_server().is_some());
            assert_eq!(found.attempts()[0].outcome, Outcome::Failed(ErrorKind::Timeout));
        },
    );
}

#[test]
fn a_probe_that_fails_is_not_retried() {
    for answer in [Answer::default().reset_before_head(), Answer::raw("no HTTP\r\n\r\n")] {
        let prepare = |sandbox: &Sandbox| {
            sandbox.route("/mcp", [answer.clone()]);
            sandbox.route(own(), [document()]);
        };
        discover_with(Set { retries: 2, ..Set::default() }, prepare, |sandbox, found| {
            assert_eq!(warnings(&found.unwrap()), [WarningKind::ProbeFailed]);
            assert_eq!(targets(sandbox).iter().filter(|target| *target == "/mcp").count(), 1);
        });
        discover_with(Set { strict: true, ..Set::default() }, prepare, |_, found| {
            assert_eq!(found.unwrap_err().kind(), ErrorKind::Transport);
        });
    }
}

#[test]
fn the_origins_document_is_found_if_the_own_url_has_none() {
    for answer in [
        Answer::status(401),
        Answer::status(403),
        Answer::json(r#"{"error": "invalid_request"}"#).with_status(400),
        Answer::text("<!doctype html>").header("content-type", "text/html"),
    ] {
        discover(
            |sandbox| {
                sandbox.route("/mcp", [Answer::status(401)]);
                sandbox.route(own(), [answer.clone()]);
            },
            |sandbox, found| {
                let found = found.unwrap();
                assert_eq!(found.resource_metadata().unwrap().resource(), Some(sandbox.http_origin()));
                assert_eq!(warnings(&found), [WarningKind::ResourceNotExact]);
                let outcomes: Vec<_> = found.attempts().iter().map(|a| (a.purpose, a.outcome)).collect();
                assert!(outcomes.contains(&(Purpose::ResourceMetadata, Outcome::Absent)), "{outcomes:?}");
            },
        );
    }
}

#[test]
fn a_mismatched_document_of_the_origin_ends_the_search() {
    for resource in ["https://evil.example", "${origin}/other", "${origin}/mc", "${origin}/mcp/below"] {
        discover(
            |sandbox| {
                let body = format!(r#"{{"resource": "{resource}", "authorization_servers": ["${{origin}}"]}}"#);
                sandbox.route(METADATA, [Answer::json(body)]);
            },
            |sandbox, found| {
                assert_discovery_error(found, ErrorKind::ResourceMismatch, &["/mcp"]);
                assert!(!targets(sandbox).iter().any(|target| target.starts_with(SERVER)));
            },
        );
    }
}

#[test]
fn not_now_is_retried_and_then_the_error_and_the_origin_is_never_asked() {
    let status = |status: u16| move || Answer::status(status).header("retry-after", "0");
    let reset = || Answer::default().reset_before_head();
    let cases: [(&dyn Fn() -> Answer, ErrorKind); 5] = [
        (&status(408), ErrorKind::HttpStatus),
        (&status(429), ErrorKind::HttpStatus),
        (&status(500), ErrorKind::HttpStatus),
        (&status(503), ErrorKind::HttpStatus),
        (&reset, ErrorKind::Transport),
    ];
    for (answer, kind) in cases {
        discover_with(
            Set { retries: 1, ..Set::default() },
            |sandbox| sandbox.route(own(), [answer()]),
            |sandbox, found| {
                let error = assert_discovery_error(found, kind, &["/mcp"]);
                let tries = error.attempts().iter().filter(|attempt| attempt.purpose == Purpose::ResourceMetadata);
                // Each request is an attempt, even if a new connection replaces a broken one immediately.
                assert_eq!(tries.count(), targets(sandbox).iter().filter(|target| **target == own()).count());
                assert!(!targets(sandbox).contains(&METADATA.to_owned()));
            },
        );
    }
}

#[test]
fn an_answer_that_is_neither_absent_nor_a_document_stops_the_search() {
    for (answer, kind) in [
        (Answer::status(204), ErrorKind::HttpStatus),
        (Answer::json("{").with_status(201), ErrorKind::HttpStatus),
        (Answer::json("{"), ErrorKind::InvalidJson),
        (Answer::json(r#"{"resource": 1}"#), ErrorKind::InvalidMetadata),
    ] {
        discover(
            |sandbox| sandbox.route(own(), [answer.clone()]),
            |sandbox, found| {
                assert_discovery_error(found, kind, &[]);
                assert_eq!(targets(sandbox), [own(), "/mcp".to_owned()]);
            },
        );
    }
}

#[test]
fn each_server_has_its_own_outcome() {
    discover(
        |sandbox| {
            let servers = r#""${origin}/down", "${origin}/evil", "${origin}/other", "http://as.example", "${origin}""#;
            sandbox.route(own(), [listing(servers)]);
            sandbox.route(format!("{SERVER}/down"), [Answer::default().reset_before_head()]);
            sandbox.route(format!("{SERVER}/evil"), [Answer::json(r#"{"issuer": "https://evil.example"}"#)]);
            sandbox.route(format!("{SERVER}/other"), [Answer::json(r#"{"issuer": "${origin}/tenant"}"#)]);
        },
        |sandbox, found| {
            let found = found.unwrap();
            let kinds: Vec<_> = found.authorization_servers().iter().map(|s| s.error().map(Error::kind)).collect();
            assert_eq!(
                kinds,
                [
                    Some(ErrorKind::Transport),
                    Some(ErrorKind::IssuerMismatch),
                    Some(ErrorKind::IssuerMismatch),
                    Some(ErrorKind::InsecureUrl),
                    None
                ]
            );
            assert_eq!(found.authorization_server().unwrap().issuer(), Some(sandbox.http_origin()));
            let json = serde_json::to_value(&found).unwrap();
            let failed = &json["authorization_servers"][1];
            assert_eq!(failed["error"]["kind"], "issuer_mismatch");
            assert_eq!(failed["error"]["attempts"][0]["outcome"], "issuer_mismatch");
            assert!(failed.get("metadata").is_none() && failed.get("metadata_url").is_none());
            assert!(json["authorization_servers"][4].get("error").is_none());
        },
    );
}

#[test]
fn an_issuer_may_have_a_document_only_at_the_appended_openid_url() {
    discover(
        |sandbox| {
            sandbox.route(own(), [listing(r#""${origin}/organizations/v2.0""#)]);
            let body = r#"{"issuer": "${origin}/organizations/v2.0", "token_endpoint": "${origin}/token"}"#;
            sandbox.route(format!("/organizations/v2.0{OPENID}"), [Answer::json(body)]);
        },
        |sandbox, found| {
            let found = found.unwrap();
            let url = format!("{}/organizations/v2.0{OPENID}", sandbox.http_origin());
            assert_eq!(found.authorization_servers()[0].metadata_url(), Some(url.as_str()));
            assert_eq!(warnings(&found), [WarningKind::PkceS256NotAdvertised]);
            assert!(!found.supports_pkce_s256());
            assert!(!targets(sandbox).contains(&SERVER.to_owned()));
            assert!(!targets(sandbox).contains(&OPENID.to_owned()));
        },
    );
}

#[test]
fn an_issuers_root_slash_is_tolerated_and_refused_by_strict() {
    let prepare = |sandbox: &Sandbox| sandbox.route(own(), [listing(r#""${origin}/""#)]);
    discover(prepare, |sandbox, found| {
        let found = found.unwrap();
        assert_eq!(warnings(&found), [WarningKind::IssuerRootSlash]);
        assert_eq!(found.authorization_servers()[0].issuer(), format!("{}/", sandbox.http_origin()));
        assert_eq!(found.authorization_server().unwrap().issuer(), Some(sandbox.http_origin()));
    });
    discover_with(Set { strict: true, ..Set::default() }, prepare, |_, found| {
        let found = found.unwrap();
        assert_eq!(found.authorization_servers()[0].error().unwrap().kind(), ErrorKind::IssuerMismatch);
        assert_eq!(warnings(&found), [WarningKind::AuthorizationServerUnusable]);
        assert!(found.warnings()[0].message.contains("issuer_mismatch: "), "{:?}", found.warnings());
        assert_eq!(found.require_authorization_server().unwrap_err().kind(), ErrorKind::IssuerMismatch);
    });
}

#[test]
fn a_document_without_servers_adds_a_warning() {
    for body in [r#"{"resource": "${origin}/mcp"}"#, r#"{"resource": "${origin}/mcp", "authorization_servers": []}"#] {
        discover(
            |sandbox| sandbox.route(own(), [Answer::json(body)]),
            |sandbox, found| {
                let found = found.unwrap();
                assert_eq!(warnings(&found), [WarningKind::AuthorizationServersMissing]);
                assert!(found.authorization_server().is_none());
                let error = found.require_authorization_server().unwrap_err();
                assert_eq!(error.kind(), ErrorKind::NotFound);
                assert!(error.message().contains("lists no authorization server"), "{error}");
                assert_eq!(targets(sandbox), [own(), "/mcp".to_owned()]);
            },
        );
    }
}

#[test]
fn a_silent_server_does_not_affect_the_other_servers() {
    discover_with(
        Set { timeout: Some(Duration::from_secs(1)), ..Set::default() },
        |sandbox| {
            sandbox.route(own(), [listing(r#""${origin}/silent", "${origin}""#)]);
            sandbox.route(format!("{SERVER}/silent"), [Answer::default().silent()]);
        },
        |_, found| {
            let found = found.unwrap();
            assert_eq!(found.authorization_servers()[0].error().unwrap().kind(), ErrorKind::Timeout);
            assert!(found.authorization_servers()[1].metadata().is_some());
        },
    );
}

#[test]
fn a_document_that_never_arrives_is_a_timeout() {
    discover_with(
        Set { timeout: Some(Duration::from_millis(600)), ..Set::default() },
        |sandbox| sandbox.route(own(), [Answer::default().silent()]),
        |_, found| drop(assert_discovery_error(found, ErrorKind::Timeout, &[&own()])),
    );
}

#[test]
fn only_64_servers_are_requested_a_few_at_a_time() {
    const SERVERS: usize = 500;
    let sandbox = sandbox();
    let listed: Vec<_> = (0..SERVERS).map(|n| format!(r#""${{origin}}/{n}""#)).collect();
    sandbox.route(own(), [listing(&listed.join(","))]);
    let client = build!(blocking::Client, sandbox, Set::default());
    let found = client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None).unwrap();
    assert_eq!(found.authorization_servers().len(), SERVERS);
    for (place, server) in found.authorization_servers().iter().enumerate() {
        let error = server.error().unwrap();
        assert_eq!(error.kind(), ErrorKind::NotFound);
        assert_eq!(error.message().contains("only the first 64"), place >= 64, "{place}: {error}");
        assert_eq!(server.attempts().len(), if place < 64 { 3 } else { 0 });
    }
    assert_eq!(sandbox.requests().len(), 2 + 3 * 64);
    // One warning for each requested server, and one for all other servers.
    assert_eq!(warnings(&found), vec![WarningKind::AuthorizationServerUnusable; 64 + 1]);
    assert!(sandbox.connections() < 200, "{}", sandbox.connections());
}

#[test]
fn cancelling_a_discovery_ends_all_its_requests() {
    let sandbox = sandbox();
    sandbox.route(own(), [listing(r#""${origin}/silent""#)]);
    sandbox.route(format!("{SERVER}/silent"), [Answer::default().silent()]);
    let token = CancelToken::new();
    let client = build!(blocking::Client, sandbox, Set::default()).with_cancel(token.clone());
    let resource = format!("{}/mcp", sandbox.http_origin());
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.discover(resource.as_str(), None));
        while !targets(&sandbox).contains(&format!("{SERVER}/silent")) {
            std::thread::sleep(Duration::from_millis(1));
        }
        token.cancel();
        let error = call.join().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        assert_eq!(error.attempts().len(), 3);
    });
}

#[test]
fn the_probe_and_the_request_for_the_document_run_concurrently() {
    let sandbox = sandbox();
    let wait = Duration::from_millis(500);
    sandbox.route("/mcp", [Answer::status(401).delay(wait)]);
    sandbox.route(own(), [listing("").delay(wait)]);
    let client = build!(blocking::Client, sandbox, Set::default());
    let started = Instant::now();
    client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None).unwrap();
    // Sequential requests would take at least twice the wait.
    assert!(started.elapsed() < 2 * wait, "{:?}", started.elapsed());
}

#[test]
fn connections_are_kept_though_the_probes_body_is_not_read() {
    let sandbox = sandbox();
    let client = build!(blocking::Client, sandbox, Set::default());
    let resource = format!("{}/v2/mcp", sandbox.http_origin());
    for _ in 0..10 {
        client.discover(resource.as_str(), None).unwrap();
    }
    assert!(sandbox.connections() <= 3, "{}", sandbox.connections());
}
