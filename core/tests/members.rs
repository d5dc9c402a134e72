//! The validation of members by the table, and access to members by name.

use serde_json::{Value as Json, json};
use telnyx_oauth::embedding::Document as _;
use telnyx_oauth::embedding::{authorization_server_members, resource_members};
use telnyx_oauth::{
    AuthorizationServerMetadata, Error, ErrorKind, ResourceMetadata, Response, Rules, Value, WarningKind,
};

const RESOURCE: &str = "https://rs.example";
const ISSUER: &str = "https://as.example";

fn resource(members: &Json) -> Result<ResourceMetadata, Error> {
    resource_text(&with("resource", RESOURCE, members).to_string())
}

fn resource_text(body: &str) -> Result<ResourceMetadata, Error> {
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    ResourceMetadata::from_response(RESOURCE, &response, &Rules::new())
}

fn server(members: &Json) -> Result<AuthorizationServerMetadata, Error> {
    let body = with("issuer", ISSUER, members).to_string();
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    AuthorizationServerMetadata::from_response(ISSUER, &response, &Rules::new())
}

/// Adds the identifier to the members, unless they have one.
fn with(identifier: &str, value: &str, members: &Json) -> Json {
    let mut document = members.clone();
    document.as_object_mut().unwrap().entry(identifier).or_insert_with(|| value.into());
    document
}

#[track_caller]
fn assert_invalid<T: std::fmt::Debug>(found: Result<T, Error>, message: &str) {
    let error = found.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::InvalidMetadata, message));
}

#[test]
fn every_registered_member_accepts_only_its_type() {
    let samples = [
        json!("https://h.example/x"),
        json!(["https://h.example/x"]),
        json!(true),
        json!({"a": "https://h.example/x"}),
    ];
    for (names, is_resource) in
        [(resource_members().collect::<Vec<_>>(), true), (authorization_server_members().collect(), false)]
    {
        for name in names.into_iter().filter(|name| !["resource", "issuer"].contains(name)) {
            let fits = |sample: &&Json| match is_resource {
                true => resource(&json!({name: sample})).is_ok(),
                false => server(&json!({name: sample})).is_ok(),
            };
            assert_eq!(samples.iter().filter(fits).count(), 1, "{name}");
            let again = match is_resource {
                true => serde_json::to_value(resource(&json!({name: samples.iter().find(fits)})).unwrap()),
                false => serde_json::to_value(server(&json!({name: samples.iter().find(fits)})).unwrap()),
            };
            assert_eq!(Some(&again.unwrap()[name]), samples.iter().find(fits), "{name}");
        }
    }
}

#[test]
fn a_member_whose_name_ends_in_endpoint_must_be_an_endpoint() {
    for name in ["x_endpoint", "challenge_endpoint", "token_endpoint", "_endpoint"] {
        for (value, found) in [
            (json!("http://h.example/x"), "an absolute https URL, and is \"http://h.example/x\""),
            (json!("/x"), "an absolute https URL, and is \"/x\""),
            (json!("\u{e9}\n"), "an absolute https URL, and is \"é\\n\""),
            (json!(1), "a string, and is a number"),
            (json!(true), "a string, and is a boolean"),
            (json!(["https://h.example/x"]), "a string, and is an array"),
            (json!({"x": "https://h.example/x"}), "a string, and is an object"),
        ] {
            assert_invalid(resource(&json!({name: value})), &format!("{name} must be {found}"));
            assert_invalid(server(&json!({name: value})), &format!("{name} must be {found}"));
        }
        let good = json!({name: "https://h.example/x"});
        assert_eq!(resource(&good).unwrap().member(name), Some(Value::String("https://h.example/x".into())));
        assert_eq!(server(&good).unwrap().member(name), Some(Value::String("https://h.example/x".into())));
    }
    let found =
        resource(&json!({"x_endpoint": null, "x_endpoints": 1, "endpoint": 1, "x": {"y_endpoint": 1}})).unwrap();
    assert_eq!(found.extra().get("x_endpoint"), Some("null"));
    let escaped = r#"{"resource": "https://rs.example", "x_\u0065ndpoint": "h\u0074tp://h.example"}"#;
    assert_invalid(resource_text(escaped), "x_endpoint must be an absolute https URL, and is \"http://h.example\"");
}

#[test]
fn an_endpoint_may_be_http_if_the_issuer_is_http() {
    let body = r#"{"issuer": "http://127.0.0.1:1", "x_endpoint": "http://localhost:2/x",
        "mtls_endpoint_aliases": {"token_endpoint": "http://[::1]:3/t"}}"#;
    let response = |body: &'static str| Response::new(200, body.as_bytes()).content_type("application/json");
    let judged =
        |body| AuthorizationServerMetadata::from_response("http://127.0.0.1:1", &response(body), &Rules::new());
    judged(body).unwrap();
    let elsewhere = r#"{"issuer": "http://127.0.0.1:1", "x_endpoint": "http://h.example/x"}"#;
    assert_eq!(judged(elsewhere).unwrap_err().kind(), ErrorKind::InvalidMetadata);
}

#[test]
fn mtls_endpoint_aliases_are_validated_as_endpoints() {
    let aliases = |value: Json| server(&json!({"mtls_endpoint_aliases": value}));
    let found = aliases(json!({"token_endpoint": "https://m.example/t", "x": "https://m.example/x"})).unwrap();
    let expected = [("token_endpoint", "https://m.example/t"), ("x", "https://m.example/x")];
    let expected = expected.map(|(name, url)| (name.to_owned(), url.to_owned()));
    assert_eq!(found.mtls_endpoint_aliases(), Some(expected.as_slice()));
    assert_eq!(aliases(json!({})).unwrap().mtls_endpoint_aliases(), Some([].as_slice()));
    assert_invalid(
        aliases(json!({"a": "https://m.example", "token_endpoint": "/t"})),
        "mtls_endpoint_aliases.token_endpoint must be an absolute https URL, and is \"/t\"",
    );
    assert_invalid(
        aliases(json!({"token_endpoint": ["https://m.example"]})),
        "mtls_endpoint_aliases.token_endpoint must be a string, and is an array",
    );
    assert_invalid(aliases(json!("https://m.example")), "mtls_endpoint_aliases must be an object, and is a string");

    let found = aliases(json!({"token_endpoint": null, "x": "https://m.example/x"})).unwrap();
    assert_eq!(found.mtls_endpoint_aliases().unwrap().len(), 1);
    assert_eq!(found.warnings()[0].kind, WarningKind::MemberNull);
    assert!(found.warnings()[0].message.ends_with(": mtls_endpoint_aliases.token_endpoint"), "{found:?}");
}

#[test]
fn members_are_read_by_name() {
    let body = r#"{"x_list": ["a"], "x_mixed": ["a", 1], "x_text": "\u00e9", "x_flag": false, "x_null": null,
        "x_number": 1E5, "resource_name#fr": "nom", "jwks": {"keys": [ ]}, "scopes_supported": ["s"],
        "dpop_bound_access_tokens_required": true, "resource": "https://rs.example"}"#;
    let found = resource_text(body).unwrap();
    let names: Vec<_> = found.member_names().collect();
    assert_eq!(
        names,
        [
            "resource",
            "scopes_supported",
            "dpop_bound_access_tokens_required",
            "jwks",
            "resource_name#fr",
            "x_list",
            "x_mixed",
            "x_text",
            "x_flag",
            "x_null",
            "x_number",
        ]
    );
    let strings = |strings: &[&str]| Some(Value::Strings(strings.iter().map(|s| (*s).to_owned()).collect()));
    let json = |text: &'static str| Some(Value::Json(text.into()));
    for (name, value, text) in [
        ("resource", Some(Value::String(RESOURCE.into())), "\"https://rs.example\""),
        ("scopes_supported", strings(&["s"]), "[\"s\"]"),
        ("dpop_bound_access_tokens_required", Some(Value::Boolean(true)), "true"),
        ("jwks", json("{\"keys\": [ ]}"), "{\"keys\": [ ]}"),
        ("resource_name#fr", Some(Value::String("nom".into())), "\"nom\""),
        ("x_list", strings(&["a"]), "[\"a\"]"),
        ("x_mixed", json("[\"a\", 1]"), "[\"a\", 1]"),
        ("x_text", Some(Value::String("é".into())), "\"\\u00e9\""),
        ("x_flag", Some(Value::Boolean(false)), "false"),
        ("x_null", json("null"), "null"),
        ("x_number", json("1E5"), "1E5"),
    ] {
        assert_eq!(found.member(name), value, "{name}");
        assert_eq!(found.member_json(name).as_deref(), Some(text), "{name}");
    }
    assert_eq!((found.member("jwks_uri"), found.member_json("jwks_uri")), (None, None));
    assert_eq!((found.member("resource_name#de"), found.member_json("x")), (None, None));
    for (name, is_judged) in [
        ("resource", true),
        ("jwks_uri", true),
        ("resource_name#de", true),
        ("x_endpoint", true),
        ("jwks_uri#de", false),
        ("x_list", false),
        ("issuer", false),
        ("", false),
    ] {
        assert_eq!(found.is_judged(name), is_judged, "{name}");
    }
    let aliases =
        server(&json!({"mtls_endpoint_aliases": {"b": "https://m.example/\"", "a": "https://m.example"}})).unwrap();
    let text = r#"{"a":"https://m.example","b":"https://m.example/\""}"#;
    assert_eq!(aliases.member("mtls_endpoint_aliases"), Some(Value::Json(text.into())));
}

#[test]
fn an_object_member_is_returned_as_received() {
    let body = "{\"resource\": \"https://rs.example\", \"jwks\": {\"keys\": [ ],\n\"n\": 18446744073709551617}}";
    let found = resource_text(body).unwrap();
    assert_eq!(found.jwks(), Some("{\"keys\": [ ],\n\"n\": 18446744073709551617}"));
    assert_eq!(found.to_string(), r#"{"resource":"https://rs.example","jwks":{"keys":[],"n":18446744073709551617}}"#);
    let again = ResourceMetadata::from_saved(&found.to_saved()).unwrap();
    assert_eq!((&again, again.to_string()), (&found, found.to_string()));
    assert_invalid(resource(&json!({"jwks": [1]})), "jwks must be an object, and is an array");
    let twice = r#"{"resource": "https://rs.example", "jwks": {"a": 1, "a": 2}}"#;
    assert_invalid(resource_text(twice), "jwks.a: a member must not occur twice");
}

#[test]
fn a_general_member_alone_makes_no_document() {
    let kind_of = |body: &str| {
        let response = Response::new(200, body.as_bytes()).content_type("application/json");
        ResourceMetadata::from_response(RESOURCE, &response, &Rules::new()).unwrap_err().message().to_owned()
    };
    let message = kind_of(r#"{"description": "Not Found", "contacts": ["a"], "jwks": {}}"#);
    assert!(message.starts_with("the JSON object has no member of protected resource metadata"), "{message}");
    assert!(kind_of(r#"{"description": "x", "issuer": "x"}"#).contains("looks like authorization server metadata"));
}
