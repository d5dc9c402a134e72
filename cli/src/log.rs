use crate::output::to_stderr;
use crate::printable::printable;
use std::fmt::Write;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;
use telnyx_oauth_sandbox::Request;

/// The maximum number of lines that wait for standard error. More lines are dropped.
const CAPACITY: usize = 10_000;

/// Writes the log of requests to standard error. It has its own thread, so that a slow reader delays no request.
pub(crate) struct Log {
    finished: Receiver<()>,
}

impl Log {
    /// Returns the log and a function that logs a request.
    pub(crate) fn start() -> std::io::Result<(Log, impl Fn(&Request) + Send + Sync + 'static)> {
        let (lines, waiting): (SyncSender<String>, _) = sync_channel(CAPACITY);
        let (finish, finished) = sync_channel(1);
        thread::Builder::new().name("log".into()).spawn(move || {
            waiting.iter().for_each(|line| to_stderr(&line));
            let _ = finish.send(());
        })?;
        Ok((Log { finished }, move |request: &Request| drop(lines.try_send(line(request)))))
    }

    /// Waits until all lines are written, at most half a second. Drop the function that logs requests first.
    pub(crate) fn finish(self) {
        let _ = self.finished.recv_timeout(Duration::from_millis(500));
    }
}

fn line(request: &Request) -> String {
    let Request { method, target, version, headers, status, .. } = request;
    let status = status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
    let mut line = printable(&format!("{method} {target} {version} -> {status}"));
    for (name, value) in headers {
        // An unescaped quote would end the value.
        let _ = write!(line, " {}=\"{}\"", printable(name), printable(value).replace('"', "\\\""));
    }
    line + "\n"
}
