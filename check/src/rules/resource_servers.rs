//! R: the authorization servers that the resource's document lists.

use super::resource::relevant;
use crate::facts::{Document, Facts};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::authorization_server_metadata_urls;
use telnyx_oauth::embedding::quoted;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "R07",
        name: "authorization-server-no-issuer",
        severity: Severity::Error,
        section: "RFC 8414 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2",
        fault: Fault::Resource,
        summary: "Each entry of authorization_servers must be an issuer: an https URL without a query and a fragment.",
        explanation: "A client builds the URLs of the authorization server's metadata from the issuer. It cannot do so from \
                      another value, such as a host name or the URL of the metadata.",
        help: "Write the issuer exactly as the metadata of the authorization server has it.",
        example: "{\"authorization_servers\": [\"as.example\"]}\n",
        near_miss: "{\"authorization_servers\": [\"https://as.example\"]}\n",
        check: no_issuer,
    },
    Rule {
        code: "R08",
        name: "authorization-server-repeated",
        severity: Severity::Warning,
        section: "RFC 9728 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-2",
        fault: Fault::Resource,
        summary: "The metadata should list each authorization server once.",
        explanation: "A client takes two spellings of an issuer for two authorization servers. The metadata of the server has \
                      one of them, so the client must refuse the other (RFC 8414 section 3.3).",
        help: "Keep the entry that is identical to the issuer in the metadata of the authorization server.",
        example: "{\"authorization_servers\": [\"https://as.example/t\", \"https://as.example/t/\"]}\n",
        near_miss: "{\"authorization_servers\": [\"https://as.example/t\", \"https://as.example/u\"]}\n",
        check: repeated,
    },
];

fn no_issuer(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let entries: Vec<_> = document.strings("authorization_servers").collect();
        let has_issuer = entries.iter().any(|(_, entry)| fault_of_issuer(facts, entry).is_none());
        let found = |(index, entry): &(usize, &str)| {
            let at = Location::member(document.url(), &format!("authorization_servers[{index}]"));
            let got = format!("{}: {}", quoted(entry), fault_of_issuer(facts, entry)?);
            let found = Found::new(at, "an https URL without a query and a fragment", got);
            // A client can go on with another entry, unless it refuses the whole document.
            Some(if has_issuer && document.judged.is_ok() { found.at_most(Severity::Warning) } else { found })
        };
        entries.iter().filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}

/// The reason why an entry is not an issuer. Core decides for all but the scheme, which may be http if the resource is http.
fn fault_of_issuer(facts: &Facts<'_>, entry: &str) -> Option<String> {
    let is_http = |text: &str| text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
    if entry.contains(['{', '}']) {
        return Some("it is a template, not a URL".to_owned());
    }
    match entry.get(5..).filter(|_| is_http(entry)) {
        Some(_) if !is_http(facts.target()) => Some("it is not https".to_owned()),
        rest => {
            let https = rest.map(|rest| format!("https:{rest}"));
            let refused = authorization_server_metadata_urls(https.as_deref().unwrap_or(entry)).err()?;
            Some(refused.message().to_owned())
        }
    }
}

fn repeated(facts: &Facts<'_>) -> Vec<Found> {
    let of_document = |document: &Document<'_>| -> Vec<Found> {
        let entries: Vec<_> = document.strings("authorization_servers").collect();
        let found = |(position, (index, entry)): (usize, &(usize, &str))| {
            let bare = entry.trim_end_matches('/');
            let (first, earlier) = entries.iter().take(position).find(|(_, it)| it.trim_end_matches('/') == bare)?;
            let at = Location::member(document.url(), &format!("authorization_servers[{index}]"));
            let same = earlier == entry;
            let what = if same { "the same as" } else { "differs only by a slash from" };
            let got = format!("{}, {what} authorization_servers[{first}]", quoted(entry));
            let found = Found::new(at, "each authorization server once", got);
            Some(if same { found.at_most(Severity::Info) } else { found })
        };
        entries.iter().enumerate().filter_map(found).collect()
    };
    relevant(facts).flat_map(of_document).collect()
}
