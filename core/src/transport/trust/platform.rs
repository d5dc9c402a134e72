//! Systems with a certificate verifier of their own.

use super::certificates::Found;
use super::trust_error::{Fault, TrustError};
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// Empty: the store of such a system is not a file, which could disappear.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen;

impl Seen {
    pub(super) fn now() -> Seen {
        Seen
    }
}

/// A verifier, and whether it may be kept. Here a named store adds to the system's, which cannot be replaced.
pub(super) fn verifier(
    extra: &[CertificateDer<'static>],
    named: Option<Found>,
    _: Seen,
    provider: &Arc<CryptoProvider>,
) -> Result<(Arc<dyn ServerCertVerifier>, bool), TrustError> {
    let mut extra = extra.to_vec();
    let complete = named.as_ref().is_none_or(|named| named.complete);
    extra.extend(named.into_iter().flat_map(|named| named.certificates));
    let verifier = Verifier::new_with_extra_roots(extra, provider.clone())
        .map_err(|error| TrustError { fault: Fault::Unusable, why: error.to_string() })?;
    Ok((Arc::new(verifier), complete))
}
