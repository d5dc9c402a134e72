use super::*;

#[test]
fn literal_addresses_are_checked_before_the_request() {
    let first = |url: &str, reach, route, allow_private_addresses| {
        let limits = CallLimits { allow_private_addresses, ..LIMITS };
        let test = Test { url: self::url(url), reach, route, limits, ..Test::default() };
        let mut policy = test.policy();
        match policy.next(Event::Begin, at(0.0)) {
            Action::Send => Ok(policy.reach()),
            other => Err(failure(other).kind()),
        }
    };
    let (direct, blocked) = (Route::default, Err(ErrorKind::BlockedAddress));
    let from = Reach::Server;
    for url in ["https://10.0.0.1/", "https://[fd00::1]/"] {
        assert_eq!(first(url, Reach::Caller, direct(), false), Ok(Reach::Caller));
        assert_eq!(first(url, from(Zone::Private), direct(), false), Ok(from(Zone::Private)));
        assert_eq!(first(url, from(Zone::Public), direct(), false), blocked);
        assert_eq!(first(url, from(Zone::Public), direct(), true), Ok(from(Zone::Loopback)));
    }
    for url in ["https://127.0.0.1/", "https://2130706433/", "https://localhost/", "https://a.localhost/"] {
        assert_eq!(first(url, from(Zone::Loopback), direct(), false), Ok(from(Zone::Loopback)));
        assert_eq!(first(url, from(Zone::Private), direct(), false), blocked);
    }
    // A server may never name these addresses.
    for url in ["https://169.254.169.254/", "https://0.0.0.0/", "https://[fd00:ec2::254]/"] {
        assert_eq!(first(url, from(Zone::Loopback), direct(), true), blocked);
        assert_eq!(first(url, Reach::Caller, direct(), false), Ok(Reach::Caller));
    }
    // A pinned address and a proxy are the caller's choice.
    let pinned = || Route { is_pinned: true, proxy: None };
    assert_eq!(first("https://api.example/", from(Zone::Public), pinned(), false), Ok(Reach::Caller));
    let proxied = || Route { is_pinned: false, proxy: Some("http://proxy.example:3128".to_owned()) };
    assert_eq!(first("https://api.example/", from(Zone::Public), proxied(), false), Ok(Reach::Caller));
    assert_eq!(first("https://10.0.0.1/", from(Zone::Public), proxied(), false), blocked);
}

#[test]
fn a_response_from_an_address_that_is_not_allowed_is_refused() {
    let test = Test { reach: Reach::Server(Zone::Public), ..Test::default() };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    assert_eq!(failure(header_from(&mut policy, 0.0, 200, &[JSON], PRIVATE)).kind(), ErrorKind::BlockedAddress);
    // A redirect in a response from a public address leads to a private address.
    let test = Test::default();
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header(&mut policy, 0.0, 302, &[("location", "/there")]);
    let error = failure(header_from(&mut policy, 0.0, 200, &[JSON], PRIVATE));
    assert_eq!(error.kind(), ErrorKind::BlockedAddress);
    // The caller's own URL may lead to any address, and the reply has the zone of that address.
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header_from(&mut policy, 0.0, 200, &[], PRIVATE);
    assert_eq!(done(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).reply.unwrap().zone, Zone::Private);
}

#[test]
fn a_proxy_hides_the_address_and_is_named_in_errors() {
    let proxy = || Some("http://proxy.example:3128".to_owned());
    let test = Test {
        reach: Reach::Server(Zone::Public),
        route: Route { is_pinned: false, proxy: proxy() },
        ..Test::default()
    };
    let mut policy = test.policy();
    begin(&mut policy, 0.0);
    header_from(&mut policy, 0.0, 200, &[], PRIVATE);
    assert_eq!(done(policy.next(Event::Body(Ok(Bytes::new())), at(0.0))).reply.unwrap().zone, Zone::Public);
    let error = failure(test.answer(407, &[]));
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Transport, Some(407)));
    for (kind, is_named) in [(ErrorKind::Tls, true), (ErrorKind::Timeout, true), (ErrorKind::BodyTooLarge, false)] {
        let mut policy = test.policy();
        begin(&mut policy, 0.0);
        let message = failure(fail(&mut policy, 0.0, kind)).message().to_owned();
        assert_eq!(message.contains("(through the proxy http://proxy.example:3128)"), is_named, "{message}");
    }
}
