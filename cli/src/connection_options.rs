use crate::failure::Failure;
use crate::header_field::HeaderField;
use crate::route_options::RouteOptions;
use crate::{seconds, signals};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;
use telnyx_oauth::blocking::{Client, ClientBuilder};

/// The options that apply to every request, whatever its answer is used for. An option that is not given keeps the library's
/// default.
#[derive(Args, Debug)]
#[command(next_help_heading = "Request options")]
pub(crate) struct ConnectionOptions {
    #[command(flatten)]
    pub(crate) route: RouteOptions,

    /// The time limit of one connection, including name resolution and TLS; fractions are allowed [default: 5 seconds]
    #[arg(long, value_name = "SECONDS", value_parser = seconds::parse)]
    connect_timeout: Option<Duration>,

    /// The maximum number of redirects to follow, 0 to 10, within the same scheme, host and port [default: 3]
    #[arg(long, visible_alias = "max-redirs", value_name = "N")]
    max_redirects: Option<u32>,

    /// The User-Agent header to send [default: the name and version of this program]
    #[arg(short = 'A', long, value_name = "TEXT")]
    user_agent: Option<String>,

    /// A header field to send to the API's scheme, host and port only, for a gateway; may be given several times
    #[arg(short = 'H', long, value_name = "NAME: VALUE")]
    header: Vec<HeaderField>,

    /// A PEM file with CA certificates to trust, besides those of the system or of SSL_CERT_FILE and SSL_CERT_DIR
    #[arg(long, visible_alias = "cacert", value_name = "FILE")]
    ca_file: Option<PathBuf>,
}

impl ConnectionOptions {
    /// Returns a client with only these options. An interrupt cancels its calls.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        Ok(self.builder()?.build()?.with_cancel(signals::cancelling()))
    }

    /// Returns the builder of a client with these options.
    pub(crate) fn builder(&self) -> Result<ClientBuilder, Failure> {
        let mut builder = self.route.builder();
        macro_rules! set {
            ($($option:ident)*) => {$(
                if let Some(value) = &self.$option {
                    builder = builder.$option(value.clone());
                }
            )*};
        }
        set!(connect_timeout max_redirects user_agent ca_file);
        for field in &self.header {
            let Some((name, value)) = field.parts() else {
                return Err(Failure::Argument("--header must be NAME: VALUE, and one has no colon".to_owned()));
            };
            builder = builder.header(name, value);
        }
        Ok(builder)
    }
}
