//! M: the Model Context Protocol. These rules apply to the profiles `mcp-*` only.

use crate::facts::{Facts, ResourceAnswer};
use crate::finding::{Fault, Found, Location};
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "M01",
    name: "mcp-request-not-challenged",
    severity: Severity::Warning,
    section: "MCP 2025-11-25, Authorization",
    link: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#token-handling",
    fault: Fault::Resource,
    summary: "A protected MCP server should challenge the first request of a client.",
    explanation: "MCP clients start the authorization when their first request is answered with 401. If that request succeeds, \
                  the client connects without a token, and fails later in the middle of its work.",
    help: "Answer server/discover and initialize with 401 and a challenge if the request has no token.",
    example: "POST initialize\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}\n",
    near_miss: "POST initialize\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata=\"https://api.example/.well-known/oauth-protected-resource/mcp\"\n",
    check: mcp_request_not_challenged,
}];

fn mcp_request_not_challenged(facts: &Facts<'_>) -> Vec<Found> {
    let posts: Vec<_> = facts.resource.iter().filter(|answer| answer.exchange.role != Role::Resource).collect();
    // If the server does not know `server/discover`, its answer to `initialize` counts.
    if posts.iter().any(|answer| answer.answer.status == 401 || !answer.challenges.is_empty()) {
        return Vec::new();
    }
    let found = |answer: &&ResourceAnswer<'_>| {
        let asked = if answer.exchange.role == Role::Initialize { "initialize" } else { "server/discover" };
        let got = format!("{asked} was answered with status {}", answer.answer.status);
        Found::new(Location::url(&answer.answer.url), "status 401 with a challenge", got)
    };
    posts.last().map(found).into_iter().collect()
}
