use crate::{is_root, parsed, same_origin};
use telnyx_oauth::ResourceMatch;
use url::Url;

const WELL_KNOWN: &str = "/.well-known/oauth-protected-resource";

/// A document that was accepted may speak for the resource that was asked for.
///
/// The rules are written anew here, from the documentation of [`ResourceMatch`]: what one tenant of a host says must
/// not count for another.
pub fn check_resource(asked: &str, declared: Option<&str>, found_at: &str, policy: ResourceMatch) {
    if declared == Some(asked) {
        return;
    }
    assert_ne!(policy, ResourceMatch::Exact, "{asked:?} was asked for, and {declared:?} accepted");
    let (wanted, found_at) = (parsed(asked), parsed(found_at));
    let Some(declared) = declared else {
        let is_place = is_place(&found_at, &wanted);
        return assert!(is_place, "no resource, found at {found_at}, accepted for {asked:?}");
    };
    let is_place = is_place(&found_at, &wanted) || (is_root(&wanted) && is_place(&found_at, &parsed(declared)));
    assert!(is_place || one_slash_apart(asked, declared), "{declared:?}, at {found_at}, accepted for {asked:?}");
    assert!(covers(&parsed(declared), &wanted, policy), "{declared:?} accepted for {asked:?} under {policy}");
}

/// An issuer that was accepted is the one asked for, but for the slash that ends a root URL, which strict rules count.
pub fn check_issuer(asked: &str, declared: Option<&str>, strict: bool) {
    let declared = declared.expect("a document without issuer must not be accepted");
    let root_slash = !strict && parsed(asked).path() == "/" && one_slash_apart(asked, declared);
    assert!(declared == asked || root_slash, "{asked:?} was asked for, and {declared:?} accepted");
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

/// Whether a URL is the well-known one of a resource or of a parent path of it.
fn is_place(found_at: &Url, resource: &Url) -> bool {
    let below = found_at.path().strip_prefix(WELL_KNOWN);
    let Some(path) = below.filter(|below| below.is_empty() || below.starts_with('/')) else { return false };
    let path = path.strip_suffix('/').unwrap_or(path);
    let query = found_at.query().is_none() || found_at.query() == resource.query();
    same_origin(found_at, resource) && query && is_below(path, resource.path())
}

/// Whether a path is this one, or begins with its segments.
fn is_below(parent: &str, path: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn one_slash_apart(a: &str, b: &str) -> bool {
    format!("{a}/") == b || format!("{b}/") == a
}
