use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};
use std::sync::LazyLock;
use telnyx_oauth::TrustedKeys;

/// A fixed key, so that an input has the same result on every run.
static KEY: LazyLock<Ed25519KeyPair> =
    LazyLock::new(|| Ed25519KeyPair::from_seed_unchecked(&[7; 32]).expect("the seed must have 32 bytes"));

static TRUSTED: LazyLock<TrustedKeys> = LazyLock::new(|| {
    let x = URL_SAFE_NO_PAD.encode(KEY.public_key());
    let jwks = json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": x}]});
    TrustedKeys::from_jwks(&jwks.to_string()).expect("an Ed25519 key must be accepted")
});

pub(crate) fn trusted_keys() -> TrustedKeys {
    TRUSTED.clone()
}

/// Signs the `signed_metadata` of a body if its text is a JSON object.
pub(crate) fn sign_in(body: &[u8]) -> Option<Vec<u8>> {
    let mut document: Value = serde_json::from_slice(body).ok()?;
    let member = document.get_mut("signed_metadata")?;
    let claims = member.as_str().filter(|text| text.starts_with('{'))?;
    *member = token(claims).into();
    Some(document.to_string().into_bytes())
}

fn token(claims: &str) -> String {
    let message = [r#"{"alg":"EdDSA"}"#, claims].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
    let signature = URL_SAFE_NO_PAD.encode(KEY.sign(message.as_bytes()));
    format!("{message}.{signature}")
}
