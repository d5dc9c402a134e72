//! The requests that control the sandbox, and the list of all other requests.

mod common;

use std::sync::{Arc, Mutex};

use common::{get, send};
use serde_json::json;
use telnyx_oauth_sandbox::Sandbox;

fn control(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> common::Reply {
    let length = body.len();
    let head = format!("{method} {path} HTTP/1.1\r\nhost: h\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
    send(sandbox, &(head + body))
}

#[test]
fn requests_are_listed_in_order() {
    let sandbox = Sandbox::start().unwrap();
    send(
        &sandbox,
        "GET /v2/mcp?a=b HTTP/1.1\r\nHost: first.example\r\nX-Two: 1\r\nX-Two: 2\r\nConnection: close\r\n\r\n",
    );
    get(&sandbox, "/nowhere");
    let seen = sandbox.requests();
    assert_eq!(seen.len(), 2);
    let first = &seen[0];
    assert_eq!((first.connection, first.secure, first.version.as_str()), (1, false, "HTTP/1.1"));
    assert_eq!((first.method.as_str(), first.target.as_str(), first.path()), ("GET", "/v2/mcp?a=b", "/v2/mcp"));
    assert_eq!((first.host.as_str(), first.status), ("first.example", Some(401)));
    assert_eq!((first.header("X-TWO"), first.headers.len()), (Some("1"), 4));
    assert_eq!((seen[1].connection, seen[1].status), (2, Some(404)));

    let listed = control(&sandbox, "GET", "/.sandbox/requests", "");
    assert_eq!(listed.header("content-type"), "application/json");
    assert_eq!(listed.json()[0]["headers"][1], json!(["x-two", "1"]));
    assert_eq!(listed.json().as_array().map(Vec::len), Some(2));
    assert_eq!(listed.json()[1]["status"], 404);
    sandbox.clear_requests();
    assert!(sandbox.requests().is_empty());
}

#[test]
fn control_requests_replace_the_scenario() {
    let sandbox = Sandbox::start().unwrap();
    let scenario = r#"{"routes":[{"path":"/v2/mcp","answers":[{"body":"scripted"}]}]}"#;
    assert_eq!(control(&sandbox, "POST", "/.sandbox/scenario", scenario).status(), 204);
    assert_eq!(get(&sandbox, "/v2/mcp").body(), "scripted");
    let bad = control(&sandbox, "POST", "/.sandbox/scenario", r#"{"routes":[{"path":"x","answers":[{}]}]}"#);
    assert_eq!((bad.status(), bad.json()), (400, json!({"error": "routes[0]: `path` must begin with `/`"})));
    assert_eq!(get(&sandbox, "/v2/mcp").body(), "scripted");
    assert_eq!(sandbox.requests().len(), 2);
    assert_eq!(control(&sandbox, "DELETE", "/.sandbox/scenario", "").status(), 204);
    assert!(sandbox.requests().is_empty());
    assert_eq!(get(&sandbox, "/v2/mcp").status(), 401);
}

#[test]
fn other_control_requests_are_refused() {
    let sandbox = Sandbox::start().unwrap();
    assert_eq!(control(&sandbox, "POST", "/.sandbox/requests", "").status(), 405);
    assert_eq!(control(&sandbox, "GET", "/.sandbox/scenario", "").status(), 405);
    assert_eq!(control(&sandbox, "GET", "/.sandbox/other", "").status(), 404);
    assert!(sandbox.requests().is_empty());
}

#[test]
fn the_log_function_is_called_with_each_request() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let log = lines.clone();
    let sandbox =
        Sandbox::builder().log(move |request| log.lock().unwrap().push(request.target.clone())).start().unwrap();
    get(&sandbox, "/a");
    get(&sandbox, "/b");
    assert_eq!(*lines.lock().unwrap(), ["/a", "/b"]);
}
