use once_cell::race::OnceBox;

/// A client for the whole process, built on first use. Lock-free: a forked child could inherit a lock whose owner does not
/// exist there.
///
/// ```
/// use telnyx_oauth::embedding::DefaultClient;
/// use telnyx_oauth::{Error, blocking::Client};
///
/// fn default_client() -> Result<&'static Client, Error> {
///     static CLIENT: DefaultClient<Client> = DefaultClient::new();
///     CLIENT.get_or_build(|| Client::builder().client_name("ruby").build())
/// }
/// # default_client().unwrap();
/// ```
#[derive(Debug)]
pub struct DefaultClient<C>(OnceBox<C>);

impl<C> DefaultClient<C> {
    /// A client that is not built yet.
    pub const fn new() -> DefaultClient<C> {
        DefaultClient(OnceBox::new())
    }

    /// The client. If several threads build it at the same time, one client is kept and the others are dropped.
    ///
    /// # Errors
    /// Those of `build`; the next call builds again.
    pub fn get_or_build<E>(&self, build: impl FnOnce() -> Result<C, E>) -> Result<&C, E> {
        self.0.get_or_try_init(|| build().map(Box::new))
    }
}

impl<C> Default for DefaultClient<C> {
    fn default() -> DefaultClient<C> {
        DefaultClient::new()
    }
}
