use crate::TelnyxOAuthError;
use crate::document::document;
use crate::guard::guarded;

document! {
    /// A protected resource's metadata document
    /// ([RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2)), validated. Members that the document
    /// lacks are absent. Strings are exactly as received.
    ResourceMetadata;
    // begin generated: members
    /// The resource identifier of the document. The resource match decides how it may differ from the requested one; a
    /// difference is a warning.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource: String,
    /// The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    authorization_servers: Vec<String>,
    /// The URL of the resource's JWK Set.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    jwks_uri: String,
    /// The scopes to request for access to the resource.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    scopes_supported: Vec<String>,
    /// The ways to send a bearer token: `header`, `body`, `query`. An empty list means that bearer tokens are not
    /// supported.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    bearer_methods_supported: Vec<String>,
    /// The JWS algorithms for signed responses of the resource.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_signing_alg_values_supported: Vec<String>,
    /// The resource's name, for people. See also `resource_name_for`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_name: String,
    /// A page for developers. Not checked: it may be any text. See also `resource_documentation_for`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_documentation: String,
    /// A page on how a client may use the data. Not checked: it may be any text. See also `resource_policy_uri_for`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_policy_uri: String,
    /// A page with the terms of service. Not checked: it may be any text. See also `resource_tos_uri_for`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    resource_tos_uri: String,
    /// Whether access tokens are bound to client certificates, if the document says so. See also
    /// `requires_tls_client_certificate_bound_access_tokens`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    tls_client_certificate_bound_access_tokens: bool,
    /// The `type` values of `authorization_details` that the resource supports.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    authorization_details_types_supported: Vec<String>,
    /// The JWS algorithms that the resource supports for DPoP proofs.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    dpop_signing_alg_values_supported: Vec<String>,
    /// Whether access tokens must be bound by DPoP, if the document says so. See also
    /// `requires_dpop_bound_access_tokens`.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    dpop_bound_access_tokens_required: bool,
    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by [RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2).
    signed_metadata: String,
    /// The URL of a signed JWT that holds the resource's JWK Set.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    signed_jwks_uri: String,
    /// The resource's JWK Set itself. As JSON text.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    jwks: String,
    /// The name of the organization that owns the resource, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    organization_name: String,
    /// A short description of the resource, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    description: String,
    /// Keywords, tags or categories that apply to the resource.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    keywords: Vec<String>,
    /// Contacts of the people responsible for the resource, such as e-mail addresses.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    contacts: Vec<String>,
    /// The logo of the organization that owns the resource, an image. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    logo_uri: String,
    /// A page of the organization that owns the resource. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    organization_uri: String,
    // end generated: members
    ; always:
    // begin generated: accessors
    /// Whether access tokens are bound to client certificates; false if the document does not say.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    requires_tls_client_certificate_bound_access_tokens,
    /// Whether access tokens must be bound by DPoP; false if the document does not say.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    requires_dpop_bound_access_tokens,
    // end generated: accessors
    ; texts:
    /// The members in other languages: the full names, such as `resource_name#fr-CA`, and their values.
    variants,
}

#[uniffi::export]
impl ResourceMetadata {
    // begin generated: languages
    /// Returns `resource_name` for a language range such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). If no language matches, returns the
    /// value without a language.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn resource_name_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_name", self.resource_name.as_deref(), &language)
    }

    /// Returns `resource_documentation` for a language range such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). If no language matches, returns the
    /// value without a language.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn resource_documentation_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_documentation", self.resource_documentation.as_deref(), &language)
    }

    /// Returns `resource_policy_uri` for a language range such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). If no language matches, returns the
    /// value without a language.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn resource_policy_uri_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_policy_uri", self.resource_policy_uri.as_deref(), &language)
    }

    /// Returns `resource_tos_uri` for a language range such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). If no language matches, returns the
    /// value without a language.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn resource_tos_uri_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_tos_uri", self.resource_tos_uri.as_deref(), &language)
    }
    // end generated: languages
}

impl ResourceMetadata {
    fn localized(
        &self,
        member: &str,
        untagged: Option<&str>,
        language: &str,
    ) -> Result<Option<String>, TelnyxOAuthError> {
        guarded(|| {
            let variants = self.variants.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let found = telnyx_oauth::embedding::look_up_variant(variants, member, language);
            Ok(found.or(untagged).map(str::to_owned))
        })
    }
}
