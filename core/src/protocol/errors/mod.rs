//! Errors, warnings and attempts.

mod attempt;
mod error;
mod error_kind;
mod parse_value;
mod text;
mod vocabulary;
mod warning;
mod without_url;

pub use attempt::{Attempt, Outcome, Purpose};
pub use error::Error;
pub use error_kind::ErrorKind;
pub(crate) use parse_value::{parse_value, parsed_by_name};
pub(crate) use text::{cut, escaped, quoted, without_password};
pub(crate) use vocabulary::{shown_as_str, vocabulary};
pub use warning::{Warning, WarningKind};
pub(crate) use without_url::without_url;
