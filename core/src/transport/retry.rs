use super::call::Call;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind};
use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use std::time::Duration;

/// The longest `Retry-After` that a call waits for.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// The delays before retries: 0.25 to 0.5 s, doubling up to 4 to 8 s.
pub(super) fn delays(max_retries: u32) -> ExponentialBackoff {
    ExponentialBuilder::new()
        .with_min_delay(Duration::from_millis(250))
        .with_max_delay(Duration::from_secs(4))
        .with_jitter()
        .with_max_times(max_retries as usize)
        .build()
}

/// What follows an attempt.
pub(super) enum Next {
    /// Its reply is the result.
    Done,
    /// Its reply is the result, because the deadline leaves no time for the wait. It says more than "timed out".
    NoTime,
    /// Another attempt, after this delay.
    After(Duration),
}

pub(super) fn next(reply: &Result<Reply, Error>, next_delay: impl FnOnce() -> Option<Duration>, call: &Call) -> Next {
    if !may_pass(reply) {
        return Next::Done;
    }
    let Some(backoff) = next_delay() else { return Next::Done };
    let asked = reply.as_ref().ok().and_then(|reply| reply.retry_after);
    match asked.unwrap_or(backoff) {
        wait if wait > LONGEST_RETRY_AFTER => Next::Done,
        wait if wait >= call.remaining() => Next::NoTime,
        wait => Next::After(wait),
    }
}

fn may_pass(reply: &Result<Reply, Error>) -> bool {
    match reply {
        // A proxy that demands credentials demands them again.
        Err(error) => error.kind() == ErrorKind::Transport && error.http_status() != Some(407),
        Ok(reply) => match reply.status {
            200 => reply.body.as_ref().is_err_and(|error| error.kind() == ErrorKind::Transport),
            status => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        },
    }
}

/// The outcome of an attempt before its document is judged.
pub(super) fn provisional_kind(reply: &Result<Reply, Error>) -> ErrorKind {
    match reply {
        Err(error) => error.kind(),
        Ok(Reply { status: 200, body: Err(error), .. }) => error.kind(),
        Ok(_) => ErrorKind::HttpStatus,
    }
}
