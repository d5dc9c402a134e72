use crate::{Error, ErrorKind};
use url::Url;

/// The error of a body that a host could not read to its end.
#[derive(Debug)]
pub(crate) enum BodyError {
    /// The body is larger than the policy allows.
    TooLarge,
    /// The connection failed, or memory ran out.
    Failed(Error),
}

impl BodyError {
    /// The error for a call. The body was allowed `limit` bytes.
    pub(crate) fn into_error(self, limit: usize, url: &Url) -> Error {
        match self {
            BodyError::Failed(error) => error,
            BodyError::TooLarge => {
                let message = format!("the body of {url} is larger than {limit} bytes (max_body_bytes)");
                Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
            }
        }
    }
}

/// The error of a body that exceeds the total limit of a discovery.
pub(crate) fn beyond_total(total: usize, url: &str) -> Error {
    let message =
        format!("with the body of {url}, the bodies of the discovery exceed {total} bytes in total (max_total_bytes)");
    Error::new(ErrorKind::BodyTooLarge, message).at(url)
}
