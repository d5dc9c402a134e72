use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::request::Request;

/// How many requests are kept. Older ones are dropped, so that a load test does not fill the memory.
const CAPACITY: usize = 50_000;

/// The requests so far, in order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<VecDeque<Request>>);

impl Journal {
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
