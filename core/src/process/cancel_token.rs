use super::identity::Process;
use super::per_process::PerProcess;
use std::collections::HashMap;
use std::fmt;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// A token that cancels calls, from any thread. Clones are the same token. A cancelled token stays cancelled.
///
/// After a `fork`, the parent and the child have separate tokens: cancelling one does not cancel the other.
#[derive(Clone, Default)]
pub struct CancelToken(Arc<State>);

#[derive(Default)]
struct State {
    cancelled: AtomicBool,
    parent: Option<CancelToken>,
    /// The waiting calls, per process: a forked child could inherit a lock whose owner does not exist there.
    waiting: PerProcess<Waiting>,
}

/// The wakers of the waiting calls, by the number of the call.
#[derive(Default)]
struct Waiting(Mutex<HashMap<u64, Waker>>);

impl Waiting {
    fn wakers(&self) -> MutexGuard<'_, HashMap<u64, Waker>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CancelToken {
    /// A token that is not cancelled.
    pub fn new() -> CancelToken {
        CancelToken::default()
    }

    /// A child token. Cancelling this token also cancels the child. Cancelling the child does not cancel this token.
    #[must_use]
    pub fn child(&self) -> CancelToken {
        CancelToken(Arc::new(State { parent: Some(self.clone()), ..State::default() }))
    }

    /// Cancels the token. Calls with this token, running or later, end with
    /// [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled).
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Release);
        // The fence makes the flag visible to a call that adds its waker later.
        fence(Ordering::SeqCst);
        if let Some(waiting) = self.0.waiting.get(Process::current()) {
            let wakers = std::mem::take(&mut *waiting.wakers());
            wakers.into_values().for_each(Waker::wake);
        }
    }

    /// True if this token, its parent, or any token above them was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.and_parents().any(|token| token.0.cancelled.load(Ordering::Acquire))
    }

    /// Runs `work` in `process`, the current process. Returns `None` if the token is cancelled first.
    pub(crate) async fn run<T>(&self, process: Process, work: impl Future<Output = T>) -> Option<T> {
        let mut cancelled = Cancelled::of(self, process);
        let mut work = pin!(work);
        std::future::poll_fn(|context| match Pin::new(&mut cancelled).poll(context) {
            Poll::Ready(()) => Poll::Ready(None),
            Poll::Pending => work.as_mut().poll(context).map(Some),
        })
        .await
    }

    fn and_parents(&self) -> impl Iterator<Item = &CancelToken> {
        std::iter::successors(Some(self), |token| token.0.parent.as_ref())
    }
}

/// A future that is ready when a token is cancelled.
struct Cancelled<'a> {
    token: &'a CancelToken,
    process: Process,
    number: u64,
    /// The waker that the token and its parents hold.
    waker: Option<Waker>,
}

impl<'a> Cancelled<'a> {
    fn of(token: &'a CancelToken, process: Process) -> Cancelled<'a> {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Cancelled { token, process, number: LAST.fetch_add(1, Ordering::Relaxed), waker: None }
    }
}

impl Future for Cancelled<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if !self.waker.as_ref().is_some_and(|waker| waker.will_wake(context.waker())) {
            for token in self.token.and_parents() {
                let waiting = token.0.waiting.get_or_init(self.process, Waiting::default);
                waiting.wakers().insert(self.number, context.waker().clone());
            }
            self.waker = Some(context.waker().clone());
        }
        // A cancellation before the waker was added wakes nothing, so check the flag.
        fence(Ordering::SeqCst);
        if self.token.is_cancelled() { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Drop for Cancelled<'_> {
    fn drop(&mut self) {
        if self.waker.is_none() {
            return;
        }
        for token in self.token.and_parents() {
            if let Some(waiting) = token.0.waiting.get(self.process) {
                waiting.wakers().remove(&self.number);
            }
        }
    }
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CancelToken").field(&self.is_cancelled()).finish()
    }
}
