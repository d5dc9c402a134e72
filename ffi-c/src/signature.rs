use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::SignatureStatus;
use std::ffi::c_char;

/// The document has no signed_metadata.
pub const TELNYX_SIGNATURE_ABSENT: i32 = 0;
/// The document has signed_metadata, but there are no trusted keys. The signature was not checked, and the claims are
/// not among the members.
pub const TELNYX_SIGNATURE_UNVERIFIED: i32 = 1;
/// A trusted key has signed the signed_metadata. Its claims replace the plain members.
pub const TELNYX_SIGNATURE_VERIFIED: i32 = 2;

const STATUSES: &Vocabulary<SignatureStatus> = &[
    (SignatureStatus::Absent, TELNYX_SIGNATURE_ABSENT, c"absent"),
    (SignatureStatus::Unverified, TELNYX_SIGNATURE_UNVERIFIED, c"unverified"),
    (SignatureStatus::Verified, TELNYX_SIGNATURE_VERIFIED, c"verified"),
];

pub(crate) fn signature_status_of(status: SignatureStatus) -> i32 {
    number_of(STATUSES, &status).unwrap_or(TELNYX_SIGNATURE_UNVERIFIED)
}

/// The name of a signature status, the same in every language: "absent", "unverified", "verified".
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_signature_status_str(status: i32) -> *const c_char {
    name_of(STATUSES, status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_own_number() {
        crate::vocabulary::check(STATUSES, SignatureStatus::ALL);
    }
}
