//! The argument types of the calls, and the types that threads may share.

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

const fn assert_send_and_sync<T: Send + Sync>() {}

// The compiler checks these bounds.
const _: () = {
    assert_send_and_sync::<Attempt>();
    assert_send_and_sync::<AttemptLog>();
    assert_send_and_sync::<AuthorizationServer>();
    assert_send_and_sync::<AuthorizationServerMetadata>();
    assert_send_and_sync::<CancelToken>();
    assert_send_and_sync::<Challenge>();
    assert_send_and_sync::<Client>();
    assert_send_and_sync::<ClientBuilder>();
    assert_send_and_sync::<Discovery>();
    assert_send_and_sync::<DiscoveryPlan>();
    assert_send_and_sync::<Error>();
    assert_send_and_sync::<Extra>();
    assert_send_and_sync::<Identifier<'_>>();
    assert_send_and_sync::<PlannedRequest>();
    assert_send_and_sync::<ResourceMetadata>();
    assert_send_and_sync::<Response<'_>>();
    assert_send_and_sync::<Rules>();
    #[cfg(feature = "signed-metadata")]
    assert_send_and_sync::<telnyx_oauth::TrustedKeys>();
    assert_send_and_sync::<Warning>();
    assert_send_and_sync::<WwwAuthenticate>();
    assert_send_and_sync::<blocking::Client>();
    assert_send_and_sync::<blocking::ClientBuilder>();
    assert_send_and_sync::<embedding::DefaultClient<Client>>();
    assert_send_and_sync::<embedding::Started>();
};

fn assert_send<T: Send>(future: impl Future<Output = T> + Send) -> T {
    block_on(future)
}

#[test]
fn an_identifier_argument_takes_any_text_type_or_none() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#)]);
    sandbox.route(SERVER, [Answer::json(r#"{"issuer": "${origin}"}"#)]);
    let origin = sandbox.http_origin().to_owned();
    let (text, some): (&str, Option<&str>) = (&origin, Some(&origin));

    let client = options(&sandbox).base_url(text).build().unwrap();
    macro_rules! each {
        ($argument:expr) => {
            assert_eq!(assert_send(client.fetch_resource_metadata($argument)).unwrap().resource(), some);
            assert_eq!(client.cached_resource_metadata($argument), None);
            assert_eq!(assert_send(client.fetch_authorization_server_metadata($argument)).unwrap().issuer(), some);
            assert_eq!(client.cached_authorization_server_metadata($argument), None);
            assert_eq!(assert_send(client.discover($argument, "Bearer")).unwrap().resource(), text);
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
fn field_lines_take_any_text_type() {
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
    // Without field lines, the client probes the resource.
    assert_eq!(discover(None.into()).1, 2);
    assert_eq!(assert_send(options(&sandbox).build().unwrap().discover(origin, None)).unwrap().attempts().len(), 2);
}

#[test]
fn pure_functions_take_any_text_type() {
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
