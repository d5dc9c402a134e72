//! Runs the calling test again in a child process, with another environment, other privileges, or a network namespace.

use crate::environment::clear;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::{Command, Output};

const CHILD: &str = "TELNYX_OAUTH_TEST_CHILD";

/// Returns the output of the test `name` in a child process. In the child, runs `body` and returns `None`.
///
/// # Panics
/// If the child succeeded without running the test.
pub fn child(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if is_child() {
        body();
        return None;
    }
    let mut command = Command::new(this_program());
    command.args(["--exact", name, "--nocapture"]);
    configure(prepare(&mut command));
    Some(checked(name, command.output().unwrap()))
}

/// Calls [`child`] and checks the output with [`succeeded`]. Returns true in the parent.
///
/// # Panics
/// If the child failed or did not run the test.
pub fn in_child(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> bool {
    succeeded(child(name, configure, body))
}

/// Asserts that the child succeeded and that no thread of the child panicked. Prints the output. Returns true if there
/// was a child.
///
/// # Panics
/// If the child failed.
pub fn succeeded(output: Option<Output>) -> bool {
    let Some(output) = output else { return false };
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !err.contains("panicked"), "{}\n{out}\n{err}", output.status);
    print!("{out}");
    true
}

/// Calls [`child`] with a copy of this program that is set-group-ID. The group is another group of the user, or any
/// other group if root runs the test.
///
/// A set-user-ID copy would have to run as another user than root, who often has no access to this program's folder.
///
/// # Panics
/// Like [`child`], or if the user is not root and has only one group.
pub fn setgid_child(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if is_child() {
        body();
        return None;
    }
    let directory = tempfile::tempdir_in(this_program().parent().unwrap()).unwrap();
    let program = directory.path().join("program");
    // Another process makes the copy. If this process wrote the copy, a fork of another thread could keep the file open
    // for writing, and the kernel would refuse to execute the file.
    let copied = Command::new("cp").arg(this_program()).arg(&program).status().unwrap();
    assert!(copied.success(), "{copied}");
    let (user, group) = (directory.path().metadata().unwrap().uid(), directory.path().metadata().unwrap().gid());
    let other = if user == 0 {
        const NOGROUP: u32 = 65534;
        NOGROUP
    } else {
        let groups = String::from_utf8(Command::new("id").arg("-G").output().unwrap().stdout).unwrap();
        let other = groups.split_whitespace().map(|id| id.parse().unwrap()).find(|id: &u32| *id != group);
        other.expect("this test needs root, or a user with a second group")
    };
    std::os::unix::fs::chown(&program, None, Some(other)).unwrap();
    let mut command = Command::new(&program);
    for (path, mode) in [(directory.path(), 0o755), (&*program, 0o2755)] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    command.args(["--exact", name, "--nocapture"]).current_dir("/");
    configure(prepare(&mut command));
    Some(checked(name, command.output().expect("the test programs must be on a file system without nosuid")))
}

/// Calls [`child`] in a new PID namespace, where the child is the first process.
///
/// # Panics
/// Like [`child`].
pub fn first_process(name: &str, configure: impl FnOnce(&mut Command), body: impl FnOnce()) -> Option<Output> {
    if is_child() {
        body();
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--pid", "--fork", "--kill-child"]).arg(this_program());
    command.args(["--exact", name, "--nocapture"]);
    configure(prepare(&mut command));
    Some(checked(name, command.output().expect("unshare is part of util-linux: apt-get install util-linux")))
}

/// Runs `body` in a child with its own network and mount namespaces. The network has only loopback, and no name server.
/// A shell first runs `prepare_script` there.
///
/// # Panics
/// If the child failed or did not run the test `name`.
pub fn namespace(name: &str, prepare_script: &str, body: impl FnOnce()) {
    if is_child() {
        return body();
    }
    let script = format!("set -e; ip link set lo up; {prepare_script}\nexec \"$0\" --exact {name} --nocapture");
    let mut command = Command::new("unshare");
    let output = prepare(&mut command)
        .args(["--map-root-user", "--net", "--mount", "sh", "-c", &script])
        .arg(this_program())
        .output()
        .expect("unshare is part of util-linux: apt-get install util-linux");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(
        output.status.success(),
        "the test failed in a namespace (it needs `ip` from iproute2, and permission for `unshare --map-root-user --net \
         --mount`): {}\n{out}\n{err}",
        output.status
    );
    checked(name, output);
}

fn is_child() -> bool {
    std::env::var_os(CHILD).is_some()
}

fn this_program() -> std::path::PathBuf {
    std::env::current_exe().unwrap()
}

fn prepare(command: &mut Command) -> &mut Command {
    clear(command).env(CHILD, "1")
}

fn checked(name: &str, output: Output) -> Output {
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() || out.contains("1 passed"), "the test {name} did not run in the child: {out}");
    output
}
