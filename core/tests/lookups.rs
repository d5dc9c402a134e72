//! Name look-ups that hang: a name server that never answers, and names that the system knows without one.

mod common;

use common::{in_child, namespace, options, sandbox, wait_until};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::signal::{SigSet, SigmaskHow};
use std::net::UdpSocket;
use std::time::Duration;
use telnyx_oauth::{Error, ErrorKind, ResourceMetadata, blocking, embedding};

/// How many look-ups a process has under way at most.
const MOST: usize = 16;

/// A name server that never answers; the system waits 5 s for it, and asks again. And a name that needs none.
const PREPARE: &str = "printf 'nameserver 127.0.0.1\\n' > /tmp/resolv.$$; mount --bind /tmp/resolv.$$ /etc/resolv.conf; \
    printf '127.0.0.1 localhost healthy.example\\n' > /tmp/hosts.$$; mount --bind /tmp/hosts.$$ /etc/hosts; \
    rm /tmp/resolv.$$ /tmp/hosts.$$";

fn silent_name_server() -> UdpSocket {
    UdpSocket::bind("127.0.0.1:53").unwrap()
}

/// The signals that each of the library's threads blocks.
fn threads() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().map(|task| task.unwrap().path());
    let ours =
        tasks.filter(|task| std::fs::read_to_string(task.join("comm")).is_ok_and(|name| name == "telnyx-oauth\n"));
    let status = ours.filter_map(|task| std::fs::read_to_string(task.join("status")).ok());
    status
        .filter_map(|status| Some(status.lines().find_map(|line| line.strip_prefix("SigBlk:"))?.trim().to_owned()))
        .collect()
}

/// A call with a client of either kind, the async one on a runtime of the program's own.
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
fn a_name_that_hangs_holds_up_no_other_however_often_it_is_asked_for() {
    namespace("a_name_that_hangs_holds_up_no_other_however_often_it_is_asked_for", PREPARE, || {
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
fn look_ups_beyond_the_cap_fail_and_say_why() {
    namespace("look_ups_beyond_the_cap_fail_and_say_why", PREPARE, || {
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
                // The program's signal handlers run on its own threads.
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
fn a_look_up_whose_thread_cannot_be_started_is_a_transport_error() {
    let name = "a_look_up_whose_thread_cannot_be_started_is_a_transport_error";
    in_child(
        name,
        |_| (),
        || {
            let client = blocking::Client::builder().proxy("").max_retries(0).build().unwrap();
            // A thread needs a stack.
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
