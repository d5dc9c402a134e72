/// The limits and switches of a client that apply to each request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallLimits {
    /// The number of redirects to follow.
    pub(crate) max_redirects: u32,
    /// The number of retries.
    pub(crate) max_retries: u32,
    /// The largest body in bytes.
    pub(crate) max_body_bytes: usize,
    /// The total of all bodies of a discovery in bytes.
    pub(crate) max_total_bytes: usize,
    /// True if responses are stored.
    pub(crate) cache: bool,
    /// True if a server may name addresses that are less public than its own.
    pub(crate) allow_private_addresses: bool,
}
