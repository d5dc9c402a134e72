use crate::{is_root, parsed, same_origin};
use telnyx_oauth::ResourceMatch;
use url::Url;

const WELL_KNOWN: &str = "/.well-known/oauth-protected-resource";

/// Checks that an accepted document may describe the requested resource.
///
/// The rules are written from the documentation of [`ResourceMatch`] and share no code with the library. The document
/// of one tenant of a host must not describe another tenant.
pub fn check_resource(asked: &str, declared: Option<&str>, found_at: &str, policy: ResourceMatch) {
    if declared == Some(asked) {
        return;
    }
    assert_ne!(policy, ResourceMatch::Exact, "accepted {declared:?} for {asked:?}");
    let (wanted, found_at) = (parsed(asked), parsed(found_at));
    let Some(declared) = declared else {
        let is_well_known = is_well_known(&found_at, &wanted);
        return assert!(is_well_known, "accepted a document without resource at {found_at} for {asked:?}");
    };
    let is_well_known =
        is_well_known(&found_at, &wanted) || (is_root(&wanted) && is_well_known(&found_at, &parsed(declared)));
    assert!(is_well_known || one_slash_apart(asked, declared), "accepted {declared:?} at {found_at} for {asked:?}");
    assert!(covers(&parsed(declared), &wanted, policy), "accepted {declared:?} for {asked:?} under {policy}");
}

/// Checks that an accepted issuer equals the requested issuer. Without strict rules, the trailing slash of a root URL
/// may differ.
pub fn check_issuer(asked: &str, declared: Option<&str>, strict: bool) {
    let declared = declared.expect("a document without issuer must not be accepted");
    let root_slash = !strict && parsed(asked).path() == "/" && one_slash_apart(asked, declared);
    assert!(declared == asked || root_slash, "accepted {declared:?} for {asked:?}");
}

fn covers(declared: &Url, wanted: &Url, policy: ResourceMatch) -> bool {
    let same = same_origin(declared, wanted) && declared.fragment().is_none();
    if policy == ResourceMatch::SameOrigin || is_root(wanted) {
        return same;
    }
    let query = declared.query().is_none() || declared.query() == wanted.query();
    let path = declared.path().strip_suffix('/').unwrap_or(declared.path());
    same && query && is_below(path, wanted.path())
}

/// True if a URL is the well-known URL of a resource or of a parent path of the resource.
fn is_well_known(found_at: &Url, resource: &Url) -> bool {
    let below = found_at.path().strip_prefix(WELL_KNOWN);
    let Some(path) = below.filter(|below| below.is_empty() || below.starts_with('/')) else { return false };
    let path = path.strip_suffix('/').unwrap_or(path);
    let query = found_at.query().is_none() || found_at.query() == resource.query();
    same_origin(found_at, resource) && query && is_below(path, resource.path())
}

/// True if `path` equals `parent` or starts with the segments of `parent`.
fn is_below(parent: &str, path: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn one_slash_apart(a: &str, b: &str) -> bool {
    format!("{a}/") == b || format!("{b}/") == a
}
