//! Requests that a proxy takes: what it is asked for, where it is looked for, and what an error says of it.

mod common;

use common::{blocking_options, options, sandbox};
use std::net::{SocketAddr, TcpListener};
use telnyx_oauth::{ErrorKind, blocking};
use telnyx_oauth_sandbox::Sandbox;

/// A password that nothing may show, and the URL of a proxy with it.
const SECRET: &str = "s3cret";

fn proxy_url(port: u16) -> String {
    format!("http://user:{SECRET}@proxy.example:{port}")
}

fn client(proxy: SocketAddr) -> blocking::ClientBuilder {
    let options = blocking::Client::builder().allow_http(true).max_retries(0).proxy(proxy_url(proxy.port()));
    options.resolve("proxy.example", proxy.port(), proxy.ip())
}

#[test]
fn a_pin_of_the_target_is_not_one_of_the_proxy() {
    let proxy = sandbox();
    let port = proxy.http_addr().port();
    // Where a proxy would be looked for at the target's address.
    let elsewhere = TcpListener::bind(("127.0.0.9", port)).unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    for target_port in [80, 443, port] {
        let options = client(proxy.http_addr()).resolve("rs.example", target_port, [127, 0, 0, 9].into());
        let resource = format!("http://rs.example:{target_port}");
        let metadata = options.build().unwrap().fetch_resource_metadata(resource.as_str()).unwrap();
        assert!(metadata.url().starts_with("http://rs.example"));
    }
    assert_eq!(elsewhere.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_pin_of_the_proxy_is_not_one_of_the_target() {
    let (proxy, target) = (sandbox(), sandbox());
    let no_proxy = |sandbox: &Sandbox| {
        // The pin of the proxy's name and port, and no proxy for this request.
        blocking_options(sandbox).resolve("proxy.example", proxy.http_addr().port(), proxy.http_addr().ip())
    };
    let resource = format!("http://{}", target.http_addr());
    no_proxy(&target).build().unwrap().fetch_resource_metadata(resource.as_str()).unwrap();
    assert_eq!((proxy.connections(), target.requests().len()), (0, 1));
}

#[test]
fn a_pin_of_the_target_makes_no_servers_url_the_callers_behind_a_proxy() {
    let proxy = sandbox();
    let options = client(proxy.http_addr()).resolve("10.1.2.3", 80, [127, 0, 0, 1].into());
    let line = "Bearer resource_metadata=\"http://10.1.2.3/m\"";
    let error = options.build().unwrap().discover("http://rs.example", Some(&[line])).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BlockedAddress, "{error}");
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn options_show_no_password() {
    let sandbox = sandbox();
    for url in [proxy_url(1), format!("user:{SECRET}@proxy.example"), format!("http://user:{SECRET}/@proxy.example")] {
        let shown = format!("{:?} {:?}", options(&sandbox).proxy(&*url), blocking::Client::builder().proxy(&*url));
        assert!(shown.contains("proxy.example") && !shown.contains(SECRET), "{shown}");
    }
    let built = client(sandbox.http_addr()).build().unwrap();
    assert!(!format!("{built:?}").contains(SECRET));
    for url in [format!("socks5://user:{SECRET}@h"), format!("http://user:{SECRET}@["), format!("user:{SECRET}/@[")] {
        let error = blocking::Client::builder().proxy(url).build().map(|_| ()).unwrap_err();
        assert!(error.message().contains("proxy") && !format!("{error:?}").contains(SECRET), "{error:?}");
    }
}
