use super::authorization_server::AuthorizationServer;
use super::issuer_search::{IssuerSearch, Step};
use crate::protocol::call::Reach;
use crate::protocol::documents::Rules;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{Resource, absolute_url, is_loopback_host};
use crate::protocol::response::Reply;
use crate::{Attempt, AuthorizationServerMetadata, Error, ErrorKind, Outcome, Warning, WarningKind};
use std::collections::HashMap;
use url::Url;

/// A listed authorization server and the search for its document.
#[derive(Debug)]
pub(super) struct Server {
    issuer: String,
    /// The addresses that the server's URLs may lead to.
    pub(super) reach: Reach,
    state: State,
    /// The requested URLs, in order.
    asked: Vec<Url>,
}

#[derive(Debug)]
enum State {
    Searching(Box<IssuerSearch>),
    Ended(Result<AuthorizationServerMetadata, Error>),
}

impl Server {
    /// Returns a server that a document lists.
    pub(super) fn new(issuer: &str, reach: Reach, resource: &Resource, rules: &Rules) -> Server {
        let search = search(issuer, resource, rules);
        let state = search.map_or_else(|error| State::Ended(Err(error)), |search| State::Searching(Box::new(search)));
        Server { issuer: issuer.to_owned(), reach, state, asked: Vec::new() }
    }

    /// Returns the server of a search that the caller chose.
    pub(super) fn chosen(search: IssuerSearch) -> Server {
        let issuer = search.issuer().to_owned();
        Server { issuer, reach: Reach::Caller, state: State::Searching(Box::new(search)), asked: Vec::new() }
    }

    /// Returns a server whose document is not requested, with the reason.
    pub(super) fn unasked(issuer: &str, reason: Error) -> Server {
        let state = State::Ended(Err(reason));
        Server { issuer: issuer.to_owned(), reach: Reach::Caller, state, asked: Vec::new() }
    }

    pub(super) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Returns the error of a search that has failed.
    pub(super) fn error(&self) -> Option<&Error> {
        match &self.state {
            State::Ended(Err(error)) => Some(error),
            _ => None,
        }
    }

    pub(super) fn is_searching(&self) -> bool {
        matches!(self.state, State::Searching(_))
    }

    /// The URL to request; `None` if the search has ended.
    pub(super) fn url(&self) -> Option<&Url> {
        match &self.state {
            State::Searching(search) => Some(search.url()),
            State::Ended(_) => None,
        }
    }

    /// Judges the reply to a request for [`Server::url`]. Returns the attempt's outcome and reason.
    pub(super) fn receive(&mut self, reply: &Result<Reply, Error>) -> Option<(Outcome, String)> {
        let State::Searching(search) = &mut self.state else { return None };
        self.asked.push(search.url().clone());
        let Step { outcome, reason, result } = search.receive(reply);
        if let Some(result) = result {
            self.state = State::Ended(result);
        }
        Some((outcome, reason))
    }

    /// Ends the search with an error, even if it has found a document.
    pub(super) fn refuse(&mut self, error: Error) {
        if let State::Searching(search) = &self.state {
            self.asked.push(search.url().clone());
        }
        self.state = State::Ended(Err(error));
    }

    /// The last requested URL.
    pub(super) fn last_asked(&self) -> Option<&Url> {
        self.asked.last()
    }

    /// Returns the warnings about a server. A server without a good document has one warning about that. Otherwise they are
    /// the document's own, and one if its `protected_resources` lacks the resource
    /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
    pub(super) fn warnings(&self, identifiers: &[&str]) -> Vec<Warning> {
        let metadata = match &self.state {
            State::Ended(Ok(metadata)) => metadata,
            State::Ended(Err(error)) => return vec![self.unusable(error)],
            State::Searching(_) => return Vec::new(),
        };
        let mut warnings = metadata.warnings().to_vec();
        if let Some(listed) = metadata.protected_resources()
            && !listed.iter().any(|listed| identifiers.contains(&listed.as_str()))
        {
            let message = format!("the authorization server {} does not list the resource", quoted(&self.issuer));
            warnings.push(Warning::new(WarningKind::ResourceNotListed, message, metadata.url()));
        }
        warnings
    }

    fn unusable(&self, error: &Error) -> Warning {
        let (issuer, kind, message) = (quoted(&self.issuer), error.kind(), error.message());
        let message = format!("the authorization server {issuer} has no usable metadata: {kind}: {message}");
        Warning::new(WarningKind::AuthorizationServerUnusable, message, error.url().unwrap_or(&self.issuer))
    }

    pub(super) fn into_result(self, attempts: &HashMap<&str, Vec<&Attempt>>) -> AuthorizationServer {
        let own = self.asked.iter().filter_map(|url| attempts.get(url.as_str())).flatten();
        let attempts: std::sync::Arc<[Attempt]> = own.copied().cloned().collect();
        let outcome = match self.state {
            // The servers beyond the limit share one error.
            State::Ended(Err(error)) if !attempts.is_empty() => Err(error.with_attempts(attempts.clone())),
            State::Ended(outcome) => outcome,
            State::Searching(_) => Err(Error::new(ErrorKind::Internal, "the search for a server has not ended")),
        };
        AuthorizationServer { issuer: self.issuer, outcome, attempts }
    }
}

fn search(issuer: &str, resource: &Resource, rules: &Rules) -> Result<IssuerSearch, Error> {
    if let Ok(url) = absolute_url::parse(issuer) {
        require_secure_from_server(&url, resource, rules)?;
    }
    IssuerSearch::new(issuer, rules.clone()).map_err(|error| match error.kind() {
        // The document has the bad URL, not the caller.
        ErrorKind::InvalidArgument => Error::new(ErrorKind::InvalidMetadata, error.message()).at(issuer),
        _ => error,
    })
}

/// Refuses http in a URL that a server supplied, except between loopback hosts or if the caller allows http.
pub(super) fn require_secure_from_server(url: &Url, resource: &Resource, rules: &Rules) -> Result<(), Error> {
    let among_loopback = is_loopback_host(url) && is_loopback_host(resource.url());
    if url.scheme() == "https" || rules.allow_http || among_loopback {
        return Ok(());
    }
    let message = format!("https is required of a URL that a server names: {}", quoted(url.as_str()));
    Err(Error::new(ErrorKind::InsecureUrl, message).at(url.as_str()))
}
