use super::extra_headers::ExtraHeaders;
use crate::protocol::call::CallLimits;
use crate::protocol::discovery::MAX_TOTAL_BYTES;
use crate::protocol::documents::ResourceMatch;
use crate::protocol::errors::quoted;
use crate::transport::trust::{Trust, certificates_in};
use crate::transport::{Config, Environment, Pin, Proxies, ProxyUrl};
use crate::{Error, ErrorKind, Probe, Profile, Rules};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use url::Host;

const MAX_REDIRECTS: u32 = 10;
const MAX_RETRIES: u32 = 100;
const MAX_BYTES: usize = 1 << 30;
const MAX_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

/// The options of a client. Each method documents its default.
///
/// ```
/// use std::time::Duration;
/// let client = telnyx_oauth::Client::builder().timeout(Duration::from_secs(5)).max_retries(0).build()?;
/// # Ok::<(), telnyx_oauth::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    rules: Rules,
    timeout: Duration,
    connect_timeout: Duration,
    max_redirects: u32,
    max_body_bytes: usize,
    max_total_bytes: usize,
    max_retries: u32,
    cache: bool,
    user_agent: Option<String>,
    headers: ExtraHeaders,
    client_name: &'static str,
    ca_file: Option<PathBuf>,
    pins: Vec<(String, u16, IpAddr)>,
    proxy: Option<ProxyUrl>,
    base_url: Option<String>,
    allow_private_addresses: bool,
    ignore_environment: bool,
}

impl Default for ClientBuilder {
    fn default() -> ClientBuilder {
        ClientBuilder {
            rules: Rules::default(),
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(5),
            max_redirects: 3,
            max_body_bytes: 1024 * 1024,
            max_total_bytes: MAX_TOTAL_BYTES,
            max_retries: 2,
            cache: true,
            user_agent: None,
            headers: ExtraHeaders::default(),
            client_name: "rust",
            ca_file: None,
            pins: Vec::new(),
            proxy: None,
            base_url: None,
            allow_private_addresses: false,
            ignore_environment: false,
        }
    }
}

impl ClientBuilder {
    /// The default options.
    pub fn new() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The URL whose origin is the default resource and issuer. Its path is ignored. Default: `TELNYX_BASE_URL`, else
    /// `https://api.telnyx.com`.
    pub fn base_url(mut self, url: impl Into<String>) -> ClientBuilder {
        self.base_url = Some(url.into());
        self
    }

    /// Allows http to hosts that are not loopback. An attacker on the network path can then read and forge the documents.
    /// Default: false.
    pub fn allow_http(mut self, allow: bool) -> ClientBuilder {
        self.rules.allow_http = allow;
        self
    }

    /// Lets a server on a public address name private and loopback addresses, in a redirect, a challenge or a document.
    /// Link-local, unspecified and multicast addresses stay refused. Default: false.
    pub fn allow_private_addresses(mut self, allow: bool) -> ClientBuilder {
        self.allow_private_addresses = allow;
        self
    }

    /// The documents that may describe a resource. Default: [`ResourceMatch::Covers`].
    pub fn resource_match(mut self, resource_match: ResourceMatch) -> ClientBuilder {
        self.rules.resource_match = resource_match;
        self
    }

    /// Turns warnings about violations of an RFC into errors, and implies [`ResourceMatch::Exact`].
    /// Default: false.
    pub fn strict(mut self, strict: bool) -> ClientBuilder {
        self.rules.strict = strict;
        self
    }

    /// The additional requirements of a protocol. A document that lacks one is [`ErrorKind::ProfileUnmet`]. Default: none.
    pub fn profile(mut self, profile: Profile) -> ClientBuilder {
        self.rules.profile = Some(profile);
        self
    }

    /// How [`Client::discover`](crate::Client::discover) asks the resource for its challenge. Default: [`Probe::Auto`], or
    /// [`Probe::Mcp`] with [`Profile::Mcp`].
    pub fn probe(mut self, probe: Probe) -> ClientBuilder {
        self.rules.probe = Some(probe);
        self
    }

    /// Makes [`Client::discover`](crate::Client::discover) try the resource's origin as the authorization server, as MCP's
    /// revision 2025-03-26 did. It does so only if each well-known URL of the resource answers with a status of 4xx that means
    /// "absent". [`Discovery::via`](crate::Discovery::via) is then [`Via::LegacyOrigin`](crate::Via::LegacyOrigin).
    /// Default: false.
    pub fn legacy_origin(mut self, legacy_origin: bool) -> ClientBuilder {
        self.rules.legacy_origin = legacy_origin;
        self
    }

    /// The keys that verify a resource's `signed_metadata`. Its claims then replace the plain members. An untrusted or
    /// missing `signed_metadata` is [`ErrorKind::SignatureInvalid`]. Default: none, `signed_metadata` is not verified.
    #[cfg(feature = "signed-metadata")]
    pub fn trusted_keys(mut self, keys: crate::TrustedKeys) -> ClientBuilder {
        self.rules.trusted_keys = Some(keys);
        self
    }

    /// The keys that verify an authorization server's `signed_metadata`, as [`ClientBuilder::trusted_keys`] verify a
    /// resource's. Default: none, `signed_metadata` is not verified.
    #[cfg(feature = "signed-metadata")]
    pub fn authorization_server_trusted_keys(mut self, keys: crate::TrustedKeys) -> ClientBuilder {
        self.rules.authorization_server_trusted_keys = Some(keys);
        self
    }

    /// The deadline of a whole call, retries and waits included: longer than zero, at most 24 hours. Default: 30 s.
    pub fn timeout(mut self, timeout: Duration) -> ClientBuilder {
        self.timeout = timeout;
        self
    }

    /// The deadline of one connection, name resolution and TLS handshake included: longer than zero, at most 24 hours.
    /// Default: 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> ClientBuilder {
        self.connect_timeout = timeout;
        self
    }

    /// The number of redirects to follow, each to the same scheme, host and port only: 0 to 10. Default: 3.
    pub fn max_redirects(mut self, redirects: u32) -> ClientBuilder {
        self.max_redirects = redirects;
        self
    }

    /// The largest body to read, in bytes: at most 1 GiB. Default: 1 MiB.
    ///
    /// A body that does not fit in memory is [`ErrorKind::BodyTooLarge`] too. All other memory is bounded. If it runs out,
    /// the process aborts, as Rust programs do.
    pub fn max_body_bytes(mut self, bytes: usize) -> ClientBuilder {
        self.max_body_bytes = bytes;
        self
    }

    /// The limit on all bodies of a discovery together, in bytes: at most 1 GiB. The bodies count in the listed order of the
    /// authorization servers. A server beyond the limit gets [`ErrorKind::BodyTooLarge`]. Default: 8 MiB.
    pub fn max_total_bytes(mut self, bytes: usize) -> ClientBuilder {
        self.max_total_bytes = bytes;
        self
    }

    /// The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504: 0 to 100. The delay
    /// is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A `Retry-After` of up to 60 s replaces the
    /// delay. Default: 2.
    ///
    /// If the server has closed a kept-alive connection, the client sends the request again immediately. This does not
    /// count as a retry, but is a separate [attempt](Error::attempts).
    pub fn max_retries(mut self, retries: u32) -> ClientBuilder {
        self.max_retries = retries;
        self
    }

    /// Caches documents in memory ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111)). `Cache-Control` or `Expires` makes a
    /// document fresh; a document with neither is not stored. `ETag` or `Last-Modified` revalidates a stale document. The
    /// cache stores up to 256 responses and 8 MiB. It stores good documents only, and none that came through a redirect.
    ///
    /// Concurrent calls for one URL share one request. Each call has its own deadline and cancellation. If the call that sent
    /// the request ends early, another call sends it again. (If the sending future is neither polled nor dropped, the others
    /// wait up to their own deadlines.)
    ///
    /// If a challenge names a cached document, [`Client::discover`](crate::Client::discover) revalidates it
    /// ([RFC 9728 section 5.2](https://www.rfc-editor.org/rfc/rfc9728#section-5.2)). With `false`, every call sends its own
    /// requests. Default: true.
    pub fn cache(mut self, cache: bool) -> ClientBuilder {
        self.cache = cache;
        self
    }

    /// The `User-Agent` to send. Default: `telnyx-oauth/VERSION (rust)`, see [`client_name`](ClientBuilder::client_name).
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> ClientBuilder {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Adds a header field, for a gateway in front of the resource. The client sends the field to the origin of the requested
    /// resource only. May be called several times. Messages and Debug output never show the value. Default: none.
    ///
    /// [`ClientBuilder::build`] refuses `Authorization`, `Cookie`, `Host`, `Range`, `User-Agent`, fields that start with
    /// `Accept`, `Content-`, `If-`, `Mcp-` or `Proxy-`, and fields of a connection or of the framing.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> ClientBuilder {
        self.headers.add(name.into(), value.into());
        self
    }

    /// The name in the default `User-Agent`, for a program or binding that uses this crate. Default: `rust`.
    pub fn client_name(mut self, name: &'static str) -> ClientBuilder {
        self.client_name = name;
        self
    }

    /// A PEM file of CA certificates to trust in addition to the system's store. It is read when the client is built.
    /// Default: none.
    ///
    /// The variables `SSL_CERT_FILE` and `SSL_CERT_DIR` name a file and directories that replace the system's store. It is
    /// enough if one of the two has a usable certificate. If neither is set and the system has no store, Mozilla's roots are
    /// trusted. If a named or existing store cannot be read, the call that needs it fails with [`ErrorKind::Tls`]. The next
    /// call tries again.
    pub fn ca_file(mut self, file: impl Into<PathBuf>) -> ClientBuilder {
        self.ca_file = Some(file.into());
        self
    }

    /// Connects to `address` for `host` and `port`, as curl's `--resolve`. TLS and the checks of documents still use the name
    /// in the URL. The method may be called several times; a later call for the same host and port replaces an earlier one.
    /// With a proxy, it applies to the proxy's own host and port; the proxy resolves the target's name. Default: the
    /// system's name resolution.
    pub fn resolve(mut self, host: impl Into<String>, port: u16, address: IpAddr) -> ClientBuilder {
        self.pins.push((host.into(), port, address));
        self
    }

    /// The http or https URL of a proxy for every request; the empty string means none. `NO_PROXY` is obeyed.
    /// Default: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    pub fn proxy(mut self, url: impl Into<String>) -> ClientBuilder {
        self.proxy = Some(ProxyUrl(url.into()));
        self
    }

    /// Reads no environment variable: neither `TELNYX_BASE_URL`, `SSL_CERT_FILE` and `SSL_CERT_DIR`, nor those of proxies. Use
    /// it if other threads change the environment, or if another user controls it. Default: false.
    pub fn ignore_environment(mut self, ignore: bool) -> ClientBuilder {
        self.ignore_environment = ignore;
        self
    }

    /// Checks the options and reads the environment.
    pub(super) fn into_config(self) -> Result<Config, Error> {
        let environment = if self.ignore_environment { Environment::default() } else { Environment::read() };
        for (name, timeout) in [("timeout", self.timeout), ("connect_timeout", self.connect_timeout)] {
            require_timeout(name, timeout)?;
        }
        if self.max_redirects > MAX_REDIRECTS {
            return Err(invalid(format!("max_redirects must be 0 to {MAX_REDIRECTS}, not {}", self.max_redirects)));
        }
        if self.max_retries > MAX_RETRIES {
            return Err(invalid(format!("max_retries must be 0 to {MAX_RETRIES}, not {}", self.max_retries)));
        }
        for (name, bytes) in [("max_body_bytes", self.max_body_bytes), ("max_total_bytes", self.max_total_bytes)] {
            if bytes > MAX_BYTES {
                return Err(invalid(format!("{name} must be at most {MAX_BYTES}, not {bytes}")));
            }
        }
        let user_agent = self
            .user_agent
            .unwrap_or_else(|| format!("telnyx-oauth/{} ({})", env!("CARGO_PKG_VERSION"), self.client_name));
        if !user_agent.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return Err(invalid(format!("user_agent must be printable ASCII, not {}", quoted(&user_agent))));
        }
        let extra = match &self.ca_file {
            Some(file) => certificates_in(file)
                .map_err(|error| Error::new(ErrorKind::Tls, format!("ca_file: {error}")).caused_by(error))?,
            None => Vec::new(),
        };
        Ok(Config {
            rules: self.rules,
            timeout: self.timeout,
            connect_timeout: self.connect_timeout,
            limits: CallLimits {
                max_redirects: self.max_redirects,
                max_retries: self.max_retries,
                max_body_bytes: self.max_body_bytes,
                max_total_bytes: self.max_total_bytes,
                cache: self.cache,
                allow_private_addresses: self.allow_private_addresses,
            },
            user_agent,
            headers: self.headers.into_fields()?,
            trust: Trust::new(extra, &environment),
            proxies: Proxies::new(self.proxy.as_ref(), &environment)?,
            pins: self.pins.into_iter().map(pin).collect::<Result<_, _>>()?,
            base_url: self.base_url.map(|url| ("base_url", url)).or(environment.base_url),
        })
    }
}

/// Refuses a duration of zero, and one of more than 24 hours.
pub(crate) fn require_timeout(name: &str, timeout: Duration) -> Result<(), Error> {
    require_positive(name, timeout)?;
    if timeout > MAX_TIMEOUT {
        return Err(invalid(format!("{name} must be at most 24 hours, not {} s", timeout.as_secs())));
    }
    Ok(())
}

/// Refuses a duration of zero.
pub(crate) fn require_positive(name: &str, timeout: Duration) -> Result<(), Error> {
    if timeout.is_zero() { Err(invalid(format!("{name} must be longer than zero"))) } else { Ok(()) }
}

fn pin((host, port, address): (String, u16, IpAddr)) -> Result<Pin, Error> {
    match Host::parse(&host) {
        Ok(parsed) => Ok(Pin { host: parsed, port, address }),
        Err(_) => Err(invalid(format!("resolve must name a host, not {}", quoted(&host)))),
    }
}

fn invalid(message: String) -> Error {
    Error::new(ErrorKind::InvalidArgument, message)
}
