use super::message::Message;
use super::reach::Reach;
use crate::Purpose;
use std::borrow::Cow;
use url::Url;

/// The request of a call.
#[derive(Clone, Debug)]
pub(crate) struct CallRequest<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) message: Cow<'a, Message>,
    /// Whether to send the caller's extra fields, which the origin of the requested resource gets.
    pub(crate) has_extra_fields: bool,
    pub(crate) url: Cow<'a, Url>,
    pub(crate) reach: Reach,
    /// True to send a request even if the cache has a fresh response.
    pub(crate) revalidate: bool,
    /// The largest body in bytes. The client's own limit applies too. For a probe, the number of
    /// bytes to read of a body.
    pub(crate) max_bytes: usize,
}

impl CallRequest<'_> {
    /// Returns the request without borrowed parts.
    pub(crate) fn into_owned(self) -> CallRequest<'static> {
        let CallRequest { purpose, message, has_extra_fields, url, reach, revalidate, max_bytes } = self;
        let (message, url) = (Cow::Owned(message.into_owned()), Cow::Owned(url.into_owned()));
        CallRequest { purpose, message, has_extra_fields, url, reach, revalidate, max_bytes }
    }
}
