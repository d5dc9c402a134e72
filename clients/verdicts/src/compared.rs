use crate::driver::{Driver, way_name};
use crate::server::{Server, other_origin};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt;
use telnyx_oauth_check::{End, Verdict};
use telnyx_oauth_sandbox::{Request, Sandbox};

/// The members that a driver may leave out, because its client does not tell them.
const OPTIONAL: &[&str] = &["issuer", "resource_metadata", "server_metadata"];

/// The number of verdicts of one client by their comparison.
#[derive(Default)]
pub(crate) struct Tally {
    agreed: usize,
    differed: usize,
    unknown: usize,
}

impl Tally {
    /// True if the client did each time what its verdict says, and most verdicts say something.
    pub(crate) fn agrees(&self) -> bool {
        self.differed == 0 && self.agreed > self.unknown
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { agreed, differed, unknown } = self;
        let percent = 100.0 * *agreed as f64 / (agreed + differed).max(1) as f64;
        write!(f, "{percent:6.2} %  {agreed} agreed, {differed} differed, {unknown} unknown")
    }
}

/// Compares the verdicts of a driver's client with what the client does. Prints the differences.
pub(crate) fn compare(
    server: &Server,
    verdicts: &[Verdict],
    sandbox: &Sandbox,
    driver: &mut Driver,
    tally: &mut Tally,
) -> Result<(), Box<dyn Error>> {
    let of_client: Vec<_> = verdicts.iter().filter(|verdict| verdict.client.starts_with(&driver.client)).collect();
    if of_client.is_empty() {
        return Err(format!("no verdict is about {}", driver.client).into());
    }
    for verdict in of_client {
        server.play(sandbox)?;
        let end = driver.end(&server.target(sandbox), verdict.way)?;
        let requests: Vec<_> = sandbox.requests().iter().map(line).collect();
        let is_unknown = matches!(verdict.end, End::Unknown { .. });
        // The last request of an unknown verdict is one that the examination did not send.
        let known = verdict.requests.len() - usize::from(is_unknown);
        // The sandbox does not see requests to other servers.
        let reaches = |request: &&String| request.split(' ').nth(1).is_some_and(|url| is_of(url, sandbox));
        let expected: Vec<_> = verdict.requests[..known].iter().filter(reaches).cloned().collect();
        let predicted = predicted(&verdict.end);
        let same_requests = if is_unknown { requests.starts_with(&expected) } else { requests == expected };
        let same_end = is_unknown
            || predicted
                .as_object()
                .into_iter()
                .flatten()
                .all(|(name, value)| end.get(name).map_or(OPTIONAL.contains(&name.as_str()), |own| own == value));
        match (same_requests && same_end, is_unknown) {
            (true, true) => {
                tally.unknown += 1;
                println!("unknown  {}  {}  {:?}", driver.client, server.name, verdict.end);
            }
            (true, false) => tally.agreed += 1,
            (false, _) => {
                tally.differed += 1;
                let (name, way) = (&server.name, way_name(verdict.way));
                println!("DIFFERS  {}  {name}  {way}", driver.client);
                println!("  {}", server.scenario);
                println!(
                    "  verdict: {:?}\n  client:  {requests:?}\n  verdict: {:?}\n  client:  {end}",
                    verdict.requests, verdict.end
                );
            }
        }
    }
    Ok(())
}

/// The end as the drivers print it.
fn predicted(end: &End) -> Value {
    match end {
        End::Found { issuer, authorization_endpoint, via } => json!({
            "end": "found",
            "issuer": issuer,
            "authorization_endpoint": authorization_endpoint,
            "resource_metadata": via.resource_metadata.is_some(),
            "server_metadata": via.server_metadata.is_some(),
        }),
        End::Stopped { reason, .. } => json!({ "end": "stopped", "reason": reason }),
        _ => Value::Null,
    }
}

/// The method and the URL of a request.
fn line(request: &Request) -> String {
    let scheme = if request.secure { "https" } else { "http" };
    format!("{} {scheme}://{}{}", request.method, request.host, request.target)
}

/// True if this URL leads to the sandbox.
fn is_of(url: &str, sandbox: &Sandbox) -> bool {
    let other = other_origin(sandbox);
    let origins = [sandbox.https_origin(), sandbox.http_origin(), &other];
    origins.iter().any(|origin| url.strip_prefix(origin).is_some_and(|path| path.starts_with('/')))
}
