use super::probe::Probe;
use super::profile::Profile;
use crate::protocol::errors::{parsed_by_name, vocabulary};
#[cfg(feature = "signed-metadata")]
use crate::protocol::signed_metadata::TrustedKeys;

/// The rules for checking a document, and for a discovery. The defaults are those of [`Client`](crate::Client).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Rules {
    /// The documents that may describe a resource. Default: [`ResourceMatch::Covers`].
    pub resource_match: ResourceMatch,
    /// True to turn warnings about deviations that an RFC forbids into errors. Implies [`ResourceMatch::Exact`]. Default:
    /// false.
    pub strict: bool,
    /// True to allow http to hosts that are not loopback. Default: false.
    pub allow_http: bool,
    /// The additional requirements of a protocol. Default: none.
    pub profile: Option<Profile>,
    /// How a discovery asks the resource for its challenge. Default: [`Probe::Mcp`] with [`Profile::Mcp`], else
    /// [`Probe::Auto`].
    pub probe: Option<Probe>,
    /// Whether a discovery tries the resource's origin as the authorization server if each well-known URL of the resource
    /// answers with a status of 4xx that means "absent", as MCP's revision 2025-03-26 did. Default: false.
    pub legacy_origin: bool,
    /// The keys to verify a resource's `signed_metadata` with. A document without `signed_metadata` is then refused.
    /// Default: none, so `signed_metadata` is not verified.
    #[cfg(feature = "signed-metadata")]
    pub trusted_keys: Option<TrustedKeys>,
    /// The keys to verify an authorization server's `signed_metadata` with. A document without `signed_metadata` is then
    /// refused. Default: none, so `signed_metadata` is not verified.
    #[cfg(feature = "signed-metadata")]
    pub authorization_server_trusted_keys: Option<TrustedKeys>,
}

impl Rules {
    /// The default rules.
    pub fn new() -> Rules {
        Rules::default()
    }

    /// Sets [`Rules::resource_match`].
    #[must_use]
    pub fn resource_match(mut self, resource_match: ResourceMatch) -> Rules {
        self.resource_match = resource_match;
        self
    }

    /// Sets [`Rules::strict`].
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Rules {
        self.strict = strict;
        self
    }

    /// Sets [`Rules::allow_http`].
    #[must_use]
    pub fn allow_http(mut self, allow: bool) -> Rules {
        self.allow_http = allow;
        self
    }

    /// Sets [`Rules::profile`].
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Rules {
        self.profile = Some(profile);
        self
    }

    /// Sets [`Rules::probe`].
    #[must_use]
    pub fn probe(mut self, probe: Probe) -> Rules {
        self.probe = Some(probe);
        self
    }

    /// Sets [`Rules::legacy_origin`].
    #[must_use]
    pub fn legacy_origin(mut self, legacy_origin: bool) -> Rules {
        self.legacy_origin = legacy_origin;
        self
    }

    /// Sets [`Rules::trusted_keys`].
    #[cfg(feature = "signed-metadata")]
    #[must_use]
    pub fn trusted_keys(mut self, keys: TrustedKeys) -> Rules {
        self.trusted_keys = Some(keys);
        self
    }

    /// Sets [`Rules::authorization_server_trusted_keys`].
    #[cfg(feature = "signed-metadata")]
    #[must_use]
    pub fn authorization_server_trusted_keys(mut self, keys: TrustedKeys) -> Rules {
        self.authorization_server_trusted_keys = Some(keys);
        self
    }

    /// Returns the probe, which the profile may imply.
    pub(crate) fn effective_probe(&self) -> Probe {
        let implied = self.profile.map(|Profile::Mcp| Probe::Mcp);
        self.probe.or(implied).unwrap_or_default()
    }

    pub(crate) fn policy(&self) -> ResourceMatch {
        if self.strict { ResourceMatch::Exact } else { self.resource_match }
    }
}

vocabulary! {
    /// The documents that may describe the requested resource
    /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
    ///
    /// For all values: if the document's `resource` is not identical, apart from one trailing slash, the URL of the
    /// document matters too. After redirects it must be the well-known URL of the requested resource or of a parent path.
    /// If an origin's root was requested, it may also be the well-known URL of the document's `resource`.
    #[derive(Default)]
    ResourceMatch {
        /// The document's `resource` is identical, code point by code point.
        Exact = "exact",
        /// The document's `resource` has the same scheme, host and port, and its path is the requested path or a parent
        /// of it. If an origin's root was requested, any path of that origin. A query in it must be identical to the
        /// requested query.
        #[default]
        Covers = "covers",
        /// The document's `resource` has the same scheme, host and port. For hosts whose paths trust each other.
        SameOrigin = "same_origin",
    }
}

parsed_by_name!(ResourceMatch, "resource_match");
