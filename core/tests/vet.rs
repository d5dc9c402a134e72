//! Vetting an endpoint of a document, apart from the rules of addresses.

mod common;

use common::{block_on, blocking_options, options, sandbox};
use std::net::IpAddr;
use telnyx_oauth::{CancelToken, ErrorKind};

const FROM: &str = "https://127.0.0.1/m";

#[test]
fn an_insecure_or_invalid_url_is_refused() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).build().unwrap();
    for (url, from, kind) in [
        ("", FROM, ErrorKind::InvalidArgument),
        ("/token", FROM, ErrorKind::InvalidArgument),
        ("https://u:p@127.0.0.1/token", FROM, ErrorKind::InvalidArgument),
        ("https://127.0.0.1/token", "m", ErrorKind::InvalidArgument),
        ("http://127.0.0.1/token", FROM, ErrorKind::InsecureUrl),
        ("http://192.0.2.1/token", "http://127.0.0.1/m", ErrorKind::InsecureUrl),
    ] {
        assert_eq!(client.vet(url, from).unwrap_err().kind(), kind, "{url} from {from}");
    }
    let loopback: IpAddr = "127.0.0.1".parse().unwrap();
    assert_eq!(client.vet("http://127.0.0.1/token", "http://127.0.0.1/m").unwrap(), [loopback]);
    let client = options(&sandbox).build().unwrap();
    assert_eq!(block_on(client.vet("https://127.0.0.1/token", FROM)).unwrap(), [loopback]);
}

#[test]
fn a_pinned_address_is_the_callers_choice() {
    let sandbox = sandbox();
    let address: IpAddr = "169.254.1.1".parse().unwrap();
    let client = blocking_options(&sandbox).resolve("as.example", 443, address).build().unwrap();
    assert_eq!(client.vet("https://as.example/token", FROM).unwrap(), [address]);
}

#[test]
fn vetting_is_refused_behind_a_proxy() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).proxy("http://user:s3cret@127.0.0.1:9").build().unwrap();
    let error = client.vet("https://as.example/token", FROM).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().contains("proxy") && !error.message().contains("s3cret"), "{error}");
}

#[test]
fn a_cancelled_token_cancels_the_vetting_of_any_url() {
    let cancel = CancelToken::new();
    cancel.cancel();
    let client = blocking_options(&sandbox()).build().unwrap().with_cancel(cancel);
    for url in ["https://127.0.0.1/token", "https://localhost/token", "https://as.example/token"] {
        assert_eq!(client.vet(url, FROM).unwrap_err().kind(), ErrorKind::Cancelled, "{url}");
    }
}
