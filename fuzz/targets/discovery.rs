//! `DiscoveryPlan`: the input chooses the resource, the answers, and the order of the answers.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::Value;
use std::collections::HashSet;
use telnyx_oauth::{
    Attempt, Discovery, Error, ErrorKind, PlannedRequest, Purpose, ResourceMatch, authorization_server_metadata_urls,
    resource_metadata_url,
};
use telnyx_oauth_fuzz::discovery::{Answer, Driver, Start};
use telnyx_oauth_fuzz::{
    Choices, check_error, check_issuer, check_message, check_resource, check_warnings, is_loopback, parsed,
};

/// The maximum number of requests other than those for the documents of servers: a GET, two POSTs and a DELETE of the probe,
/// and three candidates for the resource's document.
const WITHOUT_SERVERS: usize = 7;

fuzz_target!(|data: &[u8]| -> Corpus {
    let mut choices = Choices::new(data);
    let start = Start::choose(&mut choices);
    let mut driver = match Driver::new(&start) {
        Ok(driver) => driver,
        Err(error) => {
            check_error(&error, &[ErrorKind::InvalidArgument, ErrorKind::InsecureUrl]);
            return Corpus::Reject;
        }
    };
    driver.run(&mut choices);
    check_requests(&start, &driver.sent);
    let in_order = driver.in_order();
    let (sent, answers) = (driver.sent.clone(), driver.answers.clone());
    let (found, twin) = driver.finish();
    assert_eq!(shown(&found), shown(&twin), "a second answer changed the result");
    assert_eq!(
        without_attempts(shown(&found)),
        without_attempts(shown(&in_order)),
        "the order of the answers changed the result"
    );
    match &found {
        Ok(found) => check_found(&start, found, &sent),
        Err(error) => check_failed(error, &sent),
    }
    let attempts = found.as_ref().map_or_else(Error::attempts, Discovery::attempts);
    assert_eq!(attempts.len(), sent.len(), "{attempts:?}, {sent:?}");
    for (attempt, request) in attempts.iter().zip(&sent) {
        assert_eq!((attempt.purpose, &attempt.url), (request.purpose, &request.url));
        assert_eq!(attempt.status, answers.get(&request.id).and_then(Answer::status), "{attempt:?}");
    }
    Corpus::Keep
});

/// Checks that the URLs of requests are allowed, and that no document is requested twice.
fn check_requests(start: &Start, sent: &[PlannedRequest]) {
    let resource = parsed(&start.resource);
    let own = own_urls(start);
    let (mut documents, mut probes) = (HashSet::new(), HashSet::new());
    for request in sent {
        let url = parsed(&request.url);
        let among_loopback = is_loopback(&url) && is_loopback(&resource);
        assert!(url.scheme() == "https" || (url.scheme() == "http" && among_loopback), "{request:?}");
        assert!(url.username().is_empty() && url.password().is_none() && url.fragment().is_none(), "{request:?}");
        if request.purpose == Purpose::Probe {
            assert!(url == resource && start.lines.is_none(), "{request:?}");
            assert!(!request.named_by_server, "{request:?}");
            assert_eq!(request.id == 0, request.method == "GET", "{request:?}");
            assert!(probes.insert(&request.headers), "sent twice: {request:?}");
        } else {
            assert!(documents.insert(&request.url), "requested twice: {request:?}");
            assert!(request.named_by_server || own.contains(&request.url), "{request:?}");
        }
    }
}

fn check_found(start: &Start, found: &Discovery, sent: &[PlannedRequest]) {
    let document = found.resource_metadata().expect("without an issuer, a result has a document");
    let policy = if start.rules.strict { ResourceMatch::Exact } else { start.rules.resource_match };
    assert_eq!(found.resource(), start.resource);
    check_resource(&start.resource, document.resource(), document.url(), policy);
    check_warnings(found.warnings(), &start.rules);
    let listed = document.authorization_servers().unwrap_or_default();
    let servers = found.authorization_servers();
    let mut seen = std::collections::HashSet::new();
    let once = listed.iter().map(String::as_str).filter(|issuer| seen.insert(*issuer));
    assert!(servers.iter().map(|server| server.issuer()).eq(once), "{servers:?}");
    for server in servers {
        let is_its_own = |attempt: &Attempt| attempt.purpose != Purpose::Probe && found.attempts().contains(attempt);
        assert!(server.attempts().iter().all(is_its_own), "{server:?}");
        match (server.metadata(), server.error()) {
            (Some(metadata), None) => check_issuer(server.issuer(), metadata.issuer(), start.rules.strict),
            (None, Some(error)) => {
                check_message(error.message());
                assert_eq!(error.attempts(), server.attempts());
            }
            _ => panic!("{server:?}"),
        }
    }
    check_reasons(start, found, sent);
    assert!(sent.len() <= WITHOUT_SERVERS + 3 * listed.len(), "{sent:?}");
}

/// Checks that each requested URL comes from the resource, a challenge or a document.
fn check_reasons(start: &Start, found: &Discovery, sent: &[PlannedRequest]) {
    let own = own_urls(start);
    // A challenge that is used for its scope may have no usable URL.
    let named = found.challenge().and_then(|challenge| challenge.resource_metadata());
    let challenged = named.and_then(|place| url::Url::parse(place).ok()).map(|mut place| {
        place.set_fragment(None);
        place.to_string()
    });
    let issuers = found.authorization_servers().iter().map(|server| server.issuer());
    let servers: HashSet<String> =
        issuers.flat_map(|issuer| authorization_server_metadata_urls(issuer).unwrap_or_default()).collect();
    for request in sent {
        let named = match request.purpose {
            Purpose::ResourceMetadata => own.contains(&request.url) || challenged.as_ref() == Some(&request.url),
            Purpose::AuthorizationServerMetadata => servers.contains(&request.url),
            _ => true,
        };
        assert!(named, "no source for the URL of {request:?}");
    }
}

/// The candidates for a resource's document without a challenge.
fn own_urls(start: &Start) -> [String; 2] {
    let own = resource_metadata_url(&start.resource).expect("the plan accepted the resource");
    let mut origins = parsed(&own);
    origins.set_path("/.well-known/oauth-protected-resource");
    origins.set_query(None);
    [own, origins.into()]
}

fn check_failed(error: &Error, sent: &[PlannedRequest]) {
    check_message(error.message());
    assert!(sent.len() <= WITHOUT_SERVERS, "{sent:?}");
    assert!(sent.iter().all(|request| request.purpose != Purpose::AuthorizationServerMetadata), "{sent:?}");
}

fn shown(result: &Result<Discovery, Error>) -> Value {
    match result {
        Ok(found) => serde_json::to_value(found),
        Err(error) => serde_json::to_value(error),
    }
    .expect("a result must serialize")
}

/// Removes the attempts, which depend on the order of the answers.
fn without_attempts(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            members.remove("attempts");
            members.values_mut().for_each(|member| *member = without_attempts(member.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = without_attempts(item.take())),
        _ => {}
    }
    value
}
