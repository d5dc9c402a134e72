use super::document::{self, document};
use super::extra::Extra;
use super::json::{Wanted, parse_object};
use super::json_path::JsonPath;
use super::members::{Members, invalid};
use super::registered::{self, check_nulls};
use super::rules::Rules;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{EndpointRule, Issuer};
use crate::protocol::response::{Reply, Response};
use crate::protocol::signed_metadata::SignatureStatus;
use crate::{Error, ErrorKind, Warning, WarningKind};
use bytestring::ByteString;
use std::sync::Arc;

document! {
    /// An authorization server's metadata document ([RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), and
    /// [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)), judged. What is absent
    /// stays absent, and strings are exactly as sent. Every endpoint is an absolute https URL, or http where the issuer
    /// is http on a loopback host. Immutable, and cheap to clone.
    AuthorizationServerMetadata, members: ServerMembers, context: rule, localized: LOCALIZED,
    most_strings: 8192;
    /// The server's issuer identifier: use this one, not the one asked for, in what follows.
    issuer: identifier,
    /// Where the user's browser is sent for authorization.
    authorization_endpoint: endpoint(rule),
    /// Where tokens are requested.
    token_endpoint: endpoint(rule),
    /// The server's JWK Set.
    jwks_uri: endpoint(rule),
    /// Dynamic client registration ([RFC 7591](https://www.rfc-editor.org/rfc/rfc7591)).
    registration_endpoint: endpoint(rule),
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
    /// Where tokens are revoked ([RFC 7009](https://www.rfc-editor.org/rfc/rfc7009)).
    revocation_endpoint: endpoint(rule),
    /// How a client may authenticate at the revocation endpoint; absent: `client_secret_basic`.
    revocation_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the revocation endpoint.
    revocation_endpoint_auth_signing_alg_values_supported: strings,
    /// Where tokens are introspected ([RFC 7662](https://www.rfc-editor.org/rfc/rfc7662)).
    introspection_endpoint: endpoint(rule),
    /// How a client may authenticate at the introspection endpoint.
    introspection_endpoint_auth_methods_supported: strings,
    /// The JWS algorithms for client authentication at the introspection endpoint.
    introspection_endpoint_auth_signing_alg_values_supported: strings,
    /// The PKCE methods that the server supports ([RFC 7636](https://www.rfc-editor.org/rfc/rfc7636)). See
    /// [`AuthorizationServerMetadata::supports_pkce_s256`].
    code_challenge_methods_supported: strings,
    /// A JWT with the members as signed claims
    /// ([RFC 8414 section 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1)), as sent and not verified.
    signed_metadata: string,
    /// The resources that the server says it serves
    /// ([RFC 9728 section 4](https://www.rfc-editor.org/rfc/rfc9728#section-4)).
    protected_resources: strings,
    /// Whether authorization responses carry `iss` ([RFC 9207](https://www.rfc-editor.org/rfc/rfc9207#section-3)), where
    /// the document says so; else [`AuthorizationServerMetadata::sends_authorization_response_iss`].
    authorization_response_iss_parameter_supported: boolean,
    /// OpenID Connect's user information.
    userinfo_endpoint: endpoint(rule),
    /// Where the user is logged out
    /// ([RP-Initiated Logout](https://openid.net/specs/openid-connect-rpinitiated-1_0.html)).
    end_session_endpoint: endpoint(rule),
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
    /// Whether the `request_uri` parameter is supported, where the document says so; else
    /// [`AuthorizationServerMetadata::supports_request_uri_parameter`].
    request_uri_parameter_supported: boolean,
    /// Whether `request_uri` values must be registered beforehand; false where the document does not say.
    require_request_uri_registration: boolean,
}

/// No member has variants in other languages.
const LOCALIZED: &[&str] = &[];

impl AuthorizationServerMetadata {
    /// Judges a response that was fetched elsewhere: is it the document of `issuer`?
    /// ([RFC 8414 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.2)).
    /// Without a [`Response::url`], it came from the first of
    /// [`authorization_server_metadata_urls`](crate::authorization_server_metadata_urls)`(issuer)`.
    /// [`Rules::resource_match`] does not matter here.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for `issuer` and the response's URL; else what the
    /// response deserves: `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata` or
    /// `issuer_mismatch`.
    pub fn from_response(
        issuer: &str,
        response: &Response<'_>,
        rules: &Rules,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let issuer = Issuer::parse(issuer, rules.allow_http)?;
        let first = || issuer.metadata_urls().swap_remove(0);
        let reply = Reply::fetched_elsewhere(response, first, rules)?;
        AuthorizationServerMetadata::judge(&issuer, &reply, rules)
    }

    pub(crate) fn judge(issuer: &Issuer, reply: &Reply, rules: &Rules) -> Result<AuthorizationServerMetadata, Error> {
        let url = &reply.url;
        let (body, unusual_type) = reply.json(rules.strict)?;
        let judged = || {
            let (mut read, text) = parse_object(body, ServerMembers::WANTED)?;
            registered::SERVER.check_kind(&read)?;
            read.drop_nulls(|name| registered::SERVER.has(name));
            let members = ServerMembers::read(&mut read, EndpointRule::about(issuer.url(), rules.allow_http))?;
            let mut warnings: Vec<Warning> = unusual_type.into_iter().collect();
            warnings.extend(check_nulls(&read.take_nulls(), rules.strict, url.as_str())?);
            let mut warn = |kind, message: String| warnings.push(Warning::new(kind, message, url.as_str()));
            let Some(declared) = &members.issuer else {
                return Err(invalid(JsonPath::top("issuer"), "a string", "missing"));
            };
            if declared != issuer.text() {
                let message =
                    format!("the document's issuer is {}, asked for was {}", quoted(declared), quoted(issuer.text()));
                if rules.strict || !issuer.is_root_slash_apart(declared) {
                    return Err(Error::new(ErrorKind::IssuerMismatch, message + ": it must be identical"));
                }
                warn(WarningKind::IssuerRootSlash, message);
            }
            if !members.supports_pkce_s256() {
                warn(
                    WarningKind::PkceS256NotAdvertised,
                    "the server does not say that it supports PKCE with S256".to_owned(),
                );
            }
            Ok((members, text, warnings))
        };
        let (members, raw_json, warnings) = judged().map_err(|error| error.at(url.as_str()).with_status(200))?;
        let signature = SignatureStatus::unverified(&members.signed_metadata);
        let url = url.as_str().to_owned();
        Ok(AuthorizationServerMetadata(Arc::new(Judged { members, url, raw_json, signature, warnings })))
    }

    /// Whether the server says that it supports PKCE with S256
    /// ([RFC 7636 section 4.2](https://www.rfc-editor.org/rfc/rfc7636#section-4.2)).
    pub fn supports_pkce_s256(&self) -> bool {
        self.0.members.supports_pkce_s256()
    }

    /// Whether authorization responses carry `iss`; false where the document does not say
    /// ([RFC 9207 section 3](https://www.rfc-editor.org/rfc/rfc9207#section-3)).
    pub fn sends_authorization_response_iss(&self) -> bool {
        self.authorization_response_iss_parameter_supported().unwrap_or(false)
    }

    /// Whether the `request_uri` parameter is supported; true where the document does not say
    /// ([OpenID Connect Discovery section 3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)).
    pub fn supports_request_uri_parameter(&self) -> bool {
        self.request_uri_parameter_supported().unwrap_or(true)
    }
}

impl ServerMembers {
    fn supports_pkce_s256(&self) -> bool {
        self.code_challenge_methods_supported.iter().flatten().any(|method| method == "S256")
    }
}
