//! Repeated fetches with one client: each response is validated by itself.

mod common;

use common::{METADATA, each, options, sandbox};
use telnyx_oauth::{ErrorKind, ResourceMetadata, WarningKind};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn json(sandbox: &Sandbox, server: &str) -> Answer {
    let origin = sandbox.http_origin();
    Answer::json(format!(r#"{{"resource": "{origin}", "authorization_servers": ["{server}"]}}"#))
}

fn kinds(metadata: &ResourceMetadata) -> Vec<WarningKind> {
    metadata.warnings().iter().map(|warning| warning.kind).collect()
}

#[test]
fn a_changed_document_is_returned() {
    each(|sandbox, client| {
        let servers = ["https://a.example", "https://b.example", "https://b.example", "https://a.example"];
        sandbox.route(METADATA, servers.map(|server| json(sandbox, server)));
        for server in servers {
            let metadata = client.fetch(sandbox.http_origin()).unwrap();
            assert_eq!(metadata.authorization_servers().unwrap(), [server]);
        }
        assert_eq!(sandbox.requests().len(), 4);
    });
}

#[test]
fn the_same_body_is_validated_with_the_header_of_each_response() {
    each(|sandbox, client| {
        let usual = || json(sandbox, "https://as.example");
        let unusual = usual().header("content-type", "application/problem+json");
        let html = usual().header("content-type", "text/html");
        let coded = usual().header("content-encoding", "gzip");
        let failed = usual().with_status(404);
        let fetch = || client.fetch(sandbox.http_origin());
        sandbox.route(METADATA, [usual(), failed, unusual, html, coded, usual()]);
        assert_eq!(kinds(&fetch().unwrap()), []);
        assert_eq!(fetch().unwrap_err().kind(), ErrorKind::HttpStatus);
        assert_eq!(kinds(&fetch().unwrap()), [WarningKind::ContentTypeUnusual]);
        assert_eq!(fetch().unwrap_err().kind(), ErrorKind::ContentType);
        assert_eq!(fetch().unwrap_err().kind(), ErrorKind::ContentType);
        assert_eq!(kinds(&fetch().unwrap()), []);
    });
}

#[test]
fn the_same_body_from_another_url_has_that_url() {
    each(|sandbox, client| {
        let moved = format!("{METADATA}/moved");
        let redirect = Answer::redirect(&moved);
        sandbox.route(METADATA, [json(sandbox, "https://as.example"), redirect]);
        sandbox.route(&moved, [json(sandbox, "https://as.example")]);
        for path in [METADATA, &moved] {
            let metadata = client.fetch(sandbox.http_origin()).unwrap();
            assert_eq!(metadata.url(), format!("{}{path}", sandbox.http_origin()));
        }
    });
}

#[test]
fn a_document_of_one_resource_is_refused_for_another() {
    each(|sandbox, client| {
        let origin = sandbox.http_origin();
        let tenant = format!("{origin}/a");
        let body = format!(r#"{{"resource": "{tenant}", "authorization_servers": ["https://as.example"]}}"#);
        sandbox.route(format!("{METADATA}/a"), [Answer::json(body.clone())]);
        sandbox.route(format!("{METADATA}/b"), [Answer::json(body)]);
        for _ in 0..2 {
            assert_eq!(client.fetch(&tenant).unwrap().resource(), Some(tenant.as_str()));
            let error = client.fetch(&format!("{origin}/b")).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ResourceMismatch);
        }
    });
}

#[test]
fn a_call_succeeds_after_a_call_with_refused_input() {
    let sandbox = sandbox();
    let client = options(&sandbox).build().unwrap();
    for _ in 0..2 {
        let error = common::block_on(client.fetch_resource_metadata("http://rs.example")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InsecureUrl);
        let metadata = common::block_on(client.fetch_resource_metadata(sandbox.http_origin())).unwrap();
        assert_eq!(metadata.resource(), Some(sandbox.http_origin()));
    }
}
