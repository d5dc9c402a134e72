//! The answers that make the search continue with the next candidate, and the answers that end it. Each answer at the
//! resource's own well-known URL is combined with each answer at the origin's.

mod common;

use common::{METADATA, blocking_options, sandbox};
use telnyx_oauth::{ErrorKind, WarningKind};
use telnyx_oauth_sandbox::Answer;

/// The answer of a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Absent,
    Empty,
    Page,
    ForeignJson,
    Elsewhere,
    NotNow,
    Bad,
    Mismatch,
    Good,
}

use Kind::{Absent, Bad, Elsewhere, Empty, ForeignJson, Good, Mismatch, NotNow, Page};

const ALL: [Kind; 9] = [Absent, Empty, Page, ForeignJson, Elsewhere, NotNow, Bad, Mismatch, Good];

impl Kind {
    fn answer(self) -> Answer {
        match self {
            Absent => Answer::status(404),
            Empty => Answer::default(),
            Page => Answer::text("<html>").header("content-type", "text/html"),
            ForeignJson => Answer::json(r#"{"detail": "Not Found"}"#),
            Elsewhere => Answer::redirect("https://login.example/sso?next=x"),
            NotNow => Answer::status(503).header("retry-after", "0"),
            Bad => Answer::json(r#"{"resource": 1}"#),
            Mismatch => Answer::json(r#"{"resource": "https://other.example", "authorization_servers": []}"#),
            Good => Answer::json(r#"{"resource": "${origin}", "authorization_servers": []}"#),
        }
    }

    /// The error that the answer causes. `None` for a valid document, and for an answer that means that there is no document.
    fn error(self) -> Option<ErrorKind> {
        match self {
            Absent | Empty | Page | ForeignJson | Elsewhere | Good => None,
            NotNow => Some(ErrorKind::HttpStatus),
            Bad => Some(ErrorKind::InvalidMetadata),
            Mismatch => Some(ErrorKind::ResourceMismatch),
        }
    }
}

#[test]
fn each_pair_of_answers_has_the_expected_outcome() {
    for own in ALL {
        for origins in ALL {
            let sandbox = sandbox();
            sandbox.route("/mcp", [Answer::status(405)]);
            sandbox.route(format!("{METADATA}/mcp"), [own.answer()]);
            sandbox.route(METADATA, [origins.answer()]);
            let client = blocking_options(&sandbox).max_retries(0).build().unwrap();
            let found = client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None);
            let case = format!("{own:?}, {origins:?}");
            let ends = own == Good || own.error().is_some();
            let targets: Vec<_> = sandbox.requests().into_iter().map(|request| request.target).collect();
            assert_eq!(targets.iter().any(|target| target == METADATA), !ends, "{case}: {targets:?}");
            let expected = match (own, origins) {
                (Good, _) | (_, Good) if own.error().is_none() => None,
                _ => Some(own.error().or(origins.error()).unwrap_or(match (own, origins) {
                    (Elsewhere, _) | (_, Elsewhere) => ErrorKind::RedirectRefused,
                    _ => ErrorKind::NotFound,
                })),
            };
            let kind = found.as_ref().err().map(telnyx_oauth::Error::kind);
            assert_eq!(kind, expected, "{case}: {found:?}");
            let Err(error) = found else { continue };
            if expected == Some(ErrorKind::NotFound) {
                for (kind, why) in [
                    (Absent, "HTTP status 404"),
                    (Page, "its content type is \"text/html\""),
                    (Empty, "empty"),
                    (ForeignJson, "has no member of"),
                ] {
                    let named = [own, origins].contains(&kind);
                    assert_eq!(error.message().contains(why), named, "{case}: {}", error.message());
                }
                assert!(error.message().contains(&format!("{METADATA}/mcp: ")), "{}", error.message());
            }
            if expected == Some(ErrorKind::RedirectRefused) {
                assert!(error.message().contains("login.example"), "{case}: {error}");
                let first = if own == Elsewhere { format!("{METADATA}/mcp") } else { METADATA.to_owned() };
                assert!(error.url().unwrap().ends_with(&first), "{case}: {error:?}");
            }
        }
    }
}

/// A challenge's URL is the only candidate: what it answers is the answer.
#[test]
fn the_url_of_a_challenge_is_the_only_candidate() {
    for kind in ALL {
        let sandbox = sandbox();
        let line = "Bearer resource_metadata=\"${origin}/named\"";
        sandbox.route("/mcp", [Answer::status(401).header("www-authenticate", line)]);
        sandbox.route("/named", [kind.answer()]);
        let client = blocking_options(&sandbox).max_retries(0).build().unwrap();
        let found = client.discover(format!("{}/mcp", sandbox.http_origin()).as_str(), None);
        let error = found.unwrap_err();
        let expected = match kind {
            Elsewhere => ErrorKind::RedirectRefused,
            // A document at another URL than a well-known URL must be about exactly the requested resource.
            Good => ErrorKind::ResourceMismatch,
            kind => kind.error().unwrap_or(ErrorKind::NotFound),
        };
        assert_eq!(error.kind(), expected, "{kind:?}: {error}");
        assert!(error.message().starts_with("the resource's challenge chose this URL: "), "{error}");
        assert!(sandbox.requests().iter().all(|request| request.target != METADATA), "{kind:?}");
    }
}

/// The states of the probe's answer, of the document at the resource's own URL, and of the document at its origin's.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Absent,
    Soft404,
    Elsewhere,
    NotNow,
    Bad,
    Mismatch,
    Good,
}

const STATES: [State; 7] =
    [State::Absent, State::Soft404, State::Elsewhere, State::NotNow, State::Bad, State::Mismatch, State::Good];

impl State {
    /// An answer for the resource itself. A mismatch is a challenge that names a document about another resource.
    fn probe(self) -> Answer {
        let challenge = |line: &str| Answer::status(401).header("www-authenticate", line);
        match self {
            State::Absent => Answer::status(404),
            State::Soft404 => Answer::json(r#"{"detail": "Not Found"}"#),
            State::Elsewhere => Elsewhere.answer(),
            State::NotNow => Answer::status(503),
            State::Bad => challenge("Bearer resource_metadata='/named'"),
            State::Mismatch => challenge(r#"Bearer resource_metadata="${origin}/other""#),
            State::Good => challenge(r#"Bearer resource_metadata="${origin}/named""#),
        }
    }

    fn document(self, resource: &str) -> Answer {
        match self {
            State::Absent => Absent.answer(),
            State::Soft404 => ForeignJson.answer(),
            State::Elsewhere => Elsewhere.answer(),
            State::NotNow => NotNow.answer(),
            State::Bad => Bad.answer(),
            State::Mismatch => Mismatch.answer(),
            State::Good => Answer::json(format!(r#"{{"resource": "{resource}", "authorization_servers": []}}"#)),
        }
    }
}

/// The result of a discovery: `via`, or the error's kind.
fn expected(probe: State, own: State, origin: State) -> &'static str {
    match (probe, own, origin) {
        // A challenge that names a URL decides alone.
        (State::Good, ..) => "challenge",
        (State::Mismatch, ..) => "resource_mismatch",
        // The first document or failure decides.
        (_, State::Good, _) => "well_known",
        (_, State::NotNow, _) => "http_status",
        (_, State::Bad, _) => "invalid_metadata",
        (_, State::Mismatch, _) => "resource_mismatch",
        // The own document is not here.
        (_, _, State::Good) => "root",
        (_, _, State::NotNow) => "http_status",
        (_, _, State::Bad) => "invalid_metadata",
        (_, _, State::Mismatch) => "resource_mismatch",
        // Neither document is here.
        (_, State::Elsewhere, _) | (_, _, State::Elsewhere) => "redirect_refused",
        _ => "not_found",
    }
}

#[test]
fn each_combination_of_probe_own_and_origin_has_one_outcome() {
    let sandbox = sandbox();
    let client = blocking_options(&sandbox).max_retries(0).cache(false).build().unwrap();
    let resource = format!("{}/mcp", sandbox.http_origin());
    sandbox.route("/named", [State::Good.document("${origin}/mcp")]);
    sandbox.route("/other", [State::Mismatch.document("")]);
    for probe in STATES {
        sandbox.route("/mcp", [probe.probe()]);
        for own in STATES {
            sandbox.route(format!("{METADATA}/mcp"), [own.document("${origin}/mcp")]);
            for origin in STATES {
                sandbox.route(METADATA, [origin.document("${origin}")]);
                let case = format!("{probe:?}, {own:?}, {origin:?}");
                let found = client.discover(resource.as_str(), None);
                let (outcome, warnings) = match &found {
                    Ok(found) => (found.via().as_str(), found.warnings()),
                    Err(error) => (error.kind().as_str(), error.warnings()),
                };
                assert_eq!(outcome, expected(probe, own, origin), "{case}: {found:?}");
                let is_warned = |kind| warnings.iter().any(|warning| warning.kind == kind);
                assert_eq!(is_warned(WarningKind::ChallengeUnusable), probe == State::Bad, "{case}");
                let is_open = matches!(probe, State::Absent | State::Elsewhere) && outcome == "root";
                assert_eq!(is_warned(WarningKind::ProbeInconclusive), is_open, "{case}");
                assert!(!is_warned(WarningKind::ProbeFailed), "{case}");
            }
        }
    }
}
