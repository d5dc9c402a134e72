use crate::observation::{Answer, Exchange};
use telnyx_oauth::Challenge;
use telnyx_oauth::embedding::{ChallengeNote, challenge_url, parse_challenges_with_notes};

/// An answer of the resource itself to a request without credentials.
#[derive(Debug)]
pub(crate) struct ResourceAnswer<'a> {
    pub(crate) exchange: &'a Exchange,
    pub(crate) answer: &'a Answer,
    pub(crate) challenges: Vec<ChallengeSeen>,
    /// The deviations of the field from its grammar.
    pub(crate) notes: Vec<ChallengeNote>,
}

/// A challenge, and the URL that a discovery reads from it.
#[derive(Debug)]
pub(crate) struct ChallengeSeen {
    pub(crate) challenge: Challenge,
    /// `None` if it names no URL, or none that can be used.
    pub(crate) url: Option<String>,
}

impl<'a> ResourceAnswer<'a> {
    pub(crate) fn of(exchange: &'a Exchange) -> Option<ResourceAnswer<'a>> {
        let answer = exchange.answer.as_ref().filter(|_| exchange.role.asks_for_a_challenge())?;
        let (challenges, notes) = parse_challenges_with_notes(answer.lines("www-authenticate"));
        let seen = |challenge| ChallengeSeen { url: challenge_url(&challenge), challenge };
        Some(ResourceAnswer { exchange, answer, challenges: challenges.into_iter().map(seen).collect(), notes })
    }
}
