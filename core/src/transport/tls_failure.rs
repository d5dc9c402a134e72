//! Messages for failed TLS handshakes, with the likely remedy.

use crate::protocol::errors::escaped;
use rustls::pki_types::UnixTime;
use rustls::{CertificateError, Error, InvalidMessage};
use std::time::{Duration, UNIX_EPOCH};

pub(super) fn tls_message(error: &Error) -> String {
    match error {
        // This library's own error: its text needs no escaping.
        Error::Other(own) => own.to_string(),
        Error::InvalidCertificate(error) => certificate_message(error),
        Error::InvalidMessage(InvalidMessage::InvalidContentType) => {
            "the peer's answer is not TLS: the port may serve http".to_owned()
        }
        other => escaped(&other.to_string()),
    }
}

fn certificate_message(error: &CertificateError) -> String {
    let text = escaped(&error.to_string());
    match error {
        CertificateError::UnknownIssuer => {
            "the certificate's issuer is not trusted (UnknownIssuer): pass the CA certificate as ca_file, \
             or make the server send its intermediate certificates"
                .to_owned()
        }
        CertificateError::ExpiredContext { not_after, .. } => {
            format!("the certificate expired at {}, or this machine's clock is wrong", date(*not_after))
        }
        CertificateError::NotValidYetContext { not_before, .. } => {
            format!("the certificate is not valid before {}, or this machine's clock is wrong", date(*not_before))
        }
        CertificateError::Expired | CertificateError::NotValidYet => {
            format!("{text}, or this machine's clock is wrong")
        }
        // webpki shows the reason only in its Debug form.
        CertificateError::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => {
            "the certificate is a CA certificate: the server needs a server certificate, issued by the CA".to_owned()
        }
        _ => text,
    }
}

fn date(time: UnixTime) -> String {
    match UNIX_EPOCH.checked_add(Duration::from_secs(time.as_secs())) {
        // The HTTP date format has four digits for the year.
        Some(date) if time.as_secs() < 253_402_300_800 => httpdate::fmt_http_date(date),
        _ => format!("second {} of the Unix epoch", time.as_secs()),
    }
}
