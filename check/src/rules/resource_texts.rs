//! R: the texts and pages for people in the resource's document.

use super::resource::relevant;
use crate::facts::{Document, Facts};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::quoted;
use url::Url;

/// The members with the URL of a page for people.
const PAGES: &[&str] =
    &["resource_documentation", "resource_policy_uri", "resource_tos_uri", "logo_uri", "organization_uri"];

/// The members that may have a language tag.
const LOCALIZED: &[&str] = &["resource_name", "resource_documentation", "resource_policy_uri", "resource_tos_uri"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "R15",
        name: "language-tag-malformed",
        severity: Severity::Warning,
        section: "RFC 9728 section 2.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2.1",
        fault: Fault::Resource,
        summary: "The text after # in the name of a member must be a BCP 47 language tag.",
        explanation: "A client looks for the tag of its user's language and does not find another spelling.",
        help: "Join the subtags with hyphens, such as fr-CA.",
        example: "{\"resource_name#fr_CA\": \"Exemple\"}\n",
        near_miss: "{\"resource_name#fr-CA\": \"Exemple\"}\n",
        check: language_tags,
    },
    Rule {
        code: "R16",
        name: "page-no-url",
        severity: Severity::Warning,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The members with a page for people must be absolute https or http URLs.",
        explanation: "A client shows these URLs as links. A relative URL leads nowhere, and another scheme, such as \
                      javascript, is dangerous.",
        help: "Write the absolute URL of the page.",
        example: "{\"resource_documentation\": \"/docs\"}\n",
        near_miss: "{\"resource_documentation\": \"https://api.example/docs\"}\n",
        check: pages,
    },
];

/// The members of a document that have one of these names, with or without a language tag: name, tag and value.
fn named<'d>(
    document: &'d Document<'_>,
    names: &'d [&str],
) -> impl Iterator<Item = (&'d str, Option<&'d str>, &'d Value)> {
    let members = document.json.as_ref().and_then(Value::as_object).into_iter().flatten();
    members.filter_map(move |(name, value)| {
        let (base, tag) = name.split_once('#').map_or((name.as_str(), None), |(base, tag)| (base, Some(tag)));
        names.contains(&base).then_some((name.as_str(), tag, value))
    })
}

fn language_tags(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let found = |(name, tag, _): (&str, Option<&str>, &Value)| {
            let tag = tag.filter(|tag| !is_language_tag(tag))?;
            let expected = "a language tag, such as fr-CA";
            Some(Found::new(Location::member(document.url(), name), expected, quoted(tag)))
        };
        named(document, LOCALIZED).filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

/// True if a tag is built like one of [RFC 5646 section 2.1](https://www.rfc-editor.org/rfc/rfc5646#section-2.1): subtags of
/// 1 to 8 letters and digits, of which the first has 2 letters or more, or is `x` or `i`.
fn is_language_tag(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or_default();
    let is_alone = first.len() == tag.len();
    let starts = first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (first.len() >= 2 || (!is_alone && matches!(first, "x" | "X" | "i" | "I")));
    let is_subtag =
        |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    starts && tag.split('-').all(is_subtag)
}

fn pages(facts: &Facts<'_>) -> Vec<Found> {
    let is_page = |text: &str| Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "https" | "http"));
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let found = |(name, _, value): (&str, Option<&str>, &Value)| {
            let text = value.as_str().filter(|text| !is_page(text))?;
            Some(Found::new(Location::member(document.url(), name), "an absolute https or http URL", quoted(text)))
        };
        named(document, PAGES).filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

#[cfg(test)]
mod tests {
    use super::is_language_tag;

    #[test]
    fn only_tags_of_the_form_of_rfc_5646_are_language_tags() {
        for tag in ["fr", "fr-CA", "zh-Hant-TW", "de-1996", "es-419", "x-private", "i-klingon", "en-x-a", "ast"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["", "f", "fr_CA", "fr-", "-fr", "french-languages", "12", "fr CA", "x", "fr--CA"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }
}
