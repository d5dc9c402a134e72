use crate::vocabulary::vocabulary;
use crate::{Attempt, Seconds, Warning};
use std::fmt;

/// Declares the kinds once, as [`ErrorKind`] and as the variants of [`TelnyxOAuthError`].
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        vocabulary! {
            /// What went wrong, for a program to decide upon. The names are the same in every language and on the command
            /// line.
            ErrorKind { $($(#[$doc])* $variant,)* }
        }

        /// Why a call failed: a variant for each kind, all with the same fields.
        #[derive(Clone, Debug, PartialEq, uniffi::Error)]
        #[cfg_attr(test, derive(serde::Serialize))]
        #[cfg_attr(test, serde(untagged))]
        pub enum TelnyxOAuthError {
            $(
                $(#[$doc])*
                $variant {
                    /// The variant's kind.
                    kind: ErrorKind,
                    /// What was expected and what came, for a person. Text from the network is escaped and cut in it.
                    message: String,
                    /// The URL concerned: the one asked, or the caller's input where that was at fault.
                    url: Option<String>,
                    /// The HTTP status, where a response came.
                    http_status: Option<i32>,
                    /// The OAuth error code of an `oauth_error`, exactly as sent.
                    error: Option<String>,
                    /// The OAuth error's description, exactly as sent: escape it before you print it.
                    error_description: Option<String>,
                    /// How long the server asked to wait, from `Retry-After`
                    /// ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
                    retry_after: Option<Seconds>,
                    /// Every request that the call sent, in order; empty where it sent none.
                    attempts: Vec<Attempt>,
                    /// What was tolerated before the call failed, in order.
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
            /// An error that has no request behind it.
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

kinds! {
    /// The caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a resource is wanted, an
    /// option that contradicts itself. Correct the input.
    InvalidArgument,
    /// http where https is required. Ask for the https URL, or set the option `allow_http`.
    InsecureUrl,
    /// A URL that a server supplied leads to an address where no such URL may lead.
    BlockedAddress,
    /// The name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP.
    Transport,
    /// The TLS handshake failed or the certificate is not trusted.
    Tls,
    /// The deadline passed: `timeout`, or `connect_timeout`.
    Timeout,
    /// The caller cancelled through a `CancelToken`.
    Cancelled,
    /// A redirect to another origin, too many of them, or one that names no usable target.
    RedirectRefused,
    /// A status that is neither success nor a documented error.
    HttpStatus,
    /// A 4xx whose body is an OAuth error: see `error` and `error_description`.
    OauthError,
    /// Status 200, but not JSON, or in a content coding.
    ContentType,
    /// The body or the header is over its limit.
    BodyTooLarge,
    /// The body is not a JSON object.
    InvalidJson,
    /// The body is JSON, but not this document.
    InvalidMetadata,
    /// The document describes another resource ([RFC 9728 section 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.3)).
    ResourceMismatch,
    /// The document describes another issuer ([RFC 8414 section 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
    IssuerMismatch,
    /// No candidate had a document: `attempts` lists them.
    NotFound,
    /// The document's `signed_metadata` could not be trusted.
    SignatureInvalid,
    /// A bug in this library. Please report it.
    Internal,
}

impl fmt::Display for TelnyxOAuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for TelnyxOAuthError {}
