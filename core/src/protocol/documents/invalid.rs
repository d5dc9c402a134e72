use super::json_path::JsonPath;
use crate::{Error, ErrorKind};

/// The error about a value that is not what it must be. It has no URL yet.
pub(super) fn invalid(path: JsonPath<'_>, wanted: &str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidMetadata, format!("{path} must be {wanted}, and is {found}"))
}
