use super::challenge::Challenge;

/// Returns the first challenge with a usable `resource_metadata`, else the first Bearer or DPoP challenge with a scope.
pub(crate) fn counted_challenge(challenges: &[Challenge]) -> Option<&Challenge> {
    let has_scope = |challenge: &Challenge| {
        matches!(challenge.scheme.as_str(), "bearer" | "dpop")
            && challenge.scope().is_some_and(|scope| !scope.is_empty())
    };
    let named = challenges.iter().find(|challenge| challenge.usable_url().is_some());
    named.or_else(|| challenges.iter().find(|challenge| has_scope(challenge)))
}
