//! The attempt log, which also has the attempts of successful calls.

mod common;

use common::{METADATA, each};
use telnyx_oauth::{Attempt, AttemptLog, ErrorKind, Outcome, Purpose};
use telnyx_oauth_sandbox::Answer;

fn summary(attempts: &[Attempt]) -> Vec<(Purpose, Option<u16>, Outcome)> {
    attempts.iter().map(|attempt| (attempt.purpose, attempt.status, attempt.outcome)).collect()
}

#[test]
fn a_log_collects_the_attempts_of_each_call() {
    each(|sandbox, client| {
        let document = Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["${origin}"]}"#);
        sandbox.route(METADATA, [document]);
        sandbox.route("/.well-known/oauth-authorization-server", [Answer::status(404)]);
        sandbox.route("/.well-known/openid-configuration", [Answer::json(r#"{"issuer": "${origin}"}"#)]);
        let (log, origin) = (AttemptLog::new(), sandbox.http_origin());
        let logged = client.with_attempt_log(log.clone());

        client.fetch(origin).unwrap();
        assert_eq!(log.take(), [], "expected no attempts without a log");
        logged.fetch(origin).unwrap();
        let document = (Purpose::ResourceMetadata, Some(200), Outcome::Ok);
        assert_eq!(summary(&log.take()), [document]);

        logged.fetch_server(origin).unwrap();
        let server = |status, outcome| (Purpose::AuthorizationServerMetadata, Some(status), outcome);
        let servers = [server(404, Outcome::Absent), server(200, Outcome::Ok)];
        assert_eq!(summary(&log.take()), servers);

        let found = logged.discover(origin, Some("Bearer")).unwrap();
        assert_eq!(log.take(), found.attempts());

        sandbox.route(METADATA, [Answer::status(418)]);
        let error = logged.fetch(origin).unwrap_err();
        let attempts = log.take();
        assert_eq!(attempts, error.attempts());
        assert_eq!(
            summary(&attempts),
            [(Purpose::ResourceMetadata, Some(418), Outcome::Failed(ErrorKind::HttpStatus))]
        );
        assert_eq!(log.take(), [], "expected an empty log after take");
    });
}
