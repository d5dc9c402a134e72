//! A discovery as text: each step with its requests, and the status and use of each response.

use crate::failure::{Failure, described};
use crate::next_steps;
use crate::printable::printable;
use crate::rows::{self, Row};
use crate::tree::Tree;
use telnyx_oauth::{
    Attempt, AuthorizationServer, AuthorizationServerMetadata, Discovery, Error, ErrorKind, Outcome, Purpose, Via,
    Warning, embedding,
};

/// The members that clients need most. `well-known` and JSON show all members.
const SERVER_MEMBERS: &[&str] =
    &["authorization_endpoint", "token_endpoint", "registration_endpoint", "scopes_supported"];

/// Returns the tree of a discovery. `given` is true if the challenge comes from the command line.
pub(crate) fn of(found: &Discovery, given: bool) -> Result<Tree, Failure> {
    let mut tree = Tree::new(found.resource());
    tree.branch(challenge(found, given));
    tree.branch(resource_metadata(found)?);
    for server in found.authorization_servers() {
        tree.branch(authorization_server(server)?);
    }
    if let Some(next) = next_steps::of(found) {
        tree.branch(next);
    }
    warnings(&mut tree, found.warnings());
    Ok(tree)
}

/// Returns the tree of a failed discovery: its attempts and warnings.
pub(crate) fn of_failed(resource: &str, error: &Error) -> Tree {
    let mut tree = Tree::new(resource);
    for (purpose, name) in [
        (Purpose::Probe, "challenge"),
        (Purpose::ResourceMetadata, "resource metadata"),
        (Purpose::AuthorizationServerMetadata, "authorization servers"),
    ] {
        let mut branch = Tree::new(name);
        if add_attempts(&mut branch, error.attempts(), purpose) > 0 {
            tree.branch(branch);
        }
    }
    warnings(&mut tree, error.warnings());
    tree
}

fn challenge(found: &Discovery, given: bool) -> Tree {
    let mut branch = Tree::new("challenge");
    if given {
        branch.leaf("given with --www-authenticate");
    }
    add_attempts(&mut branch, found.attempts(), Purpose::Probe);
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
    let mut branch = Tree::new("resource metadata");
    add_attempts(&mut branch, found.attempts(), Purpose::ResourceMetadata);
    match found.resource_metadata() {
        Some(document) => {
            branch.rows(&rows::members(document, embedding::resource_members(), document.signature_status())?);
        }
        None => branch.leaf(match found.via() {
            Via::LegacyOrigin => "none: the origin is the authorization server (--legacy-origin)",
            _ => "none: the authorization server was given with --issuer",
        }),
    }
    Ok(branch)
}

fn authorization_server(server: &AuthorizationServer) -> Result<Tree, Failure> {
    let mut branch = Tree::new(format!("authorization server {}", server.issuer()));
    for attempt in server.attempts() {
        branch.leaf(attempt_line(attempt));
    }
    if let Some(metadata) = server.metadata() {
        branch.rows(&server_rows(server.issuer(), metadata)?);
    }
    if let Some(error) = server.error() {
        branch.leaf(format!("failed: {}", described(error.kind(), error.message(), error.url())));
    }
    Ok(branch)
}

fn server_rows(issuer: &str, metadata: &AuthorizationServerMetadata) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    let differs = metadata.issuer().filter(|own| *own != issuer);
    rows.extend(differs.map(|own| ("issuer".to_owned(), vec![printable(own)])));
    rows.extend(rows::named(metadata, SERVER_MEMBERS)?);
    let pkce = if metadata.supports_pkce_s256() { "yes" } else { "no" };
    rows.push(("PKCE with S256".to_owned(), vec![pkce.to_owned()]));
    rows.extend(rows::signed_metadata(metadata.signature_status()));
    Ok(rows)
}

fn warnings(tree: &mut Tree, warnings: &[Warning]) {
    if warnings.is_empty() {
        return;
    }
    let mut branch = Tree::new("warnings");
    for warning in warnings {
        branch.leaf(described(warning.kind, &warning.message, warning.url.as_deref()));
    }
    tree.branch(branch);
}

/// Adds a leaf for each request with this purpose, and returns the number of leaves.
fn add_attempts(branch: &mut Tree, attempts: &[Attempt], purpose: Purpose) -> usize {
    let lines: Vec<_> = attempts.iter().filter(|attempt| attempt.purpose == purpose).map(attempt_line).collect();
    let count = lines.len();
    lines.into_iter().for_each(|line| branch.leaf(line));
    count
}

/// Returns the tree of the requests of a discovery.
pub(crate) fn of_attempts(resource: &str, attempts: &[Attempt]) -> Tree {
    let mut tree = Tree::new(resource);
    attempts.iter().for_each(|attempt| tree.leaf(attempt_line(attempt)));
    tree
}

/// Returns a request, its status and time, and the reason for using or skipping its response.
fn attempt_line(attempt: &Attempt) -> String {
    let milliseconds = attempt.elapsed.as_millis();
    let answer = match attempt.status {
        Some(status) if attempt.from_cache => format!("{status} from the cache"),
        Some(status) => format!("{status} in {milliseconds} ms"),
        None if attempt.outcome == Outcome::Failed(ErrorKind::Cancelled) => "no answer yet".to_owned(),
        None => format!("no answer in {milliseconds} ms"),
    };
    format!("{} {}  {answer}  {}", attempt.method, attempt.url, attempt.reason)
}
