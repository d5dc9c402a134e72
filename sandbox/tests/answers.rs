//! Answers without a fault.

mod common;

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use common::{connect, get, read_all, reply_to, request, send};
use telnyx_oauth_sandbox::{Answer, Route, Sandbox, Scenario};

fn scripted(json: &str) -> Sandbox {
    Sandbox::builder().scenario(Scenario::from_json(json).unwrap()).start().unwrap()
}

#[test]
fn the_last_answer_repeats() {
    let sandbox = scripted(r#"{"routes":[{"path":"/x","answers":[{"status":503},{"status":429},{"body":"done"}]}]}"#);
    let statuses: Vec<_> = (0..4).map(|_| get(&sandbox, "/x").status()).collect();
    assert_eq!(statuses, [503, 429, 200, 200]);
}

#[test]
fn routes_by_host_method_and_prefix_take_precedence_over_built_in_routes() {
    let sandbox = scripted(
        r#"{"routes":[
            {"path":"/.well-known/*","answers":[{"body":"prefix"}]},
            {"path":"/.well-known/oauth-authorization-server","answers":[{"body":"exact"}]},
            {"path":"/.well-known/oauth-authorization-server","host":"A.example","answers":[{"body":"host"}]},
            {"path":"/v2/mcp","method":"HEAD","answers":[{"status":405}]}]}"#,
    );
    assert_eq!(get(&sandbox, "/.well-known/oauth-protected-resource").body(), "prefix");
    assert_eq!(get(&sandbox, "/.well-known/oauth-authorization-server").body(), "exact");
    let host = request("GET", "a.Example:8080", "/.well-known/oauth-authorization-server");
    assert_eq!(send(&sandbox, &host).body(), "host");
    assert_eq!(send(&sandbox, &request("HEAD", "h", "/v2/mcp")).status(), 405);
    assert_eq!(get(&sandbox, "/v2/mcp").status(), 401);
}

#[test]
fn routes_change_at_run_time() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/x?a=1", [Answer::text("query")]);
    sandbox.route("/x", [Answer::text("plain")]);
    sandbox.add_route(Route::new("/x", [Answer::text("other")]).host("other.example"));
    assert_eq!(get(&sandbox, "/x?a=1").body(), "query");
    assert_eq!(get(&sandbox, "/x?a=2").body(), "plain");
    assert_eq!(send(&sandbox, &request("GET", "other.example", "/x")).body(), "other");
    sandbox.route("/x", [Answer::text("new")]);
    assert_eq!(get(&sandbox, "/x").body(), "new");
    sandbox.route("/x", []);
    assert_eq!(get(&sandbox, "/x").status(), 404);
    sandbox.set_scenario(Scenario::new());
    assert_eq!(get(&sandbox, "/x?a=1").status(), 404);
}

#[test]
fn a_scenario_sets_status_headers_and_body() {
    let sandbox = scripted(
        r#"{"routes":[{"path":"/x","answers":[
            {"status":299,"headers":{"X-Many":["1","2"],"x-one":"${path}"},"body":"plain"},
            {"json":{"z":"${origin}","a":[1,null],"z":2}},
            {"json":null,"headers":{"content-type":"text/html"}},
            {"body_base64":"AP8kew=="},
            {"body_repeat":{"text":"${path},","times":3}},
            {"redirect":"${https}/there"},
            {"redirect":"/there","status":307},
            {"body":"text","chunked":true},
            {"chunked":true},
            {}]}]}"#,
    );
    let reply = || get(&sandbox, "/x");
    let first = reply();
    assert_eq!((first.status(), first.body().as_str()), (299, "plain"));
    assert_eq!((first.headers("x-many"), first.header("x-one").as_str()), (vec!["1".into(), "2".into()], "/x"));
    assert_eq!(first.header("content-type"), "");
    let json = reply();
    assert_eq!(json.body(), format!(r#"{{"z":"{}","a":[1,null],"z":2}}"#, sandbox.http_origin()));
    assert_eq!(json.header("content-type"), "application/json");
    let null = reply();
    assert_eq!((null.body().as_str(), null.header("content-type").as_str()), ("null", "text/html"));
    assert!(reply().bytes.ends_with(b"\r\n\r\n\x00\xff${"));
    assert_eq!(reply().body(), "/x,/x,/x,");
    let redirect = reply();
    assert_eq!((redirect.status(), redirect.header("location")), (302, format!("{}/there", sandbox.https_origin())));
    let redirect = reply();
    assert_eq!((redirect.status(), redirect.header("location").as_str()), (307, "/there"));
    let chunked = reply();
    assert_eq!(
        (chunked.header("transfer-encoding").as_str(), chunked.header("content-length").as_str()),
        ("chunked", "")
    );
    assert_eq!(chunked.body(), "4\r\ntext\r\n0\r\n\r\n");
    assert_eq!(reply().body(), "0\r\n\r\n");
    let empty = reply();
    assert_eq!((empty.status(), empty.header("content-length").as_str()), (200, "0"));
}

#[test]
fn a_status_without_a_body_declares_no_length() {
    for status in [204, 304] {
        let reply = reply_to(Answer::status(status).close());
        assert_eq!((reply.status(), reply.headers("content-length").len(), reply.end), (status, 0, Ok(())));
    }
}

#[test]
fn the_answer_to_head_of_an_endless_or_chunked_body_ends() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/x", [Answer::default().endless("x", Duration::ZERO), Answer::text("x").chunked()]);
    for _ in 0..2 {
        let reply = send(&sandbox, &request("HEAD", "h", "/x"));
        assert_eq!((reply.status(), reply.body().as_str(), reply.header("content-length").as_str()), (200, "", ""));
    }
}

#[test]
fn a_wrong_length_can_be_declared() {
    let long = reply_to(Answer::text("abc").header("content-length", "9"));
    assert_eq!((long.header("content-length").as_str(), long.body().as_str()), ("9", "abc"));
    let nothing = reply_to(Answer::default().header("content-length", "9"));
    assert_eq!((nothing.header("content-length").as_str(), nothing.body().as_str()), ("9", ""));
}

#[test]
fn an_answer_that_cannot_be_sent_becomes_a_500_with_the_reason() {
    let sandbox = Sandbox::start().unwrap();
    let bad = [
        Answer::status(100),
        Answer::status(1000),
        Answer::text("").header("no name", ""),
        Answer::text("").header("x", "a\r\nb: c"),
        Answer::redirect("\n"),
        Answer::text("x").drip(0, Duration::ZERO),
        Answer::default().endless("", Duration::ZERO),
        Answer::raw("").raw_repeat("", None),
    ];
    for answer in bad {
        sandbox.route("/x", [answer.clone()]);
        let reply = get(&sandbox, "/x");
        assert!(reply.status() == 500 && reply.body().starts_with("sandbox: "), "{answer:?}: {reply:?}");
        assert_eq!(sandbox.requests().last().and_then(|request| request.status), Some(500));
    }
}

#[test]
fn delays_and_latency_come_before_the_head() {
    let delay = Duration::from_millis(30);
    let sandbox = Sandbox::builder().latency(delay).start().unwrap();
    sandbox.route("/x", [Answer::text("late").delay(delay)]);
    let start = Instant::now();
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request("GET", "h", "/x").as_bytes()).unwrap();
    tcp.read_exact(&mut [0]).unwrap();
    assert!(start.elapsed() >= delay * 2);
    let start = Instant::now();
    get(&sandbox, "/");
    assert!(start.elapsed() >= delay);
}

#[test]
fn a_body_with_a_drip_is_sent_in_pieces() {
    let pause = Duration::from_millis(15);
    let start = Instant::now();
    let reply = reply_to(Answer::text("0123456789").chunked().drip(4, pause).close());
    assert_eq!(reply.body(), "4\r\n0123\r\n4\r\n4567\r\n2\r\n89\r\n0\r\n\r\n");
    assert!(start.elapsed() >= pause * 2);
}

#[test]
fn a_large_body_is_never_whole_in_memory() {
    let sandbox = Sandbox::start().unwrap();
    // One pebibyte, more than the memory of any machine.
    sandbox.route("/x", [Answer::default().body_repeat("0123456789abcdef", 1 << 46)]);
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request("GET", "h", "/x").as_bytes()).unwrap();
    let mut head = read_all(&mut (&tcp).take(4096));
    assert_eq!((head.status(), head.header("content-length")), (200, (1_u64 << 50).to_string()));
    let mut body = head.bytes.split_off(head.head().len() + 4);
    (&tcp).take(4 << 20).read_to_end(&mut body).unwrap();
    assert!(body.chunks_exact(16).all(|piece| piece == b"0123456789abcdef"));
    drop(tcp);
    common::until("the connection ends", || sandbox.open_connections() == 0);
}

#[test]
fn an_endless_body_repeats_its_text() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/x", [Answer::default().endless("data: ${path}\n\n", Duration::from_millis(1))]);
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request("GET", "h", "/x").as_bytes()).unwrap();
    let mut seen = String::new();
    while seen.matches("data: /x\n\n").count() < 5 {
        let mut piece = [0; 256];
        let size = tcp.read(&mut piece).unwrap();
        assert!(size > 0, "the body ended: {seen}");
        seen.push_str(std::str::from_utf8(&piece[..size]).unwrap());
    }
    assert!(seen.contains("transfer-encoding: chunked"));
}

#[test]
fn a_request_with_a_body_keeps_the_connection_open() {
    let sandbox = Sandbox::start().unwrap();
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(b"POST /v2/messages HTTP/1.1\r\nhost: h\r\ncontent-length: 5\r\n\r\nhello").unwrap();
    tcp.write_all(request("GET", "h", "/nowhere").as_bytes()).unwrap();
    let reply = read_all(&mut tcp);
    assert_eq!((reply.status(), reply.text().matches("HTTP/1.1 404").count()), (401, 1));
    assert_eq!((sandbox.connections(), sandbox.requests().len()), (1, 2));
}
