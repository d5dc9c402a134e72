use super::text::{cut, escaped};
use super::vocabulary::{shown_as_str, vocabulary};
use crate::ErrorKind;
use serde::{Serialize, Serializer};
use std::time::Duration;

/// One request that a call sent, or that it was spared, in order. A retry is an attempt of its own; a redirect that was
/// followed is part of the attempt that it answered. A request that another call sent at the same time, and that this one
/// shared, is one attempt, whatever it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// What the request was for.
    pub purpose: Purpose,
    /// The HTTP method: `GET`.
    pub method: &'static str,
    /// The URL asked.
    pub url: String,
    /// The URL that answered, after redirects. `None` where no answer came.
    pub final_url: Option<String>,
    /// The status of the answer, where one came.
    pub status: Option<u16>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why the answer was taken or left, in one sentence for a person; text from the network is escaped and cut.
    pub reason: String,
    /// From the request's start to the end of its answer, or how long the call waited for a shared one; serialised as `elapsed_ms`, in milliseconds.
    #[serde(rename = "elapsed_ms", serialize_with = "milliseconds")]
    pub elapsed: Duration,
    /// Whether the document came from the cache: without a request, or with a status of 304 after the server has
    /// confirmed it.
    pub from_cache: bool,
}

impl Attempt {
    /// An attempt that has no end yet.
    pub(crate) fn begun(purpose: Purpose, url: String) -> Attempt {
        Attempt {
            purpose,
            method: "GET",
            url,
            final_url: None,
            status: None,
            outcome: Outcome::Failed(ErrorKind::Cancelled),
            reason: String::new(),
            elapsed: Duration::ZERO,
            from_cache: false,
        }
    }

    /// The attempt of a call that the cache answers at once.
    pub(crate) fn cached(purpose: Purpose, url: &str, reason: &str) -> Attempt {
        let begun = Attempt::begun(purpose, url.to_owned());
        let mut attempt = Attempt { final_url: Some(url.to_owned()), status: Some(200), from_cache: true, ..begun };
        attempt.settle(Outcome::Ok, reason);
        attempt
    }

    /// Sets what became of it and why, with what else a reader has to know: where a redirect led, and that a cache answered.
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
    /// What a request was for.
    Purpose {
        /// The resource itself, for its challenge.
        Probe = "probe",
        /// A resource's document.
        ResourceMetadata = "resource_metadata",
        /// An issuer's document.
        AuthorizationServerMetadata = "authorization_server_metadata",
    }
}

/// What became of an [`Attempt`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// `ok`: the answer was taken.
    Ok,
    /// `absent`: there is no document at this URL; the next candidate was asked.
    Absent,
    /// The kind of the error that it led to.
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
