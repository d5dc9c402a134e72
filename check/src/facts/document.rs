use super::resource::ResourceAnswer;
use super::urls::{at_root, path_inserted};
use crate::observation::{Exchange, Observation};
use crate::replay::{response, rules};
use crate::role::Role;
use serde_json::Value;
use telnyx_oauth::embedding::resource_members;
use telnyx_oauth::{Error, ErrorKind, ResourceMetadata, Response, Rules};

/// How a client comes to the URL of a resource's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A challenge names it.
    Challenge,
    /// The well-known path is inserted before the resource's path.
    Path,
    /// The well-known URL of the resource's origin.
    Root,
}

/// The answer at a URL of the resource's document.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) exchange: &'a Exchange,
    /// The index of the exchange.
    pub(crate) index: usize,
    /// All ways to this URL.
    pub(crate) places: Vec<Place>,
    /// Core's judgement of the document.
    pub(crate) judged: Result<ResourceMetadata, Error>,
    /// The body, if it is a JSON object, even if core refuses the document.
    pub(crate) json: Option<Value>,
}

impl Document<'_> {
    /// The URL of the request.
    pub(crate) fn url(&self) -> &str {
        &self.exchange.url
    }

    /// True if the document is the metadata of an authorization server.
    pub(crate) fn is_of_a_server(&self) -> bool {
        self.member("resource").is_none() && self.member("issuer").is_some()
    }

    /// A member of the document, even if core refuses the document.
    pub(crate) fn member(&self, name: &str) -> Option<&Value> {
        self.json.as_ref()?.get(name)
    }

    /// The strings of a member that is an array, with their indices.
    pub(crate) fn strings(&self, name: &str) -> impl Iterator<Item = (usize, &str)> {
        let values = self.member(name).and_then(Value::as_array).into_iter().flatten();
        values.enumerate().filter_map(|(index, value)| Some((index, value.as_str()?)))
    }

    /// True for a JSON object without any member of a resource's document. Core refuses it.
    pub(crate) fn is_foreign(&self) -> bool {
        let names = self.json.as_ref().and_then(Value::as_object).into_iter().flatten();
        self.json.is_some() && self.judged.is_err() && !names.into_iter().any(|(name, _)| is_registered(name))
    }

    /// Core's judgement of each registered member alone. Core reports only the first fault of a whole document.
    pub(crate) fn judged_alone(&self, observation: &Observation) -> Vec<(&str, Result<ResourceMetadata, Error>)> {
        let members = self.json.as_ref().and_then(Value::as_object).into_iter().flatten();
        let judged = |(name, value): (&'_ String, &Value)| {
            let mut alone = serde_json::json!({ "resource": observation.target });
            alone[name] = value.clone();
            let body = alone.to_string();
            let response = Response::new(200, body.as_bytes()).content_type("application/json");
            ResourceMetadata::from_response(&observation.target, &response, &rules(observation))
        };
        let is_judged = |name: &str| is_registered(name) || name.ends_with("_endpoint");
        members.filter(|(name, _)| is_judged(name)).map(|member| (member.0.as_str(), judged(member))).collect()
    }
}

/// True for a member of a resource's document, with or without a language tag.
fn is_registered(name: &str) -> bool {
    let base = name.split_once('#').map_or(name, |(base, _)| base);
    resource_members().any(|registered| registered == base)
}

/// The answers at all URLs of the resource's document, without doubles.
pub(crate) fn documents<'a>(
    observation: &'a Observation,
    resource: &[ResourceAnswer<'_>],
    rules: &Rules,
) -> Vec<Document<'a>> {
    let challenged = resource.iter().flat_map(|answer| &answer.challenges).filter_map(|seen| seen.url.clone());
    let mut places: Vec<_> = challenged.map(|url| (Place::Challenge, url)).collect();
    places.extend(path_inserted(&observation.target).map(|url| (Place::Path, url)));
    places.extend(at_root(&observation.target).map(|url| (Place::Root, url)));
    let mut documents: Vec<Document<'a>> = Vec::new();
    for (place, url) in places {
        if let Some(known) = documents.iter_mut().find(|document| document.exchange.url == url) {
            known.places.push(place);
        } else if let Some((index, exchange)) = observation.find(Role::Metadata, &url) {
            let judged =
                judged(exchange, |response| ResourceMetadata::from_response(&observation.target, response, rules));
            documents.push(Document { exchange, index, places: vec![place], judged, json: json(exchange) });
        }
    }
    documents
}

/// Core's judgement of the answer of an exchange.
pub(super) fn judged<T>(
    exchange: &Exchange,
    judge: impl FnOnce(&telnyx_oauth::Response<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    match (response(exchange), &exchange.error) {
        (Some(response), _) => judge(&response),
        (None, failure) => {
            let message = failure.as_ref().map_or("the recording has no answer", |failure| &failure.message);
            Err(telnyx_oauth::embedding::failed(exchange.error_kind().unwrap_or(ErrorKind::Transport), message))
        }
    }
}

/// The body of an answer with the status 200, if it is a JSON object.
pub(super) fn json(exchange: &Exchange) -> Option<Value> {
    let answer = exchange.answer.as_ref().filter(|answer| answer.status == 200)?;
    let body = answer.body.0.as_slice();
    // Core accepts a byte-order mark.
    serde_json::from_slice(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)).ok().filter(Value::is_object)
}
