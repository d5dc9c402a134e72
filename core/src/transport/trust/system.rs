//! The CA store on systems that keep it in files.

use super::certificates::{Found, certificates_below, certificates_in};
use super::trust_error::{Fault, TrustError};
use crate::protocol::errors::quoted;
use rustls::RootCertStore;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use std::path::Path;
use std::sync::Arc;

/// The files that contain all CA certificates of a system.
const BUNDLES: &[&str] = &[
    // Debian, Ubuntu, Arch, Gentoo, NixOS
    "/etc/ssl/certs/ca-certificates.crt",
    // Fedora, RHEL
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/certs/ca-bundle.crt",
    // openSUSE
    "/etc/ssl/ca-bundle.pem",
    // OpenELEC
    "/etc/pki/tls/cacert.pem",
    // Alpine, OpenBSD, FreeBSD
    "/etc/ssl/cert.pem",
    // OpenHarmony
    "/etc/ssl/certs/cacert.pem",
    // FreeBSD, DragonFly
    "/usr/local/etc/ssl/cert.pem",
    "/usr/local/share/certs/ca-root-nss.crt",
    // NetBSD
    "/etc/openssl/certs/ca-certificates.crt",
    // Solaris, illumos
    "/etc/certs/ca-certificates.crt",
    "/etc/ssl/cacert.pem",
    // Entware
    "/opt/etc/ssl/certs/ca-certificates.crt",
    // Termux
    "/data/data/com.termux/files/usr/etc/tls/cert.pem",
];

/// The directories with one file per certificate. They are read only if there is no bundle, because a bundle contains the
/// same certificates.
const DIRECTORIES: &[&str] = &[
    "/etc/ssl/certs",
    "/etc/pki/tls/certs",
    "/usr/local/share/certs",
    "/etc/openssl/certs",
    "/etc/certs/CA",
    "/etc/security/certificates",
    "/var/ssl/certs",
];

/// The bundle or directory that existed when the client was built. If it disappears, handshakes fail: a process that enters
/// a `chroot` before its first request must not trust another store instead.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SystemStore(Option<&'static str>);

impl SystemStore {
    /// Finds the store, without reading it.
    pub(super) fn locate() -> SystemStore {
        let exists = |path: &&&str| !matches!(Path::new(path).try_exists(), Ok(false));
        SystemStore(BUNDLES.iter().find(exists).or_else(|| DIRECTORIES.iter().find(exists)).copied())
    }

    /// The error of a store that no longer exists.
    fn disappeared(self) -> Option<TrustError> {
        let path = self.0.filter(|path| matches!(Path::new(path).try_exists(), Ok(false)))?;
        let reason = format!("the system's CA store {} has disappeared since the client was built", quoted(path));
        Some(TrustError { fault: Fault::Unreadable, reason })
    }
}

/// Returns a verifier, and true if later handshakes may use it too.
pub(super) fn verifier(
    extra: &[CertificateDer<'static>],
    named: Option<Found>,
    system: SystemStore,
    provider: &Arc<CryptoProvider>,
) -> Result<(Arc<dyn ServerCertVerifier>, bool), TrustError> {
    let found = match named {
        Some(found) => Some(found),
        None => system_certificates(system)?,
    };
    let complete = found.as_ref().is_none_or(|found| found.complete);
    let mut roots = RootCertStore::empty();
    match found {
        Some(found) => _ = roots.add_parsable_certificates(found.certificates),
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    roots.add_parsable_certificates(extra.iter().cloned());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
        .build()
        .map_err(|error| TrustError { fault: Fault::Unusable, reason: error.to_string() })?;
    Ok((verifier, complete))
}

/// The system's certificates; `None` if the system has no store. A file counts as absent only if it does not exist. A
/// directory also counts as absent if it holds no certificate: packages of TLS libraries create such directories.
fn system_certificates(system: SystemStore) -> Result<Option<Found>, TrustError> {
    for bundle in BUNDLES {
        match certificates_in(Path::new(bundle)) {
            Err(error) if error.fault == Fault::Absent => {}
            found => return found.map(|certificates| Some(Found::complete(certificates))),
        }
    }
    let mut certificates = Vec::new();
    for directory in DIRECTORIES {
        match certificates_below(Path::new(directory)) {
            Ok(found) => certificates.extend(found),
            Err(error) if error.fault != Fault::Unreadable => {}
            Err(error) => return Err(error),
        }
    }
    match (certificates.is_empty(), system.disappeared()) {
        (false, _) => Ok(Some(Found::complete(certificates))),
        (true, Some(error)) => Err(error),
        (true, None) => Ok(None),
    }
}
