//! `soak ORIGIN THREADS CALLS LATENCIES`: makes CALLS discoveries of `ORIGIN/LATENCY` in several threads, with each latency in
//! turn. Prints a line for each call: the latency, the time in milliseconds, and the outcome.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use telnyx_oauth::blocking::Client;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [origin, threads, calls, latencies] = &arguments[..] else {
        return Err("usage: soak ORIGIN THREADS CALLS LATENCIES".into());
    };
    let (threads, calls): (usize, usize) = (threads.parse()?, calls.parse()?);
    let latencies: Vec<&str> = latencies.split(',').collect();
    let client = Client::builder().cache(false).max_retries(0).proxy("").timeout(Duration::from_secs(30)).build()?;
    let (next, lines) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= calls {
                        break;
                    }
                    let latency = latencies[number % latencies.len()];
                    let started = Instant::now();
                    let found = client.discover(format!("{origin}/{latency}").as_str(), None);
                    let elapsed = started.elapsed().as_secs_f64() * 1000.0;
                    let outcome = match &found {
                        Ok(found) if found.authorization_server().is_some() => "ok".to_owned(),
                        Ok(_) => "no authorization server".to_owned(),
                        Err(error) => error.to_string(),
                    };
                    lines.lock().unwrap().push(format!("{latency} {elapsed:.1} {outcome}"));
                }
            });
        }
    });
    for line in lines.into_inner()? {
        println!("{line}");
    }
    Ok(())
}
