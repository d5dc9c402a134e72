use crate::Error;
use crate::protocol::errors::quoted;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::fmt;

/// Fields that the client sets itself, that carry credentials, or that belong to one connection or to the framing.
const REFUSED: &[&str] = &[
    "authorization",
    "connection",
    "cookie",
    "expect",
    "host",
    "http2-settings",
    "keep-alive",
    "range",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];
const REFUSED_PREFIXES: &[&str] = &["accept", "content-", "if-", "mcp-", "proxy-"];

/// Header fields that the caller adds. Its Debug form shows no value.
#[derive(Clone, Default)]
pub(super) struct ExtraHeaders(Vec<(String, String)>);

impl ExtraHeaders {
    pub(super) fn add(&mut self, name: String, value: String) {
        self.0.push((name, value));
    }

    /// Checks the fields.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for a field that is malformed or refused.
    pub(super) fn into_fields(self) -> Result<HeaderMap, Error> {
        let mut fields = HeaderMap::new();
        for (name, value) in self.0 {
            let shown = quoted(&name);
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
                Error::invalid_argument(format!("header must have the name of an HTTP header field, not {shown}"))
            })?;
            if is_refused(name.as_str()) {
                let message = match name.as_str() {
                    "user-agent" => "header cannot set User-Agent: use the option user_agent".to_owned(),
                    _ => format!("header cannot set {shown}: the client sets or omits this field itself"),
                };
                return Err(Error::invalid_argument(message));
            }
            let value = value.trim_matches([' ', '\t']);
            let mut value = Some(value)
                .filter(|value| value.is_ascii())
                .and_then(|value| HeaderValue::from_str(value).ok())
                .ok_or_else(|| {
                    Error::invalid_argument(format!("header must give {shown} a value of visible ASCII and spaces"))
                })?;
            value.set_sensitive(true);
            fields.try_append(name, value).map_err(|_| Error::invalid_argument("header was given too many fields"))?;
        }
        Ok(fields)
    }
}

/// `name` is in lower case.
fn is_refused(name: &str) -> bool {
    REFUSED.contains(&name) || REFUSED_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

impl fmt::Debug for ExtraHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(name, _)| (name, "…"))).finish()
    }
}
