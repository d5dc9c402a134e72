use crate::protocol::response::{Challenge, WwwAuthenticate, counted_challenge, parse_challenges};
use crate::{AuthorizationServerMetadata, ResourceMetadata};

const OFFLINE_ACCESS: &str = "offline_access";

/// Returns the scopes to request: those of the challenge, else those of the resource's document, else `None`.
pub(super) fn scope_to_request(
    challenge: Option<&Challenge>,
    document: Option<&ResourceMetadata>,
) -> Option<Vec<String>> {
    let challenged = union(challenge.and_then(Challenge::scope).unwrap_or_default());
    if !challenged.is_empty() {
        return Some(challenged);
    }
    let supported = union(document.and_then(ResourceMetadata::scopes_supported).unwrap_or_default());
    Some(supported).filter(|scope| !scope.is_empty())
}

/// Returns the scopes to request after a response with status 403 and the error `insufficient_scope`
/// ([RFC 6750 section 3.1](https://www.rfc-editor.org/rfc/rfc6750#section-3.1)): the `previous` ones, then those of the
/// challenge in `www_authenticate`, each once.
///
/// The challenge is chosen as for [`Discovery::challenge`](crate::Discovery::challenge). Without a challenge that has scopes,
/// the result is `previous`, each scope once.
pub fn scope_after(
    previous: impl IntoIterator<Item = impl AsRef<str>>,
    www_authenticate: impl Into<WwwAuthenticate>,
) -> Vec<String> {
    let lines = www_authenticate.into().into_lines().unwrap_or_default();
    let challenges = parse_challenges(lines);
    let challenge = counted_challenge(&challenges);
    let added = challenge.and_then(Challenge::scope).unwrap_or_default();
    let mut united = union(previous);
    extend(&mut united, added);
    united
}

/// True if the server lists the scope `offline_access`
/// ([OpenID Connect Core section 11](https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess)).
pub(super) fn supports_offline_access(server: &AuthorizationServerMetadata) -> bool {
    server.scopes_supported().unwrap_or_default().iter().any(|scope| scope == OFFLINE_ACCESS)
}

/// Returns each scope of the lists once, in the order of first occurrence.
fn union(lists: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let mut scopes = Vec::new();
    extend(&mut scopes, lists);
    scopes
}

/// Adds the scopes that are missing. An element may hold several scopes, because clients join them with spaces.
fn extend(scopes: &mut Vec<String>, lists: impl IntoIterator<Item = impl AsRef<str>>) {
    for list in lists {
        for scope in list.as_ref().split_ascii_whitespace() {
            if !scopes.iter().any(|known| known == scope) {
                scopes.push(scope.to_owned());
            }
        }
    }
}
