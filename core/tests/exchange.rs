//! The requests of an examination: their answers, good or bad, and the rules that apply to them.

mod common;

use common::{block_on, options, sandbox};
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::{AddressZone, Exchanges, RawRequest, RawResponse};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn get(url: &str) -> RawRequest<'_> {
    RawRequest { method: "GET", url, headers: &[], body: None, named_by: None, max_bytes: 100 }
}

fn send(sandbox: &Sandbox, resource: &str, request: &RawRequest<'_>) -> Result<RawResponse, telnyx_oauth::Error> {
    let client = options(sandbox).header("X-Gateway-Key", "s3cret").build().unwrap();
    block_on(async { Exchanges::begin(&client, resource)?.send(request).await })
}

fn sent(sandbox: &Sandbox, request: &RawRequest<'_>) -> RawResponse {
    send(sandbox, sandbox.http_origin(), request).unwrap()
}

#[test]
fn a_bad_answer_is_returned_as_it_came() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    sandbox.route("/a", [Answer::status(503).header("x-a", "1").header("x-a", "2").body("<html>")]);
    let response = sent(&sandbox, &get(&url));
    assert_eq!((response.status, response.body.as_slice(), response.url.as_str()), (503, &b"<html>"[..], url.as_str()));
    let values = response.headers.iter().filter(|(name, _)| name == "x-a").map(|(_, value)| value.as_slice());
    assert_eq!(values.collect::<Vec<_>>(), [b"1", b"2"]);
    assert_eq!((response.zone, response.address), (AddressZone::Loopback, Some([127, 0, 0, 1].into())));
    assert!(response.error.is_none());
    assert_eq!(sandbox.requests().len(), 1, "nothing is retried");
}

#[test]
fn a_longer_body_is_cut_and_has_an_error() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    sandbox.route("/a", [Answer::text("x".repeat(101))]);
    let response = sent(&sandbox, &get(&url));
    assert_eq!((response.status, response.body.len()), (200, 100));
    assert_eq!(response.error.unwrap().kind(), ErrorKind::BodyTooLarge);
    sandbox.route("/a", [Answer::text("x".repeat(100))]);
    assert!(sent(&sandbox, &get(&url)).error.is_none());
}

#[test]
fn a_redirect_within_the_origin_is_followed_and_another_is_the_answer() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    sandbox.route("/a", [Answer::redirect("/b")]);
    sandbox.route("/b", [Answer::text("b")]);
    let response = sent(&sandbox, &get(&url));
    assert_eq!((response.status, response.redirects), (200, vec![(302, url.clone())]));
    let post = RawRequest { method: "POST", body: Some("{}"), ..get(&url) };
    let response = sent(&sandbox, &post);
    assert_eq!((response.status, response.url.as_str(), response.error.is_none()), (302, url.as_str(), true));
    sandbox.route("/a", [Answer::redirect("https://elsewhere.example/")]);
    let response = sent(&sandbox, &get(&url));
    assert_eq!((response.status, response.url.as_str()), (302, url.as_str()));
    assert_eq!(response.error.unwrap().kind(), ErrorKind::RedirectRefused);
}

#[test]
fn a_url_that_a_public_server_named_does_not_lead_to_loopback() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    for named_by in [AddressZone::Public, AddressZone::Private] {
        let request = RawRequest { named_by: Some(named_by), ..get(&url) };
        let error = send(&sandbox, "https://rs.example", &request).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BlockedAddress, "{named_by}");
    }
    assert_eq!(sandbox.requests().len(), 0);
    assert_eq!(sent(&sandbox, &RawRequest { named_by: Some(AddressZone::Loopback), ..get(&url) }).status, 404);
}

#[test]
fn plain_http_and_credentials_are_refused() {
    let sandbox = sandbox();
    let error = send(&sandbox, "https://rs.example", &get("http://rs.example/a")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InsecureUrl);
    let url = format!("{}/a", sandbox.http_origin());
    for name in ["authorization", "cookie", "host", "proxy-authorization"] {
        let headers = [(name, "s3cret".to_owned())];
        let error = send(&sandbox, &url, &RawRequest { headers: &headers, ..get(&url) }).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(!error.message().contains("s3cret"));
    }
    assert_eq!(sandbox.requests().len(), 0);
}

#[test]
fn only_the_origin_of_the_resource_gets_the_extra_fields() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    sent(&sandbox, &get(&url));
    send(&sandbox, "https://rs.example", &get(&url)).unwrap();
    let fields: Vec<_> = sandbox.requests().iter().map(|r| r.header("x-gateway-key").map(str::to_owned)).collect();
    assert_eq!(fields, [Some("s3cret".to_owned()), None]);
}

#[test]
fn the_body_of_an_event_stream_is_not_waited_for() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    let stream = r#"{"routes": [{"path": "/a", "answers": [
        {"headers": {"content-type": "text/event-stream"}, "endless": {"text": "data: x\n\n", "interval_ms": 10}}]}]}"#;
    sandbox.set_scenario(telnyx_oauth_sandbox::Scenario::from_json(stream).unwrap());
    let response = sent(&sandbox, &RawRequest { max_bytes: usize::MAX, ..get(&url) });
    assert_eq!((response.status, response.error.is_none()), (200, true));
}

#[test]
fn the_methods_and_fields_of_a_request_are_sent() {
    let sandbox = sandbox();
    let url = format!("{}/a", sandbox.http_origin());
    for method in ["GET", "HEAD", "OPTIONS", "POST", "DELETE"] {
        let headers = [("user-agent", "other".to_owned()), ("origin", "https://client.example".to_owned())];
        sent(&sandbox, &RawRequest { method, headers: &headers, ..get(&url) });
        let requests = sandbox.requests();
        let last = requests.last().unwrap();
        assert_eq!(
            (&*last.method, last.header("user-agent"), last.header("origin")),
            (method, Some("other"), Some("https://client.example"))
        );
    }
}
