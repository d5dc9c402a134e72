use crate::Purpose;
use crate::protocol::call::Reach;
use url::Url;

/// A request to send: a GET of `url` without credentials, following redirects on the same origin alone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlannedRequest {
    /// The id to pass to [`respond`](crate::DiscoveryPlan::respond) or [`fail`](crate::DiscoveryPlan::fail).
    pub id: usize,
    /// The purpose. A [`Purpose::Probe`] needs no body, is not retried, and may be given up early.
    pub purpose: Purpose,
    /// The URL to get.
    pub url: String,
    /// True if a server named the URL, in a challenge or a document. It must then not lead to a less public address than
    /// that server's own, nor to a link-local one.
    pub named_by_server: bool,
    /// True if a challenge named the URL. The document may have changed, so a cache must not answer without asking the
    /// server ([RFC 9728 section 5.2](https://www.rfc-editor.org/rfc/rfc9728#section-5.2)).
    pub revalidate: bool,
}

/// A [`PlannedRequest`] for this crate's own transport.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) id: usize,
    pub(crate) purpose: Purpose,
    pub(crate) url: Url,
    pub(crate) reach: Reach,
    pub(crate) revalidate: bool,
    /// The largest body of its response, in bytes.
    pub(crate) max_bytes: usize,
}
