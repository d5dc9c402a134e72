use crate::protocol::errors::vocabulary;

vocabulary! {
    /// What is known of a document's `signed_metadata`.
    SignatureStatus {
        /// The document has none.
        Absent = "absent",
        /// The document has one, and the caller gave no trusted keys: its claims are not among the members, and its
        /// signature is not checked.
        Unverified = "unverified",
        /// A trusted key has signed it, and its claims replace the plain members.
        Verified = "verified",
    }
}

impl SignatureStatus {
    /// The status of a `signed_metadata` that is not verified.
    pub(crate) fn unverified(signed_metadata: Option<&str>) -> SignatureStatus {
        if signed_metadata.is_some() { SignatureStatus::Unverified } else { SignatureStatus::Absent }
    }
}
