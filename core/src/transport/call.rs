use super::clock::Clock;
use crate::process::Process;
use crate::{CancelToken, Error, ErrorKind};
use std::pin::pin;
use std::time::Duration;
use tokio::runtime::{self, Handle};
use tokio::time::Instant;
use url::Url;

/// The limits of one call: its deadline, and a token that cancels it.
pub(crate) struct Call {
    pub(super) process: Process,
    /// The runtime that the call runs on.
    pub(super) runtime: runtime::Id,
    timeout: Duration,
    /// `None` if the deadline is beyond the clock's range.
    deadline: Option<Instant>,
    cancel: Option<CancelToken>,
}

impl Call {
    pub(crate) fn start(process: Process, timeout: Duration, cancel: Option<CancelToken>) -> Result<Call, Error> {
        let runtime = Handle::try_current().map_err(|_| {
            let message = "the async client needs a tokio runtime: call it in one, or use the blocking client";
            Error::new(ErrorKind::InvalidArgument, message)
        })?;
        Ok(Call { process, runtime: runtime.id(), timeout, deadline: Instant::now().checked_add(timeout), cancel })
    }

    /// The same call with an earlier deadline.
    pub(crate) fn at_most(&self, timeout: Duration) -> Call {
        let deadline = Instant::now().checked_add(timeout);
        let deadline = self.deadline.into_iter().chain(deadline).min();
        Call {
            process: self.process,
            runtime: self.runtime,
            timeout: timeout.min(self.timeout),
            deadline,
            cancel: self.cancel.clone(),
        }
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.timeout
    }

    pub(crate) fn remaining(&self) -> Duration {
        self.deadline.map_or(Duration::MAX, |deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// The deadline on this clock; `None` if it is beyond the clock's range.
    pub(super) fn deadline(&self, clock: &Clock) -> Option<Duration> {
        self.deadline.map(|deadline| clock.at(deadline))
    }

    /// Returns an error if the deadline has passed or the call is cancelled.
    pub(crate) fn check(&self, url: &Url) -> Result<(), Error> {
        if self.cancel.as_ref().is_some_and(CancelToken::is_cancelled) {
            return Err(cancelled(url));
        }
        if self.remaining().is_zero() { Err(self.timed_out(url)) } else { Ok(()) }
    }

    /// Runs `work` for `url` until the deadline or a cancellation.
    pub(crate) async fn bound<T>(&self, url: &Url, work: impl Future<Output = T>) -> Result<T, Error> {
        if self.remaining().is_zero() {
            return Err(self.timed_out(url));
        }
        // Pinned here, so that the wrappers below move a pointer instead of the whole future.
        let work = pin!(work);
        let in_time = pin!(async {
            match self.deadline {
                Some(deadline) => tokio::time::timeout_at(deadline, work).await.map_err(|_| self.timed_out(url)),
                None => Ok(work.await),
            }
        });
        match &self.cancel {
            Some(cancel) => cancel.run(self.process, in_time).await.unwrap_or_else(|| Err(cancelled(url))),
            None => in_time.await,
        }
    }

    fn timed_out(&self, url: &Url) -> Error {
        let message = format!("{url} did not answer within {:?}", self.timeout);
        Error::new(ErrorKind::Timeout, message).at(url.as_str())
    }
}

fn cancelled(url: &Url) -> Error {
    Error::new(ErrorKind::Cancelled, format!("the call was cancelled during the request to {url}")).at(url.as_str())
}
