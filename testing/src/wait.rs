use std::thread::sleep;
use std::time::{Duration, Instant};

/// A deadline that no test reaches, on any machine.
const DEADLINE: Duration = Duration::from_secs(60);

/// Waits until `look` returns a value, and returns it.
///
/// # Panics
/// After 60 seconds. The message contains `what`.
#[track_caller]
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < DEADLINE, "timed out after 60 s: {what}");
        sleep(Duration::from_millis(1));
    }
}

/// Waits until `condition` is true.
///
/// # Panics
/// Like [`wait_for`].
#[track_caller]
pub fn wait_until(what: &str, mut condition: impl FnMut() -> bool) {
    wait_for(what, || condition().then_some(()));
}
