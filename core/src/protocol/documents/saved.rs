use crate::protocol::errors::escaped;
use crate::protocol::signed_metadata::SignatureStatus;
use crate::{Error, ErrorKind, Warning, WarningKind};
use serde::{Deserialize, Serialize};

/// A checked document as text, for another process.
#[derive(Serialize, Deserialize)]
pub(super) struct Saved {
    /// The members as JSON text. As part of this object, they could exceed the limit on the nesting depth.
    pub(super) members: String,
    pub(super) url: String,
    pub(super) raw_json: String,
    signature_status: String,
    warnings: Vec<(String, String, Option<String>)>,
}

impl Saved {
    pub(super) fn new(
        members: &impl Serialize,
        url: &str,
        raw_json: &str,
        signature: SignatureStatus,
        warnings: &[Warning],
    ) -> Result<Saved, serde_json::Error> {
        let warning = |warning: &Warning| (warning.kind.to_string(), warning.message.clone(), warning.url.clone());
        Ok(Saved {
            members: serde_json::to_string(members)?,
            url: url.to_owned(),
            raw_json: raw_json.to_owned(),
            signature_status: signature.to_string(),
            warnings: warnings.iter().map(warning).collect(),
        })
    }

    pub(super) fn parse(saved: &str) -> Result<Saved, Error> {
        serde_json::from_str(saved).map_err(|error| unusable(&escaped(&error.to_string())))
    }

    pub(super) fn signature(&self) -> Result<SignatureStatus, Error> {
        let named = |status: &&SignatureStatus| status.as_str() == self.signature_status;
        SignatureStatus::ALL.iter().find(named).copied().ok_or_else(|| unusable("its signature_status is unknown"))
    }

    pub(super) fn warnings(&self) -> Result<Vec<Warning>, Error> {
        let warning = |(kind, message, url): &(String, String, Option<String>)| {
            let kind = WarningKind::ALL.iter().find(|known| known.as_str() == kind).copied();
            let kind = kind.ok_or_else(|| unusable("it has a warning of an unknown kind"))?;
            Ok(Warning { kind, message: message.clone(), url: url.clone() })
        };
        self.warnings.iter().map(warning).collect()
    }
}

fn unusable(reason: &str) -> Error {
    Error::new(ErrorKind::InvalidArgument, format!("a saved document must be a text from to_saved: {reason}"))
}
