//! The probe: how a discovery asks the resource for its challenge.

mod common;

use common::{METADATA, blocking_options, each, sandbox};
use serde_json::Value;
use telnyx_oauth::{Discovery, Error, ErrorKind, Outcome, Probe, Profile, Purpose, WarningKind, blocking};
use telnyx_oauth_sandbox::{Answer, Request, Route, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const JSON_RPC: &str = r#"{"jsonrpc": "2.0", "id": null, "error": {"code": -32000, "message": "Method not allowed"}}"#;

fn on(sandbox: &Sandbox, method: &str, answers: impl IntoIterator<Item = Answer>) {
    sandbox.add_route(Route::new("/mcp", answers).method(method));
}

fn challenge() -> Answer {
    let line = r#"Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/named", scope="a""#;
    Answer::json(r#"{"error": "unauthorized"}"#).with_status(401).header("www-authenticate", line)
}

/// Puts a document at the URL that [`challenge`] names.
fn name_document(sandbox: &Sandbox) {
    let body = r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#;
    sandbox.route(format!("{METADATA}/named"), [Answer::json(body)]);
}

fn discover(sandbox: &Sandbox, probe: Option<Probe>) -> Result<Discovery, Error> {
    let mut options = blocking_options(sandbox);
    if let Some(probe) = probe {
        options = options.probe(probe);
    }
    discover_with(sandbox, options)
}

fn discover_with(sandbox: &Sandbox, options: blocking::ClientBuilder) -> Result<Discovery, Error> {
    options.build().unwrap().discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None)
}

/// The requests to the resource itself.
fn asked(sandbox: &Sandbox) -> Vec<Request> {
    sandbox.requests().into_iter().filter(|request| request.path() == "/mcp").collect()
}

fn methods(sandbox: &Sandbox) -> Vec<String> {
    asked(sandbox).into_iter().map(|request| request.method).collect()
}

fn warnings(found: &Discovery) -> Vec<WarningKind> {
    found.warnings().iter().map(|warning| warning.kind).collect()
}

#[test]
fn a_get_accepts_what_mcp_servers_require() {
    each(|sandbox, client| {
        client.discover(&format!("{}/mcp", sandbox.http_origin()), None).unwrap();
        let [get] = &asked(sandbox)[..] else { panic!("{:?}", asked(sandbox)) };
        assert_eq!(get.method, "GET");
        assert_eq!(get.header("accept"), Some("application/json, text/event-stream, */*;q=0.5"));
        assert_eq!(get.header("authorization"), None);
    });
}

#[test]
fn the_url_gets_a_post_only_after_it_has_shown_json_rpc() {
    let json = |body: &str| Answer::json(body);
    let shown = |status: u16| [400, 404, 405, 406].contains(&status);
    let session = |name: &str| Answer::text("no").header(name.to_owned(), "1");
    let padded = format!(r#"{{"pad": "{}", "jsonrpc": "2.0"}}"#, "x".repeat(70_000));
    let late = format!(r#"{{"jsonrpc": "2.0", "pad": "{}"}}"#, "x".repeat(70_000));
    let bodies: Vec<(Answer, bool)> = vec![
        (json(JSON_RPC), true),
        (json(JSON_RPC).header("content-type", "application/json; charset=utf-8"), true),
        (Answer::text(JSON_RPC), true),
        (json(&late), true),
        (json(JSON_RPC).chunked(), true),
        (session("mcp-session-id"), true),
        (session("mcp-protocol-version"), true),
        (Answer::text("<html>").header("content-type", "text/html").header("mcp-session-id", "1"), true),
        (json(&padded), false),
        (json(r#"{"error": {"jsonrpc": "2.0"}}"#), false),
        (json(r#"[{"jsonrpc": "2.0"}]"#), false),
        (json(r#"{"message": "Not Found"}"#), false),
        (json(r#"{"jsonrpc"#), false),
        (Answer::text(JSON_RPC).header("content-type", "text/html"), false),
        (json(JSON_RPC).header("content-encoding", "gzip"), false),
        (Answer::text("<html>jsonrpc"), false),
        (Answer::default(), false),
        (session("x-mcp-session-id"), false),
    ];
    for status in [200, 202, 204, 304, 400, 401, 403, 404, 405, 406, 409, 410, 415, 421, 426, 429, 500, 501, 503] {
        for (body, is_sign) in &bodies {
            let sandbox = sandbox();
            on(&sandbox, "GET", [body.clone().with_status(status)]);
            on(&sandbox, "POST", [challenge()]);
            name_document(&sandbox);
            let found = discover(&sandbox, None).unwrap();
            let expected: &[&str] = if shown(status) && *is_sign { &["GET", "POST"] } else { &["GET"] };
            assert_eq!(methods(&sandbox), expected, "{status} {body:?}");
            assert_eq!(
                found.via().as_str(),
                if expected.len() == 2 { "challenge" } else { "root" },
                "{status} {body:?}"
            );
        }
    }
}

#[test]
fn a_url_that_challenges_or_redirects_gets_no_post() {
    for get in [
        Answer::json(JSON_RPC).with_status(405).header("www-authenticate", "Bearer"),
        Answer::json(JSON_RPC).with_status(404).header("www-authenticate", "Basic realm=\"r\""),
        // The target of the redirect shows nothing about the URL.
        Answer::redirect("/moved"),
        Answer::redirect("https://elsewhere.example/").header("mcp-session-id", "1"),
    ] {
        let sandbox = sandbox();
        on(&sandbox, "GET", [get.clone()]);
        on(&sandbox, "POST", [challenge()]);
        sandbox.route("/moved", [Answer::json(JSON_RPC).with_status(405)]);
        discover(&sandbox, None).unwrap();
        assert!(sandbox.requests().iter().all(|request| request.method == "GET"), "{get:?}");
    }
}

#[test]
fn each_value_of_probe_sends_its_own_requests() {
    for (probe, expected) in [
        (None, &["GET", "POST"][..]),
        (Some(Probe::Auto), &["GET", "POST"]),
        (Some(Probe::Mcp), &["POST"]),
        (Some(Probe::Get), &["GET"]),
        (Some(Probe::None), &[]),
    ] {
        let sandbox = sandbox();
        on(&sandbox, "GET", [Answer::json(JSON_RPC).with_status(405)]);
        on(&sandbox, "POST", [challenge()]);
        name_document(&sandbox);
        let found = discover(&sandbox, probe).unwrap();
        assert_eq!(methods(&sandbox), expected, "{probe:?}");
        let attempts: Vec<_> = found.attempts().iter().filter(|attempt| attempt.purpose == Purpose::Probe).collect();
        assert_eq!(attempts.iter().map(|attempt| attempt.method).collect::<Vec<_>>(), expected);
        let is_challenged = expected.contains(&"POST");
        assert_eq!(found.via().as_str(), if is_challenged { "challenge" } else { "root" }, "{probe:?}");
        let inconclusive = probe == Some(Probe::Get);
        assert_eq!(warnings(&found).contains(&WarningKind::ProbeInconclusive), inconclusive, "{probe:?}");
    }
}

#[test]
fn server_discover_is_a_request_of_mcp_2026_07_28() {
    let sandbox = sandbox();
    on(&sandbox, "POST", [challenge()]);
    name_document(&sandbox);
    discover(&sandbox, Some(Probe::Mcp)).unwrap();
    let [post] = &asked(&sandbox)[..] else { panic!("{:?}", asked(&sandbox)) };
    for (name, value) in [
        ("accept", "application/json, text/event-stream"),
        ("content-type", "application/json"),
        ("mcp-protocol-version", "2026-07-28"),
        ("mcp-method", "server/discover"),
        ("accept-encoding", "identity"),
    ] {
        assert_eq!(post.header(name), Some(value));
    }
    assert_eq!(post.header("authorization"), None);
    let body: Value = serde_json::from_str(&post.body).unwrap();
    assert_eq!((&body["jsonrpc"], &body["method"]), (&"2.0".into(), &"server/discover".into()));
    let meta = &body["params"]["_meta"];
    assert_eq!(meta["io.modelcontextprotocol/protocolVersion"], "2026-07-28");
    assert_eq!(meta["io.modelcontextprotocol/clientInfo"]["name"], "telnyx-oauth");
    assert_eq!(meta["io.modelcontextprotocol/clientCapabilities"], serde_json::json!({}));
}

fn rpc_error(code: i64) -> Answer {
    Answer::json(serde_json::json!({"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": "m"}}))
}

#[test]
fn initialize_follows_unless_the_server_knows_the_revision() {
    for (first, follows) in [
        (rpc_error(-32000).with_status(400), true),
        (rpc_error(-32601).with_status(400), true),
        (Answer::status(400), true),
        (Answer::text("no").with_status(404), true),
        (Answer::text("no").with_status(405), true),
        (rpc_error(-32022).with_status(400), false),
        (rpc_error(-32021).with_status(400), false),
        (rpc_error(-32020).with_status(400), false),
        (rpc_error(-32601).with_status(404), false),
        (rpc_error(-32000).with_status(406), false),
        (rpc_error(-32000).with_status(415), false),
        (rpc_error(-32601), false),
        (Answer::status(401), false),
        (Answer::status(403), false),
        (Answer::status(500), false),
        (Answer::redirect("/elsewhere"), false),
    ] {
        let sandbox = sandbox();
        on(&sandbox, "POST", [first.clone(), challenge()]);
        name_document(&sandbox);
        let found = discover(&sandbox, Some(Probe::Mcp)).unwrap();
        assert_eq!(methods(&sandbox).len(), if follows { 2 } else { 1 }, "{first:?}");
        assert_eq!(found.via().as_str(), if follows { "challenge" } else { "root" }, "{first:?}");
        if follows {
            let initialize = &asked(&sandbox)[1];
            let body: Value = serde_json::from_str(&initialize.body).unwrap();
            assert_eq!(body["method"], "initialize");
            assert_eq!(body["params"]["protocolVersion"], "2025-11-25");
            assert_eq!(body["params"]["capabilities"], serde_json::json!({}));
            assert_eq!(initialize.header("mcp-method"), None);
        }
    }
}

#[test]
fn initialize_is_sent_once() {
    let sandbox = sandbox();
    on(&sandbox, "POST", [Answer::status(400)]);
    let found = discover_with(&sandbox, blocking_options(&sandbox).probe(Probe::Mcp).max_retries(3)).unwrap();
    assert_eq!(methods(&sandbox), ["POST", "POST"]);
    assert_eq!(warnings(&found), [WarningKind::ResourceNotExact]);
}

#[test]
fn a_post_follows_no_redirect() {
    for status in [301, 302, 303, 307, 308] {
        let sandbox = sandbox();
        on(&sandbox, "POST", [Answer::redirect("/moved").with_status(status)]);
        sandbox.route("/moved", [challenge()]);
        name_document(&sandbox);
        let found = discover(&sandbox, Some(Probe::Mcp)).unwrap();
        assert_eq!(methods(&sandbox), ["POST"], "{status}");
        assert!(sandbox.requests().iter().all(|request| request.path() != "/moved"), "{status}");
        assert_eq!(warnings(&found), [WarningKind::ProbeInconclusive, WarningKind::ResourceNotExact], "{status}");
    }
}

#[test]
fn a_post_counts_a_challenge_on_a_redirect() {
    let sandbox = sandbox();
    on(&sandbox, "POST", [challenge().with_status(307).header("location", "/moved")]);
    name_document(&sandbox);
    assert_eq!(discover(&sandbox, Some(Probe::Mcp)).unwrap().via().as_str(), "challenge");
}

#[test]
fn a_probe_without_a_challenge_is_inconclusive_if_the_document_is_not_exact() {
    let exact = r#"{"resource": "${origin}/mcp", "authorization_servers": []}"#;
    for (status, body, warned) in [
        (404, r#"{"resource": "${origin}"}"#, true),
        (405, r#"{"resource": "${origin}"}"#, true),
        (406, r#"{"resource": "${origin}"}"#, true),
        (405, r#"{"authorization_servers": []}"#, true),
        (405, exact, false),
        (401, r#"{"resource": "${origin}"}"#, false),
        (400, r#"{"resource": "${origin}"}"#, false),
        (200, r#"{"resource": "${origin}"}"#, false),
    ] {
        let sandbox = sandbox();
        on(&sandbox, "GET", [Answer::status(status)]);
        sandbox.route(format!("{METADATA}/mcp"), [Answer::json(body)]);
        let found = discover(&sandbox, None).unwrap();
        let warning = found.warnings().iter().find(|warning| warning.kind == WarningKind::ProbeInconclusive);
        assert_eq!(warning.is_some(), warned, "{status} {body}");
        if let Some(warning) = warning {
            for word in [&status.to_string(), "(probe)", "(www_authenticate)"] {
                assert!(warning.message.contains(word), "{}", warning.message);
            }
        }
    }
}

#[test]
fn a_refused_redirect_of_the_probe_is_an_answer() {
    let sandbox = sandbox();
    on(&sandbox, "GET", [Answer::redirect("https://login.example/")]);
    let strict = blocking_options(&sandbox).strict(true);
    sandbox.route(
        format!("{METADATA}/mcp"),
        [Answer::json(r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#)],
    );
    let found = discover_with(&sandbox, strict).unwrap();
    assert_eq!(warnings(&found), []);
    assert_eq!(found.attempts()[0].outcome, Outcome::Failed(ErrorKind::RedirectRefused));
}

/// The requests of a server that opens sessions.
fn legacy(sandbox: &Sandbox, delete: Answer) {
    let opened = Answer::json(r#"{"jsonrpc": "2.0", "id": 1, "result": {}}"#).header("mcp-session-id", "abc-1");
    on(sandbox, "POST", [Answer::status(400), opened]);
    on(sandbox, "DELETE", [delete]);
}

fn deletes(sandbox: &Sandbox) -> Vec<Request> {
    asked(sandbox).into_iter().filter(|request| request.method == "DELETE").collect()
}

#[test]
fn a_session_is_closed_and_its_delete_is_listed() {
    each(|sandbox, _| {
        legacy(sandbox, Answer::status(204));
        let found = discover(sandbox, Some(Probe::Mcp)).unwrap();
        let listed: Vec<_> = found.attempts().iter().filter(|attempt| attempt.purpose == Purpose::Probe).collect();
        assert_eq!(listed.iter().map(|attempt| attempt.method).collect::<Vec<_>>(), ["POST", "POST", "DELETE"]);
        assert_eq!(listed[2].outcome, Outcome::Ok, "{:?}", listed[2]);
        common::wait_until("the session is closed", || !deletes(sandbox).is_empty());
        let [delete] = &deletes(sandbox)[..] else { panic!() };
        assert_eq!(delete.header("mcp-session-id"), Some("abc-1"));
        assert_eq!(delete.header("mcp-protocol-version"), Some("2025-11-25"));
        assert_eq!(delete.body, "");
    });
}

#[test]
fn a_delete_that_hangs_or_fails_does_not_delay_the_call() {
    for delete in [Answer::default().silent(), Answer::default().reset_before_head(), Answer::redirect("/moved")] {
        let sandbox = sandbox();
        legacy(&sandbox, delete);
        let found = discover(&sandbox, Some(Probe::Mcp)).unwrap();
        assert_eq!(warnings(&found), [WarningKind::ResourceNotExact]);
        common::wait_until("the session is closed", || deletes(&sandbox).len() == 1);
        assert!(sandbox.requests().iter().all(|request| request.path() != "/moved"));
    }
}

#[test]
fn a_session_id_that_is_no_visible_ascii_is_not_sent_back() {
    for id in ["", "a b", "\u{e9}"] {
        let sandbox = sandbox();
        let opened = Answer::json("{}").header("mcp-session-id", id);
        on(&sandbox, "POST", [Answer::status(400), opened]);
        let found = discover(&sandbox, Some(Probe::Mcp)).unwrap();
        assert!(found.attempts().iter().all(|attempt| attempt.method != "DELETE"), "{id:?}");
    }
}

#[test]
fn huge_and_endless_answers_do_not_delay_the_call() {
    let every = std::time::Duration::from_millis(1);
    for get in [
        Answer::json("").body_repeat("[", 100_000_000).header("content-type", "application/json"),
        Answer::default().endless(" ", every).header("content-type", "application/json"),
        Answer::default().endless("data: {\n\n", every).header("content-type", "text/event-stream"),
    ] {
        let sandbox = sandbox();
        on(&sandbox, "GET", [get.with_status(405)]);
        let options = blocking_options(&sandbox).timeout(std::time::Duration::from_secs(6));
        let found = discover_with(&sandbox, options).unwrap();
        assert_eq!(methods(&sandbox), ["GET"]);
        assert_eq!(warnings(&found), [WarningKind::ProbeInconclusive, WarningKind::ResourceNotExact]);
    }
}

#[test]
fn an_endless_body_still_shows_the_fields_of_mcp() {
    let sandbox = sandbox();
    let endless = Answer::default().endless(" ", std::time::Duration::from_millis(1));
    on(&sandbox, "GET", [endless.with_status(405).header("mcp-protocol-version", "2025-11-25")]);
    on(&sandbox, "POST", [challenge()]);
    name_document(&sandbox);
    let found = discover(&sandbox, None).unwrap();
    assert_eq!(found.via().as_str(), "challenge");
}

#[test]
fn the_profile_of_mcp_probes_with_post_and_an_explicit_probe_wins() {
    let mcp = |sandbox: &Sandbox| blocking_options(sandbox).profile(Profile::Mcp);
    for (probe, expected) in [(None, &["POST"][..]), (Some(Probe::Get), &["GET"]), (Some(Probe::None), &[])] {
        let sandbox = sandbox();
        on(&sandbox, "POST", [challenge()]);
        name_document(&sandbox);
        let options = probe.into_iter().fold(mcp(&sandbox), blocking::ClientBuilder::probe);
        discover_with(&sandbox, options).unwrap();
        assert_eq!(methods(&sandbox), expected, "{probe:?}");
    }
}

#[test]
fn the_profile_of_mcp_requires_a_server_and_pkce() {
    let sandbox = sandbox();
    let client = || blocking_options(&sandbox).profile(Profile::Mcp).build().unwrap();
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(r#"{"resource": "${origin}/mcp"}"#)]);
    let error = discover_with(&sandbox, blocking_options(&sandbox).profile(Profile::Mcp)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ProfileUnmet);
    assert!(error.message().contains("lists no authorization server"), "{error}");
    let resource = format!("{}/mcp", sandbox.http_origin());
    assert_eq!(client().fetch_resource_metadata(&resource).unwrap_err().kind(), ErrorKind::ProfileUnmet);
    // A mismatch counts before the profile.
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(r#"{"resource": "https://other.example"}"#)]);
    assert_eq!(client().fetch_resource_metadata(&resource).unwrap_err().kind(), ErrorKind::ResourceMismatch);

    let body = r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}/t", "${origin}"]}"#;
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(body)]);
    sandbox.route(format!("{SERVER}/t"), [Answer::json(r#"{"issuer": "${origin}/t"}"#)]);
    let found = discover_with(&sandbox, blocking_options(&sandbox).profile(Profile::Mcp)).unwrap();
    let kinds: Vec<_> = found.authorization_servers().iter().map(|server| server.error().map(Error::kind)).collect();
    assert_eq!(kinds, [Some(ErrorKind::ProfileUnmet), None]);
    assert_eq!(found.authorization_server().unwrap().issuer(), Some(sandbox.http_origin()));
    let issuer = format!("{}/t", sandbox.http_origin());
    let error = client().fetch_authorization_server_metadata(&issuer).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ProfileUnmet);
    assert!(error.message().contains("S256"), "{error}");
}

#[test]
fn values_parse_by_their_names() {
    for probe in Probe::ALL {
        assert_eq!(probe.as_str().parse::<Probe>().unwrap(), *probe);
    }
    assert_eq!("mcp".parse::<Profile>().unwrap(), Profile::Mcp);
    let error = "post".parse::<Probe>().unwrap_err();
    assert_eq!(error.message(), "probe must be auto, mcp, get or none, not \"post\"");
    let error = "MCP".parse::<Profile>().unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::InvalidArgument, "profile must be mcp, not \"MCP\""));
}
