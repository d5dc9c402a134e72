//! libtelnyx_oauth: the C ABI. Its documentation is `include/telnyx_oauth.h`, which is generated from what follows and
//! opened by the contract in `preamble.h`. Nothing is decided here: every function hands its arguments to the core.
//!
//! References in a signature are the header's pointers: an `Option<&T>` may be NULL, an `Option<Box<T>>` is a handle whose
//! ownership passes, an `Option<&mut MaybeUninit<Option<Box<T>>>>` is where one is put. The unsafe code that is left reads
//! C's strings and arrays (`input.rs`) and guards a thread from a signal (`signals.rs`)
//! and from cancellation (`cancellation.rs`).

#![allow(non_camel_case_types, reason = "the types are named as in C")]

mod boundary;
mod cancellation;
mod copies;
mod input;
mod signals;
mod vocabulary;

// The header has what follows in this order. What a call comes to:
mod status;
mod version;

// The calls that do I/O, and what they may be given:
mod fetch;

mod client;

mod call;
mod cancel_token;
mod options;

// The documents:
mod resource_metadata;

mod authorization_server_metadata;
mod signature;

// The whole chain:
mod discovery;

mod challenge;
mod discovered_server;

// Why something failed, or was tolerated:
mod error;

mod attempt;
mod warning;

// The calls that only think:
mod well_known;

mod challenges;
mod response;
mod string;
mod strings;

#[cfg(feature = "test-panic")]
mod test_panic;
