use crate::facts::{Facts, Place, at_root, listed, origin_of, path_inserted, places};
use crate::observation::{Answer, Exchange, Observation};
use crate::profile::Profile;
use crate::request::Request;
use crate::role::Role;
use crate::verdicts::missing;
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use telnyx_oauth::Error;
use url::Url;

/// The maximum number of requests of an examination.
const MAX_REQUESTS: usize = 160;

/// The maximum number of authorization servers whose documents are requested.
const MAX_SERVERS: usize = 16;

/// The maximum number of requests that only clients in use send.
const MAX_OF_CLIENTS: usize = 32;

/// The maximum number of bytes of one body, and of all bodies together.
const MAX_BODY_BYTES: usize = 1024 * 1024;
const MAX_TOTAL_BYTES: usize = 8 * 1024 * 1024;

/// The `Origin` of the requests that a browser would send.
const BROWSER_ORIGIN: &str = "https://client.example";

/// The `User-Agent` of a browser, for servers that treat programs and browsers differently.
const OTHER_AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/// The requests of an examination as a state machine without I/O. It hands out requests, takes their answers in any order,
/// and ends with an [`Observation`].
///
/// The next requests depend on the answers so far alone. They are those of a discovery that gets these answers, and those
/// that the rules need besides.
#[derive(Debug)]
pub struct Plan {
    observation: Observation,
    handed_out: HashSet<(Role, String)>,
    outstanding: usize,
}

impl Plan {
    /// Starts the examination of `target`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](telnyx_oauth::ErrorKind::InvalidArgument) and
    /// [`ErrorKind::InsecureUrl`](telnyx_oauth::ErrorKind::InsecureUrl) for an unusable `target`.
    pub fn new(target: &str, profile: Profile, allow_http: bool) -> Result<Plan, Error> {
        let rules = telnyx_oauth::Rules::new().allow_http(allow_http);
        telnyx_oauth::DiscoveryPlan::new(target, None, &rules)?;
        // A hasher is the standard library's only source of random numbers.
        let nonce = format!("{:016x}", RandomState::new().hash_one(target));
        let observation = Observation::new(target, profile, allow_http, &nonce);
        Ok(Plan { observation, handed_out: HashSet::new(), outstanding: 0 })
    }

    /// The requests to send now, each only once. The examination ends when there are none and none is outstanding.
    pub fn requests(&mut self) -> Vec<Request> {
        let mut new = self.not_handed_out(wanted(&self.observation));
        if new.is_empty() && self.outstanding == 0 {
            // The last requests, so that a client in use gets the answers of the requests above.
            let sent = self.observation.of_role(Role::OfClient).count();
            let missing = missing(&self.observation).into_iter().take(MAX_OF_CLIENTS.saturating_sub(sent));
            new = self.not_handed_out(missing.collect());
        }
        self.outstanding += new.len();
        new
    }

    fn not_handed_out(&mut self, wanted: Vec<Request>) -> Vec<Request> {
        let mut new = Vec::new();
        for mut request in wanted {
            let key = (request.role, request.url.clone());
            if self.handed_out.len() < MAX_REQUESTS && self.handed_out.insert(key) {
                let room = MAX_TOTAL_BYTES.saturating_sub(self.observation.total_bytes());
                request.max_bytes = MAX_BODY_BYTES.min(room);
                new.push(request);
            }
        }
        new
    }

    /// Takes the outcome of a request: its answer, or the error if none came. An answer may have an error too, for a
    /// redirect that was not followed or a body that was not read to its end.
    pub fn take(&mut self, request: &Request, answer: Option<Answer>, error: Option<&Error>) {
        self.outstanding = self.outstanding.saturating_sub(1);
        self.observation.exchanges.push(Exchange::new(request, answer, error));
    }

    /// The observation so far.
    pub fn observation(&self) -> &Observation {
        &self.observation
    }

    /// The observation.
    pub fn finish(self) -> Observation {
        self.observation
    }
}

/// All requests that follow from the observation, including those that were sent already.
fn wanted(observation: &Observation) -> Vec<Request> {
    let mut facts = Facts::of(observation);
    let mut wanted = std::mem::take(&mut facts.missing);
    let target = observation.target.as_str();
    let get = |role| {
        let get = Request::new(role, "GET", as_requested(target));
        get.header("accept", "application/json, text/event-stream, */*;q=0.5")
    };
    wanted.push(get(Role::Resource));
    let own = path_inserted(target);
    let root = at_root(target);
    for url in own.iter().chain(&root) {
        wanted.push(Request::document(Role::Metadata, url));
    }
    if let Some(own) = &own {
        let head = Request::new(Role::MetadataHead, "HEAD", own);
        wanted.push(head.header("accept", "application/json"));
        wanted.extend(repeated(observation, own));
    }
    wanted.extend(unknown_well_known(observation));
    let preflight = Request::new(Role::ResourcePreflight, "OPTIONS", as_requested(target));
    let preflight = preflight.header("origin", BROWSER_ORIGIN).header("access-control-request-method", "POST");
    wanted.push(preflight.header("access-control-request-headers", "authorization,content-type"));
    wanted.push(get(Role::ResourceFromBrowser).header("origin", BROWSER_ORIGIN));
    wanted.extend(follow_up(&facts));
    wanted
}

/// The requests for the resource's document again. Each waits for the answer of the one before it, so that a server whose
/// answer depends on other requests at the same time does not look like one whose answer depends on the client.
fn repeated(observation: &Observation, own: &str) -> Vec<Request> {
    let from_browser = Request::document(Role::MetadataFromBrowser, own).header("origin", BROWSER_ORIGIN);
    let from_other = Request::document(Role::MetadataFromOtherAgent, own).header("user-agent", OTHER_AGENT);
    let again = Request::document(Role::MetadataAgain, own);
    let mut before = Role::Metadata;
    let mut repeated = Vec::new();
    for request in [from_browser, from_other, again] {
        if observation.find(before, own).is_none() {
            break;
        }
        before = request.role;
        repeated.push(request);
    }
    repeated
}

/// The requests for URLs that the answers name.
fn follow_up(facts: &Facts<'_>) -> Vec<Request> {
    let observation = facts.observation;
    let mut wanted = Vec::new();
    for answer in &facts.resource {
        let index = observation.index_of(answer.exchange);
        let urls = answer.challenges.iter().filter_map(|seen| seen.url.as_deref());
        wanted.extend(urls.map(|url| Request::document(Role::Metadata, url).named_by(index)));
    }
    let issuers = listed(&facts.documents);
    for (issuer, index) in issuers.into_iter().take(MAX_SERVERS) {
        for (_, url) in places(issuer) {
            wanted.push(Request::document(Role::ServerMetadata, url).named_by(Some(index)));
        }
    }
    let has_answers = [Place::Path, Place::Root].iter().all(|place| facts.document_at(*place).is_some());
    let is_without_document = facts.documents.iter().all(|document| document.json.is_none());
    if observation.profile.is_mcp() && has_answers && is_without_document {
        // MCP 2025-03-26 took the origin of the resource as the authorization server.
        let urls = origin_of(&observation.target).map(|origin| places(&origin)).unwrap_or_default();
        wanted.extend(urls.into_iter().map(|(_, url)| Request::document(Role::ServerMetadata, url)));
    }
    let sets = facts.documents.iter().filter_map(|document| {
        let url = document.judged.as_ref().ok()?.jwks_uri()?;
        Some((url.to_owned(), document.index))
    });
    wanted.extend(sets.map(|(url, index)| Request::document(Role::Jwks, url).named_by(Some(index))));
    for server in &facts.servers {
        let Some(good) = server.good() else { continue };
        let index = observation.index_of(good.exchange);
        let from_browser = Request::document(Role::ServerMetadataFromBrowser, &good.exchange.url);
        wanted.push(from_browser.header("origin", BROWSER_ORIGIN).named_by(good.exchange.named_by));
        if let Some(url) = good.judged.as_ref().ok().and_then(|metadata| metadata.jwks_uri()) {
            wanted.push(Request::document(Role::Jwks, url).named_by(index));
        }
    }
    wanted
}

/// The request for a well-known URL that no server has.
fn unknown_well_known(observation: &Observation) -> Option<Request> {
    let mut url = Url::parse(&observation.target).ok()?;
    url.set_path(&format!("/.well-known/telnyx-oauth-check-{}", observation.nonce));
    url.set_query(None);
    Some(Request::document(Role::UnknownWellKnown, url))
}

/// The URL to which a discovery sends the requests to the resource itself.
fn as_requested(target: &str) -> String {
    Url::parse(target).map_or_else(|_| target.to_owned(), String::from)
}
