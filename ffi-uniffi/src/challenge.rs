use crate::TelnyxOAuthError;
use crate::guard::guarded;
use std::collections::HashMap;

/// One challenge of a `WWW-Authenticate` header field
/// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Challenge {
    /// The authentication scheme in lower case.
    pub scheme: String,
    /// The parameters, with names in lower case. If a name occurs twice, the first value is used.
    pub params: HashMap<String, String>,
    /// The token68 value, which some schemes have instead of parameters.
    pub token68: Option<String>,
    /// The values of the parameter `scope` ([RFC 6750 section 3](https://www.rfc-editor.org/rfc/rfc6750#section-3)).
    pub scope: Option<Vec<String>>,
    /// The parameter `resource_metadata`, not validated
    /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
    pub resource_metadata: Option<String>,
}

impl From<&telnyx_oauth::Challenge> for Challenge {
    fn from(challenge: &telnyx_oauth::Challenge) -> Challenge {
        Challenge {
            scheme: challenge.scheme.clone(),
            params: challenge.params.clone().into_iter().collect(),
            token68: challenge.token68.clone(),
            scope: challenge.scope().map(|scopes| scopes.into_iter().map(str::to_owned).collect()),
            resource_metadata: challenge.resource_metadata().map(str::to_owned),
        }
    }
}

/// Parses the challenges of all `WWW-Authenticate` field lines, each line separately
/// ([RFC 9110 section 11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)). No I/O.
///
/// A malformed part is skipped up to the next comma outside quotes. Challenges before that part are kept.
///
/// # Errors
/// Only `internal`.
#[uniffi::export]
pub fn parse_challenges(www_authenticate: Vec<String>) -> Result<Vec<Challenge>, TelnyxOAuthError> {
    guarded(|| Ok(telnyx_oauth::parse_challenges(www_authenticate).iter().map(Challenge::from).collect()))
}
