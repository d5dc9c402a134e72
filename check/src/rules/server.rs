//! S: the document of each authorization server.

use super::difference::difference;
use crate::facts::{Facts, Server, ServerPlace};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use serde_json::Value;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::quoted;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S01",
        name: "no-server-metadata",
        severity: Severity::Error,
        section: "RFC 8414 section 3",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-3",
        fault: Fault::AuthorizationServer,
        summary: "An authorization server must publish its metadata at a well-known URL of its issuer.",
        explanation: "A client learns the endpoints of the server from this document. It must not guess them.",
        help: "Publish the metadata at the first of the URLs. If the issuer is wrong, correct authorization_servers in the \
               resource's metadata: it lists issuers, not URLs of documents or endpoints.",
        example: "GET /.well-known/oauth-authorization-server and GET /.well-known/openid-configuration answer 404\n",
        near_miss: "GET /.well-known/openid-configuration answers 200\n",
        check: no_server_metadata,
    },
    Rule {
        code: "S02",
        name: "server-metadata-at-rare-url",
        severity: Severity::Warning,
        section: "RFC 8414 section 3.1",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-3.1",
        fault: Fault::AuthorizationServer,
        summary: "The metadata should be at the URL that every client asks.",
        explanation: "Clients of plain OAuth ask RFC 8414's URL only. For an issuer with a path, many clients do not ask the \
                      URL where OpenID Connect appends the well-known path.",
        help: "Publish the same document at RFC 8414's URL too: insert /.well-known/oauth-authorization-server between the \
               host and the path of the issuer.",
        example: "only GET /tenant/.well-known/openid-configuration answers 200\n",
        near_miss: "GET /.well-known/oauth-authorization-server/tenant answers 200 too\n",
        check: server_metadata_at_rare_url,
    },
    Rule {
        code: "S03",
        name: "issuer-not-identical",
        severity: Severity::Error,
        section: "RFC 8414 section 3.3",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-3.3",
        fault: Fault::AuthorizationServer,
        summary: "The member issuer must be identical to the listed issuer, code point by code point.",
        explanation: "A client must refuse a document of another issuer, because an attacker could send the client to \
                      endpoints of their own.",
        help: "Set issuer to the URL that the resource lists, or list the issuer exactly as the server's document writes it.",
        example: "{\"issuer\": \"https://as.example/\"} for https://as.example\n",
        near_miss: "{\"issuer\": \"https://as.example\"} for https://as.example\n",
        check: issuer_not_identical,
    },
];

fn no_server_metadata(facts: &Facts<'_>) -> Vec<Found> {
    let has_none = |server: &&Server<'_>| {
        !server.documents.is_empty() && server.documents.iter().all(|document| document.json.is_none())
    };
    let found = |server: &Server<'_>| {
        let reason = |document: &crate::facts::ServerDocument<'_>| match document.exchange.status() {
            Some(status) => format!("{} answered {status}", quoted(&document.exchange.url)),
            None => format!("{} did not answer", quoted(&document.exchange.url)),
        };
        let reasons: Vec<_> = server.documents.iter().map(reason).collect();
        let expected = format!("the metadata of {}, with status 200", quoted(&server.issuer));
        Found::new(Location::url(&server.documents[0].exchange.url), expected, reasons.join("; "))
    };
    facts.servers.iter().filter(has_none).map(found).collect()
}

fn server_metadata_at_rare_url(facts: &Facts<'_>) -> Vec<Found> {
    let found = |server: &Server<'_>| {
        let good = server.good()?;
        let is_openid = good.json.as_ref().is_some_and(|json| json.get("subject_types_supported").is_some());
        let is_rare = match good.place {
            ServerPlace::OAuth => false,
            ServerPlace::OpenIdInserted => !is_openid,
            ServerPlace::OpenIdAppended => true,
        };
        let first = server.documents.first().filter(|_| is_rare)?;
        let got = format!("the metadata is at {} only", quoted(&good.exchange.url));
        Some(Found::new(Location::url(&first.exchange.url), "the metadata, with status 200", got))
    };
    facts.servers.iter().filter_map(found).collect()
}

fn issuer_not_identical(facts: &Facts<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for server in &facts.servers {
        for document in &server.documents {
            // Core decides whether the two are identical. It tolerates a slash after the host, which RFC 8414 forbids.
            let declared = document.json.as_ref().and_then(|json| json.get("issuer")).and_then(Value::as_str);
            let is_refused = document.judged.as_ref().is_err_and(|error| error.kind() == ErrorKind::IssuerMismatch);
            let is_tolerated = document.judged.as_ref().is_ok_and(|metadata| {
                metadata.warnings().iter().any(|warning| warning.kind == telnyx_oauth::WarningKind::IssuerRootSlash)
            });
            if let (true, Some(declared)) = (is_refused || is_tolerated, declared) {
                let got = format!("{}: {}", quoted(declared), difference(&server.issuer, declared));
                let at = Location::member(&document.exchange.url, "issuer");
                let one = Found::new(at, quoted(&server.issuer), got);
                found.push(if is_tolerated { one.at_most(Severity::Warning) } else { one });
            }
        }
    }
    found
}
