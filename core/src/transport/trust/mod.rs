//! The trusted CAs: the caller's, and those of the system's store. The first TLS handshake reads the store.

mod certificates;
mod named;
#[cfg(any(target_os = "macos", windows))]
mod platform;
#[cfg(not(any(target_os = "macos", windows)))]
mod system;
mod trust_error;

pub(crate) use certificates::certificates_in;

#[cfg(any(target_os = "macos", windows))]
use platform::{SystemStore, verifier};
#[cfg(not(any(target_os = "macos", windows)))]
use system::{SystemStore, verifier};

use crate::transport::environment::Environment;
use named::NamedStore;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, Error, OtherError, SignatureScheme};
use std::sync::{Arc, OnceLock};

/// The sources of the trusted CA certificates.
#[derive(Clone, Debug)]
pub(crate) struct Trust {
    /// The caller's CAs. They add to the store.
    extra: Vec<CertificateDer<'static>>,
    /// The store that the environment names. It replaces the system's store.
    named: NamedStore,
    system: SystemStore,
}

impl Trust {
    /// Trusts `extra`, and the store that the environment names, or by default the system's store.
    pub(crate) fn new(extra: Vec<CertificateDer<'static>>, environment: &Environment) -> Trust {
        let named = NamedStore::new(environment);
        let system = if named.is_empty() { SystemStore::locate() } else { SystemStore::default() };
        Trust { extra, named, system }
    }

    /// The TLS settings of a client. The first handshake reads the store.
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

/// A verifier that reads the store in the first handshake. If a store cannot be read, the next handshake tries again.
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
        let Trust { extra, named, system } = &self.trust;
        let (verifier, complete) = named
            .certificates()
            .and_then(|named| verifier(extra, named, *system, &self.provider))
            .map_err(|error| Error::Other(OtherError(Arc::new(error))))?;
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
