//! Runs the test that calls again, in a process of its own: with another environment, or in a network namespace.

use std::process::{Command, Output};

const CHILD: &str = "TELNYX_OAUTH_TEST_CHILD";

/// In the child: runs `body` and returns `None`. In the parent: runs the test `name` in a child and returns how it ended.
pub fn child(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if std::env::var_os(CHILD).is_some() {
        body();
        return None;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture"]);
    configure(fresh(&mut command));
    Some(command.output().unwrap())
}

/// Runs `body` in a child that has a network, a host list and a CA store of its own: loopback alone, and no name server
/// that answers. `prepare` is run there first, by a shell.
pub fn namespace(name: &str, prepare: &str, body: impl FnOnce()) {
    if std::env::var_os(CHILD).is_some() {
        return body();
    }
    let script = format!("set -e; ip link set lo up; {prepare}\nexec \"$0\" --exact {name} --nocapture");
    let mut command = Command::new("unshare");
    let output = fresh(&mut command)
        .args(["--map-root-user", "--net", "--mount", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .output()
        .expect("unshare is part of util-linux: apt-get install util-linux");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(
        output.status.success(),
        "in a namespace of its own (which needs `ip` from iproute2, and the right to `unshare --map-root-user --net \
         --mount`): {}\n{out}\n{err}",
        output.status
    );
    assert!(out.contains("1 passed"), "the test {name} did not run there: {out}");
}

/// Takes away what the machine's own environment would tell a client.
fn fresh(command: &mut Command) -> &mut Command {
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "TELNYX_BASE_URL"] {
        command.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    command.env(CHILD, "1")
}
