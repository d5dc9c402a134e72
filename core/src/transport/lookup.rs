//! The system's name resolution. It blocks, so each look-up runs on its own thread. The number of threads is limited.

use crate::process::{PerProcess, Process, start_thread};
use std::collections::HashMap;
use std::error::Error as StdError;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{fmt, io};
use tokio::sync::{Semaphore, watch};

/// The number of look-ups that may run at the same time in a process.
const MAX_LOOKUPS: usize = 16;

/// The time that a look-up waits for a free thread. Most look-ups end much earlier, so a burst of look-ups can queue. But
/// look-ups that hang must not delay other calls until their deadlines.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// The look-ups of a process. Concurrent look-ups of one name share a thread, so a name that hangs occupies one thread.
struct Lookups {
    permits: Arc<Semaphore>,
    in_flight: Arc<InFlight>,
}

#[derive(Default)]
struct InFlight(Mutex<HashMap<String, watch::Receiver<Option<Found>>>>);

type Found = Result<Arc<[SocketAddr]>, LookupError>;

/// The error of a look-up.
#[derive(Clone, Debug)]
pub(super) enum LookupError {
    /// The system's error.
    Failed(Arc<io::Error>),
    NoThread(Arc<io::Error>),
    TooMany,
}

impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LookupError::Failed(error) => error.fmt(f),
            LookupError::NoThread(error) => {
                write!(f, "the name look-up's thread could not be started, the system allows no more threads: {error}")
            }
            LookupError::TooMany => {
                write!(
                    f,
                    "{MAX_LOOKUPS} name look-ups are running and none has ended for {MAX_WAIT:?}: name servers may not answer"
                )
            }
        }
    }
}

impl StdError for LookupError {}

/// The addresses of a name, from the system.
pub(super) async fn look_up(name: &str) -> Found {
    static LOOKUPS: PerProcess<Lookups> = PerProcess::new();
    let lookups = LOOKUPS.get_or_init(Process::current(), || Lookups {
        permits: Arc::new(Semaphore::new(MAX_LOOKUPS)),
        in_flight: Arc::default(),
    });
    let mut found = lookups.join(name).await?;
    match found.wait_for(Option::is_some).await.ok().and_then(|found| found.clone()) {
        Some(found) => found,
        None => Err(LookupError::Failed(Arc::new(io::Error::other("the name look-up has ended without an answer")))),
    }
}

impl Lookups {
    /// Joins the look-up of a name, or starts one.
    async fn join(&self, name: &str) -> Result<watch::Receiver<Option<Found>>, LookupError> {
        if let Some(found) = self.in_flight.lock().get(name) {
            return Ok(found.clone());
        }
        let permit = match tokio::time::timeout(MAX_WAIT, self.permits.clone().acquire_owned()).await {
            Ok(Ok(permit)) => permit,
            _ => return Err(LookupError::TooMany),
        };
        // Another call may have started the look-up during the wait.
        let mut in_flight = self.in_flight.lock();
        if let Some(found) = in_flight.get(name) {
            return Ok(found.clone());
        }
        let (sender, found) = watch::channel(None);
        let (own_name, all) = (name.to_owned(), self.in_flight.clone());
        let work = move || {
            let addresses = (own_name.as_str(), 0).to_socket_addrs().map(|found| found.collect());
            all.lock().remove(&own_name);
            sender.send_replace(Some(addresses.map_err(|error| LookupError::Failed(Arc::new(error)))));
            drop(permit);
        };
        start_thread(work).map_err(|error| LookupError::NoThread(Arc::new(error)))?;
        in_flight.insert(name.to_owned(), found.clone());
        Ok(found)
    }
}

impl InFlight {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, watch::Receiver<Option<Found>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
