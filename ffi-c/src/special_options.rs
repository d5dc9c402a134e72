//! The options that have several values, or numbers for their values.

use crate::input::{optional, required};
use crate::options::telnyx_options;
use crate::setter::set;
use crate::status::telnyx_status;
use oauth::{Error, Probe, Profile, ResourceMatch, TrustedKeys, embedding};
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

/// Sets the additional requirements of a protocol. A document that lacks one is TELNYX_STATUS_PROFILE_UNMET.
///
/// profile: "mcp": the resource's document must list a server, and a server must advertise PKCE with S256. Default: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_profile(
    options: Option<&mut telnyx_options>,
    profile: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let profile = unsafe { required("profile", profile) };
    set(options, |options| {
        let profile: Profile = profile?.parse()?;
        options.change_client(|client| client.profile(profile));
        options.change_rules(|rules| rules.profile(profile));
        Ok(())
    })
}

/// Sets how a discovery asks the resource for its challenge.
///
/// probe: "auto" sends a GET, and continues as "mcp" if the answer shows a JSON-RPC endpoint. "mcp" sends a POST of
/// server/discover, and then of initialize if the server is older. "get" sends a GET only, "none" nothing. Default: "mcp"
/// with the profile "mcp", else "auto".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_probe(
    options: Option<&mut telnyx_options>,
    probe: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or a string.
    let probe = unsafe { required("probe", probe) };
    set(options, |options| {
        let probe: Probe = probe?.parse()?;
        options.change_client(|client| client.probe(probe));
        options.change_rules(|rules| rules.probe(probe));
        Ok(())
    })
}

/// Adds a header field for a gateway in front of the resource. Only the origin of the requested resource gets it. May be
/// called several times. Building a client refuses fields with credentials and those that the client sets itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_add_header(
    options: Option<&mut telnyx_options>,
    name: *const c_char,
    value: *const c_char,
) -> telnyx_status {
    // SAFETY: the header asks for NULL or strings.
    let (name, value) = unsafe { (required("name", name), required("value", value)) };
    set(options, |options| {
        let (name, value) = (name?.to_owned(), value?.to_owned());
        options.change_client(|client| client.header(name, value));
        Ok(())
    })
}

/// Sets the keys that verify a resource's signed_metadata (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
/// claims then replace the plain members. If the signature cannot be trusted, or the document has no signed_metadata, a
/// call fails with TELNYX_STATUS_SIGNATURE_INVALID. Supported algorithms: ES256, ES384, RS256, PS256, and EdDSA with
/// Ed25519.
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
        let keys = trusted_keys(jwks?, issuer?)?;
        options.change_client(|client| client.trusted_keys(keys.clone()));
        options.change_rules(|rules| rules.trusted_keys(keys));
        Ok(())
    })
}

/// Sets the keys that verify an authorization server's signed_metadata
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as telnyx_options_set_trusted_keys() does for a resource's. If
/// discovery uses several servers, each document must be signed with one of the keys.
///
/// jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none, so that signed_metadata
/// is not verified. issuer: the only trusted iss. NULL: any iss.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_options_set_authorization_server_trusted_keys(
    options: Option<&mut telnyx_options>,
    jwks: *const c_char,
    issuer: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or strings.
    let (jwks, issuer) = unsafe { (required("jwks", jwks), optional("issuer", issuer)) };
    set(options, |options| {
        let keys = trusted_keys(jwks?, issuer?)?;
        options.change_client(|client| client.authorization_server_trusted_keys(keys.clone()));
        options.change_rules(|rules| rules.authorization_server_trusted_keys(keys));
        Ok(())
    })
}

fn trusted_keys(jwks: &str, issuer: Option<&str>) -> Result<TrustedKeys, Error> {
    let keys = TrustedKeys::from_jwks(jwks)?;
    Ok(match issuer {
        Some(issuer) => keys.issuer(issuer),
        None => keys,
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
