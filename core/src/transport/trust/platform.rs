//! Systems that verify certificates themselves.

use super::{Fault, Trust, TrustError, named};
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// Nothing: such a system's store is no file that could go.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen;

impl Seen {
    pub(super) fn now() -> Seen {
        Seen
    }
}

/// A verifier, and whether it may be kept. Here `SSL_CERT_FILE` and `SSL_CERT_DIR` add to the system's store, which cannot
/// be replaced.
pub(super) fn verifier(
    trust: &Trust,
    provider: &Arc<CryptoProvider>,
) -> Result<(Arc<dyn ServerCertVerifier>, bool), TrustError> {
    let (mut extra, mut complete) = (trust.extra.clone(), true);
    if let Some(found) = named::certificates(trust).transpose()? {
        extra.extend(found.certificates);
        complete = found.complete;
    }
    let verifier = Verifier::new_with_extra_roots(extra, provider.clone())
        .map_err(|error| TrustError { fault: Fault::Unusable, why: error.to_string() })?;
    Ok((Arc::new(verifier), complete))
}
