use crate::Challenge;
pub use crate::protocol::response::ChallengeNote;
use crate::protocol::response::parse_with_notes;

/// Returns the challenges as [`parse_challenges`](crate::parse_challenges) does, and a note about each part that was skipped
/// and each parameter that is repeated. There are at most 8 notes.
pub fn parse_challenges_with_notes(
    www_authenticate: impl IntoIterator<Item = impl AsRef<str>>,
) -> (Vec<Challenge>, Vec<ChallengeNote>) {
    parse_with_notes(www_authenticate)
}

/// Returns the URL of a challenge's `resource_metadata`, without a fragment. Returns `None` if a discovery ignores the
/// parameter, because it is no absolute http(s) URL.
pub fn challenge_url(challenge: &Challenge) -> Option<String> {
    challenge.usable_url().map(String::from)
}
