use crate::arguments::text;
use crate::document::document;
use crate::exception::raised;
use crate::options::Judging;
use crate::response::Response;
use pyo3::prelude::*;

/// An authorization server's metadata document, judged (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and OpenID
/// Connect Discovery, https://openid.net/specs/openid-connect-discovery-1_0.html).
///
/// What is absent is None, and strings are exactly as sent. Every endpoint is an absolute https URL, or http where the
/// issuer is http on a loopback host. Documents are equal where their members are, wherever they were found.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct AuthorizationServerMetadata(pub(crate) telnyx_oauth::AuthorizationServerMetadata);

document! { AuthorizationServerMetadata restored by restore_authorization_server_metadata, about issuer {
    /// The server's issuer identifier: use this one, not the one asked for, in what follows.
    issuer: string,
    /// Where the user's browser is sent for authorization.
    authorization_endpoint: string,
    /// Where tokens are requested.
    token_endpoint: string,
    /// The server's JWK Set.
    jwks_uri: string,
    /// Dynamic client registration (RFC 7591, https://www.rfc-editor.org/rfc/rfc7591).
    registration_endpoint: string,
    /// The scopes that the server supports.
    scopes_supported: strings,
    /// The `response_type` values that the server supports.
    response_types_supported: strings,
    /// The `response_mode` values that the server supports; absent: `query` and `fragment`.
    response_modes_supported: strings,
    /// The grant types that the server supports; absent: `authorization_code` and `implicit`.
    grant_types_supported: strings,
    /// How a client may authenticate at the token endpoint; absent: `client_secret_basic`.
    token_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the token endpoint.
    token_endpoint_auth_signing_alg_values_supported: strings,
    /// A page for developers. Not checked: it may be any text.
    service_documentation: string,
    /// The languages of the user interface, as BCP 47 tags.
    ui_locales_supported: strings,
    /// A page on how a client may use the data. Not checked: it may be any text.
    op_policy_uri: string,
    /// A page with the terms of service. Not checked: it may be any text.
    op_tos_uri: string,
    /// Where tokens are revoked (RFC 7009, https://www.rfc-editor.org/rfc/rfc7009).
    revocation_endpoint: string,
    /// How a client may authenticate at the revocation endpoint; absent: `client_secret_basic`.
    revocation_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the revocation endpoint.
    revocation_endpoint_auth_signing_alg_values_supported: strings,
    /// Where tokens are introspected (RFC 7662, https://www.rfc-editor.org/rfc/rfc7662).
    introspection_endpoint: string,
    /// How a client may authenticate at the introspection endpoint.
    introspection_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the introspection endpoint.
    introspection_endpoint_auth_signing_alg_values_supported: strings,
    /// The PKCE methods that the server supports (RFC 7636, https://www.rfc-editor.org/rfc/rfc7636). See
    /// `supports_pkce_s256`.
    code_challenge_methods_supported: strings,
    /// A JWT with the members as signed claims (RFC 8414 section 2.1,
    /// https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as sent and not verified.
    signed_metadata: string,
    /// The resources that the server says it serves (RFC 9728 section 4,
    /// https://www.rfc-editor.org/rfc/rfc9728#section-4).
    protected_resources: strings,
    /// Whether authorization responses carry `iss` (RFC 9207, https://www.rfc-editor.org/rfc/rfc9207#section-3),
    /// where the document says so; see also `sends_authorization_response_iss`.
    authorization_response_iss_parameter_supported: boolean,
    /// OpenID Connect's user information.
    userinfo_endpoint: string,
    /// Where the user is logged out (RP-Initiated Logout,
    /// https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
    end_session_endpoint: string,
    /// The authentication context classes that the server supports.
    acr_values_supported: strings,
    /// The subject identifier types that the server supports: `pairwise`, `public`.
    subject_types_supported: strings,
    /// The JWS algorithms for ID tokens.
    id_token_signing_alg_values_supported: strings,
    /// The JWE algorithms for ID tokens.
    id_token_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for ID tokens.
    id_token_encryption_enc_values_supported: strings,
    /// The JWS algorithms for user information.
    userinfo_signing_alg_values_supported: strings,
    /// The JWE algorithms for user information.
    userinfo_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for user information.
    userinfo_encryption_enc_values_supported: strings,
    /// The JWS algorithms for request objects.
    request_object_signing_alg_values_supported: strings,
    /// The JWE algorithms for request objects.
    request_object_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for request objects.
    request_object_encryption_enc_values_supported: strings,
    /// The `display` values that the server supports.
    display_values_supported: strings,
    /// The claim types that the server supports; absent: `normal`.
    claim_types_supported: strings,
    /// The claims that the server may supply.
    claims_supported: strings,
    /// The languages of claims, as BCP 47 tags.
    claims_locales_supported: strings,
    /// Whether the `claims` parameter is supported; false where the document does not say.
    claims_parameter_supported: boolean,
    /// Whether the `request` parameter is supported; false where the document does not say.
    request_parameter_supported: boolean,
    /// Whether the `request_uri` parameter is supported, where the document says so; see also
    /// `supports_request_uri_parameter`.
    request_uri_parameter_supported: boolean,
    /// Whether `request_uri` values must be registered beforehand; false where the document does not say.
    require_request_uri_registration: boolean,
}
    /// Judges a response that was fetched elsewhere: is it the document of `issuer`?
    /// (RFC 8414 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
    ///
    /// Args:
    ///     issuer: An absolute https URL without a query, or http on a loopback host.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body.
    ///     content_type: The `Content-Type` header field, where there was one.
    ///     url: The URL that it came from, after redirects. Default: the first of
    ///         `authorization_server_metadata_urls(issuer)`.
    #[doc = rules_docs!(strict)]
    #[doc = rules_docs!(allow_http)]
    ///
    /// Returns:
    ///     The document, with `warnings` for what was tolerated.
    ///
    /// Raises:
    ///     InvalidArgumentError: `issuer` or `url` cannot be used.
    ///     InsecureUrlError: One of them is http.
    ///     Error: What the response deserves: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
    ///         `InvalidMetadataError` or `IssuerMismatchError`.
    #[staticmethod]
    #[pyo3(signature = (issuer, *, status, body, content_type=None, url=None, strict=None, allow_http=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn from_response(
        py: Python<'_>,
        issuer: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        strict: Option<&Bound<'_, PyAny>>,
        allow_http: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<AuthorizationServerMetadata> {
        let rules = Judging { resource_match: None, strict, allow_http, trusted_keys: None }.rules()?;
        let issuer = text("issuer", issuer)?;
        let response = Response::new(status, body, content_type, url)?;
        let found =
            response.lend(|response| telnyx_oauth::AuthorizationServerMetadata::from_response(&issuer, response, &rules));
        found.map(AuthorizationServerMetadata).map_err(|error| raised(py, &error))
    }

    /// Whether the server says that it supports PKCE with S256
    /// (RFC 7636 section 4.2, https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
    #[getter]
    fn supports_pkce_s256(&self) -> bool {
        self.0.supports_pkce_s256()
    }

    /// Whether authorization responses carry `iss`; False where the document does not say
    /// (RFC 9207 section 3, https://www.rfc-editor.org/rfc/rfc9207#section-3).
    #[getter]
    fn sends_authorization_response_iss(&self) -> bool {
        self.0.sends_authorization_response_iss()
    }

    /// Whether the `request_uri` parameter is supported; True where the document does not say
    /// (OpenID Connect Discovery section 3,
    /// https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
    #[getter]
    fn supports_request_uri_parameter(&self) -> bool {
        self.0.supports_request_uri_parameter()
    }
}
