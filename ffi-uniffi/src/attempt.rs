use crate::vocabulary::vocabulary;
use crate::{ErrorKind, Seconds};

/// One request that a call sent, or that it was spared, in order. A retry is an attempt of its own; a redirect that was
/// followed is part of the attempt that it answered.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Attempt {
    /// What the request was for.
    pub purpose: Purpose,
    /// The HTTP method: `GET`.
    pub method: String,
    /// The URL asked.
    pub url: String,
    /// The URL that answered, after redirects; absent where no answer came.
    pub final_url: Option<String>,
    /// The HTTP status of the answer, where one came.
    pub status: Option<i32>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why the answer was taken or left, in one sentence for a person; text from the network is escaped and cut.
    pub reason: String,
    /// From the request's start to the end of its answer, or how long the call waited for one that it shared.
    pub elapsed: Seconds,
    /// Whether the document came from the cache.
    pub from_cache: bool,
}

vocabulary! {
    /// What a request was for.
    Purpose {
        /// The resource itself, for its challenge.
        Probe,
        /// A resource's document.
        ResourceMetadata,
        /// An issuer's document.
        AuthorizationServerMetadata,
    }
}

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Outcome {
    /// The answer was taken.
    Ok,
    /// There is no document at this URL; the next candidate was asked.
    Absent,
    /// It led to an error.
    Failed {
        /// The kind of that error.
        kind: ErrorKind,
    },
}

impl From<&telnyx_oauth::Attempt> for Attempt {
    fn from(attempt: &telnyx_oauth::Attempt) -> Attempt {
        Attempt {
            purpose: attempt.purpose.into(),
            method: attempt.method.to_owned(),
            url: attempt.url.clone(),
            final_url: attempt.final_url.clone(),
            status: attempt.status.map(i32::from),
            outcome: attempt.outcome.into(),
            reason: attempt.reason.clone(),
            elapsed: attempt.elapsed.into(),
            from_cache: attempt.from_cache,
        }
    }
}

impl From<telnyx_oauth::Outcome> for Outcome {
    fn from(outcome: telnyx_oauth::Outcome) -> Outcome {
        match outcome {
            telnyx_oauth::Outcome::Ok => Outcome::Ok,
            telnyx_oauth::Outcome::Absent => Outcome::Absent,
            telnyx_oauth::Outcome::Failed(kind) => Outcome::Failed { kind: kind.into() },
            other => unreachable!("the mirror lacks {other}"),
        }
    }
}
