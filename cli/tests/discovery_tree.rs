//! `discover` on a terminal: the tree of the steps.

mod support;

use serde_json::json;
use std::time::Duration;
use support::discovery::{OPENID, SERVER, assert_shows, challenge, discover_on_terminal, listing, own, sandbox_with};
use support::{METADATA, run, terminal};
use telnyx_oauth_sandbox::{Answer, Sandbox};

#[test]
fn discover_prints_the_documented_chain_as_a_tree() {
    let sandbox = Sandbox::start().unwrap();
    let run = discover_on_terminal(&sandbox, &format!("{}/v2/mcp", sandbox.http_origin()), "");
    let expected = format!(
        "O/v2/mcp\n\
         ├─ challenge\n\
         │  ├─ GET O/v2/mcp  401  taken: its challenge names the document's URL\n\
         │  ├─ scheme             bearer\n\
         │  └─ resource_metadata  O{METADATA}/v2/mcp\n\
         ├─ resource metadata\n\
         │  ├─ GET O{METADATA}/v2/mcp  200  taken: the challenge names this URL\n\
         │  ├─ resource               O/v2/mcp\n\
         │  └─ authorization_servers  O\n\
         ├─ authorization server O\n\
         │  ├─ GET O{SERVER}  200  taken: the document of \"O\"\n\
         │  ├─ authorization_endpoint  O/v2/oauth/authorize\n\
         │  ├─ token_endpoint          O/v2/oauth/token\n\
         │  ├─ registration_endpoint   O/v2/oauth/register\n\
         │  ├─ scopes_supported        admin\n\
         │  └─ PKCE with S256          yes\n\
         └─ what to send next\n   \
            ├─ client registration     register at the registration_endpoint\n   \
            │                          or use a client_id from the server's operator\n   \
            ├─ authorization request   O/v2/oauth/authorize\n   \
            │                          resource=O/v2/mcp\n   \
            │                          no scope\n   \
            │                          code_challenge_method=S256\n   \
            ├─ authorization response  iss, if present, must be O\n   \
            └─ token request           O/v2/oauth/token\n                              \
                                      resource=O/v2/mcp\n                              \
                                      client authentication: client_secret_basic or client_secret_post or none\n"
    );
    assert_eq!((run.code, run.stdout), (Some(0), expected));
}

#[test]
fn a_locale_without_utf_8_gets_an_ascii_tree() {
    let sandbox = Sandbox::start().unwrap();
    let resource = format!("{}/v2/mcp", sandbox.http_origin());
    for env in [&[("LC_ALL", "C"), ("LANG", "C.UTF-8")][..], &[("LC_ALL", ""), ("LC_CTYPE", "POSIX")], &[]] {
        let run = terminal("\"$T\" discover \"$R\"", &[&[("R", resource.as_str())], env].concat());
        assert_eq!(run.code, Some(0));
        assert!(run.stdout.is_ascii() && run.stdout.contains("\n|- challenge\n|  |- GET "), "{}", run.stdout);
    }
    for env in [("LANG", "en_US.UTF-8"), ("LC_CTYPE", "C.utf8")] {
        let run = terminal("\"$T\" discover \"$R\"", &[("R", &resource), env]);
        assert!(run.stdout.contains("\n├─ challenge\n"), "{}", run.stdout);
    }
}

#[test]
fn only_the_url_in_the_challenge_is_used() {
    let line = r#"Bearer realm="r", resource_metadata="${origin}/place", scope="read write""#;
    let (sandbox, resource) = sandbox_with(&[
        // The delay gives the well-known URL time to answer first.
        ("/mcp", challenge(line).delay(Duration::from_secs(1))),
        (&own(), listing(r#""https://not.counted.example""#)),
        ("/place", listing("")),
    ]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    let meanwhile = format!("│  ├─ GET O{}  200  left: the challenge names another URL", own());
    assert_shows(
        &run,
        0,
        &[
            "│  ├─ GET O/mcp  401  taken: its challenge names the document's URL",
            "│  ├─ resource_metadata  O/place",
            "│  ├─ scope              read write",
            "│  └─ realm              r",
            &meanwhile,
            "│  ├─ GET O/place  200  taken: the challenge names this URL",
            "│  └─ authorization_servers  (none)",
        ],
    );
    assert!(!run.stdout.contains("not.counted"), "{}", run.stdout);

    sandbox.route(own(), [Answer::default().silent()]);
    let unanswered = format!("│  ├─ GET O{}  no answer yet  given up: the challenge names another URL", own());
    assert_shows(&discover_on_terminal(&sandbox, &resource, ""), 0, &[&unanswered]);
    sandbox.route(own(), [Answer::status(404)]);
    let absent = format!("│  ├─ GET O{}  404  left: the challenge names another URL", own());
    assert_shows(&discover_on_terminal(&sandbox, &resource, ""), 0, &[&absent]);

    sandbox.route(own(), [listing("")]);
    sandbox.route("/place", [Answer::status(404)]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    assert_shows(&run, 3, &["├─ challenge", &meanwhile.replace("│  ├─", "   ├─")]);
    assert_shows(&run, 3, &["   └─ GET O/place  404  left: there is no document here: HTTP status 404"]);
}

#[test]
fn without_a_challenge_the_origins_document_is_requested_second() {
    let (sandbox, resource) = sandbox_with(&[(&own(), Answer::text("<html>").header("content-type", "text/html"))]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    let first = format!(
        "│  ├─ GET O{}  200  left: there is no document here: must answer with application/json, its content type is \"text/html\"",
        own()
    );
    let second = format!("│  ├─ GET O{METADATA}  200  taken: the origin's well-known URL");
    assert_shows(
        &run,
        0,
        &[
            "│  └─ GET O/mcp  404  left: no challenge names the document, so the well-known URLs are asked",
            &first,
            &second,
            "└─ warnings",
        ],
    );
    assert!(run.stdout.contains("   └─ resource_not_exact: the document is about"), "{}", run.stdout);

    sandbox.route(own(), [Answer::status(404)]);
    let first = format!("│  ├─ GET O{}  404  left: there is no document here: HTTP status 404", own());
    assert_shows(&discover_on_terminal(&sandbox, &resource, ""), 0, &[&first]);

    sandbox.route(own(), [Answer::redirect("/moved")]);
    sandbox.route("/moved", [listing("")]);
    let first = format!("│  ├─ GET O{}  200  taken: the resource's own well-known URL; redirected to O/moved", own());
    assert_shows(&discover_on_terminal(&sandbox, &resource, ""), 0, &[&first]);
}

#[test]
fn a_failed_server_does_not_affect_the_others() {
    let tenant = format!("{SERVER}/tenant");
    let (sandbox, resource) = sandbox_with(&[
        (&own(), listing(r#""${origin}/down", "http://as.example", "${origin}", "${origin}/tenant""#)),
        (&format!("{SERVER}/down"), Answer::default().reset_before_head()),
        (&format!("{OPENID}/tenant"), Answer::redirect("/moved")),
        ("/moved", Answer::json(r#"{"issuer": "${origin}/tenant", "signed_metadata": "e30.e30.x"}"#)),
    ]);
    sandbox.route(&tenant, [Answer::status(503).header("retry-after", "0"), Answer::status(404)]);
    let document = run(&["discover", &resource, "--max-retries", "0"]).document();
    assert_eq!(document["authorization_servers"][0]["error"]["kind"], "transport");
    assert_eq!(document["authorization_servers"][1]["error"]["kind"], "insecure_url");
    assert_eq!(document["authorization_servers"][2]["metadata"]["issuer"], sandbox.http_origin());

    sandbox.route(&tenant, [Answer::status(503).header("retry-after", "0"), Answer::status(404)]);
    let run = discover_on_terminal(&sandbox, &resource, "--max-retries 1");
    let attempts = [
        format!("│  ├─ GET O{tenant}  503  left: HTTP status 503; sent again immediately"),
        format!("│  ├─ GET O{tenant}  404  left: there is no document here: HTTP status 404"),
        format!("│  ├─ GET O{OPENID}/tenant  200  taken: the document of \"O/tenant\"; redirected to O/moved"),
    ];
    assert_shows(
        &run,
        0,
        &[
            "├─ authorization server O/down",
            "├─ authorization server http://as.example",
            "├─ authorization server O",
            "├─ authorization server O/tenant",
            &attempts[0],
            &attempts[1],
            &attempts[2],
            "│  ├─ token_endpoint          (not stated)",
            "│  ├─ PKCE with S256          no",
            "│  └─ signed_metadata         (unverified)",
        ],
    );
    assert!(run.stdout.contains("│  └─ failed: transport: "), "{}", run.stdout);
    assert!(run.stdout.contains("│  └─ failed: insecure_url: https is required"), "{}", run.stdout);
    assert!(run.stdout.contains("   └─ pkce_s256_not_advertised: "), "{}", run.stdout);
}

#[test]
fn servers_with_the_same_metadata_url_have_separate_outcomes() {
    let (sandbox, resource) = sandbox_with(&[(&own(), listing(r#""${origin}/", "${origin}""#))]);
    let run = discover_on_terminal(&sandbox, &resource, "--strict");
    let line = run.stdout.lines().find(|line| line.contains(&format!("GET O{SERVER}  200  "))).unwrap();
    assert!(line.contains("failed: the document's issuer is \"O\", but \"O/\" was requested"), "{line}");
    assert!(line.ends_with("; taken: the document of \"O\""), "{line}");
    assert_shows(&run, 0, &["├─ authorization server O/", "├─ authorization server O", "└─ warnings"]);
    assert!(run.stdout.contains("│  └─ failed: issuer_mismatch: "), "{}", run.stdout);
}

#[test]
fn the_tree_shows_requests_to_an_http_server() {
    let sandbox = Sandbox::start().unwrap();
    let port = sandbox.http_addr().port();
    let options = format!("--allow-http --resolve rs.example:{port}:127.0.0.1 --proxy ''");
    let run = discover_on_terminal(&sandbox, &format!("http://rs.example:{port}/v2/mcp"), &options);
    assert_shows(
        &run,
        0,
        &[&format!(
            "│  ├─ GET http://rs.example:{port}{SERVER}  200  taken: the document of \"http://rs.example:{port}\""
        )],
    );
}

#[test]
fn a_failed_discovery_prints_its_requests_before_its_error() {
    let (sandbox, resource) = sandbox_with(&[(&own(), Answer::status(404)), (METADATA, Answer::status(404))]);
    let error = run(&["discover", &resource]).error("not_found", 3);
    assert_eq!(error["attempts"].as_array().unwrap().len(), 3);
    let failed = discover_on_terminal(&sandbox, &resource, "");
    let expected = format!(
        "O/mcp\n\
         ├─ challenge\n\
         │  └─ GET O/mcp  404  left: no challenge names the document, so the well-known URLs are asked\n\
         └─ resource metadata\n   \
            ├─ GET O{}  404  left: there is no document here: HTTP status 404\n   \
            └─ GET O{METADATA}  404  left: there is no document here: HTTP status 404\n\
         telnyx-oauth: not_found: ",
        own()
    );
    assert!(failed.stdout.starts_with(&expected), "{}", failed.stdout);
    assert_eq!((failed.stdout.lines().count(), failed.code), (7, Some(3)));
    // The tree and the error are on standard error.
    let quiet = terminal("\"$T\" discover \"$R\" 2>/dev/null", &[("R", &resource)]);
    assert_eq!((quiet.code, quiet.stdout.as_str()), (Some(3), ""));
    let json = terminal("\"$T\" discover \"$R\" --json", &[("R", &resource)]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json.stdout).unwrap()["kind"], "not_found");
    // Without a request, only the error is printed.
    assert_eq!(discover_on_terminal(&sandbox, "nothing", "").stdout.lines().count(), 1);
}

#[test]
fn control_characters_from_the_network_are_escaped_on_a_terminal() {
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\r\n└─ fake: row\u{202e}\u{7f}";
    let document = json!({
        "resource": "${origin}/mcp", "resource_name": hostile, hostile: [hostile],
        "authorization_servers": ["${origin}", "${origin}/error"]
    });
    let server = json!({"issuer": "${origin}", "scopes_supported": [hostile], "signed_metadata": hostile});
    let error = json!({"error": hostile, "error_description": hostile});
    // A header value cannot contain ASCII controls or line ends.
    let line = "Bearer resource_metadata=\"${origin}/place\", scope=\"a\u{9b}31m\u{202e} owned\", error=\"\u{202e}\"";
    let (sandbox, resource) = sandbox_with(&[
        ("/mcp", challenge(line)),
        ("/place", Answer::json(&document)),
        (SERVER, Answer::json(&server)),
        (&format!("{SERVER}/error"), Answer::json(&error).with_status(429)),
        ("/error", challenge("Bearer resource_metadata=\"${origin}/failed\"")),
        ("/failed", Answer::json(&error).with_status(429)),
    ]);
    let elsewhere = format!("{}/error", sandbox.http_origin());
    for (url, options) in [(&resource, ""), (&resource, "--json"), (&elsewhere, ""), (&elsewhere, "--json")] {
        let run = discover_on_terminal(&sandbox, url, &format!("{options} --max-retries 0"));
        assert!(run.stdout.contains("owned"), "{}", run.stdout);
        for c in run.stdout.chars() {
            assert!(c == '\n' || !(c.is_control() || c == '\u{202e}'), "{c:?} in {:?}", run.stdout);
        }
        assert!(!run.stdout.lines().any(|line| line.trim_start().starts_with("└─ fake")), "{}", run.stdout);
    }
}
