use std::time::{Duration, SystemTime};

/// A moment on two clocks. The monotonic clock stops while the machine sleeps. The wall clock may be set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// The time since a fixed point that the host chooses. Never decreases.
    pub(crate) monotonic: Duration,
    pub(crate) wall: SystemTime,
}
