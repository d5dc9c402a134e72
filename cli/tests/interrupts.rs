//! Ctrl-C and SIGTERM during a call.

mod support;

use std::process::Stdio;
use std::time::{Duration, Instant};
use support::{METADATA, program, read, signal, wait_for};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn interrupted(answer: Answer, name: &str) {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route(METADATA, [answer]);
    let child = program(&["fetch", sandbox.http_origin(), "--timeout", "300"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    wait_for("the request", || sandbox.requests().pop());
    let start = Instant::now();
    signal(&child, name);
    read(child.wait_with_output().unwrap()).error("cancelled", 130);
    // The call ends in milliseconds, or a little later on a busy machine. Its own deadline is five minutes.
    assert!(start.elapsed() < Duration::from_secs(30));
}

#[test]
fn ctrl_c_ends_the_wait_for_an_answer() {
    interrupted(Answer::default().silent(), "INT");
}

#[test]
fn sigterm_ends_the_wait_for_an_answer() {
    interrupted(Answer::default().silent(), "TERM");
}

#[test]
fn ctrl_c_ends_the_wait_before_a_retry() {
    interrupted(Answer::status(503).header("retry-after", "60"), "INT");
}
