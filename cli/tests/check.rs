//! `check` and `rule`.

mod support;

use serde_json::{Value, json};
use support::discovery::{SERVER, challenge, listing, own, sandbox_with};
use support::{Dir, Run, run, terminal};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// A sandbox whose resource has a challenge without `resource_metadata`: one warning, and no other finding of that severity.
fn sandbox() -> (Sandbox, String) {
    let server = json!({
        "issuer": "${origin}", "authorization_endpoint": "${origin}/authorize", "token_endpoint": "${origin}/token",
        "registration_endpoint": "${origin}/register", "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["none"], "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true, "client_id_metadata_document_supported": true,
        "protected_resources": ["${origin}/mcp"],
    });
    let cors = |answer: Answer| {
        answer.header("access-control-allow-origin", "*").header("cache-control", "max-age=60").header("etag", "\"1\"")
    };
    sandbox_with(&[
        ("/mcp", challenge("Bearer realm=\"api\"")),
        (&own(), cors(listing("\"${origin}\""))),
        (SERVER, cors(Answer::json(server))),
    ])
}

fn codes(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn fail_on_chooses_the_exit_code() {
    let (_sandbox, resource) = sandbox();
    for (options, code) in [
        (&[][..], 0),
        (&["--fail-on", "warning"], 1),
        (&["--fail-on", "never"], 0),
        (&["--fail-on", "warning", "--select", "C01,r"], 0),
        (&["--fail-on", "warning", "--select", "C02"], 1),
        (&["--fail-on", "warning", "--select", "C", "--ignore", "c02"], 0),
    ] {
        let found = run(&[&["check", &resource, "--proxy", ""][..], options].concat());
        assert_eq!((found.code, found.stderr.as_str()), (Some(code), ""), "{options:?}: {}", found.stdout);
        assert_eq!(codes(&found).contains(&"C02".to_owned()), options.is_empty() || code == 1 || options[1] == "never");
    }
    run(&["check", &resource, "--select", "Z99"]).error("invalid_argument", 2);
    run(&["check", &resource, "--ignore", ""]).error("invalid_argument", 2);
}

#[test]
fn a_profile_changes_a_severity() {
    let (_sandbox, resource) = sandbox();
    let check = |profile: &str| run(&["check", &resource, "--proxy", "", "--select", "C02", "--profile", profile]);
    assert_eq!(check("rfc").code, Some(0));
    assert_eq!(check("mcp-2025-06-18").code, Some(1));
    check("mcp-2024-11-05").error("invalid_argument", 2);
}

#[test]
fn a_recording_has_the_same_findings_and_no_secrets() {
    let (sandbox, resource) = sandbox();
    let answer = challenge("Bearer realm=\"api\"").header("set-cookie", "a=s3cret").header("mcp-session-id", "s3cret");
    sandbox.route("/mcp", [answer]);
    let dir = Dir::new();
    let file = dir.path().join("recording.json");
    let file = file.to_str().unwrap();
    let live = run(&["check", &resource, "--proxy", "", "-H", "X-Gateway-Key: s3cret", "--record", file]);
    let recording = std::fs::read_to_string(file).unwrap();
    assert!(!recording.contains("s3cret") && recording.contains("redacted"), "{recording}");
    let sent = sandbox.requests().len();
    assert_eq!(codes(&run(&["check", "--from", file])), codes(&live));
    assert_eq!(sandbox.requests().len(), sent, "--from sends nothing");
    let other = dir.file("other.json", &recording.replacen("\"version\": 1", "\"version\": 999", 1));
    let error = run(&["check", "--from", &other]).error("invalid_argument", 2);
    assert!(error["message"].as_str().unwrap().contains("999"), "{error}");
    run(&["check", "--from", &dir.file("text.json", "rubbish")]).error("invalid_argument", 2);
    run(&["check", "--from", "/does/not/exist"]).error("invalid_argument", 2);
    run(&["check", &resource, "--from", file]).error("invalid_argument", 2);
    run(&["check"]).error("invalid_argument", 2);
}

#[test]
fn a_target_that_cannot_be_examined_is_an_error() {
    let sandbox = Sandbox::start().unwrap();
    let resource = format!("{}/mcp", sandbox.http_origin());
    drop(sandbox);
    run(&["check", &resource, "--proxy", ""]).error("transport", 4);
    run(&["check", "http://api.example", "--proxy", ""]).error("insecure_url", 5);
    run(&["check", "nothing"]).error("invalid_argument", 2);
}

#[test]
fn the_text_shows_each_finding_and_no_control_characters() {
    let (sandbox, resource) = sandbox();
    let line = r#""$T" check "$R" --proxy '' --fail-on warning"#;
    let shown = terminal(line, &[("R", &resource), ("LC_ALL", "C.UTF-8")]);
    assert_eq!(shown.code, Some(1), "{}", shown.stdout);
    for text in ["warning C02 no-resource-metadata", "header field www-authenticate", "fault of  the resource"] {
        assert!(shown.stdout.contains(text), "no {text:?} in {}", shown.stdout);
    }
    sandbox.route(own(), [Answer::json("{\"resource\": \"https://\\u001b[31m\\u202e.example\"}")]);
    let shown = terminal(line, &[("R", &resource), ("LC_ALL", "C.UTF-8")]);
    assert!(!shown.stdout.contains(['\u{1b}', '\u{202e}']) && shown.stdout.contains("R05"), "{}", shown.stdout);
}

#[test]
fn rule_prints_one_rule_or_lists_all() {
    let rule = run(&["rule", "c02"]).document();
    assert_eq!((&rule["code"], &rule["name"]), (&"C02".into(), &"no-resource-metadata".into()));
    let shown = terminal(r#""$T" rule C02"#, &[]).stdout;
    assert!(shown.starts_with("C02 no-resource-metadata (warning)\n"), "{shown}");
    let listed = terminal(r#""$T" rule"#, &[]).stdout;
    assert!(listed.lines().any(|line| line.starts_with("C02  ")), "{listed}");
    run(&["rule", "Z99"]).error("invalid_argument", 2);
}
