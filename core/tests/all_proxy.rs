//! The variable `ALL_PROXY`.

mod common;

use common::{in_child, sandbox};
use telnyx_oauth::blocking;

const UNUSED: &str = "http://127.0.0.1:9";

fn fetch() {
    let client = blocking::Client::builder().allow_http(true).max_retries(0).build().unwrap();
    client.fetch_resource_metadata("http://rs.example").unwrap();
}

fn hosts(proxy: &telnyx_oauth_sandbox::Sandbox) -> Vec<String> {
    proxy.requests().into_iter().map(|request| request.host).collect()
}

#[test]
fn all_proxy_gets_the_requests_of_a_scheme_without_a_proxy() {
    const NAME: &str = "all_proxy_gets_the_requests_of_a_scheme_without_a_proxy";
    let proxy = sandbox();
    let origin = proxy.http_origin().to_owned();
    let set = |command: &mut std::process::Command| {
        _ = command.env_remove("HTTP_PROXY").env_remove("http_proxy").env("HTTPS_PROXY", UNUSED);
        _ = command.env_remove("all_proxy").env("ALL_PROXY", &origin);
    };
    if in_child(NAME, set, fetch) {
        assert_eq!(hosts(&proxy), ["rs.example"]);
    }
}

#[test]
fn the_proxy_of_a_scheme_takes_precedence_over_all_proxy() {
    const NAME: &str = "the_proxy_of_a_scheme_takes_precedence_over_all_proxy";
    let proxy = sandbox();
    let origin = proxy.http_origin().to_owned();
    let set = |command: &mut std::process::Command| {
        _ = command.env_remove("http_proxy").env("HTTP_PROXY", &origin).env("all_proxy", UNUSED);
    };
    if in_child(NAME, set, fetch) {
        assert_eq!(hosts(&proxy), ["rs.example"]);
    }
}
