//! The API for bindings to other languages. Programs do not need it.
//!
//! - [`run`], [`wait`] and [`spawn`] make calls on the I/O thread. The first call starts the thread, which then lives as
//!   long as the process. A forked child starts its own I/O thread.
//! - [`set_thread_guard`] and [`BlockingOptions`] set guards, such as a signal mask, for threads that do I/O.
//!   [`BlockingOptions`] also lets a waiting thread poll for signals.
//! - [`LiveLog`] and [`BlockingCalls`] let a binding log the attempts of a call while the call runs.
//! - [`DefaultClient`] is the client of a binding's free functions.
//! - [`HostedDiscovery`] runs a discovery over another HTTP client, such as one in the binding's language.
//! - [`invalid_argument`] makes an error for bad input. [`caught`] and [`panicked`] make errors from panics.
//! - [`resource_members`] and [`authorization_server_members`] list the members that a binding should expose.
//!   [`look_up_variant`] finds a member's variant in a language.
//! - [`resolve_entry`] writes the addresses of an endpoint as curl's `--resolve` expects them.
//! - [`Document`] moves documents and [`AuthorizationParameters`](crate::AuthorizationParameters) between processes.
//! - [`choose_server`], [`authorization_parameters`], [`scope_after`] and [`verify_issuer`] are the functions behind
//!   [`AuthorizationParameters`](crate::AuthorizationParameters), for a binding that copies its values.
//! - [`Exchanges`] sends the requests of an examination (`telnyx-oauth check`), and returns their answers whether they are
//!   good or bad. [`parse_challenges_with_notes`] also tells what was skipped in a `WWW-Authenticate`.

mod address_zone;
mod authorization;
#[cfg(feature = "client")]
mod blocking_options;
mod challenges;
mod document;
mod errors;
#[cfg(feature = "client")]
mod exchange;
#[cfg(feature = "client")]
mod io_thread;
#[cfg(feature = "client")]
mod live_log;
mod members;
mod resolve_entry;

#[cfg(feature = "client")]
pub use crate::client::{HostedAction, HostedDiscovery, HostedRequest};
#[cfg(feature = "client")]
pub use crate::process::DefaultClient;
pub use crate::protocol::documents::look_up_variant;
pub use address_zone::AddressZone;
pub use authorization::{authorization_parameters, choose_server, scope_after, verify_issuer};
#[cfg(feature = "client")]
pub use blocking_options::{BlockingCalls, BlockingOptions};
pub use challenges::{ChallengeNote, challenge_url, parse_challenges_with_notes};
pub use document::Document;
pub use errors::{caught, failed, invalid_argument, panicked, quoted};
#[cfg(feature = "client")]
pub use exchange::{Exchanges, RawRequest, RawResponse};
#[cfg(feature = "client")]
pub use io_thread::{Started, run, set_thread_guard, spawn, wait};
#[cfg(feature = "client")]
pub use live_log::LiveLog;
pub use members::{authorization_server_members, resource_members};
pub use resolve_entry::resolve_entry;

/// Prevents other crates from implementing the traits.
mod sealed {
    pub trait Sealed {}
}
