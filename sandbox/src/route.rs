use crate::answer::Answer;

/// The answers to the requests for a path.
///
/// ```
/// use telnyx_oauth_sandbox::{Answer, Route};
///
/// let twice_busy = Route::new("/doc", [Answer::status(503), Answer::status(503), Answer::json("{}")]);
/// let elsewhere = Route::new("/*", [Answer::status(404)]).host("auth.example");
/// # let _ = (twice_busy, elsewhere);
/// ```
#[derive(Clone, Debug)]
pub struct Route {
    pub(crate) path: String,
    pub(crate) host: Option<String>,
    pub(crate) method: Option<String>,
    pub(crate) answers: Vec<Answer>,
}

/// The precedence of a route that matches a request. The route with the greatest rank answers.
pub(crate) type Rank = (bool, u8, usize, bool);

impl Route {
    /// Returns a route that answers the n-th request with the n-th answer and repeats the last one. A route without answers
    /// matches no request.
    ///
    /// `path` is compared byte for byte. A path with a query matches only that target. A path without a query matches the
    /// path with any query, unless another route names that query. A path that ends with `*` is a prefix of all matching
    /// targets.
    pub fn new(path: impl Into<String>, answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { path: path.into(), host: None, method: None, answers: answers.into_iter().collect() }
    }

    /// Restricts the route to requests with this `Host`, compared without the port and without regard to case. Such a route
    /// takes precedence over all routes for any host.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into().to_ascii_lowercase());
        self
    }

    /// Restricts the route to requests with this method, compared exactly.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Returns true if both routes have the same path, host and method.
    pub(crate) fn same_key(&self, other: &Self) -> bool {
        self.path == other.path && self.host == other.host && self.method == other.method
    }

    /// Returns the rank of this route, or `None` if it does not match. `host` must be in lower case and without a port.
    pub(crate) fn rank(&self, method: &str, host: &str, target: &str) -> Option<Rank> {
        if self.host.as_deref().is_some_and(|h| h != host) || self.method.as_deref().is_some_and(|m| m != method) {
            return None;
        }
        let path = target.split('?').next().unwrap_or_default();
        let (kind, length) = if self.path == target {
            (2, 0)
        } else if self.path == path {
            (1, 0)
        } else {
            let prefix = self.path.strip_suffix('*')?;
            target.starts_with(prefix).then_some((0, prefix.len()))?
        };
        Some((self.host.is_some(), kind, length, self.method.is_some()))
    }

    /// Checks that this route can be used. The error names the broken rule.
    pub(crate) fn check(&self) -> Result<(), String> {
        if !self.path.starts_with('/') {
            return Err("`path` must begin with `/`".into());
        }
        if self.path.contains('#') || self.path.bytes().any(|b| b <= b' ' || b == 0x7f) {
            return Err("`path` must not contain a space, a control character or `#`".into());
        }
        if self.path.starts_with("/.sandbox/") {
            return Err("`path` must not begin with `/.sandbox/`: these paths control the sandbox".into());
        }
        if let Some(host) = &self.host {
            let port = !host.starts_with('[') && host.contains(':') || host.contains("]:");
            if host.is_empty() || port || host.contains(['/', ' ', '@']) {
                return Err("`host` must be a name or an address without a port".into());
            }
        }
        if self.method.as_deref().is_some_and(|m| http::Method::from_bytes(m.as_bytes()).is_err()) {
            return Err("`method` is not a valid HTTP method".into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(routes: &'a [Route], host: &str, target: &str) -> Option<&'a str> {
        routes
            .iter()
            .filter_map(|r| Some((r.rank("GET", host, target)?, r)))
            .max_by_key(|(rank, _)| *rank)
            .map(|(_, r)| &*r.path)
    }

    #[test]
    fn an_exact_path_takes_precedence_over_the_longest_prefix() {
        let routes = ["/*", "/a/*", "/a/b", "/a/b?q", "/a*"].map(|p| Route::new(p, []));
        assert_eq!(best(&routes, "h", "/a/b?q"), Some("/a/b?q"));
        assert_eq!(best(&routes, "h", "/a/b?r"), Some("/a/b"));
        assert_eq!(best(&routes, "h", "/a/c"), Some("/a/*"));
        assert_eq!(best(&routes, "h", "/ab"), Some("/a*"));
        assert_eq!(best(&routes, "h", "/b"), Some("/*"));
        assert_eq!(best(&routes[2..4], "h", "/b"), None);
    }

    #[test]
    fn a_host_takes_precedence_over_an_exact_path() {
        let routes = [Route::new("/a", []), Route::new("/*", []).host("Other.example")];
        assert_eq!(best(&routes, "other.example", "/a"), Some("/*"));
        assert_eq!(best(&routes, "h", "/a"), Some("/a"));
    }
}
