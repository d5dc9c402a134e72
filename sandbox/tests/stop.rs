//! Starting and stopping a sandbox. The file has only one test, because that test counts the threads of the process.

mod common;

use std::io::{ErrorKind, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::{connect, read_all, request, until};
use telnyx_oauth_sandbox::{Answer, Sandbox};

fn threads() -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().flatten();
    tasks
        .filter(|task| {
            std::fs::read_to_string(task.path().join("comm")).is_ok_and(|name| name.trim() == "telnyx-sandbox")
        })
        .count()
}

#[test]
fn stopping_leaves_no_thread_socket_or_file() {
    fn shared<T: Send + Sync>(value: T) -> T {
        value
    }
    let sandbox = shared(Sandbox::start().unwrap());
    let (http, https, ca) = (sandbox.http_addr(), sandbox.https_addr(), sandbox.ca_file().to_owned());
    assert!(http.ip().is_loopback() && http.port() != 0 && http != https);
    assert_eq!(sandbox.http_origin(), format!("http://{http}"));
    assert_eq!(sandbox.https_origin(), format!("https://{https}"));
    assert_eq!(std::fs::read_to_string(&ca).unwrap(), sandbox.ca_pem());
    if cfg!(target_os = "linux") {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(ca.parent().unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o700);
        // A new thread sets its own name a moment after it starts.
        until("its thread runs", || threads() == 1);
    }
    let taken = Sandbox::builder().http_port(http.port()).start().unwrap_err();
    assert!(taken.kind() == ErrorKind::AddrInUse && taken.to_string().contains(&http.to_string()), "{taken}");

    // An idle connection, a connection during its handshake, and one connection per answer without end.
    sandbox.route("/silent", [Answer::default().silent()]);
    sandbox.route("/endless", [Answer::default().endless("x", Duration::ZERO)]);
    sandbox.route("/raw", [Answer::raw("").raw_repeat("x", None)]);
    sandbox.route("/late", [Answer::default().delay(Duration::from_secs(3600))]);
    let mut open = vec![connect(http), connect(https)];
    for path in ["/silent", "/endless", "/raw", "/late"] {
        let mut tcp = connect(http);
        tcp.write_all(request("GET", "h", path).as_bytes()).unwrap();
        open.push(tcp);
    }
    until("all connections are open", || sandbox.open_connections() == 6 && sandbox.requests().len() == 4);
    assert_eq!(sandbox.connections(), 6);
    drop(sandbox);
    for tcp in &mut open {
        read_all(tcp);
    }
    for addr in [http, https] {
        assert_eq!(TcpStream::connect(addr).unwrap_err().kind(), ErrorKind::ConnectionRefused);
    }
    assert!(!ca.parent().unwrap().exists());
    if cfg!(target_os = "linux") {
        // The system can list a joined thread for a moment more.
        until("its thread has ended", || threads() == 0);
    }
}
