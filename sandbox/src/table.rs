use std::sync::Arc;
use std::time::Duration;

use crate::answer::Answer;
use crate::route::Route;
use crate::scenario::Scenario;

/// The current routes, with the number of requests that each route has answered.
#[derive(Debug, Default)]
pub(crate) struct Table {
    entries: Vec<Entry>,
    latency: Duration,
}

#[derive(Debug)]
struct Entry {
    route: Route,
    answers: Vec<Arc<Answer>>,
    served: usize,
}

impl Table {
    pub(crate) fn new(scenario: Scenario) -> Self {
        let mut table = Self { entries: Vec::new(), latency: scenario.latency };
        scenario.routes.into_iter().for_each(|route| table.add(route));
        table
    }

    pub(crate) fn latency(&self) -> Duration {
        self.latency
    }

    /// Adds a route, or replaces the one with the same path, host and method. The answers start with the first one.
    pub(crate) fn add(&mut self, mut route: Route) {
        self.entries.retain(|old| !old.route.same_key(&route));
        let answers: Vec<_> = std::mem::take(&mut route.answers).into_iter().map(Arc::new).collect();
        if !answers.is_empty() {
            self.entries.push(Entry { route, answers, served: 0 });
        }
    }

    /// Returns and counts the next answer of the matching route with the highest rank, or `None` if no route matches.
    pub(crate) fn next(&mut self, method: &str, host: &str, target: &str) -> Option<Arc<Answer>> {
        let best = self.entries.iter_mut().filter_map(|entry| Some((entry.route.rank(method, host, target)?, entry)));
        let (_, entry) = best.max_by_key(|(rank, _)| *rank)?;
        let index = entry.served.min(entry.answers.len() - 1);
        entry.served = entry.served.saturating_add(1);
        entry.answers.get(index).cloned()
    }
}
