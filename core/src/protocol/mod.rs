//! The rules of the RFCs, as functions from bytes to values: no I/O, no clock, no async.

pub(crate) mod addresses;
pub(crate) mod authorization;
pub(crate) mod call;
pub(crate) mod discovery;
pub(crate) mod documents;
pub(crate) mod errors;
pub(crate) mod identifiers;
pub(crate) mod response;
pub(crate) mod signed_metadata;
