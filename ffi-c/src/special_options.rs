//! The options that have several values, or numbers for their values.

use crate::input::{optional, required};
use crate::options::telnyx_options;
use crate::setter::set;
use crate::status::telnyx_status;
use oauth::{ResourceMatch, TrustedKeys, embedding};
use std::ffi::c_char;
use std::net::IpAddr;

/// The document's resource is identical to the requested resource, code point by code point
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_RESOURCE_MATCH_EXACT: i32 = 1;
/// The scheme, host and port are the same. The document's path is the requested path or a prefix of it that ends at a
/// segment. If the root of an origin is requested, the document may have any path of that origin. If the document's
/// resource has a query, it must be identical.
pub const TELNYX_RESOURCE_MATCH_COVERS: i32 = 2;
/// The scheme, host and port are the same. Use this only if all paths of the host trust one another.
pub const TELNYX_RESOURCE_MATCH_SAME_ORIGIN: i32 = 3;

/// Sets which documents describe a resource. One trailing slash is ignored. If the document's resource is otherwise not
/// identical, every policy also checks the URL at which the document was found, after redirects. That URL must be the
/// well-known URL of the requested resource or of one of its parent paths. If the root of an origin is requested, it
/// may also be the well-known URL of the document's resource.
///
/// resource_match: one of TELNYX_RESOURCE_MATCH_*. Default: TELNYX_RESOURCE_MATCH_COVERS.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_resource_match(
    options: Option<&mut telnyx_options>,
    resource_match: i32,
) -> telnyx_status {
    set(options, |options| {
        let policy = match resource_match {
            TELNYX_RESOURCE_MATCH_EXACT => ResourceMatch::Exact,
            TELNYX_RESOURCE_MATCH_COVERS => ResourceMatch::Covers,
            TELNYX_RESOURCE_MATCH_SAME_ORIGIN => ResourceMatch::SameOrigin,
            other => {
                let message = format!("resource_match must be one of TELNYX_RESOURCE_MATCH_*, not {other}");
                return Err(embedding::invalid_argument(message));
            }
        };
        options.change_client(|client| client.resource_match(policy));
        options.change_rules(|rules| rules.resource_match(policy));
        Ok(())
    })
}

/// Sets the keys that verify a resource's signed_metadata (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
/// claims then replace the plain members. If the signature cannot be trusted, a call fails with
/// TELNYX_STATUS_SIGNATURE_INVALID. Supported algorithms: ES256, ES384, RS256, PS256, and EdDSA with Ed25519.
///
/// jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none, so that signed_metadata
/// is not verified. issuer: the only trusted iss. NULL: any iss.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_trusted_keys(
    options: Option<&mut telnyx_options>,
    jwks: *const c_char,
    issuer: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or strings.
    let (jwks, issuer) = unsafe { (required("jwks", jwks), optional("issuer", issuer)) };
    set(options, |options| {
        let mut keys = TrustedKeys::from_jwks(jwks?)?;
        if let Some(issuer) = issuer? {
            keys = keys.issuer(issuer);
        }
        options.change_client(|client| client.trusted_keys(keys.clone()));
        options.change_rules(|rules| rules.trusted_keys(keys));
        Ok(())
    })
}

/// Sets the IP address for a host and a port, like --resolve of curl. TLS and all checks still use the name in the URL.
/// This function may be called several times. For the same host and port, the last call wins.
///
/// host: a name or an address, as in a URL. port: 0 to 65535. address: an IPv4 or IPv6 address, such as "127.0.0.1" or
/// "::1". Default: the system's name resolution.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_add_resolve(
    options: Option<&mut telnyx_options>,
    host: *const c_char,
    port: u16,
    address: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or strings.
    let (host, address) = unsafe { (required("host", host), required("address", address)) };
    set(options, |options| {
        let (host, address) = (host?, address?);
        let address: IpAddr = address
            .parse()
            .map_err(|_| embedding::invalid_argument(format!("address must be an IP address, not {address:?}")))?;
        options.change_client(|client| client.resolve(host, port, address));
        Ok(())
    })
}
