use crate::protocol::documents::Rules;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::{Challenge, parse_noting};
use crate::{Error, ErrorKind, Warning, WarningKind};
use url::Url;

/// How many unusable challenges are told apart; more would tell nothing new.
const MOST_WARNINGS: usize = 8;

/// What discovery takes from a resource's `WWW-Authenticate`.
#[derive(Debug)]
pub(super) struct Heard {
    /// The challenge that names the document, else the first of Bearer or DPoP with a scope.
    pub(super) challenge: Option<Challenge>,
    /// The document's URL.
    pub(super) url: Option<Url>,
    pub(super) warnings: Vec<Warning>,
}

impl Heard {
    /// Reads the field lines.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidMetadata`] for what is malformed or unusable, where the rules are strict.
    pub(super) fn read(lines: &[&str], resource: &Resource, rules: &Rules) -> Result<Heard, Error> {
        let (challenges, notes) = parse_noting(lines);
        let mut heard = Heard { challenge: None, url: None, warnings: Vec::new() };
        let malformed = notes.into_iter().map(|note| {
            let message = format!("the resource's WWW-Authenticate is malformed: {note}");
            Warning::new(WarningKind::ChallengeMalformed, message, resource.text())
        });
        heard.warnings.extend(malformed);
        let unusable = challenges.iter().filter(|challenge| challenge.usable_url().is_none());
        let unusable = unusable.filter_map(Challenge::resource_metadata).take(MOST_WARNINGS).map(|text| {
            let message =
                format!("a challenge's resource_metadata must be an absolute http(s) URL, not {}", quoted(text));
            Warning::new(WarningKind::ChallengeUnusable, message, resource.text())
        });
        heard.warnings.extend(unusable);
        if let (true, Some(first)) = (rules.strict, heard.warnings.first()) {
            return Err(Error::new(ErrorKind::InvalidMetadata, first.message.as_str()).at(resource.text()));
        }
        heard.url = challenges.iter().find_map(Challenge::usable_url);
        let counts = |challenge: &Challenge| match heard.url {
            Some(_) => challenge.usable_url().is_some(),
            None => {
                matches!(challenge.scheme.as_str(), "bearer" | "dpop")
                    && challenge.scope().is_some_and(|scope| !scope.is_empty())
            }
        };
        heard.challenge = challenges.into_iter().find(counts);
        Ok(heard)
    }
}
