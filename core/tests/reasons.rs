//! The reasons of attempts: the URL of the response, and the reason why the response was used or not.

mod common;

use common::{METADATA, blocking_options, each, sandbox};
use telnyx_oauth::{Attempt, AttemptLog, Discovery, Error, ErrorKind, Outcome, Purpose, WarningKind};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const OPENID: &str = "/.well-known/openid-configuration";

fn discover(sandbox: &Sandbox, retries: u32) -> Result<Discovery, Error> {
    let client = blocking_options(sandbox).max_retries(retries).build().unwrap();
    client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None)
}

/// The URL and the reason of each attempt. `O` replaces the sandbox's origin.
fn reasons(sandbox: &Sandbox, attempts: &[Attempt]) -> Vec<String> {
    let shown = |text: &str| text.replace(sandbox.http_origin(), "O");
    attempts.iter().map(|attempt| format!("{} {}", shown(&attempt.url), shown(&attempt.reason))).collect()
}

#[test]
fn every_attempt_of_a_discovery_has_a_reason() {
    let sandbox = sandbox();
    sandbox.route("/mcp", [Answer::status(405)]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::status(503).header("retry-after", "0"), Answer::status(404)]);
    sandbox.route(METADATA, [Answer::redirect("/moved")]);
    let body = r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}", "${origin}/t"]}"#;
    sandbox.route("/moved", [Answer::json(body)]);
    sandbox.route(format!("{SERVER}/t"), [Answer::redirect("https://elsewhere.example/")]);
    sandbox.route(format!("{OPENID}/t"), [Answer::text("<html>").header("content-type", "text/html")]);
    sandbox.route(format!("/t{OPENID}"), [Answer::json("{")]);
    let found = discover(&sandbox, 1).unwrap();
    let own = format!("O{METADATA}/mcp");
    let mut expected = vec![
        "O/mcp left: no challenge names the document, so the well-known URLs are asked".to_owned(),
        format!("{own} left: HTTP status 503; sent again immediately"),
        format!("{own} left: there is no document here: HTTP status 404"),
        format!("O{METADATA} taken: the origin's well-known URL; redirected to O/moved"),
        format!("O{SERVER} taken: the document of \"O\""),
        format!(
            "O{SERVER}/t left: the redirect from O{SERVER}/t was not followed: it leads to \
             \"https://elsewhere.example/\", but a redirect must keep the same scheme, host and port"
        ),
        format!(
            "O{OPENID}/t left: there is no document here: must answer with application/json, its content type is \
             \"text/html\""
        ),
    ];
    let mut told = reasons(&sandbox, found.attempts());
    let last = told.iter().position(|reason| reason.starts_with(&format!("O/t{OPENID} failed: "))).unwrap();
    told.remove(last);
    // The first two requests run concurrently, and so do the requests to the servers.
    told.sort();
    expected.sort();
    assert_eq!(told, expected);

    let origin = sandbox.http_origin();
    let at = |url: &str| found.attempts().iter().rfind(|attempt| attempt.url == format!("{origin}{url}")).unwrap();
    assert!(found.attempts().iter().all(|attempt| attempt.method == "GET"));
    assert_eq!(at(METADATA).final_url.as_deref(), Some(format!("{origin}/moved").as_str()));
    assert_eq!(at("/mcp").final_url.as_deref(), Some(format!("{origin}/mcp").as_str()));
    let refused = at(&format!("{SERVER}/t"));
    assert_eq!((refused.status, refused.outcome), (Some(302), Outcome::Failed(ErrorKind::RedirectRefused)));
    assert_eq!(refused.final_url.as_deref(), Some(refused.url.as_str()));
    let json = serde_json::to_string(&found.attempts()[0]).unwrap();
    let members: Vec<_> =
        json.split('"').filter(|part| part.chars().all(|c| c == '_' || c.is_ascii_lowercase())).collect();
    let names = ["purpose", "method", "url", "final_url", "status", "outcome", "reason", "elapsed_ms", "from_cache"];
    let printed: Vec<_> = members.into_iter().filter(|part| names.contains(part)).collect();
    assert_eq!(printed, names);
}

#[test]
fn an_attempt_replaced_by_a_challenge_has_that_reason() {
    for (answer, expected) in [
        (Answer::json("{}"), "left: the challenge names another URL"),
        (Answer::default().silent(), "given up: the challenge names another URL"),
    ] {
        let sandbox = sandbox();
        let line = "Bearer resource_metadata=\"${origin}/named\"";
        sandbox.route("/named", [Answer::json(r#"{"resource": "${origin}/mcp", "authorization_servers": []}"#)]);
        let own = format!("{METADATA}/mcp");
        sandbox.route(own.as_str(), [answer]);
        // The answer to the probe comes either after the answer of the well-known URL, or before it.
        let wait = std::time::Duration::from_millis(if expected.starts_with("left") { 400 } else { 0 });
        sandbox.route("/mcp", [Answer::status(401).header("www-authenticate", line).delay(wait)]);
        let found = discover(&sandbox, 0).unwrap();
        let told = reasons(&sandbox, found.attempts());
        assert!(told.contains(&format!("O{own} {expected}")), "{told:?}");
        assert!(told.contains(&"O/mcp taken: its challenge names the document's URL".to_owned()), "{told:?}");
        assert!(told.contains(&"O/named taken: the challenge names this URL".to_owned()), "{told:?}");
    }
}

#[test]
fn a_failed_probe_has_its_reason() {
    let sandbox = sandbox();
    sandbox.route("/mcp", [Answer::default().reset_before_head()]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(r#"{"resource": "${origin}/mcp"}"#)]);
    let found = discover(&sandbox, 0).unwrap();
    let probe = found.attempts().iter().find(|attempt| attempt.purpose == Purpose::Probe).unwrap();
    assert!(probe.reason.starts_with("left: the discovery goes on without it: "), "{probe:?}");
    assert_eq!((probe.status, probe.final_url.as_deref()), (None, None));
}

#[test]
fn an_error_has_the_warnings_before_it() {
    let sandbox = sandbox();
    let line = "Bearer resource_metadata=\"/m\", realm=\"a\"; x, realm=\"b\"";
    sandbox.route("/mcp", [Answer::status(401).header("www-authenticate", line)]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::status(404)]);
    sandbox.route(METADATA, [Answer::status(404)]);
    let error = discover(&sandbox, 0).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let kinds: Vec<_> = error.warnings().iter().map(|warning| warning.kind).collect();
    assert_eq!(kinds, [WarningKind::ChallengeMalformed, WarningKind::ChallengeUnusable]);
    assert!(error.warnings()[0].message.contains(r#"realm=\"a\"; x"#), "{:?}", error.warnings());
    let json = serde_json::to_value(&error).unwrap();
    assert_eq!(json["warnings"][1]["kind"], "challenge_unusable");

    let strict = blocking_options(&sandbox).strict(true).build().unwrap();
    let error = strict.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidMetadata);
    assert!(error.message().contains("malformed"), "{error}");
}

#[test]
fn a_challenge_with_a_scope_and_no_url_is_returned() {
    let sandbox = sandbox();
    let answer =
        Answer::status(403).header("www-authenticate", "Basic realm=\"r\", Bearer realm=\"x\", DPoP scope=\"a b\"");
    sandbox.route("/mcp", [answer]);
    sandbox.route(format!("{METADATA}/mcp"), [Answer::json(r#"{"resource": "${origin}/mcp"}"#)]);
    let found = discover(&sandbox, 0).unwrap();
    let challenge = found.challenge().unwrap();
    assert_eq!((challenge.scheme.as_str(), challenge.scope().unwrap()), ("dpop", vec!["a", "b"]));
    for line in ["Bearer scope=\" \"", "Basic scope=\"a\"", "Bearer realm=\"scope\""] {
        sandbox.route("/mcp", [Answer::status(401).header("www-authenticate", line)]);
        assert!(discover(&sandbox, 0).unwrap().challenge().is_none(), "{line}");
    }
}

#[test]
fn an_answer_from_the_cache_is_logged() {
    each(|sandbox, client| {
        let fresh = |answer: Answer| answer.header("cache-control", "max-age=60");
        sandbox.route(METADATA, [fresh(Answer::json(r#"{"resource": "${origin}"}"#))]);
        sandbox.route(SERVER, [fresh(Answer::json(r#"{"issuer": "${origin}"}"#))]);
        let (log, origin) = (AttemptLog::new(), sandbox.http_origin());
        let logged = client.with_attempt_log(log.clone());
        logged.fetch(origin).unwrap();
        logged.fetch_server(origin).unwrap();
        assert!(log.take().iter().all(|attempt| !attempt.from_cache));
        logged.fetch(origin).unwrap();
        logged.fetch_server(origin).unwrap();
        let attempts = log.take();
        assert_eq!(sandbox.requests().len(), 2);
        assert_eq!(attempts.len(), 2, "{attempts:?}");
        for (attempt, path) in attempts.iter().zip([METADATA, SERVER]) {
            assert_eq!(attempt.url, format!("{origin}{path}"));
            assert_eq!((attempt.status, attempt.outcome, attempt.from_cache), (Some(200), Outcome::Ok, true));
            assert!(attempt.reason.ends_with("; from the cache, without a request"), "{attempt:?}");
        }
        client.fetch(origin).unwrap();
        assert_eq!(log.take(), [], "a client without a log writes none");
    });
}
