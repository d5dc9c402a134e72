use crate::arguments::text;
use crate::document::document;
use crate::exception::raised;
use crate::json::frozen_texts;
use crate::options::RuleArguments;
use crate::response::Response;
use pyo3::prelude::*;

/// The validated metadata document of a protected resource
/// (RFC 9728 section 2, https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// An absent member is None. Strings are exactly as sent. Two documents are equal if their members are equal, even if
/// their URLs differ.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq)]
pub(crate) struct ResourceMetadata(pub(crate) telnyx_oauth::ResourceMetadata);

document! { ResourceMetadata restored by restore_resource_metadata, about resource {
    // begin generated: members
    /// The resource identifier of the document. The resource match decides how it may differ from the requested one; a
    /// difference is a warning.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource: string,
    /// The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    authorization_servers: strings,
    /// The URL of the resource's JWK Set.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    jwks_uri: string,
    /// The scopes to request for access to the resource.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    scopes_supported: strings,
    /// The ways to send a bearer token: `header`, `body`, `query`. An empty list means that bearer tokens are not
    /// supported.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    bearer_methods_supported: strings,
    /// The JWS algorithms for signed responses of the resource.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_signing_alg_values_supported: strings,
    /// The resource's name, for people. See also `resource_name_for`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_name: string,
    /// A page for developers. Not checked: it may be any text. See also `resource_documentation_for`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_documentation: string,
    /// A page on how a client may use the data. Not checked: it may be any text. See also `resource_policy_uri_for`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_policy_uri: string,
    /// A page with the terms of service. Not checked: it may be any text. See also `resource_tos_uri_for`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_tos_uri: string,
    /// Whether access tokens are bound to client certificates, if the document says so. See also
    /// `requires_tls_client_certificate_bound_access_tokens`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    tls_client_certificate_bound_access_tokens: boolean,
    /// The `type` values of `authorization_details` that the resource supports.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    authorization_details_types_supported: strings,
    /// The JWS algorithms that the resource supports for DPoP proofs.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    dpop_signing_alg_values_supported: strings,
    /// Whether access tokens must be bound by DPoP, if the document says so. See also
    /// `requires_dpop_bound_access_tokens`.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    dpop_bound_access_tokens_required: boolean,
    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by RFC 9728 section 2.2 (https://www.rfc-editor.org/rfc/rfc9728#section-2.2).
    signed_metadata: string,
    /// The URL of a signed JWT that holds the resource's JWK Set.
    ///
    /// Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
    signed_jwks_uri: string,
    /// The resource's JWK Set itself.
    ///
    /// Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
    jwks: object,
    /// The name of the organization that owns the resource, for people.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    organization_name: string,
    /// A short description of the resource, for people.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    description: string,
    /// Keywords, tags or categories that apply to the resource.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    keywords: strings,
    /// Contacts of the people responsible for the resource, such as e-mail addresses.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    contacts: strings,
    /// The logo of the organization that owns the resource, an image. Not checked: it may be any text.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    logo_uri: string,
    /// A page of the organization that owns the resource. Not checked: it may be any text.
    ///
    /// Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
    organization_uri: string,
    // end generated: members
}
    /// Validates a response of your own HTTP client as the metadata document of `resource`
    /// (RFC 9728 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
    ///
    /// Your HTTP client must then do the work of this library's client: require https, follow redirects on the same origin
    /// only, limit time and size, and refuse content codings.
    ///
    /// Args:
    ///     resource: An absolute https URL, or an http URL on a loopback host.
    ///     status: The HTTP status, 100 to 599.
    ///     body: The whole body.
    ///     content_type: The `Content-Type` header field. Default: the response has none.
    ///     url: The URL of the response, after redirects. Default: the resource's own well-known URL.
    ///     received_at: The time when the response was received, in seconds since 1970, to check the validity period of
    ///         `signed_metadata`. Default: unknown.
    #[doc = rules_docs!(resource_match)]
    #[doc = rules_docs!(strict)]
    #[doc = rules_docs!(allow_http)]
    #[doc = rules_docs!(trusted_keys)]
    ///
    /// Returns:
    ///     The document. Its `warnings` are the deviations from RFCs that were tolerated.
    ///
    /// Raises:
    ///     InvalidArgumentError: `resource`, `url` or another argument is invalid.
    ///     InsecureUrlError: `resource` or `url` is an http URL on a host that is not loopback, without `allow_http`.
    ///     Error: The response is refused: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
    ///         `InvalidMetadataError`, `ResourceMismatchError` or `SignatureInvalidError`.
    #[staticmethod]
    #[pyo3(signature = (resource, *, status, body, content_type=None, url=None, received_at=None, resource_match=None,
        strict=None, allow_http=None, trusted_keys=None))]
    #[expect(clippy::too_many_arguments, reason = "the arguments are Python's keywords")]
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
        let rules = RuleArguments { resource_match, strict, allow_http, trusted_keys, ..RuleArguments::default() }.rules()?;
        let resource = text("resource", resource)?;
        let response = Response::new(status, body, content_type, url)?.received_at(received_at)?;
        let found = response.lend(|response| telnyx_oauth::ResourceMetadata::from_response(&resource, response, &rules));
        found.map(ResourceMetadata).map_err(|error| raised(py, &error))
    }

    // begin generated: accessors
    /// Returns `resource_name` in the language that fits best, by the lookup of RFC 4647 section 3.4
    /// (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).
    ///
    /// Args:
    ///     language: A language range, such as `fr-CA`.
    ///
    /// Returns:
    ///     The member in that language, else the member without a language. None if the document has neither.
    fn resource_name_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_name_for(&text("language", language)?))
    }

    /// Returns `resource_documentation` in the language that fits best, by the lookup of RFC 4647 section 3.4
    /// (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).
    ///
    /// Args:
    ///     language: A language range, such as `fr-CA`.
    ///
    /// Returns:
    ///     The member in that language, else the member without a language. None if the document has neither.
    fn resource_documentation_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_documentation_for(&text("language", language)?))
    }

    /// Returns `resource_policy_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
    /// (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).
    ///
    /// Args:
    ///     language: A language range, such as `fr-CA`.
    ///
    /// Returns:
    ///     The member in that language, else the member without a language. None if the document has neither.
    fn resource_policy_uri_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_policy_uri_for(&text("language", language)?))
    }

    /// Returns `resource_tos_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
    /// (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).
    ///
    /// Args:
    ///     language: A language range, such as `fr-CA`.
    ///
    /// Returns:
    ///     The member in that language, else the member without a language. None if the document has neither.
    fn resource_tos_uri_for(&self, language: &Bound<'_, PyAny>) -> PyResult<Option<&str>> {
        Ok(self.0.resource_tos_uri_for(&text("language", language)?))
    }

    /// Whether access tokens are bound to client certificates; false if the document does not say.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    #[getter]
    fn requires_tls_client_certificate_bound_access_tokens(&self) -> bool {
        self.0.requires_tls_client_certificate_bound_access_tokens()
    }

    /// Whether access tokens must be bound by DPoP; false if the document does not say.
    ///
    /// Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
    #[getter]
    fn requires_dpop_bound_access_tokens(&self) -> bool {
        self.0.requires_dpop_bound_access_tokens()
    }
    // end generated: accessors

    /// The members with a language tag, by their full names, such as `resource_name#fr-CA`.
    #[getter]
    fn variants<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        frozen_texts(py, self.0.variants())
    }
}
