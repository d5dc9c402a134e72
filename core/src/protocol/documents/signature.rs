#[cfg(feature = "signed-metadata")]
use super::document_kind::{self, DocumentKind};
use super::members::Members;
use super::parsed::Parsed;
#[cfg(feature = "signed-metadata")]
use super::parsed::ParsedValue;
use super::rules::Rules;
use crate::Error;
use crate::protocol::response::Reply;
use crate::protocol::signed_metadata::SignatureStatus;
#[cfg(feature = "signed-metadata")]
use crate::protocol::signed_metadata::{TrustedKeys, untrusted};

/// The result of verifying a document's `signed_metadata`.
pub(super) struct Signature {
    /// `None` without trusted keys for this kind of document.
    verified: Option<Result<(), Error>>,
}

impl Signature {
    /// Verifies the `signed_metadata` of a resource's document.
    #[cfg(feature = "signed-metadata")]
    pub(super) fn of_resource(parsed: &mut Parsed, reply: &Reply, rules: &Rules) -> Signature {
        Signature::verify(parsed, &document_kind::RESOURCE, reply, rules.trusted_keys.as_ref())
    }

    /// Verifies the `signed_metadata` of an authorization server's document.
    #[cfg(feature = "signed-metadata")]
    pub(super) fn of_server(parsed: &mut Parsed, reply: &Reply, rules: &Rules) -> Signature {
        Signature::verify(parsed, &document_kind::SERVER, reply, rules.authorization_server_trusted_keys.as_ref())
    }

    #[cfg(not(feature = "signed-metadata"))]
    pub(super) fn of_resource(_: &mut Parsed, _: &Reply, _: &Rules) -> Signature {
        Signature { verified: None }
    }

    #[cfg(not(feature = "signed-metadata"))]
    pub(super) fn of_server(_: &mut Parsed, _: &Reply, _: &Rules) -> Signature {
        Signature { verified: None }
    }

    /// If one of `keys` signed the `signed_metadata`, its claims replace the plain members.
    #[cfg(feature = "signed-metadata")]
    fn verify(
        parsed: &mut Parsed,
        kind: &'static DocumentKind,
        reply: &Reply,
        keys: Option<&TrustedKeys>,
    ) -> Signature {
        let verified = keys.map(|keys| {
            let claims = match parsed.get("signed_metadata") {
                Some(ParsedValue::String(token)) => keys.verify(token, reply.received_at, kind)?,
                // The check of the members reports a value of another type.
                _ => return Err(untrusted("the document has none, but the caller gave trusted keys")),
            };
            parsed.overlay(claims);
            Ok(())
        });
        Signature { verified }
    }

    /// The status of the signature. The caller checks the members and the identity first, because their errors come first.
    ///
    /// # Errors
    /// `signature_invalid` if there are trusted keys for this kind of document, and none signed the `signed_metadata`.
    pub(super) fn status(self, members: &Members) -> Result<SignatureStatus, Error> {
        match self.verified {
            Some(verified) => verified.map(|()| SignatureStatus::Verified),
            None => Ok(SignatureStatus::unverified(members.string_named("signed_metadata"))),
        }
    }
}
