//! A discovery for a person: each step with what was asked, what came, and why it was taken or left.

use crate::failure::{Failure, described};
use crate::printable::printable;
use crate::rows::{self, Row};
use crate::tree::Tree;
use telnyx_oauth::{
    Attempt, AuthorizationServer, AuthorizationServerMetadata, Discovery, ErrorKind, Outcome, Purpose, ResourceMetadata,
};

/// What a client needs of a server first; `well-known` and JSON have the rest.
const OF_A_SERVER: &[&str] = &["authorization_endpoint", "token_endpoint", "registration_endpoint", "scopes_supported"];

/// The whole chain. `given`: the caller had the challenge.
pub(crate) fn of(found: &Discovery, given: bool) -> Result<Tree, Failure> {
    let mut tree = Tree::new(found.resource());
    tree.branch(challenge(found, given));
    tree.branch(resource_metadata(found)?);
    for server in found.authorization_servers() {
        tree.branch(authorization_server(server)?);
    }
    if !found.warnings().is_empty() {
        let mut warnings = Tree::new("warnings");
        for warning in found.warnings() {
            warnings.leaf(described(warning.kind, &warning.message, warning.url.as_deref()));
        }
        tree.branch(warnings);
    }
    Ok(tree)
}

/// The attempts of a discovery that failed; the error says why.
pub(crate) fn of_failed(resource: &str, attempts: &[Attempt]) -> Tree {
    let mut tree = Tree::new(resource);
    for (purpose, name) in [
        (Purpose::Probe, "challenge"),
        (Purpose::ResourceMetadata, "resource metadata"),
        (Purpose::AuthorizationServerMetadata, "authorization servers"),
    ] {
        let asked = for_purpose(attempts, purpose);
        if asked.is_empty() {
            continue;
        }
        let mut branch = Tree::new(name);
        let (own, other) = places(&asked);
        let last = asked.iter().rfind(|attempt| attempt.url == own).map(|attempt| attempt.outcome);
        // Where there is a document, or may be one, only a challenge is a reason to ask elsewhere.
        let challenged = purpose == Purpose::ResourceMetadata && other.is_some() && last != Some(Outcome::Absent);
        for (place, attempt) in asked.iter().enumerate() {
            branch.leaf(match (purpose, attempt.outcome) {
                _ if challenged && attempt.url == own => judged(attempt, &beside_the_challenge(attempt)),
                (Purpose::Probe, Outcome::Ok) => answered(attempt),
                (_, Outcome::Ok) => judged(attempt, "good"),
                _ => judged(attempt, &reason(attempt, &asked[place + 1..])),
            });
        }
        tree.branch(branch);
    }
    tree
}

fn challenge(found: &Discovery, given: bool) -> Tree {
    let mut branch = Tree::new("challenge");
    let fate = match found.challenge() {
        Some(_) => "taken: it names the document's place",
        None => "left: it names no usable place, so the well-known URLs count",
    };
    if given {
        branch.leaf(format!("given with --www-authenticate  {fate}"));
    }
    for attempt in for_purpose(found.attempts(), Purpose::Probe) {
        branch.leaf(match attempt.outcome {
            Outcome::Ok => judged(attempt, fate),
            failed => judged(attempt, &format!("failed: {failed}; gone on without it")),
        });
    }
    if let Some(challenge) = found.challenge() {
        let row = |name: &str, value: &str| -> Row { (printable(name), vec![printable(value)]) };
        let mut rows = vec![row("scheme", &challenge.scheme)];
        let first = |name: &str| matches!(name, "resource_metadata" | "scope");
        let (known, others): (Vec<_>, Vec<_>) = challenge.params.iter().partition(|(name, _)| first(name));
        rows.extend(known.into_iter().chain(others).map(|(name, value)| row(name, value)));
        branch.rows(&rows);
    }
    branch
}

fn resource_metadata(found: &Discovery) -> Result<Tree, Failure> {
    let asked = for_purpose(found.attempts(), Purpose::ResourceMetadata);
    let (own, other) = places(&asked);
    // It is asked for after the resource's own URL, unless it is the same.
    let named = found.challenge().map(|_| other.unwrap_or(own));
    let mut branch = Tree::new("resource metadata");
    let mut taken_at = own;
    for (place, attempt) in asked.iter().enumerate() {
        let url = attempt.url.as_str();
        if named.is_some_and(|named| named != url) {
            branch.leaf(judged(attempt, &beside_the_challenge(attempt)));
        } else if attempt.outcome == Outcome::Ok {
            taken_at = url;
            let why = match named {
                Some(_) => "taken: the challenge names this place",
                None if url == own => "taken: the resource's own well-known URL",
                None => "taken: the origin's well-known URL",
            };
            branch.leaf(judged(attempt, why));
        } else {
            branch.leaf(judged(attempt, &reason(attempt, &asked[place + 1..])));
        }
    }
    let document = found.resource_metadata();
    let mut rows = rows::members(document, ResourceMetadata::MEMBERS, document.signature_status())?;
    rows.extend(redirected(taken_at, document.url()));
    branch.rows(&rows);
    Ok(branch)
}

fn authorization_server(server: &AuthorizationServer) -> Result<Tree, Failure> {
    let mut branch = Tree::new(format!("authorization server {}", server.issuer()));
    let asked: Vec<&Attempt> = server.attempts().iter().collect();
    // The search ends with a good answer. Servers whose URLs are the same share the attempts, but not what they come to.
    let taken = server.metadata().and(asked.len().checked_sub(1));
    for (place, attempt) in asked.iter().enumerate() {
        branch.leaf(match attempt.outcome {
            _ if taken == Some(place) => judged(attempt, "taken"),
            Outcome::Ok => judged(attempt, "left: not good for this issuer"),
            _ => judged(attempt, &reason(attempt, &asked[place + 1..])),
        });
    }
    if let Some(metadata) = server.metadata() {
        let taken_at = asked.last().map_or("", |attempt| attempt.url.as_str());
        branch.rows(&of_a_server(server.issuer(), metadata, taken_at)?);
    }
    if let Some(error) = server.error() {
        branch.leaf(format!("failed: {}", described(error.kind(), error.message(), error.url())));
    }
    Ok(branch)
}

fn of_a_server(issuer: &str, metadata: &AuthorizationServerMetadata, asked: &str) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    let differs = metadata.issuer().filter(|own| *own != issuer);
    rows.extend(differs.map(|own| ("issuer".to_owned(), vec![printable(own)])));
    rows.extend(rows::named(metadata, OF_A_SERVER)?);
    let pkce = if metadata.supports_pkce_s256() { "yes" } else { "no" };
    rows.push(("PKCE with S256".to_owned(), vec![pkce.to_owned()]));
    rows.extend(rows::signed_metadata(metadata.signature_status()));
    rows.extend(redirected(asked, metadata.url()));
    Ok(rows)
}

fn redirected(asked: &str, found: &str) -> Option<Row> {
    (asked != found).then(|| ("(found at)".to_owned(), vec![printable(found)]))
}

/// The URL that was asked first, and another one, where one was asked.
fn places<'a>(asked: &[&'a Attempt]) -> (&'a str, Option<&'a str>) {
    let mut urls = asked.iter().map(|attempt| attempt.url.as_str());
    let first = urls.next().unwrap_or_default();
    (first, urls.find(|url| *url != first))
}

fn for_purpose(attempts: &[Attempt], purpose: Purpose) -> Vec<&Attempt> {
    attempts.iter().filter(|attempt| attempt.purpose == purpose).collect()
}

fn judged(attempt: &Attempt, fate: &str) -> String {
    format!("{}  {fate}", answered(attempt))
}

/// What was asked, and what came.
fn answered(attempt: &Attempt) -> String {
    let milliseconds = attempt.elapsed.as_millis();
    let came = match attempt.status {
        Some(status) if attempt.from_cache => format!("{status} from the cache"),
        Some(status) => format!("{status} in {milliseconds} ms"),
        None if given_up(attempt) => "no answer yet".to_owned(),
        None => format!("no answer in {milliseconds} ms"),
    };
    format!("GET {}  {came}", attempt.url)
}

/// Why an answer was not taken. `later`: what was asked after it.
fn reason(attempt: &Attempt, later: &[&Attempt]) -> String {
    match attempt.outcome {
        Outcome::Absent if attempt.status == Some(200) => {
            "left: not plain JSON, so there is no document here".to_owned()
        }
        Outcome::Absent => "left: there is no document here".to_owned(),
        _ if given_up(attempt) => "given up".to_owned(),
        outcome if later.iter().any(|other| other.url == attempt.url) => format!("left: {outcome}; asked again"),
        outcome => format!("failed: {outcome}"),
    }
}

/// Why an answer was not taken that was asked for while the challenge was awaited.
fn beside_the_challenge(attempt: &Attempt) -> String {
    let why = "the challenge names another place";
    match attempt.outcome {
        Outcome::Ok => format!("left: {why}"),
        _ if given_up(attempt) => format!("given up: {why}"),
        outcome => format!("left: {why} ({outcome})"),
    }
}

fn given_up(attempt: &Attempt) -> bool {
    attempt.outcome == Outcome::Failed(ErrorKind::Cancelled)
}
