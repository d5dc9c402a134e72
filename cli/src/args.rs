use crate::options::Options;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// Lines are short enough for a man page on a terminal.
const AFTER_HELP: &str = "\
Output:
  On a terminal, readable text; with --json, or where standard output
  is no terminal, JSON. An error is the last line on standard error:
  text, or a JSON object with the members kind, message, url,
  http_status, error, error_description, retry_after, attempts and
  warnings.
  Standard output is empty then. On a terminal, discover prints its
  requests before the error.

Exit codes:
    0  success
    2  invalid_argument
    3  http_status, oauth_error, not_found
    4  transport, tls, timeout
    5  insecure_url, blocked_address, redirect_refused,
       resource_mismatch, issuer_mismatch, signature_invalid
    6  content_type, body_too_large, invalid_json, invalid_metadata
   70  internal
   74  this machine failed, and the error's kind is null: standard
       output or a file cannot be written, the sandbox cannot start
  130  cancelled

Environment:
  TELNYX_BASE_URL  its origin is the resource if none is named
  HTTPS_PROXY, HTTP_PROXY, NO_PROXY
                   proxies, if --proxy is not given
  SSL_CERT_FILE, SSL_CERT_DIR
                   CA certificates instead of the system's, with or
                   without those of --ca-file
  NO_COLOR         no colours
  LC_ALL, LC_CTYPE, LANG
                   without UTF-8, discover draws in ASCII
  TELNYX_API_KEY   never read and never sent: the documents are public";

/// Finds out how to get a token for a protected API (OAuth 2.0 Protected Resource Metadata, RFC 9728)
#[derive(Debug, Parser)]
#[command(name = "telnyx-oauth", version, after_long_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Print JSON on a terminal too, errors included
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Fetch one document: the protected resource metadata of a resource
    Fetch(FetchArgs),
    /// Follow the whole chain: a resource's challenge, its document, and its authorization servers' documents
    Discover(DiscoverArgs),
    /// Run a Telnyx endpoint on loopback, for tests, until interrupted
    Sandbox(SandboxArgs),
    /// The well-known documents, by the names of Telnyx's own command line
    WellKnown(WellKnownArgs),
    /// Print a shell's completion script
    Completions(CompletionsArgs),
    /// Print the man page
    Man(ManArgs),
}

#[derive(Args, Debug)]
pub(crate) struct FetchArgs {
    /// The resource's URL: https, or http on a loopback host [default: Telnyx, or the origin of TELNYX_BASE_URL]
    pub(crate) resource: Option<String>,

    #[command(flatten)]
    pub(crate) request: Options,
}

#[derive(Args, Debug)]
pub(crate) struct DiscoverArgs {
    /// The resource's URL: https, or http on a loopback host
    pub(crate) url: String,

    /// A WWW-Authenticate field of the resource's answer, instead of a request to the resource; may be given several times
    #[arg(long, value_name = "VALUE")]
    pub(crate) www_authenticate: Vec<String>,

    #[command(flatten)]
    pub(crate) request: Options,
}

#[derive(Args, Debug)]
pub(crate) struct SandboxArgs {
    /// The port for http; 0: chosen by the system [default: 0]
    #[arg(long)]
    pub(crate) port: Option<u16>,

    /// The port for https; 0: chosen by the system [default: 0]
    #[arg(long)]
    pub(crate) tls_port: Option<u16>,

    /// A JSON file with the answers [default: those that Telnyx documents]
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,

    /// Delay every answer by this time [default: the scenario's, or none]
    #[arg(long, value_name = "MILLISECONDS")]
    pub(crate) latency: Option<u64>,
}

#[derive(Args, Debug)]
#[command(disable_help_subcommand = true)]
pub(crate) struct WellKnownArgs {
    #[command(subcommand)]
    pub(crate) document: WellKnownDocument,

    /// Accepted for compatibility, never sent: the documents are public
    #[arg(long, global = true, value_name = "KEY")]
    pub(crate) api_key: Option<OsString>,

    /// The URL whose origin is asked [default: TELNYX_BASE_URL, or Telnyx]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WellKnownDocument {
    /// The protected resource metadata of the base URL's origin: the same as `fetch`
    RetrieveProtectedResourceMetadata(Options),
    /// The authorization server metadata (RFC 8414) of the base URL's origin
    RetrieveAuthorizationServerMetadata(Options),
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArgs {
    pub(crate) shell: Shell,
}

#[derive(Args, Debug)]
pub(crate) struct ManArgs {
    /// Write one page for each command into this directory, which is created if needed
    #[arg(long)]
    pub(crate) dir: Option<PathBuf>,
}
