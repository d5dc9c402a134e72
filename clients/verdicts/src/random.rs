//! Random servers. The verdicts know nothing of this file.

use crate::server::Server;
use serde_json::{Map, Value, json};
use std::hash::{BuildHasher, RandomState};

/// A generator of random numbers (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    /// A seed that differs from run to run.
    pub(crate) fn fresh_seed() -> u64 {
        RandomState::new().hash_one(0) >> 32
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True in one of `n` cases.
    fn one_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }

    fn of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.next() as usize % values.len()].clone()
    }
}

/// The random server of this number.
pub(crate) fn server(seed: u64, number: u64) -> Server {
    let random = &mut Random(seed.wrapping_mul(1_000_003).wrapping_add(number));
    let resource = random.of(&["/mcp", "/mcp", "/mcp", "/", "/a/b", "/mcp/", "/mcp?x=1", "/a/b/"]);
    let path = resource.split('?').next().unwrap_or_default();
    let short = path.strip_suffix('/').unwrap_or(path);
    let inserted = format!("/.well-known/oauth-protected-resource{short}");
    let root = "/.well-known/oauth-protected-resource".to_owned();
    let named = random.of(&[inserted.clone(), root.clone(), "/metadata".to_owned()]);
    let issuer = random.of(&["/as", "/as", "", "/", "/a/b", "/as/", "/tenant1"]);
    let origin = random.of(&["${https}", "${https}", "${https}", "${https}", "${http}", "${other}"]);
    let issuer_path = issuer.strip_suffix('/').unwrap_or(issuer);
    let issuer = format!("{origin}{issuer}");

    let mut routes = vec![json!({ "path": "/*", "answers": [{ "status": random.of(&[404, 404, 404, 405, 410]) }] })];
    routes.push(json!({ "path": path, "answers": [challenge(random, &named)] }));
    for (path, presence) in [(inserted, 4), (root, 2), (named, 4)] {
        let is_there = !random.one_in(presence);
        let good = resource_metadata(random, resource, &issuer);
        let answer = if is_there { document(random, good, &path) } else { absent(random, &path) };
        routes.push(json!({ "path": path, "answers": [answer] }));
    }
    let places = [
        (format!("/.well-known/oauth-authorization-server{issuer_path}"), 2),
        (format!("/.well-known/openid-configuration{issuer_path}"), 2),
        (format!("{issuer_path}/.well-known/openid-configuration"), 2),
        ("/.well-known/oauth-authorization-server".to_owned(), 4),
        ("/.well-known/openid-configuration".to_owned(), 4),
    ];
    for (path, presence) in places {
        if routes.iter().any(|route| route["path"] == path.as_str()) {
            continue;
        }
        let is_there = random.one_in(presence);
        let good = server_metadata(random, &issuer);
        let answer = if is_there { document(random, good, &path) } else { absent(random, &path) };
        routes.push(json!({ "path": path, "answers": [answer] }));
    }
    let mut seen = Vec::new();
    routes.retain(|route| {
        let is_new = !seen.contains(&route["path"]);
        seen.push(route["path"].clone());
        is_new
    });
    Server {
        name: format!("random {number}"),
        resource: resource.to_owned(),
        scenario: json!({ "routes": routes }).to_string(),
    }
}

/// The resource's answer to a request without a token.
fn challenge(random: &mut Random, named: &str) -> Value {
    let status = random.of(&[401, 401, 401, 401, 401, 401, 403, 404, 405, 400, 200, 500]);
    let url = random.of(&[
        format!("${{https}}{named}"),
        format!("${{https}}{named}"),
        format!("${{https}}{named}"),
        format!("${{http}}{named}"),
        format!("${{other}}{named}"),
        named.to_owned(),
        String::new(),
        "ftp://h.example/x".to_owned(),
    ]);
    let field = random.of(&[
        format!("Bearer resource_metadata=\"{url}\""),
        format!("Bearer realm=\"mcp\", error=\"invalid_token\", resource_metadata=\"{url}\", scope=\"read\""),
        format!("bearer resource_metadata={url}"),
        format!("Bearer error=\"insufficient_scope\", resource_metadata=\"{url}\""),
        format!("Bearer error=insufficient_scope, scope=\"a b\", resource_metadata=\"{url}\""),
        format!("Basic realm=\"x\", Bearer resource_metadata=\"{url}\""),
        format!("DPoP algs=\"ES256\", resource_metadata=\"{url}\""),
        format!("Bearer resource_metadata='{url}'"),
        format!("Bearer resource_metadata = \"{url}\""),
        format!("Bearer  resource_metadata=\"{url}\""),
        format!("Bearer RESOURCE_METADATA=\"{url}\""),
        format!("Bearer x_resource_metadata=\"{url}\""),
        format!("Bearer realm=\"a, resource_metadata=b\", resource_metadata=\"{url}\""),
        format!("Bearer resource_metadata=\"{url}\"; scope=\"a\""),
        format!("Bearer, Bearer resource_metadata=\"{url}\""),
        "Bearer".to_owned(),
        "Bearer realm=\"x\"".to_owned(),
    ]);
    match random.next() % 12 {
        0 => json!({ "status": status }),
        1 => json!({ "status": status, "headers": { "www-authenticate": ["Basic realm=\"x\"", field] } }),
        2 => json!({ "status": status, "headers": { "www-authenticate": [field, "Basic realm=\"x\""] } }),
        3 if random.one_in(3) => json!({ "close_before_head": true }),
        _ => json!({ "status": status, "headers": { "www-authenticate": field } }),
    }
}

fn resource_metadata(random: &mut Random, resource: &str, issuer: &str) -> Value {
    let exact = format!("${{https}}{resource}");
    let own = if random.one_in(4) {
        random.of(&[
            json!(format!("{exact}/")),
            json!("${https}"),
            json!("${https}/"),
            json!("${https}/other"),
            json!("${https}/mcp2"),
            json!("${http}/mcp"),
            json!("${other}/mcp"),
            json!("https://other.example/mcp"),
            json!(format!("{exact}#f")),
            json!("mcp"),
            json!(""),
            json!("urn:x:y"),
            json!("${https}/MCP"),
            json!("${https}/mcp?y=2"),
        ])
    } else {
        json!(exact)
    };
    let servers = random.of(&[
        json!([issuer]),
        json!([issuer]),
        json!([issuer]),
        json!([issuer, "https://other.example"]),
        json!([format!("{issuer}/"), issuer]),
        json!([issuer, issuer]),
        json!([]),
        json!([""]),
        json!(["as"]),
        json!(["urn:a:b"]),
        json!([" ${https}/as "]),
        json!(["${https}/as?q=1"]),
        json!(["${https}/as#f"]),
        json!(["${https}//as"]),
        json!(issuer),
        Value::Null,
    ]);
    json!({
        "resource": own,
        "authorization_servers": servers,
        "scopes_supported": ["read"],
        "bearer_methods_supported": ["header"],
        "jwks_uri": "${https}/jwks",
        "resource_name": "x",
        "dpop_bound_access_tokens_required": false,
    })
}

fn server_metadata(random: &mut Random, issuer: &str) -> Value {
    let own = if random.one_in(4) {
        random.of(&[
            format!("{issuer}/"),
            issuer.strip_suffix('/').unwrap_or(issuer).to_owned(),
            "https://other.example".to_owned(),
            "${https}".to_owned(),
            issuer.to_uppercase().replace("${HTTP", "${http").replace("S}", "s}"),
            String::new(),
        ])
    } else {
        issuer.to_owned()
    };
    let mut document = json!({
        "issuer": own,
        "authorization_endpoint": "${https}/as/authorize",
        "token_endpoint": "${https}/as/token",
        "registration_endpoint": "${https}/as/register",
        "jwks_uri": "${https}/as/jwks",
        "response_types_supported": random.of(&[json!(["code"]), json!(["code"]), json!(["code", "token"]), json!(["id_token"]), json!([])]),
        "grant_types_supported": ["authorization_code"],
        "scopes_supported": ["read"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": random.of(&[json!(["S256"]), json!(["S256"]), json!(["plain", "S256"]), json!(["plain"]), json!([])]),
        "authorization_response_iss_parameter_supported": true,
        "client_id_metadata_document_supported": true,
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    });
    if random.one_in(3) {
        // A plain OAuth server.
        remove(&mut document, "subject_types_supported");
        remove(&mut document, "id_token_signing_alg_values_supported");
    }
    if random.one_in(6) {
        document["authorization_endpoint"] = random.of(&[
            json!("/authorize"),
            json!("${http}/a?b=c"),
            json!("javascript:alert(1)"),
            json!("${https}/x?y=1#z"),
            json!(1),
        ]);
    }
    if random.one_in(6) {
        document["dpop_signing_alg_values_supported"] = random.of(&[json!(["ES256"]), json!("ES256")]);
    }
    document
}

/// The answer with this document, which may be wrong.
fn document(random: &mut Random, mut good: Value, path: &str) -> Value {
    let members: Vec<_> = good.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default();
    if random.one_in(5) {
        remove(&mut good, &random.of(&members));
    }
    if random.one_in(6) {
        let wrong =
            random.of(&[Value::Null, json!(1), json!(""), json!([]), json!({}), json!([1]), json!("x"), json!(true)]);
        good[random.of(&members)] = wrong;
    }
    let text = good.to_string();
    match random.next() % 24 {
        0 => json!({ "body": text, "headers": { "content-type": "text/html" } }),
        1 => json!({ "body": text }),
        2 => json!({ "body": format!("\u{feff}{text}"), "headers": { "content-type": "application/json" } }),
        3 => json!({ "body": "<html></html>", "headers": { "content-type": "text/html" } }),
        4 => json!({ "body": "", "headers": { "content-type": "application/json" } }),
        5 => json!({ "json": [good] }),
        6 => json!({ "json": good, "status": random.of(&[201, 204, 203, 206]) }),
        7 => json!({ "json": good, "truncate": 20 }),
        8 => {
            json!({ "body": text.replacen('{', "{\"issuer\":1,\"resource\":2,", 1), "headers": { "content-type": "application/json" } })
        }
        9 => json!({ "body": format!("{text} x"), "headers": { "content-type": "application/json" } }),
        10 => {
            json!({ "body": text.replacen('{', "{\"x\":\"\\ud800\",\"y\":1e999,", 1), "headers": { "content-type": "application/json" } })
        }
        11 => absent(random, path),
        12 => json!({ "json": random.of(&[Value::Null, json!({}), json!(1), json!("x")]) }),
        _ => json!({ "json": good }),
    }
}

/// An answer without a document.
fn absent(random: &mut Random, path: &str) -> Value {
    match random.next() % 16 {
        0 => json!({ "status": 500 }),
        1 => json!({ "status": 502 }),
        2 => json!({ "status": 503, "headers": { "retry-after": "1" } }),
        3 => json!({ "status": 401, "headers": { "www-authenticate": "Bearer" } }),
        4 => json!({ "status": random.of(&[301, 302, 303, 307, 308]), "redirect": "/metadata" }),
        5 => {
            json!({ "status": 302, "redirect": random.of(&["${http}/metadata", "${other}/metadata", "https://other.example/", "${https}/elsewhere", "//[", "//h:x/", ""]) })
        }
        6 => json!({ "redirect": path }),
        7 => json!({ "close_before_head": true }),
        8 => json!({ "status": 403, "json": { "error": "x" } }),
        9 => json!({ "body": "<html></html>", "headers": { "content-type": "text/html" } }),
        10 => json!({ "status": random.of(&[400, 405, 406, 410, 429, 501]) }),
        _ => json!({ "status": 404 }),
    }
}

fn remove(document: &mut Value, member: &str) {
    _ = document.as_object_mut().map(|object: &mut Map<String, Value>| object.remove(member));
}
