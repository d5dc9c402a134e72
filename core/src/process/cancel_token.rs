use super::identity::Process;
use super::per_process::PerProcess;
use std::collections::HashMap;
use std::fmt;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// Cancels the calls that it was given to, from any thread. Clones are the same token, and it stays cancelled.
///
/// After a `fork`, parent and child each have a token of their own: cancelling one does not cancel the other.
#[derive(Clone, Default)]
pub struct CancelToken(Arc<State>);

#[derive(Default)]
struct State {
    cancelled: AtomicBool,
    parent: Option<CancelToken>,
    /// The waiting calls of each process: a forked child could inherit a lock whose owner does not exist there.
    waiting: PerProcess<Waiting>,
}

/// The wakers of the waiting calls, by each call's number.
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

    /// A token that is cancelled with this one, and that can be cancelled alone: for one call of several.
    #[must_use]
    pub fn child(&self) -> CancelToken {
        CancelToken(Arc::new(State { parent: Some(self.clone()), ..State::default() }))
    }

    /// Ends the calls that have this token, now or later, with [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled).
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Release);
        // A call that adds its waker later sees the flag.
        fence(Ordering::SeqCst);
        if let Some(waiting) = self.0.waiting.get(Process::current()) {
            let wakers = std::mem::take(&mut *waiting.wakers());
            wakers.into_values().for_each(Waker::wake);
        }
    }

    /// True if this token or one that it is a child of was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.and_parents().any(|token| token.0.cancelled.load(Ordering::Acquire))
    }

    /// Runs `work` in `process`, the current one; `None` if the token was cancelled first.
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

/// Ready when a token is cancelled.
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
        // A cancellation that came before the waker was added is seen here.
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
