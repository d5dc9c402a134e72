use crate::Error;
use crate::protocol::call::{CallEnd, Entry, Reach};
use crate::protocol::response::Reply;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use url::Url;

/// The requests in flight that several calls may share.
///
/// The call that starts a request is its leader: the leader's deadline and cancellation apply. The other calls are
/// followers. If the leader gives up, a follower becomes the leader.
#[derive(Default)]
pub(super) struct SingleFlight(Mutex<InFlight>);

#[derive(Default)]
struct InFlight {
    requests: Vec<Request>,
    next_id: u64,
}

struct Request {
    id: u64,
    url: Url,
    reach: Reach,
    revalidate: bool,
    has_leader: bool,
    followers: usize,
    /// Created by the first follower.
    completion: Option<Arc<Completion>>,
}

/// Passes the leader's reply to the followers.
#[derive(Default)]
struct Completion {
    reply: OnceLock<SharedReply>,
    changed: Notify,
}

/// The result of a shared request.
#[derive(Clone)]
pub(crate) struct SharedReply {
    pub(crate) reply: Result<Reply, Error>,
    /// The status that the server sent: 304 after a successful revalidation.
    pub(crate) status: Option<u16>,
    /// True if the document came from the cache.
    pub(crate) from_cache: bool,
    pub(crate) entry: Option<Arc<Entry>>,
}

impl SharedReply {
    /// The end of a follower's call, after it waited this long.
    pub(crate) fn end(self, waited: Duration) -> CallEnd {
        let SharedReply { reply, status, from_cache, entry } = self;
        CallEnd::without_request(reply, status, from_cache, entry, waited)
    }
}

/// The role of a call in a shared request.
pub(crate) enum Role<'a> {
    Leader(Leader<'a>),
    Follower(Follower<'a>),
}

/// The result of a follower's wait.
pub(crate) enum Followed<'a> {
    Replied(Box<SharedReply>),
    /// The leader gave up, and this call is the new leader.
    Leads(Leader<'a>),
}

impl SingleFlight {
    /// Joins the request for a URL, or starts one.
    pub(super) fn join(&self, url: &Url, reach: Reach, revalidate: bool) -> Role<'_> {
        let mut in_flight = self.lock();
        let same =
            |request: &&mut Request| request.reach == reach && request.revalidate == revalidate && request.url == *url;
        if let Some(request) = in_flight.requests.iter_mut().find(same) {
            if !std::mem::replace(&mut request.has_leader, true) {
                return Role::Leader(Leader { flight: self, id: request.id, has_replied: false });
            }
            request.followers += 1;
            let completion = request.completion.get_or_insert_default().clone();
            return Role::Follower(Follower { flight: self, id: request.id, completion });
        }
        let id = in_flight.next_id;
        in_flight.next_id += 1;
        let url = url.clone();
        in_flight.requests.push(Request {
            id,
            url,
            reach,
            revalidate,
            has_leader: true,
            followers: 0,
            completion: None,
        });
        Role::Leader(Leader { flight: self, id, has_replied: false })
    }

    fn lock(&self) -> MutexGuard<'_, InFlight> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl InFlight {
    fn position(&self, id: u64) -> Option<usize> {
        self.requests.iter().position(|request| request.id == id)
    }

    fn get_mut(&mut self, id: u64) -> Option<&mut Request> {
        let position = self.position(id)?;
        Some(&mut self.requests[position])
    }

    /// Removes a request that no call waits for.
    fn remove_if_unused(&mut self, id: u64) {
        if let Some(position) = self.position(id) {
            let Request { has_leader, followers, .. } = self.requests[position];
            if !has_leader && followers == 0 {
                self.requests.swap_remove(position);
            }
        }
    }
}

pub(crate) struct Leader<'a> {
    flight: &'a SingleFlight,
    id: u64,
    has_replied: bool,
}

impl Leader<'_> {
    /// Ends the request with this reply for all followers. A later call starts another request.
    pub(crate) fn reply(mut self, reply: impl FnOnce() -> SharedReply) {
        self.has_replied = true;
        let mut in_flight = self.flight.lock();
        let Some(position) = in_flight.position(self.id) else { return };
        let request = in_flight.requests.swap_remove(position);
        drop(in_flight);
        if let Some(completion) = request.completion.filter(|_| request.followers > 0) {
            // Never set before: a request has one leader.
            _ = completion.reply.set(reply());
            completion.changed.notify_waiters();
        }
    }
}

impl Drop for Leader<'_> {
    /// Lets a follower become the leader, unless there is a reply.
    fn drop(&mut self) {
        if self.has_replied {
            return;
        }
        let mut in_flight = self.flight.lock();
        let Some(request) = in_flight.get_mut(self.id) else { return };
        request.has_leader = false;
        let completion = request.completion.clone();
        in_flight.remove_if_unused(self.id);
        drop(in_flight);
        if let Some(completion) = completion {
            // If the notified follower is dropped first, tokio notifies the next one.
            completion.changed.notify_one();
        }
    }
}

pub(crate) struct Follower<'a> {
    flight: &'a SingleFlight,
    id: u64,
    completion: Arc<Completion>,
}

impl<'a> Follower<'a> {
    /// Waits for the reply, or until the request has no leader.
    pub(crate) async fn wait(self) -> Followed<'a> {
        loop {
            let mut changed = pin!(self.completion.changed.notified());
            // Before the checks, so that a change after them also wakes this call.
            changed.as_mut().enable();
            if let Some(reply) = self.completion.reply.get() {
                return Followed::Replied(Box::new(reply.clone()));
            }
            if let Some(request) = self.flight.lock().get_mut(self.id)
                && !std::mem::replace(&mut request.has_leader, true)
            {
                return Followed::Leads(Leader { flight: self.flight, id: self.id, has_replied: false });
            }
            changed.await;
        }
    }
}

impl Drop for Follower<'_> {
    fn drop(&mut self) {
        let mut in_flight = self.flight.lock();
        if let Some(request) = in_flight.get_mut(self.id) {
            request.followers -= 1;
            in_flight.remove_if_unused(self.id);
        }
    }
}
