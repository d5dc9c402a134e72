// Generated from core/members.toml by `cargo run -p generate`. Do not edit.

use super::authorization_server_metadata::AuthorizationServerMetadata;

impl AuthorizationServerMetadata {
    /// The server's issuer identifier. Use this string, not the requested one, in all further requests and checks.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn issuer(&self) -> Option<&str> {
        self.0.members.string(0)
    }

    /// The authorization endpoint, which the user's browser opens.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn authorization_endpoint(&self) -> Option<&str> {
        self.0.members.string(1)
    }

    /// The token endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn token_endpoint(&self) -> Option<&str> {
        self.0.members.string(2)
    }

    /// The URL of the server's JWK Set.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn jwks_uri(&self) -> Option<&str> {
        self.0.members.string(3)
    }

    /// The endpoint for dynamic client registration (RFC 7591).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn registration_endpoint(&self) -> Option<&str> {
        self.0.members.string(4)
    }

    /// The scopes that the server supports.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn scopes_supported(&self) -> Option<&[String]> {
        self.0.members.strings(5)
    }

    /// The `response_type` values that the server supports.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn response_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(6)
    }

    /// The `response_mode` values that the server supports. If absent: `query` and `fragment`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn response_modes_supported(&self) -> Option<&[String]> {
        self.0.members.strings(7)
    }

    /// The grant types that the server supports. If absent: `authorization_code` and `implicit`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn grant_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(8)
    }

    /// The client authentication methods of the token endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn token_endpoint_auth_methods_supported(&self) -> Option<&[String]> {
        self.0.members.strings(9)
    }

    /// The JWS algorithms for client authentication at the token endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn token_endpoint_auth_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(10)
    }

    /// A page for developers. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn service_documentation(&self) -> Option<&str> {
        self.0.members.string(11)
    }

    /// The languages of the user interface, as BCP 47 tags.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn ui_locales_supported(&self) -> Option<&[String]> {
        self.0.members.strings(12)
    }

    /// A page on how a client may use the data. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn op_policy_uri(&self) -> Option<&str> {
        self.0.members.string(13)
    }

    /// A page with the terms of service. Not checked: it may be any text.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn op_tos_uri(&self) -> Option<&str> {
        self.0.members.string(14)
    }

    /// The token revocation endpoint (RFC 7009).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn revocation_endpoint(&self) -> Option<&str> {
        self.0.members.string(15)
    }

    /// The client authentication methods of the revocation endpoint. If absent: `client_secret_basic`.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn revocation_endpoint_auth_methods_supported(&self) -> Option<&[String]> {
        self.0.members.strings(16)
    }

    /// The JWS algorithms for client authentication at the revocation endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn revocation_endpoint_auth_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(17)
    }

    /// The token introspection endpoint (RFC 7662).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn introspection_endpoint(&self) -> Option<&str> {
        self.0.members.string(18)
    }

    /// The client authentication methods of the introspection endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn introspection_endpoint_auth_methods_supported(&self) -> Option<&[String]> {
        self.0.members.strings(19)
    }

    /// The JWS algorithms for client authentication at the introspection endpoint.
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn introspection_endpoint_auth_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(20)
    }

    /// The PKCE code challenge methods that the server supports (RFC 7636).
    ///
    /// Registered by [RFC 8414 section 2](https://www.rfc-editor.org/rfc/rfc8414#section-2).
    pub fn code_challenge_methods_supported(&self) -> Option<&[String]> {
        self.0.members.strings(21)
    }

    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by [RFC 8414 section 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1).
    pub fn signed_metadata(&self) -> Option<&str> {
        self.0.members.string(22)
    }

    /// The device authorization endpoint.
    ///
    /// Registered by [RFC 8628 section 4](https://www.rfc-editor.org/rfc/rfc8628#section-4).
    pub fn device_authorization_endpoint(&self) -> Option<&str> {
        self.0.members.string(23)
    }

    /// Whether the server can issue access tokens that are bound to client certificates. If absent: false.
    ///
    /// Registered by [RFC 8705 section 3.3](https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
    pub fn tls_client_certificate_bound_access_tokens(&self) -> Option<bool> {
        self.0.members.boolean(24)
    }

    /// The endpoints for clients with a certificate. They replace the endpoints of the same names. Each has its name
    /// and its URL.
    ///
    /// Registered by [RFC 8705 section 5](https://www.rfc-editor.org/rfc/rfc8705#section-5).
    pub fn mtls_endpoint_aliases(&self) -> Option<&[(String, String)]> {
        self.0.members.endpoints(25)
    }

    /// The JWS algorithms for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    pub fn nfv_token_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(26)
    }

    /// The JWE algorithms for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    pub fn nfv_token_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(27)
    }

    /// The JWE content encryptions for NFV tokens.
    ///
    /// Registered by
    /// [ETSI GS NFV-SEC 022](https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
    pub fn nfv_token_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(28)
    }

    /// OpenID Connect's UserInfo endpoint.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn userinfo_endpoint(&self) -> Option<&str> {
        self.0.members.string(29)
    }

    /// The authentication context classes that the server supports.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn acr_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(30)
    }

    /// The subject identifier types that the server supports: `pairwise`, `public`.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn subject_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(31)
    }

    /// The JWS algorithms for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn id_token_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(32)
    }

    /// The JWE algorithms for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn id_token_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(33)
    }

    /// The JWE content encryptions for ID tokens.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn id_token_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(34)
    }

    /// The JWS algorithms for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn userinfo_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(35)
    }

    /// The JWE algorithms for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn userinfo_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(36)
    }

    /// The JWE content encryptions for UserInfo responses.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn userinfo_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(37)
    }

    /// The JWS algorithms for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn request_object_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(38)
    }

    /// The JWE algorithms for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn request_object_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(39)
    }

    /// The JWE content encryptions for request objects.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn request_object_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(40)
    }

    /// The `display` values that the server supports.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn display_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(41)
    }

    /// The claim types that the server supports. If absent: `normal`.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn claim_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(42)
    }

    /// The claims that the server may supply.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn claims_supported(&self) -> Option<&[String]> {
        self.0.members.strings(43)
    }

    /// The languages of claims, as BCP 47 tags.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn claims_locales_supported(&self) -> Option<&[String]> {
        self.0.members.strings(44)
    }

    /// Whether the server supports the `claims` parameter. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn claims_parameter_supported(&self) -> Option<bool> {
        self.0.members.boolean(45)
    }

    /// Whether the server supports the `request` parameter. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn request_parameter_supported(&self) -> Option<bool> {
        self.0.members.boolean(46)
    }

    /// Whether the server supports the `request_uri` parameter, if the document says so. See also
    /// [`AuthorizationServerMetadata::supports_request_uri_parameter`].
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn request_uri_parameter_supported(&self) -> Option<bool> {
        self.0.members.boolean(47)
    }

    /// Whether the server supports the `request_uri` parameter; true if the document does not say.
    pub fn supports_request_uri_parameter(&self) -> bool {
        self.request_uri_parameter_supported().unwrap_or(true)
    }

    /// Whether `request_uri` values must be registered beforehand. If absent: false.
    ///
    /// Registered by [OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html).
    pub fn require_request_uri_registration(&self) -> Option<bool> {
        self.0.members.boolean(48)
    }

    /// Whether authorization requests must be signed request objects. If absent: false.
    ///
    /// Registered by [RFC 9101 section 10.5](https://www.rfc-editor.org/rfc/rfc9101#section-10.5).
    pub fn require_signed_request_object(&self) -> Option<bool> {
        self.0.members.boolean(49)
    }

    /// The pushed authorization request endpoint.
    ///
    /// Registered by [RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5).
    pub fn pushed_authorization_request_endpoint(&self) -> Option<&str> {
        self.0.members.string(50)
    }

    /// Whether the server accepts pushed authorization requests only. If absent: false.
    ///
    /// Registered by [RFC 9126 section 5](https://www.rfc-editor.org/rfc/rfc9126#section-5).
    pub fn require_pushed_authorization_requests(&self) -> Option<bool> {
        self.0.members.boolean(51)
    }

    /// The JWS algorithms for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    pub fn introspection_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(52)
    }

    /// The JWE algorithms for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    pub fn introspection_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(53)
    }

    /// The JWE content encryptions for introspection responses.
    ///
    /// Registered by [RFC 9701 section 7](https://www.rfc-editor.org/rfc/rfc9701#section-7).
    pub fn introspection_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(54)
    }

    /// Whether authorization responses carry `iss`, if the document says so. See also
    /// [`AuthorizationServerMetadata::sends_authorization_response_iss`].
    ///
    /// Registered by [RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3).
    pub fn authorization_response_iss_parameter_supported(&self) -> Option<bool> {
        self.0.members.boolean(55)
    }

    /// Whether authorization responses carry `iss`; false if the document does not say.
    pub fn sends_authorization_response_iss(&self) -> bool {
        self.authorization_response_iss_parameter_supported().unwrap_or(false)
    }

    /// The URL of an iframe for session state notifications.
    ///
    /// Registered by
    /// [OpenID Connect Session Management section 3.3](https://openid.net/specs/openid-connect-session-1_0.html).
    pub fn check_session_iframe(&self) -> Option<&str> {
        self.0.members.string(56)
    }

    /// Whether the server supports front-channel logout. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Front-Channel Logout section 3](https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    pub fn frontchannel_logout_supported(&self) -> Option<bool> {
        self.0.members.boolean(57)
    }

    /// Whether the server sends `iss` and `sid` in front-channel logout requests. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Front-Channel Logout section 3](https://openid.net/specs/openid-connect-frontchannel-1_0.html).
    pub fn frontchannel_logout_session_supported(&self) -> Option<bool> {
        self.0.members.boolean(58)
    }

    /// Whether the server supports back-channel logout. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Back-Channel Logout section 2.1](https://openid.net/specs/openid-connect-backchannel-1_0.html).
    pub fn backchannel_logout_supported(&self) -> Option<bool> {
        self.0.members.boolean(59)
    }

    /// Whether the server sends `sid` in logout tokens. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect Back-Channel Logout section 2.1](https://openid.net/specs/openid-connect-backchannel-1_0.html).
    pub fn backchannel_logout_session_supported(&self) -> Option<bool> {
        self.0.members.boolean(60)
    }

    /// The endpoint that logs the user out.
    ///
    /// Registered by
    /// [OpenID Connect RP-Initiated Logout section 2.1](https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
    pub fn end_session_endpoint(&self) -> Option<&str> {
        self.0.members.string(61)
    }

    /// The ways to deliver tokens after backchannel authentication: `poll`, `ping`, `push`.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    pub fn backchannel_token_delivery_modes_supported(&self) -> Option<&[String]> {
        self.0.members.strings(62)
    }

    /// The backchannel authentication endpoint.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    pub fn backchannel_authentication_endpoint(&self) -> Option<&str> {
        self.0.members.string(63)
    }

    /// The JWS algorithms for signed backchannel authentication requests.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    pub fn backchannel_authentication_request_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(64)
    }

    /// Whether the server supports the `user_code` parameter. If absent: false.
    ///
    /// Registered by
    /// [OpenID Connect CIBA section 4](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
    pub fn backchannel_user_code_parameter_supported(&self) -> Option<bool> {
        self.0.members.boolean(65)
    }

    /// The `type` values of `authorization_details` that the server supports.
    ///
    /// Registered by [RFC 9396 section 10](https://www.rfc-editor.org/rfc/rfc9396#section-10).
    pub fn authorization_details_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(66)
    }

    /// The JWS algorithms that the server supports for DPoP proofs.
    ///
    /// Registered by [RFC 9449 section 5.1](https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
    pub fn dpop_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(67)
    }

    /// The JWS algorithms for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    pub fn authorization_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(68)
    }

    /// The JWE algorithms for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    pub fn authorization_encryption_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(69)
    }

    /// The JWE content encryptions for authorization responses.
    ///
    /// Registered by
    /// [JWT Secured Authorization Response Mode (JARM) section 4](https://openid.net/specs/oauth-v2-jarm.html).
    pub fn authorization_encryption_enc_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(70)
    }

    /// The resources that can be used with the server.
    ///
    /// Registered by [RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4).
    pub fn protected_resources(&self) -> Option<&[String]> {
        self.0.members.strings(71)
    }

    /// The ways of client registration that the server supports: `automatic`, `explicit`.
    ///
    /// Registered by [OpenID Federation section 5.1.3](https://openid.net/specs/openid-federation-1_0.html).
    pub fn client_registration_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(72)
    }

    /// The endpoint for explicit client registration.
    ///
    /// Registered by [OpenID Federation section 5.1.3](https://openid.net/specs/openid-federation-1_0.html).
    pub fn federation_registration_endpoint(&self) -> Option<&str> {
        self.0.members.string(73)
    }

    /// The URL of a signed JWT that holds the server's JWK Set.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    pub fn signed_jwks_uri(&self) -> Option<&str> {
        self.0.members.string(74)
    }

    /// The server's JWK Set itself. As JSON text.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    pub fn jwks(&self) -> Option<&str> {
        self.0.members.object(75)
    }

    /// The name of the organization that owns the server, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn organization_name(&self) -> Option<&str> {
        self.0.members.string(76)
    }

    /// The server's name, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn display_name(&self) -> Option<&str> {
        self.0.members.string(77)
    }

    /// A short description of the server, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn description(&self) -> Option<&str> {
        self.0.members.string(78)
    }

    /// Keywords, tags or categories that apply to the server.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn keywords(&self) -> Option<&[String]> {
        self.0.members.strings(79)
    }

    /// Contacts of the people responsible for the server, such as e-mail addresses.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn contacts(&self) -> Option<&[String]> {
        self.0.members.strings(80)
    }

    /// The logo of the organization that owns the server, an image. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn logo_uri(&self) -> Option<&str> {
        self.0.members.string(81)
    }

    /// A page with more about the server. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn information_uri(&self) -> Option<&str> {
        self.0.members.string(82)
    }

    /// A page of the organization that owns the server. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn organization_uri(&self) -> Option<&str> {
        self.0.members.string(83)
    }

    /// The endpoint that lists the URLs of token status lists.
    ///
    /// Registered by
    /// [OAuth Token Status List section 9](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list).
    pub fn status_list_aggregation_endpoint(&self) -> Option<&str> {
        self.0.members.string(84)
    }

    /// The `requested_token_type` values that the server supports in a token exchange for identity chaining.
    ///
    /// Registered by
    /// [OAuth Identity and Authorization Chaining section 3](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining).
    pub fn identity_chaining_requested_token_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(85)
    }

    /// Whether a client's identifier may be the URL of a metadata document. If absent: false.
    ///
    /// Registered by
    /// [OAuth Client ID Metadata Document](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document).
    pub fn client_id_metadata_document_supported(&self) -> Option<bool> {
        self.0.members.boolean(86)
    }
}
