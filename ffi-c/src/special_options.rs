//! The options that need more than one value, or a number of their own.

use crate::input::{optional, required};
use crate::options::telnyx_options;
use crate::setter::set;
use crate::status::telnyx_status;
use oauth::{ResourceMatch, TrustedKeys, embedding};
use std::ffi::c_char;
use std::net::IpAddr;

/// The document's resource is identical to the one asked for, code point by code point
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_RESOURCE_MATCH_EXACT: i32 = 1;
/// Same scheme, host and port, and its path is the one asked for or a whole-segment prefix of it; if an origin's root was
/// asked for, any path of that origin. A declared query must be identical.
pub const TELNYX_RESOURCE_MATCH_COVERS: i32 = 2;
/// Same scheme, host and port: for hosts whose paths trust one another.
pub const TELNYX_RESOURCE_MATCH_SAME_ORIGIN: i32 = 3;

/// Sets which documents describe a resource. Apart from one trailing slash, what is not identical counts under every policy
/// only where the document was found, after redirects, at the well-known URL of the requested resource or of a parent path
/// of it; if an origin's root was requested, also at that of the declared resource.
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

/// Sets the keys to verify a resource's signed_metadata with (https://www.rfc-editor.org/rfc/rfc9728#section-2.2): its
/// claims then count in the place of the plain members, and one that cannot be trusted is
/// TELNYX_STATUS_SIGNATURE_INVALID. ES256, ES384, RS256, PS256 and EdDSA with Ed25519.
///
/// jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none; signed_metadata is passed
/// through unverified. issuer: the only iss that is trusted; NULL: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_trusted_keys(
    options: Option<&mut telnyx_options>,
    jwks: *const c_char,
    issuer: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or strings.
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

/// Connects to an address for a host and a port, as curl's --resolve; the name in the URL still counts for TLS and for what
/// is judged. May be called several times; a later call wins.
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
    // SAFETY: the header asks for NULL or strings.
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
