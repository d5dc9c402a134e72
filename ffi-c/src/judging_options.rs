//! The options of how a client judges what it finds.

use crate::input::{optional, required};
use crate::options::{set_client, telnyx_options};
use crate::setter::set;
use crate::status::telnyx_status;
use oauth::{Error, ResourceMatch, TrustedKeys};
use std::ffi::c_char;

/// The document's resource is identical to the one asked for, code point by code point
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_RESOURCE_MATCH_EXACT: i32 = 1;
/// Same scheme, host and port, and its path is the one asked for or a whole-segment prefix of it; where an origin's root was
/// asked for, any path of that origin. A declared query must be identical.
pub const TELNYX_RESOURCE_MATCH_COVERS: i32 = 2;
/// Same scheme, host and port: for hosts whose paths trust one another.
pub const TELNYX_RESOURCE_MATCH_SAME_ORIGIN: i32 = 3;

/// Allows http to hosts that are not loopback: anybody on the way can then read and forge what is found.
///
/// allow: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_http(options: Option<&mut telnyx_options>, allow: bool) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.allow_http(allow));
        options.change_rules(|rules| rules.allow_http(allow));
        Ok(())
    })
}

/// Lets a server on a public address name private and loopback ones, in a redirect, a challenge or a document. Link-local,
/// unspecified and multicast addresses stay refused.
///
/// allow: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_allow_private_addresses(
    options: Option<&mut telnyx_options>,
    allow: bool,
) -> telnyx_status {
    set_client(options, |client| client.allow_private_addresses(allow))
}

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
                return Err(Error::invalid_argument(message));
            }
        };
        options.change_client(|client| client.resource_match(policy));
        options.change_rules(|rules| rules.resource_match(policy));
        Ok(())
    })
}

/// Turns what an RFC forbids into an error where it would be a warning; implies TELNYX_RESOURCE_MATCH_EXACT.
///
/// strict: Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_set_strict(options: Option<&mut telnyx_options>, strict: bool) -> telnyx_status {
    set(options, |options| {
        options.change_client(|client| client.strict(strict));
        options.change_rules(|rules| rules.strict(strict));
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
