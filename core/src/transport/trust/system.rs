//! Systems whose CA store is files.

use super::{Trust, TrustError, certificates_in};
use rustls::RootCertStore;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::path::Path;
use std::sync::Arc;

pub(super) fn verifier(
    trust: &Trust,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, TrustError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(store(trust)?);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots.add_parsable_certificates(trust.extra.iter().cloned());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
        .build()
        .map_err(|error| TrustError(error.to_string()))?;
    Ok(verifier)
}

/// The store's certificates: those that the environment names, or else those of the system, where there are any.
fn store(trust: &Trust) -> Result<Vec<CertificateDer<'static>>, TrustError> {
    if let Some(bundle) = &trust.bundle {
        return certificates_in(bundle).map_err(|TrustError(why)| TrustError(format!("SSL_CERT_FILE: {why}")));
    }
    if let Some(directories) = &trust.directories {
        return Ok(std::env::split_paths(directories).flat_map(|directory| in_directory(&directory)).collect());
    }
    // The directories hold the bundle's certificates once more, in a hundred files: they are for systems without one.
    match openssl_probe::probe().cert_file.and_then(|bundle| certificates_in(&bundle).ok()) {
        Some(certificates) => Ok(certificates),
        None => Ok(openssl_probe::candidate_cert_dirs().flat_map(in_directory).collect()),
    }
}

/// A directory's certificates; such directories hold other files too, and links to the same ones.
fn in_directory(directory: &Path) -> Vec<CertificateDer<'static>> {
    let files = std::fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path());
    let readable = files.filter(|path| path.is_file()).filter_map(|path| CertificateDer::pem_file_iter(path).ok());
    let mut certificates: Vec<_> = readable.flat_map(|found| found.flatten()).collect();
    certificates.sort_unstable_by(|a: &CertificateDer<'_>, b| a.as_ref().cmp(b.as_ref()));
    certificates.dedup();
    certificates
}
