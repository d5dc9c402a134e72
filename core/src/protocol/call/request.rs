use super::message::Message;
use super::reach::Reach;
use crate::Purpose;
use url::Url;

/// The request of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallRequest<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) message: &'a Message,
    /// Whether to send the caller's extra fields, which the origin of the requested resource gets.
    pub(crate) has_extra_fields: bool,
    pub(crate) url: &'a Url,
    pub(crate) reach: Reach,
    /// True to send a request even if the cache has a fresh response.
    pub(crate) revalidate: bool,
    /// The largest body in bytes. The client's own limit applies too. For a probe, the number of
    /// bytes to read of a body.
    pub(crate) max_bytes: usize,
}
