//! For people who build bindings to another language on this crate. Programs do not need it.
//!
//! - [`run`], [`wait`] and [`spawn`] make calls on the I/O thread of the process, which is started by the first of them. After
//!   a `fork`, the child starts its own and leaves its parent's alone. The thread lives as long as the process.
//! - [`set_thread_guard`] and [`BlockingOptions`] say what a thread holds while it starts threads, does I/O or waits: signal
//!   masks, and a question for the host's signals.
//! - [`DefaultClient`] is the client of a binding's free functions.
//! - [`caught`] and [`panicked`] make errors of panics.
//! - [`Document`] makes text of a document, and a document of the text again, for another process.
//! - [`resource_members`] and [`authorization_server_members`] are the names of the members that have accessors.

#[cfg(feature = "client")]
mod blocking_options;
mod document;
#[cfg(feature = "client")]
mod io_thread;
mod panics;

#[cfg(feature = "client")]
pub use crate::process::DefaultClient;
#[cfg(feature = "client")]
pub use blocking_options::BlockingOptions;
pub use document::Document;
#[cfg(feature = "client")]
pub use io_thread::{Started, run, set_thread_guard, spawn, wait};
pub use panics::{caught, panicked};

use crate::protocol::documents;

/// Keeps traits to this crate's own types.
mod sealed {
    pub trait Sealed {}
}

/// The names of the members that [`ResourceMetadata`](crate::ResourceMetadata) has accessors for, in the order in which it
/// serialises them.
pub fn resource_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::RESOURCE.names()
}

/// The names of the members that [`AuthorizationServerMetadata`](crate::AuthorizationServerMetadata) has accessors for, in
/// the order in which it serialises them.
pub fn authorization_server_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::SERVER.names()
}
