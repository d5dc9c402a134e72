//! How a discovery plan uses the answers to its probe.

use super::{CHALLENGED, DiscoveryPlan, Stage};
use crate::protocol::addresses::Zone;
use crate::protocol::call::Message;
use crate::protocol::discovery::absent_candidates::AbsentCandidates;
use crate::protocol::discovery::candidate::Candidate;
use crate::protocol::discovery::challenges::Challenges;
use crate::protocol::discovery::probe_sequence;
use crate::protocol::discovery::server::require_secure_from_server;
use crate::protocol::errors::without_url;
use crate::protocol::response::{Reply, counted_challenge};
use crate::{Error, ErrorKind, Outcome, Warning, WarningKind};

impl DiscoveryPlan {
    /// Adds a request to the resource itself.
    pub(super) fn probe(&mut self, message: Message) {
        let max_bytes = probe_sequence::prefix(self.rules.effective_probe(), &message);
        self.requests.probe(message, self.resource.url().clone(), max_bytes);
    }

    pub(super) fn receive_probe(&mut self, id: usize, sent: &Message, reply: Option<Result<Reply, Error>>) {
        let (outcome, reason) = match reply {
            None => return,
            Some(reply) if sent.closes_session() => probe_sequence::session_closed(&reply),
            Some(Ok(reply)) => self.take_answer(sent, &reply),
            Some(Err(error)) if error.kind() == ErrorKind::RedirectRefused => {
                self.end_probe(error.http_status());
                self.has_probe_failed = true;
                let reason = without_url(&error, self.resource.url());
                (Outcome::Failed(error.kind()), format!("left: no challenge came: {reason}"))
            }
            Some(Err(error)) => self.take_failure(error),
        };
        if let Some(request) = self.requests.get_mut(id) {
            request.settle(outcome, reason);
        }
        self.advance();
    }

    /// Accepts an answer to a probe, and returns the attempt's outcome and reason.
    fn take_answer(&mut self, sent: &Message, reply: &Reply) -> (Outcome, String) {
        let probe = self.rules.effective_probe();
        if let Some(session) = probe_sequence::opened_session(sent, reply) {
            self.probe(Message::CloseSession(session));
        }
        let reason = self.take_challenges(&reply.www_authenticate, reply.zone);
        if let Stage::Failed(error) = &self.stage {
            return (Outcome::Failed(error.kind()), format!("failed: {}", error.message()));
        }
        if self.challenges.is_empty() {
            if let Some(next) = probe_sequence::next(probe, sent, reply, self.resource.url()) {
                let reason = match next {
                    Message::Initialize => {
                        "left: no challenge came, and the server may know an earlier MCP revision only"
                    }
                    _ => "left: no challenge came, and the answer shows that the resource speaks JSON-RPC",
                };
                self.probe(next);
                return (Outcome::Ok, reason.to_owned());
            }
            self.end_probe(Some(reply.status));
        } else {
            self.end_probe(None);
        }
        (Outcome::Ok, reason.to_owned())
    }

    /// Accepts the failure of a probe, and returns the attempt's outcome and reason.
    fn take_failure(&mut self, error: Error) -> (Outcome, String) {
        self.end_probe(None);
        self.has_probe_failed = true;
        let outcome = Outcome::Failed(error.kind());
        let reason = without_url(&error, self.resource.url());
        if self.rules.strict {
            self.stage = Stage::Failed(error);
            return (outcome, format!("failed: {reason}"));
        }
        let message = format!("the resource could not be asked for its challenge: {}", error.message());
        self.warnings.push(Warning::new(WarningKind::ProbeFailed, message, self.resource.text()));
        (outcome, format!("left: the discovery goes on without it: {reason}"))
    }

    /// Ends the probe. `status` is that of an answer without a challenge.
    fn end_probe(&mut self, status: Option<u16>) {
        self.inconclusive = status.filter(|status| probe_sequence::is_inconclusive(*status));
        if let Stage::Document { probing, .. } = &mut self.stage {
            *probing = false;
        }
    }

    /// Reads the resource's challenges. If a challenge names a URL, that URL becomes the only candidate. Returns why the
    /// plan used or ignored the answer.
    pub(super) fn take_challenges(&mut self, lines: &[String], zone: Zone) -> &'static str {
        let challenges = match Challenges::read(lines, &self.resource, &self.rules) {
            Ok(challenges) => challenges,
            Err(error) => {
                self.stage = Stage::Failed(error);
                return "";
            }
        };
        self.challenges = challenges.all;
        self.warnings.extend(challenges.warnings);
        let Some(challenge) = counted_challenge(&self.challenges) else {
            return "left: no challenge names the document, so the well-known URLs are asked";
        };
        let Some(url) = challenge.usable_url() else {
            return "taken: its challenge has a scope, and names no document, so the well-known URLs are asked";
        };
        self.stage = match require_secure_from_server(&url, &self.resource, &self.rules) {
            Ok(()) => {
                let candidates = [Candidate::challenged(url, zone)].into();
                Stage::Document { probing: false, candidates, absent: AbsentCandidates::default() }
            }
            Err(error) => Stage::Failed(error.about(CHALLENGED)),
        };
        "taken: its challenge names the document's URL"
    }
}
