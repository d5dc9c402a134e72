use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::request::Request;

/// The maximum number of requests in the list. Older requests are dropped, so that a load test does not exhaust the memory.
const CAPACITY: usize = 50_000;

/// The list of requests, in order of arrival.
#[derive(Debug, Default)]
pub(crate) struct RequestList(Mutex<VecDeque<Request>>);

impl RequestList {
    pub(crate) fn add(&self, request: Request) {
        let mut list = self.lock();
        if list.len() == CAPACITY {
            list.pop_front();
        }
        list.push_back(request);
    }

    pub(crate) fn all(&self) -> Vec<Request> {
        self.lock().iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Request>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
