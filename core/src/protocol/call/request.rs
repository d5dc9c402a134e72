use super::reach::Reach;
use crate::Purpose;
use url::Url;

/// The request that a call makes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallRequest<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) url: &'a Url,
    pub(crate) reach: Reach,
    /// Whether to ask the server even if the cache has a fresh response.
    pub(crate) revalidate: bool,
    /// The largest body in bytes, in addition to the client's own limit.
    pub(crate) max_bytes: usize,
}
