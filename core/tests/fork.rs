//! Clients after `fork`, also if other threads of the parent are inside a call.

mod common;

use common::{METADATA, first_process, in_child, sandbox, succeeded};
use fork::{Fork, fork, waitpid};
use nix::sched::{CloneFlags, unshare};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use telnyx_oauth::{CancelToken, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// Runs `body` in a forked child. Returns true if `body` returned true and the child exited normally.
fn in_fork(body: impl FnOnce() -> bool) -> bool {
    match fork().unwrap() {
        // Exit here: the child must not run the test harness.
        Fork::Child => std::process::exit(if body() { 0 } else { 1 }),
        Fork::Parent(pid) => exited_successfully(waitpid(pid)),
    }
}

fn exited_successfully(status: std::io::Result<i32>) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.is_ok_and(|status| ExitStatus::from_raw(status).success())
}

/// Runs `body` in a child process. The sandbox runs in the parent, so that a forked process does not serve requests.
fn with_endpoint(name: &str, body: impl FnOnce(blocking::Client, &str, &str)) {
    with_prepared_endpoint(&sandbox(), name, body);
}

/// Calls `body` like [`with_endpoint`], for a prepared sandbox. Returns true in the process of the sandbox.
fn with_prepared_endpoint(sandbox: &Sandbox, name: &str, body: impl FnOnce(blocking::Client, &str, &str)) -> bool {
    in_child(name, |command| name_endpoint(sandbox, command), || at_endpoint(body))
}

/// Passes the addresses of the sandbox to a child.
fn name_endpoint(sandbox: &Sandbox, command: &mut Command) {
    command.env("ENDPOINT_HTTP", sandbox.http_origin()).env("ENDPOINT_HTTPS", sandbox.https_origin());
    command.env("ENDPOINT_CA", sandbox.ca_file());
}

/// Runs `body` with a client for the sandbox in the environment, and the origins of the sandbox.
fn at_endpoint(body: impl FnOnce(blocking::Client, &str, &str)) {
    let [http, https, ca] = ["HTTP", "HTTPS", "CA"].map(|name| std::env::var(format!("ENDPOINT_{name}")).unwrap());
    let options = blocking::Client::builder().ca_file(ca).max_retries(0).proxy("").timeout(Duration::from_secs(20));
    body(options.build().unwrap(), &http, &https);
}

#[test]
fn a_client_works_in_parent_and_child() {
    with_endpoint("a_client_works_in_parent_and_child", |client, http, https| {
        let both = |client: &blocking::Client| {
            [http, https].iter().all(|origin| client.fetch_resource_metadata(*origin).is_ok())
        };
        // Fork before the client's first call, after it, and in a child; drop the client in a child.
        assert!(in_fork(|| both(&client)));
        assert!(both(&client));
        for _ in 0..3 {
            assert!(in_fork(|| both(&client) && in_fork(|| both(&client) && in_fork(|| both(&client)))));
            assert!(both(&client));
        }
        let clone = client.clone();
        assert!(in_fork(move || {
            drop(clone);
            true
        }));
        assert!(both(&client));
    });
}

#[test]
fn a_child_uses_the_fresh_documents_of_its_parent() {
    let name = "a_child_uses_the_fresh_documents_of_its_parent";
    let sandbox = sandbox();
    for path in ["", "/b"] {
        let document = Answer::json(format!(r#"{{"resource": "${{origin}}{path}"}}"#));
        sandbox.route(format!("{METADATA}{path}"), [document.header("cache-control", "max-age=600")]);
    }
    let served = with_prepared_endpoint(&sandbox, name, |client, origin, _| {
        let other = format!("{origin}/b");
        client.fetch_resource_metadata(origin).unwrap();
        assert!(in_fork(|| {
            let twice = [origin, origin, &other, &other];
            twice.iter().all(|resource| client.fetch_resource_metadata(*resource).is_ok())
        }));
        client.fetch_resource_metadata(origin).unwrap();
    });
    if !served {
        return;
    }
    assert_eq!(sandbox.requests().len(), 2, "expected one request of the parent and one of the child");
}

#[test]
fn the_shared_client_works_in_parent_and_child() {
    with_endpoint("the_shared_client_works_in_parent_and_child", |_, http, _| {
        assert!(in_fork(|| blocking::fetch_resource_metadata(http).is_ok()));
        blocking::fetch_resource_metadata(http).unwrap();
        assert!(in_fork(|| blocking::fetch_resource_metadata(http).is_ok()));
        blocking::fetch_resource_metadata(http).unwrap();
    });
}

#[test]
fn dropping_the_last_client_in_a_child_keeps_the_parents_connections() {
    let name = "dropping_the_last_client_in_a_child_keeps_the_parents_connections";
    with_endpoint(name, |client, http, https| {
        for origin in [http, https] {
            for _ in 0..3 {
                client.fetch_resource_metadata(origin).unwrap();
            }
        }
        match fork().unwrap() {
            Fork::Child => {
                drop(client);
                std::process::exit(0);
            }
            Fork::Parent(pid) => assert!(exited_successfully(waitpid(pid))),
        }
        for origin in [http, https] {
            client.fetch_resource_metadata(origin).unwrap();
        }
    });
}

#[test]
fn a_client_works_in_a_child_forked_during_calls_of_other_threads() {
    with_endpoint("a_client_works_in_a_child_forked_during_calls_of_other_threads", |client, http, https| {
        let (done, client) = (AtomicBool::new(false), &client);
        std::thread::scope(|scope| {
            let busy: Vec<_> = (0..4)
                .map(|n| {
                    let origin = if n % 2 == 0 { http } else { https };
                    let done = &done;
                    scope.spawn(move || {
                        let mut calls = 0;
                        while !done.load(Ordering::Relaxed) {
                            client.fetch_resource_metadata(origin).unwrap();
                            calls += 1;
                        }
                        calls
                    })
                })
                .collect();
            for n in 0..60 {
                let well = in_fork(|| {
                    [http, https, http].iter().all(|origin| client.fetch_resource_metadata(*origin).is_ok())
                });
                assert!(well, "fork {n}");
            }
            done.store(true, Ordering::Relaxed);
            for thread in busy {
                assert!(thread.join().unwrap() > 0);
            }
        });
    });
}

#[test]
fn a_child_shares_no_connection_with_its_parent() {
    let name = "a_child_shares_no_connection_with_its_parent";
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let served = with_prepared_endpoint(&sandbox, name, |client, origin, _| {
        client.fetch_resource_metadata(origin).unwrap();
        assert!(in_fork(|| client.fetch_resource_metadata(origin).is_ok()));
        client.fetch_resource_metadata(origin).unwrap();
    });
    if !served {
        return;
    }
    let connections: Vec<_> = sandbox.requests().iter().map(|request| request.connection).collect();
    assert_eq!(connections[0], connections[2], "the parent keeps its connection");
    assert_ne!(connections[0], connections[1]);
}

#[test]
fn a_child_updates_only_its_own_cache() {
    let name = "a_child_updates_only_its_own_cache";
    let sandbox = sandbox();
    let named = |name| {
        let body = format!(r#"{{"resource": "${{origin}}", "resource_name": "{name}"}}"#);
        Answer::json(body).header("cache-control", "max-age=3600")
    };
    sandbox.route(METADATA, [named("old"), named("new")]);
    let challenge = format!(r#"Bearer resource_metadata="{}{METADATA}""#, sandbox.http_origin());
    sandbox.route("/", [Answer::status(401).header("www-authenticate", challenge)]);
    with_prepared_endpoint(&sandbox, name, |client, origin, _| {
        let name = || client.fetch_resource_metadata(origin).unwrap().resource_name().map(str::to_owned);
        assert_eq!(name().as_deref(), Some("old"));
        assert!(in_fork(|| {
            let had = name().as_deref() == Some("old");
            // The challenge makes the client revalidate the document.
            let found = client.discover(origin, None).unwrap();
            had && found.resource_metadata().unwrap().resource_name() == Some("new") && name().as_deref() == Some("new")
        }));
        assert_eq!(name().as_deref(), Some("old"), "the cache of the parent must not change");
    });
}

#[test]
fn a_child_with_the_same_pid_as_its_parent_shares_no_connection_with_it() {
    let name = "a_child_with_the_same_pid_as_its_parent_shares_no_connection_with_it";
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let output = first_process(
        name,
        |command| name_endpoint(&sandbox, command),
        || {
            at_endpoint(|client, origin, _| {
                assert_eq!(std::process::id(), 1);
                client.fetch_resource_metadata(origin).unwrap();
                // The next child is the first process of another PID namespace, and so are its children.
                let child = |work: &dyn Fn() -> bool| {
                    unshare(CloneFlags::CLONE_NEWPID).unwrap();
                    in_fork(|| std::process::id() == 1 && work())
                };
                let fetch = || client.fetch_resource_metadata(origin).is_ok();
                assert!(child(&|| fetch() && child(&|| fetch() && fetch()) && fetch()));
                assert!(fetch());
            });
        },
    );
    if succeeded(output) {
        let used: Vec<_> = sandbox.requests().iter().map(|request| request.connection).collect();
        let [parent, child, grandchild, ..] = used[..] else { panic!("{used:?}") };
        assert_eq!(used, [parent, child, grandchild, grandchild, child, parent]);
        assert!(parent != child && child != grandchild && parent != grandchild, "{used:?}");
    }
}

#[test]
fn a_fork_works_while_other_threads_use_cancel_tokens() {
    let forks = std::env::var("TELNYX_OAUTH_TEST_FORKS").map_or(2000, |count| count.parse().unwrap());
    with_endpoint("a_fork_works_while_other_threads_use_cancel_tokens", |client, origin, _| {
        let client = client.with_timeout(Duration::from_secs(5));
        let (done, shared) = (AtomicBool::new(false), CancelToken::new());
        let under_way = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !done.load(Ordering::Relaxed) {
                        let child = shared.clone().child();
                        let grandchild = child.child();
                        under_way.store(true, Ordering::Relaxed);
                        child.cancel();
                        assert!(grandchild.is_cancelled() && !shared.is_cancelled());
                    }
                });
            }
            scope.spawn(|| {
                let client = client.with_cancel(shared.child());
                while !done.load(Ordering::Relaxed) {
                    client.fetch_resource_metadata(origin).unwrap();
                }
            });
            while !under_way.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            let failed = (0..forks).find(|n| {
                !in_fork(|| {
                    // The signal ends a child that hangs.
                    nix::unistd::alarm::set(20);
                    let child = shared.child();
                    let calls =
                        n % 20 != 0 || client.with_cancel(child.clone()).fetch_resource_metadata(origin).is_ok();
                    child.cancel();
                    let own = child.is_cancelled() && !shared.is_cancelled();
                    shared.cancel();
                    calls && own && shared.child().is_cancelled()
                })
            });
            // Stop the threads first: a panic would otherwise leave them running.
            done.store(true, Ordering::Relaxed);
            assert_eq!(failed, None);
        });
        assert!(!shared.is_cancelled(), "a child's tokens are its own");
    });
}
