//! The rules: one file a family, one value a rule.

mod challenge;
mod challenge_context;
mod challenge_parameters;
mod difference;
mod http;
mod mcp;
mod resource;
mod resource_agreement;
mod resource_json;
mod resource_members;
mod resource_servers;
mod resource_signed;
mod resource_texts;
mod server;
mod server_capabilities;
mod server_claims;
mod server_consistency;
mod server_keys;
mod server_members;
mod server_methods;
mod shown;

use crate::rule::Rule;

/// All rules, by family.
pub(crate) const FAMILIES: &[&[Rule]] = &[
    challenge::RULES,
    challenge_parameters::RULES,
    challenge_context::RULES,
    resource::RULES,
    resource_servers::RULES,
    resource_members::RULES,
    resource_signed::RULES,
    resource_texts::RULES,
    resource_json::RULES,
    resource_agreement::RULES,
    server::RULES,
    server_members::RULES,
    server_capabilities::RULES,
    server_methods::RULES,
    server_consistency::RULES,
    server_keys::RULES,
    server_claims::RULES,
    http::RULES,
    mcp::RULES,
];

/// The codes that are reserved for rules that do not exist yet. A rule's code moves out of this list when the rule is added.
pub const PLANNED: &[&str] = &[
    "H11", "H14", //
    "M02",
];

impl Rule {
    /// All rules, ordered by family and code.
    pub fn all() -> impl Iterator<Item = &'static Rule> {
        FAMILIES.iter().copied().flatten()
    }

    /// The rule of this code, in upper or lower case.
    pub fn of_code(code: &str) -> Option<&'static Rule> {
        Rule::all().find(|rule| rule.code.eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The number of codes of each family.
    const CODES: &[(char, usize)] = &[('C', 14), ('R', 20), ('S', 19), ('H', 16), ('M', 8)];

    #[test]
    fn every_code_is_a_rule_or_planned_and_never_both() {
        let rules: Vec<_> = Rule::all().map(|rule| rule.code).collect();
        assert!(rules.is_sorted_by_key(|code| CODES.iter().position(|(family, _)| code.starts_with(*family))));
        let all: Vec<_> = rules.iter().chain(PLANNED).map(|code| (*code).to_owned()).collect();
        let expected = CODES.iter().flat_map(|(family, last)| (1..=*last).map(move |n| format!("{family}{n:02}")));
        let expected: BTreeSet<_> = expected.collect();
        assert_eq!(all.len(), expected.len());
        assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn every_rule_is_complete() {
        for rule in Rule::all() {
            let name = rule.name;
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{name}");
            assert!(rule.link.starts_with("https://"), "{name}");
            let texts = [rule.section, rule.summary, rule.explanation, rule.help, rule.example, rule.near_miss];
            assert!(texts.iter().all(|text| !text.trim().is_empty()), "{name}");
            assert_ne!(rule.example, rule.near_miss, "{name}");
        }
        let names: BTreeSet<_> = Rule::all().map(|rule| rule.name).collect();
        assert_eq!(names.len(), Rule::all().count());
    }
}
