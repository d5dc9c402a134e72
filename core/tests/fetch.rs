//! Fetching documents over real sockets.

mod common;

use common::{METADATA, block_on, blocking_options, in_child, options, sandbox};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;
use telnyx_oauth::{ErrorKind, Outcome, Purpose, ResourceMatch, WarningKind, blocking};
use telnyx_oauth_sandbox::Answer;

#[test]
fn the_document_is_fetched_over_http_and_tls() {
    let sandbox = sandbox();
    let client = options(&sandbox).build().unwrap();
    let blocking = blocking_options(&sandbox).build().unwrap();
    for origin in [sandbox.http_origin(), sandbox.https_origin()] {
        let metadata = block_on(client.fetch_resource_metadata(origin)).unwrap();
        assert_eq!(metadata.resource(), Some(origin));
        assert_eq!(metadata.authorization_servers().unwrap(), [origin]);
        assert_eq!(metadata.url(), format!("{origin}{METADATA}"));
        assert_eq!(metadata.warnings(), []);
        assert_eq!(blocking.fetch_resource_metadata(origin).unwrap(), metadata);
    }
}

#[test]
fn an_issuers_document_is_found_at_the_second_url() {
    let sandbox = sandbox();
    let issuer = format!("{}/t1", sandbox.https_origin());
    sandbox.route("/.well-known/openid-configuration/t1", [Answer::json(format!(r#"{{"issuer": "{issuer}"}}"#))]);
    let client = blocking_options(&sandbox).build().unwrap();
    let metadata = client.fetch_authorization_server_metadata(issuer.as_str()).unwrap();
    assert_eq!(metadata.issuer(), Some(issuer.as_str()));
    let asked: Vec<_> = sandbox.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(asked, ["/.well-known/oauth-authorization-server/t1", "/.well-known/openid-configuration/t1"]);
}

#[test]
fn an_issuer_without_a_document_is_not_found_and_the_error_lists_all_attempts() {
    let sandbox = sandbox();
    sandbox.route("/.well-known/openid-configuration/t1", [Answer::default().header("content-type", "text/html")]);
    let client = blocking_options(&sandbox).build().unwrap();
    let error =
        client.fetch_authorization_server_metadata(format!("{}/t1", sandbox.http_origin()).as_str()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let attempts: Vec<_> = error.attempts().iter().map(|a| (a.purpose, a.status, a.outcome)).collect();
    let absent = |status| (Purpose::AuthorizationServerMetadata, Some(status), Outcome::Absent);
    assert_eq!(attempts, [absent(404), absent(200), absent(404)]);
}

#[test]
fn an_invalid_issuer_document_ends_the_call() {
    let sandbox = sandbox();
    sandbox
        .route("/.well-known/oauth-authorization-server/t1", [Answer::json(r#"{"issuer": "https://evil.example"}"#)]);
    let client = blocking_options(&sandbox).build().unwrap();
    let error =
        client.fetch_authorization_server_metadata(format!("{}/t1", sandbox.http_origin()).as_str()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IssuerMismatch);
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn a_request_has_only_the_necessary_header_fields() {
    let sandbox = sandbox();
    blocking_options(&sandbox).build().unwrap().fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let named = blocking_options(&sandbox).client_name("test").build().unwrap();
    named.fetch_resource_metadata(sandbox.https_origin()).unwrap();
    let own = blocking_options(&sandbox).user_agent("mine/1").build().unwrap();
    own.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let requests = sandbox.requests();
    let version = env!("CARGO_PKG_VERSION");
    let agents = [format!("telnyx-oauth/{version} (rust)"), format!("telnyx-oauth/{version} (test)"), "mine/1".into()];
    for (request, agent) in requests.iter().zip(agents) {
        assert_eq!(request.header("user-agent"), Some(agent.as_str()));
        assert_eq!(request.header("accept"), Some("application/json"));
        assert_eq!(request.header("accept-encoding"), Some("identity"));
        for (name, _) in &request.headers {
            assert!(["user-agent", "accept", "accept-encoding", "host"].contains(&name.as_str()), "{name} was sent");
        }
    }
    assert_eq!(requests.len(), 3);
}

#[test]
fn https_uses_http_2() {
    let sandbox = sandbox();
    blocking_options(&sandbox).build().unwrap().fetch_resource_metadata(sandbox.https_origin()).unwrap();
    assert_eq!(sandbox.requests()[0].version, "HTTP/2.0");
}

#[test]
fn a_pin_applies_to_its_host_and_port_only() {
    let sandbox = sandbox();
    let port = sandbox.https_addr().port();
    let client = blocking_options(&sandbox).resolve("API.telnyx.com", port, sandbox.https_addr().ip()).build().unwrap();
    let resource = format!("https://api.telnyx.com:{port}");
    let metadata = client.fetch_resource_metadata(resource.as_str()).unwrap();
    assert_eq!(metadata.resource(), Some(resource.as_str()));
    let request = &sandbox.requests()[0];
    assert_eq!(request.server_name.as_deref(), Some("api.telnyx.com"));
}

#[test]
fn localhost_subdomains_are_loopback_without_a_look_up() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).build().unwrap();
    for host in ["localhost", "a.b.localhost"] {
        let resource = format!("http://{host}:{}", sandbox.http_addr().port());
        let metadata = client.fetch_resource_metadata(resource.as_str()).unwrap();
        assert_eq!(metadata.resource(), Some(resource.as_str()));
    }
}

#[test]
fn a_proxy_gets_every_request_except_hosts_in_no_proxy() {
    fn body() {
        let proxy = sandbox();
        let port = proxy.http_addr().port();
        let options = || blocking::Client::builder().allow_http(true).max_retries(0);
        let explicit = options().proxy(format!("http://127.0.0.1:{port}")).build().unwrap();
        explicit.fetch_resource_metadata("http://rs.example").unwrap();
        assert_eq!(proxy.requests()[0].host, "rs.example");
        let direct = explicit.fetch_resource_metadata(format!("http://direct.localhost:{port}").as_str());
        assert_eq!(direct.unwrap().resource(), Some(format!("http://direct.localhost:{port}").as_str()));
        assert_eq!(proxy.requests()[1].host, format!("direct.localhost:{port}"));
    }
    in_child(
        "a_proxy_gets_every_request_except_hosts_in_no_proxy",
        |command| _ = command.env("NO_PROXY", "direct.localhost"),
        body,
    );
}

#[test]
fn the_proxys_password_is_sent_to_the_proxy_and_not_through_the_tunnel() {
    let sandbox = sandbox();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://user:p%40ss@{}", listener.local_addr().unwrap());
    let tunnelled = format!("https://http1.example:{}", sandbox.https_addr().port());
    let heads = std::thread::scope(|scope| {
        let heads = scope.spawn(|| {
            let (mut forwarding, _) = listener.accept().unwrap();
            let forwarded = head(&mut forwarding);
            let body = r#"{"resource": "http://rs.example"}"#;
            let length = body.len();
            let answer =
                format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}");
            forwarding.write_all(answer.as_bytes()).unwrap();
            let (mut client, _) = listener.accept().unwrap();
            let connect = head(&mut client);
            let mut server = TcpStream::connect(sandbox.https_addr()).unwrap();
            client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
            let (mut from_client, mut to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            std::thread::spawn(move || std::io::copy(&mut from_client, &mut to_server));
            std::thread::spawn(move || std::io::copy(&mut server, &mut client));
            [forwarded, connect]
        });
        let client = blocking_options(&sandbox).allow_http(true).proxy(proxy).user_agent("me").build().unwrap();
        client.fetch_resource_metadata("http://rs.example").unwrap();
        client.fetch_resource_metadata(tunnelled.as_str()).unwrap();
        heads.join().unwrap()
    });
    assert!(
        heads[0].starts_with("GET http://rs.example/.well-known/oauth-protected-resource HTTP/1.1\r\n"),
        "{heads:?}"
    );
    assert!(heads[1].starts_with("CONNECT http1.example:"), "{heads:?}");
    for head in &heads {
        let head = head.to_ascii_lowercase();
        assert!(head.contains("\r\nproxy-authorization: basic dxnlcjpwqhnz\r\n"), "{head}");
        assert!(head.contains("\r\nuser-agent: me\r\n"), "{head}");
    }
    let fields = &sandbox.requests()[0].headers;
    assert!(!fields.iter().any(|(name, _)| name.eq_ignore_ascii_case("proxy-authorization")), "{fields:?}");
}

/// Reads the head of a request and nothing after it.
fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

#[test]
fn the_proxy_of_the_environment_is_used_unless_the_option_is_empty() {
    const NAME: &str = "the_proxy_of_the_environment_is_used_unless_the_option_is_empty";
    let proxy = sandbox();
    let origin = proxy.http_origin().to_owned();
    let is_parent = in_child(
        NAME,
        |command| _ = command.env("HTTP_PROXY", &origin).env("BASE", &origin),
        || {
            let origin = std::env::var("BASE").unwrap();
            let client = blocking::Client::builder().allow_http(true).build().unwrap();
            client.fetch_resource_metadata("http://rs.example").unwrap();
            let direct = blocking::Client::builder().proxy("").build().unwrap();
            direct.fetch_resource_metadata(origin.as_str()).unwrap();
        },
    );
    if !is_parent {
        return;
    }
    let hosts: Vec<_> = proxy.requests().into_iter().map(|request| request.host).collect();
    assert_eq!(hosts, ["rs.example", origin.strip_prefix("http://").unwrap()]);
}

#[test]
fn the_origin_of_the_base_url_is_the_default_resource() {
    const NAME: &str = "the_origin_of_the_base_url_is_the_default_resource";
    let sandbox = sandbox();
    let origin = sandbox.http_origin().to_owned();
    let is_parent = in_child(
        NAME,
        |command| _ = command.env("TELNYX_BASE_URL", format!("{origin}/v2")),
        || {
            let base_url = std::env::var("TELNYX_BASE_URL").unwrap();
            let origin = base_url.strip_suffix("/v2").unwrap();
            assert_eq!(blocking::fetch_resource_metadata(None).unwrap().resource(), Some(origin));
            let metadata = block_on(telnyx_oauth::fetch_resource_metadata(None)).unwrap();
            assert_eq!(metadata.resource(), Some(origin));
            let server = blocking::fetch_authorization_server_metadata(None).unwrap();
            assert_eq!(server.issuer(), Some(origin));
            let other = blocking::Client::builder().base_url("http://rs.example/v2").build().unwrap();
            let error = other.fetch_resource_metadata(None).unwrap_err();
            assert_eq!((error.kind(), error.url()), (ErrorKind::InsecureUrl, Some("http://rs.example/v2")));
            let none = blocking::Client::builder().base_url("rs.example").build().unwrap();
            assert!(none.fetch_resource_metadata(None).unwrap_err().message().contains("base_url"));
        },
    );
    if !is_parent {
        return;
    }
    assert_eq!(sandbox.requests().len(), 3);
}

#[test]
fn the_free_functions_share_a_client_across_runtimes() {
    let sandbox = sandbox();
    for _ in 0..3 {
        block_on(async {
            telnyx_oauth::fetch_resource_metadata(sandbox.http_origin()).await.unwrap();
            telnyx_oauth::fetch_authorization_server_metadata(sandbox.http_origin()).await.unwrap();
        });
    }
    blocking::fetch_authorization_server_metadata(sandbox.http_origin()).unwrap();
    assert_eq!(sandbox.requests().len(), 7);
}

#[test]
fn a_connection_of_one_runtime_is_not_used_on_another() {
    let sandbox = sandbox();
    let client = options(&sandbox).timeout(Duration::from_secs(5)).build().unwrap();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (idle, busy) = (runtime(), runtime());
    idle.block_on(client.fetch_resource_metadata(sandbox.http_origin())).unwrap();
    // The runtime `idle` exists, but does not run. A connection on it would never answer.
    busy.block_on(client.fetch_resource_metadata(sandbox.http_origin())).unwrap();
    assert_eq!(sandbox.connections(), 2);
    idle.block_on(client.fetch_resource_metadata(sandbox.http_origin())).unwrap();
    assert_eq!(sandbox.connections(), 2);
}

#[test]
fn a_covering_document_is_accepted_with_a_warning_and_refused_under_exact() {
    let sandbox = sandbox();
    let origin = sandbox.http_origin();
    sandbox.route(
        format!("{METADATA}/mcp"),
        [Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["https://as.example"]}"#)],
    );
    let resource = format!("{origin}/mcp");
    let fetch = |options: blocking::ClientBuilder| options.build().unwrap().fetch_resource_metadata(resource.as_str());
    let metadata = fetch(blocking_options(&sandbox)).unwrap();
    assert_eq!(metadata.warnings()[0].kind, WarningKind::ResourceNotExact);
    for options in
        [blocking_options(&sandbox).resource_match(ResourceMatch::Exact), blocking_options(&sandbox).strict(true)]
    {
        assert_eq!(fetch(options).unwrap_err().kind(), ErrorKind::ResourceMismatch);
    }
}

#[test]
fn the_target_of_a_redirect_is_the_url_of_the_document() {
    let sandbox = sandbox();
    let origin = sandbox.http_origin();
    sandbox.route(format!("{METADATA}/a"), [Answer::redirect("/elsewhere").with_status(307)]);
    let covering = r#"{"resource": "${origin}", "authorization_servers": ["https://as.example"]}"#;
    sandbox.route("/elsewhere", [Answer::json(covering)]);
    let client = blocking_options(&sandbox).build().unwrap();
    let error = client.fetch_resource_metadata(format!("{origin}/a").as_str()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResourceMismatch);
    sandbox.route("/elsewhere", [Answer::json(r#"{"resource": "${origin}/a"}"#)]);
    let metadata = client.fetch_resource_metadata(format!("{origin}/a").as_str()).unwrap();
    assert_eq!(metadata.url(), format!("{origin}/elsewhere"));
}

#[test]
fn with_timeout_and_with_cancel_apply_to_one_handle_and_share_connections() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::json(r#"{"resource": "${origin}"}"#), Answer::default().silent()]);
    let client = blocking_options(&sandbox).build().unwrap();
    client.fetch_resource_metadata(sandbox.http_origin()).unwrap();
    let hurried = client.with_timeout(Duration::from_millis(50));
    let error = hurried.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(sandbox.connections(), 1);
    let token = telnyx_oauth::CancelToken::new();
    token.cancel();
    let error = client.with_cancel(token).fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    let error = client.with_timeout(Duration::ZERO).fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}

#[test]
fn the_async_client_outside_a_runtime_is_an_error() {
    let sandbox = sandbox();
    let client = options(&sandbox).build().unwrap();
    let mut call = std::pin::pin!(client.fetch_resource_metadata(sandbox.http_origin()));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match Future::poll(call.as_mut(), &mut context) {
        std::task::Poll::Ready(Err(error)) => {
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            assert!(error.message().contains("tokio"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}
