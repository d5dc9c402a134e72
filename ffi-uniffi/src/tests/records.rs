//! Every record has the values of the crate's type.

use crate::{Challenge, Discovery, ErrorKind, Options, ResourceMatch, Rules, TelnyxOAuthError};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use telnyx_oauth::embedding::{authorization_server_members, resource_members};
use telnyx_oauth::{DiscoveryPlan, Purpose, ResourceMetadata, Response};

fn members(value: impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value).unwrap() {
        Value::Object(members) => members,
        other => panic!("expected an object, got {other}"),
    }
}

fn names(value: impl Serialize) -> BTreeSet<String> {
    members(value).into_iter().map(|(name, _)| name).collect()
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

fn cases(file: &str) -> Vec<Value> {
    let path = format!("{}/../testdata/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    vectors["cases"].as_array().unwrap().clone()
}

/// Rebuilds the JSON document of a record.
fn document(record: impl Serialize, registered: impl Iterator<Item = &'static str>) -> Value {
    let mut fields = members(record);
    let registered = set(registered);
    assert!(fields.keys().cloned().collect::<BTreeSet<_>>().is_superset(&registered));
    let extra = fields.remove("extra").map(members).unwrap();
    let extra = extra.into_iter().map(|(name, text)| (name, serde_json::from_str(text.as_str().unwrap()).unwrap()));
    let variants = fields.remove("variants").map(members).unwrap_or_default();
    fields.retain(|name, value| registered.contains(name) && !value.is_null());
    fields.into_iter().chain(extra).chain(variants).collect::<Map<_, _>>().into()
}

fn response(case: &Value) -> crate::Response {
    let text = |name: &str| case[name].as_str().map(str::to_owned);
    crate::Response {
        status: case["status"].as_i64().unwrap().try_into().unwrap(),
        body: text("body").unwrap().into_bytes(),
        content_type: text("content_type"),
        url: text("url"),
        received_at: None,
    }
}

const NO_RULES: Rules = Rules {
    resource_match: None,
    strict: None,
    profile: None,
    probe: None,
    legacy_origin: None,
    allow_http: None,
    trusted_keys: None,
    trusted_issuer: None,
    authorization_server_trusted_keys: None,
    authorization_server_trusted_issuer: None,
};

#[test]
fn a_resource_record_has_every_member() {
    let mut seen = BTreeSet::new();
    for case in cases("resource_documents") {
        let policy: telnyx_oauth::ResourceMatch = case["policy"].as_str().unwrap().parse().unwrap();
        let rules = Rules { resource_match: Some(policy.into()), ..NO_RULES };
        let resource = case["resource"].as_str().unwrap().to_owned();
        let Ok(record) = crate::resource_metadata_from_response(resource, response(&case), rules) else { continue };
        let found = document(&record, resource_members());
        assert_eq!(found, case["expect"]["document"], "{}", case["id"]);
        seen.extend(names(found));
    }
    assert!(seen.contains("dpop_bound_access_tokens_required") && seen.contains("resource_name#fr-CA"), "{seen:?}");
}

#[test]
fn a_server_record_has_every_member() {
    let mut judged = 0;
    for case in cases("authorization_server_documents") {
        let rules = Rules { strict: case["strict"].as_bool(), ..NO_RULES };
        let issuer = case["issuer"].as_str().unwrap().to_owned();
        let found = crate::authorization_server_metadata_from_response(issuer, response(&case), rules);
        let Ok(record) = found else { continue };
        let found = document(&record, authorization_server_members());
        assert_eq!(found, case["expect"]["document"], "{}", case["id"]);
        judged += 1;
    }
    assert!(judged > 0);
}

/// A discovery that finds the document of one server and no document of another server.
fn discovery() -> telnyx_oauth::Discovery {
    let challenge = r#"Bearer resource_metadata="https://rs.example/m", scope="a b""#;
    let mut plan = DiscoveryPlan::new("https://rs.example", challenge, &telnyx_oauth::Rules::new()).unwrap();
    let document = json!({"authorization_servers": ["https://as.example", "https://bad.example"],
        "resource": "https://rs.example", "resource_name#fr": "Exemple", "x": [1]});
    let server = json!({"issuer": "https://as.example", "token_endpoint": "https://as.example/token"});
    while !plan.is_finished() {
        for request in plan.requests() {
            let (status, body) = match (request.purpose, request.url.contains("as.example")) {
                (Purpose::ResourceMetadata, _) => (200, &document),
                (_, true) => (200, &server),
                (_, false) => (404, &server),
            };
            let body = body.to_string();
            let response = Response::new(status, body.as_bytes()).content_type("application/json");
            plan.respond(request.id, &response).unwrap();
        }
    }
    plan.finish().unwrap()
}

/// Converts the errors and attempts of a serialized record to the crate's JSON form.
fn to_crate_json(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(to_crate_json).collect(),
        Value::Object(mut fields) => {
            if let Some(elapsed) = fields.remove("elapsed") {
                fields.insert("elapsed_ms".to_owned(), ((elapsed.as_f64().unwrap() * 1000.0) as u64).into());
            }
            if let Some(seconds) = fields.get("retry_after").and_then(Value::as_f64) {
                fields.insert("retry_after".to_owned(), (seconds as u64).into());
            }
            if let Some(outcome) = fields.get_mut("outcome") {
                let name = outcome.as_str().map(str::to_lowercase).map(Value::from);
                *outcome = name.unwrap_or_else(|| outcome["Failed"]["kind"].clone());
            }
            fields.into_iter().map(|(name, value)| (name, to_crate_json(value))).collect()
        }
        other => other,
    }
}

#[test]
fn a_discovery_record_equals_the_crate_discovery() {
    let found = discovery();
    let mut record = to_crate_json(serde_json::to_value(Discovery::from(&found)).unwrap());
    assert!(!found.warnings().is_empty() && !found.attempts().is_empty(), "{found:?}");

    // The crate has accessors for these fields and does not serialize them.
    let fields = record.as_object_mut().unwrap();
    let server = fields.remove("authorization_server").unwrap();
    assert_eq!(server, fields["authorization_servers"][0]["metadata"]);
    assert_eq!(fields.remove("authorization_server_error"), Some(Value::Null));
    assert_eq!(record["challenge"].as_object_mut().unwrap().remove("token68"), Some(Value::Null));
    for challenge in record["challenges"].as_array_mut().unwrap() {
        assert_eq!(challenge.as_object_mut().unwrap().remove("token68"), Some(Value::Null));
    }
    // The crate has the parameters of the first good server, and the record those of each server.
    let mut parameters = record["authorization_servers"][0]["authorization_parameters"].clone();
    assert_eq!(parameters.as_object_mut().unwrap().remove("sends_authorization_response_iss"), Some(json!(false)));
    record["authorization_parameters"] = parameters;
    record["resource_metadata"] = document(&record["resource_metadata"], resource_members());
    let servers = record["authorization_servers"].as_array_mut().unwrap();
    for (server, found) in servers.iter_mut().zip(found.authorization_servers()) {
        let server = server.as_object_mut().unwrap();
        assert_eq!(server.remove("attempts"), Some(serde_json::to_value(found.attempts()).unwrap()));
        server.remove("authorization_parameters");
        server.retain(|_, value| !value.is_null());
        if let Some(metadata) = server.get_mut("metadata") {
            *metadata = document(&metadata, authorization_server_members());
        }
    }
    assert_eq!(record, serde_json::to_value(&found).unwrap());
}

#[test]
fn authorization_parameters_match_the_vectors() {
    for case in cases("authorization_parameters") {
        let texts = |name: &str| -> Vec<String> { serde_json::from_value(case[name].clone()).unwrap_or_default() };
        let lines = texts("www_authenticate");
        let requested = case["requested"].as_str().unwrap();
        let mut plan = DiscoveryPlan::new(requested, &lines, &telnyx_oauth::Rules::new()).unwrap();
        while !plan.is_finished() {
            for request in plan.requests() {
                let at = |issuer: &str| telnyx_oauth::authorization_server_metadata_urls(issuer).unwrap();
                let mut servers = case["servers"].as_object().unwrap().iter();
                let document = match request.purpose {
                    Purpose::ResourceMetadata => &case["document"],
                    _ => servers.find(|(issuer, _)| at(issuer).contains(&request.url)).unwrap().1,
                };
                let (status, body) = (if document.is_null() { 404 } else { 200 }, document.to_string());
                let response = Response::new(status, body.as_bytes()).content_type("application/json");
                plan.respond(request.id, &response).unwrap();
            }
        }
        let record = Discovery::from(&plan.finish().unwrap());
        let kind = |error: TelnyxOAuthError| serde_json::to_value(error).unwrap()["kind"].clone();
        let parameters = record.authorization_parameters(case["issuer"].as_str().map(str::to_owned));
        for (name, expected) in case["expect"].as_object().unwrap() {
            let found = match (parameters.clone(), name.as_str()) {
                (Err(error), _) => json!({"error": kind(error)})[name].clone(),
                (Ok(found), "scope_after") => json!(found.scope_after(texts("previous"), texts("then")).unwrap()),
                (Ok(found), "verify_issuer") => {
                    found.verify_issuer(case["iss"].as_str().map(str::to_owned)).err().map_or(Value::Null, kind)
                }
                (Ok(found), name) => serde_json::to_value(found).unwrap()[name].clone(),
            };
            assert_eq!(found, *expected, "{}: {name}", case["id"]);
        }
    }
}

#[test]
fn an_error_record_equals_the_crate_error() {
    let found = discovery();
    let missed = found.authorization_servers()[1].error().unwrap();
    assert!(!missed.attempts().is_empty(), "{missed:?}");
    let body = br#"{"error": "invalid_request", "error_description": "no"}"#;
    let refused = Response::new(400, body).content_type("application/json");
    let rules = telnyx_oauth::Rules::new();
    let refused = ResourceMetadata::from_response("https://rs.example", &refused, &rules).unwrap_err();
    assert!(refused.error().is_some() && refused.error_description().is_some(), "{refused:?}");
    for error in [missed, &refused] {
        let record = TelnyxOAuthError::from(error.clone());
        assert_eq!(record.to_string(), error.to_string());
        let record = serde_json::to_value(record).unwrap();
        assert_eq!(to_crate_json(record), serde_json::to_value(error).unwrap());
    }
}

#[test]
fn every_enum_has_the_names_of_the_crate_enum() {
    macro_rules! same_names {
        ($($type:ident),*) => {$(
            for value in telnyx_oauth::$type::ALL {
                let copied = serde_json::to_value(crate::$type::from(*value)).unwrap();
                assert_eq!(copied, serde_json::to_value(value).unwrap());
            }
        )*};
    }
    same_names!(ErrorKind, Purpose, WarningKind, SignatureStatus, ResourceMatch, ClientRegistration, Via);
    for policy in telnyx_oauth::ResourceMatch::ALL {
        assert_eq!(telnyx_oauth::ResourceMatch::from(ResourceMatch::from(*policy)), *policy);
    }
    for kind in telnyx_oauth::ErrorKind::ALL {
        let error = TelnyxOAuthError::new(ErrorKind::from(*kind), String::new());
        let debug = format!("{error:?}");
        assert!(debug.starts_with(&format!("{kind:?} {{ kind: {kind:?},")), "{debug}");
    }
}

#[test]
fn parsed_challenges_match_the_vectors() {
    for case in cases("challenges") {
        let lines = case["headers"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned());
        let mut found: Vec<_> = crate::parse_challenges(lines.collect()).unwrap().iter().map(members).collect();
        for (record, challenge) in found.iter_mut().zip(case["challenges"].as_array().unwrap()) {
            let metadata = record.remove("resource_metadata").unwrap();
            assert_eq!(metadata, challenge["params"].get("resource_metadata").cloned().unwrap_or_default());
            record.remove("scope").expect("scope");
        }
        assert_eq!(serde_json::to_value(found).unwrap(), case["challenges"], "{}", case["id"]);
    }
    let scoped = crate::parse_challenges(vec![r#"Bearer scope="a  b""#.to_owned()]).unwrap();
    assert!(matches!(&scoped[..], [Challenge { scope: Some(scope), .. }] if scope == &["a", "b"]), "{scoped:?}");
}

/// The names of the builder methods in a source file of the crate.
fn setters(file: &str) -> BTreeSet<String> {
    let source = std::fs::read_to_string(format!("{}/../core/src/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let names = source.lines().filter_map(|line| line.trim().strip_prefix("pub fn ")?.split_once("(mut self"));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_option_and_rule_has_a_field() {
    let mut options = setters("client/builder.rs");
    assert!(options.contains("proxy"), "{options:?}");
    // Only the bindings set `client_name`.
    assert!(options.remove("client_name"));
    // The crate sets the trusted issuers through `TrustedKeys`.
    let issuers = ["trusted_issuer", "authorization_server_trusted_issuer"];
    options.extend(set(issuers));
    assert_eq!(names(Options::default()), options);

    let mut rules = setters("protocol/documents/rules.rs");
    rules.extend(set(issuers));
    assert_eq!(names(NO_RULES), rules);

    let mut response = setters("protocol/response/caller_response.rs");
    // Only a `DiscoveryPlan` uses these fields, and the bindings have no `DiscoveryPlan`.
    for field in ["www_authenticate", "mcp_session_id", "mcp_protocol_version"] {
        assert!(response.remove(field));
    }
    response.extend(set(["status", "body"]));
    let record = json!({"status": 200, "body": ""});
    assert_eq!(names(self::response(&record)), response);
}

#[test]
fn the_error_for_an_option_out_of_range_names_the_option() {
    let invalid = |options: Options, words: &str| match crate::Client::build(options) {
        Err(TelnyxOAuthError::InvalidArgument { message, .. }) => assert!(message.contains(words), "{message}"),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("expected an error with {words:?}"),
    };
    let seconds = |seconds| Some(crate::Seconds(seconds));
    let pin =
        |port, address: &str| vec![crate::Pin { host: "a.example".to_owned(), port, address: address.to_owned() }];
    invalid(Options { timeout: seconds(-1.0), ..Options::default() }, "timeout must be a time in seconds, not -1");
    invalid(Options { connect_timeout: seconds(f64::NAN), ..Options::default() }, "connect_timeout must be");
    invalid(Options { timeout: seconds(0.0), ..Options::default() }, "timeout must be longer than zero");
    invalid(Options { max_retries: Some(-1), ..Options::default() }, "max_retries is out of range: -1");
    invalid(Options { max_retries: Some(101), ..Options::default() }, "max_retries must be 0 to 100");
    invalid(Options { timeout: seconds(86401.0), ..Options::default() }, "timeout must be at most 24 hours");
    invalid(Options { max_total_bytes: Some(-1), ..Options::default() }, "max_total_bytes is out of range: -1");
    invalid(Options { max_total_bytes: Some(i64::MAX), ..Options::default() }, "max_total_bytes must be at most");
    invalid(Options { max_redirects: Some(11), ..Options::default() }, "max_redirects must be 0 to 10");
    invalid(Options { max_body_bytes: Some(-5), ..Options::default() }, "max_body_bytes is out of range: -5");
    invalid(Options { resolve: pin(65536, "127.0.0.1"), ..Options::default() }, "the port of resolve");
    invalid(
        Options { resolve: pin(1, "localhost"), ..Options::default() },
        "the address of resolve must be an IP address",
    );
    invalid(Options { trusted_issuer: Some(String::new()), ..Options::default() }, "trusted_issuer needs trusted_keys");
    invalid(
        Options { authorization_server_trusted_issuer: Some(String::new()), ..Options::default() },
        "authorization_server_trusted_issuer needs authorization_server_trusted_keys",
    );
    for options in [
        Options { trusted_keys: Some("{}".to_owned()), ..Options::default() },
        Options { authorization_server_trusted_keys: Some("{}".to_owned()), ..Options::default() },
    ] {
        invalid(options, "trusted keys must be a JWK Set");
    }
    assert_eq!(crate::Seconds::from(Duration::from_millis(1500)), crate::Seconds(1.5));
}
