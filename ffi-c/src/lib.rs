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
mod document;
mod input;
mod setter;
mod signals;
mod vocabulary;

// The header has what follows in this order. What most programs need:
mod status;

mod error;

mod options;

mod common_options;

mod fetch;

mod client;

// The documents, and the whole chain:
mod resource_metadata;

mod authorization_server_metadata;

mod member;

mod discovery;

mod discovered_server;

// What a call may be given:
mod call;

mod cancel_token;

mod more_options;

mod special_options;

// Where results came from, and what was tolerated:
mod error_evidence;

mod attempt;
mod challenge;
mod signature;
mod warning;

// The calls that do no I/O:
mod well_known;

mod challenges;
mod response;
mod string;
mod strings;

mod version;

#[cfg(feature = "test-panic")]
mod test_panic;
