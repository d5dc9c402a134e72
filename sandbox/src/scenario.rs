use std::time::Duration;

use crate::answer::Answer;
use crate::route::Route;

/// Routes, and how slow the server is. By default there are no routes, so only the built-in ones answer.
///
/// [The crate's page](crate#scenario-files) describes the file form.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub(crate) routes: Vec<Route>,
    pub(crate) latency: Duration,
}

impl Scenario {
    /// A scenario without routes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a route for any host, replacing one for the same path.
    pub fn route(self, path: impl Into<String>, answers: impl IntoIterator<Item = Answer>) -> Self {
        self.add_route(Route::new(path, answers))
    }

    /// Adds a route, replacing one for the same path, host and method.
    pub fn add_route(mut self, route: Route) -> Self {
        self.routes.retain(|old| !old.same_key(&route));
        self.routes.push(route);
        self
    }

    /// Delays the head of every response, in addition to each answer's own delay. By default zero.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }
}
