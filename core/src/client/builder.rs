use crate::protocol::call::CallLimits;
use crate::protocol::discovery::MAX_TOTAL_BYTES;
use crate::protocol::documents::ResourceMatch;
use crate::protocol::errors::quoted;
use crate::transport::trust::{Trust, certificates_in};
use crate::transport::{Config, Environment, Pin, Proxies, ProxyUrl};
use crate::{Error, ErrorKind, Rules};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use url::Host;

const MAX_REDIRECTS: u32 = 10;
const MAX_RETRIES: u32 = 100;
const MAX_BYTES: usize = 1 << 30;
const MAX_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

/// A client's options. Each method names the default of its option.
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

    /// The URL whose origin is the default resource and issuer. Its path does not count. Default: `TELNYX_BASE_URL`, else
    /// `https://api.telnyx.com`.
    pub fn base_url(mut self, url: impl Into<String>) -> ClientBuilder {
        self.base_url = Some(url.into());
        self
    }

    /// Allows http to hosts that are not loopback. Anyone on the network path can then read and forge the documents.
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

    /// Which documents describe a resource. Default: [`ResourceMatch::Covers`].
    pub fn resource_match(mut self, resource_match: ResourceMatch) -> ClientBuilder {
        self.rules.resource_match = resource_match;
        self
    }

    /// Makes an error of each warning about something that an RFC forbids, and implies [`ResourceMatch::Exact`].
    /// Default: false.
    pub fn strict(mut self, strict: bool) -> ClientBuilder {
        self.rules.strict = strict;
        self
    }

    /// The keys that verify a resource's `signed_metadata`. Its claims then replace the plain members, and one that cannot be
    /// trusted is [`ErrorKind::SignatureInvalid`]. Default: none, `signed_metadata` is not verified.
    #[cfg(feature = "signed-metadata")]
    pub fn trusted_keys(mut self, keys: crate::TrustedKeys) -> ClientBuilder {
        self.rules.trusted_keys = Some(keys);
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

    /// The largest body that is read, in bytes: at most 1 GiB. Default: 1 MiB.
    ///
    /// A body that memory has no room for is [`ErrorKind::BodyTooLarge`] too. All other memory is bounded; the process aborts
    /// if it runs out, as Rust programs do.
    pub fn max_body_bytes(mut self, bytes: usize) -> ClientBuilder {
        self.max_body_bytes = bytes;
        self
    }

    /// The bytes that the bodies of a whole discovery may have together. They are charged to the authorization servers in
    /// their listed order, and a server beyond the total is [`ErrorKind::BodyTooLarge`]. Default: 8 MiB.
    pub fn max_total_bytes(mut self, bytes: usize) -> ClientBuilder {
        self.max_total_bytes = bytes;
        self
    }

    /// The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504: 0 to 100. The waits
    /// are 0.5 s, doubling to 8 s, with jitter, or as `Retry-After` asks, up to 60 s. Default: 2.
    ///
    /// A request on a kept-alive connection that the server has closed is sent once more at once. That is no retry, but an
    /// [attempt](Error::attempts) of its own.
    pub fn max_retries(mut self, retries: u32) -> ClientBuilder {
        self.max_retries = retries;
        self
    }

    /// Keeps documents in memory while they are fresh ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111): by `Cache-Control`
    /// or `Expires`; without either, not at all), and revalidates stale ones by `ETag` or `Last-Modified`. Up to 256 replies
    /// and 8 MiB of them. Only good documents are kept, and none that came through a redirect. Concurrent calls for one URL
    /// share one request, each with its own deadline and cancellation; if the call that sent it ends early, another sends it
    /// again. (A future that sends it, and is neither polled nor dropped, makes the others wait, up to their own deadlines.)
    ///
    /// A challenge makes [`Client::discover`](crate::Client::discover) revalidate the document that it names
    /// ([RFC 9728 section 5.2](https://www.rfc-editor.org/rfc/rfc9728#section-5.2)). With `false`, every call sends requests of
    /// its own. Default: true.
    pub fn cache(mut self, cache: bool) -> ClientBuilder {
        self.cache = cache;
        self
    }

    /// The `User-Agent` to send. Default: `telnyx-oauth/VERSION (rust)`, see [`client_name`](ClientBuilder::client_name).
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> ClientBuilder {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// The name in the default `User-Agent` of a program or a binding built on this crate. Default: `rust`.
    pub fn client_name(mut self, name: &'static str) -> ClientBuilder {
        self.client_name = name;
        self
    }

    /// A PEM file of CA certificates to trust besides the system's store. It is read when the client is built.
    /// Default: none.
    ///
    /// The variables `SSL_CERT_FILE` and `SSL_CERT_DIR` name a file and directories that replace the system's store; one of
    /// the two with a usable certificate is enough. If neither is set and the system has no store, Mozilla's roots are
    /// trusted. If a named or existing store cannot be read, the call that needs it fails with [`ErrorKind::Tls`], and the
    /// next call tries again.
    pub fn ca_file(mut self, file: impl Into<PathBuf>) -> ClientBuilder {
        self.ca_file = Some(file.into());
        self
    }

    /// Connects to `address` for `host` and `port`, as curl's `--resolve`. TLS and judging still use the name in the URL. May
    /// be called several times; a later call wins. For a proxy, the address is that of its own host and port, and the proxy
    /// resolves the target's name itself. Default: the system's name resolution.
    pub fn resolve(mut self, host: impl Into<String>, port: u16, address: IpAddr) -> ClientBuilder {
        self.pins.push((host.into(), port, address));
        self
    }

    /// The http or https URL of a proxy for every request; the empty string means none. `NO_PROXY` is obeyed.
    /// Default: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
    pub fn proxy(mut self, url: impl Into<String>) -> ClientBuilder {
        self.proxy = Some(ProxyUrl(url.into()));
        self
    }

    /// Reads no environment variable: neither `TELNYX_BASE_URL`, `SSL_CERT_FILE` and `SSL_CERT_DIR`, nor those of proxies. For
    /// a program whose threads change the environment, or whose environment another user sets. Default: false.
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
            trust: Trust::new(extra, &environment),
            proxies: Proxies::new(self.proxy.as_ref(), &environment)?,
            pins: self.pins.into_iter().map(pin).collect::<Result<_, _>>()?,
            base_url: self.base_url.map(|url| ("base_url", url)).or(environment.base_url),
        })
    }
}

/// Refuses a time of zero, and one that is too long to be a limit.
pub(crate) fn require_timeout(name: &str, timeout: Duration) -> Result<(), Error> {
    require_positive(name, timeout)?;
    if timeout > MAX_TIMEOUT {
        return Err(invalid(format!("{name} must be at most 24 hours, not {} s", timeout.as_secs())));
    }
    Ok(())
}

/// Refuses a time of zero.
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
