use super::json_path::JsonPath;
use crate::{Error, ErrorKind, Warning, WarningKind};

/// The members that were null, and are taken as absent.
#[derive(Debug, Default)]
pub(super) struct Nulls {
    /// The paths of the first few.
    paths: Vec<String>,
}

impl Nulls {
    /// How many are kept, and shown in a warning.
    const MOST: usize = 8;

    pub(super) fn note(&mut self, path: JsonPath<'_>) {
        if self.paths.len() < Nulls::MOST {
            self.paths.push(path.to_string());
        }
    }

    /// The warning about the nulls, if there was one.
    ///
    /// # Errors
    /// `invalid_metadata` instead, under strict rules.
    pub(super) fn check(&self, strict: bool, url: &str) -> Result<Option<Warning>, Error> {
        let Some(first) = self.paths.first() else { return Ok(None) };
        if strict {
            let message = format!("{first} must not be null: a member without a value is left out");
            return Err(Error::new(ErrorKind::InvalidMetadata, message));
        }
        let message = format!("null is no value, and is taken as absent: {}", self.paths.join(", "));
        Ok(Some(Warning::new(WarningKind::MemberNull, message, url)))
    }
}
