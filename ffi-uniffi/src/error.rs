use crate::kind::with_kinds;
use crate::{Attempt, ErrorKind, Seconds, Warning};
use std::fmt;

macro_rules! error {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        /// The failure of a call, with one variant for each kind. All variants have the same fields.
        #[derive(Clone, Debug, PartialEq, uniffi::Error)]
        #[cfg_attr(test, derive(serde::Serialize))]
        #[cfg_attr(test, serde(untagged))]
        pub enum TelnyxOAuthError {
            $(
                $(#[$doc])*
                $variant {
                    /// The kind of the error.
                    kind: ErrorKind,
                    /// The expected and the actual value, for people. Text from the network is escaped and truncated.
                    message: String,
                    /// The URL of the failed request, or the caller's invalid URL.
                    url: Option<String>,
                    /// The HTTP status; absent if no response was received.
                    http_status: Option<i32>,
                    /// The OAuth error code of an `oauth_error`, exactly as received.
                    error: Option<String>,
                    /// The OAuth error's description, exactly as received. Escape the text before you print it.
                    error_description: Option<String>,
                    /// The wait that the server requested with `Retry-After`
                    /// ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
                    retry_after: Option<Seconds>,
                    /// Every request of the call, in order.
                    attempts: Vec<Attempt>,
                    /// The deviations that the call tolerated before the failure, in order.
                    warnings: Vec<Warning>,
                },
            )*
        }

        impl From<telnyx_oauth::Error> for TelnyxOAuthError {
            fn from(failure: telnyx_oauth::Error) -> TelnyxOAuthError {
                let kind = failure.kind().into();
                let message = failure.message().to_owned();
                let url = failure.url().map(str::to_owned);
                let http_status = failure.http_status().map(i32::from);
                let error = failure.error().map(str::to_owned);
                let error_description = failure.error_description().map(str::to_owned);
                let retry_after = failure.retry_after().map(Seconds::from);
                let attempts = failure.attempts().iter().map(Attempt::from).collect();
                let warnings = failure.warnings().iter().map(Warning::from).collect();
                match kind {
                    $(ErrorKind::$variant => TelnyxOAuthError::$variant {
                        kind, message, url, http_status, error, error_description, retry_after, attempts, warnings,
                    },)*
                }
            }
        }

        impl TelnyxOAuthError {
            /// Returns an error without the details of a request.
            pub(crate) fn new(kind: ErrorKind, message: String) -> TelnyxOAuthError {
                match kind {
                    $(ErrorKind::$variant => TelnyxOAuthError::$variant {
                        kind,
                        message,
                        url: None,
                        http_status: None,
                        error: None,
                        error_description: None,
                        retry_after: None,
                        attempts: Vec::new(),
                        warnings: Vec::new(),
                    },)*
                }
            }

            pub(crate) fn message(&self) -> &str {
                match self {
                    $(TelnyxOAuthError::$variant { message, .. } => message,)*
                }
            }
        }
    };
}

with_kinds!(error);

impl fmt::Display for TelnyxOAuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for TelnyxOAuthError {}
