use crate::copies::{Pairs, c_string, pointer_to};
use crate::input::readable;
use oauth::Challenge;
use std::ffi::{CString, c_char};
use std::ptr;

/// One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1). A
/// challenge belongs to a telnyx_challenges or to a discovery.
pub struct telnyx_challenge {
    scheme: CString,
    params: Pairs,
    token68: Option<CString>,
    scope: Option<Vec<CString>>,
    resource_metadata: Option<CString>,
}

impl From<&Challenge> for telnyx_challenge {
    fn from(challenge: &Challenge) -> telnyx_challenge {
        telnyx_challenge {
            scheme: c_string(&challenge.scheme),
            params: Pairs::of(challenge.params.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
            token68: challenge.token68.as_deref().map(c_string),
            scope: challenge.scope().map(|scope| scope.into_iter().map(c_string).collect()),
            resource_metadata: challenge.resource_metadata().map(c_string),
        }
    }
}

/// The authentication scheme, in lower case, such as "bearer".
///
/// Returns a string that belongs to the challenge; NULL only if challenge is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_scheme(challenge: Option<&telnyx_challenge>) -> *const c_char {
    pointer_to(challenge.map(|challenge| &challenge.scheme))
}

/// The number of parameters. If a name occurs twice, only the first parameter counts.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_params_count(challenge: Option<&telnyx_challenge>) -> usize {
    challenge.map_or(0, |challenge| challenge.params.count())
}

/// The name of a parameter, in lower case. Parameters are sorted by name.
///
/// Returns a string that belongs to the challenge; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_params_name_at(challenge: Option<&telnyx_challenge>, index: usize) -> *const c_char {
    challenge.map_or(ptr::null(), |challenge| challenge.params.name_at(index))
}

/// The value of a parameter.
///
/// Returns a string that belongs to the challenge; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_params_value_at(
    challenge: Option<&telnyx_challenge>,
    index: usize,
) -> *const c_char {
    challenge.map_or(ptr::null(), |challenge| challenge.params.value_at(index))
}

/// The value of the parameter with this name.
///
/// name: such as "realm", not case-sensitive. NULL: no name.
///
/// Returns a string that belongs to the challenge; NULL if there is no such parameter.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_challenge_param(
    challenge: Option<&telnyx_challenge>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let Some(name) = (unsafe { readable(name) }) else { return ptr::null() };
    let is_wanted = |known: &[u8]| known.eq_ignore_ascii_case(name.as_bytes());
    challenge.map_or(ptr::null(), |challenge| challenge.params.value_of(is_wanted))
}

/// The token that some schemes have instead of parameters (https://www.rfc-editor.org/rfc/rfc9110#section-11.2).
///
/// Returns a string that belongs to the challenge; NULL if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_token68(challenge: Option<&telnyx_challenge>) -> *const c_char {
    pointer_to(challenge.and_then(|challenge| challenge.token68.as_ref()))
}

/// The resource_metadata parameter (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), not checked.
///
/// Returns a string that belongs to the challenge; NULL if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_resource_metadata(challenge: Option<&telnyx_challenge>) -> *const c_char {
    pointer_to(challenge.and_then(|challenge| challenge.resource_metadata.as_ref()))
}

/// The number of scopes in the scope parameter (https://www.rfc-editor.org/rfc/rfc6750#section-3). These are the scopes
/// to request.
///
/// Returns the number; 0 also if the challenge has no scope parameter.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_scope_count(challenge: Option<&telnyx_challenge>) -> usize {
    challenge.and_then(|challenge| challenge.scope.as_ref()).map_or(0, Vec::len)
}

/// The scope at an index from 0.
///
/// Returns a string that belongs to the challenge; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_scope_at(challenge: Option<&telnyx_challenge>, index: usize) -> *const c_char {
    pointer_to(challenge.and_then(|challenge| challenge.scope.as_ref()?.get(index)))
}

/// Whether the challenge has a scope parameter, including an empty one.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_challenge_has_scope(challenge: Option<&telnyx_challenge>) -> bool {
    challenge.is_some_and(|challenge| challenge.scope.is_some())
}
