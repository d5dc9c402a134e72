use super::document::{self, document};
use super::extra::Extra;
use super::json::{Wanted, parse_object};
use super::json_path::JsonPath;
use super::language::look_up_variant;
use super::members::{Members, invalid};
use super::registered::{self, check_nulls};
use super::rules::{ResourceMatch, Rules};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{ELSEWHERE, EndpointRule, Match, Resource, absolute_url};
use crate::protocol::response::{Reply, Response};
use crate::protocol::signed_metadata::SignatureStatus;
use crate::{Error, ErrorKind, Warning, WarningKind};
use bytestring::ByteString;
use std::sync::Arc;

document! {
    /// A protected resource's metadata document
    /// ([RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2)), judged. What is absent stays absent, and
    /// strings are exactly as sent. Immutable, and cheap to clone.
    ResourceMetadata, members: ResourceMembers, context: rule, localized: LOCALIZED,
    most_strings: 65_536;
    /// The resource identifier that the document is about. It may differ from the one asked for, within
    /// [`ResourceMatch`]: see [`ResourceMetadata::warnings`].
    resource: identifier,
    /// The issuers of the authorization servers that can be used here, absolute http(s) URLs.
    authorization_servers: strings,
    /// The resource's JWK Set, an https URL.
    jwks_uri: endpoint(rule),
    /// The scopes that requests for access to the resource use.
    scopes_supported: strings,
    /// How a bearer token may be sent: `header`, `body`, `query`; an empty list says that none is supported.
    bearer_methods_supported: strings,
    /// The algorithms with which the resource signs its responses.
    resource_signing_alg_values_supported: strings,
    /// The resource's name, for people. See [`ResourceMetadata::resource_name_for`].
    resource_name: string,
    /// A page for developers. Not checked: it may be any text. See [`ResourceMetadata::resource_documentation_for`].
    resource_documentation: string,
    /// A page on how a client may use the data. Not checked: it may be any text. See
    /// [`ResourceMetadata::resource_policy_uri_for`].
    resource_policy_uri: string,
    /// A page with the terms of service. Not checked: it may be any text. See
    /// [`ResourceMetadata::resource_tos_uri_for`].
    resource_tos_uri: string,
    /// Whether tokens are bound to client certificates, where the document says so; else
    /// [`ResourceMetadata::requires_tls_client_certificate_bound_access_tokens`].
    tls_client_certificate_bound_access_tokens: boolean,
    /// The `type` values of `authorization_details` that are supported.
    authorization_details_types_supported: strings,
    /// The algorithms supported for DPoP proofs.
    dpop_signing_alg_values_supported: strings,
    /// Whether tokens must be bound by DPoP, where the document says so; else
    /// [`ResourceMetadata::requires_dpop_bound_access_tokens`].
    dpop_bound_access_tokens_required: boolean,
    /// A JWT with the members as signed claims
    /// ([RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2)), as sent and not verified.
    signed_metadata: string,
}

/// The members that may have variants in other languages
/// ([RFC 9728 section 2.1](https://www.rfc-editor.org/rfc/rfc9728#section-2.1)).
const LOCALIZED: &[&str] = &["resource_name", "resource_documentation", "resource_policy_uri", "resource_tos_uri"];

impl ResourceMetadata {
    /// Judges a response that was fetched elsewhere: may it describe `resource`?
    /// ([RFC 9728 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.2)).
    /// Without a [`Response::url`], it came from [`resource_metadata_url`](crate::resource_metadata_url)`(resource)`.
    ///
    /// ```
    /// use telnyx_oauth::{ResourceMetadata, Response, Rules};
    ///
    /// let body = br#"{"resource": "https://rs.example", "authorization_servers": ["https://as.example"]}"#;
    /// let response = Response::new(200, body).content_type("application/json");
    /// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
    /// assert_eq!(metadata.authorization_servers().unwrap(), ["https://as.example"]);
    /// # Ok::<(), telnyx_oauth::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for `resource` and the response's URL; else what the
    /// response deserves: `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata`,
    /// `resource_mismatch`, or, with [`Rules`] that have trusted keys, `signature_invalid`.
    pub fn from_response(resource: &str, response: &Response<'_>, rules: &Rules) -> Result<ResourceMetadata, Error> {
        let resource = Resource::parse(resource, rules.allow_http)?;
        let reply = Reply::fetched_elsewhere(response, || resource.metadata_url(), rules)?;
        ResourceMetadata::judge(&resource, &reply, rules)
    }

    pub(crate) fn judge(resource: &Resource, reply: &Reply, rules: &Rules) -> Result<ResourceMetadata, Error> {
        let url = &reply.url;
        let (body, unusual_type) = reply.json(rules.strict)?;
        let judged = || {
            let (mut read, text) = parse_object(body, ResourceMembers::WANTED)?;
            registered::RESOURCE.check_kind(&read)?;
            let trusted = take_signed_claims(&mut read, reply, rules);
            read.drop_nulls(|name| registered::RESOURCE.has(name));
            let rule = EndpointRule::about(resource.url(), rules.allow_http);
            let members = ResourceMembers::read(&mut read, rule)?;
            members.check_urls(resource)?;
            let mut warnings: Vec<Warning> = unusual_type.into_iter().collect();
            warnings.extend(check_nulls(&read.take_nulls(), rules.strict, url.as_str())?);
            warnings.extend(check_identity(&members, resource, url, rules)?);
            if members.authorization_servers.as_ref().is_none_or(Vec::is_empty) {
                let message = "the document lists no authorization server";
                warnings.push(Warning::new(WarningKind::AuthorizationServersMissing, message, url.as_str()));
            }
            let signature = match trusted {
                Some(trusted) => trusted.map(|()| SignatureStatus::Verified)?,
                None => SignatureStatus::unverified(&members.signed_metadata),
            };
            Ok((members, text, signature, warnings))
        };
        let (members, raw_json, signature, warnings) =
            judged().map_err(|error: Error| error.at(url.as_str()).with_status(200))?;
        let url = url.as_str().to_owned();
        Ok(ResourceMetadata(Arc::new(Judged { members, url, raw_json, signature, warnings })))
    }

    /// Whether tokens must be bound to a client certificate; false where the document does not say.
    pub fn requires_tls_client_certificate_bound_access_tokens(&self) -> bool {
        self.tls_client_certificate_bound_access_tokens().unwrap_or(false)
    }

    /// Whether tokens must be bound by DPoP; false where the document does not say.
    pub fn requires_dpop_bound_access_tokens(&self) -> bool {
        self.dpop_bound_access_tokens_required().unwrap_or(false)
    }

    /// [`ResourceMetadata::resource_name`] in the language that fits the range best, such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4); else without a language.
    pub fn resource_name_for(&self, language: &str) -> Option<&str> {
        self.localized("resource_name", language).or(self.resource_name())
    }

    /// [`ResourceMetadata::resource_documentation`], as [`ResourceMetadata::resource_name_for`].
    pub fn resource_documentation_for(&self, language: &str) -> Option<&str> {
        self.localized("resource_documentation", language).or(self.resource_documentation())
    }

    /// [`ResourceMetadata::resource_policy_uri`], as [`ResourceMetadata::resource_name_for`].
    pub fn resource_policy_uri_for(&self, language: &str) -> Option<&str> {
        self.localized("resource_policy_uri", language).or(self.resource_policy_uri())
    }

    /// [`ResourceMetadata::resource_tos_uri`], as [`ResourceMetadata::resource_name_for`].
    pub fn resource_tos_uri_for(&self, language: &str) -> Option<&str> {
        self.localized("resource_tos_uri", language).or(self.resource_tos_uri())
    }

    /// The members in other languages: whole names such as `resource_name#fr-CA`, and their values.
    pub fn variants(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.0.members.variants.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn localized(&self, member: &str, language: &str) -> Option<&str> {
        look_up_variant(self.variants(), member, language)
    }
}

impl ResourceMembers {
    fn check_urls(&self, asked_for: &Resource) -> Result<(), Error> {
        let wanted = "an absolute http or https URL";
        // What was asked for has been parsed, and nearly every document says just that.
        let is_url = |text: &str| text == asked_for.text() || url::Url::parse(text).is_ok();
        if let Some(resource) = self.resource.as_deref().filter(|resource| !is_url(resource)) {
            return Err(invalid(JsonPath::top("resource"), wanted, &quoted(resource)));
        }
        for (i, server) in self.authorization_servers.iter().flatten().enumerate() {
            if absolute_url::parse(server).is_err() {
                let path = JsonPath::top("authorization_servers");
                return Err(invalid(JsonPath::Element(&path, i), wanted, &quoted(server)));
            }
        }
        Ok(())
    }
}

/// Puts the claims of a trusted `signed_metadata` in the place of the plain members. `None`: there is nothing to verify,
/// or nothing to verify it with. A failure counts only after everything else that may be wrong.
#[cfg(feature = "signed-metadata")]
fn take_signed_claims(members: &mut Members, reply: &Reply, rules: &Rules) -> Option<Result<(), Error>> {
    let token = members.peek_string("signed_metadata")?;
    let claims = rules.trusted_keys.as_ref()?.verify(token, reply.received_at, ResourceMembers::WANTED);
    Some(claims.map(|claims| members.overlay(claims)))
}

#[cfg(not(feature = "signed-metadata"))]
fn take_signed_claims(_: &mut Members, _: &Reply, _: &Rules) -> Option<Result<(), Error>> {
    None
}

/// Whether the document may describe the resource ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)),
/// and what is to be said where it is not exactly about it.
fn check_identity(
    members: &ResourceMembers,
    resource: &Resource,
    url: &url::Url,
    rules: &Rules,
) -> Result<Option<Warning>, Error> {
    let (kind, message) = match &members.resource {
        None => (WarningKind::ResourceMissing, missing(resource, url, rules)?),
        Some(declared) => match resource.compare(declared, url, rules.policy()) {
            Match::Identical => return Ok(None),
            Match::Accepted => (
                WarningKind::ResourceNotExact,
                format!("the document is about {}, asked for was {}", quoted(declared), quoted(resource.text())),
            ),
            Match::Refused(rule) => return Err(mismatch(resource, &quoted(declared), rule)),
        },
    };
    Ok(Some(Warning::new(kind, message, url.as_str())))
}

/// What a document without `resource` deserves: a warning's text, or an error.
fn missing(resource: &Resource, url: &url::Url, rules: &Rules) -> Result<String, Error> {
    if rules.policy() == ResourceMatch::Exact {
        return Err(invalid(JsonPath::top("resource"), "a string", "missing"));
    }
    if !resource.is_place(url, None) {
        return Err(mismatch(resource, "no resource", ELSEWHERE));
    }
    Ok(format!("the document names no resource, asked for was {}", quoted(resource.text())))
}

fn mismatch(resource: &Resource, declared: &str, rule: &str) -> Error {
    let message = format!("the document is about {declared}, asked for was {}: {rule}", quoted(resource.text()));
    Error::new(ErrorKind::ResourceMismatch, message)
}
