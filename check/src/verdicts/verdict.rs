use serde::Serialize;

/// The behaviour of one client in use with a server: the requests that it sends, and its end.
///
/// The client has no token and is registered with every authorization server. It stops when it would open the authorization
/// endpoint in a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Verdict {
    /// The client.
    pub client: &'static str,
    /// The version of the client.
    pub version: &'static str,
    /// How the client starts.
    pub way: Way,
    /// The requests in order, each as its method and its URL.
    pub requests: Vec<String>,
    /// The end.
    pub end: End,
}

/// How a client starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Way {
    /// It sends MCP's `initialize` without a token, and reads the challenge of the answer.
    Challenged,
    /// It has the URL of the resource alone.
    Cold,
}

/// The end of a client's discovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum End {
    /// The client opens the authorization endpoint.
    Found {
        /// The authorization server, as the client names it.
        issuer: String,
        /// The authorization endpoint, without a query.
        authorization_endpoint: String,
        /// How the client came to the authorization server.
        via: Via,
    },
    /// The client gives up.
    Stopped {
        /// The URL of its last request, or the URL that it refuses.
        at: String,
        /// The kind of the reason.
        reason: Reason,
        /// The reason.
        because: String,
    },
    /// The observation does not tell: the examination did not send a request that the client sends.
    Unknown {
        /// The URL of that request.
        at: String,
        /// Why the request was not sent.
        because: String,
    },
}

/// How a client came to an authorization server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Via {
    /// The URL of the resource's document. `None`: the client found no document that it takes, and assumes that the origin
    /// of the resource is the authorization server.
    pub resource_metadata: Option<String>,
    /// The URL of the authorization server's document. `None`: the client found none, and assumes its endpoints.
    pub server_metadata: Option<String>,
}

/// Why a client gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The resource's answer does not make the client start a discovery.
    NotChallenged,
    /// No answer came, or its body broke off.
    NoAnswer,
    /// The status of an answer.
    Status,
    /// A redirect that the client refuses.
    Redirect,
    /// The challenge breaks the grammar of its field.
    Challenge,
    /// The content type of a document.
    ContentType,
    /// A body is no JSON.
    Json,
    /// A document lacks a member, or a member has a wrong type.
    Document,
    /// The document is about another resource.
    Resource,
    /// The document is about another authorization server.
    Issuer,
    /// A URL that the client cannot use.
    Url,
    /// The authorization server does not list the response type `code`.
    ResponseType,
    /// The authorization server does not list the code challenge method `S256`.
    Pkce,
    /// The client found no authorization server.
    NoServer,
}

impl End {
    pub(super) fn stopped(at: impl Into<String>, reason: Reason, because: impl Into<String>) -> End {
        End::Stopped { at: at.into(), reason, because: because.into() }
    }
}
