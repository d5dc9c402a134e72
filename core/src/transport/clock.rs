use crate::protocol::call::Moment;
use std::time::{Duration, SystemTime};
use tokio::time::Instant;

/// The clocks of a client. The monotonic clock starts at zero when the client is built.
pub(crate) struct Clock(Instant);

impl Clock {
    pub(crate) fn start() -> Clock {
        Clock(Instant::now())
    }

    /// The time on the monotonic clock.
    pub(crate) fn now(&self) -> Duration {
        self.at(Instant::now())
    }

    /// The time on both clocks.
    pub(crate) fn moment(&self) -> Moment {
        Moment { monotonic: self.now(), wall: SystemTime::now() }
    }

    /// An instant on the monotonic clock.
    pub(super) fn at(&self, instant: Instant) -> Duration {
        instant.saturating_duration_since(self.0)
    }
}
