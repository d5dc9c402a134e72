/// How many responses a client keeps, and how many documents of each kind.
pub(super) const MAX_ENTRIES: usize = 256;

/// How many bytes of responses a client keeps, and of documents of each kind, as they were sent.
pub(super) const MAX_BYTES: usize = 8 * 1024 * 1024;
