use std::time::Duration;

use crate::answer::Answer;
use crate::route::Route;

/// The routes and the latency of a sandbox. Without routes, which is the default, only the built-in routes answer.
///
/// A scenario can also be read from a [scenario file](crate#scenario-files).
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub(crate) routes: Vec<Route>,
    pub(crate) latency: Duration,
}

impl Scenario {
    /// Returns a scenario without routes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a route for any host, or replaces the one for the same path.
    pub fn route(self, path: impl Into<String>, answers: impl IntoIterator<Item = Answer>) -> Self {
        self.add_route(Route::new(path, answers))
    }

    /// Adds a route, or replaces the one with the same path, host and method.
    pub fn add_route(mut self, route: Route) -> Self {
        self.routes.retain(|old| !old.same_key(&route));
        self.routes.push(route);
        self
    }

    /// Delays every answer by this time, in addition to its own delay. Default: zero.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }
}
