use url::Url;

/// The difference between an expected URL and an actual one, as a phrase such as `a trailing slash`.
pub(super) fn difference(expected: &str, actual: &str) -> String {
    if actual.contains(['{', '}']) || actual.contains("%7B") {
        return "it is a template, not a URL".to_owned();
    }
    if actual.trim_end_matches('/') == expected.trim_end_matches('/') {
        let count = |text: &str| text.len() - text.trim_end_matches('/').len();
        let what =
            if count(actual) > count(expected) { "it has a trailing slash more" } else { "it lacks a trailing slash" };
        return what.to_owned();
    }
    let (Ok(wanted), Ok(found)) = (Url::parse(expected), Url::parse(actual)) else {
        return "it is not an absolute URL".to_owned();
    };
    if wanted == found {
        return "it is the same URL in another spelling, such as other letter case or a default port".to_owned();
    }
    let mut differences = Vec::new();
    if wanted.scheme() != found.scheme() {
        differences.push(format!("the scheme is {}, not {}", found.scheme(), wanted.scheme()));
    }
    if wanted.host() != found.host() {
        differences.push("the host is another".to_owned());
    } else if wanted.scheme() == found.scheme() && wanted.port_or_known_default() != found.port_or_known_default() {
        differences.push("the port is another".to_owned());
    }
    if wanted.path() != found.path() {
        differences.push(path_difference(wanted.path(), found.path()));
    }
    if wanted.query() != found.query() {
        differences.push("the query is another".to_owned());
    }
    if wanted.fragment() != found.fragment() {
        differences.push("it has a fragment".to_owned());
    }
    match differences.is_empty() {
        true => "the user name or password is another".to_owned(),
        false => differences.join(", and "),
    }
}

fn path_difference(expected: &str, actual: &str) -> String {
    let parent = actual.trim_end_matches('/');
    let what = if expected.eq_ignore_ascii_case(actual) {
        "the letter case of the path is another"
    } else if parent.is_empty() {
        "it has no path"
    } else if expected.strip_prefix(parent).is_some_and(|rest| rest.starts_with('/')) {
        "it is a parent path"
    } else if expected.trim_end_matches('/') == parent {
        "the trailing slash of the path differs"
    } else {
        "the path is another"
    };
    what.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_named() {
        for (expected, actual, phrase) in [
            ("https://h/mcp", "https://h/mcp/", "it has a trailing slash more"),
            ("https://h/mcp/", "https://h/mcp", "it lacks a trailing slash"),
            ("https://h/mcp", "http://h/mcp", "the scheme is http, not https"),
            ("https://h/mcp", "https://h:444/mcp", "the port is another"),
            ("https://h/mcp", "https://h:443/mcp", "in another spelling"),
            ("https://h/mcp", "https://h/MCP", "the letter case of the path"),
            ("https://h/a/mcp", "https://h/a", "it is a parent path"),
            ("https://h/mcp", "https://h", "it has no path"),
            ("https://h/mcp", "https://other/mcp", "the host is another"),
            ("https://h/mcp", "https://h/{tenantid}", "it is a template"),
            ("https://h/mcp", "/mcp", "it is not an absolute URL"),
            ("https://h/mcp?a=1", "https://h/mcp", "the query is another"),
        ] {
            assert!(difference(expected, actual).contains(phrase), "{}", difference(expected, actual));
        }
    }
}
