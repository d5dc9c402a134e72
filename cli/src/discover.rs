use crate::args::DiscoverArgs;
use crate::discovery_tree;
use crate::failure::Failure;
use crate::output::{Output, to_stderr};

/// Prints the result of a discovery: the library's JSON, or a tree of the steps.
pub(crate) fn run(args: &DiscoverArgs, output: Output) -> Result<(), Failure> {
    let lines: Vec<&str> = args.www_authenticate.iter().map(|line| without_name(line)).collect();
    let given = (!lines.is_empty()).then_some(lines.as_slice());
    let mut client = args.request.client_with(None, |builder| {
        let builder = builder.legacy_origin(args.legacy_origin);
        args.probe.into_iter().fold(builder, |builder, probe| builder.probe(probe))
    })?;
    if let Some(issuer) = &args.issuer {
        client = client.with_issuer(issuer.as_str());
    }
    match client.discover(args.url.as_str(), given) {
        Ok(found) if output.json => output.json_document(&found),
        Ok(found) => output.text(&discovery_tree::of(&found, given.is_some())?.draw()),
        Err(error) => {
            // The tree precedes the error, which stays the last line. In JSON, the error contains the attempts and warnings.
            let has_more = !error.attempts().is_empty() || !error.warnings().is_empty();
            if has_more && !output.json {
                to_stderr(&discovery_tree::of_failed(&args.url, &error).draw());
            }
            Err(error.into())
        }
    }
}

/// Returns the value of a header field. A user may have copied the field with its name.
pub(crate) fn without_name(line: &str) -> &str {
    const NAME: &str = "www-authenticate:";
    match line.split_at_checked(NAME.len()) {
        Some((name, value)) if name.eq_ignore_ascii_case(NAME) => value,
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_name_removes_the_field_name() {
        assert_eq!(without_name("WWW-Authenticate: Bearer a=1"), " Bearer a=1");
        assert_eq!(without_name("www-authenticate:"), "");
        for line in ["Bearer a=1", "", "www-authenticate", "www-authenticaté: x"] {
            assert_eq!(without_name(line), line);
        }
    }
}
