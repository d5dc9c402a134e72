use crate::boundary::{caught, finish, make, null};
use crate::copies::{Copy, c_string, pointer_to};
use crate::discovery::telnyx_discovery;
use crate::error::telnyx_error;
use crate::input::{optional, texts};
use crate::status::telnyx_status;
use crate::strings::telnyx_strings;
use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::{AuthorizationParameters, ClientRegistration};
use std::ffi::{CString, c_char};
use std::mem::MaybeUninit;
use std::ptr;

/// The client sends the URL of its own metadata document as its client_id
/// (https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/).
pub const TELNYX_CLIENT_REGISTRATION_CLIENT_ID_METADATA_DOCUMENT: i32 = 1;
/// The client registers itself at the registration_endpoint (https://www.rfc-editor.org/rfc/rfc7591).
pub const TELNYX_CLIENT_REGISTRATION_DYNAMIC: i32 = 2;
/// The developer or the user registers the client before its first request.
pub const TELNYX_CLIENT_REGISTRATION_PREREGISTERED: i32 = 3;

pub(crate) const CLIENT_REGISTRATIONS: &Vocabulary<ClientRegistration> = &[
    (
        ClientRegistration::ClientIdMetadataDocument,
        TELNYX_CLIENT_REGISTRATION_CLIENT_ID_METADATA_DOCUMENT,
        c"client_id_metadata_document",
    ),
    (ClientRegistration::Dynamic, TELNYX_CLIENT_REGISTRATION_DYNAMIC, c"dynamic"),
    (ClientRegistration::Preregistered, TELNYX_CLIENT_REGISTRATION_PREREGISTERED, c"preregistered"),
];

/// The parameters of the authorization and token requests that a discovery determines, for any OAuth library. They are
/// immutable: any number of threads may read them at the same time.
pub struct telnyx_authorization_parameters {
    issuer: CString,
    authorization_endpoint: Option<CString>,
    token_endpoint: Option<CString>,
    pushed_authorization_request_endpoint: Option<CString>,
    resource: CString,
    scope: Option<Vec<CString>>,
    code_challenge_method: Option<CString>,
    token_endpoint_auth_methods: Vec<CString>,
    json: Copy,
    whole: AuthorizationParameters,
}

impl From<AuthorizationParameters> for telnyx_authorization_parameters {
    fn from(whole: AuthorizationParameters) -> telnyx_authorization_parameters {
        let all = |texts: &[String]| texts.iter().map(|text| c_string(text)).collect();
        telnyx_authorization_parameters {
            issuer: c_string(whole.issuer()),
            authorization_endpoint: whole.authorization_endpoint().map(c_string),
            token_endpoint: whole.token_endpoint().map(c_string),
            pushed_authorization_request_endpoint: whole.pushed_authorization_request_endpoint().map(c_string),
            resource: c_string(whole.resource()),
            scope: whole.scope().map(all),
            code_challenge_method: whole.code_challenge_method().map(c_string),
            token_endpoint_auth_methods: all(whole.token_endpoint_auth_methods()),
            json: Copy::default(),
            whole,
        }
    }
}

/// Makes the parameters of the authorization and token requests that follow the discovery.
///
/// issuer: the issuer of the authorization server, as the resource's document or as its own document writes it. NULL: the
/// first listed server that has metadata.
/// parameters_out: receives parameters, which the caller frees with telnyx_authorization_parameters_free(); NULL on
/// failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if discovery or parameters_out is NULL, if issuer is not UTF-8,
/// or if the discovery has no server with this issuer; the status of the server's error if the server has no metadata. If
/// issuer is NULL: the statuses of telnyx_discovery_require_authorization_server().
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_discovery_authorization_parameters(
    discovery: Option<&telnyx_discovery>,
    issuer: *const c_char,
    parameters_out: Option<&mut MaybeUninit<Option<Box<telnyx_authorization_parameters>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("parameters_out", parameters_out, error_out, || {
        let discovery = discovery.ok_or_else(|| null("discovery"))?;
        // SAFETY: the header requires NULL or a string.
        let issuer = unsafe { optional("issuer", issuer)? };
        discovery.whole.authorization_parameters(issuer).map(From::from)
    })
}

/// The issuer in the server's document. Store tokens by this issuer and the requested resource.
///
/// Returns a string that belongs to the parameters; NULL only if parameters is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_issuer(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.map(|parameters| &parameters.issuer))
}

/// The URL of the authorization endpoint.
///
/// Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_authorization_endpoint(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.authorization_endpoint.as_ref()))
}

/// The URL of the token endpoint.
///
/// Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_token_endpoint(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.token_endpoint.as_ref()))
}

/// The URL of the pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126).
///
/// Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_pushed_authorization_request_endpoint(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.pushed_authorization_request_endpoint.as_ref()))
}

/// The value of the resource parameter (https://www.rfc-editor.org/rfc/rfc8707#section-2): the resource of the document
/// exactly as written, else the requested resource.
///
/// Returns a string that belongs to the parameters; NULL only if parameters is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_resource(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.map(|parameters| &parameters.resource))
}

/// The number of scopes to request: those of the challenge, else the document's scopes_supported, each once. If there are
/// none, send no scope parameter.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_scope_count(
    parameters: Option<&telnyx_authorization_parameters>,
) -> usize {
    parameters.and_then(|parameters| parameters.scope.as_ref()).map_or(0, Vec::len)
}

/// The scope at an index from 0.
///
/// Returns a string that belongs to the parameters; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_scope_at(
    parameters: Option<&telnyx_authorization_parameters>,
    index: usize,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.scope.as_ref()?.get(index)))
}

/// Whether the server supports the scope offline_access, which requests a refresh token
/// (https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess). The scopes have it only if the challenge or the
/// document has it.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_offline_access_supported(
    parameters: Option<&telnyx_authorization_parameters>,
) -> bool {
    parameters.is_some_and(|parameters| parameters.whole.offline_access_supported())
}

/// The code_challenge_method to send: "S256" if the server says that it supports this method
/// (https://www.rfc-editor.org/rfc/rfc7636#section-4.3).
///
/// Returns a string that belongs to the parameters; NULL if the server does not say so.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_code_challenge_method(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.code_challenge_method.as_ref()))
}

/// The number of ways to get a client_id from this server.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_client_registration_count(
    parameters: Option<&telnyx_authorization_parameters>,
) -> usize {
    parameters.map_or(0, |parameters| parameters.whole.client_registration().len())
}

/// The way to get a client_id at an index from 0, best first: one of TELNYX_CLIENT_REGISTRATION_*.
/// telnyx_client_registration_str() returns its name.
///
/// Returns 0 if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_client_registration_at(
    parameters: Option<&telnyx_authorization_parameters>,
    index: usize,
) -> i32 {
    let way = parameters.and_then(|parameters| parameters.whole.client_registration().get(index));
    way.and_then(|way| number_of(CLIENT_REGISTRATIONS, way)).unwrap_or(0)
}

/// The number of client authentication methods of the token endpoint. Default: one, client_secret_basic
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_token_endpoint_auth_methods_count(
    parameters: Option<&telnyx_authorization_parameters>,
) -> usize {
    parameters.map_or(0, |parameters| parameters.token_endpoint_auth_methods.len())
}

/// The client authentication method at an index from 0.
///
/// Returns a string that belongs to the parameters; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_token_endpoint_auth_methods_at(
    parameters: Option<&telnyx_authorization_parameters>,
    index: usize,
) -> *const c_char {
    pointer_to(parameters.and_then(|parameters| parameters.token_endpoint_auth_methods.get(index)))
}

/// Whether the server accepts only pushed authorization requests (https://www.rfc-editor.org/rfc/rfc9126#section-5).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_requires_pushed_authorization(
    parameters: Option<&telnyx_authorization_parameters>,
) -> bool {
    parameters.is_some_and(|parameters| parameters.whole.requires_pushed_authorization())
}

/// Whether the resource accepts only DPoP-bound access tokens (https://www.rfc-editor.org/rfc/rfc9449#section-5.2).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_dpop_required(
    parameters: Option<&telnyx_authorization_parameters>,
) -> bool {
    parameters.is_some_and(|parameters| parameters.whole.dpop_required())
}

/// Whether the resource and the server both support certificate-bound access tokens
/// (https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_mtls_supported(
    parameters: Option<&telnyx_authorization_parameters>,
) -> bool {
    parameters.is_some_and(|parameters| parameters.whole.mtls_supported())
}

/// Whether the server says that its authorization responses have an iss parameter
/// (https://www.rfc-editor.org/rfc/rfc9207#section-3). telnyx_authorization_parameters_verify_issuer() then requires it.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_sends_authorization_response_iss(
    parameters: Option<&telnyx_authorization_parameters>,
) -> bool {
    parameters.is_some_and(|parameters| parameters.whole.sends_authorization_response_iss())
}

/// Makes the list of scopes to request after a response with status 403 and the error insufficient_scope
/// (https://www.rfc-editor.org/rfc/rfc6750#section-3.1): the previous ones, then those of the challenge, each once.
///
/// previous, previous_count: the scopes of the last authorization request. NULL and 0: none.
/// www_authenticate, www_authenticate_count: the field lines of the 403's WWW-Authenticate. NULL and 0: none. The challenge
/// is chosen as for telnyx_discovery_challenge(). If no challenge counts, the result is previous.
/// scope_out: receives strings, possibly none, which the caller frees with telnyx_strings_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if a string is NULL or not UTF-8, or if parameters or
/// scope_out is NULL.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_authorization_parameters_scope_after(
    parameters: Option<&telnyx_authorization_parameters>,
    previous: *const *const c_char,
    previous_count: usize,
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
    scope_out: Option<&mut MaybeUninit<Option<Box<telnyx_strings>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("scope_out", scope_out, error_out, || {
        let parameters = parameters.ok_or_else(|| null("parameters"))?;
        // SAFETY: the header requires NULL or an array of that many strings.
        let previous = unsafe { texts("previous", previous, previous_count)? };
        // SAFETY: the header requires NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        let lines = lines.unwrap_or_default();
        Ok(parameters.whole.scope_after(previous.unwrap_or_default(), lines).into())
    })
}

/// Checks the iss parameter of an authorization response, a success or an error
/// (https://www.rfc-editor.org/rfc/rfc9207#section-2.4). Call this function before the program uses any other part of the
/// response.
///
/// iss: the parameter, percent-decoded. It must be identical to telnyx_authorization_parameters_issuer(), byte by byte.
/// NULL: the response has no iss.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_ISSUER_MISMATCH if iss differs, or is missing although the server says that it
/// sends it; TELNYX_STATUS_INVALID_ARGUMENT if parameters is NULL or iss is not UTF-8. Unless the status is
/// TELNYX_STATUS_OK, discard the response, and do not show its error_description.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_authorization_parameters_verify_issuer(
    parameters: Option<&telnyx_authorization_parameters>,
    iss: *const c_char,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    let error_out = error_out.map(|out| out.write(None));
    let verified = caught(|| {
        let parameters = parameters.ok_or_else(|| null("parameters"))?;
        // SAFETY: the header requires NULL or a string.
        let iss = unsafe { optional("iss", iss)? };
        parameters.whole.verify_issuer(iss)
    });
    finish(verified, error_out)
}

/// The parameters as JSON on one line, as telnyx_discovery_to_json() has them.
///
/// Returns a string that belongs to the parameters; NULL only if parameters is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_to_json(
    parameters: Option<&telnyx_authorization_parameters>,
) -> *const c_char {
    parameters.map_or(ptr::null(), |parameters| parameters.json.json_of(&parameters.whole))
}

/// The name of a way to get a client_id, the same in every language: "client_id_metadata_document", "dynamic",
/// "preregistered".
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_client_registration_str(client_registration: i32) -> *const c_char {
    name_of(CLIENT_REGISTRATIONS, client_registration)
}

/// Frees parameters and everything that belongs to them.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_parameters_free(parameters: Option<Box<telnyx_authorization_parameters>>) {
    drop(parameters);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_registration_has_its_own_number() {
        crate::vocabulary::check(CLIENT_REGISTRATIONS, ClientRegistration::ALL);
    }
}
