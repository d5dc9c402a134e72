//! `fetch` and the well-known commands, over sockets.

mod support;

use serde_json::json;
use std::path::Path;
use support::{METADATA, finished, program, run};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_document_is_printed_as_served() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let document = json!({
        "resource": origin, "authorization_servers": ["https://as.example"], "scopes_supported": [],
        "resource_name#fr": "téléphone", "x": {"b": [1, 2.5, null], "a": "\u{202e}\u{1b}"}, "dpop_bound_access_tokens_required": false
    });
    sandbox.route(METADATA, [Answer::json(&document)]);
    let run = run(&["fetch", origin]);
    assert_eq!(run.document(), document);
    assert!(run.stdout.starts_with(&format!("{{\n  \"resource\": \"{origin}\",\n  \"authorization_servers\": [\n")));
    assert!(run.stdout.contains("téléphone") && run.stdout.contains(r"\u202e\u001b"));
}

#[test]
fn https_needs_the_authority_by_option_or_variable() {
    let sandbox = Sandbox::start().unwrap();
    let (origin, ca) = (sandbox.https_origin(), text(sandbox.ca_file()));
    for option in ["--ca-file", "--cacert"] {
        assert_eq!(run(&["fetch", origin, option, ca]).document()["resource"], origin);
    }
    let by_variable = finished(program(&["fetch", origin]).env("SSL_CERT_FILE", ca));
    assert_eq!(by_variable.document()["resource"], origin);
    run(&["fetch", origin]).error("tls", 4);
}

#[test]
fn a_pinned_name_is_asked_at_its_address() {
    let sandbox = Sandbox::start().unwrap();
    let port = sandbox.https_addr().port();
    let resource = format!("https://api.telnyx.com:{port}");
    let run = run(&[
        "fetch",
        &resource,
        "--resolve",
        &format!("api.telnyx.com:{port}:127.0.0.1"),
        "--resolve",
        "other.example:443:[::1]",
        "--ca-file",
        text(sandbox.ca_file()),
    ]);
    assert_eq!(run.document()["resource"], resource.as_str());
    assert_eq!(sandbox.requests()[0].server_name.as_deref(), Some("api.telnyx.com"));
}

#[test]
fn the_base_urls_origin_is_the_default_resource() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let run = finished(program(&["fetch"]).env("TELNYX_BASE_URL", format!("{origin}/v2?x=1")));
    assert_eq!(run.document()["resource"], origin);
    assert_eq!(sandbox.requests()[0].target, METADATA);
}

#[test]
fn telnyxs_own_commands_work_and_the_key_is_never_sent() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let base = format!("{origin}/v2");
    let resource = "retrieve-protected-resource-metadata";
    let server = "retrieve-authorization-server-metadata";
    for args in [
        vec!["well-known", resource, "--api-key", "KEY-IN-OPTION", "--base-url", &base],
        vec!["well-known", "--api-key=KEY-IN-OPTION", "--base-url", &base, resource],
        vec!["well-known", resource, "--max-retries", "0"],
        vec!["well-known", server, "--api-key", "KEY-IN-OPTION"],
        vec!["well-known", server, "--base-url", &base],
    ] {
        let mut command = program(&args);
        if !args.contains(&"--base-url") {
            command.env("TELNYX_BASE_URL", &base);
        }
        let document = finished(command.env("TELNYX_API_KEY", "KEY-IN-VARIABLE")).document();
        let identifier = if args.contains(&server) { "issuer" } else { "resource" };
        assert_eq!(document[identifier], origin, "{args:?}");
    }
    let requests = sandbox.requests();
    assert_eq!(requests.len(), 5);
    for request in requests {
        assert_eq!(request.header("authorization"), None);
        assert!(!format!("{request:?}").contains("KEY"), "{request:?}");
    }
}

#[test]
fn an_error_of_telnyxs_own_commands_does_not_repeat_the_key() {
    let failed =
        run(&["well-known", "retrieve-protected-resource-metadata", "--api-key", "KEY", "--base-url", "nothing"]);
    failed.error("invalid_argument", 2);
    assert!(!failed.stderr.contains("KEY"));
}

#[test]
fn request_options_reach_the_client() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    run(&["fetch", origin]).document();
    let asked = sandbox.requests().remove(0);
    assert_eq!(asked.header("user-agent"), Some(&*format!("telnyx-oauth/{} (cli)", env!("CARGO_PKG_VERSION"))));
    assert_eq!(asked.header("accept"), Some("application/json"));

    sandbox.clear_requests();
    run(&["fetch", origin, "-A", "somebody/1", "--timeout", "20.5", "--connect-timeout", "10", "--proxy", ""])
        .document();
    assert_eq!(sandbox.requests()[0].header("user-agent"), Some("somebody/1"));

    sandbox.clear_requests();
    sandbox.route(METADATA, [Answer::status(503)]);
    for option in ["--max-retries", "--retry"] {
        run(&["fetch", origin, option, "0"]).error("http_status", 3);
    }
    assert_eq!(sandbox.requests().len(), 2);

    sandbox.route(METADATA, [Answer::redirect("/moved")]);
    sandbox.route("/moved", [Answer::json(json!({"resource": origin}))]);
    run(&["fetch", origin]).document();
    for option in ["--max-redirects", "--max-redirs"] {
        run(&["fetch", origin, option, "0"]).error("redirect_refused", 5);
    }
    for option in ["--max-body-bytes", "--max-filesize"] {
        run(&["fetch", origin, option, "4"]).error("body_too_large", 6);
    }
}

#[test]
fn requests_that_are_not_on_loopback_go_through_the_proxy() {
    let sandbox = Sandbox::start().unwrap();
    // Pinned to loopback as well: if the proxy were not asked, nobody else would be.
    let failed = run(&[
        "fetch",
        "http://rs.invalid",
        "--allow-http",
        "-x",
        sandbox.http_origin(),
        "--resolve",
        "rs.invalid:80:127.0.0.1",
        "--max-retries",
        "0",
        "--resource-match",
        "same_origin",
    ]);
    assert_eq!(sandbox.requests()[0].host, "rs.invalid", "{failed:?}");
}

#[test]
fn resource_match_decides_which_documents_are_accepted() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let resource = format!("{origin}/v2/other");
    sandbox.route(format!("{METADATA}/v2/other"), [Answer::json(json!({"resource": origin}))]);
    run(&["fetch", &resource]).document();
    run(&["fetch", &resource, "--resource-match", "covers"]).document();
    run(&["fetch", &resource, "--resource-match", "exact"]).error("resource_mismatch", 5);
    run(&["fetch", &resource, "--strict"]).error("resource_mismatch", 5);
    sandbox.route(format!("{METADATA}/v2/other"), [Answer::json(json!({"resource": format!("{origin}/v3")}))]);
    run(&["fetch", &resource]).error("resource_mismatch", 5);
    run(&["fetch", &resource, "--resource-match", "same_origin"]).document();
}
