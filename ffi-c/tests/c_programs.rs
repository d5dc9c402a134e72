//! Runs the C programs of `tests/c`, each with its own sandbox.

mod common;

use common::{
    METADATA, document, generated, has_library, has_runner, library, namespace, programs, sandbox_with, sanitized,
};
use std::time::Duration;
use telnyx_oauth_sandbox::{Answer, Sandbox, Scenario};

const SERVER: &str = "/.well-known/oauth-authorization-server";

/// Prepares a network namespace in which the only name server never answers.
const SILENT_NAME_SERVER: &str = "
    conf=$(mktemp)
    printf 'nameserver 127.0.0.1\\noptions timeout:2 attempts:1\\n' > $conf
    mount --bind $conf /etc/resolv.conf
    rm $conf";

/// A sandbox that causes every kind of error that a server can cause.
fn faults() -> Sandbox {
    let oauth = |error, description| Answer::json(format!(r#"{{"error": "{error}"{description}}}"#));
    let sandbox = sandbox_with([
        ("reset", Answer::default().reset_before_head()),
        ("silent", Answer::default().silent()),
        ("elsewhere", Answer::redirect("https://elsewhere.example/")),
        ("busy", Answer::status(503).header("retry-after", "3600")),
        (
            "oauth",
            oauth("invalid_request", r#", "error_description": "the \u001b[1mdescription\u00e9""#).with_status(400),
        ),
        ("slow-down", oauth("slow_down", "").with_status(429).header("retry-after", "61")),
        ("nul", oauth(r"a\u0000b", r#", "error_description": "c\u0000d""#).with_status(401)),
        ("html", Answer::text("<html>").header("content-type", "text/html")),
        ("large", Answer::default().header("content-type", "application/json").body_repeat("[", 2 << 20)),
        ("not-json", Answer::json("{")),
        ("not-metadata", Answer::json(r#"{"resource": 1}"#)),
        ("other", Answer::json(r#"{"resource": "https://other.example"}"#)),
        ("signed", Answer::json(r#"{"resource": "${origin}/signed", "signed_metadata": "a.b.c"}"#)),
        ("without-servers", Answer::json(r#"{"resource": "${origin}/without-servers"}"#)),
    ]);
    sandbox.route(format!("{SERVER}/other"), [Answer::json(r#"{"issuer": "https://other.example"}"#)]);
    sandbox.route(format!("{SERVER}/unsigned"), [Answer::json(r#"{"issuer": "${origin}/unsigned"}"#)]);
    let servers = r#"["${origin}", "${origin}/nowhere"]"#;
    let two = format!(r#"{{"resource": "${{origin}}/two-servers", "authorization_servers": {servers}}}"#);
    sandbox.route(format!("{METADATA}/two-servers"), [Answer::json(two)]);
    let bad = r#"{"resource": "${origin}/bad-server", "authorization_servers": ["${origin}/nowhere"]}"#;
    sandbox.route(format!("{METADATA}/bad-server"), [Answer::json(bad)]);
    sandbox.route(format!("{METADATA}/no-server"), [Answer::json(r#"{"resource": "${origin}/no-server"}"#)]);
    sandbox
}

#[test]
fn errors() {
    for program in programs("errors", &[]) {
        let sandbox = faults();
        program.run(&sandbox, &[]);
    }
}

/// Returns a resource's document and a server's document with signed_metadata, the JWK Set of the signer, and the signer's
/// issuer.
fn signed() -> [String; 4] {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
    use ring::signature::{Ed25519KeyPair, KeyPair};
    let pair = Ed25519KeyPair::generate_pkcs8(&ring::rand::SystemRandom::new()).unwrap();
    let pair = Ed25519KeyPair::from_pkcs8(pair.as_ref()).unwrap();
    let encode = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let document = |identifier: &str, member: &str| {
        let claims = format!(r#"{{"iss":"https://signer.example",{identifier},"{member}":"https://signed.example/"}}"#);
        let message = format!("{}.{}", encode(br#"{"alg":"EdDSA"}"#), encode(claims.as_bytes()));
        let token = format!("{message}.{}", encode(pair.sign(message.as_bytes()).as_ref()));
        format!(r#"{{{identifier},"{member}":"https://plain.example/","signed_metadata":"{token}"}}"#)
    };
    let resource = document(r#""resource":"https://rs.example/a""#, "resource_policy_uri");
    let server = document(r#""issuer":"https://as.example/t1""#, "token_endpoint");
    let key = encode(pair.public_key().as_ref());
    let keys = format!(r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","x":"{key}"}}]}}"#);
    [resource, server, keys, "https://signer.example".to_owned()]
}

#[test]
fn documents() {
    let [resource, server, keys, signer] = signed();
    for program in programs("documents", &[]) {
        program.run(&sandbox_with([]), &[&resource, &server, &keys, &signer]);
    }
}

#[test]
fn probe() {
    let challenge = r#"Basic, Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/challenging""#;
    for program in programs("probe", &[]) {
        let sandbox = sandbox_with([("challenging", document("challenging"))]);
        sandbox.route("/challenging", [Answer::status(401).header("www-authenticate", challenge)]);
        sandbox.route(METADATA, [Answer::status(404)]);
        sandbox.route(SERVER, [Answer::json(r#"{"issuer": "${origin}"}"#)]);
        program.run(&sandbox, &[]);
        let fields = sandbox.requests().into_iter().filter(|request| request.header("x-gateway-key") == Some("k1"));
        assert!(fields.count() > 0);
    }
}

#[test]
fn plan() {
    for program in programs("plan", &[]) {
        program.run(&sandbox_with([]), &[]);
    }
}

#[test]
fn results() {
    let challenge = concat!(
        r#"Bearer realm="r", scope="a b", "#,
        r#"resource_metadata="${origin}/.well-known/oauth-protected-resource/challenging""#
    );
    for program in programs("results", &[]) {
        let sandbox = sandbox_with([
            ("challenging", document("challenging")),
            ("unusual", document("unusual").header("content-type", "application/problem+json")),
            ("cached", document("cached").header("cache-control", "max-age=600")),
        ]);
        sandbox.route("/challenging", [Answer::status(401).header("www-authenticate", challenge)]);
        program.run(&sandbox, &[]);
    }
}

#[test]
fn issuer() {
    for program in programs("issuer", &[]) {
        let document = r#"{"resource": "${origin}/mcp", "authorization_servers": ["${origin}"]}"#;
        let sandbox = sandbox_with([("mcp", Answer::json(document))]);
        sandbox.route(METADATA, [Answer::status(404)]);
        sandbox.route(format!("{SERVER}/tenant"), [Answer::json(r#"{"issuer": "${origin}/tenant"}"#)]);
        sandbox.route(format!("{SERVER}/other"), [Answer::json(r#"{"issuer": "https://other.example"}"#)]);
        program.run(&sandbox, &[]);
    }
}

#[test]
fn vet() {
    for program in programs("vet", &[]) {
        program.run(&sandbox_with([]), &[]);
    }
}

/// Requests the sandbox as `docs/c.md` shows it: at a vetted address, and at an address that is not allowed.
const PINNED: &str = r#"
int main(int count, char **arguments)
{
    start(count, arguments);
    char *url = join(sandbox.http, "/token");
    CURL *curl = curl_easy_init();
    struct curl_slist *pins;
    CHECK(pin(curl, "https://127.0.0.1/token", "https://1.1.1.1/metadata", &pins) == CURLE_COULDNT_CONNECT);
    CHECK(pin(curl, url, sandbox.http, &pins) == CURLE_OK);
    /* The entry applies to every host. */
    char *elsewhere = join("http://as.invalid", strrchr(sandbox.http, ':'));
    curl_easy_setopt(curl, CURLOPT_URL, elsewhere);
    curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    CHECK(curl_easy_perform(curl) == CURLE_OK);
    curl_slist_free_all(pins);
    curl_easy_cleanup(curl);
    free(elsewhere);
    free(url);
    puts("pinned");
    return 0;
}
"#;

#[test]
fn vet_as_documented() {
    let page = common::read("../docs/c.md");
    let (_, after) = page.split_once("```c\n/* Lets curl connect").unwrap();
    let (function, _) = after.split_once("```\n").unwrap();
    let text = format!("#include \"check.h\"\n#include <curl/curl.h>\n\n/*{function}{PINNED}");
    for program in generated("pinned", &text, &["-lcurl"]) {
        let sandbox = sandbox_with([]);
        program.run(&sandbox, &[]);
        let hosts: Vec<_> =
            sandbox.requests().iter().map(|request| request.header("host").unwrap().to_owned()).collect();
        assert!(hosts.len() == 1 && hosts[0].starts_with("as.invalid"), "{hosts:?}");
    }
}

#[test]
fn vet_during_a_look_up() {
    namespace("vet_during_a_look_up", SILENT_NAME_SERVER, || {
        let _silent = std::net::UdpSocket::bind("127.0.0.1:53").unwrap();
        for program in programs("vet", &[]) {
            program.run(&sandbox_with([]), &["as.example"]);
        }
    });
}

#[test]
fn vectors() {
    let folder = common::here("../testdata");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    assert!(!files.is_empty());
    for program in programs("vectors", &[]) {
        for file in &files {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let sandbox = sandbox_with([]);
            // The same vectors, for a program that needs a server.
            let scenario = common::here("../testdata/scenarios").join(file.file_name().unwrap());
            let file = if scenario.exists() { &scenario } else { file };
            if scenario.exists() {
                let vectors: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
                sandbox.set_scenario(Scenario::from_json(&vectors["scenario"].to_string()).unwrap());
            }
            program.run(&sandbox, &[file.to_str().unwrap(), name]);
        }
        let file = common::here("../testdata/authorization_parameters.json");
        program.run(&sandbox_with([]), &[file.to_str().unwrap(), "planned_authorization_parameters"]);
    }
}

/// A sandbox with valid, slow and failing documents. The delay of `slow` leaves time for an action during the call.
fn steady() -> Sandbox {
    sandbox_with([
        ("silent", Answer::default().silent()),
        ("slow", document("slow").delay(Duration::from_millis(700))),
        ("cached", document("cached").header("cache-control", "max-age=600")),
        ("reset", Answer::default().reset_before_head()),
        ("cut", document("cut").reset(5)),
        ("parent", document("parent")),
        ("child", document("child")),
    ])
}

/// Returns the connections of the requests for a document.
fn connections(sandbox: &Sandbox, name: &str) -> Vec<u64> {
    let path = format!("{METADATA}/{name}");
    let requests = sandbox.requests().into_iter().filter(|request| request.target == path);
    requests.map(|request| request.connection).collect()
}

#[test]
fn threads() {
    for program in programs("threads", &[]) {
        program.run(&steady(), &[]);
    }
}

#[test]
fn forks() {
    for program in programs("forks", &[]) {
        let sandbox = steady();
        // In a child, the allocator of a sanitizer may stay locked if another thread of the parent was in malloc.
        let during = if sanitized() { &["without forks during calls"][..] } else { &[] };
        program.run(&sandbox, during);
        let connections = |name| connections(&sandbox, name);
        let (of_parent, of_child) = (connections("parent"), connections("child"));
        assert!(of_parent.len() == 2 && of_child.len() == 1);
        assert_eq!(of_parent[0], of_parent[1], "the parent keeps its connection");
        assert!(!of_parent.contains(&of_child[0]), "the child makes its own connection");
        assert_eq!(
            connections("slow").len(),
            usize::from(!sanitized()),
            "the child does not continue a call of its parent"
        );
        assert_eq!(connections("cached").len(), 1, "the child uses the cache of its parent");
    }
}

#[test]
fn signals() {
    for program in programs("signals", &[]) {
        // Valgrind itself blocks signals.
        let masks = if has_runner() { &["without signal masks"][..] } else { &[] };
        program.run(&steady(), masks);
    }
}

#[test]
fn cancel() {
    for program in programs("cancel", &[]) {
        program.run(&steady(), &[]);
    }
}

/// The test takes 30 seconds, so it runs with one compiler only.
#[test]
fn deadline() {
    let programs = programs("deadline", &[]);
    programs[0].run(&steady(), &[]);
}

#[test]
fn ownership() {
    for program in programs("ownership", &[]) {
        program.run(&steady(), &[]);
    }
}

#[test]
fn process() {
    for program in programs("process", &[]) {
        let sandbox = steady();
        let ca_file = sandbox.ca_file().to_str().unwrap().to_owned();
        let environment = [("TELNYX_BASE_URL", sandbox.https_origin()), ("SSL_CERT_FILE", &ca_file)];
        program.run_in(&sandbox, &[], &environment);
        let connections = connections(&sandbox, "parent");
        assert_eq!(connections[0], connections[2], "the process shares a client");
        assert_ne!(connections[0], connections[1], "a call with options makes its own client");
    }
}

#[test]
fn cancellation() {
    for program in programs("cancellation", &[]) {
        program.run(&steady(), &[]);
    }
}

/// Returns the stack size that a call needs according to the header, in KiB.
fn stack() -> usize {
    let preamble = common::read("preamble.h");
    let (_, after) = preamble.split_once("STACKS. A call needs up to ").unwrap();
    after.split_once(" KiB").unwrap().0.parse().unwrap()
}

#[test]
fn stacks() {
    // Code without optimization or with a sanitizer has larger stack frames. `C_LIBRARY` names a release build.
    let times = if sanitized() {
        16
    } else if cfg!(debug_assertions) && !has_library() {
        4
    } else {
        1
    };
    let deep = |name: &str, member: &str| {
        let (open, close) = ("[".repeat(120), "]".repeat(120));
        Answer::json(format!(
            r#"{{"{member}": "${{origin}}/{name}", "authorization_servers": ["${{origin}}/{name}"], "x": {open}{close}}}"#
        ))
    };
    for program in programs("stacks", &[]) {
        let sandbox = steady();
        sandbox.route(format!("{METADATA}/deep"), [deep("deep", "resource")]);
        sandbox.route(format!("{SERVER}/deep"), [deep("deep", "issuer")]);
        program.run(&sandbox, &[&(stack() * times).to_string()]);
    }
}

#[test]
fn endings() {
    for program in programs("endings", &[]) {
        let ran = program.run(&steady(), &[]);
        assert_eq!(ran, "a_key_is_destroyed\nan_exit_handler_runs\nthe_program_is_unloaded\n");
    }
}

/// If the tests run as root, the program switches to a user without privileges: the limit on threads does not apply to
/// root.
#[test]
fn limits() {
    for program in programs("limits", &[]) {
        program.run(&steady(), &[]);
    }
}

/// Not for sanitizers and valgrind: they end a program differently and need more memory than the limit of this test.
#[test]
fn memory() {
    for program in programs("memory", &[]) {
        program.run(&steady(), &[]);
    }
}

#[test]
fn version() {
    for program in programs("version", &[]) {
        program.run(&steady(), &[env!("CARGO_PKG_VERSION")]);
    }
}

#[test]
fn loading() {
    for program in programs("loading", &["-ldl"]) {
        program.run(&steady(), &[library().to_str().unwrap()]);
    }
}

#[test]
fn loading_during_a_look_up() {
    namespace("loading_during_a_look_up", SILENT_NAME_SERVER, || {
        let _silent = std::net::UdpSocket::bind("127.0.0.1:53").unwrap();
        for program in programs("loading", &["-ldl"]) {
            program.run(&steady(), &[library().to_str().unwrap(), "rs.example"]);
        }
    });
}

#[test]
#[cfg(feature = "test-panic")]
fn panics() {
    for program in programs("panics", &[]) {
        let output = program.output(&steady(), &[], &[]);
        program.check(output, "a forced panic");
    }
}
