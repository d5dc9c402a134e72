use crate::Error;
use crate::protocol::call::beyond_total;

/// The default limit on the bodies of one discovery together, in bytes.
pub(crate) const MAX_TOTAL_BYTES: usize = 8 * 1024 * 1024;

/// The byte budget of a discovery's bodies. The resource's document is charged first, then each server in the listed order.
/// The order of arrival does not matter. If the sum up to a server exceeds the total, that server and all later ones are
/// beyond the budget.
///
/// A later charge only adds to such a sum, so a server that is beyond the budget stays beyond it.
#[derive(Debug)]
pub(super) struct Budget {
    total: usize,
    resource: usize,
    /// By index in the list.
    servers: Vec<usize>,
}

impl Budget {
    pub(super) fn new(total: usize) -> Budget {
        Budget { total, resource: 0, servers: Vec::new() }
    }

    /// Returns how many bytes are left for the resource's document.
    pub(super) fn room(&self) -> usize {
        self.total.saturating_sub(self.resource)
    }

    /// Charges a body to the resource's document.
    pub(super) fn charge(&mut self, bytes: usize) {
        self.resource += bytes;
    }

    pub(super) fn begin_servers(&mut self, count: usize) {
        self.servers = vec![0; count];
    }

    /// Returns how many bytes are left for a server.
    pub(super) fn room_for(&self, index: usize) -> usize {
        self.room().saturating_sub(self.servers[..=index].iter().sum())
    }

    /// Charges a body to a server. Returns the indexes of the servers that have a body and are now beyond the total.
    pub(super) fn charge_to(&mut self, index: usize, bytes: usize) -> Vec<usize> {
        self.servers[index] += bytes;
        let mut sum = self.resource;
        let mut beyond = Vec::new();
        for (index, bytes) in self.servers.iter().enumerate() {
            sum += bytes;
            if sum > self.total && *bytes > 0 {
                beyond.push(index);
            }
        }
        beyond
    }

    /// Returns the error for a body beyond the total.
    pub(super) fn error(&self, url: &str) -> Error {
        beyond_total(self.total, url)
    }
}
