//! Documents that are saved and restored.

use std::fmt::Debug;
use telnyx_oauth::embedding::Document as _;
use telnyx_oauth::{AuthorizationServerMetadata, Error, ErrorKind, ResourceMetadata, Response, Rules};

const RESOURCE: &str = r#"{"resource": "https://rs.example", "authorization_servers": ["https://as.example"],
    "resource_name": "é", "resource_name#fr": "nom", "dpop_bound_access_tokens_required": true,
    "x": {"y": [1.5, null, "z"]}}"#;

#[test]
fn a_restored_resource_document_equals_the_saved_document() {
    let response = Response::new(200, RESOURCE.as_bytes()).content_type("application/rs+json");
    let found = ResourceMetadata::from_response(
        "https://rs.example/a",
        &response.url("https://rs.example/.well-known/oauth-protected-resource"),
        &Rules::new(),
    )
    .unwrap();
    assert_eq!(found.warnings().len(), 2, "{found:?}");
    let back = ResourceMetadata::from_saved(&found.to_saved()).unwrap();
    assert_eq!(format!("{back:?}"), format!("{found:?}"));
    assert_eq!(back, found);
    assert_eq!(back.raw_json(), RESOURCE);
    assert_eq!(back.resource_name_for("fr-CA"), Some("nom"));
    assert_eq!(back.to_string(), found.to_string());
}

#[test]
fn a_restored_server_document_equals_the_saved_document() {
    let body = r#"{"issuer": "http://as.example", "token_endpoint": "http://as.example/token"}"#;
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    let rules = Rules::new().allow_http(true);
    let found = AuthorizationServerMetadata::from_response("http://as.example/", &response, &rules).unwrap();
    assert_eq!(found.warnings().len(), 2, "{found:?}");
    let back = AuthorizationServerMetadata::from_saved(&found.to_saved()).unwrap();
    assert_eq!(format!("{back:?}"), format!("{found:?}"));
    assert_eq!(back.raw_json(), body);
}

#[test]
fn a_document_at_the_nesting_limit_is_restored() {
    let (open, close) = ("[".repeat(126), "]".repeat(126));
    let body = format!(r#"{{"resource": "https://rs.example", "x": {open}{close}}}"#);
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    let found = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new()).unwrap();
    assert_eq!(ResourceMetadata::from_saved(&found.to_saved()).unwrap(), found);
}

fn assert_refused<T: Debug>(found: Result<T, Error>, kind: ErrorKind) {
    assert_eq!(found.unwrap_err().kind(), kind);
}

#[test]
fn text_that_is_no_saved_document_is_refused() {
    let response = Response::new(200, RESOURCE.as_bytes()).content_type("application/json");
    let found = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new()).unwrap();
    let saved = found.to_saved();
    let changed = |from: &str, to: &str| {
        assert!(saved.contains(from), "{saved}");
        ResourceMetadata::from_saved(&saved.replace(from, to))
    };
    assert_refused(ResourceMetadata::from_saved(""), ErrorKind::InvalidArgument);
    assert_refused(ResourceMetadata::from_saved(RESOURCE), ErrorKind::InvalidArgument);
    assert_refused(changed("absent", "trusted"), ErrorKind::InvalidArgument);
    assert_refused(changed(r#""warnings":["#, r#""warnings":[["x","y",null]"#), ErrorKind::InvalidArgument);
    assert_refused(changed(r#""members":"{"#, r#""members":"["#), ErrorKind::InvalidJson);
    assert_refused(changed(r#"required\":true"#, r#"required\":1"#), ErrorKind::InvalidMetadata);
}
