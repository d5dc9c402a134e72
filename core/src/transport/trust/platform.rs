//! The CA store on systems with their own certificate verifier: macOS and Windows.

use super::certificates::Found;
use super::trust_error::{Fault, TrustError};
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// The system's store. Empty, because this store is not a file and cannot disappear.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SystemStore;

impl SystemStore {
    pub(super) fn locate() -> SystemStore {
        SystemStore
    }
}

/// Returns a verifier, and true if later handshakes may use it too. On these systems, a named store adds to the system's
/// store: it cannot be replaced.
pub(super) fn verifier(
    extra: &[CertificateDer<'static>],
    named: Option<Found>,
    _: SystemStore,
    provider: &Arc<CryptoProvider>,
) -> Result<(Arc<dyn ServerCertVerifier>, bool), TrustError> {
    let mut extra = extra.to_vec();
    let complete = named.as_ref().is_none_or(|named| named.complete);
    extra.extend(named.into_iter().flat_map(|named| named.certificates));
    let verifier = Verifier::new_with_extra_roots(extra, provider.clone())
        .map_err(|error| TrustError { fault: Fault::Unusable, reason: error.to_string() })?;
    Ok((Arc::new(verifier), complete))
}
