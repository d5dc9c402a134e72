/// The number of responses, and of documents of each kind, that a client stores.
pub(super) const MAX_ENTRIES: usize = 256;

/// The number of bytes of responses, and of documents of each kind, that a client stores. Counts bytes as sent.
pub(super) const MAX_BYTES: usize = 8 * 1024 * 1024;
