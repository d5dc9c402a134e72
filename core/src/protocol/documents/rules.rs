use crate::protocol::errors::vocabulary;
use crate::{Error, ErrorKind};
use std::str::FromStr;

/// How a document is judged. The default is what [`Client`](crate::Client) uses.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Rules {
    /// Which documents describe a resource. Default: [`ResourceMatch::Covers`].
    pub resource_match: ResourceMatch,
    /// Whether what an RFC forbids is an error where it would be a warning; implies [`ResourceMatch::Exact`].
    /// Default: false.
    pub strict: bool,
    /// Whether http is allowed to hosts that are not loopback. Default: false.
    pub allow_http: bool,
    /// The keys to verify a resource's `signed_metadata` with. Default: none, it is passed through unverified.
    #[cfg(feature = "signed-metadata")]
    pub trusted_keys: Option<crate::protocol::signed_metadata::TrustedKeys>,
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

    /// Sets [`Rules::trusted_keys`].
    #[cfg(feature = "signed-metadata")]
    #[must_use]
    pub fn trusted_keys(mut self, keys: crate::protocol::signed_metadata::TrustedKeys) -> Rules {
        self.trusted_keys = Some(keys);
        self
    }

    pub(crate) fn policy(&self) -> ResourceMatch {
        if self.strict { ResourceMatch::Exact } else { self.resource_match }
    }
}

vocabulary! {
    /// Which documents describe the resource that was asked for
    /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)). Apart from one trailing slash, what is
    /// not identical counts under every policy only where the document was found, after redirects, at the well-known URL
    /// of the requested resource or of a parent path of it; if an origin's root was requested, also at that of the declared
    /// resource.
    #[derive(Default)]
    ResourceMatch {
        /// The document's `resource` is identical, code point by code point.
        Exact = "exact",
        /// Same scheme, host and port, and its path is the one asked for or a whole-segment prefix of it; where an
        /// origin's root was asked for, any path of that origin. A declared query must be identical.
        #[default]
        Covers = "covers",
        /// Same scheme, host and port: for hosts whose paths trust one another.
        SameOrigin = "same_origin",
    }
}

impl FromStr for ResourceMatch {
    type Err = Error;

    /// Parses a policy's name.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for any other text.
    fn from_str(name: &str) -> Result<ResourceMatch, Error> {
        ResourceMatch::ALL.iter().copied().find(|policy| policy.as_str() == name).ok_or_else(|| {
            let message = format!(
                "resource_match must be exact, covers or same_origin, not {}",
                crate::protocol::errors::quoted(name)
            );
            Error::new(ErrorKind::InvalidArgument, message)
        })
    }
}
