use crate::Error;
use crate::protocol::call::beyond_total;

/// The default of the bytes that the bodies of a discovery may have together.
pub(crate) const MAX_TOTAL_BYTES: usize = 8 * 1024 * 1024;

/// The bytes of a discovery's bodies, charged to the resource's document and then to the servers in their listed order,
/// independent of the order of arrival. Where the sum up to a server is over the total, that server is beyond it, and so
/// are those after it.
///
/// A later charge to an earlier server only adds to that sum, so a server that is beyond the total stays beyond it.
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

    /// The bytes that are left for the resource's document.
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

    /// The bytes that are left for a server.
    pub(super) fn room_for(&self, index: usize) -> usize {
        self.room().saturating_sub(self.servers[..=index].iter().sum())
    }

    /// Charges a body to a server, and returns the indexes of the servers that have a body and are now beyond the total.
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

    /// The error of a body that is beyond the total.
    pub(super) fn error(&self, url: &str) -> Error {
        beyond_total(self.total, url)
    }
}
