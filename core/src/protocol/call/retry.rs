use crate::protocol::response::Reply;
use crate::{Error, ErrorKind};
use std::time::Duration;

/// The longest `Retry-After` that a call waits for.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// The delays before retries without a `Retry-After`. They double from the first to the last. A random factor from one to
/// two spreads the retries of clients that failed at the same time.
const FIRST_DELAY: Duration = Duration::from_millis(250);
const LAST_DELAY: Duration = Duration::from_secs(4);

/// The remaining retries.
#[derive(Debug)]
pub(super) struct Retries {
    left: u32,
    delay: Duration,
    random: fastrand::Rng,
}

/// The step that follows an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Then {
    /// The attempt's reply is the result.
    Done,
    /// The attempt's reply is the result, because the deadline leaves no time for the delay. The reply is more specific
    /// than a timeout error.
    NoTime,
    /// Another attempt after this delay.
    Retry(Duration),
    /// Another attempt immediately. It does not count as a retry.
    Resend(Resend),
}

/// The reason to send a request again immediately.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Resend {
    /// The server had closed a kept-alive connection.
    ClosedConnection,
    /// A 304 was not for the stored response.
    OtherResponse,
}

impl Retries {
    pub(super) fn new(most: u32, seed: u64) -> Retries {
        Retries { left: most, delay: FIRST_DELAY, random: fastrand::Rng::with_seed(seed) }
    }

    /// The step that follows an attempt with this reply. `time_left` is the time until the deadline.
    pub(super) fn next(&mut self, reply: &Result<Reply, Error>, time_left: Duration) -> Then {
        if self.left == 0 || !is_temporary(reply) {
            return Then::Done;
        }
        self.left -= 1;
        let backoff = self.delay.mul_f64(1.0 + self.random.f64());
        self.delay = LAST_DELAY.min(self.delay * 2);
        let asked = reply.as_ref().ok().and_then(|reply| reply.retry_after);
        match asked.unwrap_or(backoff) {
            wait if wait > LONGEST_RETRY_AFTER => Then::Done,
            wait if wait >= time_left => Then::NoTime,
            wait => Then::Retry(wait),
        }
    }
}

/// True if another attempt may succeed.
fn is_temporary(reply: &Result<Reply, Error>) -> bool {
    match reply {
        // A proxy that requires credentials requires them again.
        Err(error) => error.kind() == ErrorKind::Transport && error.http_status() != Some(407),
        Ok(reply) => match reply.status {
            200 => reply.body.as_ref().is_err_and(|error| error.kind() == ErrorKind::Transport),
            status => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        },
    }
}

/// The outcome of an attempt before its document is checked.
pub(super) fn provisional_kind(reply: &Result<Reply, Error>) -> ErrorKind {
    match reply {
        Err(error) => error.kind(),
        Ok(Reply { status: 200, body: Err(error), .. }) => error.kind(),
        Ok(_) => ErrorKind::HttpStatus,
    }
}
