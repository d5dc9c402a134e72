use super::document::{Document, json, judged};
use crate::observation::{Exchange, Observation};
use crate::role::Role;
use serde_json::Value;
use telnyx_oauth::embedding::authorization_server_members;
use telnyx_oauth::{AuthorizationServerMetadata, Error, Response, Rules, authorization_server_metadata_urls};
use url::Url;

/// A well-known URL of an authorization server's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServerPlace {
    /// RFC 8414's.
    OAuth,
    /// OpenID Connect's, inserted before the issuer's path.
    OpenIdInserted,
    /// OpenID Connect's, appended to the issuer's path.
    OpenIdAppended,
}

/// An authorization server that a document of the resource lists.
#[derive(Debug)]
pub(crate) struct Server<'a> {
    /// The issuer, as listed.
    pub(crate) issuer: String,
    /// The answers at its well-known URLs, in the order in which a discovery asks them.
    pub(crate) documents: Vec<ServerDocument<'a>>,
}

/// The answer at a well-known URL of an authorization server.
#[derive(Debug)]
pub(crate) struct ServerDocument<'a> {
    pub(crate) place: ServerPlace,
    pub(crate) exchange: &'a Exchange,
    /// Core's judgement of the document.
    pub(crate) judged: Result<AuthorizationServerMetadata, Error>,
    /// The body, if it is a JSON object, even if core refuses the document.
    pub(crate) json: Option<Value>,
}

impl<'a> Server<'a> {
    /// The first good document.
    pub(crate) fn good(&self) -> Option<&ServerDocument<'a>> {
        self.documents.iter().find(|document| document.judged.is_ok())
    }

    /// The document that a client would use: the first good one, else the first that is at least metadata of a server.
    pub(crate) fn used(&self) -> Option<&ServerDocument<'a>> {
        self.good().or_else(|| self.documents.iter().find(|document| document.is_server_metadata()))
    }
}

impl ServerDocument<'_> {
    /// The URL of the request.
    pub(crate) fn url(&self) -> &str {
        &self.exchange.url
    }

    /// A member of the document, even if core refuses the document. A null counts as absent.
    pub(crate) fn member(&self, name: &str) -> Option<&Value> {
        self.json.as_ref()?.get(name).filter(|value| !value.is_null())
    }

    /// The strings of a member that is a list. `None` if the member is absent or not a list.
    pub(crate) fn strings(&self, name: &str) -> Option<Vec<&str>> {
        let values = self.member(name)?.as_array()?;
        Some(values.iter().filter_map(Value::as_str).collect())
    }

    /// True if the body is a JSON object with a member of authorization server metadata.
    pub(crate) fn is_server_metadata(&self) -> bool {
        let has = |name: &str| self.json.as_ref().is_some_and(|json| json.get(name).is_some());
        authorization_server_members().any(has)
    }

    /// True if a client can get an authorization code here, as far as the document says.
    pub(crate) fn grants_codes(&self) -> bool {
        let grants = self.strings("grant_types_supported");
        grants.is_none_or(|grants| grants.contains(&"authorization_code"))
    }

    /// Core's judgement of a document that has only this member and the issuer.
    pub(crate) fn judge_alone(
        &self,
        issuer: &str,
        name: &str,
        rules: &Rules,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let mut members = serde_json::Map::new();
        members.insert("issuer".to_owned(), issuer.into());
        members.extend(self.member(name).map(|value| (name.to_owned(), value.clone())));
        let body = Value::Object(members).to_string();
        let response = Response::new(200, body.as_bytes()).content_type("application/json").url(self.url());
        AuthorizationServerMetadata::from_response(issuer, &response, rules)
    }
}

/// The URLs of an issuer's document with their places, in the order in which a discovery asks them.
pub(crate) fn places(issuer: &str) -> Vec<(ServerPlace, String)> {
    let urls = authorization_server_metadata_urls(issuer).unwrap_or_default();
    let places = [ServerPlace::OAuth, ServerPlace::OpenIdInserted, ServerPlace::OpenIdAppended];
    places.into_iter().zip(urls).collect()
}

/// The issuers that documents list, each once and in order, with the index of the exchange that listed it first.
pub(crate) fn listed<'a>(documents: &'a [Document<'_>]) -> Vec<(&'a str, usize)> {
    let mut listed: Vec<(&str, usize)> = Vec::new();
    for document in documents {
        let servers = document.member("authorization_servers").and_then(Value::as_array);
        for issuer in servers.into_iter().flatten().filter_map(Value::as_str) {
            if listed.iter().all(|(known, _)| *known != issuer) {
                listed.push((issuer, document.index));
            }
        }
    }
    listed
}

/// The origin of a resource, as an issuer.
pub(crate) fn origin_of(target: &str) -> Option<String> {
    Url::parse(target).ok().map(|url| url.origin().ascii_serialization())
}

pub(super) fn servers<'a>(observation: &'a Observation, documents: &[Document<'_>], rules: &Rules) -> Vec<Server<'a>> {
    listed(documents).into_iter().map(|(issuer, _)| server(observation, issuer, rules)).collect()
}

pub(super) fn origin<'a>(
    observation: &'a Observation,
    documents: &[Document<'_>],
    rules: &Rules,
) -> Option<Server<'a>> {
    let is_without_document = documents.iter().all(|document| document.json.is_none());
    origin_of(&observation.target).filter(|_| is_without_document).map(|issuer| server(observation, &issuer, rules))
}

fn server<'a>(observation: &'a Observation, issuer: &str, rules: &Rules) -> Server<'a> {
    let seen = places(issuer).into_iter().filter_map(|(place, url)| {
        let (_, exchange) = observation.find(Role::ServerMetadata, &url)?;
        let judged = judged(exchange, |response| AuthorizationServerMetadata::from_response(issuer, response, rules));
        Some(ServerDocument { place, exchange, judged, json: json(exchange) })
    });
    Server { issuer: issuer.to_owned(), documents: seen.collect() }
}
