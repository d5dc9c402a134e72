use std::time::{Duration, Instant, SystemTime};

/// A moment on two clocks: the monotonic one stops while the machine sleeps, and the wall clock may be set.
#[derive(Clone, Copy, Debug)]
struct Moment {
    monotonic: Instant,
    wall: SystemTime,
}

impl Moment {
    fn now() -> Moment {
        Moment { monotonic: Instant::now(), wall: SystemTime::now() }
    }
}

/// When a response becomes stale, by the stricter of two clocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Freshness {
    asked: SystemTime,
    /// `None`: later than the clock can tell.
    until: Option<Instant>,
    until_by_wall: Option<SystemTime>,
}

impl Freshness {
    /// The freshness of a response whose request was sent at `asked_at`, and that is fresh for `fresh_for`.
    pub(super) fn new(asked_at: Instant, fresh_for: Duration) -> Freshness {
        let now = Moment::now();
        let asked = now.wall.checked_sub(now.monotonic.saturating_duration_since(asked_at)).unwrap_or(now.wall);
        Freshness { asked, until: asked_at.checked_add(fresh_for), until_by_wall: asked.checked_add(fresh_for) }
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.is_fresh_at(Moment::now())
    }

    /// Orders by expiry, the first to expire first.
    pub(super) fn order(&self) -> (bool, Option<Instant>) {
        (self.until.is_none(), self.until)
    }

    /// A wall clock that was set back cannot tell how long the machine has slept, so the response counts as stale.
    fn is_fresh_at(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now.monotonic < until)
            && self.until_by_wall.is_none_or(|until| now.wall < until)
            && self.asked <= now.wall
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn the_stricter_of_two_clocks_counts() {
        let asked = Moment::now();
        let fresh = Freshness::new(asked.monotonic, 10 * MINUTE);
        let after = |monotonic: Duration, wall: Duration| {
            fresh.is_fresh_at(Moment { monotonic: asked.monotonic + monotonic, wall: asked.wall + MINUTE / 10 + wall })
        };
        assert!(after(MINUTE, MINUTE));
        assert!(!after(11 * MINUTE, 11 * MINUTE));
        // A machine that slept for a day.
        assert!(!after(MINUTE, 24 * 60 * MINUTE));
        // A wall clock that was set back, by less and by more than the time that has passed.
        assert!(!after(11 * MINUTE, MINUTE));
        let set_back = Moment { monotonic: asked.monotonic + MINUTE, wall: asked.wall - 60 * MINUTE };
        assert!(!fresh.is_fresh_at(set_back));
    }

    #[test]
    fn a_time_that_no_clock_can_tell_is_fresh() {
        assert!(Freshness::new(Instant::now(), Duration::MAX).is_fresh());
    }
}
