use crate::challenge::telnyx_challenge;
use oauth::Challenge;

/// The challenges of WWW-Authenticate header fields, in order.
pub struct telnyx_challenges(Vec<telnyx_challenge>);

impl From<Vec<Challenge>> for telnyx_challenges {
    fn from(challenges: Vec<Challenge>) -> telnyx_challenges {
        telnyx_challenges(challenges.iter().map(telnyx_challenge::from).collect())
    }
}

/// The number of challenges.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenges_count(challenges: Option<&telnyx_challenges>) -> usize {
    challenges.map_or(0, |challenges| challenges.0.len())
}

/// The challenge at an index from 0.
///
/// Returns a challenge that belongs to the handle; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenges_at(
    challenges: Option<&telnyx_challenges>,
    index: usize,
) -> Option<&telnyx_challenge> {
    challenges?.0.get(index)
}

/// Frees challenges and everything that belongs to them.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenges_free(challenges: Option<Box<telnyx_challenges>>) {
    drop(challenges);
}
