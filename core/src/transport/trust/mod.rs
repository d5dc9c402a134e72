//! Which CAs are trusted: the system's store, read when the first TLS handshake needs it, and the caller's besides.

mod certificates;
mod named;
#[cfg(any(target_os = "macos", windows))]
mod platform;
#[cfg(not(any(target_os = "macos", windows)))]
mod system;

pub(crate) use certificates::certificates_in;

#[cfg(any(target_os = "macos", windows))]
use platform::{Seen, verifier};
#[cfg(not(any(target_os = "macos", windows)))]
use system::{Seen, verifier};

use crate::transport::Environment;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, Error, OtherError, SignatureScheme};
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// Where the CA certificates come from.
#[derive(Clone, Debug)]
pub(crate) struct Trust {
    /// The caller's own, trusted besides the others.
    extra: Vec<CertificateDer<'static>>,
    /// `SSL_CERT_FILE`: a bundle in the place of the system's.
    bundle: Option<PathBuf>,
    /// `SSL_CERT_DIR`: directories in the place of the system's.
    directories: Option<OsString>,
    /// The system's own store.
    seen: Seen,
}

/// Why CA certificates could not be read.
#[derive(Clone, Debug)]
pub(crate) struct TrustError {
    fault: Fault,
    why: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// There is no such file or directory.
    Absent,
    /// It was read, and holds no certificate that can be used.
    Unusable,
    /// It could not be read, which another try may change.
    Unreadable,
}

impl TrustError {
    /// The error of what the environment named by this variable.
    fn of(self, variable: &str) -> TrustError {
        TrustError { why: format!("{variable}: {}", self.why), ..self }
    }

    /// Both errors: one that another try may change is one that it may change.
    fn and(self, other: TrustError) -> TrustError {
        let fault = if other.fault == Fault::Unreadable { other.fault } else { self.fault };
        TrustError { fault, why: format!("{}; {}", self.why, other.why) }
    }
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for TrustError {}

/// The certificates of a store.
struct Found {
    certificates: Vec<CertificateDer<'static>>,
    /// Whether another try could not find more.
    complete: bool,
}

impl Found {
    fn complete(certificates: Vec<CertificateDer<'static>>) -> Found {
        Found { certificates, complete: true }
    }
}

impl Trust {
    /// Trusts `extra` besides the store that the environment names, or else the system's.
    pub(crate) fn new(extra: Vec<CertificateDer<'static>>, environment: &Environment) -> Trust {
        let (bundle, directories) = (environment.ssl_cert_file.clone(), environment.ssl_cert_dir.clone());
        let seen = if bundle.is_none() && directories.is_none() { Seen::now() } else { Seen::default() };
        Trust { extra, bundle, directories, seen }
    }

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

/// Verifies certificates with a verifier that is made when the first handshake needs it. A store that could not be read
/// is read again by the next one.
#[derive(Debug)]
struct LazyVerifier {
    trust: Trust,
    provider: Arc<CryptoProvider>,
    loaded: OnceLock<Arc<dyn ServerCertVerifier>>,
}

impl LazyVerifier {
    fn loaded(&self) -> Result<Arc<dyn ServerCertVerifier>, Error> {
        if let Some(verifier) = self.loaded.get() {
            return Ok(verifier.clone());
        }
        let (verifier, complete) =
            verifier(&self.trust, &self.provider).map_err(|error| Error::Other(OtherError(Arc::new(error))))?;
        Ok(if complete { self.loaded.get_or_init(|| verifier).clone() } else { verifier })
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
