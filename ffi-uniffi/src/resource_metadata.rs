use crate::TelnyxOAuthError;
use crate::document::document;
use crate::guard::guarded;
use std::collections::HashMap;

document! {
    /// A protected resource's metadata document
    /// ([RFC 9728 section 2](https://www.rfc-editor.org/rfc/rfc9728#section-2)), judged. What is absent stays absent, and
    /// strings are exactly as sent.
    ResourceMetadata;
    /// The resource identifier that the document is about. It may differ from the one asked for, within the option
    /// `resource_match`: see `warnings`.
    resource: String,
    /// The issuers of the authorization servers that can be used here, absolute http(s) URLs.
    authorization_servers: Vec<String>,
    /// The resource's JWK Set, an https URL.
    jwks_uri: String,
    /// The scopes that requests for access to the resource use.
    scopes_supported: Vec<String>,
    /// How a bearer token may be sent: `header`, `body`, `query`; an empty list says that none is supported.
    bearer_methods_supported: Vec<String>,
    /// The algorithms with which the resource signs its responses.
    resource_signing_alg_values_supported: Vec<String>,
    /// The resource's name, for people. See `resource_name_for`.
    resource_name: String,
    /// A page for developers. Not checked: it may be any text. See `resource_documentation_for`.
    resource_documentation: String,
    /// A page on how a client may use the data. Not checked: it may be any text. See `resource_policy_uri_for`.
    resource_policy_uri: String,
    /// A page with the terms of service. Not checked: it may be any text. See `resource_tos_uri_for`.
    resource_tos_uri: String,
    /// Whether tokens are bound to client certificates, where the document says so; else
    /// `requires_tls_client_certificate_bound_access_tokens`.
    tls_client_certificate_bound_access_tokens: bool,
    /// The `type` values of `authorization_details` that are supported.
    authorization_details_types_supported: Vec<String>,
    /// The algorithms supported for DPoP proofs.
    dpop_signing_alg_values_supported: Vec<String>,
    /// Whether tokens must be bound by DPoP, where the document says so; else `requires_dpop_bound_access_tokens`.
    dpop_bound_access_tokens_required: bool,
    /// A JWT with the members as signed claims ([RFC 9728 section
    /// 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2)), as sent and not verified.
    signed_metadata: String,
    ; about (document):
    /// Whether tokens must be bound to a client certificate; false where the document does not say.
    requires_tls_client_certificate_bound_access_tokens: bool =
        document.requires_tls_client_certificate_bound_access_tokens(),
    /// Whether tokens must be bound by DPoP; false where the document does not say.
    requires_dpop_bound_access_tokens: bool = document.requires_dpop_bound_access_tokens(),
    /// The members in other languages: whole names such as `resource_name#fr-CA`, and their values.
    variants: HashMap<String, String> =
        document.variants().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
}

#[uniffi::export]
impl ResourceMetadata {
    /// `resource_name` in the language that fits the range best, such as `fr-CA`, by the lookup of
    /// [RFC 4647 section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4); else without a language.
    ///
    /// # Errors
    /// None but `internal`; so for the three below.
    pub fn resource_name_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_name", &self.resource_name, &language)
    }

    /// `resource_documentation`, as `resource_name_for`.
    pub fn resource_documentation_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_documentation", &self.resource_documentation, &language)
    }

    /// `resource_policy_uri`, as `resource_name_for`.
    pub fn resource_policy_uri_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_policy_uri", &self.resource_policy_uri, &language)
    }

    /// `resource_tos_uri`, as `resource_name_for`.
    pub fn resource_tos_uri_for(&self, language: String) -> Result<Option<String>, TelnyxOAuthError> {
        self.localized("resource_tos_uri", &self.resource_tos_uri, &language)
    }
}

impl ResourceMetadata {
    fn localized(
        &self,
        member: &str,
        untagged: &Option<String>,
        language: &str,
    ) -> Result<Option<String>, TelnyxOAuthError> {
        guarded(|| {
            let variants = self.variants.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let found = telnyx_oauth::look_up_variant(variants, member, language);
            Ok(found.map(str::to_owned).or_else(|| untagged.clone()))
        })
    }
}
