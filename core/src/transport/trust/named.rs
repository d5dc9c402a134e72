//! The CA store that the environment names. It replaces the system's store.

use super::certificates::{Found, certificates_below, certificates_in};
use super::trust_error::{Fault, TrustError};
use crate::transport::environment::Environment;
use rustls::pki_types::CertificateDer;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The store that `SSL_CERT_FILE` and `SSL_CERT_DIR` name; empty if neither is set.
#[derive(Clone, Debug)]
pub(super) struct NamedStore {
    /// `SSL_CERT_FILE`: a PEM file with many certificates.
    bundle: Option<PathBuf>,
    /// `SSL_CERT_DIR`: a list of directories.
    directories: Option<OsString>,
}

impl NamedStore {
    pub(super) fn new(environment: &Environment) -> NamedStore {
        let Environment { ssl_cert_file, ssl_cert_dir, .. } = environment;
        NamedStore { bundle: ssl_cert_file.clone(), directories: ssl_cert_dir.clone() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bundle.is_none() && self.directories.is_none()
    }

    /// The certificates of the file and the directories; `None` if neither variable is set. Returns an error if no
    /// certificate is usable.
    pub(super) fn certificates(&self) -> Result<Option<Found>, TrustError> {
        let in_file = |file| certificates_in(file).map_err(|error| error.with_variable("SSL_CERT_FILE"));
        let in_list = |list| in_directories(list).map_err(|error| error.with_variable("SSL_CERT_DIR"));
        let found = match (self.bundle.as_deref().map(in_file), self.directories.as_deref().map(in_list)) {
            (None, None) => return Ok(None),
            (Some(found), None) | (None, Some(found)) => found.map(Found::complete),
            (Some(Ok(mut certificates)), Some(Ok(others))) => {
                certificates.extend(others);
                Ok(Found::complete(certificates))
            }
            (Some(Ok(certificates)), Some(Err(error))) | (Some(Err(error)), Some(Ok(certificates))) => {
                Ok(Found { certificates, complete: error.fault != Fault::Unreadable })
            }
            (Some(Err(file)), Some(Err(directories))) => Err(file.and(directories)),
        };
        found.map(Some)
    }
}

/// The certificates of a list of directories. Returns an error if no certificate is usable.
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
            Err(TrustError { fault: Fault::Unusable, reason: "the list of directories is empty".to_owned() })
        }
        _ => Ok(certificates),
    }
}
