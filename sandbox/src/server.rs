use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::request::Request;
use crate::request_list::RequestList;
use crate::scenario::Scenario;
use crate::table::Table;

/// A function that is called with every request on the thread of the sandbox.
pub(crate) type Log = Box<dyn Fn(&Request) + Send + Sync>;

/// The state that the [`Sandbox`](crate::Sandbox) shares with its connections.
pub(crate) struct Server {
    pub(crate) http: String,
    pub(crate) https: String,
    pub(crate) requests: RequestList,
    log: Option<Log>,
    table: Mutex<Table>,
    accepted: AtomicU64,
    open: AtomicU64,
}

impl Server {
    pub(crate) fn new(http: String, https: String, scenario: Scenario, log: Option<Log>) -> Self {
        Self {
            http,
            https,
            requests: RequestList::default(),
            log,
            table: Mutex::new(Table::new(scenario)),
            accepted: AtomicU64::new(0),
            open: AtomicU64::new(0),
        }
    }

    pub(crate) fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_scenario(&self, scenario: Scenario) {
        *self.table() = Table::new(scenario);
    }

    pub(crate) fn record(&self, request: Request) {
        if let Some(log) = &self.log {
            log(&request);
        }
        self.requests.add(request);
    }

    pub(crate) fn accepted(&self) -> u64 {
        self.accepted.load(Ordering::SeqCst)
    }

    pub(crate) fn open(&self) -> u64 {
        self.open.load(Ordering::SeqCst)
    }

    /// Counts a new connection. Dropping the result marks the connection as closed.
    pub(crate) fn connection(self: &Arc<Self>) -> OpenConnection {
        let number = self.accepted.fetch_add(1, Ordering::SeqCst) + 1;
        self.open.fetch_add(1, Ordering::SeqCst);
        OpenConnection { server: self.clone(), number }
    }
}

/// An open connection, counted by its [`Server`].
pub(crate) struct OpenConnection {
    pub(crate) server: Arc<Server>,
    pub(crate) number: u64,
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.server.open.fetch_sub(1, Ordering::SeqCst);
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("http", &self.http).field("https", &self.https).finish_non_exhaustive()
    }
}
