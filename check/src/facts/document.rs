use super::resource::ResourceAnswer;
use super::urls::{at_root, path_inserted};
use crate::observation::{Exchange, Observation};
use crate::replay::response;
use crate::role::Role;
use serde_json::Value;
use telnyx_oauth::{Error, ErrorKind, ResourceMetadata, Rules};

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
    serde_json::from_slice(&answer.body.0).ok().filter(Value::is_object)
}
