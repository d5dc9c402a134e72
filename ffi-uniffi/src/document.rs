//! The parts that the records of both documents share: the macro, the copying of members, and the signature status.

use crate::vocabulary::vocabulary;
use std::collections::HashMap;

/// Declares the record of a document. Each field is a copy of the value of the crate's accessor of the same name. The
/// members come first and may be absent. Then come booleans that always have a value, and then texts by name.
macro_rules! document {
    (
        $(#[$meta:meta])* $type:ident;
        $($(#[$doc:meta])* $name:ident: $kind:ty,)*
        ; always:
        $($(#[$always_doc:meta])* $always:ident,)*
        $(; texts:
        $($(#[$texts_doc:meta])* $texts:ident,)*)?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, uniffi::Record)]
        #[cfg_attr(test, derive(serde::Serialize))]
        pub struct $type {
            $($(#[$doc])* pub $name: Option<$kind>,)*
            $($(#[$always_doc])* pub $always: bool,)*
            $($($(#[$texts_doc])* pub $texts: std::collections::HashMap<String, String>,)*)?
            /// The members without a field in this record, by name. The values are JSON text.
            pub extra: std::collections::HashMap<String, String>,
            /// The URL of the document, after redirects.
            pub url: String,
            /// The document's text as received, without a byte-order mark.
            pub raw_json: String,
            /// Whether the document's `signed_metadata` was verified.
            pub signature_status: crate::SignatureStatus,
            /// The tolerated deviations.
            pub warnings: Vec<crate::Warning>,
        }

        impl From<&telnyx_oauth::$type> for $type {
            fn from(document: &telnyx_oauth::$type) -> $type {
                use crate::document::Copied;
                $type {
                    $($name: document.$name().map(Copied::copied),)*
                    $($always: document.$always(),)*
                    $($($texts: document.$texts().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),)*)?
                    extra: crate::document::extra(document.extra()),
                    url: document.url().to_owned(),
                    raw_json: document.raw_json().to_owned(),
                    signature_status: document.signature_status().into(),
                    warnings: document.warnings().iter().map(crate::Warning::from).collect(),
                }
            }
        }
    };
}

pub(crate) use document;

/// Copies a borrowed value of the crate into a record.
pub(crate) trait Copied<T> {
    fn copied(self) -> T;
}

impl Copied<String> for &str {
    fn copied(self) -> String {
        self.to_owned()
    }
}

impl Copied<Vec<String>> for &[String] {
    fn copied(self) -> Vec<String> {
        self.to_vec()
    }
}

impl Copied<bool> for bool {
    fn copied(self) -> bool {
        self
    }
}

impl Copied<HashMap<String, String>> for &[(String, String)] {
    fn copied(self) -> HashMap<String, String> {
        self.iter().cloned().collect()
    }
}

pub(crate) fn extra(members: &telnyx_oauth::Extra) -> HashMap<String, String> {
    members.iter().map(|(name, json)| (name.into_owned(), json.to_owned())).collect()
}

vocabulary! {
    /// Whether a document's `signed_metadata` was verified.
    SignatureStatus {
        /// The document has no `signed_metadata`.
        Absent,
        /// The document has `signed_metadata`, but the caller gave no trusted keys. The signature was not checked, and the
        /// claims are not among the members.
        Unverified,
        /// A trusted key verified the signature. The claims replace the plain members.
        Verified,
    }
}
