use crate::connection_options::ConnectionOptions;
use crate::failure::Failure;
use crate::signals;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use telnyx_oauth::blocking::{Client, ClientBuilder};
use telnyx_oauth::{Profile, ResourceMatch, TrustedKeys};

/// The options of the client. An option that is not given keeps the library's default; the help only repeats the defaults.
#[derive(Args, Debug)]
#[command(next_help_heading = "Request options")]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) connection: ConnectionOptions,

    /// The maximum number of times to send a failed request again [default: 2]
    #[arg(long, visible_alias = "retry", value_name = "N")]
    max_retries: Option<u32>,

    /// The size limit of one document, in bytes [default: 1 MiB]
    #[arg(long, visible_alias = "max-filesize", value_name = "N")]
    max_body_bytes: Option<usize>,

    /// The size limit of all documents of one discovery, in bytes; servers beyond the limit fail [default: 8 MiB]
    #[arg(long, value_name = "N")]
    max_total_bytes: Option<usize>,

    /// How closely the resource in a document must match the API's URL [default: covers, or exact with --strict]
    #[arg(long, value_name = "POLICY", value_parser = policies())]
    resource_match: Option<ResourceMatch>,

    /// A JWK Set file; an API's document must have signed_metadata that one of its keys signed; it overrides the plain values
    #[arg(long, value_name = "FILE")]
    jwks: Option<PathBuf>,

    /// Trust an API's signed_metadata only if its iss claim is ISSUER [default: any iss]
    #[arg(long, value_name = "ISSUER", requires = "jwks")]
    signed_metadata_issuer: Option<String>,

    /// A JWK Set file for the signed_metadata of authorization servers, as --jwks is for an API's
    #[arg(long, value_name = "FILE")]
    authorization_server_jwks: Option<PathBuf>,

    /// Trust an authorization server's signed_metadata only if its iss claim is ISSUER [default: any iss]
    #[arg(long, value_name = "ISSUER", requires = "authorization_server_jwks")]
    authorization_server_signed_metadata_issuer: Option<String>,

    /// Require what this protocol adds to OAuth; mcp: a listed authorization server, and PKCE with S256
    #[arg(long, value_name = "PROTOCOL", value_parser = profiles())]
    profile: Option<Profile>,

    /// Turn warnings about violations of an RFC into errors
    #[arg(long)]
    strict: bool,
}

fn policies() -> impl TypedValueParser<Value = ResourceMatch> {
    PossibleValuesParser::new(ResourceMatch::ALL.iter().map(|policy| policy.as_str()))
        .try_map(|name| name.parse::<ResourceMatch>())
}

fn profiles() -> impl TypedValueParser<Value = Profile> {
    PossibleValuesParser::new(Profile::ALL.iter().map(|profile| profile.as_str()))
        .try_map(|name| name.parse::<Profile>())
}

impl Options {
    /// Returns a client with these options. An interrupt cancels its calls.
    pub(crate) fn client(&self, base_url: Option<&str>) -> Result<Client, Failure> {
        self.client_with(base_url, |builder| builder)
    }

    /// Returns a client with these options and those that `change` sets.
    pub(crate) fn client_with(
        &self,
        base_url: Option<&str>,
        change: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Result<Client, Failure> {
        let mut builder = self.connection.builder()?;
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
        set!(max_retries max_body_bytes max_total_bytes resource_match profile);
        if self.strict {
            builder = builder.strict(true);
        }
        if let Some(file) = &self.jwks {
            builder = builder.trusted_keys(trusted_keys(file, self.signed_metadata_issuer.as_ref())?);
        }
        if let Some(file) = &self.authorization_server_jwks {
            let issuer = self.authorization_server_signed_metadata_issuer.as_ref();
            builder = builder.authorization_server_trusted_keys(trusted_keys(file, issuer)?);
        }
        Ok(change(builder).build()?.with_cancel(signals::cancelling()))
    }
}

/// Reads the trusted keys from a file with a JWK Set.
fn trusted_keys(file: &Path, issuer: Option<&String>) -> Result<TrustedKeys, Failure> {
    let unusable = |error: &dyn Display| Failure::Argument(format!("{}: {error}", file.display()));
    let jwks = fs::read_to_string(file).map_err(|error| unusable(&error))?;
    let keys = TrustedKeys::from_jwks(&jwks).map_err(|error| unusable(&error))?;
    Ok(match issuer {
        Some(issuer) => keys.issuer(issuer),
        None => keys,
    })
}
