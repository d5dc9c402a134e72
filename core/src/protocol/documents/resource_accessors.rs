// Generated from core/members.toml by `cargo run -p generate`. Do not edit.

use super::resource_metadata::ResourceMetadata;

impl ResourceMetadata {
    /// The resource identifier of the document. The resource match decides how it may differ from the requested one; a
    /// difference is a warning.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource(&self) -> Option<&str> {
        self.0.members.string(0)
    }

    /// The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn authorization_servers(&self) -> Option<&[String]> {
        self.0.members.strings(1)
    }

    /// The URL of the resource's JWK Set.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn jwks_uri(&self) -> Option<&str> {
        self.0.members.string(2)
    }

    /// The scopes to request for access to the resource.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn scopes_supported(&self) -> Option<&[String]> {
        self.0.members.strings(3)
    }

    /// The ways to send a bearer token: `header`, `body`, `query`. An empty list means that bearer tokens are not
    /// supported.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn bearer_methods_supported(&self) -> Option<&[String]> {
        self.0.members.strings(4)
    }

    /// The JWS algorithms for signed responses of the resource.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(5)
    }

    /// The resource's name, for people. See also [`ResourceMetadata::resource_name_for`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource_name(&self) -> Option<&str> {
        self.0.members.string(6)
    }

    /// [`ResourceMetadata::resource_name`] in the best matching language, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, such
    /// as `fr-CA`. If no variant matches, the member without a language.
    pub fn resource_name_for(&self, language: &str) -> Option<&str> {
        self.0.members.variant("resource_name", language).or(self.resource_name())
    }

    /// A page for developers. Not checked: it may be any text. See also
    /// [`ResourceMetadata::resource_documentation_for`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource_documentation(&self) -> Option<&str> {
        self.0.members.string(7)
    }

    /// [`ResourceMetadata::resource_documentation`] in the best matching language, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, such
    /// as `fr-CA`. If no variant matches, the member without a language.
    pub fn resource_documentation_for(&self, language: &str) -> Option<&str> {
        self.0.members.variant("resource_documentation", language).or(self.resource_documentation())
    }

    /// A page on how a client may use the data. Not checked: it may be any text. See also
    /// [`ResourceMetadata::resource_policy_uri_for`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource_policy_uri(&self) -> Option<&str> {
        self.0.members.string(8)
    }

    /// [`ResourceMetadata::resource_policy_uri`] in the best matching language, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, such
    /// as `fr-CA`. If no variant matches, the member without a language.
    pub fn resource_policy_uri_for(&self, language: &str) -> Option<&str> {
        self.0.members.variant("resource_policy_uri", language).or(self.resource_policy_uri())
    }

    /// A page with the terms of service. Not checked: it may be any text. See also
    /// [`ResourceMetadata::resource_tos_uri_for`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn resource_tos_uri(&self) -> Option<&str> {
        self.0.members.string(9)
    }

    /// [`ResourceMetadata::resource_tos_uri`] in the best matching language, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4). `language` is a language range, such
    /// as `fr-CA`. If no variant matches, the member without a language.
    pub fn resource_tos_uri_for(&self, language: &str) -> Option<&str> {
        self.0.members.variant("resource_tos_uri", language).or(self.resource_tos_uri())
    }

    /// Whether access tokens are bound to client certificates, if the document says so. See also
    /// [`ResourceMetadata::requires_tls_client_certificate_bound_access_tokens`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn tls_client_certificate_bound_access_tokens(&self) -> Option<bool> {
        self.0.members.boolean(10)
    }

    /// Whether access tokens are bound to client certificates; false if the document does not say.
    pub fn requires_tls_client_certificate_bound_access_tokens(&self) -> bool {
        self.tls_client_certificate_bound_access_tokens().unwrap_or(false)
    }

    /// The `type` values of `authorization_details` that the resource supports.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn authorization_details_types_supported(&self) -> Option<&[String]> {
        self.0.members.strings(11)
    }

    /// The JWS algorithms that the resource supports for DPoP proofs.
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn dpop_signing_alg_values_supported(&self) -> Option<&[String]> {
        self.0.members.strings(12)
    }

    /// Whether access tokens must be bound by DPoP, if the document says so. See also
    /// [`ResourceMetadata::requires_dpop_bound_access_tokens`].
    ///
    /// Registered by [RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2).
    pub fn dpop_bound_access_tokens_required(&self) -> Option<bool> {
        self.0.members.boolean(13)
    }

    /// Whether access tokens must be bound by DPoP; false if the document does not say.
    pub fn requires_dpop_bound_access_tokens(&self) -> bool {
        self.dpop_bound_access_tokens_required().unwrap_or(false)
    }

    /// A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.
    ///
    /// Registered by [RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2).
    pub fn signed_metadata(&self) -> Option<&str> {
        self.0.members.string(14)
    }

    /// The URL of a signed JWT that holds the resource's JWK Set.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    pub fn signed_jwks_uri(&self) -> Option<&str> {
        self.0.members.string(15)
    }

    /// The resource's JWK Set itself. As JSON text.
    ///
    /// Registered by [OpenID Federation section 5.2.1](https://openid.net/specs/openid-federation-1_0.html).
    pub fn jwks(&self) -> Option<&str> {
        self.0.members.object(16)
    }

    /// The name of the organization that owns the resource, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn organization_name(&self) -> Option<&str> {
        self.0.members.string(17)
    }

    /// A short description of the resource, for people.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn description(&self) -> Option<&str> {
        self.0.members.string(18)
    }

    /// Keywords, tags or categories that apply to the resource.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn keywords(&self) -> Option<&[String]> {
        self.0.members.strings(19)
    }

    /// Contacts of the people responsible for the resource, such as e-mail addresses.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn contacts(&self) -> Option<&[String]> {
        self.0.members.strings(20)
    }

    /// The logo of the organization that owns the resource, an image. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn logo_uri(&self) -> Option<&str> {
        self.0.members.string(21)
    }

    /// A page of the organization that owns the resource. Not checked: it may be any text.
    ///
    /// Registered by [OpenID Federation section 5.2.2](https://openid.net/specs/openid-federation-1_0.html).
    pub fn organization_uri(&self) -> Option<&str> {
        self.0.members.string(22)
    }
}
