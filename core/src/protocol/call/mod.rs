//! Where a call may go: the zones of addresses, and redirects.

mod embedded_address;
mod redirect;
mod zone;

pub(crate) use redirect::{refused, require_same_origin};
pub(crate) use zone::{Reach, Zone};
