use crate::document::document;

document! {
    /// An authorization server's metadata document ([RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), and
    /// [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)), judged. What is absent
    /// stays absent, and strings are exactly as sent. Every endpoint is an absolute https URL, or http where the issuer is
    /// http on a loopback host.
    AuthorizationServerMetadata;
    /// The server's issuer identifier: use this one, not the one asked for, in what follows.
    issuer: String,
    /// Where the user's browser is sent for authorization.
    authorization_endpoint: String,
    /// Where tokens are requested.
    token_endpoint: String,
    /// The server's JWK Set.
    jwks_uri: String,
    /// Dynamic client registration ([RFC 7591](https://www.rfc-editor.org/rfc/rfc7591)).
    registration_endpoint: String,
    /// The scopes that the server supports.
    scopes_supported: Vec<String>,
    /// The `response_type` values that the server supports.
    response_types_supported: Vec<String>,
    /// The `response_mode` values that the server supports; absent: `query` and `fragment`.
    response_modes_supported: Vec<String>,
    /// The grant types that the server supports; absent: `authorization_code` and `implicit`.
    grant_types_supported: Vec<String>,
    /// How a client may authenticate at the token endpoint; absent: `client_secret_basic`.
    token_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the token endpoint.
    token_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// A page for developers. Not checked: it may be any text.
    service_documentation: String,
    /// The languages of the user interface, as BCP 47 tags.
    ui_locales_supported: Vec<String>,
    /// A page on how a client may use the data. Not checked: it may be any text.
    op_policy_uri: String,
    /// A page with the terms of service. Not checked: it may be any text.
    op_tos_uri: String,
    /// Where tokens are revoked ([RFC 7009](https://www.rfc-editor.org/rfc/rfc7009)).
    revocation_endpoint: String,
    /// How a client may authenticate at the revocation endpoint; absent: `client_secret_basic`.
    revocation_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the revocation endpoint.
    revocation_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// Where tokens are introspected ([RFC 7662](https://www.rfc-editor.org/rfc/rfc7662)).
    introspection_endpoint: String,
    /// How a client may authenticate at the introspection endpoint.
    introspection_endpoint_auth_methods_supported: Vec<String>,
    /// The JWS algorithms for client authentication at the introspection endpoint.
    introspection_endpoint_auth_signing_alg_values_supported: Vec<String>,
    /// The PKCE methods that the server supports ([RFC 7636](https://www.rfc-editor.org/rfc/rfc7636)). See
    /// `supports_pkce_s256`.
    code_challenge_methods_supported: Vec<String>,
    /// A JWT with the members as signed claims ([RFC 8414 section
    /// 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1)), as sent and not verified.
    signed_metadata: String,
    /// The resources that the server says it serves ([RFC 9728 section
    /// 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
    protected_resources: Vec<String>,
    /// Whether authorization responses carry `iss` ([RFC 9207](https://www.rfc-editor.org/rfc/rfc9207#section-3)),
    /// where the document says so; else `sends_authorization_response_iss`.
    authorization_response_iss_parameter_supported: bool,
    /// OpenID Connect's user information.
    userinfo_endpoint: String,
    /// Where the user is logged out ([RP-Initiated
    /// Logout](https://openid.net/specs/openid-connect-rpinitiated-1_0.html)).
    end_session_endpoint: String,
    /// The authentication context classes that the server supports.
    acr_values_supported: Vec<String>,
    /// The subject identifier types that the server supports: `pairwise`, `public`.
    subject_types_supported: Vec<String>,
    /// The JWS algorithms for ID tokens.
    id_token_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for ID tokens.
    id_token_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for ID tokens.
    id_token_encryption_enc_values_supported: Vec<String>,
    /// The JWS algorithms for user information.
    userinfo_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for user information.
    userinfo_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for user information.
    userinfo_encryption_enc_values_supported: Vec<String>,
    /// The JWS algorithms for request objects.
    request_object_signing_alg_values_supported: Vec<String>,
    /// The JWE algorithms for request objects.
    request_object_encryption_alg_values_supported: Vec<String>,
    /// The JWE content encryptions for request objects.
    request_object_encryption_enc_values_supported: Vec<String>,
    /// The `display` values that the server supports.
    display_values_supported: Vec<String>,
    /// The claim types that the server supports; absent: `normal`.
    claim_types_supported: Vec<String>,
    /// The claims that the server may supply.
    claims_supported: Vec<String>,
    /// The languages of claims, as BCP 47 tags.
    claims_locales_supported: Vec<String>,
    /// Whether the `claims` parameter is supported; false where the document does not say.
    claims_parameter_supported: bool,
    /// Whether the `request` parameter is supported; false where the document does not say.
    request_parameter_supported: bool,
    /// Whether the `request_uri` parameter is supported, where the document says so; else
    /// `supports_request_uri_parameter`.
    request_uri_parameter_supported: bool,
    /// Whether `request_uri` values must be registered beforehand; false where the document does not say.
    require_request_uri_registration: bool,
    ; about (document):
    /// Whether the server says that it supports PKCE with S256
    /// ([RFC 7636 section 4.2](https://www.rfc-editor.org/rfc/rfc7636#section-4.2)).
    supports_pkce_s256: bool = document.supports_pkce_s256(),
    /// Whether authorization responses carry `iss`; false where the document does not say
    /// ([RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3)).
    sends_authorization_response_iss: bool = document.sends_authorization_response_iss(),
    /// Whether the `request_uri` parameter is supported; true where the document does not say
    /// ([OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)).
    supports_request_uri_parameter: bool = document.supports_request_uri_parameter(),
}
