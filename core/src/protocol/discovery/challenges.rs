use crate::protocol::documents::Rules;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Challenge, parse_with_notes};
use crate::{Error, ErrorKind, Warning, WarningKind};

/// The maximum number of warnings about unusable challenges.
const MOST_WARNINGS: usize = 8;

/// The challenges of a resource's answer.
#[derive(Debug, Default)]
pub(super) struct Challenges {
    /// All challenges, in order.
    pub(super) all: Vec<Challenge>,
    pub(super) warnings: Vec<Warning>,
}

impl Challenges {
    /// Reads the field lines of `resource`'s answer.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidMetadata`] for a malformed or unusable challenge if the rules are strict.
    pub(super) fn read(lines: &[String], resource: &Resource, rules: &Rules) -> Result<Challenges, Error> {
        let (all, notes) = parse_with_notes(lines);
        let malformed = notes.into_iter().map(|note| {
            let message = format!("the resource's WWW-Authenticate is malformed: {}", note.message);
            Warning::new(WarningKind::ChallengeMalformed, message, resource.text())
        });
        let unusable = all.iter().filter(|challenge| challenge.usable_url().is_none());
        let unusable = unusable.filter_map(Challenge::resource_metadata).take(MOST_WARNINGS).map(|text| {
            let message =
                format!("a challenge's resource_metadata must be an absolute http(s) URL, not {}", quoted(text));
            Warning::new(WarningKind::ChallengeUnusable, message, resource.text())
        });
        let warnings: Vec<_> = malformed.chain(unusable).collect();
        if let (true, Some(first)) = (rules.strict, warnings.first()) {
            return Err(Error::new(ErrorKind::InvalidMetadata, first.message.as_str()).at(resource.text()));
        }
        Ok(Challenges { all, warnings })
    }
}
