use crate::vocabulary::vocabulary;
use crate::{ErrorKind, Seconds};

/// One request of a call, sent or answered from the cache. A retry is an attempt of its own; a redirect that was followed
/// is part of the attempt that it answered.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Attempt {
    /// The purpose of the request.
    pub purpose: Purpose,
    /// The HTTP method: `GET`.
    pub method: String,
    /// The requested URL.
    pub url: String,
    /// The URL that answered, after redirects; absent if no response came.
    pub final_url: Option<String>,
    /// The HTTP status; absent if no response came.
    pub status: Option<i32>,
    /// The outcome.
    pub outcome: Outcome,
    /// Why the response was used or not, in one sentence for a person; text from the network is escaped and cut.
    pub reason: String,
    /// The time from the start of the request to the end of its response, or the wait for a shared request.
    pub elapsed: Seconds,
    /// True if the document came from the cache.
    pub from_cache: bool,
}

vocabulary! {
    /// The purpose of a request.
    Purpose {
        /// To probe the resource for its challenge.
        Probe,
        /// To get a resource's document.
        ResourceMetadata,
        /// To get an issuer's document.
        AuthorizationServerMetadata,
    }
}

/// The outcome of an attempt.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Outcome {
    /// The response was used.
    Ok,
    /// There is no document at this URL; the next candidate was requested.
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
