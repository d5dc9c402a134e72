use super::*;

#[test]
fn a_redirect_within_the_origin_is_followed_up_to_the_limit() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    for (location, status) in ["/1", "/2", "https://api.example:443/3"].into_iter().zip([301, 307, 303]) {
        assert!(matches!(header(&mut policy, 0.0, status, &[("location", location)]), Action::Send));
    }
    assert_eq!(policy.url().as_str(), "https://api.example/3");
    assert_eq!(policy.reach(), Reach::Server(Zone::Public));
    let end = done(respond(&mut policy, 0.0, 200, &[JSON, ("cache-control", "max-age=60"), ("etag", "\"a\"")]));
    assert_eq!(end.reply.unwrap().url.as_str(), "https://api.example/3");
    // The response is not stored, because it depends on the redirects.
    assert!(end.entry.is_none());

    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    for _ in 0..3 {
        header(&mut policy, 0.0, 308, &[("location", "/again")]);
    }
    let error = failure(header(&mut policy, 0.0, 308, &[("location", "/again")]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::RedirectRefused, Some(308)));
    assert!(error.message().contains("more than 3 redirects (max_redirects)"), "{error}");
}

#[test]
fn a_redirect_that_breaks_a_rule_is_refused() {
    for location in [
        "https://other.example/",
        "http://api.example/",
        "https://api.example:8443/",
        "https://user:secret@api.example/",
        "//other.example/",
        "https://",
    ] {
        let error = failure(Test::default().answer(302, &[("location", location)]));
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::RedirectRefused, Some(302)), "{location}");
    }
    assert_eq!(failure(Test::default().answer(302, &[])).kind(), ErrorKind::RedirectRefused);
    // A limit of zero refuses every redirect.
    for status in [300, 304, 305] {
        assert_eq!(done(Test::default().answer(status, &[("location", "/x")])).reply.unwrap().status, status);
    }
}

#[test]
fn an_error_after_a_redirect_names_the_redirect_and_a_retry_starts_at_the_first_url() {
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    let (end, _) = retry(fail(&mut policy, 0.0, ErrorKind::Transport));
    assert!(end.reason.unwrap().contains(&format!("{URL} redirects to https://api.example/there")));
    begin(&mut policy, 1.0);
    assert_eq!((policy.url().as_str(), policy.reach()), (URL, Reach::Caller));
}
