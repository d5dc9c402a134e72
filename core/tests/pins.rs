//! The pins of the option `resolve`, and the connections to pinned hosts.

mod common;

use common::{METADATA, each, options, sandbox};
use telnyx_oauth::blocking;
use telnyx_oauth_sandbox::Answer;

#[test]
fn connections_to_many_pinned_hosts_are_reused() {
    const HOSTS: u64 = 40;
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let address = sandbox.http_addr();
    let hosts: Vec<_> = (0..HOSTS).map(|n| format!("rs{n}.example")).collect();
    let pinned = hosts.iter().fold(options(&sandbox).allow_http(true).cache(false), |options, host| {
        options.resolve(host, address.port(), address.ip())
    });
    let client = blocking::ClientBuilder::from(pinned).build().unwrap();
    for _ in 0..3 {
        for host in &hosts {
            client.fetch_resource_metadata(format!("http://{host}:{}", address.port()).as_str()).unwrap();
        }
    }
    assert_eq!((sandbox.requests().len() as u64, sandbox.connections()), (3 * HOSTS, HOSTS));
}

#[test]
fn a_pin_applies_to_one_port() {
    each(|sandbox, client| {
        sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
        // `localhost` resolves to loopback without the pin. No server listens at the pinned address.
        let port = sandbox.http_addr().port();
        let nowhere = "127.0.0.99".parse().unwrap();
        let pinned = options(sandbox).resolve("localhost", port, nowhere).build().unwrap();
        let resource = format!("http://localhost:{port}");
        assert!(common::block_on(pinned.fetch_resource_metadata(resource.as_str())).is_err());
        let other = options(sandbox).resolve("localhost", port + 1, nowhere).build().unwrap();
        common::block_on(other.fetch_resource_metadata(resource.as_str())).unwrap();
        client.fetch(&resource).unwrap();
    });
}
