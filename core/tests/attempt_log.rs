//! The attempts of calls, of those that succeed too.

mod common;

use common::{METADATA, each};
use telnyx_oauth::{Attempt, AttemptLog, ErrorKind, Outcome, Purpose};
use telnyx_oauth_sandbox::Answer;

fn told(attempts: &[Attempt]) -> Vec<(Purpose, Option<u16>, Outcome)> {
    attempts.iter().map(|attempt| (attempt.purpose, attempt.status, attempt.outcome)).collect()
}

#[test]
fn a_log_collects_what_each_call_asked() {
    each(|sandbox, client| {
        let document = Answer::json(r#"{"resource": "${origin}", "authorization_servers": ["${origin}"]}"#);
        sandbox.route(METADATA, [document]);
        sandbox.route("/.well-known/oauth-authorization-server", [Answer::status(404)]);
        sandbox.route("/.well-known/openid-configuration", [Answer::json(r#"{"issuer": "${origin}"}"#)]);
        let (log, origin) = (AttemptLog::new(), sandbox.http_origin());
        let logged = client.with_attempt_log(log.clone());

        client.fetch(origin).unwrap();
        assert_eq!(log.take(), [], "a client without a log writes none");
        logged.fetch(origin).unwrap();
        let document = (Purpose::ResourceMetadata, Some(200), Outcome::Ok);
        assert_eq!(told(&log.take()), [document]);

        logged.fetch_server(origin).unwrap();
        let server = |status, outcome| (Purpose::AuthorizationServerMetadata, Some(status), outcome);
        let servers = [server(404, Outcome::Absent), server(200, Outcome::Ok)];
        assert_eq!(told(&log.take()), servers);

        let found = logged.discover(origin, Some("Bearer")).unwrap();
        assert_eq!(log.take(), found.attempts());

        sandbox.route(METADATA, [Answer::status(418)]);
        let error = logged.fetch(origin).unwrap_err();
        let attempts = log.take();
        assert_eq!(attempts, error.attempts());
        assert_eq!(told(&attempts), [(Purpose::ResourceMetadata, Some(418), Outcome::Failed(ErrorKind::HttpStatus))]);
        assert_eq!(log.take(), [], "what was taken is gone");
    });
}
