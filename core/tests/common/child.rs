//! Runs the test that calls again, in a process of its own: with another environment, or in a network namespace.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
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
    Some(ran(name, command.output().unwrap()))
}

fn ran(name: &str, output: Output) -> Output {
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() || out.contains("1 passed"), "the test {name} did not run there: {out}");
    output
}

/// As [`child`], of a copy of this program that has more rights than the user who runs it: set-user-ID where root runs the
/// test, else set-group-ID of another group of the user's.
pub fn setuid_child(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if std::env::var_os(CHILD).is_some() {
        body();
        return None;
    }
    let directory = tempfile::tempdir_in(std::env::current_exe().unwrap().parent().unwrap()).unwrap();
    let program = directory.path().join("program");
    // By another program: a thread that forks meanwhile would keep a copy that is written here busy.
    let copied = Command::new("cp").arg(std::env::current_exe().unwrap()).arg(&program).status().unwrap();
    assert!(copied.success(), "{copied}");
    let (user, group) = (directory.path().metadata().unwrap().uid(), directory.path().metadata().unwrap().gid());
    let mut command = Command::new(&program);
    let mode = if user == 0 {
        const NOBODY: u32 = 65534;
        command.uid(NOBODY).gid(NOBODY);
        0o4755
    } else {
        let groups = String::from_utf8(Command::new("id").arg("-G").output().unwrap().stdout).unwrap();
        let other = groups.split_whitespace().map(|id| id.parse().unwrap()).find(|id: &u32| *id != group);
        let other = other.expect("this test needs root, or a user with a second group");
        std::os::unix::fs::chown(&program, None, Some(other)).unwrap();
        0o2755
    };
    for (path, mode) in [(directory.path(), 0o755), (&*program, mode)] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    command.args(["--exact", name, "--nocapture"]).current_dir("/");
    configure(fresh(&mut command));
    Some(ran(name, command.output().expect("the directory of the test programs is on a file system without nosuid")))
}

/// The same in a child that is the first process of a PID namespace, and may make others.
pub fn first_process(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if std::env::var_os(CHILD).is_some() {
        body();
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--pid", "--fork", "--kill-child"]).arg(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture"]);
    configure(fresh(&mut command));
    Some(command.output().expect("unshare is part of util-linux: apt-get install util-linux"))
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
