use super::document::document;
use super::document_kind;
use super::invalid::invalid;
use super::json::parse_object;
use super::json_path::JsonPath;
use super::judged::Judged;
use super::members::Members;
use super::profile::Profile;
use super::rules::Rules;
use super::signature::Signature;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{EndpointRule, Issuer};
use crate::protocol::response::{Reply, Response};
use crate::{Error, ErrorKind, Warning, WarningKind};
use std::sync::Arc;

/// An authorization server's metadata, checked ([RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), and
/// [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)). Immutable, and cheap to clone.
///
/// Absent members have no default values, and strings are exactly as sent. Every endpoint, and every other member whose
/// name ends in `_endpoint`, is an absolute https URL. If the issuer is http, it may also be http.
#[derive(Clone)]
pub struct AuthorizationServerMetadata(pub(super) Arc<Judged>);

document!(AuthorizationServerMetadata, &super::document_kind::SERVER);

impl AuthorizationServerMetadata {
    /// The metadata of `issuer` from a response of your own HTTP client
    /// ([RFC 8414 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.2)).
    ///
    /// [`Response::url`] defaults to the first of
    /// [`authorization_server_metadata_urls`](crate::authorization_server_metadata_urls)`(issuer)`.
    /// [`Rules::resource_match`] has no effect.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] or [`ErrorKind::InsecureUrl`] for a bad `issuer` or [`Response::url`]. For a bad
    /// response: `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata` or `issuer_mismatch`.
    /// Also `signature_invalid` if the [`Rules`] have [`Rules::authorization_server_trusted_keys`], and `profile_unmet` if
    /// they have a profile.
    pub fn from_response(
        issuer: impl AsRef<str>,
        response: &Response<'_>,
        rules: &Rules,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let issuer = Issuer::parse(issuer.as_ref(), rules.allow_http)?;
        let first = || issuer.metadata_urls().swap_remove(0);
        let reply = Reply::fetched_elsewhere(response, first, rules)?;
        AuthorizationServerMetadata::judge(&issuer, &reply, rules)
    }

    pub(crate) fn judge(issuer: &Issuer, reply: &Reply, rules: &Rules) -> Result<AuthorizationServerMetadata, Error> {
        let url = &reply.url;
        let (body, unusual_type) = reply.json(rules.strict)?;
        let judged = || {
            let (mut parsed, text) = parse_object(body, &document_kind::SERVER)?;
            document_kind::SERVER.check(&parsed)?;
            let signature = Signature::of_server(&mut parsed, reply, rules);
            let rule = EndpointRule::about(issuer.url(), rules.allow_http);
            let (members, nulls) = Members::judge(parsed, &document_kind::SERVER, rule)?;
            let mut warnings: Vec<Warning> = unusual_type.into_iter().collect();
            warnings.extend(nulls.check(rules.strict, url.as_str())?);
            let mut warn = |kind, message: String| warnings.push(Warning::new(kind, message, url.as_str()));
            let Some(declared) = members.string_named("issuer") else {
                return Err(invalid(JsonPath::top("issuer"), "a string", "missing"));
            };
            if declared != issuer.text() {
                let message = format!(
                    "the document's issuer is {}, but {} was requested",
                    quoted(declared),
                    quoted(issuer.text())
                );
                if rules.strict || !issuer.differs_by_root_slash(declared) {
                    return Err(Error::new(ErrorKind::IssuerMismatch, message + ": the issuer must be identical"));
                }
                warn(WarningKind::IssuerRootSlash, message);
            }
            let signature = signature.status(&members)?;
            if !supports_pkce_s256(&members) {
                let message = "the server does not say that it supports PKCE with S256";
                if rules.profile == Some(Profile::Mcp) {
                    return Err(Error::new(
                        ErrorKind::ProfileUnmet,
                        format!("{message}, which MCP requires (profile)"),
                    ));
                }
                warn(WarningKind::PkceS256NotAdvertised, message.to_owned());
            }
            Ok((members, text, signature, warnings))
        };
        let (members, raw_json, signature, warnings) =
            judged().map_err(|error: Error| error.at(url.as_str()).with_status(200))?;
        let url = url.as_str().to_owned();
        Ok(AuthorizationServerMetadata(Arc::new(Judged { members, url, raw_json, signature, warnings })))
    }

    /// True if the server says that it supports PKCE with S256
    /// ([RFC 7636 section 4.2](https://www.rfc-editor.org/rfc/rfc7636#section-4.2)).
    pub fn supports_pkce_s256(&self) -> bool {
        supports_pkce_s256(&self.0.members)
    }
}

fn supports_pkce_s256(members: &Members) -> bool {
    let methods = members.strings_named("code_challenge_methods_supported");
    methods.is_some_and(|methods| methods.iter().any(|method| method == "S256"))
}
