use crate::arguments::text;
use crate::document::document;
use crate::exception::raised;
use crate::options::RuleArguments;
use crate::response::Response;
use pyo3::prelude::*;

/// The validated metadata document of an authorization server (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and
/// OpenID Connect Discovery, https://openid.net/specs/openid-connect-discovery-1_0.html).
///
/// An absent member is None. Strings are exactly as sent. Every endpoint is an absolute https URL, or an http URL if the
/// issuer is an http URL on a loopback host. Two documents are equal if their members are equal, even if their URLs
/// differ.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct AuthorizationServerMetadata(pub(crate) telnyx_oauth::AuthorizationServerMetadata);

document! { AuthorizationServerMetadata restored by restore_authorization_server_metadata, about issuer {
    // begin generated: members
    /// The server's issuer identifier. Use this string, not the requested one, in all further requests and checks.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    issuer: string,
    /// The authorization endpoint, which the user's browser opens.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    authorization_endpoint: string,
    /// The token endpoint.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint: string,
    /// The URL of the server's JWK Set.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    jwks_uri: string,
    /// The endpoint for dynamic client registration (RFC 7591).
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    registration_endpoint: string,
    /// The scopes that the server supports.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    scopes_supported: strings,
    /// The `response_type` values that the server supports.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    response_types_supported: strings,
    /// The `response_mode` values that the server supports. If absent: `query` and `fragment`.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    response_modes_supported: strings,
    /// The grant types that the server supports. If absent: `authorization_code` and `implicit`.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    grant_types_supported: strings,
    /// The client authentication methods of the token endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the token endpoint.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint_auth_signing_alg_values_supported: strings,
    /// A page for developers. Not checked: it may be any text.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    service_documentation: string,
    /// The languages of the user interface, as BCP 47 tags.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    ui_locales_supported: strings,
    /// A page on how a client may use the data. Not checked: it may be any text.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    op_policy_uri: string,
    /// A page with the terms of service. Not checked: it may be any text.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    op_tos_uri: string,
    /// The token revocation endpoint (RFC 7009).
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint: string,
    /// The client authentication methods of the revocation endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the revocation endpoint.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint_auth_signing_alg_values_supported: strings,
    /// The token introspection endpoint (RFC 7662).
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint: string,
    /// The client authentication methods of the introspection endpoint.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the introspection endpoint.
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint_auth_signing_alg_values_supported: strings,
    /// The PKCE code challenge methods that the server supports (RFC 7636).
    ///
    /// Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
    code_challenge_methods_supported: strings,
    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by RFC 8414 section 2.1 (https://www.rfc-editor.org/rfc/rfc8414#section-2.1).
    signed_metadata: string,
    /// The device authorization endpoint.
    ///
    /// Registered by RFC 8628 section 4 (https://www.rfc-editor.org/rfc/rfc8628#section-4).
    device_authorization_endpoint: string,
    /// Whether the server can issue access tokens that are bound to client certificates. If absent: false.
    ///
    /// Registered by RFC 8705 section 3.3 (https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
    tls_client_certificate_bound_access_tokens: boolean,
    /// The endpoints for clients with a certificate. They replace the endpoints of the same names.
    ///
    /// Registered by RFC 8705 section 5 (https://www.rfc-editor.org/rfc/rfc8705#section-5).
    mtls_endpoint_aliases: endpoints,
    /// The JWS algorithms for NFV tokens.
    ///
    /// Registered by ETSI GS NFV-SEC 022
    /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_signing_alg_values_supported: strings,
    /// The JWE algorithms for NFV tokens.
    ///
    /// Registered by ETSI GS NFV-SEC 022
    /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for NFV tokens.
    ///
    /// Registered by ETSI GS NFV-SEC 022
    /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_encryption_enc_values_supported: strings,
    /// OpenID Connect's UserInfo endpoint.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_endpoint: string,
    /// The authentication context classes that the server supports.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    acr_values_supported: strings,
    /// The subject identifier types that the server supports: `pairwise`, `public`.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    subject_types_supported: strings,
    /// The JWS algorithms for ID tokens.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_signing_alg_values_supported: strings,
    /// The JWE algorithms for ID tokens.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for ID tokens.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_encryption_enc_values_supported: strings,
    /// The JWS algorithms for UserInfo responses.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_signing_alg_values_supported: strings,
    /// The JWE algorithms for UserInfo responses.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for UserInfo responses.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_encryption_enc_values_supported: strings,
    /// The JWS algorithms for request objects.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_signing_alg_values_supported: strings,
    /// The JWE algorithms for request objects.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for request objects.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_encryption_enc_values_supported: strings,
    /// The `display` values that the server supports.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    display_values_supported: strings,
    /// The claim types that the server supports. If absent: `normal`.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    claim_types_supported: strings,
    /// The claims that the server may supply.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_supported: strings,
    /// The languages of claims, as BCP 47 tags.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_locales_supported: strings,
    /// Whether the server supports the `claims` parameter. If absent: false.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_parameter_supported: boolean,
    /// Whether the server supports the `request` parameter. If absent: false.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_parameter_supported: boolean,
    /// Whether the server supports the `request_uri` parameter, if the document says so. See also
    /// `supports_request_uri_parameter`.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_uri_parameter_supported: boolean,
    /// Whether `request_uri` values must be registered beforehand. If absent: false.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    require_request_uri_registration: boolean,
    /// Whether authorization requests must be signed request objects. If absent: false.
    ///
    /// Registered by RFC 9101 section 10.5 (https://www.rfc-editor.org/rfc/rfc9101#section-10.5).
    require_signed_request_object: boolean,
    /// The pushed authorization request endpoint.
    ///
    /// Registered by RFC 9126 section 5 (https://www.rfc-editor.org/rfc/rfc9126#section-5).
    pushed_authorization_request_endpoint: string,
    /// Whether the server accepts pushed authorization requests only. If absent: false.
    ///
    /// Registered by RFC 9126 section 5 (https://www.rfc-editor.org/rfc/rfc9126#section-5).
    require_pushed_authorization_requests: boolean,
    /// The JWS algorithms for introspection responses.
    ///
    /// Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_signing_alg_values_supported: strings,
    /// The JWE algorithms for introspection responses.
    ///
    /// Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for introspection responses.
    ///
    /// Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_encryption_enc_values_supported: strings,
    /// Whether authorization responses carry `iss`, if the document says so. See also
    /// `sends_authorization_response_iss`.
    ///
    /// Registered by RFC 9207 section 3 (https://www.rfc-editor.org/rfc/rfc9207#section-3).
    authorization_response_iss_parameter_supported: boolean,
    /// The URL of an iframe for session state notifications.
    ///
    /// Registered by OpenID Connect Session Management section 3.3
    /// (https://openid.net/specs/openid-connect-session-1_0.html).
    check_session_iframe: string,
    /// Whether the server supports front-channel logout. If absent: false.
    ///
    /// Registered by OpenID Connect Front-Channel Logout section 3
    /// (https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    frontchannel_logout_supported: boolean,
    /// Whether the server sends `iss` and `sid` in front-channel logout requests. If absent: false.
    ///
    /// Registered by OpenID Connect Front-Channel Logout section 3
    /// (https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    frontchannel_logout_session_supported: boolean,
    /// Whether the server supports back-channel logout. If absent: false.
    ///
    /// Registered by OpenID Connect Back-Channel Logout section 2.1
    /// (https://openid.net/specs/openid-connect-backchannel-1_0.html).
    backchannel_logout_supported: boolean,
    /// Whether the server sends `sid` in logout tokens. If absent: false.
    ///
    /// Registered by OpenID Connect Back-Channel Logout section 2.1
    /// (https://openid.net/specs/openid-connect-backchannel-1_0.html).
    backchannel_logout_session_supported: boolean,
    /// The endpoint that logs the user out.
    ///
    /// Registered by OpenID Connect RP-Initiated Logout section 2.1
    /// (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
    end_session_endpoint: string,
    /// The ways to deliver tokens after backchannel authentication: `poll`, `ping`, `push`.
    ///
    /// Registered by OpenID Connect CIBA section 4
    /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_token_delivery_modes_supported: strings,
    /// The backchannel authentication endpoint.
    ///
    /// Registered by OpenID Connect CIBA section 4
    /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_authentication_endpoint: string,
    /// The JWS algorithms for signed backchannel authentication requests.
    ///
    /// Registered by OpenID Connect CIBA section 4
    /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_authentication_request_signing_alg_values_supported: strings,
    /// Whether the server supports the `user_code` parameter. If absent: false.
    ///
    /// Registered by OpenID Connect CIBA section 4
    /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_user_code_parameter_supported: boolean,
    /// The `type` values of `authorization_details` that the server supports.
    ///
    /// Registered by RFC 9396 section 10 (https://www.rfc-editor.org/rfc/rfc9396#section-10).
    authorization_details_types_supported: strings,
    /// The JWS algorithms that the server supports for DPoP proofs.
    ///
    /// Registered by RFC 9449 section 5.1 (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
    dpop_signing_alg_values_supported: strings,
    /// The JWS algorithms for authorization responses.
    ///
    /// Registered by JWT Secured Authorization Response Mode (JARM) section 4
    /// (https://openid.net/specs/oauth-v2-jarm.html).
    authorization_signing_alg_values_supported: strings,
    /// The JWE algorithms for authorization responses.
    ///
    /// Registered by JWT Secured Authorization Response Mode (JARM) section 4
    /// (https://openid.net/specs/oauth-v2-jarm.html).
    authorization_encryption_alg_values_supported: strings,
    /// The JWE content encryptions for authorization responses.
    ///
    /// Registered by JWT Secured Authorization Response Mode (JARM) section 4
    /// (https://openid.net/specs/oauth-v2-jarm.html).
    authorization_encryption_enc_values_supported: strings,
    /// The resources that can be used with the server.
    ///
    /// Registered by RFC 9728 section 4 (https://www.rfc-editor.org/rfc/rfc9728#section-4).
    protected_resources: strings,
    /// The ways of client registration that the server supports: `automatic`, `explicit`.
    ///
    /// Registered by OpenID Federation section 5.1.3 (https://openid.net/specs/openid-federation-1_0.html).
    client_registration_types_supported: strings,
    /// The endpoint for explicit client registration.
    ///
    /// Registered by OpenID Federation section 5.1.3 (https://openid.net/specs/openid-federation-1_0.html).
    federation_registration_endpoint: string,
    /// The URL of a signed JWT that holds the server's JWK Set.
    ///
    /// Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
    signed_jwks_uri: string,
    /// The server's JWK Set itself.
    ///
    /// Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
    jwks: object,
    /// The name of the organization that owns the server, for people.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    organization_name: string,
    /// The server's name, for people.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    display_name: string,
    /// A short description of the server, for people.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    description: string,
    /// Keywords, tags or categories that apply to the server.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    keywords: strings,
    /// Contacts of the people responsible for the server, such as e-mail addresses.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    contacts: strings,
    /// The logo of the organization that owns the server, an image. Not checked: it may be any text.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    logo_uri: string,
    /// A page with more about the server. Not checked: it may be any text.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    information_uri: string,
    /// A page of the organization that owns the server. Not checked: it may be any text.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    organization_uri: string,
    /// The endpoint that lists the URLs of token status lists.
    ///
    /// Registered by OAuth Token Status List section 9
    /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list).
    status_list_aggregation_endpoint: string,
    /// The `requested_token_type` values that the server supports in a token exchange for identity chaining.
    ///
    /// Registered by OAuth Identity and Authorization Chaining section 3
    /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining).
    identity_chaining_requested_token_types_supported: strings,
    /// Whether a client's identifier may be the URL of a metadata document. If absent: false.
    ///
    /// Registered by OAuth Client ID Metadata Document
    /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document).
    client_id_metadata_document_supported: boolean,
    // end generated: members
}
    /// Validates a response of your own HTTP client as the metadata document of `issuer`
    /// (RFC 8414 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
    ///
    /// Args:
    ///     issuer: An absolute https URL without a query, or an http URL on a loopback host.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body.
    ///     content_type: The `Content-Type` header field. Default: the response has none.
    ///     url: The URL of the response, after redirects. Default: the first of
    ///         `authorization_server_metadata_urls(issuer)`.
    ///     received_at: The time when the response was received, in seconds since 1970, to check the validity period of
    ///         `signed_metadata`. Default: unknown.
    #[doc = rules_docs!(strict)]
    #[doc = rules_docs!(allow_http)]
    #[doc = rules_docs!(authorization_server_trusted_keys)]
    ///
    /// Returns:
    ///     The document. Its `warnings` are the deviations from RFCs that were tolerated.
    ///
    /// Raises:
    ///     InvalidArgumentError: `issuer`, `url` or another argument is invalid.
    ///     InsecureUrlError: `issuer` or `url` is an http URL on a host that is not loopback, without `allow_http`.
    ///     Error: The response is refused: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
    ///         `InvalidMetadataError`, `IssuerMismatchError` or `SignatureInvalidError`.
    #[staticmethod]
    #[pyo3(signature = (issuer, *, status, body, content_type=None, url=None, received_at=None, strict=None,
        allow_http=None, authorization_server_trusted_keys=None))]
    #[expect(clippy::too_many_arguments, reason = "the arguments are Python's keywords")]
    fn from_response(
        py: Python<'_>,
        issuer: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        received_at: Option<&Bound<'_, PyAny>>,
        strict: Option<&Bound<'_, PyAny>>,
        allow_http: Option<&Bound<'_, PyAny>>,
        authorization_server_trusted_keys: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<AuthorizationServerMetadata> {
        let rules =
            RuleArguments { strict, allow_http, authorization_server_trusted_keys, ..RuleArguments::default() }.rules()?;
        let issuer = text("issuer", issuer)?;
        let response = Response::new(status, body, content_type, url)?.received_at(received_at)?;
        let found =
            response.lend(|response| telnyx_oauth::AuthorizationServerMetadata::from_response(&issuer, response, &rules));
        found.map(AuthorizationServerMetadata).map_err(|error| raised(py, &error))
    }

    /// True if the server declares that it supports PKCE with S256
    /// (RFC 7636 section 4.2, https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
    #[getter]
    fn supports_pkce_s256(&self) -> bool {
        self.0.supports_pkce_s256()
    }

    // begin generated: accessors
    /// Whether the server supports the `request_uri` parameter; true if the document does not say.
    ///
    /// Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
    #[getter]
    fn supports_request_uri_parameter(&self) -> bool {
        self.0.supports_request_uri_parameter()
    }

    /// Whether authorization responses carry `iss`; false if the document does not say.
    ///
    /// Registered by RFC 9207 section 3 (https://www.rfc-editor.org/rfc/rfc9207#section-3).
    #[getter]
    fn sends_authorization_response_iss(&self) -> bool {
        self.0.sends_authorization_response_iss()
    }
    // end generated: accessors
}
