//! The vectors of `authorization_parameters` over real sockets: as a scenario of the sandbox, for languages without a plan.

mod common;

use common::{blocking_options, sandbox};
use serde_json::{Value, json};
use telnyx_oauth_sandbox::Scenario;

const TESTDATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata");
const SCENARIO: &str = "scenarios/authorization_parameters.json";
const RESOURCE_METADATA: &str = "/.well-known/oauth-protected-resource";
const SERVER_METADATA: &str = "/.well-known/oauth-authorization-server";

fn read(file: &str) -> Value {
    let text = std::fs::read_to_string(format!("{TESTDATA}/{file}")).unwrap_or("null".to_owned());
    serde_json::from_str(&text).unwrap()
}

/// Moves each host of a case to a path of the sandbox. The issuer that must be a root URL becomes the sandbox's origin.
fn moved(case: &Value) -> Value {
    let id = case["id"].as_str().unwrap();
    let mut text = case.to_string().replace("https://accounts.google.com", "${http}");
    for host in ["rs", "as", "b", "c"] {
        text = text.replace(&format!("https://{host}.example"), &format!("${{http}}/{id}/{host}"));
    }
    serde_json::from_str(&text).unwrap()
}

/// Returns the route of each document. The resource's document is also at the URL that a challenge may name.
fn routes(case: &Value) -> Vec<Value> {
    let path = |url: &str| url.strip_prefix("${http}").unwrap().trim_end_matches('/').to_owned();
    let route = |path: String, document: &Value| json!({"path": path, "answers": [{"json": document}]});
    let resource = path(case["requested"].as_str().unwrap());
    let named = format!("{}{RESOURCE_METADATA}/mcp", resource.strip_suffix("/mcp").unwrap());
    let own = format!("{RESOURCE_METADATA}{resource}");
    let mut routes = vec![route(own, &case["document"]), route(named, &case["document"])];
    for (issuer, document) in case["servers"].as_object().unwrap().iter().filter(|(_, document)| !document.is_null()) {
        routes.push(route(format!("{SERVER_METADATA}{}", path(issuer)), document));
    }
    routes
}

/// Returns the vectors as a scenario of the sandbox and its cases, as JSON text.
fn scenario() -> String {
    let vectors = read("authorization_parameters.json");
    let mut cases: Vec<Value> = vectors["cases"].as_array().unwrap().iter().map(moved).collect();
    let mut routes: Vec<Value> = cases.iter().flat_map(routes).collect();
    routes.sort_by_key(|route| route["path"].to_string());
    routes.dedup();
    for case in &mut cases {
        let case = case.as_object_mut().unwrap();
        case.remove("document");
        case.remove("servers");
    }
    let about = "authorization_parameters.json, for languages whose tests need a server. `scenario` is what the sandbox \
                 answers; ${http} in a case is its origin. The test authorization_parameters_scenario of core writes it.";
    let lines = |values: &[Value]| values.iter().map(|value| format!("   {value}")).collect::<Vec<_>>().join(",\n");
    format!(
        "{{\n \"about\": {},\n \"scenario\": {{\n  \"routes\": [\n{}\n  ]\n }},\n \"cases\": [\n{}\n ]\n}}\n",
        json!(about),
        lines(&routes),
        lines(&cases)
    )
}

/// `UPDATE=1 cargo test -p telnyx-oauth --test authorization_parameters_scenario` writes the file.
#[test]
fn the_scenario_has_all_vectors() {
    let path = format!("{TESTDATA}/{SCENARIO}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, scenario()).unwrap();
    }
    let written: Value = serde_json::from_str(&scenario()).unwrap();
    assert!(read(SCENARIO) == written, "{SCENARIO} is out of date: run this test with UPDATE=1");
}

#[test]
fn discoveries_over_sockets_have_the_parameters_of_the_vectors() {
    let file = read(SCENARIO);
    let sandbox = sandbox();
    sandbox.set_scenario(Scenario::from_json(&file["scenario"].to_string()).unwrap());
    let client = blocking_options(&sandbox).build().unwrap();
    let cases = file["cases"].to_string().replace("${http}", sandbox.http_origin());
    let cases: Value = serde_json::from_str(&cases).unwrap();
    for case in cases.as_array().unwrap() {
        let texts = |name: &str| -> Vec<&str> {
            case[name].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
        };
        let lines = texts("www_authenticate");
        let found = client.discover(case["requested"].as_str().unwrap(), Some(lines.as_slice())).unwrap();
        let found = found.authorization_parameters(case["issuer"].as_str());
        let expected = case["expect"].as_object().unwrap();
        for (name, expected) in expected {
            let member = match (&found, name.as_str()) {
                (Err(error), _) => json!(error.kind()),
                (Ok(found), "scope_after") => json!(found.scope_after(texts("previous"), texts("then"))),
                (Ok(found), "verify_issuer") => {
                    json!(found.verify_issuer(case["iss"].as_str()).err().map(|error| error.kind()))
                }
                (Ok(found), name) => serde_json::to_value(found).unwrap()[name].clone(),
            };
            assert_eq!(member, *expected, "{}: {name}", case["id"]);
        }
    }
}
