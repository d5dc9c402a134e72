use super::document::document;
use super::document_kind;
use super::invalid::invalid;
use super::json::parse_object;
use super::json_path::JsonPath;
use super::judged::Judged;
use super::members::Members;
use super::profile::Profile;
use super::rules::{ResourceMatch, Rules};
use super::signature::Signature;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{EndpointRule, LOCATION_RULE, Match, Resource, absolute_url};
use crate::protocol::response::{Reply, Response};
use crate::{Error, ErrorKind, Warning, WarningKind};
use std::sync::Arc;

/// A protected resource's metadata, checked ([RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2)).
/// Immutable, and cheap to clone.
///
/// Absent members have no default values, and strings are exactly as sent. `jwks_uri`, `signed_jwks_uri` and every member
/// whose name ends in `_endpoint` are absolute https URLs. If the resource is http, they may also be http.
#[derive(Clone)]
pub struct ResourceMetadata(pub(super) Arc<Judged>);

document!(ResourceMetadata, &super::document_kind::RESOURCE);

impl ResourceMetadata {
    /// The metadata of `resource` from a response of your own HTTP client
    /// ([RFC 9728 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.2)).
    ///
    /// [`Response::url`] defaults to [`resource_metadata_url`](crate::resource_metadata_url)`(resource)`.
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
    /// [`ErrorKind::InvalidArgument`] or [`ErrorKind::InsecureUrl`] for a bad `resource` or [`Response::url`]. For a bad
    /// response: `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata` or `resource_mismatch`. Also
    /// `signature_invalid` if the [`Rules`] have trusted keys, and `profile_unmet` if they have a profile.
    pub fn from_response(
        resource: impl AsRef<str>,
        response: &Response<'_>,
        rules: &Rules,
    ) -> Result<ResourceMetadata, Error> {
        let resource = Resource::parse(resource.as_ref(), rules.allow_http)?;
        let reply = Reply::fetched_elsewhere(response, || resource.metadata_url(), rules)?;
        ResourceMetadata::judge(&resource, &reply, rules)
    }

    pub(crate) fn judge(resource: &Resource, reply: &Reply, rules: &Rules) -> Result<ResourceMetadata, Error> {
        let url = &reply.url;
        let (body, unusual_type) = reply.json(rules.strict)?;
        let judged = || {
            let (mut parsed, text) = parse_object(body, &document_kind::RESOURCE)?;
            document_kind::RESOURCE.check(&parsed)?;
            let signature = Signature::of_resource(&mut parsed, reply, rules);
            let rule = EndpointRule::about(resource.url(), rules.allow_http);
            let (members, nulls) = Members::judge(parsed, &document_kind::RESOURCE, rule)?;
            let declared = members.string_named("resource");
            let servers = members.strings_named("authorization_servers").unwrap_or_default();
            check_urls(declared, servers, resource)?;
            let mut warnings: Vec<Warning> = unusual_type.into_iter().collect();
            warnings.extend(nulls.check(rules.strict, url.as_str())?);
            warnings.extend(check_identity(declared, resource, url, rules)?);
            let signature = signature.status(&members)?;
            if servers.is_empty() {
                let message = "the document lists no authorization server";
                if rules.profile == Some(Profile::Mcp) {
                    return Err(Error::new(
                        ErrorKind::ProfileUnmet,
                        format!("{message}, which MCP requires (profile)"),
                    ));
                }
                warnings.push(Warning::new(WarningKind::AuthorizationServersMissing, message, url.as_str()));
            }
            Ok((members, text, signature, warnings))
        };
        let (members, raw_json, signature, warnings) =
            judged().map_err(|error: Error| error.at(url.as_str()).with_status(200))?;
        let url = url.as_str().to_owned();
        Ok(ResourceMetadata(Arc::new(Judged { members, url, raw_json, signature, warnings })))
    }

    /// The variants in other languages: full names, such as `resource_name#fr-CA`, and values.
    pub fn variants(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.0.members.variants()
    }
}

/// Refuses a document whose identifiers are not URLs.
fn check_urls(declared: Option<&str>, servers: &[String], requested: &Resource) -> Result<(), Error> {
    let wanted = "an absolute http or https URL";
    // Nearly every document declares the requested identifier, which is parsed already.
    let is_url = |text: &str| text == requested.text() || url::Url::parse(text).is_ok();
    if let Some(declared) = declared.filter(|declared| !is_url(declared)) {
        return Err(invalid(JsonPath::top("resource"), wanted, &quoted(declared)));
    }
    for (i, server) in servers.iter().enumerate() {
        if absolute_url::parse(server).is_err() {
            let path = JsonPath::top("authorization_servers");
            return Err(invalid(JsonPath::Element(&path, i), wanted, &quoted(server)));
        }
    }
    Ok(())
}

/// Checks that the document may describe the resource
/// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)). Returns a warning if the document's
/// `resource` is missing or not identical.
fn check_identity(
    declared: Option<&str>,
    resource: &Resource,
    url: &url::Url,
    rules: &Rules,
) -> Result<Option<Warning>, Error> {
    let (kind, message) = match declared {
        None => (WarningKind::ResourceMissing, missing(resource, url, rules)?),
        Some(declared) => match resource.compare(declared, url, rules.policy()) {
            Match::Identical => return Ok(None),
            Match::Accepted => (
                WarningKind::ResourceNotExact,
                format!("the document is about {}, but {} was requested", quoted(declared), quoted(resource.text())),
            ),
            Match::Refused(rule) => return Err(mismatch(resource, &quoted(declared), rule)),
        },
    };
    Ok(Some(Warning::new(kind, message, url.as_str())))
}

/// The text of the warning about a document without `resource`. Returns an error if the rules refuse the document.
fn missing(resource: &Resource, url: &url::Url, rules: &Rules) -> Result<String, Error> {
    if rules.policy() == ResourceMatch::Exact {
        return Err(invalid(JsonPath::top("resource"), "a string", "missing"));
    }
    if !resource.may_be_covered_from(url, None) {
        return Err(mismatch(resource, "no resource", LOCATION_RULE));
    }
    Ok(format!("the document names no resource, but {} was requested", quoted(resource.text())))
}

fn mismatch(resource: &Resource, declared: &str, rule: &str) -> Error {
    let message = format!("the document is about {declared}, but {} was requested: {rule}", quoted(resource.text()));
    Error::new(ErrorKind::ResourceMismatch, message)
}
