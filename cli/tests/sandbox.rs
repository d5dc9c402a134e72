//! `sandbox`: the program as a test server.

mod support;

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::thread::sleep;
use std::time::Duration;
use support::{Dir, PROGRAM, Run, bare, program, run, signal, wait_for};

struct Served {
    child: Child,
    stdout: BufReader<ChildStdout>,
    addresses: Value,
    temp: Dir,
}

impl Served {
    fn start(options: &[&str]) -> Served {
        let temp = Dir::new();
        let mut command = program(&[&["sandbox"], options].concat());
        command.env("TMPDIR", temp.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let addresses = serde_json::from_str(&line).unwrap();
        Served { child, stdout, addresses, temp }
    }

    fn address(&self, member: &str) -> &str {
        self.addresses[member].as_str().unwrap()
    }

    /// Ends the sandbox with a signal. Returns the log.
    fn end(mut self, name: &str) -> String {
        assert_eq!(self.temp.names().len(), 1);
        signal(&self.child, name);
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{log}");
        assert_eq!(self.temp.names(), [""; 0]);
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "");
        log
    }
}

#[test]
fn the_sandbox_logs_its_requests_and_removes_its_files() {
    let served = Served::start(&[]);
    let members: Vec<_> = served.addresses.as_object().unwrap().keys().collect();
    assert_eq!(members, ["ca_file", "http", "https"]);
    assert!(Path::new(served.address("ca_file")).starts_with(served.temp.path()));
    let (http, https) = (served.address("http").to_owned(), served.address("https").to_owned());
    assert_eq!(run(&["fetch", &http]).document()["resource"], http.as_str());
    assert_eq!(run(&["fetch", &https, "--ca-file", served.address("ca_file")]).document()["resource"], https.as_str());
    run(&["fetch", &format!("{http}/400"), "-A", "say \"hi\""]).error("oauth_error", 3);
    let log = served.end("INT");
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(lines.len(), 3, "{log}");
    assert!(lines[0].starts_with("GET /.well-known/oauth-protected-resource HTTP/1.1 -> 200 "), "{log}");
    assert!(lines[0].contains(r#" accept="application/json""#), "{log}");
    assert!(lines[1].contains(" HTTP/2.0 -> 200 "), "{log}");
    assert!(lines[2].contains(" -> 400 ") && lines[2].contains(r#" user-agent="say \"hi\"""#), "{log}");
    assert!(!log.to_lowercase().contains("authorization"), "{log}");
}

#[test]
fn sigterm_ends_the_sandbox() {
    assert_eq!(Served::start(&["--json", "--port", "0", "--tls-port", "0"]).end("TERM"), "");
}

#[test]
fn a_scenario_file_sets_the_answers() {
    let dir = Dir::new();
    let scenario = json!({"routes": [{"path": "/.well-known/oauth-protected-resource", "answers": [
        {"silent": true}, {"json": {"resource": "${origin}", "resource_name": "scripted"}}
    ]}]});
    let served = Served::start(&["--scenario", &dir.file("scenario.json", &scenario.to_string()), "--latency", "1"]);
    run(&["fetch", served.address("http"), "--timeout", "0.5", "--max-retries", "0"]).error("timeout", 4);
    assert_eq!(run(&["fetch", served.address("http")]).document()["resource_name"], "scripted");
    let log = served.end("INT");
    assert!(log.lines().next().unwrap().contains(" HTTP/1.1 -> no answer "), "{log}");
}

#[test]
fn latency_delays_the_answers() {
    let served = Served::start(&["--latency", "100000"]);
    run(&["fetch", served.address("http"), "--timeout", "0.2", "--max-retries", "0"]).error("timeout", 4);
    served.end("INT");
}

#[test]
fn an_error_in_a_scenario_names_the_file_and_the_line() {
    let dir = Dir::new();
    let file = dir.file("bad.json", "{\"routes\": [\n  {\"path\": \"/x\", \"answerz\": []}]}");
    let message = run(&["sandbox", "--scenario", &file]).error("invalid_argument", 2)["message"].to_string();
    for part in [&file, "answerz", "line 2"] {
        assert!(message.contains(part), "{message}");
    }
    run(&["sandbox", "--scenario", "/nowhere/at-all.json"]).error("invalid_argument", 2);
}

#[test]
fn a_port_in_use_is_an_error_without_a_kind() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for option in ["--port", "--tls-port"] {
        let Run { code, stderr, stdout } = run(&["sandbox", option, &port]);
        assert_eq!((code, stdout.as_str()), (Some(74), ""));
        let error: Value = serde_json::from_str(&stderr).unwrap();
        assert!(error["kind"].is_null() && error["message"].as_str().unwrap().contains(&port), "{error}");
    }
}

#[test]
fn the_sandbox_runs_with_its_standard_output_closed() {
    let temp = Dir::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = program(&["sandbox"]);
    let mut child = command.env("TMPDIR", temp.path()).stdout(writer).stderr(Stdio::null()).spawn().unwrap();
    wait_for("its start", || temp.names().pop());
    sleep(Duration::from_millis(300));
    assert_eq!(child.try_wait().unwrap(), None);
    signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(temp.names(), [""; 0]);
}

/// A pipe holds 64 KiB. The log of these requests is longer, and the test does not read it.
#[test]
fn an_unread_log_delays_no_request() {
    let served = Served::start(&[]);
    let agent = "x".repeat(8000);
    for _ in 0..12 {
        run(&["fetch", served.address("http"), "-A", &agent, "--max-retries", "0"]).document();
    }
    assert_eq!(served.end("INT").lines().count(), 12);
}

#[test]
fn a_terminal_shows_the_addresses_and_ctrl_c_ends_the_sandbox() {
    let temp = Dir::new();
    let mut script = bare("script");
    script.args(["-qec", "exec \"$T\" sandbox", "/dev/null"]).env("SHELL", "/bin/sh").env("T", PROGRAM);
    let mut script = script.env("TMPDIR", temp.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut keyboard, screen) = (script.stdin.take().unwrap(), BufReader::new(script.stdout.take().unwrap()));
    let mut lines = screen.lines().map(Result::unwrap);
    for part in [
        "http     http://127.0.0.1:",
        "https    https://127.0.0.1:",
        "ca_file  /",
        "try      telnyx-oauth fetch https:",
        "Ctrl-C",
    ] {
        let line = lines.next().unwrap();
        assert!(line.contains(part), "{line}");
    }
    keyboard.write_all(b"\x03").unwrap();
    assert!(lines.all(|line| !line.contains("telnyx-oauth: ")));
    assert_eq!(script.wait().unwrap().code(), Some(0));
    assert_eq!(temp.names(), [""; 0]);
}
