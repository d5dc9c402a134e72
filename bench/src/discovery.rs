//! Measures discoveries: the time of a single discovery, and the CPU time of many concurrent discoveries.

use crate::timing::{Result, print_median};
use futures_util::stream::{self, StreamExt, TryStreamExt};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::ops::Range;
use std::time::Instant;
use telnyx_oauth::{Attempt, Client, Discovery, Outcome, blocking};

/// The number of requests: the probe, the resource's document and the authorization server's document.
const REQUESTS: usize = 3;

/// The warm-up for sequential discoveries, which have long round trips.
const SEQUENTIAL_WARM_UP: usize = 3;

/// The warm-up for concurrent discoveries. Node needs this many, and both workers must do the same work.
const CONCURRENT_WARM_UP: usize = 2000;

/// Prints the median time of a discovery of the sandbox's resource, in nanoseconds.
pub(crate) fn one_by_one(origin: &str, calls: usize) -> Result<()> {
    let client = blocking::Client::builder().build()?;
    let resource = format!("{origin}/v2/mcp");
    print_median(SEQUENTIAL_WARM_UP, calls, || verify(&client.discover(resource.as_str(), None)?))
}

/// Prints discoveries a second, and requests for each second of this process's CPU time.
pub(crate) fn many(origin: &str, count: usize, at_once: usize) -> Result<()> {
    let client = Client::builder().build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(discover_each(&client, origin, 0..CONCURRENT_WARM_UP, at_once))?;
    let (start, cpu_start) = (Instant::now(), cpu_seconds()?);
    runtime.block_on(discover_each(&client, origin, CONCURRENT_WARM_UP..CONCURRENT_WARM_UP + count, at_once))?;
    let (elapsed, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds()? - cpu_start);
    println!("{:.0} {:.0}", count as f64 / elapsed, (count * REQUESTS) as f64 / cpu);
    Ok(())
}

async fn discover_each(client: &Client, origin: &str, resources: Range<usize>, at_once: usize) -> Result<()> {
    let discovery = |number| async move {
        let resource = format!("{origin}/r/{number}");
        verify(&client.discover(resource.as_str(), None).await?)
    };
    stream::iter(resources).map(discovery).buffer_unordered(at_once).try_collect().await
}

/// Checks that the discovery found every part, with one request for each document.
fn verify(found: &Discovery) -> Result<()> {
    let attempts = found.attempts();
    let is_whole = found.challenge().is_some() && found.authorization_server().is_some() && found.warnings().is_empty();
    let is_ok = |attempt: &Attempt| attempt.outcome == Outcome::Ok && !attempt.from_cache;
    if is_whole && attempts.len() == REQUESTS && attempts.iter().all(is_ok) {
        Ok(())
    } else {
        Err(format!("unexpected discovery: {found:?}").into())
    }
}

fn cpu_seconds() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    Ok((usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6)
}
