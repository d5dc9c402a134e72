use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, KeyOperations, PublicKeyUse};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256,
    RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};

/// The accepted algorithms. All are asymmetric: with a symmetric algorithm, every verifier could also sign.
pub(super) const ALGORITHMS: [Algorithm; 5] =
    [Algorithm::ES256, Algorithm::ES384, Algorithm::RS256, Algorithm::PS256, Algorithm::EdDSA];

/// True if this key may have signed a token with this algorithm and key id.
pub(super) fn fits(key: &Jwk, algorithm: Algorithm, kid: Option<&str>) -> bool {
    let common = &key.common;
    let for_signatures = !matches!(common.public_key_use, Some(PublicKeyUse::Encryption | PublicKeyUse::Other(_)))
        && common.key_operations.as_ref().is_none_or(|operations| operations.contains(&KeyOperations::Verify));
    let same_id = kid.is_none_or(|kid| common.key_id.as_deref().is_none_or(|id| id == kid));
    let same_algorithm = common.key_algorithm.is_none_or(|named| is_named(named, algorithm));
    for_signatures && same_id && same_algorithm && is_of_type(key, algorithm)
}

/// True if an accepted algorithm can use this key.
pub(super) fn is_usable(key: &Jwk) -> bool {
    ALGORITHMS.iter().any(|algorithm| fits(key, *algorithm, None))
}

fn is_named(named: KeyAlgorithm, algorithm: Algorithm) -> bool {
    matches!(
        (named, algorithm),
        (KeyAlgorithm::ES256, Algorithm::ES256)
            | (KeyAlgorithm::ES384, Algorithm::ES384)
            | (KeyAlgorithm::RS256, Algorithm::RS256)
            | (KeyAlgorithm::PS256, Algorithm::PS256)
            | (KeyAlgorithm::EdDSA, Algorithm::EdDSA)
    )
}

fn is_of_type(key: &Jwk, algorithm: Algorithm) -> bool {
    match &key.algorithm {
        AlgorithmParameters::RSA(_) => matches!(algorithm, Algorithm::RS256 | Algorithm::PS256),
        AlgorithmParameters::EllipticCurve(point) => match point.curve {
            EllipticCurve::P256 => algorithm == Algorithm::ES256,
            EllipticCurve::P384 => algorithm == Algorithm::ES384,
            _ => false,
        },
        AlgorithmParameters::OctetKeyPair(pair) => {
            pair.curve == EllipticCurve::Ed25519 && algorithm == Algorithm::EdDSA
        }
        _ => false,
    }
}

/// True if the signature of the message is valid for this key. RSA keys need at least 2048 bits.
pub(super) fn verifies(key: &Jwk, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
    let signed = match (&key.algorithm, algorithm) {
        (AlgorithmParameters::RSA(rsa), Algorithm::RS256) => {
            verify_rsa(&rsa.n, &rsa.e, &RSA_PKCS1_2048_8192_SHA256, message, signature)
        }
        (AlgorithmParameters::RSA(rsa), Algorithm::PS256) => {
            verify_rsa(&rsa.n, &rsa.e, &RSA_PSS_2048_8192_SHA256, message, signature)
        }
        (AlgorithmParameters::EllipticCurve(point), Algorithm::ES256) => {
            verify_point(&point.x, &point.y, &ECDSA_P256_SHA256_FIXED, message, signature)
        }
        (AlgorithmParameters::EllipticCurve(point), Algorithm::ES384) => {
            verify_point(&point.x, &point.y, &ECDSA_P384_SHA384_FIXED, message, signature)
        }
        (AlgorithmParameters::OctetKeyPair(pair), Algorithm::EdDSA) => {
            decode(&pair.x).and_then(|x| UnparsedPublicKey::new(&ED25519, x).verify(message, signature).ok())
        }
        _ => None,
    };
    signed.is_some()
}

fn verify_rsa(n: &str, e: &str, parameters: &RsaParameters, message: &[u8], signature: &[u8]) -> Option<()> {
    let key = RsaPublicKeyComponents { n: decode(n)?, e: decode(e)? };
    key.verify(parameters, message, signature).ok()
}

fn verify_point(
    x: &str,
    y: &str,
    algorithm: &'static dyn VerificationAlgorithm,
    message: &[u8],
    signature: &[u8],
) -> Option<()> {
    // An uncompressed point (SEC 1 section 2.3.3).
    let point = [vec![4], decode(x)?, decode(y)?].concat();
    UnparsedPublicKey::new(algorithm, point).verify(message, signature).ok()
}

/// Base64url without padding ([RFC 7515 section 2](https://www.rfc-editor.org/rfc/rfc7515#section-2)).
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
