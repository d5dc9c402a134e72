//! Every server of `testdata/check`, over real sockets: the findings that must and must not come.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use telnyx_oauth::Client;
use telnyx_oauth::embedding::wait;
use telnyx_oauth_check::{Observation, Plan, Profile, Report, Rule, Severity, examine};
use telnyx_oauth_sandbox::{Sandbox, Scenario};

/// A file of the corpus.
struct Case {
    name: String,
    json: Value,
}

impl Case {
    fn all() -> Vec<Case> {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testdata/check");
        let mut files: Vec<_> = directory.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let read = |path: std::path::PathBuf| {
            let json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap());
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            Case { json: json.unwrap_or_else(|error| panic!("{name}: {error}")), name }
        };
        files.into_iter().map(read).collect()
    }

    fn codes(&self, member: &str) -> BTreeSet<&str> {
        let codes = self.json[member].as_array().unwrap_or_else(|| panic!("{}: {member}", self.name));
        codes.iter().map(|code| code.as_str().unwrap()).collect()
    }

    /// The routes of the case, and those of the good server that they do not replace. `${padding}` stands for a text of
    /// the length that the member `padding` gives.
    fn scenario(&self, good: &Case) -> Scenario {
        let key = |route: &Value| (route["path"].clone(), route["host"].clone(), route["method"].clone());
        let mut routes = self.json["scenario"]["routes"].as_array().unwrap().clone();
        let own: Vec<_> = routes.iter().map(key).collect();
        let of_good = good.json["scenario"]["routes"].as_array().unwrap().iter();
        routes.extend(of_good.filter(|route| !own.contains(&key(route))).cloned());
        let padding = "x".repeat(self.json["padding"].as_u64().unwrap_or(0).try_into().unwrap());
        Scenario::from_json(&serde_json::json!({ "routes": routes }).to_string().replace("${padding}", &padding))
            .unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    fn examine(&self, good: &Case, sandbox: &Sandbox, client: &Client) -> Observation {
        sandbox.set_scenario(self.scenario(good));
        let resource = self.json["resource"].as_str().or(good.json["resource"].as_str()).unwrap();
        let target = format!("{}{resource}", sandbox.https_origin());
        let profile: Profile = self.json["profile"].as_str().unwrap_or("rfc").parse().unwrap();
        let (client, plan) = (client.clone(), Plan::new(&target, profile, false).unwrap());
        wait(async move { examine(&client, plan).await }).unwrap()
    }
}

#[test]
fn every_server_has_its_findings_and_no_others() {
    let cases = Case::all();
    let good = cases.iter().find(|case| case.name == "good").unwrap();
    let sandbox = Sandbox::start().unwrap();
    let client = Client::builder().ca_file(sandbox.ca_file()).proxy("").build().unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let observation = case.examine(good, &sandbox, &client);
        let report = Report::of(&observation);
        let found: BTreeSet<_> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        let severe = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        let severe: BTreeSet<_> = severe.map(|finding| finding.code.as_str()).collect();
        let (expected, near_misses) = (case.codes("findings"), case.codes("near_misses"));
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
    let cases = Case::all();
    for rule in Rule::all() {
        for member in ["findings", "near_misses"] {
            assert!(cases.iter().any(|case| case.codes(member).contains(rule.code)), "{}: {member}", rule.code);
        }
    }
    for case in &cases {
        for code in case.codes("findings").union(&case.codes("near_misses")) {
            assert!(Rule::of_code(code).is_some(), "{}: {code} is not a rule", case.name);
        }
    }
}
