use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};

/// Added to each message: the response may come from an attacker's server.
const DISCARD: &str = "discard the response, and do not show its error_description";

/// Checks the `iss` parameter of an authorization response
/// ([RFC 9207 section 2.4](https://www.rfc-editor.org/rfc/rfc9207#section-2.4)).
///
/// - `issuer`: the issuer in the server's document.
/// - `sends_iss`: the value of the document's `authorization_response_iss_parameter_supported`.
/// - `iss`: the parameter, percent-decoded. `None`: the response has no `iss`.
///
/// The comparison is code point by code point, without normalisation.
///
/// # Errors
/// [`ErrorKind::IssuerMismatch`] if `iss` differs from `issuer`, or is missing although `sends_iss`.
pub fn verify_issuer(issuer: &str, sends_iss: bool, iss: Option<&str>) -> Result<(), Error> {
    let shown = || quoted(issuer);
    let message = match iss {
        Some(iss) if iss == issuer => return Ok(()),
        None if !sends_iss => return Ok(()),
        Some(iss) => {
            format!("the iss of an authorization response must be identical to {}, but is {}", shown(), quoted(iss))
        }
        None => format!(
            "an authorization response must have an iss if the metadata of {} says that the server sends it, \
             but this response has no iss",
            shown()
        ),
    };
    Err(Error::new(ErrorKind::IssuerMismatch, format!("{message}: {DISCARD}")).at(issuer))
}
