//! The arguments that calls take, and the threads that may share what they return.

mod common;

use common::{METADATA, block_on, blocking_options, options, sandbox};
use telnyx_oauth::{
    Attempt, AttemptLog, AuthorizationServer, AuthorizationServerMetadata, CancelToken, Challenge, Client,
    ClientBuilder, Discovery, DiscoveryPlan, Error, Extra, Identifier, PlannedRequest, ResourceMetadata, Response,
    Rules, Warning, WwwAuthenticate, authorization_server_metadata_urls, blocking, embedding, parse_challenges,
    resource_metadata_url,
};
use telnyx_oauth_sandbox::Answer;

const SERVER: &str = "/.well-known/oauth-authorization-server";

const fn may_be_shared<T: Send + Sync>() {}

// Checked by the compiler.
const _: () = {
    may_be_shared::<Attempt>();
    may_be_shared::<AttemptLog>();
    may_be_shared::<AuthorizationServer>();
    may_be_shared::<AuthorizationServerMetadata>();
    may_be_shared::<CancelToken>();
    may_be_shared::<Challenge>();
    may_be_shared::<Client>();
    may_be_shared::<ClientBuilder>();
    may_be_shared::<Discovery>();
    may_be_shared::<DiscoveryPlan>();
    may_be_shared::<Error>();
    may_be_shared::<Extra>();
    may_be_shared::<Identifier<'_>>();
    may_be_shared::<PlannedRequest>();
    may_be_shared::<ResourceMetadata>();
    may_be_shared::<Response<'_>>();
    may_be_shared::<Rules>();
    #[cfg(feature = "signed-metadata")]
    may_be_shared::<telnyx_oauth::TrustedKeys>();
    may_be_shared::<Warning>();
    may_be_shared::<WwwAuthenticate>();
    may_be_shared::<blocking::Client>();
    may_be_shared::<blocking::ClientBuilder>();
    may_be_shared::<embedding::DefaultClient<Client>>();
    may_be_shared::<embedding::Started>();
};

fn sent<T: Send>(future: impl Future<Output = T> + Send) -> T {
    block_on(future)
}

#[test]
fn an_identifier_is_any_text_or_the_default() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    sandbox.route(SERVER, [Answer::json(r#"{"issuer": "${origin}"}"#)]);
    let origin = sandbox.http_origin().to_owned();
    let (text, some): (&str, Option<&str>) = (&origin, Some(&origin));

    let client = options(&sandbox).base_url(text).build().unwrap();
    macro_rules! each {
        ($argument:expr) => {
            assert_eq!(sent(client.fetch_resource_metadata($argument)).unwrap().resource(), some);
            assert_eq!(client.cached_resource_metadata($argument), None);
            assert_eq!(sent(client.fetch_authorization_server_metadata($argument)).unwrap().issuer(), some);
            assert_eq!(client.cached_authorization_server_metadata($argument), None);
            assert_eq!(sent(client.discover($argument, "Bearer")).unwrap().resource(), text);
        };
    }
    each!(text);
    each!(&origin);
    each!(origin.clone());
    each!(some);
    each!(None);

    let client = blocking_options(&sandbox).base_url(text).build().unwrap();
    macro_rules! each_blocking {
        ($argument:expr) => {
            assert_eq!(client.fetch_resource_metadata($argument).unwrap().resource(), some);
            assert_eq!(client.cached_resource_metadata($argument), None);
            assert_eq!(client.fetch_authorization_server_metadata($argument).unwrap().issuer(), some);
            assert_eq!(client.cached_authorization_server_metadata($argument), None);
            assert_eq!(client.discover($argument, "Bearer").unwrap().resource(), text);
        };
    }
    each_blocking!(text);
    each_blocking!(&origin);
    each_blocking!(origin.clone());
    each_blocking!(some);
    each_blocking!(None);
}

#[test]
fn field_lines_are_any_text() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    let (client, origin) = (blocking_options(&sandbox).build().unwrap(), sandbox.http_origin());
    let discover = |lines: WwwAuthenticate| {
        let found = client.discover(origin, lines).unwrap();
        let scope = found.challenge().and_then(Challenge::scope).map(|scope| scope.join(" "));
        (scope, found.attempts().len())
    };
    let line = String::from("Bearer scope=\"a\"");
    let lines = vec![String::from("Basic"), line.clone()];
    let borrowed: Vec<&str> = lines.iter().map(String::as_str).collect();
    for lines in [
        WwwAuthenticate::from(line.as_str()),
        (&line).into(),
        line.clone().into(),
        ["Basic", &line].into(),
        (&["Basic", &line]).into(),
        Some(&*borrowed).into(),
        borrowed.into(),
        lines.as_slice().into(),
        (&lines).into(),
        lines.clone().into(),
        lines.iter().filter(|line| line.starts_with("Bearer")).collect(),
    ] {
        assert_eq!(discover(lines), (Some("a".to_owned()), 1));
    }
    assert_eq!(discover(Vec::<String>::new().into()), (None, 1));
    // The resource is asked.
    assert_eq!(discover(None.into()).1, 2);
    assert_eq!(sent(options(&sandbox).build().unwrap().discover(origin, None)).unwrap().attempts().len(), 2);
}

#[test]
fn pure_functions_take_any_text() {
    let (origin, rules) = (String::from("https://rs.example"), Rules::new());
    let body = br#"{"resource": "https://rs.example", "issuer": "https://rs.example"}"#;
    let response = Response::new(200, body).content_type("application/json");
    macro_rules! each {
        ($argument:expr) => {
            assert_eq!(resource_metadata_url($argument).unwrap(), format!("{origin}{METADATA}"));
            assert_eq!(authorization_server_metadata_urls($argument).unwrap()[0], format!("{origin}{SERVER}"));
            ResourceMetadata::from_response($argument, &response, &rules).unwrap();
            AuthorizationServerMetadata::from_response($argument, &response, &rules).unwrap();
            DiscoveryPlan::new($argument, None, &rules).unwrap();
        };
    }
    each!(origin.as_str());
    each!(&origin);
    each!(origin.clone());

    let lines = ["Basic".to_owned(), "Bearer".to_owned()];
    assert_eq!(parse_challenges(&lines).len(), 2);
    assert_eq!(parse_challenges(lines.iter().map(|line| line.as_str())).len(), 2);
    let expected = Some(lines.to_vec());
    assert_eq!(Response::new(401, b"").www_authenticate(&lines).www_authenticate, expected);
    assert_eq!(Response::new(401, b"").www_authenticate(lines.iter().rev().rev()).www_authenticate, expected);
    assert_eq!(Response::new(401, b"").www_authenticate(lines).www_authenticate, expected);
}
