//! The header fields that the caller adds: where they go, and which are refused.

mod common;

use common::{METADATA, blocking_options, options, sandbox};
use telnyx_oauth::{ErrorKind, Probe};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SECRET: &str = "s3cret";

/// The paths of the requests with the field.
fn with_field(sandbox: &Sandbox) -> Vec<String> {
    let has = |request: &telnyx_oauth_sandbox::Request| request.header("x-gateway-key") == Some(SECRET);
    sandbox.requests().iter().filter(|request| has(request)).map(|request| request.path().to_owned()).collect()
}

#[test]
fn only_the_origin_of_the_resource_gets_the_fields() {
    let (sandbox, other) = (sandbox(), sandbox());
    let challenge = format!(r#"Bearer resource_metadata="{}/m""#, other.http_origin());
    sandbox.route("/mcp", [Answer::status(401).header("www-authenticate", challenge)]);
    let resource = format!("{}/mcp", sandbox.http_origin());
    let servers = [sandbox.http_origin(), other.http_origin()];
    other.route("/m", [Answer::json(serde_json::json!({"resource": resource, "authorization_servers": servers}))]);
    let client = blocking_options(&sandbox).header("X-Gateway-Key", SECRET).build().unwrap();
    let found = client.discover(resource.as_str(), None).unwrap();
    assert!(found.authorization_servers().iter().all(|server| server.metadata().is_some()), "{found:?}");
    let mut paths = with_field(&sandbox);
    paths.sort();
    let own = format!("{METADATA}/mcp");
    assert_eq!(paths, ["/.well-known/oauth-authorization-server", &own, "/mcp"]);
    assert_eq!(sandbox.requests().len(), 3);
    assert_eq!(with_field(&other), [""; 0]);
    assert_eq!(other.requests().len(), 2);
}

#[test]
fn probes_and_redirects_and_fetches_have_the_fields() {
    let sandbox = sandbox();
    sandbox.route("/mcp", [Answer::status(401)]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::redirect("/moved")]);
    sandbox.route("/moved", [Answer::json(r#"{"resource": "${origin}/mcp", "authorization_servers": []}"#)]);
    let resource = format!("{}/mcp", sandbox.http_origin());
    let client = blocking_options(&sandbox).header("x-gateway-key", SECRET).probe(Probe::Mcp).build().unwrap();
    client.discover(resource.as_str(), None).unwrap();
    client.fetch_resource_metadata(resource.as_str()).unwrap();
    assert_eq!(with_field(&sandbox).len(), 5);
    client.fetch_authorization_server_metadata(sandbox.http_origin()).unwrap();
    assert_eq!(with_field(&sandbox).len(), 5, "an issuer is no resource");
}

#[test]
fn a_response_to_other_fields_is_not_taken_from_the_cache() {
    let (sandbox, other) = (sandbox(), sandbox());
    let body = serde_json::json!({"issuer": other.http_origin(), "code_challenge_methods_supported": ["S256"]});
    let fresh = Answer::json(body).header("cache-control", "max-age=60");
    other.route("/.well-known/oauth-authorization-server", [fresh]);
    let servers = [other.http_origin()];
    for (at, path) in [(&sandbox, "/a"), (&other, "/b")] {
        at.route(path, [Answer::status(401)]);
        let resource = format!("{}{path}", at.http_origin());
        let document = serde_json::json!({"resource": resource, "authorization_servers": servers});
        at.route(format!("{METADATA}{path}"), [Answer::json(document)]);
    }
    let client = blocking_options(&sandbox).header("x-gateway-key", SECRET).build().unwrap();
    for (at, path) in [(&sandbox, "/a"), (&other, "/b"), (&sandbox, "/a")] {
        client.discover(format!("{}{path}", at.http_origin()).as_str(), None).unwrap();
    }
    let asked = |path: &str| other.requests().iter().filter(|request| request.path() == path).count();
    // Once without the field, for the first resource, and once with it.
    assert_eq!(asked("/.well-known/oauth-authorization-server"), 2);
}

#[test]
fn a_name_may_be_given_several_times() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).header("x-a", "1").header("X-A", " 2 ").build().unwrap();
    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let request = &sandbox.requests()[0];
    let values: Vec<_> = request.headers.iter().filter(|(name, _)| name == "x-a").map(|(_, value)| &**value).collect();
    assert_eq!(values, ["1", "2"]);
}

#[test]
fn refused_fields_are_errors_that_show_no_value() {
    let sandbox = sandbox();
    for name in [
        "Authorization",
        "authorization",
        "Proxy-Authorization",
        "Cookie",
        "Host",
        "Accept",
        "Accept-Encoding",
        "Content-Length",
        "Content-Type",
        "Range",
        "If-None-Match",
        "If-Match",
        "Mcp-Session-Id",
        "MCP-Protocol-Version",
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "User-Agent",
        "",
        "a b",
        "x:y",
        ":path",
        "x\r\ny",
        "\u{e9}",
    ] {
        let error = options(&sandbox).header(name, SECRET).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{name}");
        assert!(error.message().starts_with("header "), "{error}");
        assert!(!format!("{error:?}").contains(SECRET), "{error:?}");
    }
    for value in ["s3cret\r\nx: y", "s3cret\0", "s3cret\n", "s3cret\u{e9}"] {
        let error = options(&sandbox).header("x-gateway-key", value).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{value:?}");
        assert!(!format!("{error:?}").contains(SECRET), "{error:?}");
    }
}

#[test]
fn neither_debug_nor_an_error_shows_a_value() {
    let sandbox = sandbox();
    let options = options(&sandbox).header("x-gateway-key", SECRET);
    let shown = format!("{options:?}");
    assert!(shown.contains("x-gateway-key") && !shown.contains(SECRET), "{shown}");
    let client = options.build().unwrap();
    sandbox.route(METADATA, [Answer::status(503)]);
    let error = common::block_on(client.fetch_resource_metadata(sandbox.http_origin())).unwrap_err();
    assert!(!format!("{client:?} {error:?}").contains(SECRET), "{error:?}");
}
