use super::*;

#[test]
fn a_document_is_read_within_the_limit() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!((policy.url().as_str(), policy.reach(), policy.conditions()), (URL, Reach::Caller, None));
    assert!(matches!(header(&mut policy, 1.0, 200, &[JSON]), Action::ReadBody(1000)));
    let end = done(policy.next(Event::Body(Ok(Bytes::from_static(b"{}"))), at(1.5)));
    let Reply { url, status, zone, from_cache, body, .. } = end.reply.unwrap();
    assert_eq!((url.as_str(), status, zone, from_cache), (URL, 200, Zone::Public, false));
    assert_eq!(body.unwrap(), "{}");
    let attempt = end.attempt.unwrap();
    assert_eq!((attempt.status, attempt.elapsed, attempt.reason), (Some(200), Duration::from_millis(1500), None));
    assert!(!end.was_cut_short && !end.from_cache && end.entry.is_none());
}

#[test]
fn a_body_that_is_not_used_is_discarded() {
    for (status, fields) in [
        (200, &[("content-type", "text/html")][..]),
        (200, &[JSON, ("content-encoding", "gzip")]),
        (503, &[JSON]),
        (204, &[]),
    ] {
        let test = Test::default();
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        assert!(matches!(header(&mut policy, 0.0, status, fields), Action::DiscardBody), "{status} {fields:?}");
    }
}

#[test]
fn a_body_beyond_a_limit_names_the_limit() {
    for (max_bytes, limit, option) in [(usize::MAX, 1000, "max_body_bytes"), (300, 300, "max_total_bytes")] {
        let test = Test { max_bytes, ..Test::default() };
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        assert!(matches!(header(&mut policy, 0.0, 200, &[JSON]), Action::ReadBody(most) if most == limit));
        let reply = done(policy.next(Event::Body(Err(BodyError::TooLarge)), at(0.0))).reply.unwrap();
        let error = reply.body.unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::BodyTooLarge, Some(200)));
        assert!(error.message().contains(option), "{error}");
    }
}

#[test]
fn a_header_beyond_the_limits_is_refused() {
    let large = "a".repeat(MAX_HEADER_BYTES);
    let error = failure(Test::default().answer(200, &[("x-large", &large)]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::BodyTooLarge, Some(200)));
    let mut fields = HeaderMap::new();
    for _ in 0..=MAX_HEADER_FIELDS {
        fields.append("x-many", HeaderValue::from_static("a"));
    }
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let event = Event::Header { status: 503, fields, peer: None, wall: moment(0.0).wall };
    assert_eq!(failure(policy.next(event, at(0.0))).kind(), ErrorKind::BodyTooLarge);
}

#[test]
fn a_probe_needs_only_a_header_and_is_not_retried() {
    let test = Test { purpose: Purpose::Probe, ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert!(matches!(header(&mut policy, 0.0, 200, &[JSON]), Action::DiscardBody));
    assert_eq!(done(test.answer(503, &[("retry-after", "1")])).reply.unwrap().status, 503);
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(fail(&mut policy, 0.0, ErrorKind::Transport)).kind(), ErrorKind::Transport);
    // A challenge counts with any status. A redirect with a challenge is not followed.
    for status in [200, 302, 401, 404] {
        let challenge = [("www-authenticate", "Bearer"), ("location", "/there")];
        let reply = done(test.answer(status, &challenge)).reply.unwrap();
        assert_eq!((reply.status, reply.www_authenticate), (status, vec!["Bearer".to_owned()]));
    }
    assert!(matches!(test.answer(302, &[("location", "/there")]), Action::Send));
}

#[test]
fn a_host_that_reports_a_body_without_a_response_gets_an_error() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).kind(), ErrorKind::Internal);
}
