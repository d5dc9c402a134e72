//! The methods that both document types share, beside the accessors of their members.

/// Implements the shared methods and traits of both document types.
macro_rules! document {
    ($type:ident, $kind:expr) => {
        impl $type {
            /// The names of all members, including variants in other languages and unknown members. First the registered
            /// members in a fixed order, then the variants, then the others in the document's order.
            ///
            /// ```
            /// # use telnyx_oauth::{ResourceMetadata, Response, Rules};
            /// let body = br#"{"x": 1, "resource_name#fr": "nom", "resource": "https://rs.example"}"#;
            /// let response = Response::new(200, body).content_type("application/json");
            /// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
            /// assert_eq!(metadata.member_names().collect::<Vec<_>>(), ["resource", "resource_name#fr", "x"]);
            /// # Ok::<(), telnyx_oauth::Error>(())
            /// ```
            pub fn member_names(&self) -> impl Iterator<Item = std::borrow::Cow<'_, str>> {
                self.0.members.names()
            }

            /// The value of the member with this name. `None` if the document has no such member.
            ///
            /// ```
            /// # use telnyx_oauth::{ResourceMetadata, Response, Rules, Value};
            /// let body = br#"{"resource": "https://rs.example", "x_plans": ["a", "b"], "x_limit": {"a": 1}}"#;
            /// let response = Response::new(200, body).content_type("application/json");
            /// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
            /// assert_eq!(metadata.member("resource"), Some(Value::String("https://rs.example".into())));
            /// assert_eq!(metadata.member("x_plans"), Some(Value::Strings(vec!["a".to_owned(), "b".to_owned()].into())));
            /// assert_eq!(metadata.member("x_limit"), Some(Value::Json(r#"{"a": 1}"#.into())));
            /// assert_eq!(metadata.member("jwks_uri"), None);
            /// # Ok::<(), telnyx_oauth::Error>(())
            /// ```
            pub fn member(&self, name: &str) -> Option<crate::Value<'_>> {
                self.0.members.get(name)
            }

            /// The value of the member with this name, as JSON text. Unregistered members are exactly as sent. `None` if
            /// the document has no such member.
            ///
            /// ```
            /// # use telnyx_oauth::{ResourceMetadata, Response, Rules};
            /// let body = br#"{"resource": "https://rs.example", "x_limit": 18446744073709551617}"#;
            /// let response = Response::new(200, body).content_type("application/json");
            /// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
            /// assert_eq!(metadata.member_json("x_limit").as_deref(), Some("18446744073709551617"));
            /// assert_eq!(metadata.member_json("resource").as_deref(), Some(r#""https://rs.example""#));
            /// # Ok::<(), telnyx_oauth::Error>(())
            /// ```
            pub fn member_json(&self, name: &str) -> Option<std::borrow::Cow<'_, str>> {
                self.0.members.json(name)
            }

            /// True if members of this name are checked, present or not. Registered members are checked by their types.
            /// Every member whose name ends in `_endpoint` is checked as an endpoint. Other members may have any value.
            ///
            /// ```
            /// # use telnyx_oauth::{ResourceMetadata, Response, Rules};
            /// let response = Response::new(200, br#"{"resource": "https://rs.example"}"#).content_type("application/json");
            /// let metadata = ResourceMetadata::from_response("https://rs.example", &response, &Rules::new())?;
            /// assert!(metadata.is_judged("jwks_uri") && metadata.is_judged("x_endpoint"));
            /// assert!(!metadata.is_judged("x_limit"));
            /// # Ok::<(), telnyx_oauth::Error>(())
            /// ```
            pub fn is_judged(&self, name: &str) -> bool {
                self.0.members.is_judged(name)
            }

            /// The members without an accessor, exactly as sent.
            pub fn extra(&self) -> &crate::Extra {
                self.0.members.extra()
            }

            /// The URL of the document, after redirects.
            pub fn url(&self) -> &str {
                &self.0.url
            }

            /// The document's text, exactly as sent, but without a byte-order mark.
            pub fn raw_json(&self) -> &str {
                &self.0.raw_json
            }

            /// The verification status of the document's `signed_metadata`.
            pub fn signature_status(&self) -> crate::SignatureStatus {
                self.0.signature
            }

            /// The tolerated deviations of the document.
            pub fn warnings(&self) -> &[crate::Warning] {
                &self.0.warnings
            }

            /// See [`Document::to_saved`](crate::embedding::Document::to_saved).
            pub(crate) fn to_saved(&self) -> String {
                self.0.to_saved()
            }

            /// See [`Document::from_saved`](crate::embedding::Document::from_saved).
            pub(crate) fn from_saved(saved: &str) -> Result<$type, crate::Error> {
                Ok($type(std::sync::Arc::new(super::judged::Judged::from_saved(saved, $kind)?)))
            }
        }

        /// Two documents are equal if their members are equal. Their URLs do not matter.
        impl PartialEq for $type {
            fn eq(&self, other: &$type) -> bool {
                self.0.members == other.0.members
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($type))
                    .field("members", &self.0.members)
                    .field("url", &self.0.url)
                    .field("signature_status", &self.0.signature)
                    .field("warnings", &self.0.warnings)
                    .finish()
            }
        }

        /// The members as JSON on one line.
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
            }
        }

        /// Serialises to an object of the document's members.
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.members.serialize(serializer)
            }
        }
    };
}

pub(super) use document;
