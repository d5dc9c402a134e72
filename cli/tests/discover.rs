//! `discover`: its JSON, its options and its errors.

mod support;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use ring::signature::Ed25519KeyPair;
use serde_json::json;
use std::process::Stdio;
use support::discovery::{SERVER, assert_shows, challenge, discover_on_terminal, listing, own, sandbox_with};
use support::{Dir, METADATA, program, read, run, signal, terminal, wait_for};
use telnyx_oauth_sandbox::{Answer, Sandbox};

#[test]
fn discover_prints_the_documented_chain_as_json() {
    let sandbox = Sandbox::start().unwrap();
    let origin = sandbox.http_origin();
    let resource = format!("{origin}/v2/mcp");
    let run = run(&["discover", &resource]);
    let document = run.document();
    let members = [
        "resource",
        "challenges",
        "challenge",
        "via",
        "resource_metadata_url",
        "resource_metadata",
        "authorization_servers",
        "authorization_parameters",
        "warnings",
        "attempts",
    ];
    // Only the members of the outermost object are indented by two spaces.
    let printed: Vec<_> = run.stdout.lines().filter_map(|line| line.strip_prefix("  \"")?.split('"').next()).collect();
    assert_eq!(printed, members);
    assert_eq!(document["resource"], resource);
    assert_eq!(document["challenge"]["scheme"], "bearer");
    assert_eq!(document["resource_metadata_url"], format!("{origin}{METADATA}/v2/mcp"));
    assert_eq!(document["resource_metadata"], json!({"resource": resource, "authorization_servers": [origin]}));
    assert_eq!(document["authorization_servers"][0]["metadata"]["issuer"], origin);
    let parameters = &document["authorization_parameters"];
    assert_eq!(parameters["resource"], resource);
    assert_eq!(parameters["token_endpoint"], format!("{origin}/v2/oauth/token"));
    assert_eq!(document["warnings"], json!([]));
    let attempts = document["attempts"].as_array().unwrap();
    let attempts: Vec<_> = attempts.iter().map(|attempt| (&attempt["purpose"], &attempt["outcome"])).collect();
    let purposes = ["probe", "resource_metadata", "authorization_server_metadata"].map(|purpose| json!(purpose));
    let ok = json!("ok");
    assert_eq!(attempts, purposes.iter().map(|purpose| (purpose, &ok)).collect::<Vec<_>>());
    let on_terminal = terminal("\"$T\" discover \"$R\" --json", &[("R", &resource)]);
    assert_eq!(on_terminal.document()["resource_metadata"], document["resource_metadata"]);
}

#[test]
fn a_document_about_another_resource_is_an_error() {
    let (sandbox, resource) = sandbox_with(&[(&own(), Answer::json(r#"{"resource": "https://evil.example"}"#))]);
    run(&["discover", &resource]).error("resource_mismatch", 5);
    let line = format!("   └─ GET O{}  200  failed: the document is about \"https://evil.example\"", own());
    let run = discover_on_terminal(&sandbox, &resource, "");
    assert_eq!(run.code, Some(5));
    assert!(run.stdout.lines().any(|shown| shown.starts_with(&line)), "{}", run.stdout);
    assert!(run.stdout.lines().last().unwrap().starts_with("telnyx-oauth: resource_mismatch: "), "{}", run.stdout);
}

#[test]
fn strict_turns_warnings_into_errors() {
    let (_sandbox, resource) = sandbox_with(&[]);
    run(&["discover", &resource]).document();
    run(&["discover", &resource, "--strict"]).error("resource_mismatch", 5);
    let (_sandbox, resource) = sandbox_with(&[("/mcp", challenge("Bearer resource_metadata=\"/m\""))]);
    run(&["discover", &resource]).document();
    run(&["discover", &resource, "--strict"]).error("invalid_metadata", 6);
}

#[test]
fn discovery_continues_if_the_resource_does_not_answer() {
    let (sandbox, resource) = sandbox_with(&[("/mcp", Answer::default().reset_before_head()), (&own(), listing(""))]);
    let shown = discover_on_terminal(&sandbox, &resource, "");
    let line = "│  └─ GET O/mcp  no answer  left: the discovery goes on without it: ";
    assert!(shown.stdout.lines().any(|shown| shown.starts_with(line)), "{}", shown.stdout);
    assert!(shown.stdout.contains("─ probe_failed: the resource could not be asked"), "{}", shown.stdout);

    sandbox.route("/mcp", [Answer::default().silent()]);
    let document = run(&["discover", &resource, "--timeout", "6"]).document();
    assert_eq!(document["warnings"][0]["kind"], "probe_failed");
    assert_eq!(document["attempts"][0]["outcome"], "timeout");
    run(&["discover", &resource, "--timeout", "6", "--strict"]).error("timeout", 4);
}

#[test]
fn a_given_challenge_replaces_the_request_to_the_resource() {
    let (sandbox, resource) = sandbox_with(&[("/place", listing(""))]);
    let line = format!("Bearer resource_metadata=\"{}/place\"", sandbox.http_origin());
    for given in [line.clone(), format!("WWW-Authenticate: {line}")] {
        sandbox.clear_requests();
        let document =
            run(&["discover", &resource, "--www-authenticate", "Basic realm=r", "--www-authenticate", &given])
                .document();
        assert_eq!(document["resource_metadata_url"], format!("{}/place", sandbox.http_origin()));
        let targets: Vec<_> = sandbox.requests().into_iter().map(|request| request.target).collect();
        assert_eq!(targets, ["/place"]);
    }
    let run = discover_on_terminal(&sandbox, &resource, &format!("--www-authenticate '{line}'"));
    assert_shows(
        &run,
        0,
        &["│  ├─ given with --www-authenticate", "│  ├─ GET O/place  200  taken: the challenge names this URL"],
    );
    sandbox.clear_requests();
    let run = discover_on_terminal(&sandbox, &resource, "--www-authenticate ''");
    assert_shows(&run, 0, &["│  └─ given with --www-authenticate"]);
    assert!(sandbox.requests().iter().all(|request| request.target != "/mcp"));
}

#[test]
fn discover_accepts_the_request_options_of_fetch() {
    let sandbox = Sandbox::start().unwrap();
    let resource = format!("{}/v2/mcp", sandbox.https_origin());
    run(&["discover", &resource]).error("tls", 4);
    let ca = sandbox.ca_file().to_str().unwrap();
    let document = run(&["discover", &resource, "--cacert", ca, "-A", "somebody/1"]).document();
    assert_eq!(document["resource"], resource);
    assert!(sandbox.requests().iter().all(|request| request.header("user-agent") == Some("somebody/1")));
    run(&["discover"]).error("invalid_argument", 2);
    run(&["discover", "http://rs.invalid"]).error("insecure_url", 5);
}

#[test]
fn ctrl_c_cancels_a_discovery() {
    let (sandbox, resource) = sandbox_with(&[
        (&own(), listing(r#""${origin}/silent""#)),
        (&format!("{SERVER}/silent"), Answer::default().silent()),
    ]);
    let child = program(&["discover", &resource, "--timeout", "300"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    wait_for("the last request", || sandbox.requests().into_iter().find(|request| request.target.ends_with("/silent")));
    signal(&child, "INT");
    let error = read(child.wait_with_output().unwrap()).error("cancelled", 130);
    assert_eq!(error["attempts"].as_array().unwrap().len(), 3);
}

/// The key of RFC 8037 appendix A, and its private part.
const JWKS: &str = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;
const PRIVATE: &str = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

/// Returns a document whose `signed_metadata` replaces the member `scopes_supported`. The key in [`JWKS`] signed it.
fn signed(identifier: &str, value: &str) -> String {
    let seed = BASE64_URL_SAFE_NO_PAD.decode(PRIVATE).unwrap();
    let pair = Ed25519KeyPair::from_seed_unchecked(&seed).unwrap();
    let claims = json!({"iss": "https://signer.example", identifier: value, "scopes_supported": ["signed"]});
    let encode = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
    let message = format!("{}.{}", encode(r#"{"alg":"EdDSA"}"#), encode(&claims.to_string()));
    let signature = BASE64_URL_SAFE_NO_PAD.encode(pair.sign(message.as_bytes()));
    let token = format!("{message}.{signature}");
    json!({identifier: value, "scopes_supported": ["plain"], "signed_metadata": token}).to_string()
}

#[test]
fn signed_metadata_is_verified_with_the_given_keys() {
    let dir = Dir::new();
    let jwks = dir.file("keys.json", JWKS);
    let (sandbox, resource) = sandbox_with(&[]);
    let origin = sandbox.http_origin();
    sandbox.route(own(), [Answer::json(signed("resource", &resource))]);
    sandbox.route(SERVER, [Answer::json(signed("issuer", origin))]);
    for (command, target, keys, issuer) in [
        ("fetch", resource.as_str(), "--jwks", "--signed-metadata-issuer"),
        ("discover", &resource, "--jwks", "--signed-metadata-issuer"),
        ("server", origin, "--authorization-server-jwks", "--authorization-server-signed-metadata-issuer"),
    ] {
        let found = |options: &[&str]| run(&[&[command, target], options].concat());
        let scopes = |options: &[&str]| {
            let document = found(options).document();
            let metadata = document.get("resource_metadata").unwrap_or(&document);
            metadata["scopes_supported"][0].clone()
        };
        assert_eq!(scopes(&[]), "plain");
        assert_eq!(scopes(&[keys, &jwks]), "signed");
        assert_eq!(scopes(&[keys, &jwks, issuer, "https://signer.example"]), "signed");
        found(&[keys, &jwks, issuer, "https://other.example"]).error("signature_invalid", 5);
        found(&[issuer, "https://signer.example"]).error("invalid_argument", 2);
        found(&[keys, "/nowhere/keys.json"]).error("invalid_argument", 2);
        let other = dir.file("other.json", r#"{"keys": []}"#);
        let error = found(&[keys, &other]).error("invalid_argument", 2);
        assert!(error["message"].as_str().unwrap().contains("other.json"), "{error}");

        let line = format!("\"$T\" {command} \"$R\"");
        let text = |line: &str| terminal(line, &[("R", target), ("J", &jwks)]).stdout;
        assert!(text(&line).contains(" (unverified)\n"));
        assert!(text(&format!("{line} {keys} \"$J\"")).contains(" (verified)\n"));
    }
}

#[test]
fn a_server_without_valid_metadata_adds_a_warning() {
    let (sandbox, resource) = sandbox_with(&[
        (&own(), listing(r#""${origin}/tenant/""#)),
        (&format!("{SERVER}/tenant"), Answer::json(r#"{"issuer": "${origin}/tenant"}"#)),
    ]);
    let document = run(&["discover", &resource]).document();
    assert_eq!(document["authorization_servers"][0]["error"]["kind"], "issuer_mismatch");
    assert_eq!(document["warnings"][0]["kind"], "authorization_server_unusable");
    let message = document["warnings"][0]["message"].as_str().unwrap();
    assert!(message.contains("issuer_mismatch: ") && message.contains("/tenant/\""), "{message}");
    let shown = discover_on_terminal(&sandbox, &resource, "");
    assert!(shown.stdout.contains("   └─ authorization_server_unusable: "), "{}", shown.stdout);
}

#[test]
fn an_error_includes_earlier_warnings() {
    let (sandbox, resource) = sandbox_with(&[
        ("/mcp", challenge("Bearer resource_metadata='${origin}/m'")),
        (&own(), Answer::status(404)),
        (METADATA, Answer::status(404)),
    ]);
    let error = run(&["discover", &resource]).error("not_found", 3);
    assert_eq!(error["warnings"][0]["kind"], "challenge_unusable");
    let shown = discover_on_terminal(&sandbox, &resource, "");
    assert!(shown.stdout.contains("   └─ challenge_unusable: "), "{}", shown.stdout);
    assert!(shown.stdout.lines().last().unwrap().starts_with("telnyx-oauth: not_found: "), "{}", shown.stdout);
}
