//! The address rules for URLs from servers. The tests run in a network namespace whose loopback device has public,
//! private and link-local addresses.

mod common;

use common::namespace;
use std::collections::HashMap;
use std::net::IpAddr;
use telnyx_oauth::{ErrorKind, Outcome, Purpose, blocking};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// The zones, from the least public to the most public, and the addresses that no server may name.
const PLACES: [(&str, &str); 8] = [
    ("loopback", "127.0.0.1"),
    ("loopback6", "::1"),
    ("private", "10.1.2.3"),
    ("private6", "fd12:3456::1"),
    ("public", "9.9.9.9"),
    ("public6", "2620:fe::fe"),
    ("linklocal", "169.254.169.254"),
    ("linklocal6", "::ffff:169.254.169.254"),
];

/// Adds the addresses to `lo`, and adds host names for them.
const PREPARE: &str = "
    for a in 10.1.2.3/32 9.9.9.9/32 169.254.169.254/32; do ip addr add $a dev lo; done
    for a in fd12:3456::1/128 2620:fe::fe/128; do ip addr add $a dev lo nodad; done
    for a in fd12:3456::1 2620:fe::fe; do until ip -6 route get $a; do sleep 0.05; done; done > /dev/null 2>&1
    hosts=/tmp/telnyx-oauth-hosts.$$
    printf '%s\\n' '127.0.0.1 localhost loopback.test' '::1 loopback6.test' '10.1.2.3 private.test' \\
      'fd12:3456::1 private6.test' '9.9.9.9 public.test moving.test' '2620:fe::fe public6.test' \\
      '169.254.169.254 linklocal.test' '::ffff:169.254.169.254 linklocal6.test' > $hosts
    mount --bind $hosts /etc/hosts
    rm $hosts";

/// The rank of a zone: a higher rank is more public. `None` if no server may name the address.
fn rank(place: &str) -> Option<u8> {
    match place.trim_end_matches('6') {
        "loopback" => Some(0),
        "private" => Some(1),
        "public" => Some(2),
        _ => None,
    }
}

fn sandboxes() -> HashMap<&'static str, Sandbox> {
    let start = |address: &str| Sandbox::builder().bind(address.parse::<IpAddr>().unwrap()).start().unwrap();
    PLACES.iter().filter(|(_, address)| !address.starts_with("::ffff")).map(|(place, a)| (*place, start(a))).collect()
}

/// The origins of a zone: with the host name and with the literal address.
fn origins(place: &str, sandboxes: &HashMap<&str, Sandbox>) -> [String; 2] {
    let address = PLACES.iter().find(|(name, _)| *name == place).unwrap().1;
    let port = sandboxes.get(place).unwrap_or(&sandboxes["linklocal"]).http_addr().port();
    let literal = if address.contains(':') { format!("[{address}]") } else { address.to_owned() };
    [format!("http://{place}.test:{port}"), format!("http://{literal}:{port}")]
}

fn client() -> blocking::ClientBuilder {
    blocking::Client::builder().allow_http(true).max_retries(0).proxy("")
}

#[test]
fn a_server_may_name_only_addresses_as_public_as_its_own() {
    namespace("a_server_may_name_only_addresses_as_public_as_its_own", PREPARE, || {
        let sandboxes = sandboxes();
        let (client, free) = (client().build().unwrap(), client().allow_private_addresses(true).build().unwrap());
        for (from, _) in &PLACES[..6] {
            let supplier = &sandboxes[from];
            for resource in origins(from, &sandboxes).map(|origin| format!("{origin}/mcp")) {
                for (to, _) in PLACES {
                    for target in origins(to, &sandboxes) {
                        let allowed = rank(to) >= rank(from) && rank(to).is_some();
                        let case = format!("{resource} names {target}");

                        // In a challenge.
                        let url = format!("{target}/m");
                        let line = format!("Bearer resource_metadata=\"{url}\"");
                        supplier.route("/mcp", [Answer::status(401).header("www-authenticate", &line)]);
                        if let Some(sandbox) = sandboxes.get(to) {
                            sandbox.route("/m", [Answer::json(format!(r#"{{"resource": "{resource}"}}"#))]);
                        }
                        let kind = |found: Result<telnyx_oauth::Discovery, telnyx_oauth::Error>| {
                            found.map(|_| ()).map_err(|error| error.kind())
                        };
                        let expected = |allowed| if allowed { Ok(()) } else { Err(ErrorKind::BlockedAddress) };
                        assert_eq!(kind(client.discover(resource.as_str(), None)), expected(allowed), "{case}");
                        let given = client.discover(resource.as_str(), &line);
                        assert_eq!(kind(given), expected(allowed), "{case}, given by the caller");
                        let freely = kind(free.discover(resource.as_str(), None));
                        assert_eq!(freely, expected(rank(to).is_some()), "{case}, with private addresses allowed");

                        // In a document.
                        supplier.route("/mcp", [Answer::status(401)]);
                        let document =
                            format!(r#"{{"resource": "{resource}", "authorization_servers": ["{target}"]}}"#);
                        supplier.route("/.well-known/oauth-protected-resource/mcp", [Answer::json(document)]);
                        let found = client.discover(resource.as_str(), None).unwrap();
                        let server = &found.authorization_servers()[0];
                        let outcome = server.error().map_or(Ok(()), |error| Err(error.kind()));
                        assert_eq!(outcome, expected(allowed), "{case} as a server: {server:?}");
                    }
                }
            }
        }
        for sandbox in sandboxes.values() {
            assert_eq!(sandbox.requests().iter().filter(|request| request.host.contains("169.254")).count(), 0);
        }
        assert_eq!(sandboxes["linklocal"].connections(), 0);
    });
}

#[test]
fn the_caller_may_name_any_address() {
    namespace("the_caller_may_name_any_address", PREPARE, || {
        let sandboxes = sandboxes();
        let client = client().build().unwrap();
        for (place, _) in &PLACES[..7] {
            for origin in origins(place, &sandboxes) {
                client.fetch_resource_metadata(origin.as_str()).unwrap_or_else(|error| panic!("{origin}: {error}"));
                client.fetch_authorization_server_metadata(origin.as_str()).unwrap();
            }
        }
    });
}

#[test]
fn other_spellings_of_a_blocked_address_are_refused() {
    namespace("other_spellings_of_a_blocked_address_are_refused", PREPARE, || {
        let sandboxes = sandboxes();
        let client = client().build().unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let port = sandboxes["loopback"].http_addr().port();
        for host in [
            "2130706433",
            "0x7f.1",
            "0177.0.0.1",
            "127.1",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[::127.0.0.1]",
            "localhost",
            "LOCALHOST.",
            "a.localhost",
            "0.0.0.0",
            "[::]",
            "%31%32%37.0.0.1",
        ] {
            let line = format!("Bearer resource_metadata=\"http://{host}:{port}/m\"");
            let error = client.discover(resource.as_str(), &line).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BlockedAddress, "{host}: {error}");
            assert!(error.message().contains("allow_private_addresses"), "{error}");
            assert_eq!(error.attempts()[0].outcome, Outcome::Failed(ErrorKind::BlockedAddress));
        }
        assert_eq!(sandboxes["loopback"].connections(), 0);
    });
}

#[test]
fn a_name_whose_address_changes_is_checked_at_each_connection() {
    namespace("a_name_whose_address_changes_is_checked_at_each_connection", PREPARE, || {
        let sandboxes = sandboxes();
        let port = sandboxes["public"].http_addr().port();
        // Both servers have the same port, so that only the address of the name differs.
        let private = Sandbox::builder().bind("10.1.2.3".parse().unwrap()).http_port(port).start().unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let resource = format!("{resource}/mcp");
        let line = format!("Bearer resource_metadata=\"http://moving.test:{port}/m\"");
        let document = Answer::json(format!(r#"{{"resource": "{resource}"}}"#)).close();
        sandboxes["public"].route("/m", [document]);
        let client = client().build().unwrap();
        client.discover(resource.as_str(), &line).unwrap();
        let hosts = std::fs::read_to_string("/etc/hosts").unwrap();
        let moved =
            hosts.replace("public.test moving.test", "public.test").replace("private.test", "private.test moving.test");
        std::fs::write("/etc/hosts", &moved).unwrap();
        let error = client.discover(resource.as_str(), &line).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BlockedAddress);
        assert!(error.message().contains("10.1.2.3"), "{error}");
        assert_eq!(private.connections(), 0);

        // The address of the name changes between two redirects on one origin.
        std::fs::write("/etc/hosts", &hosts).unwrap();
        let origin = format!("http://moving.test:{port}");
        sandboxes["public"]
            .route("/.well-known/*", [Answer::redirect("/m").close().delay(std::time::Duration::from_millis(200))]);
        std::thread::scope(|scope| {
            let call = scope.spawn(|| client.fetch_resource_metadata(origin.as_str()).unwrap_err());
            let asked = |request: &telnyx_oauth_sandbox::Request| {
                request.host.starts_with("moving") && request.target.contains("oauth")
            };
            while !sandboxes["public"].requests().iter().any(asked) {
                std::thread::yield_now();
            }
            std::fs::write("/etc/hosts", &moved).unwrap();
            assert_eq!(call.join().unwrap().kind(), ErrorKind::BlockedAddress);
        });
        assert_eq!(private.connections(), 0);
    });
}

#[test]
fn a_servers_url_does_not_reuse_a_connection_to_a_blocked_address() {
    namespace("a_servers_url_does_not_reuse_a_connection_to_a_blocked_address", PREPARE, || {
        let sandboxes = sandboxes();
        let client = client().build().unwrap();
        let [private, _] = origins("private", &sandboxes);
        client.fetch_resource_metadata(private.as_str()).unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let line = format!("Bearer resource_metadata=\"{private}/m\"");
        let error = client.discover(resource.as_str(), &line).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BlockedAddress);
        assert_eq!(sandboxes["private"].requests().len(), 1);
    });
}

#[test]
fn a_servers_url_does_not_get_the_callers_cached_document() {
    namespace("a_servers_url_does_not_get_the_callers_cached_document", PREPARE, || {
        let sandboxes = sandboxes();
        let client = client().build().unwrap();
        let [private, _] = origins("private", &sandboxes);
        let document = Answer::json(r#"{"resource": "${origin}"}"#).header("cache-control", "max-age=60");
        sandboxes["private"].route("/.well-known/*", [document]);
        client.fetch_resource_metadata(private.as_str()).unwrap();
        client.fetch_resource_metadata(private.as_str()).unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let line = format!("Bearer resource_metadata=\"{private}/.well-known/oauth-protected-resource\"");
        let error = client.discover(resource.as_str(), &line).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BlockedAddress);
        assert_eq!(sandboxes["private"].requests().len(), 1);
    });
}

#[test]
fn a_cached_document_keeps_its_zone() {
    namespace("a_cached_document_keeps_its_zone", PREPARE, || {
        let sandboxes = sandboxes();
        let client = client().build().unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let [private, _] = origins("private", &sandboxes);
        let document = format!(r#"{{"resource": "{resource}", "authorization_servers": ["{private}"]}}"#);
        let document = Answer::json(document).header("cache-control", "max-age=60");
        sandboxes["public"].route("/.well-known/oauth-protected-resource", [document]);
        for from_cache in [false, true] {
            let found = client.discover(resource.as_str(), None).unwrap();
            assert_eq!(found.attempts()[1].from_cache, from_cache);
            let error = found.authorization_servers()[0].error().unwrap();
            assert_eq!(error.kind(), ErrorKind::BlockedAddress);
        }
        assert_eq!(sandboxes["private"].requests().len(), 0);
    });
}

#[test]
fn a_pinned_address_is_checked_as_the_callers() {
    namespace("a_pinned_address_is_checked_as_the_callers", PREPARE, || {
        let sandboxes = sandboxes();
        let address = sandboxes["private"].http_addr();
        let client = client().resolve("pinned.test", address.port(), address.ip()).build().unwrap();
        let [resource, _] = origins("public", &sandboxes);
        let line = format!("Bearer resource_metadata=\"http://pinned.test:{}/m\"", address.port());
        sandboxes["private"].route("/m", [Answer::json(format!(r#"{{"resource": "{resource}"}}"#))]);
        client.discover(resource.as_str(), &line).unwrap();
    });
}

#[test]
fn literal_addresses_and_localhost_are_checked_behind_a_proxy() {
    namespace("literal_addresses_and_localhost_are_checked_behind_a_proxy", PREPARE, || {
        let sandboxes = sandboxes();
        let proxy = Sandbox::start().unwrap();
        let client = client().proxy(proxy.http_origin()).build().unwrap();
        for host in ["10.1.2.3", "127.0.0.1", "169.254.169.254", "localhost"] {
            let line = format!("Bearer resource_metadata=\"http://{host}/m\"");
            let error = client.discover("http://rs.example", &line).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BlockedAddress, "{host}");
        }
        assert_eq!(proxy.requests().len(), 0);
        let found = client.discover("http://rs.example", None).unwrap();
        assert!(found.authorization_server().is_some(), "a proxy from the caller may have any address");
        let asked = proxy.requests().iter().filter(|request| request.host == "rs.example").count();
        assert_eq!(asked, 3);
        assert_eq!(found.attempts()[0].purpose, Purpose::Probe);
        drop(sandboxes);
    });
}

/// Adds a network link whose other end answers nothing.
const BLACK_HOLE: &str = "
    ip link add hole type veth peer name end
    ip addr add 10.9.0.1/24 dev hole
    ip addr add fd09::1/64 dev hole nodad
    ip link set hole up
    ip link set end up
    ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev hole nud permanent
    ip neigh add fd09::2 lladdr 02:00:00:00:00:02 dev hole nud permanent
    until ip -6 route get fd09::2; do sleep 0.05; done > /dev/null 2>&1
    hosts=/tmp/telnyx-oauth-hosts.$$
    printf '%s\\n' 'fd09::2 both.test' '10.9.0.1 both.test' > $hosts
    mount --bind $hosts /etc/hosts
    rm $hosts";

#[test]
fn a_dead_ipv6_address_leaves_time_for_the_next_address() {
    namespace("a_dead_ipv6_address_leaves_time_for_the_next_address", BLACK_HOLE, || {
        let sandbox = Sandbox::builder().bind("10.9.0.1".parse().unwrap()).start().unwrap();
        let resource = format!("http://both.test:{}", sandbox.http_addr().port());
        let client = client().connect_timeout(std::time::Duration::from_secs(4));
        let found = client.build().unwrap().fetch_resource_metadata(resource.as_str());
        assert_eq!(found.unwrap().resource(), Some(resource.as_str()));
        let lone = self::client().connect_timeout(std::time::Duration::from_millis(300)).build().unwrap();
        let error = lone.fetch_resource_metadata("http://10.9.0.2").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
    });
}

#[test]
fn an_endpoint_is_vetted_by_the_rules_for_urls_of_servers() {
    namespace("an_endpoint_is_vetted_by_the_rules_for_urls_of_servers", PREPARE, || {
        let (client, free) = (client().build().unwrap(), client().allow_private_addresses(true).build().unwrap());
        for (from, _) in &PLACES[..6] {
            for (to, address) in PLACES {
                let address: IpAddr = address.parse().unwrap();
                let literal = if address.is_ipv6() { format!("[{address}]") } else { address.to_string() };
                for host in [format!("{to}.test"), literal] {
                    let (url, from) = (format!("https://{host}/token"), format!("https://{from}.test/m"));
                    let kind = |found: Result<Vec<IpAddr>, telnyx_oauth::Error>| found.map_err(|error| error.kind());
                    let expected = |allowed| match allowed {
                        true => Ok(vec![address]),
                        false => Err(ErrorKind::BlockedAddress),
                    };
                    let allowed = rank(to).is_some()
                        && rank(to) >= rank(from.trim_start_matches("https://").split('.').next().unwrap());
                    assert_eq!(kind(client.vet(&url, &from)), expected(allowed), "{from} names {url}");
                    assert_eq!(kind(free.vet(&url, &from)), expected(rank(to).is_some()), "{from} names {url}");
                }
            }
        }
        let vet = |url: &str| client.vet(url, "https://loopback.test/m");
        let both: [IpAddr; 2] = ["127.0.0.1".parse().unwrap(), "::1".parse().unwrap()];
        assert_eq!(vet("https://localhost/token").unwrap(), both);
        assert_eq!(
            client.vet("https://localhost/t", "https://public.test/m").unwrap_err().kind(),
            ErrorKind::BlockedAddress
        );
        assert_eq!(vet("https://unknown.test/token").unwrap_err().kind(), ErrorKind::Transport);
    });
}
