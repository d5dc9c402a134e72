use super::moment::Moment;
use std::time::{Duration, SystemTime};

/// The time until which a response is fresh, on two clocks. A response is fresh only if it is fresh on both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Freshness {
    requested: SystemTime,
    /// `None` if the time is beyond the clock's range.
    until: Option<Duration>,
    until_by_wall: Option<SystemTime>,
}

impl Freshness {
    /// The freshness of a response that was received at `now`. Its request was sent at `requested_at` on the monotonic
    /// clock. The response is fresh for `fresh_for` from its request.
    pub(super) fn new(requested_at: Duration, fresh_for: Duration, now: Moment) -> Freshness {
        let requested = now.wall.checked_sub(now.monotonic.saturating_sub(requested_at)).unwrap_or(now.wall);
        Freshness {
            requested,
            until: requested_at.checked_add(fresh_for),
            until_by_wall: requested.checked_add(fresh_for),
        }
    }

    /// True if the response is fresh. If the wall clock shows a time before the request, it was set back. The response is
    /// then stale, because the time that the machine has slept is unknown.
    pub(crate) fn is_fresh(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now.monotonic < until)
            && self.until_by_wall.is_none_or(|until| now.wall < until)
            && self.requested <= now.wall
    }

    /// A sort key: the response that expires first comes first.
    pub(crate) fn order(&self) -> (bool, Option<Duration>) {
        (self.until.is_none(), self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn the_stricter_of_two_clocks_counts() {
        let requested = Moment { monotonic: MINUTE, wall: UNIX_EPOCH + 1000 * MINUTE };
        let fresh = Freshness::new(requested.monotonic, 10 * MINUTE, requested);
        let after = |monotonic: Duration, wall: Duration| {
            fresh.is_fresh(Moment { monotonic: requested.monotonic + monotonic, wall: requested.wall + wall })
        };
        assert!(after(MINUTE, MINUTE));
        assert!(!after(11 * MINUTE, 11 * MINUTE));
        // The machine slept for a day.
        assert!(!after(MINUTE, 24 * 60 * MINUTE));
        // The wall clock was set back, by less and by more than the time since the request.
        assert!(!after(11 * MINUTE, MINUTE));
        let set_back = Moment { monotonic: requested.monotonic + MINUTE, wall: requested.wall - 60 * MINUTE };
        assert!(!fresh.is_fresh(set_back));
    }

    #[test]
    fn freshness_counts_from_the_request() {
        let answered = Moment { monotonic: 3 * MINUTE, wall: UNIX_EPOCH + 1000 * MINUTE };
        let fresh = Freshness::new(MINUTE, 10 * MINUTE, answered);
        let after = |monotonic, wall| {
            let (monotonic, wall) = (answered.monotonic + monotonic * MINUTE, answered.wall + wall * MINUTE);
            fresh.is_fresh(Moment { monotonic, wall })
        };
        assert!(after(7, 7));
        assert!(!after(8, 7));
        assert!(!after(7, 8));
    }

    #[test]
    fn a_lifetime_beyond_the_range_of_the_clocks_is_fresh() {
        let now = Moment { monotonic: MINUTE, wall: UNIX_EPOCH + MINUTE };
        assert!(Freshness::new(now.monotonic, Duration::MAX, now).is_fresh(now));
    }
}
