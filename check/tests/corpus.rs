//! Every server of `testdata/check`, over real sockets: the findings that must and must not come.

use std::collections::BTreeSet;
use telnyx_oauth::Client;
use telnyx_oauth::embedding::wait;
use telnyx_oauth_check::{Observation, Plan, Profile, Report, Rule, Severity, examine};
use telnyx_oauth_sandbox::{Sandbox, Scenario};
use testing::servers::{self, Server};

fn codes<'a>(server: &'a Server, member: &str) -> BTreeSet<&'a str> {
    let codes = server.json[member].as_array().unwrap_or_else(|| panic!("{}: {member}", server.name));
    codes.iter().map(|code| code.as_str().unwrap()).collect()
}

fn observe(server: &Server, sandbox: &Sandbox, client: &Client) -> Observation {
    let scenario = Scenario::from_json(&server.scenario);
    sandbox.set_scenario(scenario.unwrap_or_else(|error| panic!("{}: {error}", server.name)));
    let target = format!("{}{}", sandbox.https_origin(), server.resource);
    let profile: Profile = server.json["profile"].as_str().unwrap_or("rfc").parse().unwrap();
    let (client, plan) = (client.clone(), Plan::new(&target, profile, false).unwrap());
    wait(async move { examine(&client, plan).await }).unwrap()
}

#[test]
fn every_server_has_its_findings_and_no_others() {
    let cases = servers::all();
    let sandbox = Sandbox::start().unwrap();
    let client = Client::builder().ca_file(sandbox.ca_file()).proxy("").build().unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let observation = observe(case, &sandbox, &client);
        let report = Report::of(&observation);
        let found: BTreeSet<_> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        let severe = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        let severe: BTreeSet<_> = severe.map(|finding| finding.code.as_str()).collect();
        let (expected, near_misses) = (codes(case, "findings"), codes(case, "near_misses"));
        let missing: Vec<_> = expected.difference(&found).collect();
        let unexpected: BTreeSet<_> = severe.difference(&expected).chain(found.intersection(&near_misses)).collect();
        if !missing.is_empty() || !unexpected.is_empty() {
            let findings = serde_json::to_string_pretty(&report.findings).unwrap();
            wrong.push(format!("{}: {missing:?} did not come, {unexpected:?} came: {findings}", case.name));
        }

        // A recording has the same findings.
        let recorded = Observation::from_json(&observation.to_json().unwrap()).unwrap();
        assert_eq!(Report::of(&recorded).findings, report.findings, "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_server_that_breaks_it_and_one_that_just_keeps_it() {
    let cases = servers::all();
    for rule in Rule::all() {
        for member in ["findings", "near_misses"] {
            assert!(cases.iter().any(|case| codes(case, member).contains(rule.code)), "{}: {member}", rule.code);
        }
    }
    for case in &cases {
        for code in codes(case, "findings").union(&codes(case, "near_misses")) {
            assert!(Rule::of_code(code).is_some(), "{}: {code} is not a rule", case.name);
        }
    }
}
