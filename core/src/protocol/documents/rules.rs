use crate::protocol::errors::vocabulary;
use crate::{Error, ErrorKind};
use std::str::FromStr;

/// The rules for checking a document. The defaults are those of [`Client`](crate::Client).
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
    /// The keys to verify a resource's `signed_metadata` with. Default: none, so `signed_metadata` is not verified.
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

impl FromStr for ResourceMatch {
    type Err = Error;

    /// Parses a name: `exact`, `covers` or `same_origin`.
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
