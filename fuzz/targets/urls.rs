//! `resource_metadata_url` and `authorization_server_metadata_urls`: the input is the identifier.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use telnyx_oauth::{ErrorKind, authorization_server_metadata_urls, resource_metadata_url};
use telnyx_oauth_fuzz::{check_error, is_loopback, parsed, same_origin};
use url::Url;

const DOCUMENTED: &[ErrorKind] = &[ErrorKind::InvalidArgument, ErrorKind::InsecureUrl];
const RESOURCE: &str = "/.well-known/oauth-protected-resource";
const OAUTH: &str = "/.well-known/oauth-authorization-server";
const OPENID: &str = "/.well-known/openid-configuration";

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    match resource_metadata_url(text) {
        Ok(found) => check_resource(text, &found),
        Err(error) => check_error(&error, DOCUMENTED),
    }
    match authorization_server_metadata_urls(text) {
        Ok(found) => check_issuer(text, &found),
        Err(error) => check_error(&error, DOCUMENTED),
    }
    Corpus::Keep
});

fn check_resource(text: &str, found: &str) {
    let (resource, url) = (parsed(text), parsed(found));
    check_place(&resource, &url);
    let path = if resource.path() == "/" { "" } else { resource.path() };
    assert_eq!(url.path(), [RESOURCE, path].concat());
    assert_eq!(url.query(), resource.query());
    let again = resource_metadata_url(found).expect_err("a metadata URL is no resource");
    assert_eq!(again.kind(), ErrorKind::InvalidArgument);
}

fn check_issuer(text: &str, found: &[String]) {
    let issuer = parsed(text);
    let path = issuer.path().strip_suffix('/').unwrap_or(issuer.path());
    let mut expected = vec![[OAUTH, path].concat(), [OPENID, path].concat(), [path, OPENID].concat()];
    expected.dedup();
    assert_eq!(found.iter().map(|found| parsed(found).path().to_owned()).collect::<Vec<_>>(), expected);
    for found in found {
        let url = parsed(found);
        check_place(&issuer, &url);
        assert_eq!(url.query(), None);
        let again = authorization_server_metadata_urls(found).expect_err("a metadata URL is no issuer");
        assert_eq!(again.kind(), ErrorKind::InvalidArgument);
    }
}

/// Checks that a URL is on the origin of the identifier, https or loopback, and without userinfo and fragment.
fn check_place(asked: &Url, found: &Url) {
    assert!(same_origin(asked, found), "{found} for {asked}");
    assert!(found.scheme() == "https" || (found.scheme() == "http" && is_loopback(found)), "{found}");
    assert!(found.username().is_empty() && found.password().is_none() && found.fragment().is_none(), "{found}");
}
