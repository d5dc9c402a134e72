use super::key::{ALGORITHMS, decode, fits, is_usable, verifies};
use crate::protocol::documents::{Member, Members, Wanted, parse_object};
use crate::protocol::errors::{escaped, quoted};
use crate::{Error, ErrorKind};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How far two clocks may be apart.
const LEEWAY: Duration = Duration::from_secs(60);

/// The claims that are about the token, not about the resource
/// ([RFC 7519 section 4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).
const ABOUT_THE_TOKEN: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// The keys whose signature makes `signed_metadata` trusted
/// ([RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2)): ES256, ES384, RS256, PS256 and EdDSA
/// with Ed25519. Needs the cargo feature `signed-metadata`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKeys {
    keys: Arc<[Jwk]>,
    issuer: Option<String>,
}

impl TrustedKeys {
    /// Reads a JWK Set ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)). Keys of other types are
    /// passed over.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] where it is no JWK Set, or has no key of a type that can be used.
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

    /// Trusts only what this issuer has signed: the token's `iss` must be identical. Default: any issuer.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> TrustedKeys {
        self.issuer = Some(issuer.into());
        self
    }

    /// The claims of a token that is trusted at the time `now`, without those about the token itself.
    pub(crate) fn verify(&self, token: &str, now: Option<SystemTime>, wanted: Wanted<'_>) -> Result<Members, Error> {
        let mut claims = self.signed_claims(token, wanted).map_err(|rule| untrusted(&rule))?;
        self.check_claims(&claims).map_err(|rule| untrusted(&rule))?;
        check_time(&claims, now)?;
        claims.drop_members(&ABOUT_THE_TOKEN);
        Ok(claims)
    }

    fn signed_claims(&self, token: &str, wanted: Wanted<'_>) -> Result<Members, String> {
        let header = jsonwebtoken::decode_header(token)
            .map_err(|error| format!("its header is not usable: {}", escaped(&error.to_string())))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(format!("its algorithm {:?} is not ES256, ES384, RS256, PS256 or EdDSA", header.alg));
        }
        if header.crit.is_some() {
            return Err("its header has critical extensions, and none is understood".to_owned());
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
        let is_wanted = |name: &str| ABOUT_THE_TOKEN.contains(&name) || (wanted.is_wanted)(name);
        let (claims, _) = parse_object(&payload.into(), Wanted { is_wanted: &is_wanted, ..wanted })
            .map_err(|error| format!("its claims: {}", error.message()))?;
        Ok(claims)
    }

    fn check_claims(&self, claims: &Members) -> Result<(), String> {
        let issuer = claims.peek_string("iss").ok_or("it has no iss")?;
        if let Some(expected) = self.issuer.as_deref().filter(|expected| *expected != issuer) {
            return Err(format!("its iss is {}, and must be {}", quoted(issuer), quoted(expected)));
        }
        if claims.peek("signed_metadata").is_some() {
            return Err("it holds a signed_metadata of its own".to_owned());
        }
        Ok(())
    }
}

fn check_time(claims: &Members, now: Option<SystemTime>) -> Result<(), Error> {
    for (name, is_past_bound) in [("exp", true), ("nbf", false)] {
        let bound = match claims.peek(name) {
            None => continue,
            Some(Member::Number(bound)) => *bound,
            Some(_) => return Err(untrusted(&format!("its {name} is not a number"))),
        };
        let now = now.ok_or_else(|| {
            let message = "to judge signed_metadata with an exp or nbf, say when the response was received";
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

fn untrusted(rule: &str) -> Error {
    Error::new(ErrorKind::SignatureInvalid, format!("the signed_metadata cannot be trusted: {rule}"))
}
