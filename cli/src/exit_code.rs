use crate::failure::Failure;
use telnyx_oauth::ErrorKind;

/// The exit code of `check` for findings.
const FINDINGS: u8 = 1;
/// `EX_IOERR` of `sysexits.h`, for a failure without an [`ErrorKind`].
const IO_ERROR: u8 = 74;
/// The exit code that a shell reports for a process that SIGINT ended.
pub(crate) const CANCELLED: u8 = 130;
/// `EX_SOFTWARE` of `sysexits.h`.
const INTERNAL: u8 = 70;

/// Returns the exit code of a failure.
pub(crate) fn of(failure: &Failure) -> u8 {
    match failure {
        // A reader such as `head` closes the pipe when it has read enough. That is not an error.
        Failure::BrokenPipe => 0,
        Failure::Findings => FINDINGS,
        failure => failure.kind().map_or(IO_ERROR, of_kind),
    }
}

fn of_kind(kind: ErrorKind) -> u8 {
    use ErrorKind::*;
    match kind {
        InvalidArgument => 2,
        HttpStatus | OauthError | NotFound => 3,
        Transport | Tls | Timeout => 4,
        InsecureUrl | BlockedAddress | RedirectRefused | ResourceMismatch | IssuerMismatch | SignatureInvalid => 5,
        ContentType | BodyTooLarge | InvalidJson | InvalidMetadata | ProfileUnmet => 6,
        Cancelled => CANCELLED,
        _ => INTERNAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Cli;
    use clap::CommandFactory;
    use std::collections::BTreeMap;

    /// Every kind with its exit code.
    const CODES: &[(&str, u8)] = &[
        ("invalid_argument", 2),
        ("insecure_url", 5),
        ("blocked_address", 5),
        ("transport", 4),
        ("tls", 4),
        ("timeout", 4),
        ("cancelled", 130),
        ("redirect_refused", 5),
        ("http_status", 3),
        ("oauth_error", 3),
        ("content_type", 6),
        ("body_too_large", 6),
        ("invalid_json", 6),
        ("invalid_metadata", 6),
        ("resource_mismatch", 5),
        ("issuer_mismatch", 5),
        ("not_found", 3),
        ("signature_invalid", 5),
        ("profile_unmet", 6),
        ("internal", 70),
    ];

    #[test]
    fn every_kind_has_its_exit_code() {
        let codes: BTreeMap<_, _> = ErrorKind::ALL.iter().map(|kind| (kind.as_str(), of_kind(*kind))).collect();
        assert_eq!(codes, CODES.iter().copied().collect());
    }

    #[test]
    fn the_help_lists_every_exit_code_with_its_kinds() {
        let help = Cli::command().render_long_help().to_string();
        let table = help.split("Exit codes:").nth(1).unwrap().split("\n\n").next().unwrap();
        let mut rows: BTreeMap<u8, String> = BTreeMap::new();
        for line in table.lines().filter(|line| !line.is_empty()) {
            let (code, text) = line.split_at(5);
            match code.trim().parse() {
                Ok(code) => drop(rows.insert(code, text.to_owned())),
                Err(_) => rows.last_entry().unwrap().get_mut().push_str(text),
            }
        }
        for (kind, code) in CODES {
            assert!(rows[code].split([' ', ',']).any(|word| word == *kind), "{kind}");
        }
        assert!(rows[&IO_ERROR].contains("null"));
    }
}
