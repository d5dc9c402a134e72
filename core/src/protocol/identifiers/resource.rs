use super::absolute_url::{parse, parse_identifier, require_secure};
use crate::protocol::documents::ResourceMatch;
use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};
use url::{Position, Url};

/// [RFC 9728 section 3](https://www.rfc-editor.org/rfc/rfc9728#section-3).
const WELL_KNOWN: &str = "/.well-known/oauth-protected-resource";

/// The URL of a resource's metadata: `/.well-known/oauth-protected-resource` inserted between host and path
/// ([RFC 9728 section 3.1](https://www.rfc-editor.org/rfc/rfc9728#section-3.1)). Keeps the path's trailing slash and
/// percent-encoding, and the query.
///
/// ```
/// let url = telnyx_oauth::resource_metadata_url("https://api.telnyx.com/v2/mcp")?;
/// assert_eq!(url, "https://api.telnyx.com/.well-known/oauth-protected-resource/v2/mcp");
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::InvalidArgument`] if `resource` is not an absolute http(s) URL, has a fragment or userinfo, or is
/// itself a metadata URL; [`ErrorKind::InsecureUrl`] for http to a host that is not loopback.
pub fn resource_metadata_url(resource: impl AsRef<str>) -> Result<String, Error> {
    Ok(Resource::parse(resource.as_ref(), false)?.metadata_url().into())
}

/// A resource identifier ([RFC 9728 section 1.2](https://www.rfc-editor.org/rfc/rfc9728#section-1.2)), as text and as a
/// URL. Two identifiers are identical if their texts are equal. All other rules use the URLs.
#[derive(Clone, Debug)]
pub(crate) struct Resource {
    text: String,
    url: Url,
}

/// The relation of a document's `resource` to the requested resource.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Identical,
    /// Not identical, but the document may describe the resource.
    Accepted,
    /// The document must not describe the resource, because it breaks this rule.
    Refused(&'static str),
}

impl Resource {
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Resource, Error> {
        let url = parse_identifier("a resource", text)?;
        if is_well_known(&url) {
            let message = format!("expected a resource, not the URL of its metadata: {}", quoted(text));
            return Err(Error::new(ErrorKind::InvalidArgument, message).at(text));
        }
        require_secure(&url, allow_http)?;
        Ok(Resource { text: text.to_owned(), url })
    }

    /// The origin of a base URL as a resource. `what` is the option or variable that set the base URL.
    pub(crate) fn origin_of(what: &str, base_url: &str, allow_http: bool) -> Result<Resource, Error> {
        let url = parse_identifier(what, base_url)?;
        require_secure(&url, allow_http)?;
        Resource::parse(&url[..Position::BeforePath], allow_http)
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    pub(crate) fn metadata_url(&self) -> Url {
        let mut url = self.url.clone();
        let path = self.url.path();
        // RFC 9728 removes only a slash that directly follows the host.
        url.set_path(&[WELL_KNOWN, if path == "/" { "" } else { path }].concat());
        url
    }

    /// The possible URLs of the metadata, in order: the resource's own and the origin's.
    pub(crate) fn metadata_candidates(&self) -> Vec<Url> {
        let own = self.metadata_url();
        let mut origins = own.clone();
        origins.set_path(WELL_KNOWN);
        origins.set_query(None);
        if own == origins { vec![own] } else { vec![own, origins] }
    }

    /// Compares this resource with the `resource` of a document, `declared`. `found_at` is the URL of the document.
    pub(crate) fn compare(&self, declared: &str, found_at: &Url, policy: ResourceMatch) -> Match {
        if declared == self.text {
            return Match::Identical;
        }
        let Ok(url) = parse(declared) else {
            return Match::Refused(
                "the document's resource is not an absolute http(s) URL without user name and password",
            );
        };
        if let Err(rule) = self.allows(&url, policy) {
            return Match::Refused(rule);
        }
        if !differ_by_last_slash(declared, &self.text) && !self.may_be_covered_from(found_at, Some(&url)) {
            return Match::Refused(LOCATION_RULE);
        }
        Match::Accepted
    }

    fn allows(&self, declared: &Url, policy: ResourceMatch) -> Result<(), &'static str> {
        if policy == ResourceMatch::Exact {
            return Err("both must be identical, code point by code point");
        }
        if declared.fragment().is_some() {
            return Err("the document's resource has a fragment");
        }
        if declared.origin() != self.url.origin() {
            return Err("scheme, host or port differs");
        }
        if policy == ResourceMatch::SameOrigin || self.is_root() {
            return Ok(());
        }
        if declared.query().is_some() && declared.query() != self.url.query() {
            return Err("the query differs");
        }
        if !is_segment_prefix(without_slash(declared.path()), without_slash(self.url.path())) {
            return Err("the document's path is neither the requested path nor a parent of it");
        }
        Ok(())
    }

    /// True if a document at this URL may describe the resource without naming exactly the resource. One tenant's document
    /// must claim neither the whole host nor another tenant.
    pub(crate) fn may_be_covered_from(&self, found_at: &Url, declared: Option<&Url>) -> bool {
        if found_at.origin() != self.url.origin() {
            return false;
        }
        let Some(found) = below_well_known(found_at).map(without_slash) else { return false };
        let is_at = |url: &Url| found == without_slash(url.path()) && found_at.query() == url.query();
        let is_at_parent = found_at.query().is_none() && is_segment_prefix(found, without_slash(self.url.path()));
        is_at(&self.url) || is_at_parent || (self.is_root() && declared.is_some_and(is_at))
    }

    fn is_root(&self) -> bool {
        self.url.path() == "/" && self.url.query().is_none()
    }
}

/// The rule for a document that names another resource, or none, at a URL that may not cover the requested resource.
pub(crate) const LOCATION_RULE: &str = "a document without the identical resource counts only at the well-known URL of the requested resource or of a parent path of it";

fn is_well_known(url: &Url) -> bool {
    below_well_known(url).is_some()
}

/// The path of the resource that has this well-known URL; `None` for other URLs.
fn below_well_known(url: &Url) -> Option<&str> {
    url.path().strip_prefix(WELL_KNOWN).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// True if `parent` is equal to `path` or a parent of it. `parent` must not end in a slash.
fn is_segment_prefix(parent: &str, path: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn without_slash(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

pub(crate) fn differ_by_last_slash(a: &str, b: &str) -> bool {
    a.strip_suffix('/') == Some(b) || b.strip_suffix('/') == Some(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_last_slash_may_differ_whatever_the_url_of_the_document() {
        let resource = Resource::parse("https://rs.example/a", false).unwrap();
        let elsewhere = Url::parse("https://rs.example/a/m").unwrap();
        assert_eq!(resource.compare("https://rs.example/a/", &elsewhere, ResourceMatch::Covers), Match::Accepted);
        for declared in
            ["https://rs.example/a//", "https://RS.example/a", "https://rs.example", "https://rs.example:443/a"]
        {
            assert!(
                matches!(resource.compare(declared, &elsewhere, ResourceMatch::Covers), Match::Refused(_)),
                "{declared}"
            );
        }
    }

    #[test]
    fn an_inexact_document_counts_only_at_the_well_known_urls_of_the_resource_and_its_parents() {
        for (requested, declared, accepted, refused) in [
            ("/a/b", "/a", &["/a/b", "/a/b/", "/a", "/a/", ""][..], &["/a/b/c", "/a/c", "/ab", "/c", "/a/b?x=1"][..]),
            ("/a?x=1", "/a", &["/a?x=1", "/a", ""], &["/a?x=2", "?x=1", "/b", "/a/b"]),
            ("", "/a", &["", "/", "/a", "/a/"], &["/b", "/a/b", "/a?x=1", "?x=1"]),
            ("/", "/a?x=1", &["", "/a?x=1"], &["/a", "/b"]),
            ("/?x=1", "", &["?x=1", "/?x=1", ""], &["/a", "/?x=2"]),
        ] {
            let resource = Resource::parse(&format!("https://rs.example{requested}"), false).unwrap();
            let declared = format!("https://rs.example{declared}");
            for (found, is_accepted) in accepted.iter().map(|at| (at, true)).chain(refused.iter().map(|at| (at, false)))
            {
                let found = Url::parse(&format!("https://rs.example{WELL_KNOWN}{found}")).unwrap();
                let compared = resource.compare(&declared, &found, ResourceMatch::Covers);
                assert_eq!(compared == Match::Accepted, is_accepted, "{requested:?} {declared} {found}: {compared:?}");
            }
        }
        let resource = Resource::parse("https://rs.example/a/b", false).unwrap();
        let other = Url::parse(&format!("https://evil.example{WELL_KNOWN}/a")).unwrap();
        assert!(!resource.may_be_covered_from(&other, None));
    }

    #[test]
    fn only_the_origin_of_a_base_url_counts() {
        let base = |url| Resource::origin_of("TELNYX_BASE_URL", url, false).map(|r| r.text().to_owned());
        assert_eq!(base("https://api.telnyx.com/v2").unwrap(), "https://api.telnyx.com");
        assert_eq!(base("http://127.0.0.1:8080/v2?x=1").unwrap(), "http://127.0.0.1:8080");
        assert_eq!(base("http://api.telnyx.com/v2").unwrap_err().kind(), ErrorKind::InsecureUrl);
        assert!(base("api.telnyx.com").unwrap_err().message().contains("TELNYX_BASE_URL"));
    }
}
