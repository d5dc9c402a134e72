use crate::document::document;
use std::collections::HashMap;

document! {
    /// An authorization server's metadata document ([RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), and
    /// [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)), validated. Members
    /// that the document lacks are absent. Strings are exactly as received. Every endpoint is an absolute https URL, or
    /// http if the issuer is http.
    AuthorizationServerMetadata;
    // begin generated: members
    /// The server's issuer identifier. Use this string, not the requested one, in all further requests and checks.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    issuer: String,
    /// The authorization endpoint, which the user's browser opens.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    authorization_endpoint: String,
    /// The token endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint: String,
    /// The URL of the server's JWK Set.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    jwks_uri: String,
    /// The endpoint for dynamic client registration (RFC 7591).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    registration_endpoint: String,
    /// The scopes that the server supports.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    scopes_supported: Vec<String>,
    /// The `response_type` values that the server supports.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    response_types_supported: Vec<String>,
    /// The `response_mode` values that the server supports. If absent: `query` and `fragment`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    response_modes_supported: Vec<String>,
    /// The grant types that the server supports. If absent: `authorization_code` and `implicit`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    grant_types_supported: Vec<String>,
    /// The client authentication methods of the token endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the token endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// A page for developers. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    service_documentation: String,
    /// The languages of the user interface, as BCP 47 tags.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    ui_locales_supported: Vec<String>,
    /// A page on how a client may use the data. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    op_policy_uri: String,
    /// A page with the terms of service. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    op_tos_uri: String,
    /// The token revocation endpoint (RFC 7009).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint: String,
    /// The client authentication methods of the revocation endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the revocation endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    revocation_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// The token introspection endpoint (RFC 7662).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint: String,
    /// The client authentication methods of the introspection endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the introspection endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    introspection_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// The PKCE code challenge methods that the server supports (RFC 7636).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    code_challenge_methods_supported: Vec<String>,
    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by [RFC 8414 section 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1).
    signed_metadata: String,
    /// The device authorization endpoint.
    ///
    /// Registered by [RFC 8628 section 4](https://www.rfc-editor.org/rfc/rfc8628#section-4).
    device_authorization_endpoint: String,
    /// Whether the server can issue access tokens that are bound to client certificates. If absent: false.
    ///
    /// Registered by [RFC 8705 section 3.3](https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
    tls_client_certificate_bound_access_tokens: bool,
    /// The endpoints for clients with a certificate. They replace the endpoints of the same names.
    ///
    /// Registered by [RFC 8705 section 5](https://www.rfc-editor.org/rfc/rfc8705#section-5).
    mtls_endpoint_aliases: HashMap<String, String>,
    /// The JWS algorithms for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    nfv_token_encryption_enc_values_supported: Vec<String>,
    /// OpenID Connect's UserInfo endpoint.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_endpoint: String,
    /// The authentication context classes that the server supports.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    acr_values_supported: Vec<String>,
    /// The subject identifier types that the server supports: `pairwise`, `public`.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    subject_types_supported: Vec<String>,
    /// The JWS algorithms for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    id_token_encryption_enc_values_supported: Vec<String>,
    /// The JWS algorithms for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    userinfo_encryption_enc_values_supported: Vec<String>,
    /// The JWS algorithms for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_object_encryption_enc_values_supported: Vec<String>,
    /// The `display` values that the server supports.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    display_values_supported: Vec<String>,
    /// The claim types that the server supports. If absent: `normal`.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    claim_types_supported: Vec<String>,
    /// The claims that the server may supply.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_supported: Vec<String>,
    /// The languages of claims, as BCP 47 tags.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_locales_supported: Vec<String>,
    /// Whether the server supports the `claims` parameter. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    claims_parameter_supported: bool,
    /// Whether the server supports the `request` parameter. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_parameter_supported: bool,
    /// Whether the server supports the `request_uri` parameter, if the document says so. See also
    /// `supports_request_uri_parameter`.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    request_uri_parameter_supported: bool,
    /// Whether `request_uri` values must be registered beforehand. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    require_request_uri_registration: bool,
    /// Whether authorization requests must be signed request objects. If absent: false.
    ///
    /// Registered by [RFC 9101 section 10.5](https://www.rfc-editor.org/rfc/rfc9101#section-10.5).
    require_signed_request_object: bool,
    /// The pushed authorization request endpoint.
    ///
    /// Registered by [RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5).
    pushed_authorization_request_endpoint: String,
    /// Whether the server accepts pushed authorization requests only. If absent: false.
    ///
    /// Registered by [RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5).
    require_pushed_authorization_requests: bool,
    /// The JWS algorithms for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    introspection_encryption_enc_values_supported: Vec<String>,
    /// Whether authorization responses carry `iss`, if the document says so. See also
    /// `sends_authorization_response_iss`.
    ///
    /// Registered by [RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3).
    authorization_response_iss_parameter_supported: bool,
    /// The URL of an iframe for session state notifications.
    ///
    /// Registered by
    /// [OpenID Connect Session Management section 3.3](https://openid.net/specs/openid-connect-session-1_0.html).
    check_session_iframe: String,
    /// Whether the server supports front-channel logout. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Front-Channel Logout section 3](https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    frontchannel_logout_supported: bool,
    /// Whether the server sends `iss` and `sid` in front-channel logout requests. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Front-Channel Logout section 3](https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    frontchannel_logout_session_supported: bool,
    /// Whether the server supports back-channel logout. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Back-Channel Logout section 2.1](https://openid.net/specs/openid-connect-backchannel-1_0.html).
    backchannel_logout_supported: bool,
    /// Whether the server sends `sid` in logout tokens. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Back-Channel Logout section 2.1](https://openid.net/specs/openid-connect-backchannel-1_0.html).
    backchannel_logout_session_supported: bool,
    /// The endpoint that logs the user out.
    ///
    /// Registered by
    /// [OpenID Connect RP-Initiated Logout section 2.1](https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
    end_session_endpoint: String,
    /// The ways to deliver tokens after backchannel authentication: `poll`, `ping`, `push`.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_token_delivery_modes_supported: Vec<String>,
    /// The backchannel authentication endpoint.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_authentication_endpoint: String,
    /// The JWS algorithms for signed backchannel authentication requests.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_authentication_request_signing_alg_values_supported: Vec<String>,
    /// Whether the server supports the `user_code` parameter. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    backchannel_user_code_parameter_supported: bool,
    /// The `type` values of `authorization_details` that the server supports.
    ///
    /// Registered by [RFC 9396 section 10](https://www.rfc-editor.org/rfc/rfc9396#section-10).
    authorization_details_types_supported: Vec<String>,
    /// The JWS algorithms that the server supports for DPoP proofs.
    ///
    /// Registered by [RFC 9449 section 5.1](https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
    dpop_signing_alg_values_supported: Vec<String>,
    /// The JWS algorithms for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    authorization_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    authorization_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    authorization_encryption_enc_values_supported: Vec<String>,
    /// The resources that can be used with the server.
    ///
    /// Registered by [RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4).
    protected_resources: Vec<String>,
    /// The ways of client registration that the server supports: `automatic`, `explicit`.
    ///
    /// Registered by [OpenID Federation section 5.1.3](https://openid.net/specs/openid-federation-1_0.html).
    client_registration_types_supported: Vec<String>,
    /// The endpoint for explicit client registration.
    ///
    /// Registered by [OpenID Federation section 5.1.3](https://openid.net/specs/openid-federation-1_0.html).
    federation_registration_endpoint: String,
    /// The URL of a signed JWT that holds the server's JWK Set.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    signed_jwks_uri: String,
    /// The server's JWK Set itself. As JSON text.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    jwks: String,
    /// The name of the organization that owns the server, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    organization_name: String,
    /// The server's name, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    display_name: String,
    /// A short description of the server, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    description: String,
    /// Keywords, tags or categories that apply to the server.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    keywords: Vec<String>,
    /// Contacts of the people responsible for the server, such as e-mail addresses.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    contacts: Vec<String>,
    /// The logo of the organization that owns the server, an image. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    logo_uri: String,
    /// A page with more about the server. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    information_uri: String,
    /// A page of the organization that owns the server. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    organization_uri: String,
    /// The endpoint that lists the URLs of token status lists.
    ///
    /// Registered by
    /// [OAuth Token Status List section 9](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list).
    status_list_aggregation_endpoint: String,
    /// The `requested_token_type` values that the server supports in a token exchange for identity chaining.
    ///
    /// Registered by
    /// [OAuth Identity and Authorization Chaining section 3](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining).
    identity_chaining_requested_token_types_supported: Vec<String>,
    /// Whether a client's identifier may be the URL of a metadata document. If absent: false.
    ///
    /// Registered by
    /// [OAuth Client ID Metadata Document](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document).
    client_id_metadata_document_supported: bool,
    // end generated: members
    ; always:
    // begin generated: accessors
    /// Whether the server supports the `request_uri` parameter; true if the document does not say.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    supports_request_uri_parameter,
    /// Whether authorization responses carry `iss`; false if the document does not say.
    ///
    /// Registered by [RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3).
    sends_authorization_response_iss,
    // end generated: accessors
    /// Whether the server's document lists PKCE with S256
    /// ([RFC 7636 section 4.2](https://www.rfc-editor.org/rfc/rfc7636#section-4.2)).
    supports_pkce_s256,
}
