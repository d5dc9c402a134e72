//! Reads CA certificates from PEM files.

use super::trust_error::{Fault, TrustError};
use crate::protocol::errors::quoted;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The largest accepted file, many times larger than a system's store.
const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// The certificates of a store.
pub(super) struct Found {
    pub(super) certificates: Vec<CertificateDer<'static>>,
    /// False if another try could find more.
    pub(super) complete: bool,
}

impl Found {
    pub(super) fn complete(certificates: Vec<CertificateDer<'static>>) -> Found {
        Found { certificates, complete: true }
    }
}

/// The CA certificates of a PEM file. Skips other contents. Returns an error if no certificate is usable.
pub(crate) fn certificates_in(file: &Path) -> Result<Vec<CertificateDer<'static>>, TrustError> {
    let pem = read(file).map_err(|error| io_error(file, &error))?;
    let certificates = in_pem(&pem);
    if is_usable(&certificates) { Ok(certificates) } else { Err(unusable(file, &"it holds no CA certificate in PEM")) }
}

/// The CA certificates of a directory's files. Skips other files, and several links to one file. Returns an error if no
/// certificate is usable.
pub(super) fn certificates_below(directory: &Path) -> Result<Vec<CertificateDer<'static>>, TrustError> {
    let failed = |error: io::Error| io_error(directory, &error);
    let (mut certificates, mut denied) = (Vec::new(), None);
    for entry in std::fs::read_dir(directory).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        match read_if_file(&file) {
            Ok(pem) => certificates.extend(in_pem(&pem)),
            // A dangling link.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) if error.kind() == ErrorKind::PermissionDenied => denied = Some(io_error(&file, &error)),
            Err(error) => return Err(io_error(&file, &error)),
        }
    }
    certificates.sort_unstable_by(|a: &CertificateDer<'_>, b| a.as_ref().cmp(b.as_ref()));
    certificates.dedup();
    match denied {
        _ if is_usable(&certificates) => Ok(certificates),
        Some(error) => Err(error),
        None => Err(unusable(directory, &"none of its files holds a CA certificate in PEM")),
    }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut pem = Vec::new();
    File::open(file)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut pem)?;
    if pem.len() as u64 > MAX_FILE_BYTES {
        return Err(io::Error::other(format!("it is larger than {MAX_FILE_BYTES} bytes")));
    }
    Ok(pem)
}

/// The contents of a regular file. Empty for any other file: opening a device or a pipe may block for ever.
fn read_if_file(path: &Path) -> io::Result<Vec<u8>> {
    if std::fs::metadata(path)?.is_file() { read(path) } else { Ok(Vec::new()) }
}

fn in_pem(pem: &[u8]) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem).flatten().collect()
}

fn is_usable(certificates: &[CertificateDer<'_>]) -> bool {
    certificates.iter().any(|certificate| RootCertStore::empty().add(certificate.clone()).is_ok())
}

fn io_error(path: &Path, error: &io::Error) -> TrustError {
    let fault = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Fault::Absent,
        _ => Fault::Unreadable,
    };
    TrustError { fault, reason: reason(path, error) }
}

fn unusable(path: &Path, reason: &dyn Display) -> TrustError {
    TrustError { fault: Fault::Unusable, reason: self::reason(path, reason) }
}

fn reason(path: &Path, reason: &dyn Display) -> String {
    format!("no CA certificates could be read from {}: {reason}", quoted(&path.to_string_lossy()))
}
