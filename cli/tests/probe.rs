//! The options of `discover` about the probe and the authorization server, and `server`.

mod support;

use support::{METADATA, run};
use telnyx_oauth_sandbox::{Answer, Route, Sandbox};

fn mcp(sandbox: &Sandbox) -> String {
    let line = r#"Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/v2/mcp""#;
    let post = Answer::status(401).header("www-authenticate", line);
    sandbox.add_route(Route::new("/v2/mcp", [post]).method("POST"));
    sandbox.add_route(Route::new("/v2/mcp", [Answer::status(405)]).method("GET"));
    format!("{}/v2/mcp", sandbox.http_origin())
}

#[test]
fn profile_and_probe_choose_the_requests_to_the_api() {
    for (options, methods, via) in [
        (&[][..], &["GET"][..], "well_known"),
        (&["--profile", "mcp"], &["POST"], "challenge"),
        (&["--probe", "mcp"], &["POST"], "challenge"),
        (&["--profile", "mcp", "--probe", "get"], &["GET"], "well_known"),
        (&["--probe", "none"], &[], "well_known"),
    ] {
        let sandbox = Sandbox::start().unwrap();
        let resource = mcp(&sandbox);
        let found = run(&[&["discover", &resource][..], options].concat()).document();
        assert_eq!(found["via"], via, "{options:?}");
        let sent: Vec<_> = sandbox.requests().into_iter().filter(|request| request.path() == "/v2/mcp").collect();
        assert_eq!(sent.iter().map(|request| &*request.method).collect::<Vec<_>>(), methods, "{options:?}");
    }
    run(&["discover", "https://api.example", "--probe", "post"]).error("invalid_argument", 2);
    run(&["discover", "https://api.example", "--profile", "none"]).error("invalid_argument", 2);
}

#[test]
fn an_unmet_profile_is_exit_code_6() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let origin = sandbox.http_origin();
    run(&["fetch", origin, "--profile", "mcp"]).error("profile_unmet", 6);
    run(&["discover", origin, "--profile", "mcp"]).error("profile_unmet", 6);
}

#[test]
fn issuer_and_legacy_origin_replace_a_missing_document() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [Answer::status(404)]);
    let (origin, resource) = (sandbox.http_origin(), format!("{}/api", sandbox.http_origin()));
    run(&["discover", &resource]).error("not_found", 3);
    let found = run(&["discover", &resource, "--issuer", origin]).document();
    assert_eq!((&found["via"], &found["resource_metadata"]), (&"issuer".into(), &serde_json::Value::Null));
    assert_eq!(found["authorization_servers"][0]["issuer"], origin);
    let found = run(&["discover", &resource, "--legacy-origin"]).document();
    assert_eq!(found["via"], "legacy_origin");
    run(&["discover", &resource, "--issuer", "as.example"]).error("invalid_argument", 2);
}

#[test]
fn header_is_sent_to_the_api_and_never_shown() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    for flag in ["-H", "--header"] {
        run(&["fetch", origin, flag, "X-Gateway-Key: s3cret", flag, "x-b:2"]).document();
    }
    for request in sandbox.requests() {
        assert_eq!((request.header("x-gateway-key"), request.header("x-b")), (Some("s3cret"), Some("2")));
    }
    for argument in ["Authorization: s3cret", "s3cret", ": s3cret", "x y: s3cret"] {
        let failed = run(&["fetch", origin, "-H", argument]);
        assert!(!failed.stderr.contains("s3cret"), "{}", failed.stderr);
        failed.error("invalid_argument", 2);
    }
}

#[test]
fn server_prints_the_document_of_an_issuer() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let document = run(&["server", origin]).document();
    assert_eq!(document["issuer"], origin);
    run(&["server", &format!("{origin}/none")]).error("not_found", 3);
}
