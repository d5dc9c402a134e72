use crate::connection_options::ConnectionOptions;
use crate::options::Options;
use crate::route_options::RouteOptions;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;
use telnyx_oauth::Probe;

/// The lines fit the width of a man page on a terminal.
const AFTER_HELP: &str = "\
Output:
  On a terminal, results and errors are text. With --json, or if
  standard output is not a terminal, they are JSON.
  An error is the last line on standard error; standard output is then
  empty. In JSON, the error is an object with the members kind,
  message, url, http_status, error, error_description, retry_after,
  attempts and warnings. On a terminal, discover also prints its
  requests to standard error, before the error.

Exit codes:
    0  success
    1  check: a finding at or above --fail-on
    2  an argument is wrong: invalid_argument
    3  the server has no document or answered with an error:
       http_status, oauth_error, not_found
    4  the connection failed or took too long:
       transport, tls, timeout
    5  refused for security:
       insecure_url, blocked_address, redirect_refused,
       resource_mismatch, issuer_mismatch, signature_invalid
    6  the answer is not a valid document:
       content_type, body_too_large, invalid_json, invalid_metadata,
       profile_unmet
   70  a bug in this program: internal
   74  an I/O error, with null as its kind: standard output or a file
       cannot be written, or the sandbox cannot start
  130  interrupted by Ctrl-C or SIGTERM: cancelled

Environment:
  TELNYX_BASE_URL  the API to ask if the command line names none; only
                   its scheme, host and port are used
  HTTPS_PROXY, HTTP_PROXY, ALL_PROXY
                   the proxies to use if --proxy is not given
  NO_PROXY         the hosts to reach without a proxy
  SSL_CERT_FILE, SSL_CERT_DIR
                   CA certificates to trust instead of the system's;
                   --ca-file adds to them
  NO_COLOR         if set, the output has no colours
  LC_ALL, LC_CTYPE, LANG
                   if they do not name UTF-8, discover draws in ASCII
  TELNYX_API_KEY   never read and never sent: the documents are public";

/// Finds out how to get a token for a protected API (OAuth 2.0 Protected Resource Metadata, RFC 9728)
#[derive(Debug, Parser)]
#[command(name = "telnyx-oauth", version, after_long_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Print results and errors as JSON, on a terminal too
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Fetch an API's protected resource metadata, the document that names its authorization servers
    Fetch(FetchArgs),
    /// Fetch the metadata of an authorization server (RFC 8414, OpenID Connect Discovery)
    Server(ServerArgs),
    /// Follow the whole chain: an API's 401 answer, its metadata, and the metadata of its authorization servers
    Discover(DiscoverArgs),
    /// Print the addresses to which a client may connect for an endpoint in a document
    Vet(VetArgs),
    /// Examine an API's OAuth discovery: what is wrong, whose fault it is, and how to mend it
    Check(CheckArgs),
    /// Print what a rule of `check` demands, and why; without a code, list the rules
    Rule(RuleArgs),
    /// Check the iss of an authorization response against the JSON of `discover`, read from standard input
    VerifyIssuer(VerifyIssuerArgs),
    /// Print the scopes to request after an answer 403 with the error insufficient_scope
    ScopeAfter(ScopeAfterArgs),
    /// Run a local test server that answers as Telnyx does, until interrupted
    Sandbox(SandboxArgs),
    /// Fetch metadata with the command names of Telnyx's own command line
    WellKnown(WellKnownArgs),
    /// Print the completion script for a shell
    Completions(CompletionsArgs),
    /// Print the man page
    Man(ManArgs),
}

#[derive(Args, Debug)]
pub(crate) struct FetchArgs {
    /// The URL of the API: https, or http on a loopback host [default: the origin of TELNYX_BASE_URL, or Telnyx]
    pub(crate) resource: Option<String>,

    #[command(flatten)]
    pub(crate) request: Options,
}

#[derive(Args, Debug)]
pub(crate) struct ServerArgs {
    /// The issuer's URL: https, or http on a loopback host [default: the origin of TELNYX_BASE_URL, or Telnyx]
    pub(crate) issuer: Option<String>,

    #[command(flatten)]
    pub(crate) request: Options,
}

#[derive(Args, Debug)]
pub(crate) struct DiscoverArgs {
    /// The URL of the API: https, or http on a loopback host
    pub(crate) url: String,

    /// Use this WWW-Authenticate header instead of sending a request to the API; may be given several times
    #[arg(long, value_name = "VALUE")]
    pub(crate) www_authenticate: Vec<String>,

    /// How to ask the API for its challenge [default: mcp with --profile mcp, else auto]
    #[arg(long, value_name = "HOW", value_parser = probes())]
    pub(crate) probe: Option<Probe>,

    /// Use this authorization server, whether the API's metadata lists it or not
    #[arg(long, value_name = "URL")]
    pub(crate) issuer: Option<String>,

    /// Try the API's origin as the authorization server if all well-known URLs of the API are absent (MCP 2025-03-26)
    #[arg(long)]
    pub(crate) legacy_origin: bool,

    #[command(flatten)]
    pub(crate) request: Options,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// The URL of the API: https, or http on a loopback host
    #[arg(required_unless_present = "from")]
    pub(crate) url: Option<String>,

    /// The specification to hold the API to; mcp is the newest revision of MCP [default: rfc]
    #[arg(long, value_name = "NAME", value_parser = check_profiles())]
    pub(crate) profile: Option<telnyx_oauth_check::Profile>,

    /// Write every request and its answer to this file, without secrets
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,

    /// Judge a file of --record, and send no requests
    #[arg(long, value_name = "FILE", conflicts_with_all = ["url", "record"])]
    pub(crate) from: Option<PathBuf>,

    /// Exit with code 1 if there is a finding of this severity or above
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub(crate) fail_on: FailOn,

    /// Apply only these rules: codes or their first letters, with commas between them
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Do not apply these rules: codes or their first letters, with commas between them
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    #[command(flatten)]
    pub(crate) connection: ConnectionOptions,
}

/// The severity from which on a finding fails the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Never,
}

fn check_profiles() -> impl TypedValueParser<Value = telnyx_oauth_check::Profile> {
    let names = telnyx_oauth_check::Profile::ALL.iter().map(|profile| profile.as_str()).chain(["mcp"]);
    PossibleValuesParser::new(names).try_map(|name| name.parse::<telnyx_oauth_check::Profile>())
}

#[derive(Args, Debug)]
pub(crate) struct RuleArgs {
    /// The code of the rule, such as C02 [default: list all rules]
    pub(crate) code: Option<String>,
}

fn probes() -> impl TypedValueParser<Value = Probe> {
    PossibleValuesParser::new(Probe::ALL.iter().map(|probe| probe.as_str())).try_map(|name| name.parse::<Probe>())
}

#[derive(Args, Debug)]
pub(crate) struct VetArgs {
    /// The URL of the endpoint: https, or http on a loopback host if the URL of the document is also http
    pub(crate) url: String,

    /// The URL of the document that names the endpoint, such as the metadata_url of an authorization server in `discover`
    #[arg(long, value_name = "URL")]
    pub(crate) from: String,

    #[command(flatten)]
    pub(crate) route: RouteOptions,
}

#[derive(Args, Debug)]
pub(crate) struct VerifyIssuerArgs {
    /// The iss parameter of the authorization response, percent-decoded [default: the response has no iss]
    pub(crate) iss: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ScopeAfterArgs {
    /// The scopes of the last authorization request: one argument for each, or one with spaces between them
    pub(crate) previous: Vec<String>,

    /// The WWW-Authenticate header of the 403 answer; may be given several times
    #[arg(long, value_name = "VALUE")]
    pub(crate) www_authenticate: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct SandboxArgs {
    /// The port for http; 0 lets the system choose one [default: 0]
    #[arg(long)]
    pub(crate) port: Option<u16>,

    /// The port for https; 0 lets the system choose one [default: 0]
    #[arg(long)]
    pub(crate) tls_port: Option<u16>,

    /// A JSON file with the answers to send [default: the answers that Telnyx documents]
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,

    /// Wait this long before every answer [default: the latency in the scenario, or 0]
    #[arg(long, value_name = "MILLISECONDS")]
    pub(crate) latency: Option<u64>,
}

#[derive(Args, Debug)]
#[command(disable_help_subcommand = true)]
pub(crate) struct WellKnownArgs {
    #[command(subcommand)]
    pub(crate) document: WellKnownDocument,

    /// Accepted for compatibility with Telnyx's command line; never sent, because the documents are public
    #[arg(long, global = true, value_name = "KEY")]
    pub(crate) api_key: Option<OsString>,

    /// The URL of the API; only its scheme, host and port are used [default: TELNYX_BASE_URL, or Telnyx]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WellKnownDocument {
    /// Fetch the protected resource metadata of the API, as `fetch` does
    RetrieveProtectedResourceMetadata(Options),
    /// Fetch the authorization server metadata (RFC 8414) of the API
    RetrieveAuthorizationServerMetadata(Options),
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArgs {
    /// The shell to print the script for
    pub(crate) shell: Shell,
}

#[derive(Args, Debug)]
pub(crate) struct ManArgs {
    /// Write one page per command into this directory; create the directory if needed
    #[arg(long)]
    pub(crate) dir: Option<PathBuf>,
}
