use crate::protocol::errors::vocabulary;

vocabulary! {
    /// The verification status of a document's `signed_metadata`.
    SignatureStatus {
        /// The document has no `signed_metadata`.
        Absent = "absent",
        /// The document has `signed_metadata`, but the caller gave no trusted keys. The signature is not checked, and the
        /// claims are not among the members.
        Unverified = "unverified",
        /// A trusted key signed the `signed_metadata`. The claims replace the plain members.
        Verified = "verified",
    }
}

impl SignatureStatus {
    /// The status without verification.
    pub(crate) fn unverified(signed_metadata: Option<&str>) -> SignatureStatus {
        if signed_metadata.is_some() { SignatureStatus::Unverified } else { SignatureStatus::Absent }
    }
}
