//! Runs `examples/c/discover_with_libcurl.c`, and compares its result with that of a client.

mod common;

use common::{METADATA, Program, examples, has_runner};
use oauth::blocking::Client;
use oauth::{Error, Probe};
use serde_json::{Value, json};
use std::sync::OnceLock;
use std::time::Duration;
use telnyx_oauth_sandbox::{Answer, Request, Route, Sandbox};

fn programs() -> &'static [Program] {
    static PROGRAMS: OnceLock<Vec<Program>> = OnceLock::new();
    PROGRAMS.get_or_init(|| examples("discover_with_libcurl", &["-lcurl"]))
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::builder().latency(Duration::from_millis(20)).start().unwrap();
    let servers = json!(["${origin}", "${origin}/nowhere"]);
    let document = json!({"resource": "${origin}/mcp", "authorization_servers": servers, "scopes_supported": ["a"]});
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(document)]);
    sandbox
}

fn on(sandbox: &Sandbox, method: &str, answers: impl IntoIterator<Item = Answer>) {
    sandbox.add_route(Route::new("/mcp", answers).method(method));
}

/// A challenge that names a document.
fn challenge(url: &str) -> Answer {
    Answer::status(401)
        .header("www-authenticate", "Basic")
        .header("www-authenticate", format!(r#"Bearer scope="b c", resource_metadata="{url}""#))
}

/// Returns the result of a client as JSON without times, or its error.
fn expected(sandbox: &Sandbox, resource: &str, probe: Probe) -> Result<Value, Error> {
    let client = Client::builder().ca_file(sandbox.ca_file()).proxy("").max_retries(0).probe(probe).build().unwrap();
    let found = client.discover(Some(resource), None)?;
    Ok(without_times(&serde_json::to_string(&found).unwrap()))
}

fn without_times(json: &str) -> Value {
    fn clear(found: &mut Value) {
        match found {
            Value::Object(members) => {
                if let Some(elapsed) = members.get_mut("elapsed_ms") {
                    *elapsed = Value::Null;
                }
                members.values_mut().for_each(clear);
            }
            Value::Array(items) => {
                // The result does not depend on the response to a DELETE, which may come later.
                items.retain(|item| item["method"] != "DELETE");
                items.iter_mut().for_each(clear);
            }
            _ => {}
        }
    }
    let mut found = serde_json::from_str(json).unwrap();
    clear(&mut found);
    found
}

/// Runs the example, and compares its result. Returns the requests of the example.
fn compare(sandbox: &Sandbox, origin: &str, probe: Probe) -> Vec<Request> {
    let resource = format!("{origin}/mcp");
    let expected = expected(sandbox, &resource, probe);
    let mut requests = Vec::new();
    for program in programs() {
        let before = sandbox.requests().len();
        let output = program.output_of(&[&resource, probe.as_str(), sandbox.ca_file().to_str().unwrap()], &[]);
        requests = sandbox.requests().split_off(before);
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        match &expected {
            Ok(found) => {
                assert_eq!(err, "");
                assert_eq!(without_times(&out), *found);
                assert!(output.status.success());
            }
            Err(error) => {
                assert!(err.starts_with(error.kind().as_str()), "{error:?}: {err}");
                assert!(!output.status.success() && out.is_empty(), "{out}");
            }
        }
    }
    requests
}

fn methods(requests: &[Request]) -> Vec<&str> {
    requests.iter().filter(|request| request.path() == "/mcp").map(|request| &*request.method).collect()
}

#[test]
fn a_challenged_post_names_the_document() {
    let sandbox = sandbox();
    on(&sandbox, "POST", [challenge(&format!("${{origin}}{METADATA}/mcp"))]);
    // Under valgrind, a TLS handshake may take longer than a probe may.
    let https = (!has_runner()).then(|| sandbox.https_origin());
    for origin in [Some(sandbox.http_origin()), https].into_iter().flatten() {
        let requests = compare(&sandbox, origin, Probe::Mcp);
        assert_eq!(methods(&requests), ["POST"]);
        let post = requests.iter().find(|request| request.method == "POST").unwrap();
        assert!(post.body.contains("server/discover") && post.header("mcp-method") == Some("server/discover"));
        let document = requests.iter().find(|request| request.path().starts_with(METADATA)).unwrap();
        assert_ne!(post.connection, document.connection, "both requests run at the same time");
        assert_eq!(document.header("accept-encoding"), Some("identity"));
    }
}

#[test]
fn a_session_is_closed_and_a_redirect_is_followed() {
    let sandbox = sandbox();
    let rpc = r#"{"jsonrpc": "2.0", "id": 1, "result": {}}"#;
    on(&sandbox, "GET", [Answer::json(rpc).with_status(405)]);
    // Two programs and the client, each with two requests.
    let opened = [Answer::status(400), Answer::json(rpc).header("mcp-session-id", "abc-1")];
    on(&sandbox, "POST", std::iter::repeat_n(opened, 3).flatten());
    on(&sandbox, "DELETE", [Answer::status(204)]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::redirect("/moved")]);
    let document = json!({"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]});
    sandbox.route("/moved", [Answer::redirect("/again")]);
    sandbox.route("/again", [Answer::json(document)]);
    let requests = compare(&sandbox, sandbox.http_origin(), Probe::Auto);
    assert_eq!(methods(&requests), ["GET", "POST", "POST", "DELETE"]);
    let delete = requests.iter().find(|request| request.method == "DELETE").unwrap();
    assert_eq!(delete.header("mcp-session-id"), Some("abc-1"));
}

#[test]
fn refused_responses_end_the_discovery() {
    for (own, root) in [
        (Answer::redirect("https://elsewhere.example/"), Answer::status(404)),
        (Answer::redirect("${path}"), Answer::status(404)),
        (Answer::default().header("content-type", "application/json").body_repeat("[", 2 << 20), Answer::status(404)),
        (Answer::json("{}").header("content-encoding", "gzip"), Answer::status(404)),
        (Answer::default().reset_before_head(), Answer::status(404)),
        (Answer::status(404), Answer::status(404)),
    ] {
        let sandbox = sandbox();
        sandbox.route(format!("{METADATA}/mcp"), [own]);
        sandbox.route(METADATA, [root]);
        compare(&sandbox, sandbox.http_origin(), Probe::Get);
    }
}

#[test]
fn a_challenge_cannot_name_a_link_local_address() {
    let sandbox = sandbox();
    on(&sandbox, "POST", [challenge("https://169.254.169.254/document")]);
    compare(&sandbox, sandbox.http_origin(), Probe::Mcp);
}

/// An endless event stream does not delay the result.
#[test]
fn a_challenge_with_an_endless_body_counts() {
    let sandbox = sandbox();
    let url = format!("${{origin}}{METADATA}/mcp");
    on(&sandbox, "GET", [challenge(&url).with_status(200).body_repeat(": \n\n", 1 << 30)]);
    assert_eq!(methods(&compare(&sandbox, sandbox.http_origin(), Probe::Auto)), ["GET"]);
}
