use crate::duration::duration;
use crate::rules::trusted_keys;
use crate::{ErrorKind, ResourceMatch, Seconds, TelnyxOAuthError};
use std::collections::HashMap;
use std::net::IpAddr;
use telnyx_oauth::ClientBuilder;

/// The options of a client. Each option's documentation gives its default.
#[derive(Clone, Debug, Default, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Options {
    // begin generated: options
    /// The URL whose origin is the default resource and issuer. The path of the URL is ignored. Default:
    /// `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
    #[uniffi(default)]
    pub base_url: Option<String>,
    /// The time limit of a whole call, including retries and waits: more than zero, at most 24 hours. Default: 30 s.
    #[uniffi(default)]
    pub timeout: Option<Seconds>,
    /// The time limit to open one connection, including name resolution and TLS handshake: more than zero, at most 24
    /// hours. Default: 5 s.
    #[uniffi(default)]
    pub connect_timeout: Option<Seconds>,
    /// The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504: 0 to 100.
    /// Default: 2.
    #[uniffi(default)]
    pub max_retries: Option<i32>,
    /// The number of redirects to follow within the same scheme, host and port: 0 to 10. Default: 3.
    #[uniffi(default)]
    pub max_redirects: Option<i32>,
    /// The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
    #[uniffi(default)]
    pub max_body_bytes: Option<i64>,
    /// The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers beyond the limit, in the
    /// listed order, get the error `body_too_large`. Default: 8 MiB.
    #[uniffi(default)]
    pub max_total_bytes: Option<i64>,
    /// Caches documents in memory while they are fresh ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111)), and lets
    /// concurrent calls for one URL share a request. Default: true.
    #[uniffi(default)]
    pub cache: Option<bool>,
    /// Which documents may describe a resource
    /// ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)): `exact`, `covers` or
    /// `same_origin`. Default: `covers`.
    #[uniffi(default)]
    pub resource_match: Option<ResourceMatch>,
    /// Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default: false.
    #[uniffi(default)]
    pub strict: Option<bool>,
    /// The additional requirements of a protocol: `mcp`, for which the resource's document must list a server, and a
    /// server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default: none.
    #[uniffi(default)]
    pub profile: Option<String>,
    /// How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends a GET, and
    /// continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of `server/discover`, and then of
    /// `initialize` if the server is older. Default: `mcp` with the profile `mcp`, else `auto`.
    #[uniffi(default)]
    pub probe: Option<String>,
    /// Tries the resource's origin as the authorization server if each well-known URL of the resource answers with a
    /// status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default: false.
    #[uniffi(default)]
    pub legacy_origin: Option<bool>,
    /// Allows http to hosts that are not loopback. Anyone on the network path can then read and forge responses.
    /// Default: false.
    #[uniffi(default)]
    pub allow_http: Option<bool>,
    /// Allows a server on a public address to name private and loopback addresses in a redirect, a challenge or a
    /// document. Default: false.
    #[uniffi(default)]
    pub allow_private_addresses: Option<bool>,
    /// The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain members. A document
    /// without `signed_metadata` is refused. A JWK Set
    /// ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)) in JSON. Default: none, so that it is
    /// not verified.
    #[uniffi(default)]
    pub trusted_keys: Option<String>,
    /// Trusts only a resource's `signed_metadata` from this issuer: its `iss` must be identical. Default: any issuer.
    #[uniffi(default)]
    pub trusted_issuer: Option<String>,
    /// The keys to verify an authorization server's `signed_metadata` with. Its claims then replace the plain members.
    /// A document without `signed_metadata` is refused. A JWK Set
    /// ([RFC 7517 section 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)) in JSON. Default: none, so that it is
    /// not verified.
    #[uniffi(default)]
    pub authorization_server_trusted_keys: Option<String>,
    /// Trusts only an authorization server's `signed_metadata` from this issuer: its `iss` must be identical. Default:
    /// any issuer.
    #[uniffi(default)]
    pub authorization_server_trusted_issuer: Option<String>,
    /// A PEM file of CA certificates to trust in addition to the system's store. It is read when the client is built.
    /// Default: none.
    #[uniffi(default)]
    pub ca_file: Option<String>,
    /// Addresses by host and port. They replace name resolution, like curl's `--resolve`. The last address for a host
    /// and port wins. Default: none.
    #[uniffi(default)]
    pub resolve: Vec<Pin>,
    /// The http or https URL of a proxy for every request; the empty string means no proxy. `NO_PROXY` still applies.
    /// Default: from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    #[uniffi(default)]
    pub proxy: Option<String>,
    /// Ignores all environment variables: `TELNYX_BASE_URL`, `SSL_CERT_FILE`, `SSL_CERT_DIR` and the variables for
    /// proxies. Default: false.
    #[uniffi(default)]
    pub ignore_environment: Option<bool>,
    /// The `User-Agent` to send. Default: `telnyx-oauth/VERSION (uniffi)`.
    #[uniffi(default)]
    pub user_agent: Option<String>,
    /// Header fields for a gateway in front of the resource. Only the origin of the requested resource gets them.
    /// Fields with credentials and those that the client sets itself are refused. Default: none.
    #[uniffi(default)]
    pub header: HashMap<String, String>,
    // end generated: options
}

/// The address to connect to for a host and port. TLS and the address rules still use the host name of the URL.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Pin {
    /// The host: a name or an IP address.
    pub host: String,
    /// The port, 0 to 65535.
    pub port: i32,
    /// The IP address.
    pub address: String,
}

impl TryFrom<Options> for ClientBuilder {
    type Error = TelnyxOAuthError;

    fn try_from(options: Options) -> Result<ClientBuilder, TelnyxOAuthError> {
        let mut builder = ClientBuilder::new().client_name("uniffi");
        // Passes an option to the builder, after `$convert` if the option needs a conversion.
        macro_rules! set {
            ($($name:ident $(: $convert:expr)?;)*) => {$(
                if let Some(value) = options.$name {
                    $(let value = $convert(value)?;)?
                    builder = builder.$name(value);
                }
            )*};
        }
        set! {
            // begin generated: setters
            base_url;
            timeout: |time: Seconds| duration(time, "timeout");
            connect_timeout: |time: Seconds| duration(time, "connect_timeout");
            max_retries: |count: i32| number("max_retries", count);
            max_redirects: |count: i32| number("max_redirects", count);
            max_body_bytes: |bytes: i64| number("max_body_bytes", bytes);
            max_total_bytes: |bytes: i64| number("max_total_bytes", bytes);
            cache;
            strict;
            profile: |name: String| name.parse();
            probe: |name: String| name.parse();
            legacy_origin;
            allow_http;
            allow_private_addresses;
            ca_file;
            proxy;
            ignore_environment;
            user_agent;
            // end generated: setters
        }
        if let Some(resource_match) = options.resource_match {
            builder = builder.resource_match(resource_match.into());
        }
        for (name, value) in options.header {
            builder = builder.header(name, value);
        }
        let (jwks, issuer) = (options.trusted_keys, options.trusted_issuer);
        if let Some(keys) = trusted_keys("", jwks, issuer)? {
            builder = builder.trusted_keys(keys);
        }
        let (jwks, issuer) = (options.authorization_server_trusted_keys, options.authorization_server_trusted_issuer);
        if let Some(keys) = trusted_keys("authorization_server_", jwks, issuer)? {
            builder = builder.authorization_server_trusted_keys(keys);
        }
        for Pin { host, port, address } in options.resolve {
            let address: IpAddr = address.parse().map_err(|_| {
                invalid(format!("the address of resolve must be an IP address, not {:?}", address.as_str()))
            })?;
            builder = builder.resolve(host, number("the port of resolve", port)?, address);
        }
        Ok(builder)
    }
}

/// Converts a number to the builder's type.
fn number<G: Copy + std::fmt::Display, T: TryFrom<G>>(name: &str, given: G) -> Result<T, TelnyxOAuthError> {
    T::try_from(given).map_err(|_| invalid(format!("{name} is out of range: {given}")))
}

fn invalid(message: String) -> TelnyxOAuthError {
    TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
}
