//! Valid documents, invalid documents, and other responses: over real sockets, with both clients.

mod common;

use common::{METADATA, assert_discovery_error, assert_error, each, options, sandbox};
use telnyx_oauth::{
    AuthorizationServerMetadata, Error, ErrorKind, Outcome, Purpose, ResourceMetadata, Response, Rules, WarningKind,
};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const OPENID: &str = "/.well-known/openid-configuration";

fn own() -> String {
    format!("{METADATA}/mcp")
}

/// Routes a valid document at the origin, and this answer at the resource's well-known URL.
fn prepare(sandbox: &Sandbox, answer: Answer) -> String {
    sandbox.route("/mcp", [Answer::status(405)]);
    sandbox.route(own(), [answer]);
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}", "authorization_servers": []}"#)]);
    format!("{}/mcp", sandbox.http_origin())
}

fn html() -> Answer {
    Answer::text("<p>").header("content-type", "text/html")
}

#[test]
fn a_response_without_a_document_leads_to_the_next_url() {
    for (answer, kind) in [
        (Answer::json("{}"), ErrorKind::InvalidMetadata),
        (Answer::json(r#"{"detail": "Not Found"}"#), ErrorKind::InvalidMetadata),
        (Answer::json(r#"{"jsonrpc": "2.0", "id": null, "result": {}}"#), ErrorKind::InvalidMetadata),
        (Answer::json(""), ErrorKind::ContentType),
        (Answer::json("\n"), ErrorKind::ContentType),
        (Answer::status(200), ErrorKind::ContentType),
        (html(), ErrorKind::ContentType),
        (Answer::status(404), ErrorKind::HttpStatus),
    ] {
        each(|sandbox, client| {
            let resource = prepare(sandbox, answer.clone());
            let found = client.discover(&resource, None).unwrap();
            assert_eq!(found.resource_metadata_url().unwrap(), format!("{}{METADATA}", sandbox.http_origin()));
            let outcomes: Vec<Outcome> = found
                .attempts()
                .iter()
                .filter(|attempt| attempt.purpose == Purpose::ResourceMetadata)
                .map(|attempt| attempt.outcome)
                .collect();
            assert_eq!(outcomes, [Outcome::Absent, Outcome::Ok], "{kind}");
            assert_error(client.fetch(&resource), kind, &[]);
            // The challenge's URL is the only candidate, and it has no document.
            let named = format!("Bearer resource_metadata=\"{}{}\"", sandbox.http_origin(), own());
            assert_discovery_error(client.discover(&resource, Some(&named)), ErrorKind::NotFound, &[]);
        });
    }
}

#[test]
fn an_invalid_document_ends_the_discovery() {
    for (answer, kind, words) in [
        (
            Answer::json(r#"{"issuer": "${origin}", "token_endpoint": "${origin}/t", "jwks_uri": "${origin}/k"}"#),
            ErrorKind::InvalidMetadata,
            "looks like authorization server metadata",
        ),
        (Answer::json("[]"), ErrorKind::InvalidJson, "an array"),
        (Answer::json("{").with_status(200), ErrorKind::InvalidJson, "EOF"),
        (Answer::json("{}").header("content-encoding", "gzip"), ErrorKind::ContentType, "content coding \"gzip\""),
        (html().header("content-encoding", "gzip"), ErrorKind::ContentType, "content coding \"gzip\""),
        (Answer::json(r#"{"resource": null}"#), ErrorKind::InvalidMetadata, "resource must be a string, and is null"),
    ] {
        each(|sandbox, client| {
            let resource = prepare(sandbox, answer.clone());
            assert_discovery_error(client.discover(&resource, None), kind, &[words]);
        });
    }
}

#[test]
fn a_server_without_documents_gets_a_request_for_every_candidate() {
    each(|sandbox, client| {
        let issuer = format!("{}/tenant", sandbox.http_origin());
        sandbox.route(format!("{SERVER}/tenant"), [Answer::json("{}")]);
        sandbox.route(format!("{OPENID}/tenant"), [Answer::status(200)]);
        let good = format!(r#"{{"issuer": "{issuer}", "code_challenge_methods_supported": ["S256"]}}"#);
        sandbox.route(format!("/tenant{OPENID}"), [Answer::json(good)]);
        let metadata = client.fetch_server(&issuer).unwrap();
        assert_eq!(metadata.url(), format!("{issuer}{OPENID}"));
        sandbox.route(format!("{SERVER}/tenant"), [Answer::json(r#"{"resource": "${origin}", "jwks_uri": "x"}"#)]);
        let error = client.fetch_server(&issuer).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidMetadata);
        assert!(error.message().contains("looks like protected resource metadata"), "{error}");
    });
}

#[test]
fn a_null_member_is_absent() {
    each(|sandbox, client| {
        let json = r#"{"resource": "${origin}", "jwks_uri": null, "resource_name#fr": null, "x": null,
            "authorization_servers": ["https://as.example"]}"#;
        sandbox.route(METADATA, [Answer::json(json)]);
        let metadata = client.fetch(sandbox.http_origin()).unwrap();
        let [warning] = metadata.warnings() else { panic!("{:?}", metadata.warnings()) };
        assert_eq!(warning.kind, WarningKind::MemberNull);
        assert!(warning.message.ends_with("jwks_uri, resource_name#fr"), "{}", warning.message);
        assert_eq!((metadata.jwks_uri(), metadata.extra().get("x"), metadata.extra().len()), (None, Some("null"), 1));
        assert!(metadata.raw_json().contains(r#""jwks_uri": null"#));
        let json = r#"{"issuer": "${origin}", "mtls_endpoint_aliases": null, "resource": null,
            "code_challenge_methods_supported": ["S256"]}"#;
        sandbox.route(SERVER, [Answer::json(json)]);
        let metadata = client.fetch_server(sandbox.http_origin()).unwrap();
        assert_eq!(metadata.warnings()[0].kind, WarningKind::MemberNull);
        assert_eq!(metadata.extra().iter().collect::<Vec<_>>(), [("resource".into(), "null")]);
    });
    let own = sandbox();
    own.route(METADATA, [Answer::json(r#"{"resource": "${origin}", "jwks_uri": null}"#)]);
    let strict = options(&own).strict(true).build().unwrap();
    let found = common::block_on(strict.fetch_resource_metadata(own.http_origin()));
    assert_error(found, ErrorKind::InvalidMetadata, &["jwks_uri must not be null"]);
}

#[test]
fn a_document_of_a_neighbouring_path_is_refused() {
    each(|sandbox, client| {
        let resource = prepare(sandbox, Answer::redirect(format!("{METADATA}/neighbour")));
        for (json, kind) in [
            (r#"{"resource": "${origin}"}"#, Some(ErrorKind::ResourceMismatch)),
            (r#"{"authorization_servers": ["https://as.example"]}"#, Some(ErrorKind::ResourceMismatch)),
            (r#"{"resource": "${origin}/mcp"}"#, None),
            (r#"{"resource": "${origin}/mcp/"}"#, None),
        ] {
            sandbox.route(format!("{METADATA}/neighbour"), [Answer::json(json)]);
            assert_eq!(client.fetch(&resource).err().map(|error| error.kind()), kind, "{json}");
        }
    });
}

#[test]
fn a_media_type_may_have_a_comma_in_quotes() {
    each(|sandbox, client| {
        let document = Answer::json(r#"{"resource": "${origin}/mcp"}"#);
        let resource = prepare(sandbox, document.header("content-type", r#"application/json; profile="a,b""#));
        let found = client.discover(&resource, None).unwrap();
        assert_eq!(found.resource_metadata().unwrap().resource(), Some(resource.as_str()));
        assert!(
            found.resource_metadata().unwrap().warnings().iter().all(|w| w.kind != WarningKind::ContentTypeUnusual)
        );
    });
}

#[test]
fn strict_rules_make_forbidden_deviations_errors() {
    const JSON: &str = "application/json";
    for (asked, body, content_type, warning, kind) in [
        ("/", r#"{"jwks_uri": "https://h.example/k"}"#, JSON, WarningKind::ResourceMissing, ErrorKind::InvalidMetadata),
        ("/", r#"{"resource": "https://h.example"}"#, JSON, WarningKind::ResourceNotExact, ErrorKind::ResourceMismatch),
        (
            "",
            r#"{"resource": "https://h.example"}"#,
            "text/json",
            WarningKind::ContentTypeUnusual,
            ErrorKind::ContentType,
        ),
        (
            "",
            r#"{"resource": "https://h.example", "jwks_uri": null}"#,
            JSON,
            WarningKind::MemberNull,
            ErrorKind::InvalidMetadata,
        ),
        ("", r#"{"issuer": "https://h.example/"}"#, JSON, WarningKind::IssuerRootSlash, ErrorKind::IssuerMismatch),
    ] {
        let asked = format!("https://h.example{asked}");
        let response = Response::new(200, body.as_bytes()).content_type(content_type);
        let judged = |rules: &Rules| match body.contains("issuer") {
            true => AuthorizationServerMetadata::from_response(&asked, &response, rules).map(|m| m.warnings().to_vec()),
            false => ResourceMetadata::from_response(&asked, &response, rules).map(|m| m.warnings().to_vec()),
        };
        let warnings = judged(&Rules::new()).unwrap();
        assert!(warnings.iter().any(|found| found.kind == warning), "{warning}: {warnings:?}");
        assert_eq!(judged(&Rules::new().strict(true)).unwrap_err().kind(), kind, "{warning}");
    }
}

#[test]
fn the_first_of_several_errors_is_reported() {
    let resource = r#"{"resource": "https://other.example", "jwks_uri": 1, "jwks_uri": 1"#;
    for (status, content_type, body, kind) in [
        (500, "text/html", resource, ErrorKind::HttpStatus),
        (200, "text/html", resource, ErrorKind::ContentType),
        (200, "application/json", resource, ErrorKind::InvalidJson),
        (200, "application/json", &format!("{resource}}}"), ErrorKind::InvalidMetadata),
        (
            200,
            "application/json",
            r#"{"resource": "https://other.example", "jwks_uri": 1}"#,
            ErrorKind::InvalidMetadata,
        ),
        (200, "application/json", r#"{"resource": "https://other.example"}"#, ErrorKind::ResourceMismatch),
    ] {
        let response = Response::new(status, body.as_bytes()).content_type(content_type);
        let error = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new()).unwrap_err();
        assert_eq!(error.kind(), kind, "{status} {content_type} {body}");
    }
}

/// Text with control characters, and longer than the limit of a message.
const HOSTILE: &str = "\u{1b}]0;x\u{7}\u{202e}\u{9b}31m\u{2028}";

fn assert_shown(text: &str) {
    assert!(text.chars().count() <= 1001, "{} characters: {text}", text.chars().count());
    let acted_upon = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}');
    assert!(!text.contains(acted_upon), "{text:?}");
}

#[test]
fn messages_escape_and_truncate_text_from_the_network() {
    let text = HOSTILE.repeat(100);
    let json = |text: &str| serde_json::to_string(text).unwrap();
    let hostile = json(&text);
    let url = json(&format!("https://as.example/{text}"));
    let bodies = [
        format!("{{{hostile}: 1}}"),
        format!("{{{hostile}: 1, {hostile}: 2}}"),
        format!(r#"{{"resource": "https://rs.example", {hostile}: {{{hostile}: "\u0000{text}"}}}}"#),
        format!(r#"{{"resource": "https://rs.example", "x": {{{hostile}: "\ud800"}}}}"#),
        format!(r#"{{"resource": {hostile}, "issuer": {hostile}}}"#),
        format!(r#"{{"resource": {url}, "issuer": {url}}}"#),
        format!(r#"{{"resource": "https://rs.example", "issuer": "https://as.example", "jwks_uri": {hostile}}}"#),
        format!(
            r#"{{"resource": "https://rs.example", "issuer": "https://as.example", {}: null}}"#,
            json(&format!("resource_name#{text}"))
        ),
        format!(r#"{{"resource": "https://rs.example", "authorization_servers": [{hostile}]}}"#),
        format!(r#"{{"error": {hostile}, "error_description": {hostile}}}"#),
        format!("{{\"a\": {text}"),
        text.clone(),
        String::new(),
    ];
    let types = [
        "application/json",
        &text,
        &format!("application/{}+json", text.replace(';', "")),
        &format!("application/json; x={text}"),
    ];
    let mut seen = Vec::new();
    let mut check = |found: Result<&[telnyx_oauth::Warning], &Error>| match found {
        Ok(warnings) => {
            for warning in warnings {
                assert_shown(&warning.message);
                seen.push(warning.kind.as_str());
            }
        }
        Err(error) => {
            assert_shown(error.message());
            error.causes().for_each(|cause| assert_shown(&cause));
            seen.push(error.kind().as_str());
        }
    };
    let long = format!("https://rs.example/{}", "x".repeat(6000));
    for body in &bodies {
        for content_type in types {
            for status in [200, 400, 500] {
                for url in [None, Some(long.as_str())] {
                    let mut response = Response::new(status, body.as_bytes()).content_type(content_type);
                    response.url = url;
                    for strict in [false, true] {
                        let rules = Rules::new().strict(strict);
                        let found = ResourceMetadata::from_response("https://rs.example", &response, &rules);
                        check(found.as_ref().map(ResourceMetadata::warnings));
                        let found = AuthorizationServerMetadata::from_response("https://as.example", &response, &rules);
                        check(found.as_ref().map(AuthorizationServerMetadata::warnings));
                    }
                }
            }
        }
    }
    for kind in [
        "content_type",
        "content_type_unusual",
        "http_status",
        "invalid_json",
        "invalid_metadata",
        "issuer_mismatch",
        "member_null",
        "oauth_error",
        "resource_mismatch",
    ] {
        assert!(seen.contains(&kind), "no message of {kind}");
    }
}
