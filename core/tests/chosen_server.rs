//! The authorization server that no document of the resource lists: the caller's choice, and the resource's origin.

mod common;

use common::{METADATA, blocking_options, each, sandbox};
use telnyx_oauth::{
    Discovery, DiscoveryPlan, Error, ErrorKind, Outcome, Profile, Response, Rules, Via, WarningKind, blocking,
};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";

/// A server's document, which the sandbox itself has at its origin.
fn tenant(sandbox: &Sandbox) -> String {
    let body = r#"{"issuer": "${origin}/tenant", "code_challenge_methods_supported": ["S256"]}"#;
    sandbox.route(format!("{SERVER}/tenant"), [Answer::json(body)]);
    format!("{}/tenant", sandbox.http_origin())
}

fn document(sandbox: &Sandbox, body: &str) {
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(body)]);
}

fn nothing(sandbox: &Sandbox) {
    sandbox.route("/mcp", [Answer::status(401)]);
    sandbox.route(METADATA, [Answer::status(404)]);
}

fn discover(sandbox: &Sandbox, issuer: &str) -> Result<Discovery, Error> {
    discover_with(sandbox, issuer, blocking_options(sandbox))
}

fn discover_with(sandbox: &Sandbox, issuer: &str, options: blocking::ClientBuilder) -> Result<Discovery, Error> {
    let client = options.build().unwrap().with_issuer(issuer);
    client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None)
}

fn warnings(found: &Discovery) -> Vec<WarningKind> {
    found.warnings().iter().map(|warning| warning.kind).collect()
}

#[test]
fn the_callers_server_is_first_and_chosen_whether_listed_or_not() {
    for body in [
        r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#,
        r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}", "${origin}/tenant"]}"#,
    ] {
        let sandbox = sandbox();
        let issuer = tenant(&sandbox);
        document(&sandbox, body);
        let found = discover(&sandbox, &issuer).unwrap();
        let issuers: Vec<_> = found.authorization_servers().iter().map(|server| server.issuer()).collect();
        assert_eq!(issuers, [issuer.as_str(), sandbox.http_origin()], "{body}");
        assert_eq!(found.authorization_server().unwrap().issuer(), Some(issuer.as_str()));
        assert_eq!(found.via(), Via::WellKnown);
    }
}

#[test]
fn the_callers_server_replaces_a_missing_document() {
    each(|sandbox, _| {
        nothing(sandbox);
        let issuer = tenant(sandbox);
        let found = discover(sandbox, &issuer).unwrap();
        assert_eq!(found.via(), Via::Issuer);
        assert!(found.resource_metadata().is_none() && found.resource_metadata_url().is_none());
        assert_eq!(found.authorization_server().unwrap().issuer(), Some(issuer.as_str()));
        let json = serde_json::to_value(&found).unwrap();
        assert!(json["resource_metadata"].is_null() && json["resource_metadata_url"].is_null());
        assert_eq!(json["via"], "issuer");
    });
}

#[test]
fn the_callers_server_excuses_a_document_without_servers() {
    let sandbox = sandbox();
    let issuer = tenant(&sandbox);
    document(&sandbox, r#"{"resource": "${origin}/mcp"}"#);
    assert_eq!(warnings(&discover(&sandbox, &issuer).unwrap()), []);
    let profile = blocking_options(&sandbox).profile(Profile::Mcp);
    assert_eq!(warnings(&discover_with(&sandbox, &issuer, profile).unwrap()), []);
}

#[test]
fn the_callers_server_does_not_hide_other_errors() {
    for (answer, kind) in [
        (Answer::json(r#"{"resource": "https://other.example"}"#), ErrorKind::ResourceMismatch),
        (Answer::json(r#"{"resource": 1}"#), ErrorKind::InvalidMetadata),
        (Answer::json("{"), ErrorKind::InvalidJson),
        (Answer::status(503), ErrorKind::HttpStatus),
        (Answer::redirect("https://login.example/"), ErrorKind::RedirectRefused),
    ] {
        let sandbox = sandbox();
        nothing(&sandbox);
        let issuer = tenant(&sandbox);
        sandbox.route(format!("{METADATA}/mcp"), [answer.clone()]);
        assert_eq!(discover(&sandbox, &issuer).unwrap_err().kind(), kind, "{answer:?}");
    }
}

#[test]
fn the_failure_of_the_callers_server_is_the_error() {
    for (answer, kind) in [
        (Answer::status(404), ErrorKind::NotFound),
        (Answer::json(r#"{"issuer": "https://other.example"}"#), ErrorKind::IssuerMismatch),
        (Answer::status(503), ErrorKind::HttpStatus),
    ] {
        for lists in [true, false] {
            let sandbox = sandbox();
            nothing(&sandbox);
            if lists {
                document(&sandbox, r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#);
            }
            sandbox.route(format!("{SERVER}/tenant"), [answer.clone()]);
            let error = discover(&sandbox, &format!("{}/tenant", sandbox.http_origin())).unwrap_err();
            assert_eq!(error.kind(), kind, "{answer:?}");
            assert!(!error.attempts().is_empty());
        }
    }
}

#[test]
fn an_invalid_issuer_sends_no_request() {
    let sandbox = sandbox();
    for (issuer, kind) in [
        ("", ErrorKind::InvalidArgument),
        ("as.example", ErrorKind::InvalidArgument),
        ("https://as.example?x=1", ErrorKind::InvalidArgument),
        ("https://u:p@as.example", ErrorKind::InvalidArgument),
        ("http://as.example", ErrorKind::InsecureUrl),
    ] {
        assert_eq!(discover(&sandbox, issuer).unwrap_err().kind(), kind, "{issuer}");
    }
    assert_eq!(sandbox.requests(), []);
}

#[test]
fn the_callers_server_is_outside_the_limit_of_64() {
    let sandbox = sandbox();
    let issuer = tenant(&sandbox);
    let listed: Vec<_> = (0..70).map(|n| format!(r#""${{origin}}/{n}""#)).collect();
    document(
        &sandbox,
        &format!(r#"{{"resource": "${{origin}}/mcp", "authorization_servers": [{}]}}"#, listed.join(",")),
    );
    let found = discover(&sandbox, &issuer).unwrap();
    let requested = found.authorization_servers().iter().filter(|server| !server.attempts().is_empty()).count();
    assert_eq!((found.authorization_servers().len(), requested), (71, 65));
}

#[test]
fn a_plan_uses_the_callers_server() {
    let mut plan = DiscoveryPlan::new("https://rs.example/a", Some(&[][..]), &Rules::new()).unwrap();
    assert_eq!(plan.requests().len(), 1);
    let mut plan = plan.with_issuer("https://as.example").unwrap();
    plan.respond(0, &Response::new(404, b"")).unwrap();
    let origin = plan.requests();
    plan.respond(origin[0].id, &Response::new(404, b"")).unwrap();
    let server = plan.requests();
    assert_eq!(server[0].url, "https://as.example/.well-known/oauth-authorization-server");
    let body = br#"{"issuer": "https://as.example", "code_challenge_methods_supported": ["S256"]}"#;
    plan.respond(server[0].id, &Response::new(200, body).content_type("application/json")).unwrap();
    assert_eq!(plan.finish().unwrap().via(), Via::Issuer);
}

fn legacy(sandbox: &Sandbox) -> Result<Discovery, Error> {
    let client = blocking_options(sandbox).legacy_origin(true).build().unwrap();
    client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None)
}

#[test]
fn the_legacy_origin_is_tried_only_if_chosen_and_everything_is_absent() {
    let sandbox = sandbox();
    nothing(&sandbox);
    let client = blocking_options(&sandbox).build().unwrap();
    let error = client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let found = legacy(&sandbox).unwrap();
    assert_eq!(found.via(), Via::LegacyOrigin);
    assert!(found.resource_metadata().is_none());
    assert_eq!(found.authorization_server().unwrap().issuer(), Some(sandbox.http_origin()));
    assert_eq!(serde_json::to_value(&found).unwrap()["via"], "legacy_origin");
    // A document of the resource counts before the origin.
    document(&sandbox, r#"{"resource": "${origin}/mcp", "authorization_servers": []}"#);
    assert_eq!(legacy(&sandbox).unwrap().via(), Via::WellKnown);
}

#[test]
fn the_legacy_origin_is_not_used_after_any_other_failure() {
    let challenge = Answer::status(401).header("www-authenticate", r#"Bearer resource_metadata="${origin}/gone""#);
    let own = format!("{METADATA}/mcp");
    for (path, answer, kind) in [
        (own.as_str(), Answer::default(), ErrorKind::NotFound),
        (&own, Answer::json(r#"{"detail": "Not Found"}"#), ErrorKind::NotFound),
        (&own, Answer::text("<html>").header("content-type", "text/html"), ErrorKind::NotFound),
        (METADATA, Answer::default(), ErrorKind::NotFound),
        (&own, Answer::redirect("https://login.example/"), ErrorKind::RedirectRefused),
        (&own, Answer::status(503), ErrorKind::HttpStatus),
        (&own, Answer::status(429), ErrorKind::HttpStatus),
        (&own, Answer::status(204), ErrorKind::HttpStatus),
        (&own, Answer::default().reset_before_head(), ErrorKind::Transport),
        (&own, Answer::json("{"), ErrorKind::InvalidJson),
        (&own, Answer::json(r#"{"resource": 1}"#), ErrorKind::InvalidMetadata),
        (&own, Answer::json(r#"{"resource": "https://other.example"}"#), ErrorKind::ResourceMismatch),
        ("/mcp", challenge, ErrorKind::NotFound),
        ("/mcp", Answer::default().reset_before_head(), ErrorKind::NotFound),
        ("/mcp", Answer::redirect("https://login.example/"), ErrorKind::NotFound),
    ] {
        let sandbox = sandbox();
        nothing(&sandbox);
        sandbox.route(path, [answer.clone()]);
        assert_eq!(legacy(&sandbox).unwrap_err().kind(), kind, "{path} {answer:?}");
        assert!(sandbox.requests().iter().all(|request| !request.path().starts_with(SERVER)), "{path} {answer:?}");
    }
}

#[test]
fn a_legacy_origin_without_a_good_document_is_an_error() {
    for (answer, kind) in [
        (Answer::status(404), ErrorKind::NotFound),
        (Answer::json(r#"{"issuer": "https://other.example"}"#), ErrorKind::IssuerMismatch),
        (Answer::status(503), ErrorKind::HttpStatus),
    ] {
        let sandbox = sandbox();
        nothing(&sandbox);
        sandbox.route(SERVER, [answer]);
        let error = legacy(&sandbox).unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        if kind == ErrorKind::NotFound {
            for path in [METADATA, SERVER] {
                assert!(error.message().contains(path), "{error}");
            }
            assert!(error.attempts().iter().filter(|attempt| attempt.outcome == Outcome::Absent).count() > 2);
        }
    }
}
