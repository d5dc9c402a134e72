/// The limits that a client sets for each of its requests.
#[derive(Clone, Debug)]
pub(crate) struct CallLimits {
    /// How many redirects a request follows.
    pub(crate) max_redirects: u32,
    /// How often a request is retried.
    pub(crate) max_retries: u32,
    /// The largest body in bytes.
    pub(crate) max_body_bytes: usize,
    /// How many bytes the bodies of a discovery may have together.
    pub(crate) max_total_bytes: usize,
    /// Whether responses are kept.
    pub(crate) cache: bool,
    /// Whether a server may name URLs with less public addresses than its own.
    pub(crate) allow_private_addresses: bool,
}
