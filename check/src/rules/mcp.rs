//! M: the Model Context Protocol. These rules apply to the profiles `mcp-*` only.

use crate::facts::{Document, Facts, ResourceAnswer, Server};
use crate::finding::{Fault, Found, Location};
use crate::profile::Profile;
use crate::role::Role;
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::embedding::quoted;

pub(super) const RULES: &[Rule] = &[
    Rule {
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
    },
    Rule {
        code: "M03",
        name: "mcp-no-authorization-server",
        severity: Severity::Error,
        section: "MCP 2025-06-18, Authorization Server Location",
        link: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location",
        fault: Fault::Resource,
        summary: "The metadata of an MCP server must list at least one authorization server.",
        explanation: "An MCP client has no other way to find the authorization server, and stops.",
        help: "Add authorization_servers, an array with the issuer URL of each authorization server.",
        example: "{\"resource\": \"https://api.example/mcp\"}\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\", \"authorization_servers\": [\"https://as.example\"]}\n",
        check: no_authorization_servers,
    },
    Rule {
        code: "M04",
        name: "mcp-no-pkce",
        severity: Severity::Error,
        section: "MCP 2025-11-25, Authorization Code Protection",
        link: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-code-protection",
        fault: Fault::AuthorizationServer,
        summary: "An authorization server for MCP must advertise PKCE with S256.",
        explanation: "An MCP client must refuse a server without code_challenge_methods_supported, because the client cannot \
                      know whether the server checks PKCE.",
        help: "Add \"code_challenge_methods_supported\": [\"S256\"] to the server's metadata, if the server supports it.",
        example: "{\"issuer\": \"https://as.example\"}\n",
        near_miss: "{\"issuer\": \"https://as.example\", \"code_challenge_methods_supported\": [\"S256\"]}\n",
        check: no_pkce,
    },
    Rule {
        code: "M05",
        name: "mcp-origin-as-server",
        severity: Severity::Error,
        section: "MCP 2025-06-18, Authorization Server Location",
        link: "https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization#authorization-server-location",
        fault: Fault::Resource,
        summary: "An MCP server must publish its own metadata. Clients no longer take its origin as the authorization server.",
        explanation: "The revision 2025-03-26 took the origin of the MCP server as the authorization server. Later revisions \
                      removed this, and newer clients stop.",
        help: "Publish the metadata of the resource, and list the origin in authorization_servers.",
        example: "only GET /.well-known/oauth-authorization-server answers 200\n",
        near_miss: "GET /.well-known/oauth-protected-resource/mcp answers 200 too\n",
        check: origin_as_server,
    },
    Rule {
        code: "M06",
        name: "mcp-resource-with-trailing-slash",
        severity: Severity::Info,
        section: "MCP 2025-11-25, Canonical Server URI",
        link: "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#canonical-server-uri",
        fault: Fault::Resource,
        summary: "The URL of an MCP server should have no trailing slash.",
        explanation: "Clients should send the URL without a trailing slash as the resource. A server that compares it with \
                      its own spelling then refuses the token.",
        help: "Use one spelling without a trailing slash: in resource, in the documentation, and in the check of the audience.",
        example: "{\"resource\": \"https://api.example/mcp/\"}\n",
        near_miss: "{\"resource\": \"https://api.example/mcp\"}\n",
        check: trailing_slash,
    },
    Rule {
        code: "M07",
        name: "mcp-only-dynamic-registration",
        severity: Severity::Info,
        section: "MCP 2026-07-28, Client Registration",
        link: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization#client-registration-approaches",
        fault: Fault::AuthorizationServer,
        summary: "An authorization server for MCP should support Client ID Metadata Documents.",
        explanation: "The revision 2026-07-28 deprecates dynamic registration. A client that is not registered will have no \
                      other way.",
        help: "Support Client ID Metadata Documents, and add \"client_id_metadata_document_supported\": true.",
        example: "{\"registration_endpoint\": \"https://as.example/register\"}\n",
        near_miss: "{\"registration_endpoint\": \"https://as.example/register\", \"client_id_metadata_document_supported\": true}\n",
        check: only_dynamic_registration,
    },
    Rule {
        code: "M08",
        name: "mcp-get-without-405",
        severity: Severity::Info,
        section: "MCP 2025-11-25, Listening for Messages from the Server",
        link: "https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#listening-for-messages-from-the-server",
        fault: Fault::Resource,
        summary: "An MCP server must answer a GET with an event stream, a challenge or 405.",
        explanation: "A client takes 404 for a wrong URL, and other errors for a failure of the server. Only 405 tells a \
                      client that the server has no GET.",
        help: "Answer 405 with the field Allow to methods that the endpoint does not have.",
        example: "GET /mcp\n\nHTTP/1.1 404 Not Found\n",
        near_miss: "GET /mcp\n\nHTTP/1.1 405 Method Not Allowed\nAllow: POST\n",
        check: get_without_405,
    },
];

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

fn no_authorization_servers(facts: &Facts<'_>) -> Vec<Found> {
    super::resource::no_authorization_servers(facts)
}

fn no_pkce(facts: &Facts<'_>) -> Vec<Found> {
    let found = |server: &Server<'_>| {
        let good = server.good()?;
        // Core decides what counts as PKCE with S256.
        let metadata = good.judged.as_ref().ok().filter(|metadata| !metadata.supports_pkce_s256())?;
        let member = "code_challenge_methods_supported";
        let got = metadata.member_json(member).map_or_else(|| "no such member".to_owned(), |json| quoted(&json));
        Some(Found::new(Location::member(&good.exchange.url, member), "an array with S256", got))
    };
    facts.servers.iter().filter_map(found).collect()
}

fn origin_as_server(facts: &Facts<'_>) -> Vec<Found> {
    if facts.documents.iter().any(|document| document.json.is_some()) {
        return Vec::new();
    }
    let found = |server: &Server<'_>| {
        let good = server.good()?;
        let got = "the metadata of an authorization server, but no metadata of the resource";
        Some(Found::new(Location::url(&good.exchange.url), "the metadata of the resource", got))
    };
    facts.origin.iter().filter_map(found).collect()
}

fn trailing_slash(facts: &Facts<'_>) -> Vec<Found> {
    let found = |document: &Document<'_>| {
        let declared = document.member("resource").and_then(Value::as_str).filter(|text| text.ends_with('/'))?;
        let at = Location::member(document.url(), "resource");
        Some(Found::new(at, quoted(declared.trim_end_matches('/')), quoted(declared)))
    };
    super::resource::relevant(facts).filter_map(found).collect()
}

fn only_dynamic_registration(facts: &Facts<'_>) -> Vec<Found> {
    let found = |server: &Server<'_>| {
        let good = server.good()?;
        let metadata = good.judged.as_ref().ok()?;
        metadata.registration_endpoint()?;
        if facts.observation.profile != Profile::MCP || metadata.client_id_metadata_document_supported() == Some(true) {
            return None;
        }
        let at = Location::member(&good.exchange.url, "client_id_metadata_document_supported");
        Some(Found::new(at, "true", "only a registration_endpoint"))
    };
    facts.servers.iter().filter_map(found).collect()
}

fn get_without_405(facts: &Facts<'_>) -> Vec<Found> {
    let found = |answer: &ResourceAnswer<'_>| {
        let content_type = answer.answer.field("content-type").unwrap_or_default();
        let is_stream = content_type.to_ascii_lowercase().starts_with("text/event-stream");
        let is_right = matches!(answer.answer.status, 401 | 403 | 405) || is_stream || !answer.challenges.is_empty();
        let got = format!("status {}", answer.answer.status);
        (!is_right).then(|| Found::new(Location::url(&answer.answer.url), "status 405, or an event stream", got))
    };
    facts.resource.iter().filter(|answer| answer.exchange.role == Role::Resource).filter_map(found).collect()
}
