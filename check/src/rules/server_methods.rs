//! S09 to S11: the grants, authentication methods and algorithms that an authorization server lists.

use super::server_members::used;
use super::shown::shown;
use crate::facts::{Facts, ServerDocument};
use crate::finding::{Fault, Found, Location};
use crate::rule::Rule;
use crate::severity::Severity;
use telnyx_oauth::embedding::{authorization_server_members, quoted};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "S09",
        name: "removed-grant",
        severity: Severity::Warning,
        section: "OAuth 2.1 section 10",
        link: "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-10",
        fault: Fault::AuthorizationServer,
        summary: "The server should support the response type code, and no grants that OAuth 2.1 removed.",
        explanation: "Clients in use ask for an authorization code only, and some stop if the metadata does not list code. The \
                      implicit grant shows tokens to the browser's history, and the password grant shows the user's password \
                      to the client.",
        help: "List code in response_types_supported. Disable the grants implicit and password, and the response types with \
               token, if no client needs them.",
        example: "{\"response_types_supported\": [\"token\"]}\n",
        near_miss: "{\"response_types_supported\": [\"code\"]}\n",
        check: removed_grant,
    },
    Rule {
        code: "S10",
        name: "no-public-clients",
        severity: Severity::Info,
        section: "RFC 7591 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc7591#section-2",
        fault: Fault::AuthorizationServer,
        summary: "A server with dynamic registration should allow clients without a secret.",
        explanation: "A client on a user's machine cannot keep a secret. It registers with the authentication method none. A \
                      server without this method refuses the registration, or issues a secret to each installation.",
        help: "Add none to token_endpoint_auth_methods_supported, and accept it at the registration endpoint. If the member \
               is absent, its value is client_secret_basic.",
        example: "{\"registration_endpoint\": \"https://as.example/register\", \
                  \"token_endpoint_auth_methods_supported\": [\"client_secret_post\"]}\n",
        near_miss: "{\"registration_endpoint\": \"https://as.example/register\", \
                    \"token_endpoint_auth_methods_supported\": [\"client_secret_post\", \"none\"]}\n",
        check: no_public_clients,
    },
    Rule {
        code: "S11",
        name: "bad-algorithms",
        severity: Severity::Warning,
        section: "RFC 8414 section 2",
        link: "https://www.rfc-editor.org/rfc/rfc8414#section-2",
        fault: Fault::AuthorizationServer,
        summary: "Authentication with a JWT needs a list of algorithms, without none and without weak ones.",
        explanation: "A client that signs a JWT must know which algorithms the server accepts. With none, the \
                      server accepts unsigned JWTs, which every attacker can write.",
        help: "List the algorithms, such as ES256 and PS256. Remove none, and remove RSA1_5 and algorithms with SHA-1. DPoP \
               proofs need an asymmetric algorithm.",
        example: "{\"token_endpoint_auth_methods_supported\": [\"private_key_jwt\"]}\n",
        near_miss: "{\"token_endpoint_auth_methods_supported\": [\"private_key_jwt\"], \
                    \"token_endpoint_auth_signing_alg_values_supported\": [\"ES256\"]}\n",
        check: bad_algorithms,
    },
];

fn removed_grant(facts: &Facts<'_>) -> Vec<Found> {
    const TYPES: &str = "response_types_supported";
    const GRANTS: &str = "grant_types_supported";
    let mut found = Vec::new();
    for (_, document) in used(facts) {
        let (types, grants) = (document.strings(TYPES), document.strings(GRANTS));
        let is_implicit = |kind: &&str| kind.split(' ').any(|word| word == "token");
        let is_removed = |grant: &&str| matches!(*grant, "implicit" | "password");
        let of = |name, expected: &str| {
            let got = document.member(name).map(shown).unwrap_or_default();
            Found::new(Location::member(document.url(), name), expected, got)
        };
        if document.grants_codes() && types.as_ref().is_some_and(|types| !types.contains(&"code")) {
            found.push(of(TYPES, "a list with \"code\""));
        } else if types.is_some_and(|types| types.iter().any(is_implicit)) {
            found.push(of(TYPES, "no response type with \"token\"").at_most(Severity::Info));
        }
        if grants.is_some_and(|grants| grants.iter().any(is_removed)) {
            found.push(of(GRANTS, "neither \"implicit\" nor \"password\"").at_most(Severity::Info));
        }
    }
    found
}

fn no_public_clients(facts: &Facts<'_>) -> Vec<Found> {
    const MEMBER: &str = "token_endpoint_auth_methods_supported";
    let documents = used(facts).map(|(_, document)| document);
    let is_closed = |document: &&ServerDocument<'_>| {
        let allows = document.strings(MEMBER).is_some_and(|methods| methods.contains(&"none"));
        document.member("registration_endpoint").is_some() && document.grants_codes() && !allows
    };
    let found = |document: &ServerDocument<'_>| {
        let got = document.member(MEMBER).map_or_else(|| "no such member".to_owned(), shown);
        Found::new(Location::member(document.url(), MEMBER), "a list with \"none\"", got)
    };
    documents.filter(is_closed).map(found).collect()
}

fn bad_algorithms(facts: &Facts<'_>) -> Vec<Found> {
    used(facts).flat_map(|(_, document)| lists_missing(document).into_iter().chain(lists_bad(document))).collect()
}

/// The lists of algorithms that an authentication method demands.
fn lists_missing(document: &ServerDocument<'_>) -> Vec<Found> {
    const LISTS: &[(&str, &str)] = &[
        ("token_endpoint_auth_methods_supported", "token_endpoint_auth_signing_alg_values_supported"),
        ("revocation_endpoint_auth_methods_supported", "revocation_endpoint_auth_signing_alg_values_supported"),
        ("introspection_endpoint_auth_methods_supported", "introspection_endpoint_auth_signing_alg_values_supported"),
    ];
    let is_missing = |(methods, algorithms): &&(&str, &str)| {
        let methods = document.strings(methods).unwrap_or_default();
        let signs = methods.iter().any(|method| matches!(*method, "private_key_jwt" | "client_secret_jwt"));
        let algorithms = document.member(algorithms);
        signs && algorithms.is_none_or(|value| value.as_array().is_some_and(Vec::is_empty))
    };
    let found = |(methods, algorithms): &(&str, &str)| {
        let expected = format!("the algorithms of the JWTs in {methods}");
        Found::new(Location::member(document.url(), algorithms), expected, "no algorithms")
    };
    LISTS.iter().filter(is_missing).map(found).collect()
}

/// The lists that contain an algorithm which is forbidden there, or weak.
fn lists_bad(document: &ServerDocument<'_>) -> Vec<Found> {
    const WITHOUT_NONE: &[&str] = &[
        "token_endpoint_auth_signing_alg_values_supported",
        "revocation_endpoint_auth_signing_alg_values_supported",
        "introspection_endpoint_auth_signing_alg_values_supported",
        "dpop_signing_alg_values_supported",
        "authorization_signing_alg_values_supported",
    ];
    let mut found = Vec::new();
    for name in authorization_server_members().filter(|name| name.ends_with("_alg_values_supported")) {
        let is_forbidden = |algorithm: &&str| {
            let is_symmetric = name.starts_with("dpop_") && algorithm.starts_with("HS");
            WITHOUT_NONE.contains(&name) && *algorithm == "none" || is_symmetric
        };
        let is_weak = |algorithm: &&str| matches!(*algorithm, "RSA1_5" | "RS1" | "HS1");
        let algorithms = document.strings(name).unwrap_or_default();
        let (forbidden, weak) =
            (algorithms.iter().find(|one| is_forbidden(one)), algorithms.iter().find(|one| is_weak(one)));
        let at = Location::member(document.url(), name);
        match (forbidden, weak) {
            (Some(one), _) => found.push(Found::new(at, "no algorithm that is forbidden here", quoted(one))),
            (None, Some(one)) => {
                let got = quoted(one);
                found.push(Found::new(at, "no weak algorithm", got).at_most(Severity::Info));
            }
            (None, None) => {}
        }
    }
    found
}
