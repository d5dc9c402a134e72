use super::moment::Moment;
use std::time::{Duration, SystemTime};

/// When a response becomes stale, by the stricter of two clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Freshness {
    asked: SystemTime,
    /// `None`: later than the clock can tell.
    until: Option<Duration>,
    until_by_wall: Option<SystemTime>,
}

impl Freshness {
    /// The freshness of a response that came by `now` for a request sent at `asked_at` on the monotonic clock, and that is
    /// fresh for `fresh_for` from then.
    pub(super) fn new(asked_at: Duration, fresh_for: Duration, now: Moment) -> Freshness {
        let asked = now.wall.checked_sub(now.monotonic.saturating_sub(asked_at)).unwrap_or(now.wall);
        Freshness { asked, until: asked_at.checked_add(fresh_for), until_by_wall: asked.checked_add(fresh_for) }
    }

    /// A wall clock that was set back cannot tell how long the machine has slept, so the response then counts as stale.
    pub(crate) fn is_fresh(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now.monotonic < until)
            && self.until_by_wall.is_none_or(|until| now.wall < until)
            && self.asked <= now.wall
    }

    /// Orders by expiry, the first to expire first.
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
        let asked = Moment { monotonic: MINUTE, wall: UNIX_EPOCH + 1000 * MINUTE };
        let fresh = Freshness::new(asked.monotonic, 10 * MINUTE, asked);
        let after = |monotonic: Duration, wall: Duration| {
            fresh.is_fresh(Moment { monotonic: asked.monotonic + monotonic, wall: asked.wall + wall })
        };
        assert!(after(MINUTE, MINUTE));
        assert!(!after(11 * MINUTE, 11 * MINUTE));
        // A machine that slept for a day.
        assert!(!after(MINUTE, 24 * 60 * MINUTE));
        // A wall clock that was set back, by less and by more than the time that has passed.
        assert!(!after(11 * MINUTE, MINUTE));
        let set_back = Moment { monotonic: asked.monotonic + MINUTE, wall: asked.wall - 60 * MINUTE };
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
    fn a_time_that_no_clock_can_tell_is_fresh() {
        let now = Moment { monotonic: MINUTE, wall: UNIX_EPOCH + MINUTE };
        assert!(Freshness::new(now.monotonic, Duration::MAX, now).is_fresh(now));
    }
}
