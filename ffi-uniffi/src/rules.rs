use crate::TelnyxOAuthError;
use crate::vocabulary::vocabulary;
use telnyx_oauth::TrustedKeys;

/// The rules for validating a response of your own HTTP client. An omitted rule has the default of the client's option.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Rules {
    // begin generated: rules
    /// Which documents may describe a resource
    /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)): `exact`, `covers` or
    /// `same_origin`. Default: `covers`.
    #[uniffi(default)]
    pub resource_match: Option<ResourceMatch>,
    /// Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default: false.
    #[uniffi(default)]
    pub strict: Option<bool>,
    /// The additional requirements of a protocol: `mcp`, for which the resource's document must list a server, and a
    /// server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default: none.
    #[uniffi(default)]
    pub profile: Option<String>,
    /// How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends a GET, and
    /// continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of `server/discover`, and then of
    /// `initialize` if the server is older. Default: `mcp` with the profile `mcp`, else `auto`.
    #[uniffi(default)]
    pub probe: Option<String>,
    /// Tries the resource's origin as the authorization server if each well-known URL of the resource answers with a
    /// status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default: false.
    #[uniffi(default)]
    pub legacy_origin: Option<bool>,
    /// Allows http to hosts that are not loopback. Anyone on the network path can then read and forge responses.
    /// Default: false.
    #[uniffi(default)]
    pub allow_http: Option<bool>,
    /// The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain members. A document
    /// without `signed_metadata` is refused. A JWK Set
    /// ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)) in JSON. Default: none, so that it is
    /// not verified.
    #[uniffi(default)]
    pub trusted_keys: Option<String>,
    /// Trusts only a resource's `signed_metadata` from this issuer: its `iss` must be identical. Default: any issuer.
    #[uniffi(default)]
    pub trusted_issuer: Option<String>,
    /// The keys to verify an authorization server's `signed_metadata` with. Its claims then replace the plain members.
    /// A document without `signed_metadata` is refused. A JWK Set
    /// ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)) in JSON. Default: none, so that it is
    /// not verified.
    #[uniffi(default)]
    pub authorization_server_trusted_keys: Option<String>,
    /// Trusts only an authorization server's `signed_metadata` from this issuer: its `iss` must be identical. Default:
    /// any issuer.
    #[uniffi(default)]
    pub authorization_server_trusted_issuer: Option<String>,
    // end generated: rules
}

vocabulary! {
    /// Which documents describe the requested resource
    /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)). One trailing slash makes no difference.
    ///
    /// A `resource` that differs otherwise is accepted only at certain URLs, after redirects: the well-known URL of the
    /// requested resource or of a parent path. If the request is for an origin's root, the well-known URL of the declared
    /// resource is accepted too.
    ResourceMatch {
        /// The document's `resource` is identical, code point by code point.
        Exact,
        /// The document's `resource` has the same scheme, host and port. Its path is the requested path or a whole-segment
        /// prefix. If the request is for an origin's root, any path of that origin is accepted. A declared query must be
        /// identical.
        Covers,
        /// The document's `resource` has the same scheme, host and port. For hosts whose paths trust one another.
        SameOrigin,
    }
}

impl From<ResourceMatch> for telnyx_oauth::ResourceMatch {
    fn from(resource_match: ResourceMatch) -> telnyx_oauth::ResourceMatch {
        match resource_match {
            ResourceMatch::Exact => telnyx_oauth::ResourceMatch::Exact,
            ResourceMatch::Covers => telnyx_oauth::ResourceMatch::Covers,
            ResourceMatch::SameOrigin => telnyx_oauth::ResourceMatch::SameOrigin,
        }
    }
}

impl TryFrom<Rules> for telnyx_oauth::Rules {
    type Error = TelnyxOAuthError;

    fn try_from(given: Rules) -> Result<telnyx_oauth::Rules, TelnyxOAuthError> {
        let mut rules = telnyx_oauth::Rules::new();
        if let Some(resource_match) = given.resource_match {
            rules = rules.resource_match(resource_match.into());
        }
        if let Some(profile) = given.profile {
            rules = rules.profile(profile.parse()?);
        }
        if let Some(probe) = given.probe {
            rules = rules.probe(probe.parse()?);
        }
        if let Some(legacy_origin) = given.legacy_origin {
            rules = rules.legacy_origin(legacy_origin);
        }
        if let Some(strict) = given.strict {
            rules = rules.strict(strict);
        }
        if let Some(allow) = given.allow_http {
            rules = rules.allow_http(allow);
        }
        let (jwks, issuer) = (given.trusted_keys, given.trusted_issuer);
        if let Some(keys) = trusted_keys("", jwks, issuer)? {
            rules = rules.trusted_keys(keys);
        }
        let (jwks, issuer) = (given.authorization_server_trusted_keys, given.authorization_server_trusted_issuer);
        if let Some(keys) = trusted_keys("authorization_server_", jwks, issuer)? {
            rules = rules.authorization_server_trusted_keys(keys);
        }
        Ok(rules)
    }
}

/// Returns the trusted keys of [`Rules`] and [`Options`](crate::Options). `prefix` is the start of the options' names.
pub(crate) fn trusted_keys(
    prefix: &str,
    jwks: Option<String>,
    issuer: Option<String>,
) -> Result<Option<TrustedKeys>, TelnyxOAuthError> {
    let keys = match jwks {
        Some(jwks) => TrustedKeys::from_jwks(&jwks)?,
        None if issuer.is_some() => {
            let message =
                format!("{prefix}trusted_issuer needs {prefix}trusted_keys: an issuer is trusted by its keys");
            return Err(TelnyxOAuthError::new(crate::ErrorKind::InvalidArgument, message));
        }
        None => return Ok(None),
    };
    Ok(Some(match issuer {
        Some(issuer) => keys.issuer(issuer),
        None => keys,
    }))
}
