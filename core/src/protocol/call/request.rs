use super::reach::Reach;
use crate::Purpose;
use url::Url;

/// The request of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallRequest<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) url: &'a Url,
    pub(crate) reach: Reach,
    /// True to send a request even if the cache has a fresh response.
    pub(crate) revalidate: bool,
    /// The largest body in bytes. The client's own limit applies too.
    pub(crate) max_bytes: usize,
}
