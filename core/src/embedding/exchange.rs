use super::address_zone::AddressZone;
use crate::process::Process;
use crate::protocol::call::{Message, OwnMessage, Reach};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::{Resource, parse_identifier, require_secure};
use crate::transport::{Call, RawAnswer, Transport};
use crate::{Client, Error};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// A request of [`Exchanges::send`].
#[derive(Clone, Debug)]
pub struct RawRequest<'a> {
    /// The method: `GET`, `HEAD`, `OPTIONS`, `POST` or `DELETE`. A GET and a HEAD follow redirects.
    pub method: &'static str,
    /// The URL.
    pub url: &'a str,
    /// The header fields, the names in lower case. They replace the client's own fields of the same names. Credentials are
    /// refused.
    pub headers: &'a [(&'static str, String)],
    /// The body.
    pub body: Option<&'static str>,
    /// The zone of the response that named the URL; `None` if no server named it.
    pub named_by: Option<AddressZone>,
    /// The number of bytes to read of the body.
    pub max_bytes: usize,
}

/// An answer to a [`RawRequest`], good or bad.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RawResponse {
    /// The URL that answered, after redirects.
    pub url: String,
    /// The redirects before it: the status and the URL of each.
    pub redirects: Vec<(u16, String)>,
    /// The status.
    pub status: u16,
    /// The lines of the header, the names in lower case.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body, cut at [`RawRequest::max_bytes`]. Empty for an event stream, which may never end.
    pub body: Vec<u8>,
    /// The error of a redirect that was not followed, or of a body that was not read to its end.
    pub error: Option<Error>,
    /// The zone of the address that answered.
    pub zone: AddressZone,
    /// The address that answered, which may be a proxy's.
    pub address: Option<IpAddr>,
    /// The time from the request to the end of the body.
    pub elapsed: Duration,
}

/// Sends the requests of one examination of a resource, each under the client's rules for addresses, redirects, sizes and
/// times. The cache and retries are not used.
///
/// The client's timeout limits all requests together. One request may take a third of it, so that a silent URL does not end
/// the examination.
#[derive(Clone)]
pub struct Exchanges {
    transport: Arc<Transport>,
    resource: Url,
    allow_http: bool,
    call: Arc<Call>,
}

impl Exchanges {
    /// Starts the requests of an examination of `resource`. The client's extra header fields are sent to the origin of
    /// `resource` only.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) and
    /// [`ErrorKind::InsecureUrl`](crate::ErrorKind::InsecureUrl) for an unusable `resource`, and outside of a tokio runtime.
    pub fn begin(client: &Client, resource: &str) -> Result<Exchanges, Error> {
        let transport = client.transport.clone();
        let allow_http = transport.config().rules.allow_http;
        let resource = Resource::parse(resource, allow_http)?.url().clone();
        let call = Arc::new(client.start(Process::current())?);
        Ok(Exchanges { transport, resource, allow_http, call })
    }

    /// Sends a request, and returns its answer whether it is good or bad.
    ///
    /// # Errors
    /// No answer came, or a rule forbids the URL, the address or the header.
    pub async fn send(&self, request: &RawRequest<'_>) -> Result<RawResponse, Error> {
        let RawRequest { method, headers, body, named_by, max_bytes, .. } = *request;
        let url = parse_identifier("url", request.url)?;
        require_secure(&url, self.allow_http)?;
        for (name, _) in headers {
            if matches!(*name, "authorization" | "cookie" | "host" | "proxy-authorization") {
                return Err(Error::invalid_argument(format!("an examination never sends {}", quoted(name))));
            }
        }
        let reach = named_by.map_or(Reach::Caller, |zone| Reach::Server(zone.into()));
        let is_of_resource = url.origin() == self.resource.origin();
        let message = Message::Own(Box::new(OwnMessage { method, fields: headers.to_vec(), body }));
        let call = self.call.at_most(self.call.timeout() / 3);
        let answer = self.transport.exchange(&message, &url, reach, is_of_resource, max_bytes, &call).await?;
        Ok(answer.into())
    }
}

impl From<RawAnswer> for RawResponse {
    fn from(answer: RawAnswer) -> RawResponse {
        let fields = answer.fields.iter();
        RawResponse {
            url: answer.url.into(),
            redirects: answer.followed.into_iter().map(|hop| (hop.status, hop.url.into())).collect(),
            status: answer.status,
            headers: fields.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect(),
            body: answer.body.into(),
            error: answer.error,
            zone: answer.zone.into(),
            address: answer.peer,
            elapsed: answer.elapsed,
        }
    }
}
