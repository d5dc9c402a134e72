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
    Error, ErrorKind, ResourceMatch, ResourceMetadata, Response, Rules, SignatureStatus, TrustedKeys, WarningKind,
};
use telnyx_oauth_sandbox::Answer;

const RESOURCE: &str = "https://rs.example/a";
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

fn claims() -> Value {
    json!({"iss": "https://signer.example", "resource": RESOURCE, "authorization_servers": ["https://signed.example"]})
}

/// Validates a plain document with this `signed_metadata`.
fn judge(token: &str, keys: TrustedKeys) -> Result<ResourceMetadata, Error> {
    let plain = json!({
        "resource": RESOURCE, "authorization_servers": ["https://plain.example"], "scopes_supported": ["a"],
        "signed_metadata": token,
    });
    judge_document(&plain, Rules::new().trusted_keys(keys))
}

fn judge_document(document: &Value, rules: Rules) -> Result<ResourceMetadata, Error> {
    let body = document.to_string();
    let response = Response::new(200, body.as_bytes()).content_type("application/json");
    let response = response.received_at(UNIX_EPOCH + Duration::from_secs(NOW));
    ResourceMetadata::from_response(RESOURCE, &response, &rules)
}

#[track_caller]
fn assert_untrusted(found: Result<ResourceMetadata, Error>, word: &str) {
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
    for signer in &signers {
        let token = signer.token(&claims().to_string());
        let metadata = judge(&token, signer.keys()).unwrap_or_else(|error| panic!("{}: {error}", signer.alg));
        assert_eq!(metadata.signature_status(), SignatureStatus::Verified);
        assert_eq!(metadata.authorization_servers().unwrap(), ["https://signed.example"]);
        assert_eq!(metadata.scopes_supported().unwrap(), ["a"]);
        assert_eq!(metadata.signed_metadata(), Some(token.as_str()));
        assert!(metadata.extra().is_empty(), "the claims about the token are none of the resource's");
        let forged = token.replacen(&encode(claims().to_string()), &encode(r#"{"iss": "x"}"#), 1);
        assert_untrusted(judge(&forged, signer.keys()), "no trusted key has signed it");
        for other in signers.iter().filter(|other| other.alg != signer.alg) {
            let error = judge(&token, other.keys()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::SignatureInvalid);
        }
    }
}

#[test]
fn a_symmetric_or_missing_signature_is_refused() {
    let signer = Signer::es256();
    for alg in ["none", "HS256", "HS384", "HS512", "ES512", "x"] {
        let header = json!({"alg": alg});
        let found = judge(&signer.token_with(&header, &claims().to_string()), signer.keys());
        assert_eq!(found.unwrap_err().kind(), ErrorKind::SignatureInvalid, "{alg}");
    }
    let token = signer.token(&claims().to_string());
    let (unsigned, _) = token.rsplit_once('.').unwrap();
    for broken in ["", ".", "..", "a.b", "a.b.c", unsigned, &format!("{unsigned}."), &format!("{token}.x"), "é.é.é"]
    {
        let found = judge(broken, signer.keys());
        assert_eq!(found.unwrap_err().kind(), ErrorKind::SignatureInvalid, "{broken}");
    }
}

#[test]
fn a_key_must_match_in_id_algorithm_and_use() {
    let signer = Signer::es256();
    let claims = claims().to_string();
    let token = |kid: &str| signer.token_with(&json!({"alg": "ES256", "kid": kid}), &claims);
    judge(&token("ES256"), signer.keys()).unwrap();
    assert_untrusted(judge(&token("other\u{1b}"), signer.keys()), "\\u{1b}");
    for (member, value) in [("use", json!("enc")), ("alg", json!("ES384")), ("key_ops", json!(["sign"]))] {
        let mut jwk = signer.jwk.clone();
        jwk[member] = value;
        let other = Signer::ed25519();
        let keys = TrustedKeys::from_jwks(&json!({"keys": [jwk, other.jwk]}).to_string()).unwrap();
        assert_untrusted(judge(&token("ES256"), keys), "no trusted key fits");
    }
    // The key is one of several, or has no id.
    let mut nameless = signer.jwk.clone();
    nameless.as_object_mut().unwrap().remove("kid");
    let set = json!({"keys": [Signer::es256().jwk, {"kty": "future"}, nameless]});
    judge(&token("anything"), TrustedKeys::from_jwks(&set.to_string()).unwrap()).unwrap();
}

#[test]
fn a_token_with_critical_extensions_is_refused() {
    let signer = Signer::es256();
    let header = json!({"alg": "ES256", "crit": ["b64"], "b64": false});
    assert_untrusted(judge(&signer.token_with(&header, &claims().to_string()), signer.keys()), "critical");
}

#[test]
fn the_issuer_is_required_and_must_equal_the_trusted_issuer() {
    let signer = Signer::es256();
    let with = |iss: Value| {
        let mut claims = claims();
        claims["iss"] = iss;
        signer.token(&claims.to_string())
    };
    let keys = || signer.keys().issuer("https://signer.example");
    judge(&with(json!("https://signer.example")), keys()).unwrap();
    assert_untrusted(judge(&with(json!("https://signer.example/")), keys()), "its iss is");
    assert_untrusted(judge(&with(json!(null)), keys()), "no iss");
    assert_untrusted(judge(&signer.token(r#"{"resource": "https://rs.example/a"}"#), signer.keys()), "no iss");
}

#[test]
fn a_token_is_accepted_between_nbf_and_exp() {
    let signer = Signer::es256();
    let with = |name: &str, value: Value| {
        let mut claims = claims();
        claims[name] = value;
        judge(&signer.token(&claims.to_string()), signer.keys())
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
    let mut claims = claims();
    let body = |claims: &Value| {
        json!({"resource": RESOURCE, "signed_metadata": signer.token(&claims.to_string())}).to_string()
    };
    let rules = Rules::new().trusted_keys(signer.keys());
    let timeless = |body: &str| {
        let response = Response::new(200, body.as_bytes()).content_type("application/json");
        ResourceMetadata::from_response(RESOURCE, &response, &rules)
    };
    timeless(&body(&claims)).unwrap();
    claims["exp"] = json!(NOW);
    assert_eq!(timeless(&body(&claims)).unwrap_err().kind(), ErrorKind::InvalidArgument);
}

#[test]
fn claims_are_validated_as_strictly_as_members() {
    let signer = Signer::es256();
    assert_untrusted(judge(&signer.token(r#"{"iss": "a", "iss": "b"}"#), signer.keys()), "twice");
    assert_untrusted(judge(&signer.token("[]"), signer.keys()), "JSON object");
    assert_untrusted(
        judge(&signer.token(r#"{"iss": "a", "signed_metadata": "x"}"#), signer.keys()),
        "must not contain signed_metadata",
    );
    let wrong = judge(&signer.token(r#"{"iss": "a", "scopes_supported": "b"}"#), signer.keys()).unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::InvalidMetadata);
}

#[test]
fn signed_claims_are_validated_like_the_document() {
    let signer = Signer::es256();
    let evil = r#"{"iss": "a", "resource": "https://evil.example"}"#;
    assert_eq!(judge(&signer.token(evil), signer.keys()).unwrap_err().kind(), ErrorKind::ResourceMismatch);
    // A claim that the plain document lacks becomes a member.
    let document = json!({"signed_metadata": signer.token(&claims().to_string())});
    let rules = Rules::new().resource_match(ResourceMatch::Exact).trusted_keys(signer.keys());
    let metadata = judge_document(&document, rules).unwrap();
    assert_eq!(metadata.resource(), Some(RESOURCE));
    assert!(metadata.warnings().is_empty(), "{:?}", metadata.warnings());
}

#[test]
fn the_resource_is_checked_before_the_signature() {
    let signer = Signer::es256();
    let document = json!({"resource": "https://evil.example", "signed_metadata": "x"});
    let error = judge_document(&document, Rules::new().trusted_keys(signer.keys())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResourceMismatch);
}

#[test]
fn without_keys_signed_metadata_is_unverified() {
    let document =
        json!({"resource": RESOURCE, "authorization_servers": ["https://a.example"], "signed_metadata": "x.y.z"});
    let metadata = judge_document(&document, Rules::new()).unwrap();
    assert_eq!(metadata.signature_status(), SignatureStatus::Unverified);
    assert_eq!(metadata.signed_metadata(), Some("x.y.z"));
    assert!(metadata.warnings().is_empty());
    let keys = Signer::es256().keys();
    let plain = judge_document(&json!({"resource": RESOURCE}), Rules::new().trusted_keys(keys)).unwrap();
    assert_eq!(plain.signature_status(), SignatureStatus::Absent);
    assert_eq!(plain.warnings()[0].kind, WarningKind::AuthorizationServersMissing);
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
fn a_client_verifies_signed_metadata_in_fetch_and_discover() {
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
    let client = blocking_options(&sandbox).trusted_keys(signer.keys()).build().unwrap();
    let metadata = client.fetch_resource_metadata(origin).unwrap();
    assert_eq!(metadata.signature_status(), SignatureStatus::Verified);
    let found = client.discover(origin, None).unwrap();
    assert!(found.authorization_server().is_some());
    serve(now - 3600);
    assert_untrusted(client.fetch_resource_metadata(origin), "expired");
    assert_eq!(client.discover(origin, None).unwrap_err().kind(), ErrorKind::SignatureInvalid);
}

#[test]
fn a_signed_document_is_refused_after_its_claims_expire() {
    let sandbox = sandbox();
    let signer = Signer::es256();
    let origin = sandbox.http_origin();
    // With the allowed clock difference of a minute, the token stays valid for two to three seconds.
    let expires = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() - 57;
    let claims = json!({"iss": "a", "resource": origin, "exp": expires}).to_string();
    let body = json!({"resource": origin, "signed_metadata": signer.token(&claims)});
    sandbox.route(METADATA, [Answer::json(body)]);
    let client = blocking_options(&sandbox).trusted_keys(signer.keys()).build().unwrap();
    client.fetch_resource_metadata(origin).unwrap();
    std::thread::sleep(Duration::from_secs(3));
    assert_untrusted(client.fetch_resource_metadata(origin), "expired");
}
