use super::document_kind::DocumentKind;
use super::json::parse_object;
use super::members::Members;
use super::saved::Saved;
use crate::protocol::identifiers::EndpointRule;
use crate::protocol::signed_metadata::SignatureStatus;
use crate::{Error, Warning};
use bytestring::ByteString;

/// The contents of a checked document.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) members: Members,
    pub(super) url: String,
    pub(super) raw_json: ByteString,
    pub(super) signature: SignatureStatus,
    pub(super) warnings: Vec<Warning>,
}

impl Judged {
    pub(super) fn to_saved(&self) -> String {
        let Judged { members, url, raw_json, signature, warnings } = self;
        let saved = Saved::new(members, url, raw_json, *signature, warnings);
        // Serialising strings and JSON values never fails.
        saved.and_then(|saved| serde_json::to_string(&saved)).unwrap_or_default()
    }

    pub(super) fn from_saved(saved: &str, kind: &'static DocumentKind) -> Result<Judged, Error> {
        let saved = Saved::parse(saved)?;
        let (signature, warnings) = (saved.signature()?, saved.warnings()?);
        let (parsed, _) = parse_object(&saved.members.into(), kind)?;
        let (members, _) = Members::judge(parsed, kind, EndpointRule::HttpOrHttps)?;
        Ok(Judged { members, url: saved.url, raw_json: saved.raw_json.into(), signature, warnings })
    }
}
