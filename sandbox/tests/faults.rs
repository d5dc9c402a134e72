//! Answers with a fault, over plain HTTP.

mod common;

use std::io::{ErrorKind, Read, Write};
use std::time::{Duration, Instant};

use common::{connect, get, read_all, reply_to, request, send, until};
use telnyx_oauth_sandbox::{Answer, Sandbox, Scenario};

#[test]
fn truncate_cuts_a_body_off() {
    for (bytes, seen) in [(0, ""), (4, "0123"), (10, "0123456789"), (99, "0123456789")] {
        let reply = reply_to(Answer::text("0123456789").truncate(bytes));
        assert_eq!((reply.header("content-length").as_str(), reply.body().as_str(), reply.end), ("10", seen, Ok(())));
    }
    let chunked = reply_to(Answer::text("0123456789").chunked().truncate(4));
    assert_eq!((chunked.body().as_str(), chunked.end), ("4\r\n0123\r\n", Ok(())));
    let dripping = reply_to(Answer::text("0123456789").drip(3, Duration::from_millis(1)).truncate(4));
    assert_eq!((dripping.body().as_str(), dripping.end), ("0123", Ok(())));
}

#[test]
fn truncate_cuts_a_large_body_off_at_the_exact_byte() {
    let size = 3_000_001;
    let reply = reply_to(Answer::default().body_repeat("0123456789", 1 << 40).truncate(size));
    assert_eq!((reply.body().len() as u64, reply.end), (size, Ok(())));
}

#[test]
fn reset_resets_the_connection() {
    let reply = reply_to(Answer::text("0123456789").reset(4));
    assert_eq!((reply.body().as_str(), reply.end), ("0123", Err(ErrorKind::ConnectionReset)));
    let reply = reply_to(Answer::text("0123456789").reset_before_head());
    assert_eq!((reply.text().as_str(), reply.end), ("", Err(ErrorKind::ConnectionReset)));
}

#[test]
fn close_before_head_closes_the_connection_without_a_response() {
    let reply = reply_to(Answer::status(200).close_before_head());
    assert_eq!((reply.text().as_str(), reply.end), ("", Ok(())));
}

#[test]
fn a_silent_answer_is_listed_but_never_sent() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/x", [Answer::default().silent()]);
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request("GET", "h", "/x").as_bytes()).unwrap();
    until("the request arrives", || sandbox.requests().len() == 1);
    assert_eq!(sandbox.requests()[0].status, None);
    tcp.set_read_timeout(Some(Duration::from_millis(30))).unwrap();
    let error = tcp.read(&mut [0]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{error}");
    assert_eq!(sandbox.open_connections(), 1);
    drop(tcp);
    until("the sandbox notices that the client has closed the connection", || sandbox.open_connections() == 0);
}

#[test]
fn close_announces_the_end_of_the_connection() {
    let reply = reply_to(Answer::text("bye").close());
    assert_eq!((reply.header("connection").as_str(), reply.body().as_str(), reply.end), ("close", "bye", Ok(())));
}

#[test]
fn close_after_closes_an_idle_connection_without_announcement() {
    for idle in [Duration::ZERO, Duration::from_millis(20)] {
        let start = Instant::now();
        let reply = reply_to(Answer::text("bye").close_after(idle));
        assert_eq!((reply.header("connection").as_str(), reply.body().as_str(), reply.end), ("", "bye", Ok(())));
        assert!(start.elapsed() >= idle);
    }
}

#[test]
fn close_after_keeps_a_connection_with_a_later_request_open() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.route("/x", [Answer::text("first").close_after(Duration::from_millis(20))]);
    sandbox.route("/y", [Answer::text("second").delay(Duration::from_millis(80))]);
    // Both requests are sent at the same time, so that the second one arrives in time on any machine.
    let both = format!("GET /x HTTP/1.1\r\nhost: h\r\n\r\n{}", request("GET", "h", "/y"));
    let reply = send(&sandbox, &both).text();
    assert!(reply.contains("first") && reply.ends_with("second"), "{reply}");
    assert_eq!(sandbox.connections(), 1);
}

#[test]
fn raw_bytes_are_sent_unchanged() {
    let malformed = "HTTP/1.1 200 OK\r\ncontent-length: 3\r\nContent-Length: 4\r\n\r\n${path}";
    let reply = reply_to(Answer::raw(malformed));
    assert_eq!((reply.text(), reply.end), (malformed.replace("${path}", "/x"), Ok(())));
    let reply = reply_to(Answer::raw_bytes(&b"\xff\x00${path}"[..]));
    assert_eq!(reply.bytes, b"\xff\x00${path}");
    let reply = reply_to(Answer::raw("<").raw_repeat("ab", Some(150_000)).raw_end(">"));
    assert_eq!((reply.text(), reply.end), (format!("<{}>", "ab".repeat(150_000)), Ok(())));
    let reply = reply_to(Answer::raw(""));
    assert_eq!((reply.text().as_str(), reply.end), ("", Ok(())));
}

#[test]
fn a_scenario_sends_raw_bytes() {
    let json = r#"{"routes":[{"path":"/x","answers":[
        {"raw":"HTTP/1.1 200 OK\r\n","raw_repeat":{"text":"a: b\r\n","times":2},"raw_end":"\r\n"},
        {"raw_base64":"/wAK","delay_ms":1},
        {"raw_repeat":{"text":"HTTP/1.1 103 Early Hints\r\n\r\n","times":null}}]}]}"#;
    let sandbox = Sandbox::builder().scenario(Scenario::from_json(json).unwrap()).start().unwrap();
    assert_eq!(get(&sandbox, "/x").text(), "HTTP/1.1 200 OK\r\na: b\r\na: b\r\n\r\n");
    assert_eq!(get(&sandbox, "/x").bytes, b"\xff\x00\n");
    let mut tcp = connect(sandbox.http_addr());
    tcp.write_all(request("GET", "h", "/x").as_bytes()).unwrap();
    let mut seen = String::new();
    (&tcp).take(2_800_000).read_to_string(&mut seen).unwrap();
    assert_eq!(seen, "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100_000));
    drop(tcp);
    until("the connection ends", || sandbox.open_connections() == 0);
}

#[test]
fn invalid_bytes_from_a_client_do_not_stop_the_sandbox() {
    let sandbox = Sandbox::start().unwrap();
    for garbage in
        ["\r\n\r\n\0", "GET\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\ngarbage that is no frame", "\u{16}\u{3}\u{1}"]
    {
        let mut tcp = connect(sandbox.http_addr());
        tcp.write_all(garbage.as_bytes()).unwrap();
        tcp.shutdown(std::net::Shutdown::Write).unwrap();
        read_all(&mut tcp);
        let mut tcp = connect(sandbox.https_addr());
        tcp.write_all(garbage.as_bytes()).unwrap();
        tcp.shutdown(std::net::Shutdown::Write).unwrap();
        read_all(&mut tcp);
    }
    let strange = send(&sandbox, &request("OPTIONS", "h", "*"));
    assert_eq!(strange.status(), 404);
    assert_eq!(get(&sandbox, "/v2/messages").status(), 401);
    until("all connections end", || sandbox.open_connections() == 0);
}
