use crate::protocol::documents::Rules;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Challenge, counted_challenge, parse_with_notes};
use crate::{Error, ErrorKind, Warning, WarningKind};
use url::Url;

/// The maximum number of warnings about unusable challenges.
const MOST_WARNINGS: usize = 8;

/// The challenge of a `WWW-Authenticate` that discovery uses.
#[derive(Debug)]
pub(super) struct ChosenChallenge {
    /// The first challenge with a usable `resource_metadata`, else the first Bearer or DPoP challenge with a scope.
    pub(super) challenge: Option<Challenge>,
    /// The challenge's `resource_metadata`.
    pub(super) url: Option<Url>,
    pub(super) warnings: Vec<Warning>,
}

impl ChosenChallenge {
    /// Reads the field lines of `resource`'s answer.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidMetadata`] for a malformed or unusable challenge if the rules are strict.
    pub(super) fn read(lines: &[String], resource: &Resource, rules: &Rules) -> Result<ChosenChallenge, Error> {
        let (challenges, notes) = parse_with_notes(lines);
        let mut chosen = ChosenChallenge { challenge: None, url: None, warnings: Vec::new() };
        let malformed = notes.into_iter().map(|note| {
            let message = format!("the resource's WWW-Authenticate is malformed: {note}");
            Warning::new(WarningKind::ChallengeMalformed, message, resource.text())
        });
        chosen.warnings.extend(malformed);
        let unusable = challenges.iter().filter(|challenge| challenge.usable_url().is_none());
        let unusable = unusable.filter_map(Challenge::resource_metadata).take(MOST_WARNINGS).map(|text| {
            let message =
                format!("a challenge's resource_metadata must be an absolute http(s) URL, not {}", quoted(text));
            Warning::new(WarningKind::ChallengeUnusable, message, resource.text())
        });
        chosen.warnings.extend(unusable);
        if let (true, Some(first)) = (rules.strict, chosen.warnings.first()) {
            return Err(Error::new(ErrorKind::InvalidMetadata, first.message.as_str()).at(resource.text()));
        }
        chosen.challenge = counted_challenge(challenges);
        chosen.url = chosen.challenge.as_ref().and_then(Challenge::usable_url);
        Ok(chosen)
    }
}
