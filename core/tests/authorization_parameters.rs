//! The parameters of the authorization and token requests, from discoveries without a network.

use serde_json::{Value, json};
use telnyx_oauth::embedding::Document as _;
use telnyx_oauth::{
    AuthorizationParameters, ClientRegistration, Discovery, DiscoveryPlan, Error, ErrorKind, Purpose, Response, Rules,
    authorization_server_metadata_urls,
};

const RESOURCE: &str = "https://rs.example/mcp";
const ISSUER: &str = "https://as.example";

/// Runs a discovery. `servers` maps each listed issuer to its document; null: every URL answers 404.
fn discovery(requested: &str, www_authenticate: &[&str], document: &Value, servers: &Value) -> Discovery {
    let mut plan = DiscoveryPlan::new(requested, www_authenticate, &Rules::new()).unwrap();
    while !plan.is_finished() {
        let requests = plan.requests();
        assert!(!requests.is_empty());
        for request in requests {
            let document = match request.purpose {
                Purpose::ResourceMetadata => document,
                _ => document_at(&request.url, servers),
            };
            let body = document.to_string();
            let response = match document.is_null() {
                true => Response::new(404, b""),
                false => Response::new(200, body.as_bytes()).content_type("application/json"),
            };
            plan.respond(request.id, &response).unwrap();
        }
    }
    plan.finish().unwrap()
}

fn document_at<'a>(url: &str, servers: &'a Value) -> &'a Value {
    let is_asked = |issuer: &str| authorization_server_metadata_urls(issuer).unwrap().iter().any(|known| known == url);
    servers.as_object().unwrap().iter().find(|(issuer, _)| is_asked(issuer)).unwrap().1
}

/// A discovery of one server, with more members in each document.
fn with(www_authenticate: &[&str], resource_members: &Value, server_members: &Value) -> Discovery {
    let merged = |mut base: Value, more: &Value| {
        base.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        base
    };
    let document = merged(json!({"resource": RESOURCE, "authorization_servers": [ISSUER]}), resource_members);
    let server = merged(json!({"issuer": ISSUER}), server_members);
    discovery(RESOURCE, www_authenticate, &document, &json!({ISSUER: server}))
}

fn parameters(www_authenticate: &[&str], resource: &Value, server: &Value) -> AuthorizationParameters {
    with(www_authenticate, resource, server).authorization_parameters(None).unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn by_accessors(parameters: &AuthorizationParameters) -> Value {
    json!({
        "issuer": parameters.issuer(),
        "authorization_endpoint": parameters.authorization_endpoint(),
        "token_endpoint": parameters.token_endpoint(),
        "pushed_authorization_request_endpoint": parameters.pushed_authorization_request_endpoint(),
        "resource": parameters.resource(),
        "scope": parameters.scope(),
        "offline_access_supported": parameters.offline_access_supported(),
        "code_challenge_method": parameters.code_challenge_method(),
        "client_registration": parameters.client_registration(),
        "token_endpoint_auth_methods": parameters.token_endpoint_auth_methods(),
        "requires_pushed_authorization": parameters.requires_pushed_authorization(),
        "dpop_required": parameters.dpop_required(),
        "mtls_supported": parameters.mtls_supported(),
    })
}

fn kind(found: Result<(), Error>) -> Value {
    found.err().map_or(Value::Null, |error| error.kind().as_str().into())
}

#[test]
fn vectors() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/authorization_parameters.json");
    let vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert!(cases.len() > 30);
    for case in cases {
        let (id, expected) = (&case["id"], case["expect"].as_object().unwrap());
        let requested = case["requested"].as_str().unwrap();
        let found = discovery(requested, &texts(&case["www_authenticate"]), &case["document"], &case["servers"]);
        let parameters = match found.authorization_parameters(case["issuer"].as_str()) {
            Ok(parameters) => parameters,
            Err(error) => {
                assert_eq!(*expected, *json!({"error": error.kind()}).as_object().unwrap(), "{id}: {error}");
                continue;
            }
        };
        let members = by_accessors(&parameters);
        assert_eq!(serde_json::to_value(&parameters).unwrap(), members, "{id}");
        for (name, expected) in expected {
            let found = match name.as_str() {
                "scope_after" => {
                    json!(parameters.scope_after(texts(&case["previous"]), texts(&case["then"]).as_slice()))
                }
                "verify_issuer" => kind(parameters.verify_issuer(case["iss"].as_str())),
                name => members[name].clone(),
            };
            assert_eq!(found, *expected, "{id}: {name}");
        }
        let saved = AuthorizationParameters::from_saved(&parameters.to_saved()).unwrap();
        assert_eq!(saved, parameters, "{id}");
    }
}

#[test]
fn the_json_of_a_discovery_has_the_parameters_of_the_first_good_server() {
    let found = with(&[], &json!({}), &json!({}));
    let serialised = serde_json::to_string(&found).unwrap();
    let parameters = serde_json::to_string(&found.authorization_parameters(None).unwrap()).unwrap();
    assert!(serialised.contains(&format!(r#","authorization_parameters":{parameters},"warnings":"#)), "{serialised}");
    assert!(parameters.starts_with(r#"{"issuer":"https://as.example","authorization_endpoint":null,"#), "{parameters}");

    let none = discovery(RESOURCE, &[], &json!({"resource": RESOURCE, "authorization_servers": []}), &json!({}));
    assert!(serde_json::to_value(&none).unwrap()["authorization_parameters"].is_null());
    assert_eq!(none.authorization_parameters(None).unwrap_err().kind(), ErrorKind::NotFound);
    let error = none.authorization_parameters(Some(ISSUER)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().ends_with("it found none"), "{error}");
}

#[test]
fn a_named_server_is_never_replaced_by_another() {
    let (good, bad) = ("https://good.example", "https://bad.example");
    let document = json!({"resource": RESOURCE, "authorization_servers": [bad, good]});
    let servers = json!({bad: {"issuer": "https://evil.example"}, good: {"issuer": good}});
    let found = discovery(RESOURCE, &[], &document, &servers);
    assert_eq!(found.authorization_parameters(None).unwrap().issuer(), good);
    assert_eq!(found.authorization_parameters(Some(bad)).unwrap_err().kind(), ErrorKind::IssuerMismatch);
    for unknown in ["", "https://good.example/", "HTTPS://good.example", "https://evil.example", "good.example"] {
        let error = found.authorization_parameters(Some(unknown)).unwrap_err();
        assert_eq!((error.kind(), error.url()), (ErrorKind::InvalidArgument, Some(unknown)), "{unknown}");
        assert!(error.message().contains("\"https://bad.example\", \"https://good.example\""), "{error}");
    }
}

#[test]
fn a_root_issuer_is_found_as_listed_and_as_its_document_writes_it() {
    let (listed, own) = ("https://as.example/", ISSUER);
    let document = json!({"resource": RESOURCE, "authorization_servers": [listed]});
    let found = discovery(RESOURCE, &[], &document, &json!({listed: {"issuer": own}}));
    for issuer in [None, Some(listed), Some(own)] {
        let parameters = found.authorization_parameters(issuer).unwrap();
        assert_eq!((parameters.issuer(), parameters.verify_issuer(Some(own)).is_ok()), (own, true), "{issuer:?}");
        assert!(parameters.verify_issuer(Some(listed)).is_err());
    }
    assert_eq!(
        found.authorization_parameters(Some("https://as.example//")).unwrap_err().kind(),
        ErrorKind::InvalidArgument
    );
}

#[test]
fn each_scope_is_requested_once() {
    let listed = json!({"scopes_supported": ["d", "d", "", " e  f\t", "e"]});
    for (lines, expected) in [
        (&[][..], &["d", "e", "f"][..]),
        (&["Bearer"], &["d", "e", "f"]),
        (&["Bearer scope"], &["d", "e", "f"]),
        (&["Bearer scope=\" \t \""], &["d", "e", "f"]),
        (&["Bearer scope=\"b  a\t b \""], &["b", "a"]),
        (&["Bearer scope=b"], &["b"]),
        (&["Bearer scope=\"a\", scope=\"b\""], &["a"]),
        (&["Bearer scope=\"\"", "DPoP scope=\"c\""], &["c"]),
        (&["Basic scope=\"admin\""], &["d", "e", "f"]),
        // The challenge that names the document counts, although it has no scope.
        (&["Bearer scope=a", "Bearer resource_metadata=\"https://rs.example/m\""], &["d", "e", "f"]),
    ] {
        assert_eq!(parameters(lines, &listed, &json!({})).scope().unwrap(), expected, "{lines:?}");
    }
    for empty in [json!([]), json!([""]), json!([" ", "\t"])] {
        assert_eq!(parameters(&[], &json!({"scopes_supported": empty}), &json!({})).scope(), None, "{empty}");
    }
    // The server's scopes are not the resource's.
    let server = json!({"scopes_supported": ["offline_access", "admin"]});
    let found = parameters(&[], &json!({}), &server);
    assert_eq!((found.scope(), found.offline_access_supported()), (None, true));
}

#[test]
fn a_step_up_adds_the_scopes_of_the_challenge() {
    let parameters = parameters(&[], &json!({"scopes_supported": ["never"]}), &json!({}));
    for (previous, lines, expected) in [
        (&["a"][..], &[][..], &["a"][..]),
        (&[], &["Bearer scope=\"b a\""], &["b", "a"]),
        (&[], &["Bearer error=\"insufficient_scope\""], &[]),
        (&["a b", "a", "", " c"], &["Bearer scope=\"c  d\td\""], &["a", "b", "c", "d"]),
        (&["a"], &["Basic scope=\"admin\"", "DPoP scope=\"b\""], &["a", "b"]),
        (&["a"], &["Bearer scope=\"b"], &["a"]),
    ] {
        assert_eq!(parameters.scope_after(previous, lines), expected, "{previous:?} {lines:?}");
    }
    assert_eq!(parameters.scope_after(["a"], None), ["a"]);
}

#[test]
fn an_empty_list_of_authentication_methods_means_the_default() {
    for methods in [json!([]), json!(null)] {
        let found = parameters(&[], &json!({}), &json!({"token_endpoint_auth_methods_supported": methods}));
        assert_eq!(found.token_endpoint_auth_methods(), ["client_secret_basic"], "{methods}");
    }
}

#[test]
fn only_true_is_true() {
    let names = ["client_id_metadata_document_supported", "require_pushed_authorization_requests"];
    for value in [json!(false), json!(null)] {
        let server = json!({names[0]: value, names[1]: value, "tls_client_certificate_bound_access_tokens": value});
        let resource =
            json!({"tls_client_certificate_bound_access_tokens": true, "dpop_bound_access_tokens_required": value});
        let found = parameters(&[], &resource, &server);
        assert_eq!(found.client_registration(), [ClientRegistration::Preregistered]);
        assert!(!found.requires_pushed_authorization() && !found.dpop_required() && !found.mtls_supported());
    }
}

#[test]
fn an_issuer_is_compared_without_normalisation() {
    const PROMISED: &str = "authorization_response_iss_parameter_supported";
    for (promised, missing_is_ok) in [(json!(true), false), (json!(false), true), (json!(null), true)] {
        let found = parameters(&[], &json!({}), &json!({PROMISED: promised}));
        assert_eq!(found.sends_authorization_response_iss(), !missing_is_ok);
        found.verify_issuer(Some(ISSUER)).unwrap();
        assert_eq!(found.verify_issuer(None).is_ok(), missing_is_ok, "{promised}");
        for iss in [
            "",
            " https://as.example",
            "https://as.example/",
            "https://as.example:443",
            "https://AS.example",
            "https://as%2Eexample",
            "https%3A%2F%2Fas.example",
            "https://as.example\0",
            "https://as.example\u{301}",
            "https://as.example https://evil.example",
        ] {
            let error = found.verify_issuer(Some(iss)).unwrap_err();
            assert_eq!((error.kind(), error.url()), (ErrorKind::IssuerMismatch, Some(ISSUER)), "{iss}");
        }
    }
    let found = parameters(&[], &json!({}), &json!({PROMISED: true}));
    for iss in [None, Some("https://evil.example/\u{1b}[31m")] {
        let error = found.verify_issuer(iss).unwrap_err();
        assert!(error.message().contains("do not show its error_description"), "{error}");
        assert!(!error.message().contains('\u{1b}') && error.message().contains(ISSUER), "{error}");
        assert_eq!((error.error(), error.error_description()), (None, None));
    }
}

#[test]
fn text_that_was_not_saved_is_refused() {
    let saved = parameters(&[], &json!({}), &json!({})).to_saved();
    for text in ["", "{}", "[]", &saved.replace("preregistered", "guessed"), &saved.replace("false", "0")] {
        let error = AuthorizationParameters::from_saved(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{text}");
    }
}
