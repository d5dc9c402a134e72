use telnyx_oauth::resource_metadata_url;
use url::Url;

/// The path-inserted well-known URL of a resource.
pub(crate) fn path_inserted(target: &str) -> Option<String> {
    resource_metadata_url(without_insecurity(target).as_str()).ok().map(|url| with_scheme_of(target, url))
}

/// The well-known URL of a resource's origin.
pub(crate) fn at_root(target: &str) -> Option<String> {
    let url = Url::parse(target).ok()?;
    path_inserted(&url.origin().ascii_serialization())
}

/// The same URL with https, because core's functions accept http for loopback hosts only.
fn without_insecurity(target: &str) -> String {
    match target.strip_prefix("http://") {
        Some(rest) => format!("https://{rest}"),
        None => target.to_owned(),
    }
}

fn with_scheme_of(target: &str, url: String) -> String {
    match (target.starts_with("http://"), url.strip_prefix("https://")) {
        (true, Some(rest)) => format!("http://{rest}"),
        _ => url,
    }
}
