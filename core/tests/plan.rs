//! The discovery plan without a network: it returns requests, accepts responses in any order, and ends.

use serde_json::{Value, json};
use telnyx_oauth::{
    Challenge, DiscoveryPlan, ErrorKind, Outcome, PlannedRequest, Purpose, Response, Rules, Via, WarningKind,
};

const RESOURCE: &str = "https://rs.example/a";
const OWN: &str = "https://rs.example/.well-known/oauth-protected-resource/a";
const ORIGINS: &str = "https://rs.example/.well-known/oauth-protected-resource";
const SERVER: &str = "https://as.example/.well-known/oauth-authorization-server";

fn plan() -> DiscoveryPlan {
    DiscoveryPlan::new(RESOURCE, None, &Rules::new()).unwrap()
}

fn urls(requests: &[PlannedRequest]) -> Vec<&str> {
    requests.iter().map(|request| request.url.as_str()).collect()
}

fn answer(plan: &mut DiscoveryPlan, request: &PlannedRequest, document: &Value) {
    let body = document.to_string();
    plan.respond(request.id, &Response::new(200, body.as_bytes()).content_type("application/json")).unwrap();
}

fn absent(plan: &mut DiscoveryPlan, request: &PlannedRequest) {
    plan.respond(request.id, &Response::new(404, b"")).unwrap();
}

/// The answer of a resource without a challenge.
fn no_challenge(plan: &mut DiscoveryPlan, request: &PlannedRequest) {
    plan.respond(request.id, &Response::new(401, b"").www_authenticate([""; 0])).unwrap();
}

fn document(servers: &[&str]) -> Value {
    json!({"resource": RESOURCE, "authorization_servers": servers})
}

fn server(issuer: &str) -> Value {
    json!({"issuer": issuer, "code_challenge_methods_supported": ["S256"]})
}

#[test]
fn the_first_requests_are_the_probe_and_the_document_each_once() {
    let mut plan = plan();
    let requests = plan.requests();
    assert_eq!(urls(&requests), [RESOURCE, OWN]);
    assert_eq!(requests[0].purpose, Purpose::Probe);
    assert_eq!(requests[1].purpose, Purpose::ResourceMetadata);
    assert_eq!(plan.requests(), []);
    assert!(!plan.is_finished());
}

#[test]
fn a_second_answer_to_a_request_does_not_count() {
    let mut plan = plan();
    let requests = plan.requests();
    no_challenge(&mut plan, &requests[0]);
    plan.fail(requests[0].id, ErrorKind::Timeout, "late").unwrap();
    answer(&mut plan, &requests[1], &document(&[]));
    absent(&mut plan, &requests[1]);
    let found = plan.finish().unwrap();
    let attempts: Vec<_> = found.attempts().iter().map(|attempt| (attempt.status, attempt.outcome)).collect();
    assert_eq!(attempts, [(Some(401), Outcome::Ok), (Some(200), Outcome::Ok)]);
}

#[test]
fn a_document_is_used_only_after_the_answer_to_the_probe() {
    let mut plan = plan();
    let requests = plan.requests();
    answer(&mut plan, &requests[1], &document(&["https://as.example"]));
    assert_eq!(plan.requests(), []);
    no_challenge(&mut plan, &requests[0]);
    let servers = plan.requests();
    assert_eq!(urls(&servers), [SERVER]);
    answer(&mut plan, &servers[0], &server("https://as.example"));
    let found = plan.finish().unwrap();
    assert_eq!(found.authorization_server().unwrap().issuer(), Some("https://as.example"));
    assert!(found.supports_pkce_s256());
    assert!(found.warnings().is_empty(), "{:?}", found.warnings());
}

#[test]
fn a_challenge_makes_its_url_the_only_candidate_and_the_other_answer_does_not_count() {
    let mut plan = plan();
    let requests = plan.requests();
    answer(&mut plan, &requests[1], &document(&["https://evil.example"]));
    let lines = ["Bearer scope=\"a b\", resource_metadata=\"https://rs.example/m#x\""];
    plan.respond(requests[0].id, &Response::new(401, b"").www_authenticate(lines)).unwrap();
    let asked = plan.requests();
    assert_eq!(urls(&asked), ["https://rs.example/m"]);
    assert_eq!([&requests[1], &asked[0]].map(|request| request.revalidate), [false, true]);
    absent(&mut plan, &asked[0]);
    assert_eq!(plan.requests(), []);
    let error = plan.finish().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let outcomes: Vec<_> = error.attempts().iter().map(|attempt| attempt.outcome).collect();
    assert_eq!(outcomes, [Outcome::Ok, Outcome::Ok, Outcome::Absent]);
}

#[test]
fn a_challenge_with_a_requested_url_adds_no_request() {
    for resource_first in [true, false] {
        let mut plan = plan();
        let requests = plan.requests();
        let line = format!("Bearer resource_metadata=\"{OWN}\"");
        let lines = [line.as_str()];
        let probed = Response::new(401, b"").www_authenticate(lines);
        if resource_first {
            plan.respond(requests[0].id, &probed).unwrap();
            assert_eq!(plan.requests(), []);
            answer(&mut plan, &requests[1], &document(&[]));
        } else {
            answer(&mut plan, &requests[1], &document(&[]));
            plan.respond(requests[0].id, &probed).unwrap();
        }
        assert!(plan.is_finished());
        assert_eq!(plan.finish().unwrap().challenge().unwrap().resource_metadata(), Some(OWN));
    }
}

#[test]
fn the_origins_document_is_requested_if_the_own_one_is_absent() {
    let mut plan = plan();
    let requests = plan.requests();
    absent(&mut plan, &requests[1]);
    assert_eq!(plan.requests(), [], "the resource might still name another URL");
    plan.fail(requests[0].id, ErrorKind::Timeout, "silent").unwrap();
    let asked = plan.requests();
    assert_eq!(urls(&asked), [ORIGINS]);
    answer(&mut plan, &asked[0], &json!({"resource": "https://rs.example", "authorization_servers": []}));
    let found = plan.finish().unwrap();
    let kinds: Vec<_> = found.warnings().iter().map(|warning| warning.kind).collect();
    let expected = [WarningKind::ProbeFailed, WarningKind::ResourceNotExact, WarningKind::AuthorizationServersMissing];
    assert_eq!(kinds, expected);
    assert_eq!(found.resource_metadata_url().unwrap(), ORIGINS);
    assert_eq!(found.via(), Via::Root);
}

#[test]
fn an_origin_has_one_candidate() {
    let mut plan = DiscoveryPlan::new("https://rs.example/", Some(&[][..]), &Rules::new()).unwrap();
    let requests = plan.requests();
    assert_eq!(urls(&requests), [ORIGINS]);
    absent(&mut plan, &requests[0]);
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn a_bad_document_ends_the_discovery() {
    let mut plan = DiscoveryPlan::new(RESOURCE, "Basic realm=\"r\"", &Rules::new()).unwrap();
    let requests = plan.requests();
    assert_eq!(urls(&requests), [OWN]);
    answer(&mut plan, &requests[0], &json!({"resource": "https://evil.example"}));
    assert!(plan.is_finished());
    assert_eq!(plan.requests(), []);
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::ResourceMismatch);
}

#[test]
fn servers_are_requested_concurrently_and_stay_in_the_listed_order() {
    let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
    let requests = plan.requests();
    let listed = [
        "https://one.example",
        "https://two.example/t",
        "http://three.example",
        "https://one.example/",
        "https://four.example?x=1",
        "https://one.example",
        "http://127.0.0.1:9",
    ];
    answer(&mut plan, &requests[0], &document(&listed));
    let asked = plan.requests();
    assert_eq!(
        urls(&asked),
        [
            "https://one.example/.well-known/oauth-authorization-server",
            "https://two.example/.well-known/oauth-authorization-server/t"
        ]
    );
    absent(&mut plan, &asked[1]);
    plan.respond(asked[1].id, &Response::new(503, b"")).unwrap();
    let second = plan.requests();
    assert_eq!(urls(&second), ["https://two.example/.well-known/openid-configuration/t"]);
    plan.fail(second[0].id, ErrorKind::Transport, "reset").unwrap();
    assert!(!plan.is_finished());
    answer(&mut plan, &asked[0], &server("https://one.example"));
    assert!(plan.is_finished());
    let found = plan.finish().unwrap();
    let kind = |error: Option<&telnyx_oauth::Error>| error.map(|error| error.kind().as_str());
    let outcomes: Vec<_> = found.authorization_servers().iter().map(|s| (s.issuer(), kind(s.error()))).collect();
    assert_eq!(
        outcomes,
        [
            (listed[0], None),
            (listed[1], Some("transport")),
            (listed[2], Some("insecure_url")),
            (listed[3], None),
            (listed[4], Some("invalid_metadata")),
            (listed[6], Some("insecure_url")),
        ]
    );
    assert_eq!(found.authorization_servers()[1].error().unwrap().attempts().len(), 2);
    let kinds: Vec<_> = found.warnings().iter().map(|warning| warning.kind).collect();
    let unusable = WarningKind::AuthorizationServerUnusable;
    assert_eq!(kinds, [unusable, unusable, WarningKind::IssuerRootSlash, unusable, unusable]);
}

#[test]
fn a_server_that_does_not_list_the_resource_adds_a_warning() {
    for (listed, warned) in [(json!(["https://other.example"]), true), (json!([RESOURCE]), false), (json!([]), true)] {
        let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
        let requests = plan.requests();
        answer(&mut plan, &requests[0], &document(&["https://as.example"]));
        let asked = plan.requests();
        let mut metadata = server("https://as.example");
        metadata["protected_resources"] = listed;
        answer(&mut plan, &asked[0], &metadata);
        let found = plan.finish().unwrap();
        assert_eq!(found.warnings().iter().any(|w| w.kind == WarningKind::ResourceNotListed), warned);
    }
}

#[test]
fn strict_turns_a_failed_probe_and_an_unusable_challenge_into_errors() {
    let strict = Rules::new().strict(true);
    let mut plan = DiscoveryPlan::new(RESOURCE, None, &strict).unwrap();
    let requests = plan.requests();
    plan.fail(requests[0].id, ErrorKind::Tls, "expired").unwrap();
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::Tls);
    let unusable = ["Bearer resource_metadata=\"/m\", DPoP resource_metadata=\"https://rs.example/m\""];
    let plan = DiscoveryPlan::new(RESOURCE, unusable, &strict).unwrap();
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::InvalidMetadata);
    let mut plan = DiscoveryPlan::new(RESOURCE, unusable, &Rules::new()).unwrap();
    let requests = plan.requests();
    assert_eq!(urls(&requests), ["https://rs.example/m"]);
    answer(&mut plan, &requests[0], &document(&[]));
    assert_eq!(plan.finish().unwrap().warnings()[0].kind, WarningKind::ChallengeUnusable);
}

#[test]
fn an_insecure_challenge_is_refused() {
    for url in ["http://rs.example/m", "http://127.0.0.1/m"] {
        let line = format!("Bearer resource_metadata=\"{url}\"");
        let mut plan = DiscoveryPlan::new(RESOURCE, &line, &Rules::new()).unwrap();
        assert_eq!(plan.requests(), []);
        let error = plan.finish().unwrap_err();
        assert_eq!((error.kind(), error.url()), (ErrorKind::InsecureUrl, Some(url)));
    }
    let line = ["Bearer resource_metadata=\"http://localhost:9/m\""];
    let mut plan = DiscoveryPlan::new("http://127.0.0.1:8/a", line, &Rules::new()).unwrap();
    assert_eq!(urls(&plan.requests()), ["http://localhost:9/m"]);
}

#[test]
fn misuse_is_an_error() {
    let mut plan = plan();
    let early = plan.respond(0, &Response::new(200, b"")).unwrap_err();
    assert_eq!(early.kind(), ErrorKind::InvalidArgument, "the request was not returned yet");
    plan.requests();
    assert_eq!(plan.fail(7, ErrorKind::Tls, "").unwrap_err().kind(), ErrorKind::InvalidArgument);
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::InvalidArgument);
}

#[test]
fn the_plan_uses_the_challenge_that_the_vectors_choose() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/challenges.json");
    let vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for case in vectors["cases"].as_array().unwrap() {
        let lines: Vec<_> = case["headers"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        let mut plan = DiscoveryPlan::new("https://rs.example/probe", &lines, &Rules::new()).unwrap();
        let requests = plan.requests();
        let own = "https://rs.example/.well-known/oauth-protected-resource/probe";
        assert_eq!(urls(&requests), [case["resource_metadata"].as_str().unwrap_or(own)], "{}", case["id"]);
        answer(&mut plan, &requests[0], &json!({"resource": "https://rs.example/probe", "authorization_servers": []}));
        let found = serde_json::to_value(plan.finish().unwrap()).unwrap();
        let taken = &found["challenge"];
        let all: Vec<_> =
            found["challenges"].as_array().unwrap().iter().map(|c| (&c["scheme"], &c["params"])).collect();
        let expected = case["challenges"].as_array().unwrap();
        assert_eq!(all, expected.iter().map(|c| (&c["scheme"], &c["params"])).collect::<Vec<_>>(), "{}", case["id"]);
        assert_eq!(found["via"], if case["resource_metadata"].is_null() { "well_known" } else { "challenge" });
        if taken.is_null() {
            assert!(case["resource_metadata"].is_null(), "{}", case["id"]);
        } else if case["resource_metadata"].is_null() {
            // Only the scope of this challenge is used.
            assert!(matches!(taken["scheme"].as_str(), Some("bearer" | "dpop")), "{}", case["id"]);
            assert_ne!(taken["scope"].as_array().map_or(0, Vec::len), 0, "{}", case["id"]);
        } else {
            assert_eq!(taken["scope"], case["scope"], "{}", case["id"]);
            assert_eq!(taken["resource_metadata"], case["resource_metadata"], "{}", case["id"]);
        }
    }
}

#[test]
fn the_result_has_every_challenge_and_the_scope_of_the_chosen_one() {
    let lines = [
        "Negotiate YII=, Basic realm=\"r\", scope=\"basic\"",
        "Bearer scope=\"\", DPoP scope=\"a b\", algs=\"ES256\", Bearer scope=\"c\"",
    ];
    let named = "Bearer scope=\"d\", resource_metadata=\"https://rs.example/m\"";
    let all = ["negotiate", "basic", "bearer", "dpop", "bearer", "bearer"];
    for (lines, via, scheme, scope) in [
        (vec![lines[0]], Via::WellKnown, None, None),
        (lines.to_vec(), Via::WellKnown, Some("dpop"), Some(vec!["a", "b"])),
        (vec![lines[0], lines[1], named], Via::Challenge, Some("bearer"), Some(vec!["d"])),
    ] {
        let mut plan = DiscoveryPlan::new(RESOURCE, &lines, &Rules::new()).unwrap();
        let requests = plan.requests();
        answer(&mut plan, &requests[0], &document(&[]));
        let found = plan.finish().unwrap();
        let schemes: Vec<_> = found.challenges().iter().map(|challenge| challenge.scheme.as_str()).collect();
        assert_eq!(schemes, all[..schemes.len()], "{lines:?}");
        assert_eq!(schemes.len(), [2, 5, 6][lines.len() - 1]);
        assert_eq!(found.challenge().map(|challenge| challenge.scheme.as_str()), scheme, "{lines:?}");
        assert_eq!(found.challenge().and_then(Challenge::scope), scope, "{lines:?}");
        assert_eq!(found.via(), via, "{lines:?}");
    }
}

#[test]
fn a_response_from_another_origin_is_refused() {
    for url in ["https://evil.example/a", "http://rs.example/a", "https://rs.example:8443/a"] {
        let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
        let requests = plan.requests();
        let body = document(&[]).to_string();
        let elsewhere = Response::new(200, body.as_bytes()).content_type("application/json").url(url);
        plan.respond(requests[0].id, &elsewhere).unwrap();
        let next = plan.requests();
        assert_eq!(urls(&next), [ORIGINS], "{url}");
        absent(&mut plan, &next[0]);
        let error = plan.finish().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RedirectRefused, "{url}");
        assert!(error.message().contains(url), "{error}");
    }
    let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
    let requests = plan.requests();
    let body = document(&[]).to_string();
    let moved = Response::new(200, body.as_bytes()).content_type("application/json").url("https://rs.example/moved");
    plan.respond(requests[0].id, &moved).unwrap();
    assert_eq!(plan.finish().unwrap().resource_metadata_url().unwrap(), "https://rs.example/moved");
}

#[test]
fn the_answer_to_a_probe_needs_its_header_fields() {
    let mut plan = plan();
    let requests = plan.requests();
    let error = plan.respond(requests[0].id, &Response::new(401, b"")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().contains("www_authenticate"), "{error}");
    // The plan did not accept this answer, so the right answer still counts.
    let line = ["Bearer resource_metadata=\"https://rs.example/m\""];
    plan.respond(requests[0].id, &Response::new(401, b"").www_authenticate(line)).unwrap();
    assert_eq!(urls(&plan.requests()), ["https://rs.example/m"]);
}

#[test]
fn a_server_that_is_listed_several_times_is_requested_once() {
    let listed = ["https://as.example", "https://as.example", "https://as.example/", "https://AS.example"];
    let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
    let requests = plan.requests();
    answer(&mut plan, &requests[0], &document(&listed));
    let asked = plan.requests();
    assert_eq!(urls(&asked), [SERVER]);
    answer(&mut plan, &asked[0], &server("https://as.example"));
    let found = plan.finish().unwrap();
    let outcomes: Vec<_> =
        found.authorization_servers().iter().map(|server| (server.issuer(), server.metadata().is_some())).collect();
    assert_eq!(outcomes, [(listed[0], true), (listed[2], true), (listed[3], false)]);
    assert_eq!(found.attempts().len(), 2);
    assert_eq!(found.attempts()[1].outcome, Outcome::Ok);
}

#[test]
fn at_most_16_requests_are_in_flight() {
    let listed: Vec<String> = (0..100).map(|n| format!("https://as{n}.example")).collect();
    let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
    let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
    let requests = plan.requests();
    answer(&mut plan, &requests[0], &document(&listed));
    let mut asked = plan.requests();
    assert_eq!(asked.len(), 16);
    let mut total = 0;
    while let Some(request) = asked.pop() {
        total += 1;
        plan.fail(request.id, ErrorKind::Transport, "reset").unwrap();
        asked.extend(plan.requests());
        assert!(asked.len() <= 16);
    }
    assert_eq!(total, 64);
    assert!(plan.is_finished());
}

#[test]
fn a_finished_plan_returns_no_requests() {
    let strict = Rules::new().strict(true);
    let mut plan = DiscoveryPlan::new(RESOURCE, "Bearer a=1, a=2", &strict).unwrap();
    assert_eq!(plan.requests(), []);
    assert_eq!(plan.finish().unwrap_err().kind(), ErrorKind::InvalidMetadata);
}

#[test]
fn a_request_says_which_response_named_its_url() {
    let named_by = |requests: &[PlannedRequest]| {
        let named = |request: &PlannedRequest| {
            assert_eq!(request.named_by_server, request.named_by.is_some());
            request.named_by.clone()
        };
        requests.iter().map(named).collect::<Vec<_>>()
    };

    let mut own = plan();
    let requests = own.requests();
    assert_eq!(named_by(&requests), [None, None]);
    no_challenge(&mut own, &requests[0]);
    let body = document(&["https://as.example"]).to_string();
    let moved = "https://rs.example/moved";
    let response = Response::new(200, body.as_bytes()).content_type("application/json").url(moved);
    own.respond(requests[1].id, &response).unwrap();
    assert_eq!(named_by(&own.requests()), [Some(moved.to_owned())]);

    let challenge = "Bearer resource_metadata=\"https://rs.example/other\"";
    let mut challenged = DiscoveryPlan::new(RESOURCE, challenge, &Rules::new()).unwrap();
    let chosen = DiscoveryPlan::new(RESOURCE, challenge, &Rules::new()).unwrap();
    let requests = challenged.requests();
    assert_eq!(named_by(&requests), [Some(RESOURCE.to_owned())]);

    let mut chosen = chosen.with_issuer("https://as.example").unwrap();
    let requests = chosen.requests();
    answer(&mut chosen, &requests[0], &document(&["https://as.example"]));
    assert_eq!(named_by(&chosen.requests()), [None], "the caller named the server");
}

/// The order of the answers does not change which servers exceed the limit.
#[test]
fn bodies_are_charged_in_the_listed_order() {
    let filler = "x".repeat(3 * 1024 * 1024);
    let listed = ["https://a.example", "https://b.example", "https://c.example", "https://d.example"];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let mut plan = DiscoveryPlan::new(RESOURCE, Some(&[][..]), &Rules::new()).unwrap();
        let requests = plan.requests();
        answer(&mut plan, &requests[0], &document(&listed));
        let asked = plan.requests();
        for place in order {
            let mut document = server(listed[place]);
            // The last document is small, but it also exceeds the limit.
            if place < 3 {
                document["filler"] = filler.clone().into();
            }
            answer(&mut plan, &asked[place], &document);
        }
        let found = plan.finish().unwrap();
        let kinds: Vec<_> =
            found.authorization_servers().iter().map(|s| s.error().map(telnyx_oauth::Error::kind)).collect();
        let beyond = Some(ErrorKind::BodyTooLarge);
        assert_eq!(kinds, [None, None, beyond, beyond], "{order:?}");
        let error = found.authorization_servers()[2].error().unwrap();
        assert!(error.message().contains("max_total_bytes"), "{error}");
        let outcomes: Vec<_> = found.attempts()[1..].iter().map(|attempt| attempt.outcome.as_str()).collect();
        assert_eq!(outcomes, ["ok", "ok", "body_too_large", "body_too_large"], "{order:?}");
    }
}
