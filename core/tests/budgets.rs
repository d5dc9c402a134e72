//! The limits of a whole discovery on requests, bytes and memory, whatever servers answer.

mod common;

use common::{METADATA, blocking_options, in_child, sandbox};
use std::fmt::Write;
use telnyx_oauth::{ErrorKind, Purpose, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const MEBIBYTE: usize = 1024 * 1024;

/// The memory that a discovery may add to the process, in kB.
const ALLOWED: u64 = 64 * 1024;

/// The peak resident memory of this process, in kB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// The document of `/mcp`, with these servers.
fn listing(servers: impl Iterator<Item = String>) -> Answer {
    let listed: Vec<_> = servers.map(|server| format!("\"{server}\"")).collect();
    Answer::json(format!(r#"{{"resource": "${{origin}}/mcp", "authorization_servers": [{}]}}"#, listed.join(",")))
}

/// 1 MiB of small values: array elements or objects.
fn values(kind: &str) -> String {
    match kind {
        "array" => format!("\"x\": [1{}]", ",1".repeat(MEBIBYTE / 2 - 100)),
        _ => {
            let mut members = String::from("\"x\": {}");
            let mut n = 0;
            while members.len() < MEBIBYTE - 200 {
                write!(members, ",\"a{n}\":{{}}").unwrap();
                n += 1;
            }
            members
        }
    }
}

/// A server's document. Most of its size is values of an unregistered member.
fn large(issuer: &str, values: &str) -> Answer {
    Answer::json(format!(r#"{{"issuer": "{issuer}", "code_challenge_methods_supported": ["S256"], {values}}}"#))
}

/// Starts a sandbox whose document lists 100 servers with large documents.
fn list_hundred_large(kind: &str) -> Sandbox {
    let (sandbox, values) = (sandbox(), values(kind));
    sandbox.route(format!("{METADATA}/mcp"), [listing((0..100).map(|n| format!("${{origin}}/{n}")))]);
    for n in 0..100 {
        let issuer = format!("{}/{n}", sandbox.http_origin());
        sandbox.route(format!("{SERVER}/{n}"), [large(&issuer, &values)]);
    }
    sandbox
}

/// Discovers `/mcp` in a child process, and checks the result and the memory there. The servers run in this process.
fn measured(name: &str, prepare: impl FnOnce() -> Sandbox, check: impl FnOnce(&telnyx_oauth::Discovery)) {
    let sandbox = std::env::var_os("ORIGIN").is_none().then(prepare);
    in_child(
        name,
        |command| {
            let sandbox = sandbox.as_ref().unwrap();
            command.env("ORIGIN", sandbox.http_origin()).env("CA", sandbox.ca_file());
        },
        || {
            let origin = std::env::var("ORIGIN").unwrap();
            let options = blocking::Client::builder().ca_file(std::env::var("CA").unwrap()).proxy("");
            let client = options.max_retries(0).build().unwrap();
            client.discover(format!("{origin}/v2/mcp").as_str(), None).unwrap();
            let idle = peak();
            let found = client.discover(format!("{origin}/mcp").as_str(), None).unwrap();
            let cost = peak() - idle;
            check(&found);
            println!("{name}: {cost} kB");
            assert!(cost < ALLOWED, "{cost} kB");
        },
    );
}

fn check_large(found: &telnyx_oauth::Discovery) {
    let kinds: Vec<_> =
        found.authorization_servers().iter().map(|s| s.error().map(telnyx_oauth::Error::kind)).collect();
    // The resource's document uses a part of the limit.
    assert_eq!(kinds[..7], [None; 7]);
    assert_eq!(kinds[8..64], [Some(ErrorKind::BodyTooLarge); 56]);
    assert_eq!(kinds[64..], [Some(ErrorKind::NotFound); 36]);
    assert!(found.authorization_servers()[63].error().unwrap().message().contains("max_total_bytes"));
}

#[test]
fn a_hundred_documents_with_large_arrays_stay_within_the_memory_limit() {
    measured(
        "a_hundred_documents_with_large_arrays_stay_within_the_memory_limit",
        || list_hundred_large("array"),
        check_large,
    );
}

#[test]
fn a_hundred_documents_with_large_objects_stay_within_the_memory_limit() {
    measured(
        "a_hundred_documents_with_large_objects_stay_within_the_memory_limit",
        || list_hundred_large("object"),
        check_large,
    );
}

/// Starts a sandbox whose document lists 50,000 servers at a blocked address.
fn list_fifty_thousand() -> Sandbox {
    let sandbox = sandbox();
    sandbox.route(format!("{METADATA}/mcp"), [listing((0..50_000).map(|n| format!("https://0/{n}")))]);
    sandbox
}

#[test]
fn fifty_thousand_listed_servers_stay_within_the_memory_limit() {
    measured("fifty_thousand_listed_servers_stay_within_the_memory_limit", list_fifty_thousand, |found| {
        assert_eq!(found.authorization_servers().len(), 50_000);
        let asked = found.attempts().iter().filter(|attempt| attempt.purpose == Purpose::AuthorizationServerMetadata);
        assert_eq!(asked.count(), 64);
        assert_eq!(found.warnings().len(), 64 + 1);
        // Each server has an issuer and a short error.
        let size = serde_json::to_string(found).unwrap().len();
        assert!(size < 50_000 * 400, "{size}");
    });
}

#[test]
fn a_server_listed_thirty_thousand_times_is_requested_once() {
    let prepare = || {
        let sandbox = sandbox();
        let once = sandbox.http_origin().to_owned();
        sandbox.route(format!("{METADATA}/mcp"), [listing((0..30_000).map(|_| once.clone()))]);
        sandbox.route(SERVER, [large(sandbox.http_origin(), &values("array"))]);
        sandbox
    };
    measured("a_server_listed_thirty_thousand_times_is_requested_once", prepare, |found| {
        assert_eq!(found.authorization_servers().len(), 1);
        assert!(found.authorization_server().is_some());
        assert_eq!(found.attempts().len(), 3);
        let size = serde_json::to_string(found).unwrap().len();
        assert!(size < 4 * MEBIBYTE, "{size}");
    });
}

#[test]
fn max_total_bytes_sets_the_limit_of_a_discovery() {
    let sandbox = sandbox();
    let filler = "x".repeat(2000);
    sandbox.route(format!("{METADATA}/mcp"), [listing(["${origin}/a", "${origin}/b"].into_iter().map(str::to_owned))]);
    for name in ["a", "b"] {
        let body = format!(r#"{{"issuer": "${{origin}}/{name}", "filler": "{filler}"}}"#);
        sandbox.route(format!("{SERVER}/{name}"), [Answer::json(body)]);
    }
    let kinds = |bytes: usize| {
        let client = blocking_options(&sandbox).max_total_bytes(bytes).build().unwrap();
        let found = client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None)?;
        let servers = found.authorization_servers().iter();
        Ok::<_, telnyx_oauth::Error>(
            servers.map(|server| server.error().map(telnyx_oauth::Error::kind)).collect::<Vec<_>>(),
        )
    };
    let beyond = Some(ErrorKind::BodyTooLarge);
    assert_eq!(kinds(5000).unwrap(), [None, None]);
    assert_eq!(kinds(3000).unwrap(), [None, beyond]);
    assert_eq!(kinds(1000).unwrap(), [beyond, beyond]);
    let error = kinds(10).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert!(error.message().contains("exceed 10 bytes") && error.message().contains("max_total_bytes"), "{error}");
}
