//! Systems that verify certificates themselves.

use super::{Trust, TrustError, certificates_in};
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// Here `SSL_CERT_FILE` adds to the system's store, which cannot be replaced.
pub(super) fn verifier(
    trust: &Trust,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, TrustError> {
    let mut extra = trust.extra.clone();
    if let Some(bundle) = &trust.bundle {
        extra.extend(certificates_in(bundle)?);
    }
    let verifier =
        Verifier::new_with_extra_roots(extra, provider.clone()).map_err(|error| TrustError(error.to_string()))?;
    Ok(Arc::new(verifier))
}
