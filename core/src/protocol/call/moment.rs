use std::time::{Duration, SystemTime};

/// A moment on two clocks: the monotonic one stops while the machine sleeps, and the wall clock may be set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// The time since a fixed point, which the host chooses. It never decreases.
    pub(crate) monotonic: Duration,
    pub(crate) wall: SystemTime,
}
