use crate::Purpose;
use crate::protocol::call::{Message, Reach};
use url::Url;

/// A request to send, without credentials. A GET follows redirects on the same origin; a POST and a DELETE follow none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlannedRequest {
    /// The id to pass to [`respond`](crate::DiscoveryPlan::respond) or [`fail`](crate::DiscoveryPlan::fail).
    pub id: usize,
    /// The purpose. A [`Purpose::Probe`] is not retried. All probes together should take at most 5 s; pass
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) to [`fail`](crate::DiscoveryPlan::fail) after that.
    pub purpose: Purpose,
    /// The method: `GET`, `POST` or `DELETE`. A POST and a DELETE have the purpose [`Purpose::Probe`]. The plan waits for no
    /// answer to a DELETE.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// The header fields to send, the names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body; only a POST has one.
    pub body: Option<&'static str>,
    /// True if a server named the URL, in a challenge or a document. It must then not lead to a less public address than
    /// that server's own, nor to a link-local one.
    pub named_by_server: bool,
    /// The URL of the response that named [`PlannedRequest::url`], for [`Client::vet`](crate::Client::vet); `None` if no
    /// server named the URL. It is the resource for a URL in a challenge, and the resource's document for a URL of an
    /// authorization server.
    pub named_by: Option<String>,
    /// True if a challenge named the URL. The document may have changed, so a cache must not answer without asking the
    /// server ([RFC 9728 section 5.2](https://www.rfc-editor.org/rfc/rfc9728#section-5.2)).
    pub revalidate: bool,
}

/// A [`PlannedRequest`] for this crate's own transport.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) id: usize,
    pub(crate) purpose: Purpose,
    pub(crate) message: Message,
    /// True if the URL is at the origin of the requested resource.
    pub(crate) is_of_resource: bool,
    pub(crate) url: Url,
    pub(crate) reach: Reach,
    pub(crate) revalidate: bool,
    /// The largest body of its response, in bytes.
    pub(crate) max_bytes: usize,
}
