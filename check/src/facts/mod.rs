//! The parsed view of an observation, which the rules read. Core parses and judges everything here.

mod document;
mod resource;
mod server;
mod signed;
mod urls;

pub(crate) use document::{Document, Place};
pub(crate) use resource::{ChallengeSeen, ResourceAnswer};
pub(crate) use server::{Server, ServerDocument, ServerPlace, listed, origin_of, places};
pub(crate) use signed::claims;
pub(crate) use urls::{at_root, path_inserted};

use crate::observation::Observation;
use crate::replay::{Replay, replay, rules};
use crate::request::Request;
use crate::role::Role;
use telnyx_oauth::{Discovery, Error};

/// The facts about a server that the rules check.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) observation: &'a Observation,
    /// The answers of the resource itself to requests without credentials.
    pub(crate) resource: Vec<ResourceAnswer<'a>>,
    /// The answers at the URLs of the resource's document: those of the challenges, the path-inserted one, and the root's.
    pub(crate) documents: Vec<Document<'a>>,
    /// The authorization servers that the resource's documents list, each once.
    pub(crate) servers: Vec<Server<'a>>,
    /// The resource's origin as an authorization server. It was asked only if no URL has the resource's document.
    pub(crate) origin: Option<Server<'a>>,
    /// The result of a discovery that gets the same answers.
    pub(crate) discovery: Result<Discovery, Error>,
    /// The requests of that discovery that the observation has no exchange for.
    pub(crate) missing: Vec<Request>,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(observation: &'a Observation) -> Facts<'a> {
        let resource: Vec<_> = observation.exchanges.iter().filter_map(ResourceAnswer::of).collect();
        let documents = document::documents(observation, &resource, &rules(observation));
        let servers = server::servers(observation, &documents, &rules(observation));
        let origin = server::origin(observation, &documents, &rules(observation));
        let Replay { missing, result } = replay(observation);
        Facts { resource, origin, documents, servers, discovery: result, missing, observation }
    }

    /// The resource, as the caller wrote it.
    pub(crate) fn target(&self) -> &str {
        &self.observation.target
    }

    /// All challenges of the resource, with the answers that they came in.
    pub(crate) fn challenges(&self) -> impl Iterator<Item = (&ResourceAnswer<'a>, &ChallengeSeen)> {
        self.resource.iter().flat_map(|answer| answer.challenges.iter().map(move |challenge| (answer, challenge)))
    }

    /// The document at this place.
    pub(crate) fn document_at(&self, place: Place) -> Option<&Document<'a>> {
        self.documents.iter().find(|document| document.places.contains(&place))
    }

    /// The exchange of a request for a well-known URL that no server has.
    pub(crate) fn unknown_well_known(&self) -> Option<&'a crate::observation::Exchange> {
        self.observation.of_role(Role::UnknownWellKnown).next()
    }
}
