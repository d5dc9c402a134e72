//! Whom to trust: the system's CA store, read when the first TLS handshake needs it, and the caller's CAs besides.

#[cfg(not(any(target_os = "macos", windows)))]
mod system;
#[cfg(not(any(target_os = "macos", windows)))]
use system::verifier;

#[cfg(any(target_os = "macos", windows))]
mod platform;
#[cfg(any(target_os = "macos", windows))]
use platform::verifier;

use crate::text::quoted;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, Error, OtherError, SignatureScheme};
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Where the CA certificates come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    /// The caller's own, trusted besides the others.
    pub(crate) extra: Vec<CertificateDer<'static>>,
    /// `SSL_CERT_FILE`: a bundle in the place of the system's.
    pub(crate) bundle: Option<PathBuf>,
    /// `SSL_CERT_DIR`: directories in the place of the system's, where no bundle is named.
    pub(crate) directories: Option<OsString>,
}

/// Why the CA certificates could not be read.
#[derive(Debug)]
pub(crate) struct TrustError(String);

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TrustError {}

impl Trust {
    /// The TLS settings of a client: nothing is read yet.
    pub(crate) fn tls_config(self) -> Result<rustls::ClientConfig, Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = LazyVerifier { trust: self, provider: provider.clone(), loaded: OnceLock::new() };
        let mut config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }
}

/// The PEM certificates in a file, of which there must be one at least.
pub(crate) fn certificates_in(file: &Path) -> Result<Vec<CertificateDer<'static>>, TrustError> {
    let shown = quoted(&file.to_string_lossy());
    let failed = |why: &dyn fmt::Display| TrustError(format!("no CA certificates could be read from {shown}: {why}"));
    let pem = std::fs::read(file).map_err(|error| failed(&error))?;
    let certificates: Vec<_> =
        CertificateDer::pem_slice_iter(&pem).collect::<Result<_, _>>().map_err(|error| failed(&error))?;
    if certificates.is_empty() {
        return Err(failed(&"it holds no PEM certificate"));
    }
    Ok(certificates)
}

/// Verifies certificates with a verifier that is made when the first handshake needs it. A store that could not be read
/// is read again by the next one.
#[derive(Debug)]
struct LazyVerifier {
    trust: Trust,
    provider: Arc<CryptoProvider>,
    loaded: OnceLock<Arc<dyn ServerCertVerifier>>,
}

impl LazyVerifier {
    fn loaded(&self) -> Result<&Arc<dyn ServerCertVerifier>, Error> {
        if let Some(verifier) = self.loaded.get() {
            return Ok(verifier);
        }
        let verifier =
            verifier(&self.trust, &self.provider).map_err(|error| Error::Other(OtherError(Arc::new(error))))?;
        Ok(self.loaded.get_or_init(|| verifier))
    }
}

impl ServerCertVerifier for LazyVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.loaded()?.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
