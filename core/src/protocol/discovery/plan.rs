use super::planned::{Planned, PlannedRequest};
use super::requests::{Asked, Requests};
use super::result::Discovery;
use super::server::{Server, require_secure_from_server};
use crate::protocol::search::{not_found, outcome_of, take};
use crate::protocol::{Challenge, Reach, Reply, Resource, Response, Rules, Zone, parse_challenges};
use crate::text::quoted;
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose, ResourceMetadata, Warning, WarningKind};
use std::collections::VecDeque;
use url::Url;

/// The discovery of a resource as a state machine without I/O: it hands out requests, takes responses in any order, and
/// ends in a [`Discovery`] or an error. [`Client::discover`](crate::Client::discover) feeds it; so can any HTTP stack.
///
/// ```
/// use telnyx_oauth::{DiscoveryPlan, Response, Rules};
///
/// let mut plan = DiscoveryPlan::new("https://rs.example/mcp", None, &Rules::new())?;
/// while !plan.is_finished() {
///     for request in plan.requests() {
///         // Send a GET without credentials to `request.url`; here every answer is 404.
///         plan.respond(request.id, &Response::new(404, b""))?;
///     }
/// }
/// assert_eq!(plan.finish().unwrap_err().kind().as_str(), "not_found");
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
#[derive(Debug)]
pub struct DiscoveryPlan {
    resource: Resource,
    rules: Rules,
    requests: Requests,
    challenge: Option<Challenge>,
    warnings: Vec<Warning>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Document { probing: bool, candidates: VecDeque<(Url, Reach)> },
    Servers { document: ResourceMetadata, reach: Reach, servers: Vec<Server>, unfinished: usize },
    Failed(Error),
}

impl DiscoveryPlan {
    /// Begins the discovery of `resource`. `www_authenticate` are the field lines of a `WWW-Authenticate` that the caller
    /// has got from it; with them, the resource itself is not asked
    /// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for `resource`.
    pub fn new(resource: &str, www_authenticate: Option<&[&str]>, rules: &Rules) -> Result<DiscoveryPlan, Error> {
        let resource = Resource::parse(resource, rules.allow_http)?;
        Ok(DiscoveryPlan::begin(resource, www_authenticate.map(|lines| (lines, Zone::Public)), rules.clone()))
    }

    /// The caller's `WWW-Authenticate` comes with the zone of the resource that sent it.
    pub(crate) fn begin(resource: Resource, www_authenticate: Option<(&[&str], Zone)>, rules: Rules) -> DiscoveryPlan {
        let candidates = resource.metadata_candidates().into_iter().map(|url| (url, Reach::Caller)).collect();
        let mut plan = DiscoveryPlan {
            resource,
            rules,
            requests: Requests::default(),
            challenge: None,
            warnings: Vec::new(),
            stage: Stage::Document { probing: www_authenticate.is_none(), candidates },
        };
        match www_authenticate {
            Some((lines, zone)) => plan.take_challenges(lines, zone),
            None => {
                plan.requests.probe(plan.resource.url().clone());
                // Asked for meanwhile, and counted only if the resource names no other place.
                plan.requests.document(Purpose::ResourceMetadata, plan.resource.metadata_url(), Reach::Caller);
            }
        }
        plan.advance();
        plan
    }

    /// The requests that are to be sent now, each handed out once. They do not depend on one another.
    pub fn requests(&mut self) -> Vec<PlannedRequest> {
        let planned = |Planned { id, purpose, url, reach, revalidate }| PlannedRequest {
            id,
            purpose,
            url: String::from(url),
            named_by_server: reach != Reach::Caller,
            revalidate,
        };
        self.hand_out().into_iter().map(planned).collect()
    }

    pub(crate) fn hand_out(&mut self) -> Vec<Planned> {
        let new = self.requests.hand_out();
        new.filter_map(|id| {
            let Asked { purpose, url, reach, revalidate, .. } = self.requests.get(id)?;
            Some(Planned { id, purpose: *purpose, url: url.clone(), reach: *reach, revalidate: *revalidate })
        })
        .collect()
    }

    /// Takes the response to a request. A second one for the same request does not count.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for an `id` that was not handed out, or a response's URL that is none.
    pub fn respond(&mut self, id: usize, response: &Response<'_>) -> Result<(), Error> {
        let url = self.handed_out(id)?.url.clone();
        // Whether the URL itself may be http was decided when it was handed out.
        let reply = Reply::fetched_elsewhere(response, || url, &Rules::new().allow_http(true))?;
        self.receive(id, Ok(reply));
        Ok(())
    }

    /// Takes the failure of a request: no response came, and `kind` says why, such as [`ErrorKind::Transport`],
    /// [`ErrorKind::Tls`], [`ErrorKind::Timeout`] or [`ErrorKind::RedirectRefused`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for an `id` that was not handed out.
    pub fn fail(&mut self, id: usize, kind: ErrorKind, message: &str) -> Result<(), Error> {
        let url = self.handed_out(id)?.url.as_str().to_owned();
        self.receive(id, Err(Error::new(kind, message).at(url)));
        Ok(())
    }

    fn handed_out(&self, id: usize) -> Result<&Asked, Error> {
        self.requests.get(id).ok_or_else(|| {
            Error::new(ErrorKind::InvalidArgument, format!("no request was handed out under the id {id}"))
        })
    }

    pub(crate) fn receive(&mut self, id: usize, reply: Result<Reply, Error>) {
        let Some(asked) = self.requests.get_mut(id).filter(|asked| asked.reply.is_none()) else { return };
        if asked.purpose == Purpose::Probe {
            asked.outcome = Some(outcome_of(&reply));
            let probed = reply.as_ref().map(|reply| (reply.www_authenticate.clone(), reply.zone)).map_err(Error::clone);
            asked.reply = Some(reply);
            return self.end_probe(probed);
        }
        asked.reply = Some(reply);
        let waiting = std::mem::take(&mut asked.waiting);
        self.advance();
        for place in waiting {
            self.advance_server(place);
        }
    }

    /// Whether no response can change the result any more. Requests that are still under way may be given up.
    pub fn is_finished(&self) -> bool {
        match &self.stage {
            Stage::Document { .. } => false,
            Stage::Servers { unfinished, .. } => *unfinished == 0,
            Stage::Failed(_) => true,
        }
    }

    /// The result. It succeeds where the resource's document was found; a server's failure is that server's own.
    ///
    /// # Errors
    /// What [`Client::discover`](crate::Client::discover) says, and [`ErrorKind::InvalidArgument`] where the plan is not
    /// finished.
    pub fn finish(mut self) -> Result<Discovery, Error> {
        self.judge_what_did_not_count();
        let attempts = self.requests.iter().map(Asked::attempt).collect();
        self.finish_with(attempts)
    }

    /// The result, with the attempts that the transport made for it.
    pub(crate) fn finish_with(self, attempts: Vec<Attempt>) -> Result<Discovery, Error> {
        if !self.is_finished() {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "the discovery has not finished: responses are missing",
            ));
        }
        match self.stage {
            Stage::Servers { document, servers, .. } => {
                Ok(Discovery::new(&self.resource, self.challenge, document, servers, self.warnings, attempts))
            }
            Stage::Failed(error) => Err(error.with_attempts(attempts).with_warnings(self.warnings)),
            Stage::Document { .. } => Err(Error::new(ErrorKind::Internal, "a plan in its first stage has finished")),
        }
    }

    /// What a request came to; `None` where that is not known.
    pub(crate) fn outcome(&self, id: usize) -> Option<Outcome> {
        self.requests.get(id)?.outcome
    }

    /// Judges the answer that was not needed in the end, for the trace.
    pub(crate) fn judge_what_did_not_count(&mut self) {
        for asked in self.requests.iter_mut().filter(|asked| asked.purpose == Purpose::ResourceMetadata) {
            if let (None, Some(reply)) = (asked.outcome, &asked.reply) {
                asked.outcome =
                    Some(take(reply, |reply| ResourceMetadata::judge(&self.resource, reply, &self.rules)).0);
            }
        }
    }

    fn end_probe(&mut self, probed: Result<(Vec<String>, Zone), Error>) {
        let Stage::Document { probing, .. } = &mut self.stage else { return };
        if !std::mem::replace(probing, false) {
            return;
        }
        match probed {
            Ok((lines, zone)) => self.take_challenges(&lines.iter().map(String::as_str).collect::<Vec<_>>(), zone),
            Err(error) if self.rules.strict => self.stage = Stage::Failed(error),
            Err(error) => {
                let message = format!("the resource could not be asked for its challenge: {}", error.message());
                self.warnings.push(Warning::new(WarningKind::ProbeFailed, message, self.resource.text()));
            }
        }
        self.advance();
    }

    /// Takes the first challenge with a usable URL: it is the only candidate then.
    fn take_challenges(&mut self, lines: &[&str], zone: Zone) {
        for challenge in parse_challenges(lines) {
            let Some(text) = challenge.resource_metadata() else { continue };
            let Some(url) = challenge.usable_url() else {
                let message =
                    format!("a challenge's resource_metadata must be an absolute http(s) URL, not {}", quoted(text));
                if self.rules.strict {
                    self.stage =
                        Stage::Failed(Error::new(ErrorKind::InvalidMetadata, message).at(self.resource.text()));
                    return;
                }
                self.warnings.push(Warning::new(WarningKind::ChallengeUnusable, message, self.resource.text()));
                continue;
            };
            if self.challenge.is_some() {
                continue;
            }
            match require_secure_from_server(&url, &self.resource, &self.rules) {
                Ok(()) => {
                    let candidates = [(url, Reach::Server(zone))].into();
                    self.stage = Stage::Document { probing: false, candidates };
                }
                Err(error) => self.stage = Stage::Failed(error),
            }
            self.challenge = Some(challenge);
        }
    }

    /// Goes on with the resource's document as far as the replies allow.
    fn advance(&mut self) {
        while let Stage::Document { probing: false, candidates } = &mut self.stage {
            let Some((url, reach)) = candidates.front().cloned() else {
                let absent = self.requests.iter().filter(|asked| asked.outcome == Some(Outcome::Absent));
                let asked: Vec<Url> = absent.map(|asked| asked.url.clone()).collect();
                self.stage = Stage::Failed(not_found("resource", self.resource.text(), &asked));
                return;
            };
            let asked = match self.challenge {
                Some(_) => self.requests.challenged(url, reach),
                None => self.requests.document(Purpose::ResourceMetadata, url, reach),
            };
            let Some(reply) = &asked.reply else { return };
            let judge = |reply: &Reply| ResourceMetadata::judge(&self.resource, reply, &self.rules);
            let (outcome, judged) = take(reply, judge);
            asked.outcome = Some(outcome);
            match judged {
                None => drop(candidates.pop_front()),
                Some(Err(error)) => self.stage = Stage::Failed(error),
                Some(Ok(document)) => {
                    let zone = reply.as_ref().map_or(Zone::Public, |reply| reply.zone);
                    self.begin_servers(document, Reach::Server(zone));
                }
            }
        }
    }

    fn begin_servers(&mut self, document: ResourceMetadata, reach: Reach) {
        let listed = document.authorization_servers().unwrap_or_default();
        let servers: Vec<_> =
            listed.iter().map(|issuer| Server::new(issuer, &self.resource, self.rules.clone())).collect();
        let (count, unfinished) = (servers.len(), servers.iter().filter(|server| server.wanted().is_some()).count());
        self.stage = Stage::Servers { document, reach, servers, unfinished };
        for place in 0..count {
            self.advance_server(place);
        }
    }

    /// Goes on with one server's document as far as the replies allow.
    fn advance_server(&mut self, place: usize) {
        let Stage::Servers { servers, unfinished, reach, .. } = &mut self.stage else { return };
        let server = &mut servers[place];
        while let Some(url) = server.wanted() {
            let asked = self.requests.document(Purpose::AuthorizationServerMetadata, url.clone(), *reach);
            let Some(reply) = &asked.reply else {
                asked.waiting.push(place);
                return;
            };
            let outcome = server.take(reply);
            asked.outcome.get_or_insert(outcome);
            if server.wanted().is_none() {
                *unfinished -= 1;
            }
        }
    }
}
