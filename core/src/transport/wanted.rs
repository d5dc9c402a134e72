use crate::Purpose;
use crate::protocol::call::Reach;
use url::Url;

/// What a call asks for.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) url: &'a Url,
    pub(crate) reach: Reach,
    /// Whether the server is asked even where a fresh reply is at hand.
    pub(crate) revalidate: bool,
    /// The most bytes that the body may have, besides the client's own limit.
    pub(crate) most: usize,
}
