//! Helpers that the tests of several crates share: child processes, the cases of `testdata/cases`, the servers of
//! `testdata/check`, a clean environment, and waits for another thread or process.

pub mod cases;
mod child;
mod environment;
pub mod servers;
mod wait;

pub use child::{child, first_process, in_child, namespace, setgid_child, succeeded};
pub use environment::clear;
pub use wait::{wait_for, wait_until};

/// The path of the sandbox's resource metadata.
pub const METADATA: &str = "/.well-known/oauth-protected-resource";
