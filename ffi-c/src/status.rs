use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::{Error, ErrorKind, embedding};
use std::ffi::c_char;

/// The result of a call: TELNYX_STATUS_OK, or the kind of its error.
pub type telnyx_status = i32;

/// The call succeeded.
pub const TELNYX_STATUS_OK: telnyx_status = 0;
/// The caller's input is invalid: a URL that is not absolute http(s), or that has a fragment or userinfo; a metadata
/// URL in place of a resource; NULL; text that is not UTF-8; or an invalid option. Correct the input.
pub const TELNYX_STATUS_INVALID_ARGUMENT: telnyx_status = 1;
/// The URL is http, but https is required. Use the https URL, or see telnyx_options_set_allow_http().
pub const TELNYX_STATUS_INSECURE_URL: telnyx_status = 2;
/// A URL from a server leads to an address that is not allowed for such URLs.
pub const TELNYX_STATUS_BLOCKED_ADDRESS: telnyx_status = 3;
/// The name could not be resolved, the connection failed or was closed, or the response is not HTTP.
pub const TELNYX_STATUS_TRANSPORT: telnyx_status = 4;
/// The TLS handshake failed, or the certificate is not trusted.
pub const TELNYX_STATUS_TLS: telnyx_status = 5;
/// The timeout expired: telnyx_options_set_timeout_ms(), telnyx_options_set_connect_timeout_ms() or
/// telnyx_call_set_timeout_ms().
pub const TELNYX_STATUS_TIMEOUT: telnyx_status = 6;
/// The caller cancelled the call with a telnyx_cancel_token.
pub const TELNYX_STATUS_CANCELLED: telnyx_status = 7;
/// A redirect was refused: it leads to another origin, has no valid target, or is one too many.
pub const TELNYX_STATUS_REDIRECT_REFUSED: telnyx_status = 8;
/// The response has a status that is neither a success nor a documented error.
pub const TELNYX_STATUS_HTTP_STATUS: telnyx_status = 9;
/// The response has a 4xx status, and its body is an OAuth error: see telnyx_error_error().
pub const TELNYX_STATUS_OAUTH_ERROR: telnyx_status = 10;
/// The response has status 200, but it is not JSON or has a content coding.
pub const TELNYX_STATUS_CONTENT_TYPE: telnyx_status = 11;
/// The body or the header is larger than its limit.
pub const TELNYX_STATUS_BODY_TOO_LARGE: telnyx_status = 12;
/// The body is not a JSON object.
pub const TELNYX_STATUS_INVALID_JSON: telnyx_status = 13;
/// The body is JSON, but not a valid document of the requested type.
pub const TELNYX_STATUS_INVALID_METADATA: telnyx_status = 14;
/// The document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
pub const TELNYX_STATUS_RESOURCE_MISMATCH: telnyx_status = 15;
/// The document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
pub const TELNYX_STATUS_ISSUER_MISMATCH: telnyx_status = 16;
/// No URL has a document: telnyx_error_attempts_at() lists the requests.
pub const TELNYX_STATUS_NOT_FOUND: telnyx_status = 17;
/// The document's signed_metadata could not be trusted.
pub const TELNYX_STATUS_SIGNATURE_INVALID: telnyx_status = 18;
/// The document is valid, but lacks a requirement of the chosen profile.
pub const TELNYX_STATUS_PROFILE_UNMET: telnyx_status = 19;
/// A bug in this library. Please report it.
pub const TELNYX_STATUS_INTERNAL: telnyx_status = 99;

pub(crate) const STATUSES: &Vocabulary<ErrorKind> = &[
    (ErrorKind::InvalidArgument, TELNYX_STATUS_INVALID_ARGUMENT, c"invalid_argument"),
    (ErrorKind::InsecureUrl, TELNYX_STATUS_INSECURE_URL, c"insecure_url"),
    (ErrorKind::BlockedAddress, TELNYX_STATUS_BLOCKED_ADDRESS, c"blocked_address"),
    (ErrorKind::Transport, TELNYX_STATUS_TRANSPORT, c"transport"),
    (ErrorKind::Tls, TELNYX_STATUS_TLS, c"tls"),
    (ErrorKind::Timeout, TELNYX_STATUS_TIMEOUT, c"timeout"),
    (ErrorKind::Cancelled, TELNYX_STATUS_CANCELLED, c"cancelled"),
    (ErrorKind::RedirectRefused, TELNYX_STATUS_REDIRECT_REFUSED, c"redirect_refused"),
    (ErrorKind::HttpStatus, TELNYX_STATUS_HTTP_STATUS, c"http_status"),
    (ErrorKind::OauthError, TELNYX_STATUS_OAUTH_ERROR, c"oauth_error"),
    (ErrorKind::ContentType, TELNYX_STATUS_CONTENT_TYPE, c"content_type"),
    (ErrorKind::BodyTooLarge, TELNYX_STATUS_BODY_TOO_LARGE, c"body_too_large"),
    (ErrorKind::InvalidJson, TELNYX_STATUS_INVALID_JSON, c"invalid_json"),
    (ErrorKind::InvalidMetadata, TELNYX_STATUS_INVALID_METADATA, c"invalid_metadata"),
    (ErrorKind::ResourceMismatch, TELNYX_STATUS_RESOURCE_MISMATCH, c"resource_mismatch"),
    (ErrorKind::IssuerMismatch, TELNYX_STATUS_ISSUER_MISMATCH, c"issuer_mismatch"),
    (ErrorKind::NotFound, TELNYX_STATUS_NOT_FOUND, c"not_found"),
    (ErrorKind::SignatureInvalid, TELNYX_STATUS_SIGNATURE_INVALID, c"signature_invalid"),
    (ErrorKind::ProfileUnmet, TELNYX_STATUS_PROFILE_UNMET, c"profile_unmet"),
    (ErrorKind::Internal, TELNYX_STATUS_INTERNAL, c"internal"),
];

pub(crate) fn status_of(kind: ErrorKind) -> telnyx_status {
    number_of(STATUSES, &kind).unwrap_or(TELNYX_STATUS_INTERNAL)
}

/// Returns the kind of the errors with this status.
pub(crate) fn kind_of(status: telnyx_status) -> Result<ErrorKind, Error> {
    let found = STATUSES.iter().find(|(_, listed, _)| *listed == status);
    let refused = || {
        embedding::invalid_argument(format!(
            "kind must be the kind of an error, such as TELNYX_STATUS_TRANSPORT, not {status}"
        ))
    };
    found.map(|(kind, ..)| *kind).ok_or_else(refused)
}

/// The name of a status, the same in every language and on the command line: "ok", "invalid_argument", ...
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_status_str(status: telnyx_status) -> *const c_char {
    if status == TELNYX_STATUS_OK { c"ok".as_ptr() } else { name_of(STATUSES, status) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_status() {
        crate::vocabulary::check(STATUSES, ErrorKind::ALL);
    }
}
