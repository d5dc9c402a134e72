//! libtelnyx_oauth: the C ABI. Its documentation is `include/telnyx_oauth.h`, which cbindgen generates from this crate.
//! `preamble.h` is the first comment of the header. Every function passes its arguments to the core, which makes all
//! decisions.
//!
//! References in a signature are pointers in the header. An `Option<&T>` may be NULL. An `Option<Box<T>>` is a handle
//! whose ownership passes to the function. An `Option<&mut MaybeUninit<Option<Box<T>>>>` is an out-parameter. Unsafe
//! code reads the strings and arrays of C (`input.rs`), and protects a thread from signals (`signals.rs`) and from
//! cancellation (`cancellation.rs`).

#![allow(non_camel_case_types, reason = "the types are named as in C")]

mod boundary;
mod cancellation;
mod copies;
mod document;
mod input;
mod other_members;
mod setter;
mod signals;
mod vocabulary;

// The header has the items of these modules in this order. First the items that most programs need:
mod status;

mod error;

mod options;

mod common_options;

mod fetch;

mod client;

// The documents, and the discovery:
mod resource_metadata;

mod authorization_server_metadata;

mod member;

mod discovery;

mod discovered_server;

mod authorization_parameters;

// The settings of a call:
mod call;

mod cancel_token;

mod more_options;

mod special_options;

// The sources of results, and warnings:
mod error_evidence;

mod attempt;
mod challenge;
mod signature;
mod warning;

// The calls that do no I/O:
mod well_known;

mod challenges;
mod response;

mod discovery_plan;
mod planned_request;

mod string;
mod strings;

mod version;

#[cfg(feature = "test-panic")]
mod test_panic;
