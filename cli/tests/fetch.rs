//! `fetch` and the `well-known` commands.

mod support;

use serde_json::json;
use std::path::Path;
use support::{METADATA, finished, program, run};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn fetch_prints_the_document_as_served() {
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
fn https_needs_a_trusted_ca_from_an_option_or_a_variable() {
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
fn resolve_sends_requests_to_the_given_address() {
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
fn well_known_commands_never_send_the_api_key() {
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
fn an_error_of_a_well_known_command_does_not_show_the_api_key() {
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
    let request = sandbox.requests().remove(0);
    assert_eq!(request.header("user-agent"), Some(&*format!("telnyx-oauth/{} (cli)", env!("CARGO_PKG_VERSION"))));
    assert_eq!(request.header("accept"), Some("application/json"));

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
fn requests_to_other_hosts_than_loopback_use_the_proxy() {
    let sandbox = Sandbox::start().unwrap();
    // `--resolve` keeps the request on this machine even if the client ignored the proxy.
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
