//! The command `vet`: the addresses to which a client may connect for an endpoint.

mod support;

use serde_json::json;
use std::net::{IpAddr, TcpStream};
use support::{Run, finished, program, run, terminal};
use telnyx_oauth_sandbox::Sandbox;

fn vet(url: &str, from: &str, options: &[&str]) -> Run {
    run(&[&["vet", url, "--from", from], options].concat())
}

#[test]
fn an_endpoint_of_a_discovery_is_vetted() {
    let sandbox = Sandbox::start().unwrap();
    let found = run(&["discover", sandbox.http_origin()]).document();
    let server = &found["authorization_servers"][0];
    let [url, from] = [&server["metadata"]["token_endpoint"], &server["metadata_url"]].map(|url| url.as_str().unwrap());
    let vetted = vet(url, from, &[]).document();
    let port = sandbox.http_addr().port();
    let resolve = format!("127.0.0.1:{port}:127.0.0.1");
    assert_eq!(vetted, json!({"url": url, "addresses": ["127.0.0.1"], "resolve": resolve}));
    let address: IpAddr = vetted["addresses"][0].as_str().unwrap().parse().unwrap();
    TcpStream::connect((address, port)).unwrap();
}

#[test]
fn a_terminal_shows_the_value_of_resolve() {
    for (url, resolve) in [
        ("https://LOCALHOST/token?a=b", "localhost:443:127.0.0.1,[::1]\n"),
        ("http://localhost/token", "localhost:80:127.0.0.1,[::1]\n"),
        ("https://[::1]:8443/token", "[::1]:8443:[::1]\n"),
    ] {
        let shown = terminal("\"$T\" vet \"$U\" --from http://127.0.0.1/m", &[("U", url)]);
        assert_eq!((shown.code, shown.stdout.as_str()), (Some(0), resolve));
    }
}

#[test]
fn the_options_that_decide_about_addresses_apply() {
    let (url, from) = ("https://127.0.0.1/token", "https://8.8.8.8/m");
    vet(url, from, &[]).error("blocked_address", 5);
    assert_eq!(vet(url, from, &["--allow-private-addresses"]).document()["addresses"], json!(["127.0.0.1"]));

    let pinned = vet("https://as.example/token", from, &["--resolve", "as.example:443:127.0.0.2"]).document();
    assert_eq!(pinned["resolve"], "as.example:443:127.0.0.2");

    let (url, from) = ("http://8.8.8.8/token", "http://8.8.8.8/m");
    vet(url, from, &[]).error("insecure_url", 5);
    assert_eq!(vet(url, from, &["--allow-http"]).document()["resolve"], "8.8.8.8:80:8.8.8.8");

    vet(url, from, &["--timeout", "0"]).error("invalid_argument", 2);
}

#[test]
fn vetting_behind_a_proxy_is_refused() {
    let args = ["vet", "https://127.0.0.1/token", "--from", "https://127.0.0.1/m"];
    let behind = finished(program(&args).env("HTTPS_PROXY", "http://127.0.0.1:9"));
    let error = behind.error("invalid_argument", 2);
    assert!(error["message"].as_str().unwrap().contains("proxy"), "{error}");
    let direct = finished(program(&args).args(["--proxy", ""]).env("HTTPS_PROXY", "http://127.0.0.1:9"));
    assert_eq!(direct.document()["addresses"], json!(["127.0.0.1"]));
}

#[test]
fn bad_arguments_are_refused() {
    let from = "https://127.0.0.1/m";
    for url in
        ["", "nonsense", "/token", "ftp://127.0.0.1/token", "https://u:p@127.0.0.1/token", "https://as.example/#a"]
    {
        vet(url, from, &[]).error("invalid_argument", 2);
        vet("https://127.0.0.1/token", url, &[]).error("invalid_argument", 2);
    }
    vet("http://127.0.0.1/token", from, &[]).error("insecure_url", 5);
    for args in [&["vet"][..], &["vet", "https://127.0.0.1/token"], &["vet", "--from", from]] {
        run(args).error("invalid_argument", 2);
    }
    vet("https://127.0.0.1/token", from, &["--max-retries", "1"]).error("invalid_argument", 2);
}
