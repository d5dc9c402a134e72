//! For people who build bindings to another language on this crate. Programs do not need it.
//!
//! - [`run`], [`wait`] and [`spawn`] make calls on the I/O thread of the process, which the first of them starts. After a
//!   `fork`, the child starts its own and leaves its parent's alone. The thread lives as long as the process.
//! - [`set_thread_guard`] and [`BlockingOptions`] set what a thread holds while it starts threads or does I/O, such as a
//!   signal mask, and how a waiting thread learns of signals.
//! - [`DefaultClient`] is the client of a binding's free functions.
//! - [`invalid_argument`] makes an error of input that no call takes, and [`caught`] and [`panicked`] make errors of panics.
//! - [`resource_members`] and [`authorization_server_members`] are the members that a binding should expose, and
//!   [`look_up_variant`] finds one in a language.
//! - [`Document`] moves documents between processes.

#[cfg(feature = "client")]
mod blocking_options;
mod document;
mod errors;
#[cfg(feature = "client")]
mod io_thread;
mod members;

#[cfg(feature = "client")]
pub use crate::process::DefaultClient;
pub use crate::protocol::documents::look_up_variant;
#[cfg(feature = "client")]
pub use blocking_options::BlockingOptions;
pub use document::Document;
pub use errors::{caught, invalid_argument, panicked};
#[cfg(feature = "client")]
pub use io_thread::{Started, run, set_thread_guard, spawn, wait};
pub use members::{authorization_server_members, resource_members};

/// Keeps traits to this crate's own types.
mod sealed {
    pub trait Sealed {}
}
