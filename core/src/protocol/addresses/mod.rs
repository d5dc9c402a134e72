//! IP addresses: which are public, private or loopback, and which ones a server may never name.

mod embedded_address;
mod zone;

pub(crate) use zone::Zone;
