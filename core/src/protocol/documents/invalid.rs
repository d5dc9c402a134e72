use super::json_path::JsonPath;
use crate::{Error, ErrorKind};

/// The error of a value of the wrong type or form. The caller adds the URL.
pub(super) fn invalid(path: JsonPath<'_>, wanted: &str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidMetadata, format!("{path} must be {wanted}, and is {found}"))
}
