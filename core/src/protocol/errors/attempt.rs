use super::text::{cut, escaped};
use super::vocabulary::{shown_as_str, vocabulary};
use crate::ErrorKind;
use serde::{Serialize, Serializer};
use std::time::Duration;

/// One request of a call, or one answer from the cache. Each retry is a separate attempt. A followed redirect belongs to
/// the attempt that it answered. A request that this call shared with another call is one attempt, including its retries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// The purpose of the request.
    pub purpose: Purpose,
    /// The HTTP method: `GET`, `POST` or `DELETE`.
    pub method: &'static str,
    /// The requested URL.
    pub url: String,
    /// The URL that answered, after redirects. `None` if no answer came.
    pub final_url: Option<String>,
    /// The HTTP status of the answer. `None` if no answer came.
    pub status: Option<u16>,
    /// The outcome.
    pub outcome: Outcome,
    /// The reason for the outcome, in one sentence for a person. Text from the network is escaped and cut.
    pub reason: String,
    /// The time from the start of the request to the end of its answer. For a shared request, the time that this call
    /// waited. Serialised as `elapsed_ms`, in milliseconds.
    #[serde(rename = "elapsed_ms", serialize_with = "milliseconds")]
    pub elapsed: Duration,
    /// True if the document came from the cache: without a request, or after a revalidation with status 304.
    pub from_cache: bool,
}

impl Attempt {
    /// An attempt that has not ended yet.
    pub(crate) fn begun(purpose: Purpose, method: &'static str, url: String) -> Attempt {
        Attempt {
            purpose,
            method,
            url,
            final_url: None,
            status: None,
            outcome: Outcome::Failed(ErrorKind::Cancelled),
            reason: String::new(),
            elapsed: Duration::ZERO,
            from_cache: false,
        }
    }

    /// An attempt that the cache answered without a request.
    pub(crate) fn cached(purpose: Purpose, url: &str, reason: &str) -> Attempt {
        let begun = Attempt::begun(purpose, "GET", url.to_owned());
        let mut attempt = Attempt { final_url: Some(url.to_owned()), status: Some(200), from_cache: true, ..begun };
        attempt.settle(Outcome::Ok, reason);
        attempt
    }

    /// Sets the outcome and the reason. Adds to the reason the target of a redirect and the use of the cache.
    pub(crate) fn settle(&mut self, outcome: Outcome, reason: &str) {
        self.outcome = outcome;
        let redirected = self.final_url.as_deref().filter(|url| *url != self.url);
        let redirected = redirected.map(|url| format!("; redirected to {}", escaped(url))).unwrap_or_default();
        let cached = match (self.from_cache, self.status) {
            (false, _) => "",
            (true, Some(304)) => "; the server confirmed what the cache had",
            (true, _) => "; from the cache, without a request",
        };
        self.reason = cut([reason, &redirected, cached].concat());
    }
}

fn milliseconds<S: Serializer>(elapsed: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX))
}

vocabulary! {
    /// The purpose of a request.
    Purpose {
        /// A request to the resource itself, for its challenge.
        Probe = "probe",
        /// A request for a resource's metadata.
        ResourceMetadata = "resource_metadata",
        /// A request for an authorization server's metadata.
        AuthorizationServerMetadata = "authorization_server_metadata",
    }
}

/// The outcome of an [`Attempt`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// `ok`: the answer was used.
    Ok,
    /// `absent`: there is no document at this URL, so the next candidate URL was requested.
    Absent,
    /// The kind of the resulting error.
    Failed(ErrorKind),
}

impl Outcome {
    /// The outcome's name in every language: `ok`, `absent`, or the error's kind.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Ok => "ok",
            Outcome::Absent => "absent",
            Outcome::Failed(kind) => kind.as_str(),
        }
    }
}

shown_as_str!(Outcome);
