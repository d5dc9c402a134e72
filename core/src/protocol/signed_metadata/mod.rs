//! A document's members as the claims of a JWT that somebody has signed
//! ([RFC 9728 section 2.2](https://www.rfc-editor.org/rfc/rfc9728#section-2.2)).

#[cfg(feature = "signed-metadata")]
mod key;
#[cfg(feature = "signed-metadata")]
mod trusted_keys;

#[cfg(feature = "signed-metadata")]
pub use trusted_keys::TrustedKeys;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What is known of a document's `signed_metadata`.
    SignatureStatus {
        /// The document has none.
        Absent = "absent",
        /// There is one, and no trusted keys were given: its claims are not among the members, and whether somebody has
        /// signed them is not known.
        Unverified = "unverified",
        /// A trusted key has signed it, and its claims stand in the place of the plain members.
        Verified = "verified",
    }
}

impl SignatureStatus {
    /// The status of a `signed_metadata` that nobody verifies.
    pub(crate) fn unverified(signed_metadata: &Option<String>) -> SignatureStatus {
        if signed_metadata.is_some() { SignatureStatus::Unverified } else { SignatureStatus::Absent }
    }
}
