use crate::process::Process;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{EndpointRule, parse_identifier};
use crate::{Client, Error, ErrorKind};
use std::net::IpAddr;

impl Client {
    /// Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a document from `from`. The list is
    /// never empty. The rules are those for URLs that servers name: `url` must not lead to a less public address than `from`
    /// does, nor to a link-local one.
    ///
    /// Use it for token, registration and other endpoints. Connect to these addresses only, as with curl's `--resolve`, because
    /// the name may lead elsewhere later. Follow no redirects.
    ///
    /// `from` is the URL of the document, such as [`AuthorizationServer::metadata_url`](crate::AuthorizationServer::metadata_url).
    ///
    /// # Errors
    /// [`ErrorKind::BlockedAddress`] if no address is allowed. [`ErrorKind::InsecureUrl`] for http, except between loopback
    /// hosts or with [`ClientBuilder::allow_http`](crate::ClientBuilder::allow_http). [`ErrorKind::Transport`] if the name cannot
    /// be resolved. [`ErrorKind::Timeout`] or [`ErrorKind::Cancelled`] if the call ends during the look-up of a name.
    /// [`ErrorKind::InvalidArgument`] for an unusable `url` or `from`, and if a proxy takes the requests for `url`,
    /// because the proxy resolves the name.
    pub async fn vet(&self, url: &str, from: &str) -> Result<Vec<IpAddr>, Error> {
        let (endpoint, document) = (parse_identifier("url", url)?, parse_identifier("from", from)?);
        let rule = EndpointRule::about(&document, self.transport.config().rules.allow_http);
        if !rule.allows(url) {
            let message = format!("url must be {}, not {}", rule.wanted(), quoted(url));
            return Err(Error::new(ErrorKind::InsecureUrl, message).at(url));
        }
        let call = self.start(Process::current())?;
        call.check(&endpoint)?;
        self.transport.vet(&endpoint, &document, &call).await
    }
}
