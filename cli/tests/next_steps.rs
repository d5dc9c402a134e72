//! `discover` on a terminal: the next requests and their parameters.

mod support;

use serde_json::json;
use support::discovery::{SERVER, assert_shows, challenge, discover_on_terminal, own, sandbox_with};
use telnyx_oauth_sandbox::Answer;

#[test]
fn discover_shows_the_requirements_of_both_documents() {
    let document = json!({
        "resource": "${origin}/mcp", "authorization_servers": ["${origin}"],
        "dpop_bound_access_tokens_required": true, "tls_client_certificate_bound_access_tokens": true
    });
    let server = json!({
        "issuer": "${origin}", "client_id_metadata_document_supported": true,
        "pushed_authorization_request_endpoint": "${origin}/par", "require_pushed_authorization_requests": true,
        "authorization_response_iss_parameter_supported": true, "tls_client_certificate_bound_access_tokens": true,
        "scopes_supported": ["offline_access"], "token_endpoint_auth_methods_supported": ["none", "private_key_jwt"]
    });
    let (sandbox, resource) = sandbox_with(&[
        ("/mcp", challenge("Bearer scope=\"b  a\"")),
        (&own(), Answer::json(&document)),
        (SERVER, Answer::json(&server)),
    ]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    assert_shows(
        &run,
        0,
        &[
            "├─ what to send next",
            "│  ├─ client registration     client_id is the URL of a client ID metadata document",
            "│  │                          or use a client_id from the server's operator",
            "│  ├─ authorization request   (the server states no authorization_endpoint)",
            "│  │                          push the parameters first: O/par",
            "│  │                          resource=O/mcp",
            "│  │                          scope=b a",
            "│  │                          for a refresh token, add offline_access to the scope",
            "│  │                          no code_challenge: the server does not say that it supports S256",
            "│  ├─ authorization response  iss must be O",
            "│  └─ token request           (the server states no token_endpoint)",
            "│                             client authentication: none or private_key_jwt",
            "│                             a DPoP proof is required",
            "│                             certificate-bound access tokens (mTLS) are supported",
        ],
    );

    let server = json!({"issuer": "${origin}", "pushed_authorization_request_endpoint": "${origin}/par"});
    sandbox.route("/mcp", [challenge("Bearer scope=\"offline_access\"")]);
    sandbox.route(SERVER, [Answer::json(&server)]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    assert_shows(&run, 0, &["│  │                          optionally push the parameters first: O/par"]);
    assert!(!run.stdout.contains("refresh token") && !run.stdout.contains("mTLS"), "{}", run.stdout);
}

#[test]
fn without_valid_server_metadata_discover_shows_no_next_requests() {
    let document = json!({"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]});
    let (sandbox, resource) = sandbox_with(&[(&own(), Answer::json(&document)), (SERVER, Answer::status(404))]);
    let run = discover_on_terminal(&sandbox, &resource, "");
    assert_shows(&run, 0, &["├─ authorization server O"]);
    assert!(!run.stdout.contains("what to send next"), "{}", run.stdout);
    assert!(support::run(&["discover", &resource]).document()["authorization_parameters"].is_null());
}
