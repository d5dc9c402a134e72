//! The rules of a call: where it may lead, and which redirects it follows.

mod embedded_address;
mod reach;
mod redirect;
mod request;
mod zone;

pub(crate) use reach::Reach;
pub(crate) use redirect::{refused, require_same_origin};
pub(crate) use request::CallRequest;
pub(crate) use zone::Zone;
