use super::*;

#[test]
fn a_fresh_entry_answers_without_a_request() {
    let entry = stored(&[("cache-control", "max-age=60")]).unwrap();
    let test = Test { stored: Some(entry), ..Test::default() };
    let end = test.policy().stored_answer(|| moment(59.0)).unwrap();
    assert!(end.from_cache && end.reply.unwrap().from_cache);
    assert!(end.attempt.unwrap().from_cache);
    assert!(test.policy().stored_answer(|| moment(61.0)).is_none());
    assert!(Test { revalidate: true, ..test }.policy().stored_answer(|| moment(1.0)).is_none());
    assert!(Test::default().policy().stored_answer(|| moment(1.0)).is_none());
}

#[test]
fn only_a_whole_200_without_a_redirect_is_kept() {
    let fields = [JSON, ("cache-control", "max-age=60")];
    assert!(done(Test::default().answer(200, &fields)).entry.is_some());
    assert!(done(Test::default().answer(404, &fields)).entry.is_none());
    let uncached = Test { limits: CallLimits { cache: false, ..LIMITS }, ..Test::default() };
    assert!(done(uncached.answer(200, &fields)).entry.is_none());
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 200, &fields);
    assert!(done(policy.next(Event::Body(Err(BodyError::TooLarge)), at(0.0))).entry.is_none());
}

#[test]
fn a_304_confirms_the_stored_response() {
    let entry = stored(&[("etag", "\"a\""), ("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT")]).unwrap();
    let test = Test { stored: Some(entry), ..Test::default() };
    let mut policy = test.policy();
    assert!(policy.stored_answer(|| moment(0.0)).is_none());
    begin(&mut policy, 100.0);
    let conditions = policy.conditions().unwrap();
    assert_eq!(conditions["if-none-match"], "\"a\"");
    assert_eq!(conditions["if-modified-since"], "Sun, 06 Nov 1994 08:49:37 GMT");
    let action = header_from(&mut policy, 101.0, 304, &[("cache-control", "max-age=60")], PRIVATE);
    assert!(matches!(action, Action::DiscardBody));
    let end = done(policy.next(Event::Body(Ok(Bytes::new())), at(101.0)));
    let reply = end.reply.unwrap();
    assert_eq!((reply.status, reply.from_cache, reply.body.unwrap()), (200, false, Bytes::from_static(b"{}")));
    // Revalidation never lowers the zone.
    assert_eq!(reply.zone, Zone::Public);
    assert_eq!((end.status, end.from_cache), (Some(304), true));
    assert_eq!(end.attempt.unwrap().status, Some(304));
    // The entry is fresh again, counted from the conditional request.
    let test = Test { stored: end.entry, ..Test::default() };
    assert!(test.policy().stored_answer(|| moment(159.0)).is_some());
    assert!(test.policy().stored_answer(|| moment(161.0)).is_none());
}

#[test]
fn a_new_document_replaces_the_stored_one() {
    let test = Test { stored: stored(&[("etag", "\"a\"")]), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let end = done(respond(&mut policy, 0.0, 200, &[JSON, ("etag", "\"b\"")]));
    assert_eq!((end.status, end.from_cache), (Some(200), false));
    assert!(end.entry.is_some());
}

#[test]
fn after_a_304_for_another_response_the_request_is_repeated_without_conditions() {
    let test = Test {
        stored: stored(&[("etag", "\"a\"")]),
        limits: CallLimits { max_retries: 0, ..LIMITS },
        ..Test::default()
    };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    let (end, delay) = retry(respond(&mut policy, 0.0, 304, &[("etag", "\"b\"")]));
    assert_eq!((end.status, delay), (Some(304), Duration::ZERO));
    assert_eq!(end.reason.unwrap(), "left: its 304 is not about the stored reply; sent again without a condition");
    begin(&mut policy, 0.0);
    assert!(policy.conditions().is_none());
    // Without conditional fields, a 304 is a status like any other.
    assert_eq!(done(respond(&mut policy, 0.0, 304, &[])).reply.unwrap().status, 304);
}

#[test]
fn conditional_fields_are_sent_only_to_the_stored_url() {
    let test = Test { stored: stored(&[("etag", "\"a\"")]), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert!(policy.conditions().is_some());
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    assert!(policy.conditions().is_none());
}
