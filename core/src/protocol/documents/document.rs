//! What both documents have beside their typed members, written once.

/// Implements what both documents have in common.
macro_rules! document {
    ($type:ident, $kind:expr) => {
        impl $type {
            /// The names of all members, those of other languages and unknown ones included: first the registered members
            /// in a fixed order, then the others in the document's order.
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

            /// The value of any member by its name, or `None` if the document does not have it.
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

            /// The value of any member as JSON text, which is exactly as sent for a member that is not registered.
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

            /// Whether members of this name are judged, present or not: registered members by their types, and every
            /// member whose name ends in `_endpoint` as an endpoint. The value of any other member may be anything.
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

            /// The members that have no accessor, as sent.
            pub fn extra(&self) -> &crate::Extra {
                self.0.members.extra()
            }

            /// The URL that the document was found at, after redirects.
            pub fn url(&self) -> &str {
                &self.0.url
            }

            /// The document's text as served, without a byte-order mark.
            pub fn raw_json(&self) -> &str {
                &self.0.raw_json
            }

            /// What is known of its `signed_metadata`.
            pub fn signature_status(&self) -> crate::SignatureStatus {
                self.0.signature
            }

            /// What was tolerated.
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

        /// Documents are equal if their members are, wherever they were found.
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

        /// The same members as were served.
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.members.serialize(serializer)
            }
        }
    };
}

pub(super) use document;
