//! C: the answer that a challenge comes in, and the document that it names.

use super::challenge::at;
use super::resource::got;
use crate::facts::{ChallengeSeen, Document, Facts, Place, ResourceAnswer};
use crate::finding::{Fault, Found, Location};
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use std::collections::BTreeSet;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::quoted;
use url::Url;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "C06",
        name: "challenge-on-other-status",
        severity: Severity::Warning,
        section: "RFC 9110 section 15.5.2",
        link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
        fault: Fault::Resource,
        summary: "A request without credentials must be challenged with the status 401.",
        explanation: "Most clients read a challenge only from a 401 answer, and some also from 403. They ignore it on a \
                      redirect to a login page, or on 200.",
        help: "Answer 401. Switch redirects to a login page off for the paths of the API.",
        example: "HTTP/1.1 302 Found\nLocation: /login\nWWW-Authenticate: Bearer realm=\"api\"\n",
        near_miss: "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=\"api\"\n",
        check: challenge_on_other_status,
    },
    Rule {
        code: "C07",
        name: "metadata-on-other-host",
        severity: Severity::Info,
        section: "RFC 9728 section 5.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-5.1",
        fault: Fault::Resource,
        summary: "The challenge should name a document on the host of the resource.",
        explanation: "The specification allows another host, but some clients accept only the resource's own.",
        help: "Publish the metadata at the well-known URL of the resource, and name that URL. If the host is an internal \
               name, tell the server its public URL.",
        example: "WWW-Authenticate: Bearer resource_metadata=\"https://other.example/metadata\"\n",
        near_miss: "WWW-Authenticate: Bearer resource_metadata=\"https://api.example/metadata\"\n",
        check: metadata_on_other_host,
    },
    Rule {
        code: "C08",
        name: "two-different-documents",
        severity: Severity::Warning,
        section: "RFC 9728 section 3.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-3.1",
        fault: Fault::Resource,
        summary: "The document that the challenge names and the one at the well-known URL should be the same.",
        explanation: "A client uses one of the two. Clients then find different authorization servers, depending on whether \
                      they read the challenge.",
        help: "Publish one document, and name its well-known URL in the challenge.",
        example: "the challenge names /metadata, whose authorization_servers differs from the well-known document's\n",
        near_miss: "both URLs have the same members\n",
        check: two_different_documents,
    },
    Rule {
        code: "C09",
        name: "methods-challenged-differently",
        severity: Severity::Warning,
        section: "RFC 9728 section 5.1",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-5.1",
        fault: Fault::Resource,
        summary: "GET and POST should have the same challenge.",
        explanation: "Some clients ask with GET and others with POST. They find different documents, or none. An answer 405 to \
                      GET is right for a server that has no GET.",
        help: "Apply the same authentication to all methods of the resource.",
        example: "GET answers 200, and POST answers 401 with a challenge\n",
        near_miss: "GET answers 405, and POST answers 401 with a challenge\n",
        check: methods_challenged_differently,
    },
    Rule {
        code: "C13",
        name: "no-bearer-challenge",
        severity: Severity::Warning,
        section: "RFC 6750 section 3",
        link: "https://www.rfc-editor.org/rfc/rfc6750#section-3",
        fault: Fault::Resource,
        summary: "A resource that accepts OAuth tokens should challenge with the scheme Bearer or DPoP.",
        explanation: "A client chooses a scheme that it knows. With Basic or another scheme alone, it asks the user for a \
                      password, or gives up.",
        help: "Add a challenge with the scheme Bearer, or DPoP if tokens are bound to a key.",
        example: "WWW-Authenticate: Basic realm=\"api\"\n",
        near_miss: "WWW-Authenticate: Basic realm=\"api\", Bearer resource_metadata=\"https://api.example/metadata\"\n",
        check: no_bearer_challenge,
    },
    Rule {
        code: "C14",
        name: "challenge-names-no-metadata",
        severity: Severity::Error,
        section: "RFC 9728 section 5.2",
        link: "https://www.rfc-editor.org/rfc/rfc9728#section-5.2",
        fault: Fault::Resource,
        summary: "The URL in resource_metadata must answer with the metadata of the resource.",
        explanation: "The URL of the challenge is authoritative. If it has no metadata, a client stops, even if the well-known \
                      URL has it.",
        help: "Name the URL of the resource's own metadata: not the authorization server, its metadata, or a home page.",
        example: "resource_metadata=\"https://as.example/.well-known/oauth-authorization-server\"\n",
        near_miss: "resource_metadata=\"https://api.example/.well-known/oauth-protected-resource\"\n",
        check: challenge_names_no_metadata,
    },
];

fn challenge_on_other_status(facts: &Facts<'_>) -> Vec<Found> {
    let is_other =
        |answer: &&ResourceAnswer<'_>| !answer.challenges.is_empty() && !matches!(answer.answer.status, 401 | 403);
    let found = |answer: &ResourceAnswer<'_>| {
        let got = format!("{} answered {} with a challenge", answer.exchange.method, answer.answer.status);
        Found::new(at(answer), "status 401", got)
    };
    facts.resource.iter().filter(is_other).map(found).collect()
}

fn metadata_on_other_host(facts: &Facts<'_>) -> Vec<Found> {
    let Ok(target) = Url::parse(facts.target()) else { return Vec::new() };
    let found = |(answer, seen): (&ResourceAnswer<'_>, &ChallengeSeen)| {
        let url = Url::parse(seen.url.as_deref()?).ok().filter(|url| url.host() != target.host())?;
        let expected = format!("a URL on the host {}", quoted(target.host_str().unwrap_or_default()));
        Some(Found::new(at(answer), expected, quoted(url.as_str())))
    };
    facts.challenges().filter_map(found).collect()
}

fn two_different_documents(facts: &Facts<'_>) -> Vec<Found> {
    let Some(own) = facts.document_at(Place::Path) else { return Vec::new() };
    let is_challenged = |document: &&Document<'_>| document.places.contains(&Place::Challenge);
    let challenged = facts.documents.iter().filter(is_challenged).filter(|document| !document.is_of_a_server());
    let found = |document: &Document<'_>| {
        let own_members = own.json.as_ref()?.as_object()?;
        let members = document.json.as_ref()?.as_object()?;
        let names: BTreeSet<_> = own_members.keys().chain(members.keys()).collect();
        let differing: Vec<_> = names.into_iter().filter(|name| own_members.get(*name) != members.get(*name)).collect();
        if differing.is_empty() {
            return None;
        }
        let names: Vec<_> = differing.iter().take(8).map(|name| quoted(name)).collect();
        let expected = format!("the members of {}", quoted(own.url()));
        Some(Found::new(Location::url(document.url()), expected, format!("other values of {}", names.join(", "))))
    };
    challenged.filter_map(found).collect()
}

fn methods_challenged_differently(facts: &Facts<'_>) -> Vec<Found> {
    let with_role =
        |is_get: bool| facts.resource.iter().filter(move |answer| (answer.exchange.role == Role::Resource) == is_get);
    let Some(get) = with_role(true).next() else { return Vec::new() };
    // The last POST is the one of the revision that the server speaks.
    let Some(post) = with_role(false).next_back() else { return Vec::new() };
    // M01 is about a POST without a challenge. A server without GET answers 405, or another error.
    let has_no_get = get.challenges.is_empty() && !matches!(get.answer.status, 200..=299 | 401 | 403);
    if post.challenges.is_empty() || has_no_get {
        return Vec::new();
    }
    let shown = |answer: &ResourceAnswer<'_>| {
        let lines: Vec<_> = answer.answer.lines(super::challenge::FIELD).map(quoted).collect();
        match lines.is_empty() {
            true => format!("{} answered {} without a challenge", answer.exchange.method, answer.answer.status),
            false => format!("{} has {}", answer.exchange.method, lines.join(", ")),
        }
    };
    let challenges = |answer: &ResourceAnswer<'_>| -> Vec<_> {
        answer.challenges.iter().map(|seen| seen.challenge.clone()).collect()
    };
    if challenges(get) == challenges(post) {
        return Vec::new();
    }
    vec![Found::new(at(get), shown(post), shown(get))]
}

fn no_bearer_challenge(facts: &Facts<'_>) -> Vec<Found> {
    let has_none = |answer: &&ResourceAnswer<'_>| {
        let is_oauth = |seen: &ChallengeSeen| matches!(seen.challenge.scheme.as_str(), "bearer" | "dpop");
        !answer.challenges.is_empty() && !answer.challenges.iter().any(is_oauth)
    };
    let found = |answer: &ResourceAnswer<'_>| {
        let schemes: Vec<_> = answer.challenges.iter().map(|seen| quoted(&seen.challenge.scheme)).collect();
        Found::new(at(answer), "the scheme Bearer or DPoP", schemes.join(", "))
    };
    facts.resource.iter().filter(has_none).map(found).collect()
}

fn challenge_names_no_metadata(facts: &Facts<'_>) -> Vec<Found> {
    let challenged = facts.documents.iter().filter(|document| document.places.contains(&Place::Challenge));
    let found = |document: &Document<'_>| {
        let error = document.judged.as_ref().err()?;
        let got = if document.is_of_a_server() {
            "the metadata of an authorization server".to_owned()
        } else if document.json.is_none() && !document.places.contains(&Place::Path) {
            // At the well-known URL of the resource, the absence is R01's.
            let is_page = error.kind() == ErrorKind::ContentType;
            if is_page { "a page, or another answer that is not JSON".to_owned() } else { got(document) }
        } else {
            return None;
        };
        Some(Found::new(Location::url(document.url()), "the metadata of the resource, with status 200", got))
    };
    challenged.filter_map(found).collect()
}
