//! This project's worker in Rust. The protocol is in bench/README.md.

mod discovery;
mod timing;

use std::env;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use telnyx_oauth::blocking::Client;
use timing::{Result, print_median, quantile, timed_calls};

const USAGE: &str = "usage: warm ORIGIN N | cached ORIGIN N | cold ORIGIN [CA] | threads ORIGIN THREADS SECONDS | discover ORIGIN N \
                     | discover-many ORIGIN COUNT CONCURRENCY";
const WARM_UP_CALLS: usize = 200;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        ["warm", origin, calls] => warm(origin, calls.parse()?),
        ["cached", origin, calls] => cached(origin, calls.parse()?),
        ["cold", origin] => call(&Client::builder().build()?, origin),
        ["cold", origin, ca] => call(&Client::builder().ca_file(ca).build()?, origin),
        ["threads", origin, threads, seconds] => {
            in_threads(origin, threads.parse()?, Duration::from_secs(seconds.parse()?))
        }
        ["discover", origin, calls] => discovery::one_by_one(origin, calls.parse()?),
        ["discover-many", origin, count, at_once] => discovery::many(origin, count.parse()?, at_once.parse()?),
        _ => Err(USAGE.into()),
    }
}

fn call(client: &Client, origin: &str) -> Result<()> {
    let metadata = client.fetch_resource_metadata(origin)?;
    match metadata.authorization_servers() {
        Some([_, ..]) => Ok(()),
        _ => Err("the document lists no authorization server".into()),
    }
}

fn warm(origin: &str, calls: usize) -> Result<()> {
    let client = Client::builder().build()?;
    print_median(WARM_UP_CALLS, calls, || call(&client, origin))
}

/// Prints the mean time of a call that the cache answers. The clock is too coarse for a single call.
fn cached(origin: &str, calls: u32) -> Result<()> {
    let client = Client::builder().build()?;
    let resource = format!("{origin}/cached");
    call(&client, &resource)?;
    let start = Instant::now();
    for _ in 0..calls {
        call(&client, &resource)?;
    }
    println!("{}", start.elapsed().as_nanos() / u128::from(calls.max(1)));
    Ok(())
}

/// Prints requests a second of all threads together, and the 99th percentile of the calls' times in nanoseconds.
fn in_threads(origin: &str, threads: usize, length: Duration) -> Result<()> {
    // With a cache, concurrent calls for one URL would share a request.
    let client = Client::builder().cache(false).build()?;
    let barrier = Barrier::new(threads);
    let run = || -> Result<(Vec<Duration>, Duration)> {
        let warmed_up = timed_calls(|| call(&client, origin), |done| done >= 10);
        barrier.wait();
        warmed_up?;
        let start = Instant::now();
        let times = timed_calls(|| call(&client, origin), |_| start.elapsed() >= length)?;
        Ok((times, start.elapsed()))
    };
    let results: Vec<_> = thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        handles.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });

    let mut all_times = Vec::new();
    let mut longest = Duration::ZERO;
    for result in results {
        let (times, elapsed) = result.map_err(|_| "a thread panicked")??;
        all_times.extend(times);
        longest = longest.max(elapsed);
    }
    let per_second = all_times.len() as f64 / longest.as_secs_f64();
    let p99 = quantile(all_times, 0.99)?;
    println!("{per_second:.0} {}", p99.as_nanos());
    Ok(())
}
