//! The verdicts about some servers of `testdata/check`. `make test-verdicts` compares all verdicts with the clients.

use telnyx_oauth::Client;
use telnyx_oauth::embedding::wait;
use telnyx_oauth_check::{End, Plan, Profile, Report, Verdict, examine};
use telnyx_oauth_sandbox::{Sandbox, Scenario};

/// The ends by server and client: the issuer without the origin, a guess of its endpoints, or the reason of a client that
/// stops. The TypeScript SDKs and rmcp have two ends: with a challenge, and cold.
const EXPECTED: &[(&str, [&str; 8])] = &[
    // TypeScript 1, TypeScript 2, Python, rmcp, Go
    ("good", ["/as", "/as", "/as", "/as", "/as", "/as", "/as", "/as"]),
    ("resource-with-parent-path", ["/as", "/as", "/as", "/as", "/as", "/as", "/as", "guess at "]),
    (
        "resource-with-other-host",
        ["Resource", "Resource", "Resource", "Resource", "Resource", "Resource", "Resource", "guess at "],
    ),
    (
        "metadata-nowhere",
        ["guess at /", "guess at /", "guess at /", "guess at /", "guess at ", "guess at /", "guess at /", "guess at "],
    ),
    ("metadata-as-text", ["/as", "/as", "/as", "/as", "/as", "/as", "/as", "guess at "]),
    (
        "server-metadata-nowhere",
        [
            "guess at /as",
            "guess at /as",
            "guess at /as",
            "guess at /as",
            "guess at /as",
            "NoServer",
            "NoServer",
            "guess at /as",
        ],
    ),
    ("issuer-with-trailing-slash", ["/as", "/as", "Issuer", "Issuer", "Issuer", "Issuer", "Issuer", "/as/"]),
];

#[test]
fn each_client_has_its_own_end() {
    let sandbox = Sandbox::start().unwrap();
    let client = Client::builder().ca_file(sandbox.ca_file()).proxy("").allow_http(true).build().unwrap();
    for (name, expected) in EXPECTED {
        let servers = testing::servers::all();
        let server = servers.iter().find(|server| server.name == *name).unwrap();
        sandbox.set_scenario(Scenario::from_json(&server.scenario).unwrap());
        let target = format!("{}{}", sandbox.https_origin(), server.resource);
        let (client, plan) = (client.clone(), Plan::new(&target, Profile::MCP, true).unwrap());
        let observation = wait(async move { examine(&client, plan).await }).unwrap();
        let verdicts = Report::of(&observation).verdicts;
        let ends: Vec<_> = verdicts.iter().map(|verdict| text(verdict).replace(sandbox.https_origin(), "")).collect();
        assert_eq!(ends, *expected, "{name}");
    }
}

fn text(verdict: &Verdict) -> String {
    match &verdict.end {
        End::Found { issuer, via, .. } if via.server_metadata.is_none() => format!("guess at {issuer}"),
        End::Found { issuer, .. } => issuer.clone(),
        End::Stopped { reason, .. } => format!("{reason:?}"),
        other => format!("{other:?}"),
    }
}
