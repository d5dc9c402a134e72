use super::absolute_url::{is_loopback_host, parse};
use url::Url;

/// The allowed endpoint URLs of a document: https, and also http if the document's own subject is http.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndpointRule {
    Https,
    HttpsOrLoopback,
    HttpOrHttps,
}

impl EndpointRule {
    /// The rule for a document about `subject`, a resource or an issuer.
    pub(crate) fn about(subject: &Url, allow_http: bool) -> EndpointRule {
        match subject.scheme() {
            "http" if allow_http => EndpointRule::HttpOrHttps,
            "http" if is_loopback_host(subject) => EndpointRule::HttpsOrLoopback,
            _ => EndpointRule::Https,
        }
    }

    pub(crate) fn allows(self, endpoint: &str) -> bool {
        parse(endpoint).is_ok_and(|url| match self {
            EndpointRule::Https => url.scheme() == "https",
            EndpointRule::HttpsOrLoopback => url.scheme() == "https" || is_loopback_host(&url),
            EndpointRule::HttpOrHttps => true,
        })
    }

    pub(crate) fn wanted(self) -> &'static str {
        match self {
            EndpointRule::Https => "an absolute https URL",
            EndpointRule::HttpsOrLoopback => "an absolute https URL, or http to a loopback host",
            EndpointRule::HttpOrHttps => "an absolute http or https URL",
        }
    }
}
