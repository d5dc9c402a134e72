//! Signed metadata: a document's members as the claims of a signed JWT
//! ([RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2) and
//! [RFC 8414 section 2.1](https://www.rfc-editor.org/rfc/rfc8414#section-2.1)).

#[cfg(feature = "signed-metadata")]
mod key;
mod signature_status;
#[cfg(feature = "signed-metadata")]
mod trusted_keys;

pub use signature_status::SignatureStatus;
#[cfg(feature = "signed-metadata")]
pub use trusted_keys::TrustedKeys;
#[cfg(feature = "signed-metadata")]
pub(crate) use trusted_keys::untrusted;
