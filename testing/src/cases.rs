//! The cases of `testdata/cases`. Each case has the responses of a real server, calls to the server, and the expected
//! results.

use serde_json::Value;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use telnyx_oauth_sandbox::{Sandbox, Scenario};

/// The port in the files. The sandbox's port replaces it.
const PORT: &str = ":9443";

/// A call of a case.
pub struct Call<'a> {
    /// `discover` or `fetch`.
    pub name: &'a str,
    /// The resource.
    pub url: &'a str,
    /// The host names to pin to the sandbox.
    pub hosts: &'a BTreeSet<String>,
    /// The sandbox's HTTPS address.
    pub address: SocketAddr,
    /// The certificate authority to trust.
    pub ca_file: &'a Path,
}

/// Makes each call of each case with `make`, and checks the JSON of the result or of the error.
///
/// # Panics
/// If a result differs from the expected result.
pub fn check_all(make: impl Fn(&Call<'_>) -> Result<Value, Value>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../testdata/cases");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 12, "{files:?}");
    for file in files {
        let sandbox = Sandbox::start().unwrap();
        let address = sandbox.https_addr();
        let text = std::fs::read_to_string(&file).unwrap().replace(PORT, &format!(":{}", address.port()));
        let case: Value = serde_json::from_str(&text).unwrap();
        sandbox.set_scenario(Scenario::from_json(&case["scenario"].to_string()).unwrap());
        let routes = case["scenario"]["routes"].as_array().unwrap();
        let hosts = routes.iter().map(|route| route["host"].as_str().unwrap().to_owned()).collect();
        for command in case["commands"].as_array().unwrap() {
            let line = command["command"].as_str().unwrap();
            let (name, url) = line.split_once(' ').unwrap();
            let found = make(&Call { name, url, hosts: &hosts, address, ca_file: sandbox.ca_file() });
            check(&format!("{} {line}", file.file_name().unwrap().display()), &found, &command["expect"]);
        }
    }
}

fn check(case: &str, found: &Result<Value, Value>, expected: &Value) {
    let (Ok(json) | Err(json)) = found;
    assert_eq!(found.is_err(), !expected["error"].is_null(), "{case}: {json}");
    for (name, wanted) in expected.as_object().unwrap() {
        match name.as_str() {
            "error" => assert_eq!(&json["kind"], wanted, "{case}: {json}"),
            "message" => assert_contains(case, &json["message"], wanted),
            "resource_metadata_url" => assert_eq!(&json["resource_metadata_url"], wanted, "{case}: {json}"),
            "server" => {
                let server = &json["authorization_servers"][0];
                let kind = server["error"].get("kind").unwrap_or(&Value::Null);
                assert_eq!(kind, &wanted["error"], "{case}: {server}");
                assert_eq!(server["metadata_url"], wanted["metadata_url"], "{case}: {server}");
                assert_contains(case, &server["error"]["message"], &wanted["message"]);
            }
            "warnings" => {
                for warning in wanted.as_array().unwrap() {
                    let mut same = json["warnings"].as_array().unwrap().iter();
                    let same = same.find(|found| found["kind"] == warning["kind"]);
                    assert_contains(
                        case,
                        &same.unwrap_or_else(|| panic!("{case}: {json}"))["message"],
                        &warning["contains"],
                    );
                }
            }
            // The number of requests for each URL.
            "asked" => {
                for (url, times) in wanted.as_object().unwrap() {
                    let asked = json["attempts"].as_array().unwrap().iter().filter(|attempt| attempt["url"] == **url);
                    assert_eq!(asked.count() as u64, times.as_u64().unwrap(), "{case}: {json}");
                }
            }
            // A word in the reason of each URL's attempt.
            "reasons" => {
                for (url, word) in wanted.as_object().unwrap() {
                    let asked = json["attempts"].as_array().unwrap().iter().find(|attempt| attempt["url"] == **url);
                    let reason = asked.unwrap()["reason"].as_str().unwrap();
                    assert!(reason.contains(word.as_str().unwrap()), "{case}: {reason}");
                }
            }
            other => panic!("{case}: unknown key {other}"),
        }
    }
}

/// Asserts that a message contains these words.
fn assert_contains(case: &str, message: &Value, words: &Value) {
    // Messages escape quotation marks.
    let message = message.as_str().unwrap_or_default().replace('\\', "");
    for word in words.as_array().into_iter().flatten() {
        assert!(message.contains(word.as_str().unwrap()), "{case}: expected {word} in {message}");
    }
}
