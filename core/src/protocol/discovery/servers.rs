use super::authorization_server::AuthorizationServer;
use super::budget::Budget;
use super::requests::{Requests, body_length};
use super::server::Server;
use crate::protocol::call::Reach;
use crate::protocol::documents::Rules;
use crate::protocol::identifiers::Resource;
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose, ResourceMetadata, Warning, WarningKind};
use std::collections::{HashMap, HashSet};

/// The maximum number of servers to request. A document may list thousands.
const MOST_ASKED: usize = 64;

/// The authorization servers of a document, each once, in the listed order. The caller's own choice comes first.
#[derive(Debug)]
pub(super) struct Servers {
    list: Vec<Server>,
    /// True if the first server is the caller's choice. No other server replaces it.
    has_chosen: bool,
    /// How many servers are requested.
    requested: usize,
    unfinished: usize,
}

impl Servers {
    /// `reach` is that of the URLs in `document`.
    pub(super) fn new(
        chosen: Option<Server>,
        document: &ResourceMetadata,
        reach: Reach,
        resource: &Resource,
        rules: &Rules,
    ) -> Servers {
        let mut servers = Servers::chosen(chosen);
        let listed = document.authorization_servers().unwrap_or_default();
        let mut seen: HashSet<_> = servers.list.iter().map(|server| server.issuer().to_owned()).collect();
        let mut once = listed.iter().filter(|issuer| seen.insert((*issuer).clone()));
        let new = |issuer: &String| Server::new(issuer, reach, resource, rules);
        servers.list.extend(once.by_ref().take(MOST_ASKED).map(new));
        servers.requested = servers.list.len();
        servers.unfinished = servers.list.iter().filter(|server| server.is_searching()).count();
        let message = format!("it was not asked: only the first {MOST_ASKED} listed authorization servers are");
        let unasked = Error::new(ErrorKind::NotFound, message).at(document.url());
        servers.list.extend(once.map(|issuer| Server::unasked(issuer, unasked.clone())));
        servers
    }

    /// Returns only the server that the caller chose.
    pub(super) fn chosen(chosen: Option<Server>) -> Servers {
        let list = Vec::from_iter(chosen);
        Servers { has_chosen: !list.is_empty(), requested: list.len(), unfinished: list.len(), list }
    }

    pub(super) fn has_chosen(&self) -> bool {
        self.has_chosen
    }

    /// Returns the error of the caller's choice, if its search has failed.
    pub(super) fn chosen_error(&self) -> Option<&Error> {
        self.list.first().filter(|_| self.has_chosen)?.error()
    }

    pub(super) fn is_finished(&self) -> bool {
        self.unfinished == 0
    }

    /// Starts the search for each server.
    pub(super) fn begin(&mut self, requests: &mut Requests, budget: &mut Budget) {
        budget.begin_servers(self.requested);
        for index in 0..self.requested {
            self.advance(index, requests, budget);
        }
    }

    /// Continues one server's search, up to the first request without a reply.
    pub(super) fn advance(&mut self, index: usize, requests: &mut Requests, budget: &mut Budget) {
        while let Some(url) = self.list[index].url().cloned() {
            let room = budget.room_for(index);
            if room == 0 {
                let error = budget.error(url.as_str());
                // The request was sent while there was room.
                if let Some(asked) = requests.of_document(&url).filter(|asked| asked.reply.is_some()) {
                    asked.settle(Outcome::Failed(error.kind()), format!("left: {}", error.message()));
                }
                return self.refuse(index, error);
            }
            let asked =
                requests.document(Purpose::AuthorizationServerMetadata, url.clone(), self.list[index].reach, room);
            let Some(reply) = &asked.reply else {
                asked.waiting.push(index);
                return;
            };
            let bytes = body_length(reply);
            if bytes > 0 {
                for beyond in budget.charge_to(index, bytes) {
                    let last = match beyond == index {
                        true => Some(&url),
                        false => self.list[beyond].last_asked(),
                    };
                    let Some(last) = last.cloned() else { continue };
                    let error = budget.error(last.as_str());
                    requests.withdraw(&last, Outcome::Failed(error.kind()), format!("left: {}", error.message()));
                    self.refuse(beyond, error);
                }
            }
            let Some(asked) = requests.of_document(&url) else { return };
            if let Some(reply) = &asked.reply
                && let Some((outcome, reason)) = self.list[index].receive(reply)
            {
                asked.settle(outcome, reason);
                if !self.list[index].is_searching() {
                    self.unfinished -= 1;
                }
            }
        }
    }

    fn refuse(&mut self, index: usize, error: Error) {
        let server = &mut self.list[index];
        if server.is_searching() {
            self.unfinished -= 1;
        }
        server.refuse(error);
    }

    /// Returns the warnings about all servers. `document` lists them.
    pub(super) fn warnings(&self, document: Option<&ResourceMetadata>, resource: &Resource) -> Vec<Warning> {
        let declared = document.and_then(ResourceMetadata::resource);
        let identifiers = [resource.text(), declared.unwrap_or(resource.text())];
        let (asked, others) = self.list.split_at(self.requested);
        let mut warnings: Vec<_> = asked.iter().flat_map(|server| server.warnings(&identifiers)).collect();
        if let (Some(document), false) = (document, others.is_empty()) {
            let message = format!(
                "only the first {MOST_ASKED} listed authorization servers are asked, {} are not: not_found",
                others.len()
            );
            warnings.push(Warning::new(WarningKind::AuthorizationServerUnusable, message, document.url()));
        }
        warnings
    }

    pub(super) fn into_results(self, attempts: &[Attempt]) -> Vec<AuthorizationServer> {
        let mut by_url: HashMap<&str, Vec<&Attempt>> = HashMap::new();
        // A probe is no request for a document, even if the resource's URL is that of a document.
        for attempt in attempts.iter().filter(|attempt| attempt.purpose != Purpose::Probe) {
            by_url.entry(&attempt.url).or_default().push(attempt);
        }
        self.list.into_iter().map(|server| server.into_result(&by_url)).collect()
    }
}
