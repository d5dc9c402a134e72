use super::json_path::JsonPath;
use crate::{Error, ErrorKind, Warning, WarningKind};

/// The members that are null. They count as absent.
#[derive(Debug, Default)]
pub(super) struct Nulls {
    /// The paths of the first members.
    paths: Vec<String>,
}

impl Nulls {
    /// The number of paths in a warning.
    const MAX_PATHS: usize = 8;

    pub(super) fn record(&mut self, path: JsonPath<'_>) {
        if self.paths.len() < Nulls::MAX_PATHS {
            self.paths.push(path.to_string());
        }
    }

    /// The warning about the nulls. `None` if there are none.
    ///
    /// # Errors
    /// `invalid_metadata` if the rules are strict and there are nulls.
    pub(super) fn check(&self, strict: bool, url: &str) -> Result<Option<Warning>, Error> {
        let Some(first) = self.paths.first() else { return Ok(None) };
        if strict {
            let message = format!("{first} must not be null: members without a value must be omitted");
            return Err(Error::new(ErrorKind::InvalidMetadata, message));
        }
        let message = format!("members that are null count as absent: {}", self.paths.join(", "));
        Ok(Some(Warning::new(WarningKind::MemberNull, message, url)))
    }
}
