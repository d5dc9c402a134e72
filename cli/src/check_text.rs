//! The report of `check` as text.

use crate::discovery_tree;
use crate::rows::{self, Row};
use telnyx_oauth_check::{Finding, Outcome, Profile, Report, Rule, Summary};

/// Returns the requests of a discovery as a tree, the findings, and a summary in one line.
pub(crate) fn of(report: &Report) -> String {
    let mut text = discovery_tree::of_attempts(&report.target, &report.chain).draw();
    for finding in &report.findings {
        text += &format!("\n{} {} {}\n", finding.severity, finding.code, finding.name);
        text += &rows::aligned(&finding_rows(finding, report.profile));
    }
    text + &format!("\n{}\n", summary(report))
}

fn finding_rows(finding: &Finding, profile: Profile) -> Vec<Row> {
    let mut at = vec![finding.at.url.clone()];
    at.extend(finding.at.member.iter().map(|member| format!("member {member}")));
    at.extend(finding.at.header.iter().map(|header| format!("header field {header}")));
    let row = |name: &str, values: Vec<String>| -> Row {
        (format!("  {name}"), values.iter().map(|value| crate::printable::printable(value)).collect())
    };
    let section = Rule::of_code(&finding.code).map(|rule| format!("{}, {}", rule.section, rule.link));
    let mut rows = vec![
        row("where", at),
        row("expected", vec![finding.expected.clone()]),
        row("got", vec![finding.got.clone()]),
        row("fault of", vec![finding.fault.described().to_owned()]),
        row("mend it", vec![finding.help.clone()]),
    ];
    // A profile that changes the severity has a section of its own.
    let section = profile.section(&finding.code).map(str::to_owned).or(section);
    rows.extend(section.map(|section| row("see", vec![section])));
    rows
}

fn summary(report: &Report) -> String {
    let Summary { errors, warnings, infos, .. } = report.summary;
    let count = |number: usize, name: &str| format!("{number} {name}{}", if number == 1 { "" } else { "s" });
    let counts = [count(errors, "error"), count(warnings, "warning"), format!("{infos} info")].join(", ");
    let outcome = match &report.discovery {
        Outcome::Found { issuer: Some(issuer), .. } => format!("a client finds {issuer}"),
        Outcome::Found { issuer: None, .. } => "a client finds no usable authorization server".to_owned(),
        Outcome::Failed { kind, .. } => format!("a client finds nothing ({kind})"),
        _ => String::new(),
    };
    crate::printable::printable(&format!("{counts} under the profile {}: {outcome}", report.profile))
}
