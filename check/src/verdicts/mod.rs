//! The behaviour of each client in use with a server: one file a client. Each was read from the client's code, and
//! `make test-verdicts` compares it with what the client does.

mod go;
mod go_challenge;
mod go_members;
mod go_url;
mod javascript;
mod json;
mod python;
mod rmcp;
mod rmcp_get;
mod rmcp_server;
mod rmcp_urls;
mod schema;
mod typescript;
mod typescript_members;
mod verdict;
mod walk;

pub use verdict::{End, Reason, Verdict, Via, Way};

use crate::observation::Observation;
use crate::request::Request;
use url::Url;
use walk::{Hops, Walk};

/// A client in use.
struct Client {
    name: &'static str,
    version: &'static str,
    ways: &'static [Way],
    end: fn(&mut Walk<'_>, &Url, Way) -> Result<End, End>,
}

const CLIENTS: &[Client] = &[
    Client {
        name: "MCP TypeScript SDK 1",
        version: "1.32.2",
        ways: &[Way::Challenged, Way::Cold],
        end: |walk, target, way| typescript::end(walk, target, way, typescript::V1),
    },
    Client {
        name: "MCP TypeScript SDK 2",
        version: "2.4.0",
        ways: &[Way::Challenged, Way::Cold],
        end: |walk, target, way| typescript::end(walk, target, way, typescript::V2),
    },
    Client { name: "MCP Python SDK", version: "2.3.0", ways: &[Way::Challenged], end: python::end },
    Client { name: "rmcp", version: "3.11.0", ways: &[Way::Challenged, Way::Cold], end: rmcp::end },
    Client { name: "MCP Go SDK", version: "1.8.0", ways: &[Way::Challenged], end: go::end },
];

/// The verdicts of all clients.
pub(crate) fn verdicts(observation: &Observation) -> Vec<Verdict> {
    walks(observation).into_iter().map(|(verdict, _)| verdict).collect()
}

/// The requests that some client sends, and that the observation has no exchange for.
pub(crate) fn missing(observation: &Observation) -> Vec<Request> {
    walks(observation).into_iter().filter_map(|(_, missing)| missing).collect()
}

fn walks(observation: &Observation) -> Vec<(Verdict, Option<Request>)> {
    let Ok(mut target) = Url::parse(&observation.target) else { return Vec::new() };
    target.set_fragment(None);
    let hops = Hops::of(observation);
    let mut all = Vec::new();
    for client in CLIENTS {
        for way in client.ways.iter().copied() {
            let mut walk = Walk::new(observation, &hops);
            let end = (client.end)(&mut walk, &target, way).unwrap_or_else(|end| end);
            let (client, version, requests) = (client.name, client.version, walk.requests);
            all.push((Verdict { client, version, way, requests, end }, walk.missing));
        }
    }
    all
}
