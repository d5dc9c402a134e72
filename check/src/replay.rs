use crate::observation::{Exchange, Observation};
use crate::request::Request;
use crate::role::Role;
use telnyx_oauth::{Discovery, DiscoveryPlan, Error, ErrorKind, PlannedRequest, Probe, Purpose, Response, Rules};

/// A discovery that gets its answers from an observation.
#[derive(Debug)]
pub(crate) struct Replay {
    /// The requests that the observation has no exchange for.
    pub(crate) missing: Vec<Request>,
    /// The result: an error if requests are missing.
    pub(crate) result: Result<Discovery, Error>,
}

/// Runs the discovery of the observation's target.
pub(crate) fn replay(observation: &Observation) -> Replay {
    let mut missing = Vec::new();
    let mut plan = match DiscoveryPlan::new(&observation.target, None, &rules(observation)) {
        Ok(plan) => plan,
        Err(error) => return Replay { missing, result: Err(error) },
    };
    loop {
        let requests = plan.requests();
        if requests.is_empty() {
            return Replay { missing, result: plan.finish() };
        }
        for planned in requests {
            let role = role_of(&planned);
            match observation.find(role, &planned.url) {
                // The plan only refuses an id that it has not handed out, and the response to a probe without its fields.
                Some((_, exchange)) => _ = answer(&mut plan, &planned, exchange),
                None => missing.extend(request(role, planned, observation)),
            }
        }
    }
}

/// The rules for every document of an examination.
pub(crate) fn rules(observation: &Observation) -> Rules {
    let probe = if observation.profile.is_mcp() { Probe::Mcp } else { Probe::Auto };
    Rules::new().allow_http(observation.allow_http).probe(probe)
}

/// The answer of an exchange, for core. `None` if there is no answer that core would judge.
pub(crate) fn response(exchange: &Exchange) -> Option<Response<'_>> {
    let answer = exchange.answer.as_ref().filter(|_| exchange.error.is_none())?;
    let mut response = Response::new(answer.status, &answer.body.0).url(&answer.url);
    response = response.www_authenticate(answer.lines("www-authenticate"));
    response.content_type = answer.lines("content-type").next();
    response.mcp_session_id = answer.lines("mcp-session-id").next();
    response.mcp_protocol_version = answer.lines("mcp-protocol-version").next();
    Some(response)
}

fn answer(plan: &mut DiscoveryPlan, planned: &PlannedRequest, exchange: &Exchange) -> Result<(), Error> {
    match (response(exchange), &exchange.error) {
        (Some(response), _) => plan.respond(planned.id, &response),
        (None, Some(failure)) => {
            plan.fail(planned.id, exchange.error_kind().unwrap_or(ErrorKind::Transport), &failure.message)
        }
        (None, None) => plan.fail(planned.id, ErrorKind::Transport, "the recording has no answer"),
    }
}

fn role_of(planned: &PlannedRequest) -> Role {
    match (planned.purpose, planned.method) {
        (Purpose::ResourceMetadata, _) => Role::Metadata,
        (Purpose::AuthorizationServerMetadata, _) => Role::ServerMetadata,
        (_, "DELETE") => Role::CloseSession,
        (_, "POST") if planned.headers.iter().any(|(name, _)| *name == "mcp-method") => Role::ServerDiscover,
        (_, "POST") => Role::Initialize,
        _ => Role::Resource,
    }
}

/// The request to send. `None` if a server named its URL, but no answer of that server is known.
fn request(role: Role, planned: PlannedRequest, observation: &Observation) -> Option<Request> {
    // A challenge of the resource, or its document, named the URL.
    let answered_from = |url: &str| {
        let is_from = |exchange: &Exchange| exchange.answer.as_ref().is_some_and(|answer| answer.url == url);
        observation.exchanges.iter().position(is_from)
    };
    let named_by = planned.named_by.as_deref().and_then(answered_from);
    if planned.named_by_server && named_by.is_none() {
        return None;
    }
    let mut request = Request::new(role, planned.method, planned.url).named_by(named_by);
    request.headers = planned.headers;
    request.body = planned.body;
    Some(request)
}
