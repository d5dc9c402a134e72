//! The policy of a call: allowed addresses, redirects, retries and caching. The policy has no I/O and no clock: the host
//! passes the time as a [`Moment`].

mod action;
mod attempt;
mod attempt_end;
mod body;
mod entry;
mod freshness;
mod header;
mod hops;
mod limits;
mod message;
mod moment;
mod policy;
mod reach;
mod redirect;
mod request;
mod retry;
mod route;
mod storage_policy;
#[cfg(test)]
mod tests;

pub(crate) use action::{Action, CallEnd, Event};
pub(crate) use attempt_end::AttemptEnd;
pub(crate) use body::{BodyError, beyond_total};
pub(crate) use entry::Entry;
pub(crate) use freshness::Freshness;
pub(crate) use header::{MAX_HEADER_BYTES, MAX_HEADER_FIELDS, header_too_large};
pub(crate) use hops::{Hop, Hops, Next};
pub(crate) use limits::CallLimits;
pub(crate) use message::{Message, OwnMessage};
pub(crate) use moment::Moment;
pub(crate) use policy::CallPolicy;
pub(crate) use reach::Reach;
pub(crate) use redirect::{require_same_origin, require_same_url};
pub(crate) use request::CallRequest;
pub(crate) use route::{Route, blocked, known_address, proxy_credentials_required};
