//! The built-in routes.

mod common;

use common::{get, request, send, tls_get};
use serde_json::json;
use telnyx_oauth_sandbox::Sandbox;

const DOCUMENT: &str = "/.well-known/oauth-protected-resource";

#[test]
fn the_document_describes_the_requested_origin() {
    let sandbox = Sandbox::start().unwrap();
    let reply = get(&sandbox, DOCUMENT);
    let origin = sandbox.http_origin();
    assert_eq!((reply.status(), reply.header("content-type")), (200, "application/json".into()));
    assert_eq!(reply.json(), json!({"resource": origin, "authorization_servers": [origin]}));

    let reply = tls_get(&sandbox, "api.telnyx.com", DOCUMENT).unwrap();
    assert_eq!(reply.json()["resource"], "https://api.telnyx.com");
    let reply = send(&sandbox, &request("GET", "pinned.example:81", DOCUMENT));
    assert_eq!(reply.json()["authorization_servers"], json!(["http://pinned.example:81"]));
    let reply = get(&sandbox, &format!("{DOCUMENT}?tenant=1"));
    assert_eq!(reply.status(), 200);
}

#[test]
fn a_host_with_a_quote_is_escaped_in_json() {
    let sandbox = Sandbox::start().unwrap();
    let reply = send(&sandbox, &request("GET", r#"a"b"#, DOCUMENT));
    assert_eq!(reply.json()["resource"], r#"http://a"b"#);
}

#[test]
fn without_a_host_header_the_origin_is_the_address() {
    let sandbox = Sandbox::start().unwrap();
    let reply = send(&sandbox, &format!("GET {DOCUMENT} HTTP/1.0\r\n\r\n"));
    assert_eq!(reply.json()["resource"], sandbox.http_origin());
}

#[test]
fn an_absolute_target_takes_precedence_over_the_host_header() {
    let sandbox = Sandbox::start().unwrap();
    let reply = send(&sandbox, &request("GET", "other.example", &format!("http://named.example{DOCUMENT}")));
    assert_eq!(reply.json()["resource"], "http://named.example");
    let seen = &sandbox.requests()[0];
    assert_eq!((seen.host.as_str(), seen.target.as_str()), ("named.example", DOCUMENT));
}

#[test]
fn the_mcp_resource_has_its_own_document() {
    let sandbox = Sandbox::start().unwrap();
    let reply = get(&sandbox, &format!("{DOCUMENT}/v2/mcp"));
    assert_eq!(reply.json()["resource"], format!("{}/v2/mcp", sandbox.http_origin()));
    assert_eq!(reply.json()["authorization_servers"], json!([sandbox.http_origin()]));
}

#[test]
fn errors_have_the_documented_body() {
    let sandbox = Sandbox::start().unwrap();
    for status in [400, 401] {
        let reply = get(&sandbox, &format!("{DOCUMENT}/{status}"));
        assert_eq!(reply.status(), status);
        assert!(reply.json()["error"].is_string() && reply.json()["error_description"].is_string());
    }
}

#[test]
fn the_authorization_server_is_the_origin() {
    let sandbox = Sandbox::start().unwrap();
    let reply = get(&sandbox, "/.well-known/oauth-authorization-server");
    let document = reply.json();
    let origin = sandbox.http_origin();
    assert_eq!(document["issuer"], origin);
    for endpoint in ["authorization", "token", "registration", "revocation", "introspection"] {
        let url = document[format!("{endpoint}_endpoint")].as_str().unwrap();
        assert!(url.starts_with(&format!("{origin}/")), "{url}");
    }
    assert_eq!(document["code_challenge_methods_supported"], json!(["S256"]));
    assert_eq!(get(&sandbox, "/.well-known/openid-configuration").status(), 404);
}

#[test]
fn protected_paths_name_their_metadata_in_a_challenge() {
    let sandbox = Sandbox::start().unwrap();
    for (path, suffix) in [("/v2/messages", ""), ("/v2/mcp", "/v2/mcp")] {
        let reply = send(&sandbox, &request("POST", "api.example", path));
        assert_eq!(reply.status(), 401);
        let expected = format!(r#"Bearer resource_metadata="http://api.example{DOCUMENT}{suffix}""#);
        assert_eq!(reply.header("www-authenticate"), expected);
        assert!(reply.json()["errors"].is_array());
    }
}

#[test]
fn head_other_methods_and_unknown_paths_are_answered() {
    let sandbox = Sandbox::start().unwrap();
    let head = send(&sandbox, &request("HEAD", "h", DOCUMENT));
    let full = send(&sandbox, &request("GET", "h", DOCUMENT));
    assert_eq!((head.status(), head.body().as_str()), (200, ""));
    assert_eq!(head.header("content-length"), full.body().len().to_string());
    let post = send(&sandbox, &request("POST", "h", DOCUMENT));
    assert_eq!((post.status(), post.header("allow").as_str()), (405, "GET, HEAD"));
    for path in
        ["/", "/nowhere", "/.well-known/oauth-protected-resource/other", "/.well-known/oauth-protected-resources"]
    {
        let reply = get(&sandbox, path);
        assert_eq!((reply.status(), reply.json()["error"].as_str()), (404, Some("not_found")), "{path}");
    }
}
