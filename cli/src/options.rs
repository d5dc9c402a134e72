use crate::failure::Failure;
use crate::pin::Pin;
use crate::{seconds, signals};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use telnyx_oauth::blocking::Client;
use telnyx_oauth::{ResourceMatch, TrustedKeys};

/// The client's options. Only given ones are set: the defaults are the library's, and named here for the help alone.
#[derive(Args, Debug)]
#[command(next_help_heading = "Request options")]
pub(crate) struct Options {
    /// The time for the whole call, retries included; fractions are allowed [default: 30 seconds]
    #[arg(short = 'm', long, visible_alias = "max-time", value_name = "SECONDS", value_parser = seconds::parse)]
    timeout: Option<Duration>,

    /// The time for one connection, TLS handshake included; fractions are allowed [default: 5 seconds]
    #[arg(long, value_name = "SECONDS", value_parser = seconds::parse)]
    connect_timeout: Option<Duration>,

    /// How often a failed request is sent again [default: twice]
    #[arg(long, visible_alias = "retry", value_name = "N")]
    max_retries: Option<u32>,

    /// How many redirects are followed, 0 to 10, each to the same origin only [default: three]
    #[arg(long, visible_alias = "max-redirs", value_name = "N")]
    max_redirects: Option<u32>,

    /// The size limit of a document, in bytes [default: 1 MiB]
    #[arg(long, visible_alias = "max-filesize", value_name = "N")]
    max_body_bytes: Option<usize>,

    /// The size limit of all documents of a discovery together, in bytes; a server beyond it fails [default: 8 MiB]
    #[arg(long, value_name = "N")]
    max_total_bytes: Option<usize>,

    /// The User-Agent to send [default: one that names this program and its version]
    #[arg(short = 'A', long, value_name = "TEXT")]
    user_agent: Option<String>,

    /// A PEM file of CA certificates to trust besides the system's, or those that SSL_CERT_FILE and SSL_CERT_DIR name
    #[arg(long, visible_alias = "cacert", value_name = "FILE")]
    ca_file: Option<PathBuf>,

    /// Connect to ADDR for HOST and PORT; may be given several times
    #[arg(long, value_name = "HOST:PORT:ADDR")]
    resolve: Vec<Pin>,

    /// The proxy for every request; empty: none [default: that of the environment]
    #[arg(short = 'x', long, value_name = "URL")]
    proxy: Option<String>,

    /// Allow http to hosts other than loopback: everyone on the network path can then read and forge the documents
    #[arg(long)]
    allow_http: bool,

    /// Let a server on a public address name private and loopback addresses, in a redirect, a challenge or a document
    #[arg(long)]
    allow_private_addresses: bool,

    /// Which documents describe the resource [default: covers, or exact with --strict]
    #[arg(long, value_name = "POLICY", value_parser = policies())]
    resource_match: Option<ResourceMatch>,

    /// A file with a JWK Set: a resource's signed_metadata must be signed with one of its keys; its claims then override
    #[arg(long, value_name = "FILE")]
    jwks: Option<PathBuf>,

    /// The only iss whose signed_metadata is trusted [default: any]
    #[arg(long, value_name = "ISSUER", requires = "jwks")]
    signed_metadata_issuer: Option<String>,

    /// Turn warnings about what an RFC forbids into errors
    #[arg(long)]
    strict: bool,
}

fn policies() -> impl TypedValueParser<Value = ResourceMatch> {
    PossibleValuesParser::new(ResourceMatch::ALL.iter().map(|policy| policy.as_str()))
        .try_map(|name| name.parse::<ResourceMatch>())
}

impl Options {
    /// Returns a client with these options. An interrupt cancels its calls.
    pub(crate) fn client(&self, base_url: Option<&str>) -> Result<Client, Failure> {
        let mut builder = Client::builder().client_name("cli");
        if let Some(url) = base_url {
            builder = builder.base_url(url);
        }
        macro_rules! set {
            ($($option:ident)*) => {$(
                if let Some(value) = &self.$option {
                    builder = builder.$option(value.clone());
                }
            )*};
        }
        set!(timeout connect_timeout max_retries max_redirects max_body_bytes max_total_bytes user_agent ca_file proxy resource_match);
        if self.allow_http {
            builder = builder.allow_http(true);
        }
        if self.allow_private_addresses {
            builder = builder.allow_private_addresses(true);
        }
        if self.strict {
            builder = builder.strict(true);
        }
        for pin in &self.resolve {
            builder = builder.resolve(&pin.host, pin.port, pin.address);
        }
        if let Some(keys) = self.trusted_keys()? {
            builder = builder.trusted_keys(keys);
        }
        Ok(builder.build()?.with_cancel(signals::cancelling()))
    }

    fn trusted_keys(&self) -> Result<Option<TrustedKeys>, Failure> {
        let Some(file) = &self.jwks else { return Ok(None) };
        let unusable = |error: &dyn Display| Failure::Argument(format!("{}: {error}", file.display()));
        let jwks = fs::read_to_string(file).map_err(|error| unusable(&error))?;
        let keys = TrustedKeys::from_jwks(&jwks).map_err(|error| unusable(&error))?;
        Ok(Some(match &self.signed_metadata_issuer {
            Some(issuer) => keys.issuer(issuer),
            None => keys,
        }))
    }
}
