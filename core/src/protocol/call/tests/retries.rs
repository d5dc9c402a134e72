use super::*;

#[test]
fn a_temporary_status_is_retried() {
    for status in [408, 425, 429, 500, 502, 503, 504] {
        let test = Test::default();
        let mut policy = test.policy();
        for seconds in [0.0, 2.0] {
            begin(&mut policy, seconds);
            let (end, delay) = retry(respond(&mut policy, seconds + 0.5, status, &[]));
            assert_eq!((end.status, end.elapsed), (Some(status), Duration::from_millis(500)));
            assert!(end.reason.unwrap().starts_with(&format!("left: HTTP status {status}; sent again in ")));
            assert!(!delay.is_zero());
        }
        begin(&mut policy, 4.0);
        let end = done(respond(&mut policy, 4.5, status, &[]));
        assert_eq!(end.reply.unwrap().status, status);
        assert!(!end.was_cut_short);
    }
    for status in [200, 201, 304, 400, 401, 403, 404, 407, 410, 501, 505, 599] {
        let end = done(Test::default().answer(status, &[JSON]));
        assert_eq!(end.reply.unwrap().status, status);
    }
}

#[test]
fn a_failed_connection_is_retried_and_other_failures_are_not() {
    for kind in [ErrorKind::Tls, ErrorKind::Timeout, ErrorKind::BlockedAddress, ErrorKind::BodyTooLarge] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let end = done(fail(&mut policy, 0.0, kind));
        assert_eq!(end.reply.unwrap_err().kind(), kind);
        assert_eq!(end.attempt.unwrap().outcome, Outcome::Failed(kind));
        assert!(!end.was_cut_short);
    }
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, _) = retry(fail(&mut policy, 0.0, ErrorKind::Transport));
    assert_eq!(end.outcome, Outcome::Failed(ErrorKind::Transport));
    // A failure in the middle of the body.
    begin(&mut policy, 1.0);
    assert!(matches!(header(&mut policy, 1.0, 200, &[JSON]), Action::ReadBody(_)));
    let broken = Event::Body(Err(BodyError::Failed(error(ErrorKind::Transport))));
    let (end, _) = retry(policy.next(broken, at(1.0)));
    assert_eq!((end.status, end.outcome), (Some(200), Outcome::Failed(ErrorKind::Transport)));
    begin(&mut policy, 3.0);
    assert_eq!(failure(fail(&mut policy, 3.0, ErrorKind::Transport)).kind(), ErrorKind::Transport);
}

#[test]
fn delays_double_and_are_random() {
    let delays = |seed| {
        let test = Test { limits: CallLimits { max_retries: 6, ..LIMITS }, seed, timeout: 1000.0, ..Test::default() };
        let mut policy = test.policy();
        let mut delays = Vec::new();
        for _ in 0..6 {
            begin(&mut policy, 0.0);
            delays.push(retry(respond(&mut policy, 0.0, 503, &[])).1.as_secs_f64());
        }
        delays
    };
    for seed in 0..100 {
        for (delay, shortest) in delays(seed).into_iter().zip([0.25, 0.5, 1.0, 2.0, 4.0, 4.0]) {
            assert!((shortest..=2.0 * shortest).contains(&delay), "{seed}: {delay}");
        }
    }
    assert_eq!(delays(1), delays(1));
    assert_ne!(delays(1), delays(2));
}

#[test]
fn retry_after_counts_up_to_a_minute_and_to_the_deadline() {
    let test = Test { timeout: 1000.0, ..Test::default() };
    for (value, delay) in [("0", 0), ("1", 1), ("60", 60)] {
        let (_, found) = retry(test.answer(429, &[("retry-after", value)]));
        assert_eq!(found, Duration::from_secs(delay));
    }
    let end = done(test.answer(429, &[("retry-after", "61")]));
    assert!(!end.was_cut_short);
    assert_eq!(end.reply.unwrap().retry_after, Some(Duration::from_secs(61)));
    // The deadline is in 29.5 s.
    let test = Test::default();
    retry(test.answer(503, &[("retry-after", "29")]));
    let end = done(test.answer(503, &[("retry-after", "30")]));
    assert!(end.was_cut_short);
    assert_eq!(end.reply.unwrap().status, 503);
    assert_eq!(end.attempt.unwrap().status, Some(503));
}

#[test]
fn the_deadline_and_a_cancellation_end_a_call() {
    for kind in [ErrorKind::Timeout, ErrorKind::Cancelled] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.attempt.is_some(), "{kind:?}");
        // In the middle of a body.
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        header(&mut policy, 1.0, 200, &[JSON]);
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.reply.is_err(), "{kind:?}");
        // During a delay, after the end of the attempt.
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        retry(respond(&mut policy, 1.0, 503, &[]));
        let end = done(fail(&mut policy, 30.0, kind));
        assert!(end.was_cut_short && end.attempt.is_none(), "{kind:?}");
        assert_eq!(end.reply.unwrap_err().kind(), kind);
    }
}

#[test]
fn a_closed_kept_alive_connection_costs_no_retry() {
    let test = Test { limits: CallLimits { max_retries: 1, ..LIMITS }, ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, delay) = retry(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Transport));
    assert!(delay.is_zero());
    assert_eq!(end.reason.unwrap(), "left: the server had closed a kept-alive connection; sent again immediately");
    // A resend on another closed connection counts as a retry.
    begin(&mut policy, 0.0);
    assert!(!retry(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Transport)).1.is_zero());
    begin(&mut policy, 1.0);
    done(respond(&mut policy, 1.0, 503, &[]));
    // Other errors on a kept-alive connection cause no resend.
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(fail_on_kept_connection(&mut policy, 0.0, ErrorKind::Tls)).kind(), ErrorKind::Tls);
}
