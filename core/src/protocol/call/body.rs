use crate::{Error, ErrorKind};
use url::Url;

/// Why a host could not read a body whole.
#[derive(Debug)]
pub(crate) enum BodyError {
    /// It is larger than the policy allows.
    TooLarge,
    /// The connection failed, or memory ran out.
    Failed(Error),
}

impl BodyError {
    /// The error of a body that may have `limit` bytes.
    pub(super) fn into_error(self, limit: usize, url: &Url) -> Error {
        match self {
            BodyError::Failed(error) => error,
            BodyError::TooLarge => {
                let message = format!("the body of {url} is larger than {limit} bytes (max_body_bytes)");
                Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
            }
        }
    }
}

/// The error of a body that is beyond the total of a discovery.
pub(crate) fn beyond_total(total: usize, url: &str) -> Error {
    let message =
        format!("{url} is beyond the {total} bytes that the bodies of a discovery may have together (max_total_bytes)");
    Error::new(ErrorKind::BodyTooLarge, message).at(url)
}
