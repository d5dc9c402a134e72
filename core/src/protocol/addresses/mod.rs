//! IP addresses: which are public, private or loopback, and which are never connected to.

mod embedded_address;
mod zone;

pub(crate) use zone::Zone;
