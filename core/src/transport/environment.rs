use std::ffi::OsString;
use std::path::PathBuf;

/// The environment variables that a client uses, read once when the client is built. An empty variable counts as unset. A
/// proxy variable may contain a password.
#[derive(Clone, Default)]
pub(crate) struct Environment {
    pub(crate) base_url: Option<(&'static str, String)>,
    pub(crate) ssl_cert_file: Option<PathBuf>,
    pub(crate) ssl_cert_dir: Option<OsString>,
    pub(crate) https_proxy: Option<(&'static str, String)>,
    pub(crate) http_proxy: Option<(&'static str, String)>,
    pub(crate) all_proxy: Option<(&'static str, String)>,
    pub(crate) no_proxy: Option<String>,
}

impl Environment {
    /// Reads the variables. Reads none in a program with more rights than its user (set-user-ID, file capabilities),
    /// because that user controls the variables.
    pub(crate) fn read() -> Environment {
        if secure_execution::requires_secure_execution() {
            return Environment::default();
        }
        // In a CGI program, `HTTP_PROXY` is the `Proxy` field of the client's request.
        let in_cgi = std::env::var_os("REQUEST_METHOD").is_some();
        let http_names: &[&str] = if in_cgi { &["http_proxy"] } else { &["http_proxy", "HTTP_PROXY"] };
        Environment {
            base_url: first(&["TELNYX_BASE_URL"]),
            ssl_cert_file: raw("SSL_CERT_FILE").map(PathBuf::from),
            ssl_cert_dir: raw("SSL_CERT_DIR"),
            https_proxy: first(&["https_proxy", "HTTPS_PROXY"]),
            http_proxy: first(http_names),
            all_proxy: first(&["all_proxy", "ALL_PROXY"]),
            no_proxy: first(&["no_proxy", "NO_PROXY"]).map(|(_, value)| value),
        }
    }
}

fn raw(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn text(name: &str) -> Option<String> {
    raw(name).map(|value| value.to_string_lossy().into_owned())
}

fn first(names: &[&'static str]) -> Option<(&'static str, String)> {
    names.iter().find_map(|name| text(name).map(|value| (*name, value)))
}
