use super::client_registration::ClientRegistration;
use super::response_issuer::verify_issuer;
use super::scope::{scope_after, scope_to_request, supports_offline_access};
use crate::protocol::errors::escaped;
use crate::protocol::response::{Challenge, WwwAuthenticate};
use crate::{AuthorizationServerMetadata, Error, ResourceMetadata};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The default of [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
const DEFAULT_AUTH_METHOD: &str = "client_secret_basic";

/// The parameters of the authorization and token requests that a discovery determines, for any OAuth library.
///
/// [`Discovery::authorization_parameters`](crate::Discovery::authorization_parameters) returns them. Immutable. Serialises
/// to an object with the names of the accessors.
///
/// ```
/// # use telnyx_oauth::{DiscoveryPlan, Response, Rules};
/// # let mut plan = DiscoveryPlan::new("https://rs.example", "Bearer scope=\"a\"", &Rules::new())?;
/// # for body in [
/// #     r#"{"resource": "https://rs.example", "authorization_servers": ["https://as.example"]}"#,
/// #     r#"{"issuer": "https://as.example", "authorization_response_iss_parameter_supported": true}"#,
/// # ] {
/// #     let request = plan.requests().remove(0);
/// #     plan.respond(request.id, &Response::new(200, body.as_bytes()).content_type("application/json"))?;
/// # }
/// # let discovery = plan.finish()?;
/// let parameters = discovery.authorization_parameters(None)?;
/// assert_eq!(parameters.resource(), "https://rs.example");
/// assert_eq!(parameters.scope().unwrap(), ["a"]);
///
/// // After the redirect back to the client:
/// parameters.verify_issuer(Some("https://as.example"))?;
///
/// // After a 403:
/// let scope = parameters.scope_after(["a"], "Bearer error=\"insufficient_scope\", scope=\"b\"");
/// assert_eq!(scope, ["a", "b"]);
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AuthorizationParameters {
    members: Members,
    sends_authorization_response_iss: bool,
}

/// The members that are serialised, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Members {
    issuer: String,
    authorization_endpoint: Option<String>,
    token_endpoint: Option<String>,
    pushed_authorization_request_endpoint: Option<String>,
    resource: String,
    scope: Option<Vec<String>>,
    offline_access_supported: bool,
    code_challenge_method: Option<String>,
    #[serde(deserialize_with = "client_registration")]
    client_registration: Vec<ClientRegistration>,
    token_endpoint_auth_methods: Vec<String>,
    requires_pushed_authorization: bool,
    dpop_required: bool,
    mtls_supported: bool,
}

impl AuthorizationParameters {
    /// Returns the parameters for one server. `resource` is the requested resource, `document` its document.
    pub(crate) fn new(
        resource: &str,
        challenge: Option<&Challenge>,
        document: Option<&ResourceMetadata>,
        server: &AuthorizationServerMetadata,
    ) -> AuthorizationParameters {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        // A server must omit an empty list (RFC 8414 section 3.2).
        let methods = server.token_endpoint_auth_methods_supported().filter(|methods| !methods.is_empty());
        let members = Members {
            issuer: server.issuer().unwrap_or_default().to_owned(),
            authorization_endpoint: owned(server.authorization_endpoint()),
            token_endpoint: owned(server.token_endpoint()),
            pushed_authorization_request_endpoint: owned(server.pushed_authorization_request_endpoint()),
            resource: document.and_then(ResourceMetadata::resource).unwrap_or(resource).to_owned(),
            scope: scope_to_request(challenge, document),
            offline_access_supported: supports_offline_access(server),
            code_challenge_method: server.supports_pkce_s256().then(|| "S256".to_owned()),
            client_registration: ClientRegistration::supported_by(server),
            token_endpoint_auth_methods: methods
                .map_or_else(|| vec![DEFAULT_AUTH_METHOD.to_owned()], <[String]>::to_vec),
            requires_pushed_authorization: server.require_pushed_authorization_requests().unwrap_or(false),
            dpop_required: document.is_some_and(ResourceMetadata::requires_dpop_bound_access_tokens),
            mtls_supported: document.is_some_and(ResourceMetadata::requires_tls_client_certificate_bound_access_tokens)
                && server.tls_client_certificate_bound_access_tokens().unwrap_or(false),
        };
        AuthorizationParameters { members, sends_authorization_response_iss: server.sends_authorization_response_iss() }
    }

    /// Returns the issuer in the server's document. Store tokens by this issuer and the requested resource.
    pub fn issuer(&self) -> &str {
        &self.members.issuer
    }

    /// Returns the URL of the authorization endpoint, if the server has one.
    pub fn authorization_endpoint(&self) -> Option<&str> {
        self.members.authorization_endpoint.as_deref()
    }

    /// Returns the URL of the token endpoint, if the server has one.
    pub fn token_endpoint(&self) -> Option<&str> {
        self.members.token_endpoint.as_deref()
    }

    /// Returns the URL for pushed authorization requests ([RFC 9126](https://www.rfc-editor.org/rfc/rfc9126)), if the server
    /// has one.
    pub fn pushed_authorization_request_endpoint(&self) -> Option<&str> {
        self.members.pushed_authorization_request_endpoint.as_deref()
    }

    /// Returns the value of the `resource` parameter ([RFC 8707 section 2](https://www.rfc-editor.org/rfc/rfc8707#section-2)):
    /// the `resource` of the document exactly as written, else the requested resource.
    pub fn resource(&self) -> &str {
        &self.members.resource
    }

    /// Returns the scopes to request, each once: those of the challenge, else the document's `scopes_supported`. `None`: send
    /// no `scope` parameter. Join the scopes with spaces.
    pub fn scope(&self) -> Option<&[String]> {
        self.members.scope.as_deref()
    }

    /// Returns the scopes to request after a response with status 403 and the error `insufficient_scope`
    /// ([RFC 6750 section 3.1](https://www.rfc-editor.org/rfc/rfc6750#section-3.1)): the `previous` ones, then those of the
    /// challenge in `www_authenticate`, each once.
    ///
    /// - `previous`: the scopes of the last authorization request.
    /// - `www_authenticate`: the field lines of the 403's `WWW-Authenticate`. The challenge is chosen as for
    ///   [`Discovery::challenge`](crate::Discovery::challenge). If no challenge counts, the result is `previous`.
    pub fn scope_after(
        &self,
        previous: impl IntoIterator<Item = impl AsRef<str>>,
        www_authenticate: impl Into<WwwAuthenticate>,
    ) -> Vec<String> {
        scope_after(previous, www_authenticate)
    }

    /// True if the server supports the scope `offline_access`, which requests a refresh token
    /// ([OpenID Connect Core section 11](https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess)).
    /// [`AuthorizationParameters::scope`] has it only if the challenge or the document has it.
    pub fn offline_access_supported(&self) -> bool {
        self.members.offline_access_supported
    }

    /// Returns the `code_challenge_method` to send: `S256` if the server says that it supports this method
    /// ([RFC 7636 section 4.3](https://www.rfc-editor.org/rfc/rfc7636#section-4.3)).
    pub fn code_challenge_method(&self) -> Option<&str> {
        self.members.code_challenge_method.as_deref()
    }

    /// Returns the ways to get a `client_id` from this server, best first.
    pub fn client_registration(&self) -> &[ClientRegistration] {
        &self.members.client_registration
    }

    /// Returns the client authentication methods of the token endpoint. Default: `client_secret_basic`
    /// ([RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2)).
    pub fn token_endpoint_auth_methods(&self) -> &[String] {
        &self.members.token_endpoint_auth_methods
    }

    /// True if the server accepts only pushed authorization requests
    /// ([RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5)).
    pub fn requires_pushed_authorization(&self) -> bool {
        self.members.requires_pushed_authorization
    }

    /// True if the resource accepts only DPoP-bound access tokens
    /// ([RFC 9449 section 5.2](https://www.rfc-editor.org/rfc/rfc9449#section-5.2)).
    pub fn dpop_required(&self) -> bool {
        self.members.dpop_required
    }

    /// True if the resource and the server both support certificate-bound access tokens
    /// ([RFC 8705 section 3.3](https://www.rfc-editor.org/rfc/rfc8705#section-3.3)).
    pub fn mtls_supported(&self) -> bool {
        self.members.mtls_supported
    }

    /// True if the server says that its authorization responses have an `iss` parameter
    /// ([RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3)). [`AuthorizationParameters::verify_issuer`]
    /// then requires it.
    pub fn sends_authorization_response_iss(&self) -> bool {
        self.sends_authorization_response_iss
    }

    /// Checks the `iss` parameter of an authorization response, a success or an error
    /// ([RFC 9207 section 2.4](https://www.rfc-editor.org/rfc/rfc9207#section-2.4)). Call this method before the client uses
    /// any other part of the response.
    ///
    /// `iss` is the parameter, percent-decoded. `None`: the response has no `iss`. The value must be identical to
    /// [`AuthorizationParameters::issuer`], code point by code point.
    ///
    /// # Errors
    /// [`ErrorKind::IssuerMismatch`](crate::ErrorKind::IssuerMismatch) if `iss` differs, or is missing although the server
    /// says that it sends `iss`. Discard the response then, and do not show its `error_description`.
    pub fn verify_issuer(&self, iss: Option<&str>) -> Result<(), Error> {
        verify_issuer(self.issuer(), self.sends_authorization_response_iss, iss)
    }

    /// Returns text for [`AuthorizationParameters::from_saved`].
    pub(crate) fn to_saved(&self) -> String {
        // Strings and booleans always serialise.
        serde_json::to_string(&(&self.members, self.sends_authorization_response_iss)).unwrap_or_default()
    }

    /// Returns the parameters that [`AuthorizationParameters::to_saved`] has saved.
    pub(crate) fn from_saved(saved: &str) -> Result<AuthorizationParameters, Error> {
        let (members, sends_authorization_response_iss) = serde_json::from_str(saved).map_err(|error| {
            let why = escaped(&error.to_string());
            Error::invalid_argument(format!("saved parameters must be a text from to_saved: {why}"))
        })?;
        Ok(AuthorizationParameters { members, sends_authorization_response_iss })
    }
}

impl Serialize for AuthorizationParameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}

fn client_registration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ClientRegistration>, D::Error> {
    let names: Vec<String> = Vec::deserialize(deserializer)?;
    let way = |name: String| {
        ClientRegistration::named(&name).ok_or_else(|| de::Error::custom("it has an unknown way of registration"))
    };
    names.into_iter().map(way).collect()
}
