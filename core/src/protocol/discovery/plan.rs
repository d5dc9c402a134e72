use super::absent_candidates::AbsentCandidates;
use super::budget::{Budget, MAX_TOTAL_BYTES};
use super::candidate::Candidate;
use super::challenges::Challenges;
use super::planned::{Planned, PlannedRequest};
use super::requests::{Request, Requests, body_length};
use super::result::Discovery;
use super::server::require_secure_from_server;
use super::servers::Servers;
use super::verdict::Verdict;
use super::via::Via;
use crate::protocol::addresses::Zone;
use crate::protocol::call::{Reach, require_same_origin};
use crate::protocol::documents::Rules;
use crate::protocol::errors::without_url;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Challenge, Reply, Response, WwwAuthenticate};
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose, ResourceMetadata, Warning, WarningKind};
use std::collections::VecDeque;

/// The start of an error's message about a URL that the caller has not seen.
const CHALLENGED: &str = "the resource's challenge chose this URL";

/// The discovery of a resource as a state machine without I/O, to run it over your own HTTP client. The plan hands out
/// requests, accepts responses in any order, and ends with a [`Discovery`] or an error.
/// [`Client::discover`](crate::Client::discover) uses it too.
///
/// ```
/// use telnyx_oauth::{DiscoveryPlan, Response, Rules};
///
/// # // An HTTP client's answer to a GET without credentials: here always 404.
/// # struct Fetched { status: u16, url: String, content_type: Option<String>, www_authenticate: Vec<String>, body: Vec<u8> }
/// # fn get(url: &str) -> Fetched {
/// #     Fetched { status: 404, url: url.into(), content_type: None, www_authenticate: Vec::new(), body: Vec::new() }
/// # }
/// let mut plan = DiscoveryPlan::new("https://rs.example/mcp", None, &Rules::new())?;
/// while !plan.is_finished() {
///     for request in plan.requests() {
///         let fetched = get(&request.url);
///         let mut response = Response::new(fetched.status, &fetched.body).url(&fetched.url);
///         response = response.www_authenticate(&fetched.www_authenticate);
///         response.content_type = fetched.content_type.as_deref();
///         plan.respond(request.id, &response)?;
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
    budget: Budget,
    /// All challenges of the resource.
    challenges: Vec<Challenge>,
    /// The challenge that the discovery uses.
    challenge: Option<Challenge>,
    /// True if `challenge` names the document's URL.
    challenged: bool,
    warnings: Vec<Warning>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Document { probing: bool, candidates: VecDeque<Candidate>, absent: AbsentCandidates },
    Servers { via: Via, document: ResourceMetadata, servers: Servers },
    Failed(Error),
}

impl DiscoveryPlan {
    /// Starts the discovery of `resource`. `www_authenticate` holds the field lines of a `WWW-Authenticate` from an earlier
    /// response of the resource ([`WwwAuthenticate`]). With them, the plan sends no request to the resource itself
    /// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for an unusable `resource`.
    pub fn new(
        resource: impl AsRef<str>,
        www_authenticate: impl Into<WwwAuthenticate>,
        rules: &Rules,
    ) -> Result<DiscoveryPlan, Error> {
        let resource = Resource::parse(resource.as_ref(), rules.allow_http)?;
        let www_authenticate = www_authenticate.into().into_lines().map(|lines| (lines, Zone::Public));
        Ok(DiscoveryPlan::begin(resource, www_authenticate, rules.clone(), MAX_TOTAL_BYTES))
    }

    /// Starts a discovery. The caller's `WWW-Authenticate` comes with the zone of the resource.
    pub(crate) fn begin(
        resource: Resource,
        www_authenticate: Option<(Vec<String>, Zone)>,
        rules: Rules,
        max_total_bytes: usize,
    ) -> DiscoveryPlan {
        let candidates = Candidate::well_known(&resource);
        let probing = www_authenticate.is_none();
        let mut plan = DiscoveryPlan {
            resource,
            rules,
            requests: Requests::default(),
            budget: Budget::new(max_total_bytes),
            challenges: Vec::new(),
            challenge: None,
            challenged: false,
            warnings: Vec::new(),
            stage: Stage::Document { probing, candidates, absent: AbsentCandidates::default() },
        };
        match www_authenticate {
            Some((lines, zone)) => _ = plan.take_challenges(&lines, zone),
            None => {
                plan.requests.probe(plan.resource.url().clone());
                // Both requests run at the same time. This one counts only if no challenge names another URL.
                let (own, max_bytes) = (plan.resource.metadata_url(), plan.budget.room());
                plan.requests.document(Purpose::ResourceMetadata, own, Reach::Caller, max_bytes);
            }
        }
        plan.advance();
        plan
    }

    /// Returns the requests to send now, each only once. They are independent of each other. At most 16 requests are
    /// outstanding at a time.
    pub fn requests(&mut self) -> Vec<PlannedRequest> {
        let planned = |Planned { id, purpose, url, reach, revalidate, .. }| PlannedRequest {
            id,
            purpose,
            url: String::from(url),
            named_by_server: reach != Reach::Caller,
            revalidate,
        };
        self.hand_out().into_iter().map(planned).collect()
    }

    pub(crate) fn hand_out(&mut self) -> Vec<Planned> {
        if self.is_finished() {
            return Vec::new();
        }
        let new = self.requests.hand_out();
        new.filter_map(|id| {
            let Request { purpose, url, reach, revalidate, max_bytes, waiting, .. } = self.requests.get(id)?;
            // The budget may have shrunk since the request was made.
            let max_bytes = waiting.first().map_or(*max_bytes, |index| self.budget.room_for(*index));
            let (purpose, reach, revalidate) = (*purpose, *reach, *revalidate);
            Some(Planned { id, purpose, url: url.clone(), reach, revalidate, max_bytes })
        })
        .collect()
    }

    /// Accepts the response to a request. A second response to the same request is ignored.
    ///
    /// A response from another scheme, host or port than the request's counts as [`ErrorKind::RedirectRefused`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for an unknown `id`, a malformed URL of the response, or the response to a
    /// [`Purpose::Probe`] without [`Response::www_authenticate`].
    pub fn respond(&mut self, id: usize, response: &Response<'_>) -> Result<(), Error> {
        let Request { url, purpose, .. } = self.handed_out(id)?;
        if *purpose == Purpose::Probe && response.www_authenticate.is_none() {
            let message = "the response to a probe must come with its WWW-Authenticate field lines (www_authenticate), \
                           an empty list where it has none";
            return Err(Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()));
        }
        // The plan has decided already whether the URL may be http.
        let reply = Reply::fetched_elsewhere(response, || url.clone(), &Rules::new().allow_http(true))?;
        let reached = require_same_origin(url, url, &reply.url).map_err(|error| error.with_status(reply.status));
        self.receive(id, reached.map(|()| reply));
        Ok(())
    }

    /// Accepts the failure of a request that got no response. `kind` is the cause, such as [`ErrorKind::Transport`],
    /// [`ErrorKind::Tls`], [`ErrorKind::Timeout`] or [`ErrorKind::RedirectRefused`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for an unknown `id`.
    pub fn fail(&mut self, id: usize, kind: ErrorKind, message: &str) -> Result<(), Error> {
        let url = self.handed_out(id)?.url.as_str().to_owned();
        self.receive(id, Err(Error::new(kind, message).at(url)));
        Ok(())
    }

    fn handed_out(&self, id: usize) -> Result<&Request, Error> {
        self.requests.get(id).ok_or_else(|| {
            Error::new(ErrorKind::InvalidArgument, format!("no request was handed out under the id {id}"))
        })
    }

    pub(crate) fn receive(&mut self, id: usize, reply: Result<Reply, Error>) {
        let Some(request) = self.requests.answer(id, reply) else { return };
        if request.purpose == Purpose::Probe {
            let reply = request.reply.take();
            return self.end_probe(id, reply);
        }
        let (waiting, purpose) = (std::mem::take(&mut request.waiting), request.purpose);
        self.advance();
        if let Stage::Servers { servers, .. } = &mut self.stage {
            for index in waiting {
                servers.advance(index, &mut self.requests, &mut self.budget);
            }
        }
        if purpose == Purpose::AuthorizationServerMetadata {
            self.requests.drop_reply(id);
        }
    }

    /// Returns true if no further response can change the result. Outstanding requests may then be cancelled.
    pub fn is_finished(&self) -> bool {
        match &self.stage {
            Stage::Document { .. } => false,
            Stage::Servers { servers, .. } => servers.is_finished(),
            Stage::Failed(_) => true,
        }
    }

    /// Returns the result: `Ok` if the resource's document was found. The failure of an authorization server is an error of
    /// that [`AuthorizationServer`](crate::AuthorizationServer) only.
    ///
    /// # Errors
    /// As [`Client::discover`](crate::Client::discover), and [`ErrorKind::InvalidArgument`] if the plan is not finished.
    pub fn finish(mut self) -> Result<Discovery, Error> {
        self.judge_unused_replies();
        let attempt = |request: &Request| request.attempt(self.reason_given_up(request.purpose));
        let attempts = self.requests.iter().map(attempt).collect();
        self.finish_with(attempts)
    }

    /// Returns the result, with the attempts of the transport.
    pub(crate) fn finish_with(self, attempts: Vec<Attempt>) -> Result<Discovery, Error> {
        if !self.is_finished() {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "the discovery has not finished: responses are missing",
            ));
        }
        match self.stage {
            Stage::Servers { via, document, servers } => {
                let challenges = (self.challenges, self.challenge);
                Ok(Discovery::new(&self.resource, challenges, via, document, servers, self.warnings, attempts))
            }
            Stage::Failed(error) => Err(error.with_attempts(attempts).with_warnings(self.warnings)),
            Stage::Document { .. } => Err(Error::new(ErrorKind::Internal, "a plan in its first stage has finished")),
        }
    }

    /// Returns the error of a discovery that the transport has ended.
    pub(crate) fn abandon(self, error: Error, attempts: Vec<Attempt>) -> Error {
        error.with_attempts(attempts).with_warnings(self.warnings)
    }

    /// Returns a request's outcome and the reason; `None` if its reply was not judged.
    pub(crate) fn settled(&self, id: usize) -> Option<(Outcome, String)> {
        self.requests.get(id)?.settled()
    }

    /// Returns the reason for a request that got no answer before the discovery ended.
    pub(crate) fn reason_given_up(&self, purpose: Purpose) -> &'static str {
        match self.stage {
            _ if self.challenged && purpose == Purpose::ResourceMetadata => "given up: the challenge names another URL",
            Stage::Failed(_) => "given up: the discovery has failed",
            _ => "given up: the discovery has ended",
        }
    }

    /// Judges the replies that the result did not need, so that their attempts have an outcome.
    pub(crate) fn judge_unused_replies(&mut self) {
        let reason = match self.challenged {
            true => "left: the challenge names another URL",
            false => "left: the discovery has failed before",
        };
        for request in self.requests.iter_mut().filter(|request| request.purpose == Purpose::ResourceMetadata) {
            if let (None, Some(reply)) = (request.outcome, &request.reply) {
                let judge = |reply: &Reply| ResourceMetadata::judge(&self.resource, reply, &self.rules);
                let outcome = Verdict::of(reply, false, judge).outcome();
                request.settle(outcome, reason.to_owned());
            }
        }
    }

    fn end_probe(&mut self, id: usize, reply: Option<Result<Reply, Error>>) {
        let Stage::Document { probing, .. } = &mut self.stage else { return };
        *probing = false;
        let (outcome, reason) = match reply {
            Some(Ok(reply)) => {
                let reason = self.take_challenges(&reply.www_authenticate, reply.zone);
                match &self.stage {
                    Stage::Failed(error) => (Outcome::Failed(error.kind()), format!("failed: {}", error.message())),
                    _ => (Outcome::Ok, reason.to_owned()),
                }
            }
            Some(Err(error)) => {
                let outcome = Outcome::Failed(error.kind());
                let reason = without_url(&error, self.resource.url());
                if self.rules.strict {
                    self.stage = Stage::Failed(error);
                    (outcome, format!("failed: {reason}"))
                } else {
                    let message = format!("the resource could not be asked for its challenge: {}", error.message());
                    self.warnings.push(Warning::new(WarningKind::ProbeFailed, message, self.resource.text()));
                    (outcome, format!("left: the discovery goes on without it: {reason}"))
                }
            }
            None => return,
        };
        if let Some(request) = self.requests.get_mut(id) {
            request.settle(outcome, reason);
        }
        self.advance();
    }

    /// Reads the resource's challenges. If a challenge names a URL, that URL becomes the only candidate. Returns why the
    /// plan used or ignored the answer.
    fn take_challenges(&mut self, lines: &[String], zone: Zone) -> &'static str {
        let challenges = match Challenges::read(lines, &self.resource, &self.rules) {
            Ok(challenges) => challenges,
            Err(error) => {
                self.stage = Stage::Failed(error);
                return "";
            }
        };
        let chosen = challenges.chosen().map(|(challenge, url)| (challenge.clone(), url));
        self.challenges = challenges.all;
        self.warnings.extend(challenges.warnings);
        let Some((challenge, url)) = chosen else {
            return "left: no challenge names the document, so the well-known URLs are asked";
        };
        self.challenge = Some(challenge);
        let Some(url) = url else {
            return "taken: its challenge has a scope, and names no document, so the well-known URLs are asked";
        };
        self.challenged = true;
        self.stage = match require_secure_from_server(&url, &self.resource, &self.rules) {
            Ok(()) => {
                let candidates = [Candidate::challenged(url, zone)].into();
                Stage::Document { probing: false, candidates, absent: AbsentCandidates::default() }
            }
            Err(error) => Stage::Failed(error.about(CHALLENGED)),
        };
        "taken: its challenge names the document's URL"
    }

    /// Judges the replies of the candidates in order, up to the first that has no reply yet.
    fn advance(&mut self) {
        while let Stage::Document { probing: false, candidates, absent } = &mut self.stage {
            let Some(candidate) = candidates.front() else {
                let error = absent.error("resource", self.resource.text());
                return self.fail_with(error);
            };
            let (url, max_bytes, is_challenged) =
                (candidate.url.clone(), self.budget.room(), candidate.is_challenged());
            let request = match is_challenged {
                true => self.requests.challenged(url.clone(), candidate.reach, max_bytes),
                false => self.requests.document(Purpose::ResourceMetadata, url.clone(), candidate.reach, max_bytes),
            };
            let Some(reply) = &request.reply else { return };
            let bytes = body_length(reply);
            let verdict = match bytes > max_bytes {
                true => Verdict::Failed(self.budget.error(url.as_str())),
                false => Verdict::of(reply, is_challenged, |reply| {
                    ResourceMetadata::judge(&self.resource, reply, &self.rules)
                }),
            };
            self.budget.charge(bytes);
            let zone = reply.as_ref().map_or(Zone::Public, |reply| reply.zone);
            request.settle(verdict.outcome(), verdict.reason(&url, || candidate.description().to_owned()));
            match verdict {
                Verdict::Absent(error) => {
                    absent.add(&url, error);
                    candidates.pop_front();
                }
                Verdict::Failed(error) => self.fail_with(error),
                Verdict::Good(document) => {
                    let via = candidate.via;
                    self.begin_servers(via, document, Reach::Server(zone));
                }
            }
        }
    }

    fn fail_with(&mut self, error: Error) {
        self.stage = Stage::Failed(if self.challenged { error.about(CHALLENGED) } else { error });
    }

    fn begin_servers(&mut self, via: Via, document: ResourceMetadata, reach: Reach) {
        let mut servers = Servers::new(&document, reach, &self.resource, &self.rules);
        servers.begin(&mut self.requests, &mut self.budget);
        self.stage = Stage::Servers { via, document, servers };
    }
}
