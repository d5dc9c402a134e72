//! What the two documents share: how their members are copied, once.

use crate::vocabulary::vocabulary;
use std::collections::HashMap;

/// Declares the record of a document: its members, each a copy of what the accessor of the same name returns, and after
/// them what is known about the document.
macro_rules! document {
    (
        $(#[$meta:meta])* $type:ident;
        $($(#[$doc:meta])* $name:ident: $kind:ty,)*
        ; about ($document:ident):
        $($(#[$about_doc:meta])* $about:ident: $about_kind:ty = $value:expr,)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, uniffi::Record)]
        #[cfg_attr(test, derive(serde::Serialize))]
        pub struct $type {
            $($(#[$doc])* pub $name: Option<$kind>,)*
            $($(#[$about_doc])* pub $about: $about_kind,)*
            /// The members that have no field here, each by its name, with its value as JSON text.
            pub extra: std::collections::HashMap<String, String>,
            /// The URL that the document was found at, after redirects.
            pub url: String,
            /// The document's text as served, without a byte-order mark.
            pub raw_json: String,
            /// What is known of its `signed_metadata`.
            pub signature_status: crate::SignatureStatus,
            /// What was tolerated.
            pub warnings: Vec<crate::Warning>,
        }

        impl From<&telnyx_oauth::$type> for $type {
            fn from($document: &telnyx_oauth::$type) -> $type {
                $type {
                    $($name: $document.$name().map(crate::document::Copied::copied),)*
                    $($about: $value,)*
                    extra: crate::document::extra($document.extra()),
                    url: $document.url().to_owned(),
                    raw_json: $document.raw_json().to_owned(),
                    signature_status: $document.signature_status().into(),
                    warnings: $document.warnings().iter().map(crate::Warning::from).collect(),
                }
            }
        }
    };
}

pub(crate) use document;

/// What an accessor lends, as a record holds it.
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

pub(crate) fn extra(members: &telnyx_oauth::Extra) -> HashMap<String, String> {
    members.iter().map(|(name, json)| (name.into_owned(), json.to_owned())).collect()
}

vocabulary! {
    /// What is known of a document's `signed_metadata`.
    SignatureStatus {
        /// The document has none.
        Absent,
        /// There is one, and no trusted keys were given: its claims are not among the members, and whether somebody has
        /// signed them is not known.
        Unverified,
        /// A trusted key has signed it, and its claims stand in the place of the plain members.
        Verified,
    }
}
