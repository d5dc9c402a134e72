use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The number of connections that are remembered per pool.
const MAX_CONNECTIONS: usize = 256;

/// The local addresses of the connections that have carried a response, the most recently used first.
#[derive(Default)]
pub(super) struct UsedConnections(Mutex<Vec<SocketAddr>>);

impl UsedConnections {
    pub(super) fn record(&self, connection: SocketAddr) {
        let mut known = self.connections();
        match known.iter().position(|other| *other == connection) {
            Some(0) => {}
            Some(i) => known.swap(0, i),
            None => {
                known.insert(0, connection);
                known.truncate(MAX_CONNECTIONS);
            }
        }
    }

    pub(super) fn contain(&self, connection: SocketAddr) -> bool {
        self.connections().contains(&connection)
    }

    fn connections(&self) -> MutexGuard<'_, Vec<SocketAddr>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
