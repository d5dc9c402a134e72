use super::key::{ALGORITHMS, decode, fits, is_usable, verifies};
use crate::protocol::documents::{DocumentKind, Parsed, parse_object};
use crate::protocol::errors::{escaped, quoted};
use crate::{Error, ErrorKind};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The tolerated difference between the clocks of the signer and of this machine.
const LEEWAY: Duration = Duration::from_secs(60);

/// The claims about the token itself. They are not members of the document
/// ([RFC 7519 section 4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).
const ABOUT_THE_TOKEN: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// The keys whose signature makes `signed_metadata` trusted
/// ([RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2) and
/// [RFC 8414 section 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1)): ES256, ES384, RS256, PS256 and EdDSA
/// with Ed25519. Needs the cargo feature `signed-metadata`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKeys {
    keys: Arc<[Jwk]>,
    issuer: Option<String>,
}

impl TrustedKeys {
    /// Reads a JWK Set ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)). Skips keys of other types.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] if the text is not a JWK Set, or has no usable key.
    pub fn from_jwks(jwks: &str) -> Result<TrustedKeys, Error> {
        let invalid = |rule: String| Error::new(ErrorKind::InvalidArgument, format!("the trusted keys must be {rule}"));
        let set: JwkSet = serde_json::from_str(jwks)
            .map_err(|error| invalid(format!("a JWK Set in JSON: {}", escaped(&error.to_string()))).caused_by(error))?;
        let keys: Arc<[Jwk]> = set.keys.into_iter().filter(is_usable).collect();
        if keys.is_empty() {
            return Err(invalid("a JWK Set with an RSA, P-256, P-384 or Ed25519 key for signatures".to_owned()));
        }
        Ok(TrustedKeys { keys, issuer: None })
    }

    /// Trusts only metadata from this issuer: the token's `iss` must be identical. Default: any issuer.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> TrustedKeys {
        self.issuer = Some(issuer.into());
        self
    }

    /// Verifies a token at the time `now`, and returns its claims without the claims about the token itself.
    pub(crate) fn verify(
        &self,
        token: &str,
        now: Option<SystemTime>,
        kind: &'static DocumentKind,
    ) -> Result<Parsed, Error> {
        let mut claims = self.signed_claims(token, kind).map_err(|rule| untrusted(&rule))?;
        self.check_claims(&claims, kind).map_err(|rule| untrusted(&rule))?;
        check_time(&claims, now)?;
        claims.drop_extra(&ABOUT_THE_TOKEN);
        Ok(claims)
    }

    fn signed_claims(&self, token: &str, kind: &'static DocumentKind) -> Result<Parsed, String> {
        let header = jsonwebtoken::decode_header(token)
            .map_err(|error| format!("its header is not usable: {}", escaped(&error.to_string())))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(format!("its algorithm {:?} is not ES256, ES384, RS256, PS256 or EdDSA", header.alg));
        }
        if header.crit.is_some() {
            return Err("its header has critical extensions (crit), which are not supported".to_owned());
        }
        let (message, signature) = token.rsplit_once('.').ok_or("it has no signature")?;
        let (_, payload) = message.split_once('.').ok_or("it has no payload")?;
        let signature = decode(signature).ok_or("its signature is not base64url")?;
        let mut candidates = self.keys.iter().filter(|key| fits(key, header.alg, header.kid.as_deref())).peekable();
        if candidates.peek().is_none() {
            let kid =
                header.kid.as_deref().map_or_else(|| "no key id".to_owned(), |kid| format!("key id {}", quoted(kid)));
            return Err(format!("no trusted key fits its algorithm {:?} and {kid}", header.alg));
        }
        if !candidates.any(|key| verifies(key, header.alg, message.as_bytes(), &signature)) {
            return Err("no trusted key has signed it".to_owned());
        }
        let payload = decode(payload).ok_or("its payload is not base64url")?;
        let (claims, _) =
            parse_object(&payload.into(), kind).map_err(|error| format!("its claims: {}", error.message()))?;
        Ok(claims)
    }

    fn check_claims(&self, claims: &Parsed, kind: &DocumentKind) -> Result<(), String> {
        let issuer: String = claim(claims, "iss").and_then(Result::ok).ok_or("it has no iss")?;
        if let Some(expected) = self.issuer.as_deref().filter(|expected| *expected != issuer) {
            return Err(format!("its iss is {}, and must be {}", quoted(&issuer), quoted(expected)));
        }
        if claims.has("signed_metadata") {
            return Err("its claims must not contain signed_metadata".to_owned());
        }
        if !claims.has(kind.identifier) {
            return Err(format!("its claims must contain {}", kind.identifier));
        }
        Ok(())
    }
}

/// A claim about the token itself.
fn claim<T: DeserializeOwned>(claims: &Parsed, name: &str) -> Option<Result<T, serde_json::Error>> {
    claims.extra().get(name).map(serde_json::from_str)
}

fn check_time(claims: &Parsed, now: Option<SystemTime>) -> Result<(), Error> {
    for (name, is_past_bound) in [("exp", true), ("nbf", false)] {
        let bound: f64 = match claim(claims, name) {
            None => continue,
            Some(Ok(bound)) => bound,
            Some(Err(_)) => return Err(untrusted(&format!("its {name} is not a number"))),
        };
        let now = now.ok_or_else(|| {
            let message = "signed_metadata with exp or nbf needs the time of the response: set received_at";
            Error::new(ErrorKind::InvalidArgument, message)
        })?;
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
        if is_past_bound && now >= bound + LEEWAY.as_secs_f64() {
            return Err(untrusted("it has expired (exp)"));
        }
        if !is_past_bound && now < bound - LEEWAY.as_secs_f64() {
            return Err(untrusted("it is not valid yet (nbf)"));
        }
    }
    Ok(())
}

/// The error for a `signed_metadata` that breaks this rule.
pub(crate) fn untrusted(rule: &str) -> Error {
    Error::new(ErrorKind::SignatureInvalid, format!("the signed_metadata cannot be trusted: {rule}"))
}
