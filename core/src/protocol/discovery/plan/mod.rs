mod probe_answers;

use super::absent_candidates::AbsentCandidates;
use super::budget::{Budget, MAX_TOTAL_BYTES};
use super::candidate::Candidate;
use super::issuer_search::IssuerSearch;
use super::planned::{Planned, PlannedRequest};
use super::probe_sequence;
use super::requests::{Request, Requests, body_length};
use super::result::Discovery;
use super::server::Server;
use super::servers::Servers;
use super::verdict::Verdict;
use super::via::Via;
use crate::protocol::addresses::Zone;
use crate::protocol::call::{Reach, require_same_origin, require_same_url};
use crate::protocol::documents::Rules;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Challenge, Reply, Response, WwwAuthenticate, counted_challenge};
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose, ResourceMetadata, Warning};
use std::collections::VecDeque;

/// The start of an error's message about a URL that the caller has not seen.
const CHALLENGED: &str = "the resource's challenge chose this URL";

/// The discovery of a resource as a state machine without I/O, to run it over your own HTTP client. The plan returns
/// requests, accepts responses in any order, and ends with a [`Discovery`] or an error.
/// [`Client::discover`](crate::Client::discover) uses it too.
///
/// ```
/// use telnyx_oauth::{DiscoveryPlan, Response, Rules};
///
/// # // An HTTP client's answer to a request without credentials: here always 404.
/// # struct Fetched { status: u16, url: String, content_type: Option<String>, www_authenticate: Vec<String>, body: Vec<u8> }
/// # fn send(request: &telnyx_oauth::PlannedRequest) -> Fetched {
/// #     let url = request.url.clone();
/// #     Fetched { status: 404, url, content_type: None, www_authenticate: Vec::new(), body: Vec::new() }
/// # }
/// let mut plan = DiscoveryPlan::new("https://rs.example/mcp", None, &Rules::new())?;
/// while !plan.is_finished() {
///     for request in plan.requests() {
///         // Sends `request.method` to `request.url`, with `request.headers` and `request.body`.
///         let fetched = send(&request);
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
    /// The rules for the resource's document.
    document_rules: Rules,
    requests: Requests,
    budget: Budget,
    /// All challenges of the resource.
    challenges: Vec<Challenge>,
    /// The status of the probe's last answer, if that leaves open whether the resource challenges another method.
    inconclusive: Option<u16>,
    /// True if the probe failed, or was redirected to another origin.
    has_probe_failed: bool,
    /// The error of the resource's document, if the resource's origin is tried as the server.
    absence: Option<Error>,
    /// The search for the server that the caller chose.
    chosen: Option<IssuerSearch>,
    warnings: Vec<Warning>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Document { probing: bool, candidates: VecDeque<Candidate>, absent: AbsentCandidates },
    Servers { via: Via, document: Option<ResourceMetadata>, servers: Servers },
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

    /// Chooses the authorization server. The plan requests the metadata of this server even if no document lists the server.
    /// No other server replaces it: if the server fails, the discovery fails with that error. The discovery then also succeeds
    /// if the resource has no document, or if its document lists no server. Call this method before the first response.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for an unusable `issuer`.
    pub fn with_issuer(self, issuer: impl AsRef<str>) -> Result<DiscoveryPlan, Error> {
        let search = IssuerSearch::new(issuer.as_ref(), self.rules.clone())?;
        Ok(self.with_chosen(Some(search)))
    }

    pub(crate) fn with_chosen(mut self, chosen: Option<IssuerSearch>) -> DiscoveryPlan {
        if chosen.is_some() {
            // The caller's choice of a server excuses a document that lists none.
            self.document_rules.profile = None;
        }
        self.chosen = chosen;
        self
    }

    /// Starts a discovery. The caller's `WWW-Authenticate` comes with the zone of the resource.
    pub(crate) fn begin(
        resource: Resource,
        www_authenticate: Option<(Vec<String>, Zone)>,
        rules: Rules,
        max_total_bytes: usize,
    ) -> DiscoveryPlan {
        let candidates = Candidate::well_known(&resource);
        let probe = probe_sequence::first(rules.effective_probe()).filter(|_| www_authenticate.is_none());
        let probing = probe.is_some();
        let mut plan = DiscoveryPlan {
            resource,
            document_rules: rules.clone(),
            rules,
            requests: Requests::default(),
            budget: Budget::new(max_total_bytes),
            challenges: Vec::new(),
            inconclusive: None,
            has_probe_failed: false,
            absence: None,
            chosen: None,
            warnings: Vec::new(),
            stage: Stage::Document { probing, candidates, absent: AbsentCandidates::default() },
        };
        match www_authenticate {
            Some((lines, zone)) => _ = plan.take_challenges(&lines, zone),
            None => {
                if let Some(message) = probe {
                    plan.probe(message);
                }
                // Both requests run at the same time. This one counts only if no challenge names another URL.
                let (own, max_bytes) = (plan.resource.metadata_url(), plan.budget.room());
                plan.requests.document(Purpose::ResourceMetadata, own, Reach::Caller, max_bytes);
            }
        }
        plan.advance();
        plan
    }

    /// Returns the requests to send now, each only once. They are independent of each other. At most 16 requests are
    /// outstanding at the same time. A finished plan may return a DELETE that closes an MCP session. The result does not depend
    /// on the response to the DELETE.
    pub fn requests(&mut self) -> Vec<PlannedRequest> {
        let new = self.hand_out();
        let planned = |Planned { id, purpose, message, url, reach, revalidate, .. }| PlannedRequest {
            id,
            purpose,
            method: message.method(),
            url: String::from(url),
            headers: message.fields().into_iter().map(|(name, value)| (name, value.into_owned())).collect(),
            body: message.body(),
            named_by_server: reach != Reach::Caller,
            named_by: (reach != Reach::Caller).then(|| self.source_of_urls().to_owned()),
            revalidate,
        };
        new.into_iter().map(planned).collect()
    }

    /// Returns the URL of the response that names the URLs of the current stage: the resource's document, or else the
    /// resource with its challenge.
    fn source_of_urls(&self) -> &str {
        match &self.stage {
            Stage::Servers { document: Some(document), .. } => document.url(),
            _ => self.resource.url().as_str(),
        }
    }

    pub(crate) fn hand_out(&mut self) -> Vec<Planned> {
        let is_finished = self.is_finished();
        let new = self.requests.hand_out();
        new.filter_map(|id| {
            let Request { purpose, message, url, reach, revalidate, max_bytes, waiting, .. } = self.requests.get(id)?;
            if is_finished && !message.closes_session() {
                return None;
            }
            // The budget may have shrunk since the request was made.
            let max_bytes = waiting.first().map_or(*max_bytes, |index| self.budget.room_for(*index));
            let (purpose, reach, revalidate) = (*purpose, *reach, *revalidate);
            let (message, url, is_of_resource) =
                (message.clone(), url.clone(), url.origin() == self.resource.url().origin());
            Some(Planned { id, purpose, message, is_of_resource, url, reach, revalidate, max_bytes })
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
        let Request { url, purpose, message, .. } = self.handed_out(id)?;
        let may_challenge = *purpose == Purpose::Probe && !message.closes_session();
        if may_challenge && response.www_authenticate.is_none() {
            let message = "the response to a probe must come with its WWW-Authenticate field lines (www_authenticate), \
                           an empty list if it has none";
            return Err(Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()));
        }
        // The plan has decided already whether the URL may be http.
        let reply = Reply::fetched_elsewhere(response, || url.clone(), &Rules::new().allow_http(true))?;
        let reached = match message.follows_redirects() {
            true => require_same_origin(url, url, &reply.url),
            false => require_same_url(url, &reply.url),
        };
        let reached = reached.map_err(|error| error.with_status(reply.status));
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
            let (message, reply) = (request.message.clone(), request.reply.take());
            return self.receive_probe(id, &message, reply);
        }
        let (waiting, purpose) = (std::mem::take(&mut request.waiting), request.purpose);
        self.advance();
        if let Stage::Servers { servers, .. } = &mut self.stage {
            for index in waiting {
                servers.advance(index, &mut self.requests, &mut self.budget);
            }
        }
        self.fail_with_chosen();
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
        let attempt = |request: &Request| request.attempt(self.given_up(request.purpose, request.message.method()));
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
                Ok(Discovery::new(&self.resource, self.challenges, via, document, servers, self.warnings, attempts))
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

    /// Returns the outcome and the reason of a request that got no answer before the discovery ended.
    pub(crate) fn given_up(&self, purpose: Purpose, method: &str) -> (Outcome, &'static str) {
        if method == "DELETE" {
            return (
                Outcome::Ok,
                "sent: it closes the session that the probe opened, and the call does not wait for the answer",
            );
        }
        let reason = match self.stage {
            _ if purpose == Purpose::ResourceMetadata && self.is_challenged() => {
                "given up: the challenge names another URL"
            }
            Stage::Failed(_) => "given up: the discovery has failed",
            _ => "given up: the discovery has ended",
        };
        (Outcome::Failed(ErrorKind::Cancelled), reason)
    }

    /// Judges the replies that the result did not need, so that their attempts have an outcome.
    pub(crate) fn judge_unused_replies(&mut self) {
        let reason = match self.is_challenged() {
            true => "left: the challenge names another URL",
            false => "left: the discovery has failed before",
        };
        for request in self.requests.iter_mut().filter(|request| request.purpose == Purpose::ResourceMetadata) {
            if let (None, Some(reply)) = (request.outcome, &request.reply) {
                let judge = |reply: &Reply| ResourceMetadata::judge(&self.resource, reply, &self.document_rules);
                let outcome = Verdict::of(reply, false, judge).outcome();
                request.settle(outcome, reason.to_owned());
            }
        }
    }

    /// Judges the replies of the candidates in order, up to the first that has no reply yet.
    fn advance(&mut self) {
        while let Stage::Document { probing: false, candidates, absent } = &mut self.stage {
            let Some(candidate) = candidates.front() else {
                let (error, are_client_errors) =
                    (absent.error("resource", self.resource.text()), absent.are_client_errors());
                return self.go_on_without(error, are_client_errors);
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
                    ResourceMetadata::judge(&self.resource, reply, &self.document_rules)
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

    /// True if a challenge of the resource names the document's URL.
    fn is_challenged(&self) -> bool {
        counted_challenge(&self.challenges).is_some_and(|challenge| challenge.usable_url().is_some())
    }

    fn fail_with(&mut self, error: Error) {
        self.stage = Stage::Failed(if self.is_challenged() { error.about(CHALLENGED) } else { error });
    }

    fn begin_servers(&mut self, via: Via, document: ResourceMetadata, reach: Reach) {
        if let Some(status) = self.inconclusive.filter(|_| document.resource() != Some(self.resource.text())) {
            self.warnings.push(probe_sequence::inconclusive(status, &self.resource));
        }
        let chosen = self.chosen.take().map(Server::chosen);
        let servers = Servers::new(chosen, &document, reach, &self.resource, &self.rules);
        self.search(via, Some(document), servers);
    }

    /// Continues after no candidate had a document: with the server that the caller chose, or with the resource's origin as
    /// the server. Otherwise ends the discovery. `are_client_errors` is true if each candidate answered with a status of 4xx.
    fn go_on_without(&mut self, error: Error, are_client_errors: bool) {
        if error.kind() != ErrorKind::NotFound {
            return self.fail_with(error);
        }
        if let Some(search) = self.chosen.take() {
            return self.search(Via::Issuer, None, Servers::chosen(Some(Server::chosen(search))));
        }
        let may_be_origin = are_client_errors && !self.is_challenged() && !self.has_probe_failed;
        if self.rules.legacy_origin && may_be_origin {
            let origin = self.resource.url().origin().ascii_serialization();
            match IssuerSearch::new(&origin, self.rules.clone()) {
                Ok(search) => {
                    self.absence = Some(error);
                    self.search(Via::LegacyOrigin, None, Servers::chosen(Some(Server::chosen(search))));
                }
                Err(error) => self.fail_with(error),
            }
            return;
        }
        self.fail_with(error);
    }

    fn search(&mut self, via: Via, document: Option<ResourceMetadata>, mut servers: Servers) {
        servers.begin(&mut self.requests, &mut self.budget);
        self.stage = Stage::Servers { via, document, servers };
        self.fail_with_chosen();
    }

    /// Ends the discovery if the server that it must use has failed.
    fn fail_with_chosen(&mut self) {
        let Stage::Servers { servers, .. } = &self.stage else { return };
        let Some(error) = servers.chosen_error().cloned() else { return };
        self.stage = Stage::Failed(match self.absence.take() {
            Some(absence) if error.kind() == ErrorKind::NotFound => absence.with_note(error.message()),
            _ => error,
        });
    }
}
