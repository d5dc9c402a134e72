//! The system's name resolution. It blocks, so each look-up runs on a thread, and a process has few of them.

use crate::process::{PerProcess, Process, start_thread};
use std::collections::HashMap;
use std::error::Error as StdError;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{fmt, io};
use tokio::sync::{Semaphore, watch};

/// How many look-ups may run in a process.
const MOST: usize = 16;

/// How long a look-up waits while that many run. Look-ups that get an answer end much earlier, so a burst of them queues;
/// look-ups that hang must not delay others until their deadlines.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// The look-ups of a process. Concurrent look-ups of one name share a thread, so a name that hangs occupies only one.
struct Lookups {
    free: Arc<Semaphore>,
    under_way: Arc<UnderWay>,
}

#[derive(Default)]
struct UnderWay(Mutex<HashMap<String, watch::Receiver<Option<Found>>>>);

type Found = Result<Arc<[SocketAddr]>, LookupError>;

/// Why a name has no addresses.
#[derive(Clone, Debug)]
pub(super) enum LookupError {
    /// The system's own reason.
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
                    "{MOST} name look-ups are under way and none has ended for {LONGEST_WAIT:?}: name servers may not answer"
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
        free: Arc::new(Semaphore::new(MOST)),
        under_way: Arc::default(),
    });
    let mut found = lookups.join(name).await?;
    match found.wait_for(Option::is_some).await.ok().and_then(|found| found.clone()) {
        Some(found) => found,
        None => Err(LookupError::Failed(Arc::new(io::Error::other("the name look-up has ended without an answer")))),
    }
}

impl Lookups {
    /// Joins the look-up of a name, or begins it.
    async fn join(&self, name: &str) -> Result<watch::Receiver<Option<Found>>, LookupError> {
        if let Some(found) = self.under_way.lock().get(name) {
            return Ok(found.clone());
        }
        let permit = match tokio::time::timeout(LONGEST_WAIT, self.free.clone().acquire_owned()).await {
            Ok(Ok(permit)) => permit,
            _ => return Err(LookupError::TooMany),
        };
        // Another call may have begun it in the meantime.
        let mut under_way = self.under_way.lock();
        if let Some(found) = under_way.get(name) {
            return Ok(found.clone());
        }
        let (answer, found) = watch::channel(None);
        let (own, others) = (name.to_owned(), self.under_way.clone());
        let work = move || {
            let addresses = (own.as_str(), 0).to_socket_addrs().map(|found| found.collect());
            others.lock().remove(&own);
            answer.send_replace(Some(addresses.map_err(|error| LookupError::Failed(Arc::new(error)))));
            drop(permit);
        };
        start_thread(work).map_err(|error| LookupError::NoThread(Arc::new(error)))?;
        under_way.insert(name.to_owned(), found.clone());
        Ok(found)
    }
}

impl UnderWay {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, watch::Receiver<Option<Found>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
