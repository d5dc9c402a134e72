use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio_util::sync::CancellationToken;

/// Cancels the calls that it was given to, from any thread. Clones are the same token, and it stays cancelled.
#[derive(Clone, Default)]
pub struct CancelToken {
    token: CancellationToken,
    /// The same, to be read without the token's lock by calls that are answered at once.
    cancelled: Arc<AtomicBool>,
    parent: Option<Arc<CancelToken>>,
}

impl CancelToken {
    /// A token that is not cancelled.
    pub fn new() -> CancelToken {
        CancelToken::default()
    }

    /// A token that is cancelled with this one, and alone where it is cancelled itself: for one call of several.
    #[must_use]
    pub fn child(&self) -> CancelToken {
        CancelToken { token: self.token.child_token(), cancelled: Arc::default(), parent: Some(Arc::new(self.clone())) }
    }

    /// Ends the calls that this token was given to with
    /// [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled), and those that it will be given to.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Release);
        self.token.cancel();
    }

    /// Whether [`CancelToken::cancel`] was called, of this token or of one that it is a child of.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire) || self.parent.as_ref().is_some_and(|parent| parent.is_cancelled())
    }

    /// Runs `work`; `None` where the token was cancelled first.
    pub(crate) async fn run<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        self.token.run_until_cancelled(work).await
    }
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CancelToken").field(&self.is_cancelled()).finish()
    }
}
