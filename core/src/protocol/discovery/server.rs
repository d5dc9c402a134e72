use super::result::AuthorizationServer;
use crate::protocol::absolute_url::{is_loopback_host, parse};
use crate::protocol::search::outcome_of;
use crate::protocol::{Reply, Resource, Rules, Search};
use crate::text::quoted;
use crate::{Attempt, AuthorizationServerMetadata, Error, ErrorKind, Outcome, Warning, WarningKind};
use std::collections::HashMap;
use url::Url;

/// One listed authorization server while its document is looked for.
#[derive(Debug)]
pub(super) struct Server {
    issuer: String,
    state: State,
    asked: Vec<Url>,
}

#[derive(Debug)]
enum State {
    Searching { search: Box<Search>, at: Url },
    Ended(Result<AuthorizationServerMetadata, Error>),
}

impl Server {
    pub(super) fn new(issuer: &str, resource: &Resource, rules: Rules) -> Server {
        let state = search(issuer, resource, rules)
            .map_or_else(|error| State::Ended(Err(error)), |search| next(Box::new(search)));
        Server { issuer: issuer.to_owned(), state, asked: Vec::new() }
    }

    /// The URL whose reply is wanted; `None` where the search has ended.
    pub(super) fn wanted(&self) -> Option<&Url> {
        match &self.state {
            State::Searching { at, .. } => Some(at),
            State::Ended(_) => None,
        }
    }

    /// Takes the reply for the URL that is wanted, and says what it came to.
    pub(super) fn take(&mut self, reply: &Result<Reply, Error>) -> Outcome {
        let ended = State::Ended(Err(Error::new(ErrorKind::Internal, "a search was not put back")));
        match std::mem::replace(&mut self.state, ended) {
            State::Searching { search, at } => {
                self.asked.push(at);
                let (outcome, answer) = search.take(reply);
                self.state = answer.map_or_else(|| next(search), State::Ended);
                outcome
            }
            State::Ended(answer) => {
                let outcome = outcome_of(&answer);
                self.state = State::Ended(answer);
                outcome
            }
        }
    }

    /// What is warned of: what its document deserves, and that it lists its resources without this one
    /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
    pub(super) fn warnings(&self, identifiers: &[&str]) -> Vec<Warning> {
        let State::Ended(Ok(metadata)) = &self.state else { return Vec::new() };
        let mut warnings = metadata.warnings().to_vec();
        if let Some(listed) = metadata.protected_resources()
            && !listed.iter().any(|listed| identifiers.contains(&listed.as_str()))
        {
            let message = format!("the authorization server {} does not list the resource", quoted(&self.issuer));
            warnings.push(Warning::new(WarningKind::ResourceNotListed, message, metadata.url()));
        }
        warnings
    }

    pub(super) fn into_result(self, attempts: &HashMap<&str, Vec<&Attempt>>) -> AuthorizationServer {
        let own = self.asked.iter().filter_map(|url| attempts.get(url.as_str())).flatten();
        let attempts: Vec<Attempt> = own.copied().cloned().collect();
        let outcome = match self.state {
            State::Ended(outcome) => outcome.map_err(|error| error.with_attempts(attempts.clone())),
            State::Searching { .. } => Err(Error::new(ErrorKind::Internal, "the search for a server has not ended")),
        };
        AuthorizationServer { issuer: self.issuer, outcome, attempts }
    }
}

fn next(mut search: Box<Search>) -> State {
    match search.next_candidate() {
        Ok(at) => State::Searching { search, at },
        Err(error) => State::Ended(Err(error)),
    }
}

fn search(issuer: &str, resource: &Resource, rules: Rules) -> Result<Search, Error> {
    if let Ok(url) = parse(issuer) {
        require_secure_from_server(&url, resource, &rules)?;
    }
    Search::new(issuer, rules).map_err(|error| match error.kind() {
        // The document's fault, not the caller's.
        ErrorKind::InvalidArgument => Error::new(ErrorKind::InvalidMetadata, error.message()).at(issuer),
        _ => error,
    })
}

/// Refuses http in a URL that a server supplied, except among loopback hosts or where the caller allowed it.
pub(super) fn require_secure_from_server(url: &Url, resource: &Resource, rules: &Rules) -> Result<(), Error> {
    let among_loopback = is_loopback_host(url) && is_loopback_host(resource.url());
    if url.scheme() == "https" || rules.allow_http || among_loopback {
        return Ok(());
    }
    let message = format!("https is required of a URL that a server names: {}", quoted(url.as_str()));
    Err(Error::new(ErrorKind::InsecureUrl, message).at(url.as_str()))
}
