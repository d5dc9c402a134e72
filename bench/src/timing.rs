//! Measures the times of calls, and computes quantiles.

use std::error::Error;
use std::time::{Duration, Instant};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Makes sequential calls until `is_enough` returns true for their number. Returns the time of each call.
pub(crate) fn timed_calls(call: impl Fn() -> Result<()>, is_enough: impl Fn(usize) -> bool) -> Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(4096);
    while !is_enough(times.len()) {
        let start = Instant::now();
        call()?;
        times.push(start.elapsed());
    }
    Ok(times)
}

/// Prints the median time of a call in nanoseconds, after a warm-up.
pub(crate) fn print_median(warm_up_calls: usize, calls: usize, call: impl Fn() -> Result<()>) -> Result<()> {
    timed_calls(&call, |done| done >= warm_up_calls)?;
    let times = timed_calls(&call, |done| done >= calls)?;
    println!("{}", quantile(times, 0.5)?.as_nanos());
    Ok(())
}

/// Returns a quantile of the times.
///
/// # Errors
/// `times` is empty.
pub(crate) fn quantile(mut times: Vec<Duration>, quantile: f64) -> Result<Duration> {
    times.sort_unstable();
    let index = (times.len() as f64 * quantile) as usize;
    let last = times.len().checked_sub(1).ok_or("no call was made")?;
    Ok(times[index.min(last)])
}
