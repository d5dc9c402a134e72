//! A sandbox for discoveries, and the trees that `discover` prints.

use super::{METADATA, Run, terminal};
use telnyx_oauth_sandbox::{Answer, Sandbox};

pub const SERVER: &str = "/.well-known/oauth-authorization-server";
pub const OPENID: &str = "/.well-known/openid-configuration";

/// Returns a sandbox with these routes, and the URL of its resource `/mcp`.
pub fn sandbox_with(routes: &[(&str, Answer)]) -> (Sandbox, String) {
    let sandbox = Sandbox::start().unwrap();
    for (path, answer) in routes {
        sandbox.route(*path, [answer.clone()]);
    }
    let resource = format!("{}/mcp", sandbox.http_origin());
    (sandbox, resource)
}

pub fn challenge(value: &str) -> Answer {
    Answer::status(401).header("www-authenticate", value)
}

/// Returns the path of the well-known URL of `/mcp`.
pub fn own() -> String {
    format!("{METADATA}/mcp")
}

/// Returns the metadata of `/mcp` with these authorization servers.
pub fn listing(servers: &str) -> Answer {
    Answer::json(format!(r#"{{"resource": "${{origin}}/mcp", "authorization_servers": [{servers}]}}"#))
}

/// Runs `discover URL OPTIONS` on a pseudo-terminal. In the output, the times are removed and the origin of the sandbox is
/// replaced with `O`.
pub fn discover_on_terminal(sandbox: &Sandbox, url: &str, options: &str) -> Run {
    let line = format!("\"$T\" discover \"$R\" {options}");
    let mut run = terminal(&line, &[("R", url), ("LC_ALL", "C.UTF-8")]);
    run.stdout = run.stdout.replace(sandbox.http_origin(), "O").lines().map(|line| without_time(line) + "\n").collect();
    run
}

fn without_time(line: &str) -> String {
    let (head, tail) = line.split_once(" ms").unwrap_or((line, ""));
    match head.rsplit_once(" in ") {
        Some((head, time)) if time.parse::<u64>().is_ok() => [head, tail].concat(),
        _ => line.to_owned(),
    }
}

#[track_caller]
pub fn assert_shows(run: &Run, code: i32, lines: &[&str]) {
    assert_eq!(run.code, Some(code), "{}", run.stdout);
    for line in lines {
        assert!(run.stdout.lines().any(|shown| shown == *line), "no {line:?} in\n{}", run.stdout);
    }
}
