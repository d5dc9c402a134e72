use crate::vocabulary::vocabulary;
use crate::{ErrorKind, Seconds};

/// One request of a call, sent or answered from the cache. Each retry is a separate attempt. A redirect belongs to the
/// attempt whose request it answers.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Attempt {
    /// The purpose of the request.
    pub purpose: Purpose,
    /// The HTTP method: `GET`.
    pub method: String,
    /// The requested URL.
    pub url: String,
    /// The URL that answered, after redirects; absent if no response was received.
    pub final_url: Option<String>,
    /// The HTTP status; absent if no response was received.
    pub status: Option<i32>,
    /// The outcome.
    pub outcome: Outcome,
    /// The reason why the response was used or refused, in one sentence for people. Text from the network is escaped and
    /// truncated.
    pub reason: String,
    /// The time from the start of the request to the end of its response, or the wait for a shared request.
    pub elapsed: Seconds,
    /// True if the document is from the cache.
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
    /// The URL has no document. The client requested the next candidate URL.
    Absent,
    /// The attempt failed.
    Failed {
        /// The kind of the error.
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
            other => unreachable!("the binding lacks {other}"),
        }
    }
}
