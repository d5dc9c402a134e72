//! Errors of servers, networks and callers, over real sockets. Each test checks the kind of the error, and that the
//! message names the URL and the rule.

mod common;

use common::{Http2, Http2Server, METADATA, assert_error, block_on, blocking_options, namespace, options, sandbox};
use std::net::TcpListener;
use std::time::Duration;
use telnyx_oauth::{Error, ErrorKind, Outcome, ResourceMetadata, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// Fetches `answer` with both clients, and expects the error.
#[track_caller]
fn refused(answer: Answer, kind: ErrorKind, words: &[&str]) -> Error {
    refused_with(|options| options, answer, kind, words)
}

#[track_caller]
fn refused_with(
    set: impl Fn(telnyx_oauth::ClientBuilder) -> telnyx_oauth::ClientBuilder,
    answer: Answer,
    kind: ErrorKind,
    words: &[&str],
) -> Error {
    let sandbox = sandbox();
    sandbox.route(METADATA, [answer]);
    let client = set(options(&sandbox)).build().unwrap();
    let origin = sandbox.http_origin();
    let error = assert_error(block_on(client.fetch_resource_metadata(origin)), kind, words);
    assert!(
        error.message().contains(&format!("{origin}{METADATA}")) || error.url() == Some(&format!("{origin}{METADATA}"))
    );
    assert_eq!(error.attempts().len(), 1, "{error:?}");
    assert_eq!(error.attempts()[0].outcome, Outcome::Failed(kind));
    error
}

fn fetch(sandbox: &Sandbox, resource: &str) -> Result<ResourceMetadata, Error> {
    blocking_options(sandbox).build().unwrap().fetch_resource_metadata(resource)
}

#[test]
fn an_unresolvable_name_is_a_transport_error() {
    namespace("an_unresolvable_name_is_a_transport_error", "", || {
        let client = blocking::Client::builder().max_retries(0).build().unwrap();
        let found = client.fetch_resource_metadata("https://rs.example/a");
        assert_error(found, ErrorKind::Transport, &["https://rs.example/", "the connection could not be opened"]);
    });
}

#[test]
fn a_refused_connection_is_a_transport_error() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = blocking::Client::builder().max_retries(1).proxy("").build().unwrap();
    let found = client.fetch_resource_metadata(format!("http://127.0.0.1:{port}").as_str());
    let error = assert_error(found, ErrorKind::Transport, &["http://127.0.0.1", "refused"]);
    assert_eq!(error.attempts().len(), 2);
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn untrusted_certificates_are_tls_errors() {
    let sandbox = sandbox();
    let port = sandbox.https_addr().port();
    let own_ca = blocking_options(&sandbox);
    for (host, rule) in [
        ("expired.example", "the certificate expired at"),
        ("expired.example", "clock"),
        ("wrong-name.example", "not valid for name"),
        ("unknown-ca.example", "ca_file"),
        ("unknown-ca.example", "intermediate"),
    ] {
        let client = own_ca.clone().resolve(host, port, sandbox.https_addr().ip()).build().unwrap();
        let resource = format!("https://{host}:{port}");
        let found = client.fetch_resource_metadata(resource.as_str());
        assert_error(found, ErrorKind::Tls, &[&resource, rule]);
    }
    let strange = blocking::Client::builder().max_retries(0).proxy("").build().unwrap();
    assert_error(
        strange.fetch_resource_metadata(sandbox.https_origin()),
        ErrorKind::Tls,
        &["UnknownIssuer", "ca_file"],
    );
}

#[test]
fn a_connection_closed_in_the_handshake_is_a_transport_error() {
    let sandbox = sandbox();
    let port = sandbox.https_addr().port();
    let client = blocking_options(&sandbox).resolve("tls-abort.example", port, sandbox.https_addr().ip()).build();
    let found = client.unwrap().fetch_resource_metadata(format!("https://tls-abort.example:{port}").as_str());
    assert_error(found, ErrorKind::Transport, &["https://tls-abort.example"]);
}

#[test]
fn https_to_a_plain_http_port_is_a_tls_error() {
    let sandbox = sandbox();
    let found = fetch(&sandbox, &format!("https://{}", sandbox.http_addr()));
    assert_error(found, ErrorKind::Tls, &["https://127.0.0.1", "not TLS", "http"]);
}

#[test]
fn a_silent_or_slow_server_is_a_timeout() {
    let hurry = |options: telnyx_oauth::ClientBuilder| options.timeout(Duration::from_millis(200));
    refused_with(hurry, Answer::default().silent(), ErrorKind::Timeout, &["200ms"]);
    let drip = Answer::json(r#"{"resource": "${origin}"}"#).drip(1, Duration::from_millis(50));
    refused_with(hurry, drip, ErrorKind::Timeout, &["200ms"]);
}

#[test]
fn an_address_that_never_accepts_is_a_timeout() {
    // The backlog is full, so that the kernel drops new connections.
    let listener = socket2_listener();
    let address = listener.local_addr().unwrap();
    let fill: Vec<_> = (0..4)
        .map(|_| std::net::TcpStream::connect_timeout(&address, Duration::from_millis(100)))
        .filter_map(Result::ok)
        .collect();
    let client = blocking::Client::builder().connect_timeout(Duration::from_millis(200)).proxy("").build().unwrap();
    let found = client.fetch_resource_metadata(format!("http://{address}").as_str());
    let error = assert_error(found, ErrorKind::Timeout, &["connect_timeout"]);
    assert_eq!(error.attempts().len(), 1);
    drop(fill);
}

fn socket2_listener() -> TcpListener {
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    socket.bind(&std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
    socket.listen(0).unwrap();
    socket.into()
}

#[test]
fn an_incomplete_response_is_a_transport_error() {
    let document = || Answer::json(r#"{"resource": "${origin}"}"#);
    for answer in [document().truncate(5), document().reset(5), document().chunked().truncate(5)] {
        refused(answer, ErrorKind::Transport, &["in the middle of the body"]);
    }
    for answer in [Answer::default().reset_before_head(), Answer::default().close_before_head()] {
        refused(answer, ErrorKind::Transport, &["before an answer"]);
    }
    refused(Answer::raw("SSH-2.0-OpenSSH_9.2\r\n"), ErrorKind::Transport, &[]);
}

#[test]
fn a_body_over_the_limit_is_refused() {
    let large = |options: telnyx_oauth::ClientBuilder| options.max_body_bytes(1000);
    let body = || Answer::default().header("content-type", "application/json").body_repeat("x", 1001);
    refused_with(large, body(), ErrorKind::BodyTooLarge, &["1000 bytes"]);
    refused_with(large, body().chunked(), ErrorKind::BodyTooLarge, &["1000 bytes"]);
    let fits = Answer::default().header("content-type", "application/json").body_repeat("x", 1000).chunked();
    refused_with(large, fits, ErrorKind::InvalidJson, &[]);
    // The status and the content type are checked before the size.
    refused_with(large, body().with_status(404), ErrorKind::HttpStatus, &["404"]);
    refused_with(large, body().header("content-type", "text/html"), ErrorKind::ContentType, &["text/html"]);
}

#[test]
fn a_header_section_over_the_limit_is_refused() {
    let answer = |fields: usize, length: usize| {
        let mut answer = Answer::json(r#"{"resource": "${origin}"}"#);
        for i in 0..fields {
            answer = answer.header(format!("x-{i}"), "y".repeat(length));
        }
        answer
    };
    for (fields, length) in [(70, 1024), (300, 1)] {
        refused(answer(fields, length), ErrorKind::BodyTooLarge, &["64 KiB", "256 fields"]);
    }
    let raw =
        Answer::raw("HTTP/1.1 200 OK\r\n").raw_repeat("x-header: some value that is sent again\r\n", Some(20_000));
    refused(raw, ErrorKind::BodyTooLarge, &["64 KiB"]);
    let sandbox = sandbox();
    sandbox.route(METADATA, [answer(50, 1024), answer(70, 1024), answer(300, 1), answer(250, 1200)]);
    fetch(&sandbox, sandbox.https_origin()).unwrap();
    for _ in 0..3 {
        assert_error(fetch(&sandbox, sandbox.https_origin()), ErrorKind::BodyTooLarge, &["64 KiB"]);
    }
    assert_eq!(sandbox.requests()[0].version, "HTTP/2.0");
}

#[test]
fn a_large_http_2_header_section_is_refused() {
    for (fields, length) in [(257, 1), (1, 70_000), (100_000, 1), (1, 5_000_000)] {
        let server = Http2Server::start([Http2::Fields(fields, length)]);
        let client = blocking::Client::builder().ca_file(server.ca.path()).proxy("").build().unwrap();
        let found = client.fetch_resource_metadata(&*server.origin);
        assert_error(found, ErrorKind::BodyTooLarge, &["64 KiB", "256 fields"]);
        assert_eq!(server.requests(), 1);
    }
    // The HTTP/2 library reports a header section of this size as malformed.
    let server = Http2Server::start([Http2::Fields(50, 10_000)]);
    let client = blocking::Client::builder().ca_file(server.ca.path()).proxy("").max_retries(0).build().unwrap();
    assert_error(client.fetch_resource_metadata(&*server.origin), ErrorKind::Transport, &["64 KiB"]);
}

#[test]
fn an_error_status_is_an_http_status_error() {
    for status in [201, 204, 206, 300, 304, 404, 410, 500, 501] {
        let error = refused(Answer::status(status), ErrorKind::HttpStatus, &[&status.to_string()]);
        assert_eq!(error.http_status(), Some(status));
    }
}

#[test]
fn an_oauth_error_body_is_an_oauth_error() {
    for status in [400, 401, 403] {
        let answer = Answer::json(r#"{"error": "invalid_request", "error_description": "no\u001b[31m\n"}"#);
        let error = refused(answer.with_status(status), ErrorKind::OauthError, &["invalid_request", "\\u{1b}[31m"]);
        assert_eq!(error.http_status(), Some(status));
        assert_eq!(error.error(), Some("invalid_request"));
        assert_eq!(error.error_description(), Some("no\u{1b}[31m\n"));
    }
    for resource in ["400", "401"] {
        let sandbox = sandbox();
        let found = fetch(&sandbox, &format!("{}/{resource}", sandbox.http_origin()));
        assert_error(found, ErrorKind::OauthError, &[resource]);
    }
    // The body is not an OAuth error, or the content type is not JSON.
    refused(Answer::json(r#"{"error": 1}"#).with_status(400), ErrorKind::HttpStatus, &["400"]);
    let text = Answer::text(r#"{"error": "x"}"#).header("content-type", "text/plain").with_status(400);
    refused(text, ErrorKind::HttpStatus, &["400"]);
}

#[test]
fn another_content_type_or_a_content_coding_is_refused() {
    refused(
        Answer::text("<!doctype html>").header("content-type", "text/html"),
        ErrorKind::ContentType,
        &["text/html"],
    );
    let coded = Answer::json(r#"{"resource": "${origin}"}"#).header("content-encoding", "gzip");
    refused(coded, ErrorKind::ContentType, &["gzip"]);
    let hostile = Answer::text("").header("content-type", "text/\u{9b}31m");
    refused(hostile, ErrorKind::ContentType, &["application/json"]);
}

#[test]
fn an_invalid_document_is_refused() {
    for (body, kind, words) in [
        (
            r#"{"resource": "${origin}", "resource": "https://evil.example"}"#,
            ErrorKind::InvalidMetadata,
            "resource: a member",
        ),
        (r#"{"resource": "https://evil.example/\u001b"}"#, ErrorKind::ResourceMismatch, "evil.example/\\u{1b}"),
        (r#"{"resource": 1}"#, ErrorKind::InvalidMetadata, "resource must be a string"),
        (r#"{"resource": "${origin}", "jwks_uri": "http://evil.example/k"}"#, ErrorKind::InvalidMetadata, "jwks_uri"),
        ("[]", ErrorKind::InvalidJson, "an array"),
        ("", ErrorKind::ContentType, "an empty body"),
        (" \n", ErrorKind::ContentType, "an empty body"),
        ("{}", ErrorKind::InvalidMetadata, "it is empty"),
        (r#"{"jsonrpc": "2.0", "id": 1}"#, ErrorKind::InvalidMetadata, r#"it has "jsonrpc", "id""#),
        (
            r#"{"issuer": "https://as.example", "jwks_uri": "https://as.example/k"}"#,
            ErrorKind::InvalidMetadata,
            r#"looks like authorization server metadata: it has the member "issuer""#,
        ),
        (r#"{"resource": null}"#, ErrorKind::InvalidMetadata, "resource must be a string, and is null"),
        (
            r#"{"resource": "${origin}", "scopes_supported": ["a", null]}"#,
            ErrorKind::InvalidMetadata,
            "scopes_supported[1] must be a string, and is null",
        ),
    ] {
        let error = refused(Answer::json(body), kind, &[words]);
        assert_eq!(error.http_status(), Some(200));
    }
    let bytes = Answer::default().header("content-type", "application/json").body_bytes(b"{\"a\":\"\xff\"}".as_slice());
    refused(bytes, ErrorKind::InvalidJson, &["UTF-8", "byte 6"]);
}

#[test]
fn a_redirect_to_another_origin_is_refused() {
    let other = sandbox();
    let refused = |answer, words: &[&str]| {
        assert_eq!(refused(answer, ErrorKind::RedirectRefused, words).http_status(), Some(302));
    };
    for target in [
        other.http_origin().to_owned(),
        other.https_origin().to_owned(),
        "ftp://127.0.0.1/".to_owned(),
        "//evil.example/".to_owned(),
        "javascript:alert(1)".to_owned(),
    ] {
        refused(Answer::redirect(target.as_str()), &["same scheme, host and port"]);
    }
    assert_eq!(other.connections(), 0);
    refused(Answer::status(302), &["no Location"]);
    refused(Answer::redirect("http://["), &["not a URL"]);
    refused(Answer::redirect("http://u:p@${host}/"), &["user name"]);
}

#[test]
fn a_redirect_from_https_to_http_is_refused() {
    let sandbox = sandbox();
    sandbox.route(METADATA, [Answer::redirect("${http}/")]);
    assert_error(fetch(&sandbox, sandbox.https_origin()), ErrorKind::RedirectRefused, &["http://127.0.0.1"]);
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn a_redirect_over_the_limit_is_refused() {
    for limit in [0, 3, 10] {
        let sandbox = sandbox();
        sandbox.route(METADATA, [Answer::redirect(METADATA)]);
        let client = blocking_options(&sandbox).max_redirects(limit).build().unwrap();
        let found = client.fetch_resource_metadata(sandbox.http_origin());
        assert_error(found, ErrorKind::RedirectRefused, &[&format!("more than {limit} redirects")]);
        assert_eq!(sandbox.requests().len(), limit as usize + 1);
    }
}

#[test]
fn an_invalid_resource_sends_no_request() {
    let sandbox = sandbox();
    let origin = sandbox.http_origin();
    let userinfo = origin.replace("http://", "http://user:password@");
    for (resource, rule) in [
        ("", "absolute"),
        (&format!("{origin}/#fragment") as &str, "fragment"),
        (&userinfo, "user name"),
        (&format!("{origin}{METADATA}"), "not the URL of its metadata"),
        (&format!("{origin}/a b"), "white space"),
        ("file:///etc/passwd", "absolute"),
    ] {
        let error = assert_error(fetch(&sandbox, resource), ErrorKind::InvalidArgument, &[rule]);
        assert_eq!(error.url(), Some(resource.replace("user:password@", "…@").as_str()));
        assert_eq!(error.attempts(), []);
    }
    assert_error(fetch(&sandbox, "http://rs.example/"), ErrorKind::InsecureUrl, &["http://rs.example/", "allow_http"]);
    assert_eq!(sandbox.connections(), 0);
}

#[test]
fn a_url_over_the_length_limit_is_refused() {
    const LONGEST: usize = 32 * 1024;
    let sandbox = sandbox();
    let of_length = |length: usize| {
        let start = format!("{}/", sandbox.http_origin());
        start.clone() + &"a".repeat(length - start.len())
    };
    let client = blocking_options(&sandbox).build().unwrap();
    let longest = of_length(LONGEST);
    sandbox.route("/.well-known/*", [Answer::json(format!(r#"{{"resource": "{longest}"}}"#))]);
    client.fetch_resource_metadata(&*longest).unwrap();
    let started = std::time::Instant::now();
    // Percent-encoded, an é takes six bytes.
    for url in
        [of_length(LONGEST + 1), of_length(200 << 20), sandbox.http_origin().to_owned() + "/" + &"é".repeat(6_000)]
    {
        let error = assert_error(client.fetch_resource_metadata(&*url), ErrorKind::InvalidArgument, &["32,768 bytes"]);
        assert!(error.url().unwrap().len() < 10_000);
        assert_eq!(client.fetch_authorization_server_metadata(&*url).unwrap_err().kind(), ErrorKind::InvalidArgument);
        assert_eq!(client.discover(&*url, None).unwrap_err().kind(), ErrorKind::InvalidArgument);
        let base = blocking_options(&sandbox).base_url(url).build().unwrap();
        assert_error(base.fetch_resource_metadata(None), ErrorKind::InvalidArgument, &["base_url", "32,768 bytes"]);
    }
    // A parser would take minutes for this URL.
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    assert_eq!(sandbox.requests().len(), 1);
    // The target of the redirect is too long to send.
    sandbox.route(METADATA, [Answer::redirect(format!("/{}", "a".repeat(40_000)))]);
    let found = client.fetch_resource_metadata(sandbox.http_origin());
    assert_error(found, ErrorKind::RedirectRefused, &["32768 bytes"]);
}

#[test]
fn an_invalid_host_is_refused() {
    let client = blocking::Client::builder().proxy("").build().unwrap();
    for host in ["a{b", "a}b", "a`b", "a\"b"] {
        let resource = format!("https://{host}/");
        assert_error(client.fetch_resource_metadata(&*resource), ErrorKind::InvalidArgument, &["host"]);
    }
    // An invalid host in a document is the server's error, not the caller's.
    let sandbox = sandbox();
    let document = Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["https://a{b/"]}"#);
    sandbox.route(METADATA, [document]);
    refused(Answer::json(r#"{"resource": "${origin}", "jwks_uri": "https://a{b/"}"#), ErrorKind::InvalidMetadata, &[]);
    assert_error(fetch(&sandbox, sandbox.http_origin()), ErrorKind::InvalidMetadata, &["authorization_servers"]);
}

#[test]
fn an_error_after_a_redirect_names_the_final_url() {
    let sandbox = sandbox();
    let target = format!("{}/elsewhere", sandbox.http_origin());
    sandbox.route(METADATA, [Answer::redirect("/elsewhere")]);
    for (answer, kind) in [
        (Answer::default().reset_before_head(), ErrorKind::Transport),
        (Answer::default().silent(), ErrorKind::Timeout),
        (Answer::json("{}").truncate(1), ErrorKind::Transport),
        (Answer::status(404), ErrorKind::HttpStatus),
        (Answer::json("{"), ErrorKind::InvalidJson),
    ] {
        sandbox.route("/elsewhere", [answer]);
        let client = blocking_options(&sandbox).timeout(Duration::from_millis(300)).build().unwrap();
        let error = client.fetch_resource_metadata(sandbox.http_origin()).unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.message().contains(&target) || error.url() == Some(&target), "{error:?}");
    }
}

#[test]
fn an_invalid_option_is_refused() {
    let build = |options: blocking::ClientBuilder| options.build().map(|_| ()).unwrap_err();
    let options = blocking::Client::builder;
    for (error, name) in [
        (build(options().timeout(Duration::ZERO)), "timeout"),
        (build(options().connect_timeout(Duration::ZERO)), "connect_timeout"),
        (build(options().max_redirects(11)), "max_redirects"),
        (build(options().user_agent("a\r\nb: c")), "user_agent"),
        (build(options().resolve("a b", 443, [127, 0, 0, 1].into())), "resolve"),
        (build(options().proxy("socks5://127.0.0.1")), "proxy"),
        (build(options().proxy("http://user:secret@[")), "proxy"),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
        assert!(error.message().contains(name), "{error}");
        assert!(!error.message().contains("secret"), "{error}");
    }
}

#[test]
fn a_number_out_of_range_is_refused() {
    type Set = fn(telnyx_oauth::ClientBuilder) -> telnyx_oauth::ClientBuilder;
    let day = Duration::from_secs(24 * 60 * 60);
    let refused: [(Set, &str); 9] = [
        (|options| options.timeout(Duration::ZERO), "timeout must be longer than zero"),
        (|options| options.timeout(Duration::MAX), "timeout must be at most 24 hours"),
        (|options| options.connect_timeout(Duration::ZERO), "connect_timeout must be longer than zero"),
        (|options| options.connect_timeout(Duration::MAX), "connect_timeout must be at most 24 hours"),
        (|options| options.max_retries(u32::MAX), "max_retries must be 0 to 100"),
        (|options| options.max_retries(101), "max_retries must be 0 to 100"),
        (|options| options.max_redirects(11), "max_redirects must be 0 to 10"),
        (|options| options.max_body_bytes(usize::MAX), "max_body_bytes must be at most 1073741824"),
        (|options| options.max_total_bytes(usize::MAX), "max_total_bytes must be at most 1073741824"),
    ];
    for (set, words) in refused {
        let client = set(telnyx_oauth::Client::builder()).build();
        assert_error(Err(client.unwrap_err()), ErrorKind::InvalidArgument, &[words]);
    }
    let largest = telnyx_oauth::Client::builder().timeout(day).connect_timeout(day).max_retries(100);
    largest.max_body_bytes(1 << 30).max_total_bytes(1 << 30).build().unwrap();

    // The timeout of one call.
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).build().unwrap();
    let fetch = |timeout| client.with_timeout(timeout).fetch_resource_metadata(sandbox.http_origin());
    fetch(day).unwrap();
    for timeout in [day + Duration::from_millis(1), Duration::MAX] {
        assert_error(fetch(timeout), ErrorKind::InvalidArgument, &["timeout must be at most 24 hours"]);
    }
    assert!(sandbox.requests().len() == 1);
}

#[test]
fn a_status_outside_100_to_599_is_refused() {
    let body = br#"{"resource": "https://rs.example", "issuer": "https://rs.example"}"#;
    for status in [0, 99, 600, u16::MAX] {
        let response = telnyx_oauth::Response::new(status, body).content_type("application/json");
        let shown = status.to_string();
        let words = &["status must be 100 to 599", &shown][..];
        let rules = telnyx_oauth::Rules::new();
        let resource = ResourceMetadata::from_response("https://rs.example", &response, &rules);
        assert_error(resource, ErrorKind::InvalidArgument, words);
        let server = telnyx_oauth::AuthorizationServerMetadata::from_response("https://rs.example", &response, &rules);
        assert_error(Err(server.unwrap_err()), ErrorKind::InvalidArgument, words);
    }
    for status in [100, 404, 599] {
        let response = telnyx_oauth::Response::new(status, b"");
        let judged = ResourceMetadata::from_response("https://rs.example", &response, &telnyx_oauth::Rules::new());
        assert_error(judged, ErrorKind::HttpStatus, &[&status.to_string()]);
    }
}
