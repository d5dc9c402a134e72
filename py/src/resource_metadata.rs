use crate::arguments::text;
use crate::document::document;
use crate::exception::raised;
use crate::json::frozen_texts;
use crate::options::Judging;
use crate::response::Response;
use pyo3::prelude::*;

/// A protected resource's metadata document, judged
/// (RFC 9728 section 2, https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// What is absent is None, and strings are exactly as sent. Documents are equal where their members are, wherever they
/// were found.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct ResourceMetadata(pub(crate) telnyx_oauth::ResourceMetadata);

document! { ResourceMetadata restored by restore_resource_metadata, about resource {
    /// The resource identifier that the document is about. It may differ from the one asked for, within
    /// `resource_match`: see `warnings`.
    resource: string,
    /// The issuers of the authorization servers that can be used here, absolute http(s) URLs.
    authorization_servers: strings,
    /// The resource's JWK Set, an https URL.
    jwks_uri: string,
    /// The scopes that requests for access to the resource use.
    scopes_supported: strings,
    /// How a bearer token may be sent: `header`, `body`, `query`; an empty list says that none is supported.
    bearer_methods_supported: strings,
    /// The algorithms with which the resource signs its responses.
    resource_signing_alg_values_supported: strings,
    /// The resource's name, for people. See `resource_name_for`.
    resource_name: string,
    /// A page for developers. Not checked: it may be any text. See `resource_documentation_for`.
    resource_documentation: string,
    /// A page on how a client may use the data. Not checked: it may be any text. See `resource_policy_uri_for`.
    resource_policy_uri: string,
    /// A page with the terms of service. Not checked: it may be any text. See `resource_tos_uri_for`.
    resource_tos_uri: string,
    /// Whether tokens are bound to client certificates, where the document says so; see also
    /// `requires_tls_client_certificate_bound_access_tokens`.
    tls_client_certificate_bound_access_tokens: boolean,
    /// The `type` values of `authorization_details` that are supported.
    authorization_details_types_supported: strings,
    /// The algorithms supported for DPoP proofs.
    dpop_signing_alg_values_supported: strings,
    /// Whether tokens must be bound by DPoP, where the document says so; see also
    /// `requires_dpop_bound_access_tokens`.
    dpop_bound_access_tokens_required: boolean,
    /// A JWT with the members as signed claims (RFC 9728 section 2.2,
    /// https://www.rfc-editor.org/rfc/rfc9728#section-2.2), as sent and not verified.
    signed_metadata: string,
}
    /// Judges a response that was fetched elsewhere: may it describe `resource`?
    /// (RFC 9728 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
    ///
    /// Your own HTTP stack is then responsible for what this library's does otherwise: https, redirects on the same
    /// origin only, limits of time and size, no content coding.
    ///
    /// Args:
    ///     resource: An absolute https URL, or http on a loopback host.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body.
    ///     content_type: The `Content-Type` header field, where there was one.
    ///     url: The URL that it came from, after redirects. Default: the resource's own well-known URL.
    ///     received_at: When it was received, as `time.time()` says, for a `signed_metadata` that is valid for a time.
    #[doc = rules_docs!(resource_match)]
    #[doc = rules_docs!(strict)]
    #[doc = rules_docs!(allow_http)]
    #[doc = rules_docs!(trusted_keys)]
    ///
    /// Returns:
    ///     The document, with `warnings` for what was tolerated.
    ///
    /// Raises:
    ///     InvalidArgumentError: `resource` or `url` cannot be used.
    ///     InsecureUrlError: One of them is http.
    ///     Error: What the response deserves: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
    ///         `InvalidMetadataError`, `ResourceMismatchError` or `SignatureInvalidError`.
    #[staticmethod]
    #[pyo3(signature = (resource, *, status, body, content_type=None, url=None, received_at=None, resource_match=None,
        strict=None, allow_http=None, trusted_keys=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn from_response(
        py: Python<'_>,
        resource: &Bound<'_, PyAny>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        received_at: Option<&Bound<'_, PyAny>>,
        resource_match: Option<&Bound<'_, PyAny>>,
        strict: Option<&Bound<'_, PyAny>>,
        allow_http: Option<&Bound<'_, PyAny>>,
        trusted_keys: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<ResourceMetadata> {
        let rules = Judging { resource_match, strict, allow_http, trusted_keys }.rules()?;
        let resource = text("resource", resource)?;
        let response = Response::new(status, body, content_type, url)?.received_at(received_at)?;
        let found = response.lend(|response| telnyx_oauth::ResourceMetadata::from_response(&resource, response, &rules));
        found.map(ResourceMetadata).map_err(|error| raised(py, &error))
    }

    /// Whether tokens must be bound to a client certificate; False where the document does not say.
    #[getter]
    fn requires_tls_client_certificate_bound_access_tokens(&self) -> bool {
        self.0.requires_tls_client_certificate_bound_access_tokens()
    }

    /// Whether tokens must be bound by DPoP; False where the document does not say.
    #[getter]
    fn requires_dpop_bound_access_tokens(&self) -> bool {
        self.0.requires_dpop_bound_access_tokens()
    }

    #[doc = language_docs!("resource_name")]
    fn resource_name_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_name_for(&text("language", language)?))
    }

    #[doc = language_docs!("resource_documentation")]
    fn resource_documentation_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_documentation_for(&text("language", language)?))
    }

    #[doc = language_docs!("resource_policy_uri")]
    fn resource_policy_uri_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_policy_uri_for(&text("language", language)?))
    }

    #[doc = language_docs!("resource_tos_uri")]
    fn resource_tos_uri_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_tos_uri_for(&text("language", language)?))
    }

    /// The members in other languages, by their whole names, such as `resource_name#fr-CA`.
    #[getter]
    fn variants<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        frozen_texts(py, self.0.variants())
    }
}
