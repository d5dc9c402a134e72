//! `signed_metadata`: trusted keys, and the claims of the token.

mod common;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::{METADATA, blocking_options, sandbox};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair,
};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use telnyx_oauth::{
    AuthorizationServerMetadata, Error, ErrorKind, Profile, ResourceMatch, ResourceMetadata, Response, Rules,
    SignatureStatus, TrustedKeys, WarningKind, blocking,
};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const SERVER: &str = "/.well-known/oauth-authorization-server";
const NOW: u64 = 1_800_000_000;

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A signer: an algorithm, a public key and a private key.
struct Signer {
    alg: &'static str,
    jwk: Value,
    sign: Sign,
}

type Sign = Box<dyn Fn(&[u8]) -> Vec<u8>>;

impl Signer {
    fn ecdsa(alg: &'static str, crv: &str, algorithm: &'static EcdsaSigningAlgorithm) -> Signer {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &random).unwrap();
        let (x, y) = pair.public_key().as_ref()[1..].split_at(pair.public_key().as_ref().len() / 2);
        let jwk = json!({"kty": "EC", "crv": crv, "x": encode(x), "y": encode(y), "kid": alg});
        Signer { alg, jwk, sign: Box::new(move |message| pair.sign(&random, message).unwrap().as_ref().to_vec()) }
    }

    fn es256() -> Signer {
        Signer::ecdsa("ES256", "P-256", &ECDSA_P256_SHA256_FIXED_SIGNING)
    }

    fn ed25519() -> Signer {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap();
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": encode(pair.public_key()), "alg": "EdDSA", "use": "sig"});
        Signer { alg: "EdDSA", jwk, sign: Box::new(move |message| pair.sign(message).as_ref().to_vec()) }
    }

    fn rsa(alg: &'static str, padding: &'static dyn RsaEncoding) -> Signer {
        let generated = Command::new("openssl")
            .args(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
            .output()
            .expect("this test needs openssl: apt-get install openssl");
        assert!(generated.status.success(), "{}", String::from_utf8_lossy(&generated.stderr));
        let key = PrivatePkcs8KeyDer::from_pem_slice(&generated.stdout).unwrap();
        let pair = RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()).unwrap();
        let public: ring::rsa::PublicKeyComponents<Vec<u8>> = pair.public().into();
        let jwk = json!({"kty": "RSA", "n": encode(public.n), "e": encode(public.e), "key_ops": ["verify"]});
        let sign = move |message: &[u8]| {
            let mut signature = vec![0; pair.public().modulus_len()];
            pair.sign(padding, &SystemRandom::new(), message, &mut signature).unwrap();
            signature
        };
        Signer { alg, jwk, sign: Box::new(sign) }
    }

    fn keys(&self) -> TrustedKeys {
        TrustedKeys::from_jwks(&json!({"keys": [self.jwk]}).to_string()).unwrap()
    }

    fn token(&self, claims: &str) -> String {
        self.token_with(&json!({"alg": self.alg}), claims)
    }

    fn token_with(&self, header: &Value, claims: &str) -> String {
        let message = format!("{}.{}", encode(header.to_string()), encode(claims));
        let signature = encode((self.sign)(message.as_bytes()));
        format!("{message}.{signature}")
    }
}

/// The two kinds of documents. Both kinds have the member `scopes_supported`.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Resource,
    Server,
}

/// A checked document of either kind.
#[derive(Debug)]
struct Judged {
    status: SignatureStatus,
    members: Value,
    warnings: Vec<WarningKind>,
}

impl Kind {
    const BOTH: [Kind; 2] = [Kind::Resource, Kind::Server];

    /// The identifier of the requested document.
    fn requested(self) -> &'static str {
        match self {
            Kind::Resource => "https://rs.example/a",
            Kind::Server => "https://as.example/a",
        }
    }

    /// The name of the member that holds the identifier.
    fn identifier(self) -> &'static str {
        match self {
            Kind::Resource => "resource",
            Kind::Server => "issuer",
        }
    }

    fn mismatch(self) -> ErrorKind {
        match self {
            Kind::Resource => ErrorKind::ResourceMismatch,
            Kind::Server => ErrorKind::IssuerMismatch,
        }
    }

    fn claims(self) -> Value {
        self.with(json!({"iss": "https://signer.example", "scopes_supported": ["signed"]}))
    }

    /// Adds the requested identifier.
    fn with(self, mut members: Value) -> Value {
        members[self.identifier()] = json!(self.requested());
        members
    }

    fn rules(self, keys: TrustedKeys) -> Rules {
        match self {
            Kind::Resource => Rules::new().trusted_keys(keys),
            Kind::Server => Rules::new().authorization_server_trusted_keys(keys),
        }
    }

    fn client(self, sandbox: &Sandbox, keys: TrustedKeys) -> blocking::Client {
        let options = blocking_options(sandbox);
        let options = match self {
            Kind::Resource => options.trusted_keys(keys),
            Kind::Server => options.authorization_server_trusted_keys(keys),
        };
        options.build().unwrap()
    }

    fn path(self) -> &'static str {
        match self {
            Kind::Resource => METADATA,
            Kind::Server => SERVER,
        }
    }

    fn fetch(self, client: &blocking::Client, origin: &str) -> Result<SignatureStatus, Error> {
        match self {
            Kind::Resource => client.fetch_resource_metadata(origin).map(|document| document.signature_status()),
            Kind::Server => {
                client.fetch_authorization_server_metadata(origin).map(|document| document.signature_status())
            }
        }
    }

    /// Validates a plain document with this `signed_metadata`.
    fn judge(self, token: &str, keys: TrustedKeys) -> Result<Judged, Error> {
        let plain = self.with(json!({"scopes_supported": ["plain"], "x_plain": 1, "signed_metadata": token}));
        self.judge_document(&plain, &self.rules(keys))
    }

    fn judge_document(self, document: &Value, rules: &Rules) -> Result<Judged, Error> {
        self.judge_at(document, rules, Some(UNIX_EPOCH + Duration::from_secs(NOW)))
    }

    fn judge_at(self, document: &Value, rules: &Rules, received_at: Option<SystemTime>) -> Result<Judged, Error> {
        macro_rules! judged {
            ($type:ident, $response:expr) => {{
                let metadata = $type::from_response(self.requested(), $response, rules)?;
                Ok(Judged {
                    status: metadata.signature_status(),
                    members: serde_json::to_value(&metadata).unwrap(),
                    warnings: metadata.warnings().iter().map(|warning| warning.kind).collect(),
                })
            }};
        }
        let body = document.to_string();
        let mut response = Response::new(200, body.as_bytes()).content_type("application/json");
        response.received_at = received_at;
        match self {
            Kind::Resource => judged!(ResourceMetadata, &response),
            Kind::Server => judged!(AuthorizationServerMetadata, &response),
        }
    }
}

#[track_caller]
fn assert_untrusted<T: std::fmt::Debug>(found: Result<T, Error>, word: &str) {
    let error = found.expect_err(word);
    assert_eq!(error.kind(), ErrorKind::SignatureInvalid, "{error}");
    assert!(error.message().contains(word), "{word:?} is not in: {error}");
    assert!(error.url().is_some());
}

#[test]
fn every_asymmetric_algorithm_is_verified_and_the_claims_replace_the_members() {
    let signers = [
        Signer::es256(),
        Signer::ecdsa("ES384", "P-384", &ECDSA_P384_SHA384_FIXED_SIGNING),
        Signer::rsa("RS256", &RSA_PKCS1_SHA256),
        Signer::rsa("PS256", &RSA_PSS_SHA256),
        Signer::ed25519(),
    ];
    for (kind, signer) in Kind::BOTH.iter().flat_map(|kind| signers.iter().map(move |signer| (kind, signer))) {
        let token = signer.token(&kind.claims().to_string());
        let judged = kind.judge(&token, signer.keys()).unwrap_or_else(|error| panic!("{}: {error}", signer.alg));
        assert_eq!(judged.status, SignatureStatus::Verified);
        // The claims about the token are no members of the document.
        let expected = kind.with(json!({"scopes_supported": ["signed"], "x_plain": 1, "signed_metadata": token}));
        assert_eq!(judged.members, expected);
        let forged = token.replacen(&encode(kind.claims().to_string()), &encode(r#"{"iss": "x"}"#), 1);
        assert_untrusted(kind.judge(&forged, signer.keys()), "no trusted key has signed it");
        for other in signers.iter().filter(|other| other.alg != signer.alg) {
            let error = kind.judge(&token, other.keys()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::SignatureInvalid);
        }
    }
}

#[test]
fn a_symmetric_or_missing_signature_is_refused() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let claims = kind.claims().to_string();
        for alg in ["none", "HS256", "HS384", "HS512", "ES512", "x"] {
            let found = kind.judge(&signer.token_with(&json!({"alg": alg}), &claims), signer.keys());
            assert_eq!(found.unwrap_err().kind(), ErrorKind::SignatureInvalid, "{alg}");
        }
        let token = signer.token(&claims);
        let (unsigned, _) = token.rsplit_once('.').unwrap();
        let (no_signature, four_parts) = (format!("{unsigned}."), format!("{token}.x"));
        for broken in ["", ".", "..", "a.b", "a.b.c", unsigned, &no_signature, &four_parts, "é.é.é"] {
            let found = kind.judge(broken, signer.keys());
            assert_eq!(found.unwrap_err().kind(), ErrorKind::SignatureInvalid, "{broken}");
        }
    }
}

#[test]
fn a_document_without_signed_metadata_is_refused_if_there_are_keys() {
    let keys = Signer::es256().keys();
    for kind in Kind::BOTH {
        for stripped in [json!({}), json!({"signed_metadata": null})] {
            let found = kind.judge_document(&kind.with(stripped), &kind.rules(keys.clone()));
            assert_untrusted(found, "the document has none");
        }
        let wrong = kind.judge_document(&kind.with(json!({"signed_metadata": 5})), &kind.rules(keys.clone()));
        assert_eq!(wrong.unwrap_err().kind(), ErrorKind::InvalidMetadata);
    }
}

#[test]
fn keys_for_one_kind_of_document_are_not_used_for_the_other_kind() {
    let signer = Signer::es256();
    for (kind, other) in [(Kind::Resource, Kind::Server), (Kind::Server, Kind::Resource)] {
        let token = signer.token(&kind.claims().to_string());
        let document = kind.with(json!({"scopes_supported": ["plain"], "signed_metadata": token}));
        let judged = kind.judge_document(&document, &other.rules(signer.keys())).unwrap();
        assert_eq!(judged.status, SignatureStatus::Unverified);
        assert_eq!(judged.members, document);
        kind.judge_document(&kind.with(json!({})), &other.rules(signer.keys())).unwrap();
    }
}

#[test]
fn a_key_must_match_in_id_algorithm_and_use() {
    let signer = Signer::es256();
    let kind = Kind::Resource;
    let claims = kind.claims().to_string();
    let token = |kid: &str| signer.token_with(&json!({"alg": "ES256", "kid": kid}), &claims);
    kind.judge(&token("ES256"), signer.keys()).unwrap();
    assert_untrusted(kind.judge(&token("other\u{1b}"), signer.keys()), "\\u{1b}");
    for (member, value) in [("use", json!("enc")), ("alg", json!("ES384")), ("key_ops", json!(["sign"]))] {
        let mut jwk = signer.jwk.clone();
        jwk[member] = value;
        let other = Signer::ed25519();
        let keys = TrustedKeys::from_jwks(&json!({"keys": [jwk, other.jwk]}).to_string()).unwrap();
        assert_untrusted(kind.judge(&token("ES256"), keys), "no trusted key fits");
    }
    // The key is one of several, or has no id.
    let mut nameless = signer.jwk.clone();
    nameless.as_object_mut().unwrap().remove("kid");
    let set = json!({"keys": [Signer::es256().jwk, {"kty": "future"}, nameless]});
    kind.judge(&token("anything"), TrustedKeys::from_jwks(&set.to_string()).unwrap()).unwrap();
}

#[test]
fn a_token_with_critical_extensions_is_refused() {
    let signer = Signer::es256();
    let header = json!({"alg": "ES256", "crit": ["b64"], "b64": false});
    for kind in Kind::BOTH {
        let token = signer.token_with(&header, &kind.claims().to_string());
        assert_untrusted(kind.judge(&token, signer.keys()), "critical");
    }
}

#[test]
fn the_issuer_is_required_and_must_equal_the_trusted_issuer() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let with = |iss: Value| {
            let mut claims = kind.claims();
            claims["iss"] = iss;
            signer.token(&claims.to_string())
        };
        let keys = || signer.keys().issuer("https://signer.example");
        kind.judge(&with(json!("https://signer.example")), keys()).unwrap();
        assert_untrusted(kind.judge(&with(json!("https://signer.example/")), keys()), "its iss is");
        assert_untrusted(kind.judge(&with(json!(null)), keys()), "no iss");
        let without = signer.token(&kind.with(json!({})).to_string());
        assert_untrusted(kind.judge(&without, signer.keys()), "no iss");
    }
}

#[test]
fn a_token_is_accepted_between_nbf_and_exp() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let with = |name: &str, value: Value| {
            let mut claims = kind.claims();
            claims[name] = value;
            kind.judge(&signer.token(&claims.to_string()), signer.keys())
        };
        for (name, value) in [("exp", NOW + 1), ("exp", NOW - 59), ("nbf", NOW), ("nbf", NOW + 60)] {
            with(name, json!(value)).unwrap_or_else(|error| panic!("{name} {value}: {error}"));
        }
        assert_untrusted(with("exp", json!(NOW - 60)), "expired");
        assert_untrusted(with("exp", json!(0)), "expired");
        assert_untrusted(with("nbf", json!(NOW + 61)), "not valid yet");
        assert_untrusted(with("exp", json!((NOW + 1000).to_string())), "exp is not a number");
        assert_untrusted(with("nbf", json!(null)), "nbf is not a number");
        // Without the time of receipt, a token with `exp` or `nbf` is refused. A token without both is accepted.
        let timeless = |claims: &Value| {
            let document = kind.with(json!({"signed_metadata": signer.token(&claims.to_string())}));
            kind.judge_at(&document, &kind.rules(signer.keys()), None)
        };
        let mut claims = kind.claims();
        timeless(&claims).unwrap();
        claims["exp"] = json!(NOW);
        assert_eq!(timeless(&claims).unwrap_err().kind(), ErrorKind::InvalidArgument);
    }
}

#[test]
fn claims_are_validated_as_strictly_as_members() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let judge = |claims: &str| kind.judge(&signer.token(claims), signer.keys());
        assert_untrusted(judge(r#"{"iss": "a", "iss": "b"}"#), "twice");
        assert_untrusted(judge("[]"), "JSON object");
        assert_untrusted(judge(r#"{"iss": "a", "signed_metadata": "x"}"#), "must not contain signed_metadata");
        for wrong in [
            json!({"iss": "a", "scopes_supported": "b"}),
            json!({"iss": "a", "jwks_uri": "http://insecure.example"}),
            json!({"iss": "a", "x_endpoint": "http://insecure.example"}),
        ] {
            let error = judge(&kind.with(wrong).to_string()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidMetadata, "{error}");
        }
    }
}

#[test]
fn the_claims_must_contain_the_identifier() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let token = signer.token(r#"{"iss": "a", "scopes_supported": ["signed"]}"#);
        assert_untrusted(kind.judge(&token, signer.keys()), &format!("must contain {}", kind.identifier()));
        let mut null = kind.claims();
        null[kind.identifier()] = Value::Null;
        let error = kind.judge(&signer.token(&null.to_string()), signer.keys()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidMetadata, "{error}");
    }
}

#[test]
fn the_token_of_another_document_is_refused() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let mut claims = kind.claims();
        claims[kind.identifier()] = json!("https://evil.example");
        let error = kind.judge(&signer.token(&claims.to_string()), signer.keys()).unwrap_err();
        assert_eq!(error.kind(), kind.mismatch(), "{error}");
        assert!(error.message().contains("https://evil.example"), "{error}");
    }
}

#[test]
fn a_claim_that_the_plain_document_lacks_becomes_a_member() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let mut claims = kind.claims();
        claims["authorization_servers"] = json!(["https://as.example"]);
        claims["code_challenge_methods_supported"] = json!(["S256"]);
        claims["x_claim"] = json!({"a": 1});
        let document = json!({"signed_metadata": signer.token(&claims.to_string())});
        let rules = kind.rules(signer.keys()).resource_match(ResourceMatch::Exact);
        let judged = kind.judge_document(&document, &rules).unwrap();
        assert_eq!(judged.members[kind.identifier()], kind.requested());
        assert_eq!(judged.members["x_claim"], json!({"a": 1}));
        assert!(judged.warnings.is_empty(), "{:?}", judged.warnings);
    }
}

#[test]
fn a_null_claim_removes_the_plain_member() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let mut claims = kind.claims();
        claims["scopes_supported"] = Value::Null;
        let judged = kind.judge(&signer.token(&claims.to_string()), signer.keys()).unwrap();
        assert_eq!(judged.members.get("scopes_supported"), None);
        assert!(judged.warnings.contains(&WarningKind::MemberNull), "{:?}", judged.warnings);
    }
}

#[test]
fn identity_is_checked_before_the_signature_and_the_signature_before_the_profile() {
    let signer = Signer::es256();
    for kind in Kind::BOTH {
        let rules = kind.rules(signer.keys()).profile(Profile::Mcp);
        let kind_of = |document: &Value| kind.judge_document(document, &rules).unwrap_err().kind();
        let mut evil = json!({"signed_metadata": "x"});
        evil[kind.identifier()] = json!("https://evil.example");
        assert_eq!(kind_of(&evil), kind.mismatch());
        assert_eq!(kind_of(&kind.with(json!({"signed_metadata": "x"}))), ErrorKind::SignatureInvalid);
        let token = signer.token(&kind.claims().to_string());
        assert_eq!(kind_of(&kind.with(json!({"signed_metadata": token}))), ErrorKind::ProfileUnmet);
    }
}

#[test]
fn without_keys_signed_metadata_is_unverified() {
    for kind in Kind::BOTH {
        let judge = |members| kind.judge_document(&kind.with(members), &Rules::new()).unwrap();
        let judged = judge(json!({"signed_metadata": "x.y.z"}));
        assert_eq!(judged.status, SignatureStatus::Unverified);
        assert_eq!(judged.members, kind.with(json!({"signed_metadata": "x.y.z"})));
        assert_eq!(judge(json!({})).status, SignatureStatus::Absent);
    }
}

#[test]
fn unusable_keys_are_refused() {
    let symmetric = json!({"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}).to_string();
    for jwks in ["", "{}", "[]", r#"{"keys": []}"#, &symmetric, r#"{"keys": [{"kty": "future"}]}"#] {
        let error = TrustedKeys::from_jwks(jwks).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{jwks}");
        assert!(error.message().contains("JWK Set"), "{error}");
    }
}

#[test]
fn a_client_verifies_the_documents_of_resources_in_fetch_and_discover() {
    let sandbox = sandbox();
    let signer = Signer::es256();
    let origin = sandbox.http_origin();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let claims =
        |exp: u64| json!({"iss": "a", "resource": origin, "authorization_servers": [origin], "exp": exp}).to_string();
    let serve = |exp: u64| {
        let body = json!({"resource": origin, "signed_metadata": signer.token(&claims(exp))});
        sandbox.route(METADATA, [Answer::json(body)]);
    };
    serve(now + 3600);
    let client = Kind::Resource.client(&sandbox, signer.keys());
    assert_eq!(Kind::Resource.fetch(&client, origin).unwrap(), SignatureStatus::Verified);
    let found = client.discover(origin, None).unwrap();
    assert!(found.authorization_server().is_some());
    serve(now - 3600);
    assert_untrusted(client.fetch_resource_metadata(origin), "expired");
    assert_eq!(client.discover(origin, None).unwrap_err().kind(), ErrorKind::SignatureInvalid);
}

#[test]
fn a_client_verifies_the_documents_of_servers_in_fetch_and_discover() {
    let sandbox = sandbox();
    let signer = Signer::es256();
    let origin = sandbox.http_origin();
    let (good, forged, replayed, stripped) =
        (origin, format!("{origin}/forged"), format!("{origin}/replayed"), format!("{origin}/stripped"));
    let token = |issuer: &str| {
        let claims = json!({"iss": "a", "issuer": issuer, "token_endpoint": format!("{origin}/signed")});
        signer.token(&claims.to_string())
    };
    let serve = |path: &str, issuer: &str, token: Option<String>| {
        let mut document = json!({"issuer": issuer, "token_endpoint": format!("{origin}/plain")});
        if let Some(token) = token {
            document["signed_metadata"] = json!(token);
        }
        sandbox.route(path, [Answer::json(document)]);
    };
    serve(SERVER, good, Some(token(good)));
    serve(
        &format!("{SERVER}/forged"),
        &forged,
        Some(Signer::es256().token(&json!({"iss": "a", "issuer": forged}).to_string())),
    );
    serve(&format!("{SERVER}/replayed"), &replayed, Some(token(good)));
    serve(&format!("{SERVER}/stripped"), &stripped, None);
    sandbox.route(
        METADATA,
        [Answer::json(json!({"resource": origin, "authorization_servers": [forged, replayed, stripped, good]}))],
    );
    let client = Kind::Server.client(&sandbox, signer.keys());

    let found = client.discover(origin, None).unwrap();
    let kinds: Vec<_> = found.authorization_servers().iter().map(|server| server.error().map(Error::kind)).collect();
    let (invalid, mismatch) = (Some(ErrorKind::SignatureInvalid), Some(ErrorKind::IssuerMismatch));
    assert_eq!(kinds, [invalid, mismatch, invalid, None]);
    let server = found.authorization_server().unwrap();
    assert_eq!(server.signature_status(), SignatureStatus::Verified);
    assert_eq!(server.token_endpoint(), Some(format!("{origin}/signed").as_str()));

    for (issuer, kind) in [
        (&forged, ErrorKind::SignatureInvalid),
        (&replayed, ErrorKind::IssuerMismatch),
        (&stripped, ErrorKind::SignatureInvalid),
    ] {
        assert_eq!(client.fetch_authorization_server_metadata(issuer).unwrap_err().kind(), kind, "{issuer}");
        let chosen = client.with_issuer(issuer.as_str());
        assert_eq!(chosen.discover(origin, None).unwrap_err().kind(), kind, "{issuer}");
    }
    assert_eq!(Kind::Server.fetch(&client, good).unwrap(), SignatureStatus::Verified);
}

#[test]
fn a_signed_document_is_refused_after_its_claims_expire() {
    let sandbox = sandbox();
    let signer = Signer::es256();
    let origin = sandbox.http_origin();
    // With the allowed clock difference of a minute, the tokens stay valid for two to three seconds.
    let expires = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() - 57;
    let clients = Kind::BOTH.map(|kind| {
        let mut claims = json!({"iss": "a", "exp": expires});
        claims[kind.identifier()] = json!(origin);
        let mut document = json!({"signed_metadata": signer.token(&claims.to_string())});
        document[kind.identifier()] = json!(origin);
        sandbox.route(kind.path(), [Answer::json(document).header("Cache-Control", "max-age=600")]);
        let client = kind.client(&sandbox, signer.keys());
        kind.fetch(&client, origin).unwrap();
        (kind, client)
    });
    std::thread::sleep(Duration::from_secs(3));
    let requests = sandbox.requests().len();
    for (kind, client) in clients {
        assert_untrusted(kind.fetch(&client, origin), "expired");
    }
    assert_eq!(sandbox.requests().len(), requests, "the cache answered");
}
