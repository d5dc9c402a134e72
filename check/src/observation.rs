use crate::body::Body;
use crate::profile::Profile;
use crate::request::Request;
use crate::role::Role;
use serde::{Deserialize, Serialize, Serializer};
use telnyx_oauth::embedding::invalid_argument;
use telnyx_oauth::{Error, ErrorKind};
use url::Url;

/// The version of the JSON form. It grows with each change that an older program cannot read.
const VERSION: u32 = 1;

/// The response fields whose values are secrets of one session.
const SECRET_FIELDS: &[&str] = &["mcp-session-id", "set-cookie"];

/// Every request of one examination and its answer.
///
/// The JSON form holds no secrets: the caller's extra header fields are not part of it, and the values of `Set-Cookie` and
/// `Mcp-Session-Id` are replaced with `redacted`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    version: u32,
    /// The resource, as the caller wrote it.
    pub target: String,
    /// The profile of the examination. It decides which requests are sent.
    pub profile: Profile,
    /// True if http URLs are allowed.
    pub allow_http: bool,
    /// Random text, for a URL that no server has.
    pub nonce: String,
    /// The requests and answers, in the order of the answers.
    pub exchanges: Vec<Exchange>,
}

/// A request and its answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// The purpose of the request.
    pub role: Role,
    /// The method.
    pub method: String,
    /// The URL of the request.
    pub url: String,
    /// The header fields of the request that belong to its role.
    #[serde(serialize_with = "redacted")]
    pub headers: Vec<(String, String)>,
    /// The index of the exchange whose answer named the URL; `None` if no server named it.
    pub named_by: Option<usize>,
    /// The answer; `None` if none came.
    pub answer: Option<Answer>,
    /// The error of an exchange without an answer, of a redirect that was not followed, or of a body that was not read to
    /// its end.
    pub error: Option<Failure>,
}

/// An answer, good or bad.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The URL that answered, after redirects.
    pub url: String,
    /// The redirects before the answer.
    pub redirects: Vec<Redirect>,
    /// The status.
    pub status: u16,
    /// The lines of the header, the names in lower case. Bytes that are not UTF-8 are replaced.
    #[serde(serialize_with = "redacted")]
    pub headers: Vec<(String, String)>,
    /// The body. It may be cut, see [`Exchange::error`].
    pub body: Body,
    /// The time from the request to the end of the body.
    pub elapsed_ms: u64,
    /// How public the address is: `loopback`, `private` or `public`.
    pub zone: String,
    /// The address that answered, which may be a proxy's.
    pub address: Option<String>,
}

/// A redirect that was followed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The status.
    pub status: u16,
    /// The URL that sent the redirect.
    pub url: String,
}

/// The failure of an exchange.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The name of the [`ErrorKind`].
    pub kind: String,
    /// The message, for people.
    pub message: String,
    /// The URL that failed, if redirects had led to it from the URL of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirected_to: Option<String>,
}

impl Observation {
    /// An observation without exchanges. `nonce` must differ from examination to examination.
    pub fn new(target: &str, profile: Profile, allow_http: bool, nonce: &str) -> Observation {
        let (target, nonce) = (target.to_owned(), nonce.to_owned());
        Observation { version: VERSION, target, profile, allow_http, nonce, exchanges: Vec::new() }
    }

    /// The observation as JSON text.
    ///
    /// # Errors
    /// Never in practice: every value can be written.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(self).map_err(|error| invalid_argument(format!("a recording: {error}")))
    }

    /// Reads the text that [`Observation::to_json`] wrote.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] for other text, and for a recording of another version of this format.
    pub fn from_json(json: &str) -> Result<Observation, Error> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let unreadable = |error: serde_json::Error| invalid_argument(format!("the recording cannot be read: {error}"));
        let Versioned { version } = serde_json::from_str(json).map_err(unreadable)?;
        if version != VERSION {
            let message = format!(
                "the recording has the version {version}, and this program reads version {VERSION}: record it again"
            );
            return Err(invalid_argument(message));
        }
        serde_json::from_str(json).map_err(unreadable)
    }

    /// The exchange of this role and URL, with its index.
    pub fn find(&self, role: Role, url: &str) -> Option<(usize, &Exchange)> {
        self.exchanges.iter().enumerate().find(|(_, exchange)| exchange.role == role && exchange.url == url)
    }

    /// The index of an exchange of this observation.
    pub(crate) fn index_of(&self, exchange: &Exchange) -> Option<usize> {
        self.exchanges.iter().position(|each| std::ptr::eq(each, exchange))
    }

    /// All exchanges of this role.
    pub fn of_role(&self, role: Role) -> impl Iterator<Item = &Exchange> {
        self.exchanges.iter().filter(move |exchange| exchange.role == role)
    }

    /// The number of bytes in all bodies.
    pub fn total_bytes(&self) -> usize {
        self.exchanges.iter().filter_map(|exchange| exchange.answer.as_ref()).map(|answer| answer.body.0.len()).sum()
    }
}

impl Exchange {
    /// An exchange of this request.
    pub fn new(request: &Request, answer: Option<Answer>, error: Option<&Error>) -> Exchange {
        let owned = |(name, value): &(&str, String)| ((*name).to_owned(), value.clone());
        Exchange {
            role: request.role,
            method: request.method.to_owned(),
            url: request.url.clone(),
            headers: request.headers.iter().map(owned).collect(),
            named_by: request.named_by,
            answer,
            error: error.map(|error| Failure {
                kind: error.kind().as_str().to_owned(),
                message: error.message().to_owned(),
                redirected_to: error.url().filter(|url| *url != normal(&request.url)).map(str::to_owned),
            }),
        }
    }

    /// The kind of the error, if there is one.
    pub fn error_kind(&self) -> Option<ErrorKind> {
        let failure = self.error.as_ref()?;
        ErrorKind::ALL.iter().copied().find(|kind| kind.as_str() == failure.kind)
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<u16> {
        self.answer.as_ref().map(|answer| answer.status)
    }
}

impl Answer {
    /// The lines of this field. `name` is in lower case.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The value of this field, its lines joined as in
    /// [RFC 9110 section 5.3](https://www.rfc-editor.org/rfc/rfc9110#section-5.3).
    pub fn field(&self, name: &str) -> Option<String> {
        let lines: Vec<_> = self.lines(name).collect();
        (!lines.is_empty()).then(|| lines.join(", "))
    }
}

/// The form of a URL in errors and in requests.
pub(crate) fn normal(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), String::from)
}

fn redacted<S: Serializer>(headers: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(headers.iter().map(|(name, value)| {
        let is_secret = SECRET_FIELDS.contains(&name.as_str());
        (name, if is_secret { "redacted" } else { value })
    }))
}
