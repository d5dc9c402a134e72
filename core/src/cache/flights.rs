use super::entry::Entry;
use crate::Error;
use crate::protocol::call::Reach;
use crate::protocol::response::Reply;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tokio::sync::Notify;
use url::Url;

/// The requests under way that others may share. Each is led by the call that began it, in that call's own time; where
/// the one that leads leaves, one of those that follow takes its place.
#[derive(Default)]
pub(super) struct Flights(Mutex<UnderWay>);

#[derive(Default)]
struct UnderWay {
    flights: Vec<Flight>,
    next_id: u64,
}

struct Flight {
    id: u64,
    url: Url,
    reach: Reach,
    revalidate: bool,
    /// Whether somebody leads it.
    led: bool,
    followers: usize,
    /// Made when somebody follows.
    landing: Option<Arc<Landing>>,
}

/// Where a flight's followers wait.
#[derive(Default)]
struct Landing {
    landed: OnceLock<Landed>,
    changed: Notify,
}

/// What a shared request came to.
#[derive(Clone)]
pub(crate) struct Landed {
    pub(crate) reply: Result<Reply, Error>,
    /// The status of the answer itself.
    pub(crate) status: Option<u16>,
    /// Whether the document was at hand already.
    pub(crate) from_cache: bool,
    pub(crate) entry: Option<Arc<Entry>>,
}

/// A call's place on a flight.
pub(crate) enum Place<'a> {
    Leader(Leader<'a>),
    Follower(Follower<'a>),
}

/// What a follower has waited for.
pub(crate) enum Waited<'a> {
    Landed(Box<Landed>),
    /// The leader has left: it is this call's turn.
    Leads(Leader<'a>),
}

impl Flights {
    /// Takes a place on the flight for a URL, which begins where there is none.
    pub(super) fn join(&self, url: &Url, reach: Reach, revalidate: bool) -> Place<'_> {
        let mut under_way = self.under_way();
        let same =
            |flight: &&mut Flight| flight.reach == reach && flight.revalidate == revalidate && flight.url == *url;
        if let Some(flight) = under_way.flights.iter_mut().find(same) {
            if !std::mem::replace(&mut flight.led, true) {
                return Place::Leader(Leader { flights: self, id: flight.id, landed: false });
            }
            flight.followers += 1;
            let landing = flight.landing.get_or_insert_default().clone();
            return Place::Follower(Follower { flights: self, id: flight.id, landing });
        }
        let id = under_way.next_id;
        under_way.next_id += 1;
        let url = url.clone();
        under_way.flights.push(Flight { id, url, reach, revalidate, led: true, followers: 0, landing: None });
        Place::Leader(Leader { flights: self, id, landed: false })
    }

    fn under_way(&self) -> MutexGuard<'_, UnderWay> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl UnderWay {
    fn position(&self, id: u64) -> Option<usize> {
        self.flights.iter().position(|flight| flight.id == id)
    }

    fn get_mut(&mut self, id: u64) -> Option<&mut Flight> {
        let position = self.position(id)?;
        Some(&mut self.flights[position])
    }

    /// Ends a flight that nobody is on any more.
    fn end_if_empty(&mut self, id: u64) {
        if let Some(position) = self.position(id) {
            let Flight { led, followers, .. } = self.flights[position];
            if !led && followers == 0 {
                self.flights.swap_remove(position);
            }
        }
    }
}

pub(crate) struct Leader<'a> {
    flights: &'a Flights,
    id: u64,
    landed: bool,
}

impl Leader<'_> {
    /// Ends the flight for all who are on it; who comes later begins another.
    pub(crate) fn land(mut self, landed: impl FnOnce() -> Landed) {
        self.landed = true;
        let mut under_way = self.flights.under_way();
        let Some(position) = under_way.position(self.id) else { return };
        let flight = under_way.flights.swap_remove(position);
        drop(under_way);
        if let Some(landing) = flight.landing.filter(|_| flight.followers > 0) {
            // Nobody else leads, so nobody else has set it.
            _ = landing.landed.set(landed());
            landing.changed.notify_waiters();
        }
    }
}

impl Drop for Leader<'_> {
    /// Leaves the lead to one of the followers, where it was not landed.
    fn drop(&mut self) {
        if self.landed {
            return;
        }
        let mut under_way = self.flights.under_way();
        let Some(flight) = under_way.get_mut(self.id) else { return };
        flight.led = false;
        let landing = flight.landing.clone();
        under_way.end_if_empty(self.id);
        drop(under_way);
        if let Some(landing) = landing {
            // One that leaves before it looks hands this on to the next.
            landing.changed.notify_one();
        }
    }
}

pub(crate) struct Follower<'a> {
    flights: &'a Flights,
    id: u64,
    landing: Arc<Landing>,
}

impl<'a> Follower<'a> {
    /// Waits until the flight has landed, or has nobody who leads it.
    pub(crate) async fn wait(self) -> Waited<'a> {
        loop {
            let mut changed = pin!(self.landing.changed.notified());
            // Before the look, so that nothing that happens after it is missed.
            changed.as_mut().enable();
            if let Some(landed) = self.landing.landed.get() {
                return Waited::Landed(Box::new(landed.clone()));
            }
            if let Some(flight) = self.flights.under_way().get_mut(self.id)
                && !std::mem::replace(&mut flight.led, true)
            {
                return Waited::Leads(Leader { flights: self.flights, id: self.id, landed: false });
            }
            changed.await;
        }
    }
}

impl Drop for Follower<'_> {
    fn drop(&mut self) {
        let mut under_way = self.flights.under_way();
        if let Some(flight) = under_way.get_mut(self.id) {
            flight.followers -= 1;
            under_way.end_if_empty(self.id);
        }
    }
}
