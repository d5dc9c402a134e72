//! The records of both documents: how a member is copied, and what is known about a document besides its members.

use crate::vocabulary::vocabulary;
use std::collections::HashMap;

/// Declares the record of a document. Each field is a copy of what the accessor of the same name returns: the members,
/// which may be absent, then booleans that always have a value, then texts by name.
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
            /// The members that have no field here, each by its name, with its value as JSON text.
            pub extra: std::collections::HashMap<String, String>,
            /// The URL that the document was found at, after redirects.
            pub url: String,
            /// The document's text as served, without a byte-order mark.
            pub raw_json: String,
            /// Whether its `signed_metadata` was verified.
            pub signature_status: crate::SignatureStatus,
            /// The deviations that were tolerated.
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

/// A borrowed value that a record holds a copy of.
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
        /// The document has none.
        Absent,
        /// There is one, and no trusted keys were given: its signature was not checked, and its claims are not among the
        /// members.
        Unverified,
        /// A trusted key has signed it, and its claims replace the plain members.
        Verified,
    }
}
