//! The CA certificates that the environment names in the place of the system's.

use super::certificates::{certificates_below, certificates_in};
use super::{Fault, Found, Trust, TrustError};
use rustls::pki_types::CertificateDer;
use std::ffi::OsStr;

/// The certificates of `SSL_CERT_FILE` and `SSL_CERT_DIR`, of which one that is usable is enough; `None` where neither is
/// set.
pub(super) fn certificates(trust: &Trust) -> Option<Result<Found, TrustError>> {
    let file = trust.bundle.as_deref().map(|file| certificates_in(file).map_err(|error| error.of("SSL_CERT_FILE")));
    let directories =
        trust.directories.as_deref().map(|list| in_directories(list).map_err(|error| error.of("SSL_CERT_DIR")));
    Some(match (file, directories) {
        (None, None) => return None,
        (Some(found), None) | (None, Some(found)) => found.map(Found::complete),
        (Some(Ok(mut certificates)), Some(Ok(others))) => {
            certificates.extend(others);
            Ok(Found::complete(certificates))
        }
        (Some(Ok(certificates)), Some(Err(error))) | (Some(Err(error)), Some(Ok(certificates))) => {
            Ok(Found { certificates, complete: error.fault != Fault::Unreadable })
        }
        (Some(Err(file)), Some(Err(directories))) => Err(file.and(directories)),
    })
}

/// The certificates of a list of directories, of which one that is usable is enough.
fn in_directories(list: &OsStr) -> Result<Vec<CertificateDer<'static>>, TrustError> {
    let mut certificates = Vec::new();
    let mut failed: Option<TrustError> = None;
    for directory in std::env::split_paths(list).filter(|directory| !directory.as_os_str().is_empty()) {
        match certificates_below(&directory) {
            Ok(found) => certificates.extend(found),
            Err(error) => failed = Some(failed.map_or_else(|| error.clone(), |others| others.and(error.clone()))),
        }
    }
    match failed {
        Some(error) if certificates.is_empty() || error.fault == Fault::Unreadable => Err(error),
        None if certificates.is_empty() => {
            Err(TrustError { fault: Fault::Unusable, why: "it names no directory".to_owned() })
        }
        _ => Ok(certificates),
    }
}
