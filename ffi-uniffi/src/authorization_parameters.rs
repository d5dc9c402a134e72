use crate::guard::guarded;
use crate::vocabulary::vocabulary;
use crate::{ErrorKind, TelnyxOAuthError};
use telnyx_oauth::embedding;

vocabulary! {
    /// A way for a client to get a `client_id`.
    ClientRegistration {
        /// The client sends the URL of its own metadata document as its `client_id`
        /// ([OAuth Client ID Metadata Document](https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/)).
        ClientIdMetadataDocument,
        /// The client registers itself at the `registration_endpoint` ([RFC 7591](https://www.rfc-editor.org/rfc/rfc7591)).
        Dynamic,
        /// The developer or the user registers the client before its first request.
        Preregistered,
    }
}

/// The parameters of the authorization and token requests that a discovery determines, for any OAuth library.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct AuthorizationParameters {
    /// The issuer in the server's document. Store tokens by this issuer and the requested resource.
    pub issuer: String,
    /// The URL of the authorization endpoint, if the server has one.
    pub authorization_endpoint: Option<String>,
    /// The URL of the token endpoint, if the server has one.
    pub token_endpoint: Option<String>,
    /// The URL of the pushed authorization request endpoint ([RFC 9126](https://www.rfc-editor.org/rfc/rfc9126)), if the
    /// server has one.
    pub pushed_authorization_request_endpoint: Option<String>,
    /// The value of the `resource` parameter ([RFC 8707 section 2](https://www.rfc-editor.org/rfc/rfc8707#section-2)): the
    /// `resource` of the document exactly as written, else the requested resource.
    pub resource: String,
    /// The scopes to request, each once: those of the challenge, else the document's `scopes_supported`. If absent, send no
    /// `scope` parameter. Join the scopes with spaces.
    pub scope: Option<Vec<String>>,
    /// True if the server supports the scope `offline_access`, which requests a refresh token
    /// ([OpenID Connect Core section 11](https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess)). The `scope`
    /// has it only if the challenge or the document has it.
    pub offline_access_supported: bool,
    /// The `code_challenge_method` to send: `S256` if the server says that it supports this method
    /// ([RFC 7636 section 4.3](https://www.rfc-editor.org/rfc/rfc7636#section-4.3)).
    pub code_challenge_method: Option<String>,
    /// The ways to get a `client_id` from this server, best first.
    pub client_registration: Vec<ClientRegistration>,
    /// The client authentication methods of the token endpoint. Default: `client_secret_basic`
    /// ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2)).
    pub token_endpoint_auth_methods: Vec<String>,
    /// True if the server accepts only pushed authorization requests
    /// ([RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5)).
    pub requires_pushed_authorization: bool,
    /// True if the resource accepts only DPoP-bound access tokens
    /// ([RFC 9449 section 5.2](https://www.rfc-editor.org/rfc/rfc9449#section-5.2)).
    pub dpop_required: bool,
    /// True if the resource and the server both support certificate-bound access tokens
    /// ([RFC 8705 section 3.3](https://www.rfc-editor.org/rfc/rfc8705#section-3.3)).
    pub mtls_supported: bool,
    /// True if the server says that its authorization responses have an `iss` parameter
    /// ([RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3)). `verify_issuer` then requires it.
    pub sends_authorization_response_iss: bool,
}

impl From<&telnyx_oauth::AuthorizationParameters> for AuthorizationParameters {
    fn from(found: &telnyx_oauth::AuthorizationParameters) -> AuthorizationParameters {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        AuthorizationParameters {
            issuer: found.issuer().to_owned(),
            authorization_endpoint: owned(found.authorization_endpoint()),
            token_endpoint: owned(found.token_endpoint()),
            pushed_authorization_request_endpoint: owned(found.pushed_authorization_request_endpoint()),
            resource: found.resource().to_owned(),
            scope: found.scope().map(<[String]>::to_vec),
            offline_access_supported: found.offline_access_supported(),
            code_challenge_method: owned(found.code_challenge_method()),
            client_registration: found.client_registration().iter().map(|way| (*way).into()).collect(),
            token_endpoint_auth_methods: found.token_endpoint_auth_methods().to_vec(),
            requires_pushed_authorization: found.requires_pushed_authorization(),
            dpop_required: found.dpop_required(),
            mtls_supported: found.mtls_supported(),
            sends_authorization_response_iss: found.sends_authorization_response_iss(),
        }
    }
}

#[uniffi::export]
impl AuthorizationParameters {
    /// Returns the scopes to request after a response with status 403 and the error `insufficient_scope`
    /// ([RFC 6750 section 3.1](https://www.rfc-editor.org/rfc/rfc6750#section-3.1)): the `previous` ones, then those of the
    /// challenge, each once.
    ///
    /// - `previous`: the scopes of the last authorization request.
    /// - `www_authenticate`: the field lines of the 403's `WWW-Authenticate`. The challenge is chosen as for the
    ///   discovery's `challenge`. If no challenge counts, the result is `previous`.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn scope_after(
        &self,
        previous: Vec<String>,
        www_authenticate: Vec<String>,
    ) -> Result<Vec<String>, TelnyxOAuthError> {
        guarded(|| Ok(embedding::scope_after(previous, www_authenticate)))
    }

    /// Checks the `iss` parameter of an authorization response, a success or an error, before the program uses anything else
    /// in it ([RFC 9207 section 2.4](https://www.rfc-editor.org/rfc/rfc9207#section-2.4)).
    ///
    /// `iss` is the parameter, percent-decoded. If absent, the response has no `iss`. The value must be identical to
    /// `issuer`.
    ///
    /// # Errors
    /// `issuer_mismatch` if `iss` differs, or is missing although the server says that it sends it. Discard the response
    /// then, and do not show its `error_description`.
    pub fn verify_issuer(&self, iss: Option<String>) -> Result<(), TelnyxOAuthError> {
        let verified = || embedding::verify_issuer(&self.issuer, self.sends_authorization_response_iss, iss.as_deref());
        guarded(|| verified().map_err(TelnyxOAuthError::from))
    }
}

/// Returns the index of the server with this issuer, for Ruby. `listed` are the issuers as the resource's document spells them,
/// `declared` those in the servers' documents. A listed issuer takes precedence.
///
/// # Errors
/// `invalid_argument` if no server has this issuer.
#[uniffi::export]
pub fn choose_server(
    listed: Vec<String>,
    declared: Vec<Option<String>>,
    issuer: String,
) -> Result<u32, TelnyxOAuthError> {
    guarded(|| {
        let issuers = listed.iter().zip(&declared).map(|(listed, declared)| (listed.as_str(), declared.as_deref()));
        let index = embedding::choose_server(issuers, &issuer).map_err(TelnyxOAuthError::from)?;
        u32::try_from(index).map_err(|error| TelnyxOAuthError::new(ErrorKind::Internal, error.to_string()))
    })
}
