//! The language-neutral vectors, through the public API.

use serde_json::Value;
use telnyx_oauth::embedding::Document as _;
use telnyx_oauth::{
    AuthorizationServerMetadata, Error, ResourceMatch, ResourceMetadata, Response, Rules, Warning,
    authorization_server_metadata_urls, parse_challenges, resource_metadata_url,
};

fn cases(file: &str) -> Vec<Value> {
    let path = format!("{}/../testdata/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let mut vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = vectors["cases"].take();
    let cases = cases.as_array().unwrap().clone();
    assert!(!cases.is_empty());
    cases
}

fn text<'a>(case: &'a Value, member: &str) -> &'a str {
    case[member].as_str().unwrap_or_else(|| panic!("{member} of {}", case["id"]))
}

/// Runs every case, so that one run shows all that fail.
fn all(file: &str, run: impl Fn(&Value) -> Result<(), String>) {
    let failed: Vec<String> = cases(file)
        .iter()
        .filter_map(|case| run(case).err().map(|why| format!("{}: {why}", text(case, "id"))))
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

fn same(expected: Value, found: Value) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("expected {expected}, found {found}")) }
}

fn url_or_error(case: &Value, member: &str, found: Result<Value, Error>) -> Result<(), String> {
    let found = found.unwrap_or_else(|error| error.kind().as_str().into());
    same(case.get(member).or(case.get("error")).unwrap().clone(), found)
}

#[test]
fn resource_metadata_urls() {
    all("resource_metadata_url", |case| {
        url_or_error(case, "url", resource_metadata_url(text(case, "resource")).map(Value::from))
    });
}

#[test]
fn authorization_server_urls() {
    all("authorization_server_metadata_urls", |case| {
        url_or_error(case, "urls", authorization_server_metadata_urls(text(case, "issuer")).map(Value::from))
    });
}

#[test]
fn resource_matches() {
    all("resource_match", |case| {
        for policy in ResourceMatch::ALL {
            let body = serde_json::json!({
                "resource": case["resource"], "authorization_servers": ["https://as.example"],
            });
            let body = body.to_string();
            let response = Response::new(200, body.as_bytes()).content_type("application/json");
            let rules = Rules::new().resource_match(*policy);
            let found = ResourceMetadata::from_response(text(case, "requested"), &response, &rules);
            same(case[policy.as_str()].clone(), found.is_ok().into())
                .map_err(|why| format!("{policy}: {why}: {found:?}"))?;
        }
        Ok(())
    });
}

fn judged(case: &Value, found: Result<(Value, Vec<Warning>), Error>) -> Result<(), String> {
    let found = match found {
        Ok((document, warnings)) => {
            let mut warnings: Vec<_> = warnings.iter().map(|warning| warning.kind.as_str()).collect();
            warnings.sort_unstable();
            serde_json::json!({"document": document, "warnings": warnings})
        }
        Err(error) => serde_json::json!({"error": error.kind()}),
    };
    same(case["expect"].clone(), found)
}

fn response<'a>(case: &'a Value) -> Response<'a> {
    let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
    let mut response = Response::new(status, text(case, "body").as_bytes());
    if let Some(content_type) = case["content_type"].as_str() {
        response = response.content_type(content_type);
    }
    if let Some(url) = case["url"].as_str() {
        response = response.url(url);
    }
    response
}

#[test]
fn challenges() {
    all("challenges", |case| {
        let lines = case["headers"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
        let found = parse_challenges(lines);
        same(case["challenges"].clone(), serde_json::to_value(&found).unwrap())
    });
}

#[test]
fn resource_documents() {
    all("resource_documents", |case| {
        let rules = Rules::new().resource_match(text(case, "policy").parse().unwrap());
        let found = ResourceMetadata::from_response(text(case, "resource"), &response(case), &rules);
        judged(case, found.map(|found| (serde_json::to_value(&found).unwrap(), found.warnings().to_vec())))
    });
}

#[test]
fn unknown_members_come_back_as_sent() {
    for sent in [
        "0.30000000000000004",
        "1.333333333333333333333333333333335",
        "18446744073709551617",
        "-12345678901234567890123456789012345678901234567890",
        "1E5",
        "-0",
        "1.0",
        r#"[ 1E5,{"a":18446744073709551617} ]"#,
        r#""\u00e9""#,
        "null",
    ] {
        let body = format!(r#"{{"resource":"https://rs.example","x":{sent},"a":1}}"#);
        let response = Response::new(200, body.as_bytes()).content_type("application/json");
        let found = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new()).unwrap();
        assert_eq!((found.to_string(), found.extra().get("x")), (body, Some(sent)));
        assert_eq!(ResourceMetadata::from_saved(&found.to_saved()).unwrap().to_string(), found.to_string());
    }
}

#[test]
fn authorization_server_documents() {
    all("authorization_server_documents", |case| {
        let rules = Rules::new().strict(case["strict"].as_bool().unwrap());
        let found = AuthorizationServerMetadata::from_response(text(case, "issuer"), &response(case), &rules);
        judged(case, found.map(|found| (serde_json::to_value(&found).unwrap(), found.warnings().to_vec())))
    });
}
