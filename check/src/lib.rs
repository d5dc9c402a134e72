//! Tells what is wrong with a server's OAuth discovery, whose fault it is, and how to mend it
//! ([RFC 9728](https://www.rfc-editor.org/rfc/rfc9728), [RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), MCP).
//!
//! An examination has three steps:
//!
//! 1. A [`Plan`] hands out the requests and takes their answers. No request has credentials. [`examine`] sends them with the
//!    transport of `telnyx-oauth`.
//! 2. The result is an [`Observation`]: every request and its answer as data, which can be saved as JSON.
//! 3. A [`Report`] is a pure function of the observation: the [`Finding`]s of all [`Rule`]s, and what a discovery makes of
//!    the same answers.
//!
//! ```
//! use telnyx_oauth_check::{Observation, Profile, Report};
//!
//! let observation = Observation::new("https://rs.example/mcp", Profile::Rfc, false, "nonce");
//! assert_eq!(Report::of(&observation).target, "https://rs.example/mcp");
//! ```

mod body;
#[cfg(feature = "client")]
mod examine;
mod facts;
mod finding;
mod observation;
mod plan;
mod profile;
mod replay;
mod report;
mod request;
mod role;
mod rule;
mod rules;
mod severity;
mod verdicts;

pub use body::Body;
#[cfg(feature = "client")]
pub use examine::examine;
pub use finding::{Fault, Finding, Location};
pub use observation::{Answer, Exchange, Failure, Observation, Redirect};
pub use plan::Plan;
pub use profile::Profile;
pub use report::{Outcome, Report, Summary};
pub use request::Request;
pub use role::Role;
pub use rule::Rule;
pub use rules::PLANNED;
pub use severity::Severity;
pub use verdicts::{End, Reason, Verdict, Via, Way};
