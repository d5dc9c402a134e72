use crate::{Error, ErrorKind};

/// How many bytes the bodies of a discovery may have together, where nothing else is set.
pub(crate) const MAX_TOTAL_BYTES: usize = 8 * 1024 * 1024;

/// The bytes of a discovery's bodies, charged to the resource's document and then to the servers in their listed order,
/// in whatever order they arrive: where the sum is over the total, a server is beyond it, and so are those after it.
///
/// What is charged later to an earlier server only adds to that sum, so that a server once beyond the total stays so.
#[derive(Debug)]
pub(super) struct Budget {
    total: usize,
    resource: usize,
    /// By place.
    servers: Vec<usize>,
}

impl Budget {
    pub(super) fn new(total: usize) -> Budget {
        Budget { total, resource: 0, servers: Vec::new() }
    }

    /// What is left for the resource's document.
    pub(super) fn room(&self) -> usize {
        self.total.saturating_sub(self.resource)
    }

    /// Charges a body that was looked at for the resource's document.
    pub(super) fn charge(&mut self, bytes: usize) {
        self.resource += bytes;
    }

    pub(super) fn begin_servers(&mut self, count: usize) {
        self.servers = vec![0; count];
    }

    /// What is left for a server.
    pub(super) fn room_for(&self, place: usize) -> usize {
        self.room().saturating_sub(self.servers[..=place].iter().sum())
    }

    /// Charges a body to a server, and returns the places that are beyond the total now and have had a body.
    pub(super) fn charge_to(&mut self, place: usize, bytes: usize) -> Vec<usize> {
        self.servers[place] += bytes;
        let mut sum = self.resource;
        let mut beyond = Vec::new();
        for (place, bytes) in self.servers.iter().enumerate() {
            sum += bytes;
            if sum > self.total && *bytes > 0 {
                beyond.push(place);
            }
        }
        beyond
    }

    /// The error of what is beyond the total.
    pub(super) fn error(&self, url: &str) -> Error {
        beyond_total(self.total, url)
    }
}

/// The error of a body that is beyond the total.
pub(crate) fn beyond_total(total: usize, url: &str) -> Error {
    let message =
        format!("{url} is beyond the {total} bytes that the bodies of a discovery may have together (max_total_bytes)");
    Error::new(ErrorKind::BodyTooLarge, message).at(url)
}
