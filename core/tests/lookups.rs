//! Name look-ups that hang. The name server never answers; the hosts file has the other names.

mod common;

use common::{in_child, namespace, options, sandbox, wait_until};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::signal::{SigSet, SigmaskHow};
use std::net::UdpSocket;
use std::time::Duration;
use telnyx_oauth::{Error, ErrorKind, ResourceMetadata, blocking, embedding};

/// The limit on concurrent look-ups of a process.
const MOST: usize = 16;

/// Configures a name server that never answers, and a name in the hosts file. The system resolver waits 5 s and
/// retries.
const PREPARE: &str = "printf 'nameserver 127.0.0.1\\n' > /tmp/resolv.$$; mount --bind /tmp/resolv.$$ /etc/resolv.conf; \
    printf '127.0.0.1 localhost healthy.example\\n' > /tmp/hosts.$$; mount --bind /tmp/hosts.$$ /etc/hosts; \
    rm /tmp/resolv.$$ /tmp/hosts.$$";

fn silent_name_server() -> UdpSocket {
    UdpSocket::bind("127.0.0.1:53").unwrap()
}

/// The blocked signals of each thread of the library.
fn threads() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().map(|task| task.unwrap().path());
    let ours =
        tasks.filter(|task| std::fs::read_to_string(task.join("comm")).is_ok_and(|name| name == "telnyx-oauth\n"));
    let status = ours.filter_map(|task| std::fs::read_to_string(task.join("status")).ok());
    status
        .filter_map(|status| Some(status.lines().find_map(|line| line.strip_prefix("SigBlk:"))?.trim().to_owned()))
        .collect()
}

/// A call with the async or the blocking client. The async client runs on a runtime of the test.
type Fetch<'a> = &'a (dyn Fn(&str) -> Result<ResourceMetadata, Error> + Sync);

fn with_each_client(timeout: Duration, test: impl Fn(u16, Fetch<'_>)) {
    let sandbox = sandbox();
    let options = options(&sandbox).allow_http(true).cache(false).timeout(timeout);
    let port = sandbox.http_addr().port();
    let client = blocking::ClientBuilder::from(options.clone()).build().unwrap();
    test(port, &|resource| client.fetch_resource_metadata(resource));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let client = options.build().unwrap();
    test(port, &|resource| runtime.block_on(client.fetch_resource_metadata(resource)));
}

#[test]
fn a_hanging_look_up_does_not_delay_other_names() {
    namespace("a_hanging_look_up_does_not_delay_other_names", PREPARE, || {
        let _silent = silent_name_server();
        with_each_client(Duration::from_secs(4), |port, fetch| {
            std::thread::scope(|scope| {
                let calls: Vec<_> =
                    (0..2 * MOST).map(|_| scope.spawn(|| fetch("http://hangs.example").unwrap_err())).collect();
                wait_until("a look-up is under way", || !threads().is_empty());
                assert_eq!(threads().len(), 1);
                fetch(&format!("http://healthy.example:{port}")).unwrap();
                for call in calls {
                    assert_eq!(call.join().unwrap().kind(), ErrorKind::Timeout);
                }
            });
            wait_until("the look-up has ended", || threads().is_empty());
        });
    });
}

#[test]
fn a_look_up_over_the_limit_fails_and_the_message_gives_the_reason() {
    namespace("a_look_up_over_the_limit_fails_and_the_message_gives_the_reason", PREPARE, || {
        let _silent = silent_name_server();
        embedding::set_thread_guard(BlockedSignals::new);
        with_each_client(Duration::from_secs(4), |port, fetch| {
            std::thread::scope(|scope| {
                let calls: Vec<_> = (0..MOST)
                    .map(|n| scope.spawn(move || fetch(&format!("http://hangs{n}.example")).unwrap_err()))
                    .collect();
                wait_until("the look-ups are under way", || threads().len() == MOST);
                let error = fetch(&format!("http://healthy.example:{port}")).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
                assert!(error.message().contains("16 name look-ups are running"), "{error}");
                // The program's signal handlers must not run on the library's threads.
                let blocked = threads();
                assert_eq!(blocked.len(), MOST);
                assert!(blocked.iter().all(|mask| mask.starts_with("fffffff")), "{blocked:?}");
                for call in calls {
                    assert_eq!(call.join().unwrap().kind(), ErrorKind::Timeout);
                }
            });
            wait_until("the look-ups have ended", || threads().is_empty());
            fetch(&format!("http://healthy.example:{port}")).unwrap();
        });
    });
}

struct BlockedSignals(SigSet);

impl BlockedSignals {
    fn new() -> BlockedSignals {
        BlockedSignals(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).unwrap())
    }
}

impl Drop for BlockedSignals {
    fn drop(&mut self) {
        self.0.thread_set_mask().unwrap();
    }
}

#[test]
fn failure_to_start_a_look_up_thread_is_a_transport_error() {
    let name = "failure_to_start_a_look_up_thread_is_a_transport_error";
    in_child(
        name,
        |_| (),
        || {
            let client = blocking::Client::builder().proxy("").max_retries(0).build().unwrap();
            // The process has no memory for the stack of another thread.
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let used = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap();
            let used: u64 = used.trim().trim_end_matches(" kB").parse().unwrap();
            let (_, hard) = getrlimit(Resource::RLIMIT_AS).unwrap();
            setrlimit(Resource::RLIMIT_AS, used * 1024 + 1024 * 1024, hard).unwrap();
            let error = client.fetch_resource_metadata("https://rs.example").unwrap_err();
            setrlimit(Resource::RLIMIT_AS, hard, hard).unwrap();
            assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
            assert!(error.message().contains("the name look-up's thread could not be started"), "{error}");
        },
    );
}
