//! What the two documents share: how their members are declared, once.

/// Declares a document: its members with their types, and for each a field, an accessor and a place in the JSON.
macro_rules! document {
    (
        $(#[$meta:meta])* $type:ident, members: $members:ident, context: $context:ident, localized: $localized:ident,
        most_strings: $most_strings:expr;
        $($(#[$doc:meta])* $name:ident: $kind:ident $(($argument:ident))?,)*
    ) => {
        #[derive(Debug, PartialEq, serde::Serialize)]
        struct $members {
            $(#[serde(skip_serializing_if = "Option::is_none")]
            $name: Option<document!(@stored $kind)>,)*
            /// Members in other languages, by their whole names.
            #[serde(flatten, serialize_with = "document::as_map")]
            variants: Vec<(String, String)>,
            #[serde(flatten)]
            extra: Extra,
        }

        impl $members {
            fn read(members: &mut Members, $context: EndpointRule) -> Result<$members, Error> {
                $(let $name = document!(@read members, stringify!($name), $kind $(($argument))?)?;)*
                let variants = members.variants()?;
                Ok($members { $($name,)* variants, extra: members.take_unknown() })
            }

            /// What is read into values.
            const WANTED: Wanted<'static> = Wanted { is_wanted: &$members::is_wanted, most_strings: $most_strings };

            fn is_wanted(name: &str) -> bool {
                $type::MEMBERS.contains(&name)
                    || name.split_once('#').is_some_and(|(base, _)| $localized.contains(&base))
            }
        }

        $(#[$meta])*
        #[derive(Clone)]
        pub struct $type(std::sync::Arc<Judged>);

        #[derive(Debug)]
        struct Judged {
            members: $members,
            url: String,
            raw_json: ByteString,
            signature: SignatureStatus,
            warnings: Vec<Warning>,
        }

        impl $type {
            /// The names of the members that have an accessor, for faces and their tests.
            pub const MEMBERS: &'static [&'static str] = &[$(stringify!($name)),*];

            $($(#[$doc])*
            pub fn $name(&self) -> Option<document!(@lent $kind)> {
                document!(@lend self.0.members.$name, $kind)
            })*

            /// The members that have no accessor, as sent.
            pub fn extra(&self) -> &Extra {
                &self.0.members.extra
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
            pub fn signature_status(&self) -> SignatureStatus {
                self.0.signature
            }

            /// What was tolerated.
            pub fn warnings(&self) -> &[Warning] {
                &self.0.warnings
            }

            /// The document with all that is known of it, where it was found included, as text for
            /// [`from_saved`](Self::from_saved) in another process.
            pub fn to_saved(&self) -> String {
                let Judged { members, url, raw_json, signature, warnings } = &*self.0;
                let saved = $crate::protocol::documents::saved::Saved::new(members, url, raw_json, *signature, warnings);
                // Strings and JSON values alone, whose keys are strings.
                saved.and_then(|saved| serde_json::to_string(&saved)).unwrap_or_default()
            }

            /// The document that [`to_saved`](Self::to_saved) has saved. Nothing is judged again: who can change what was
            /// saved decides what it says.
            ///
            /// # Errors
            /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument), `invalid_json` and `invalid_metadata` for
            /// any other text.
            pub fn from_saved(saved: &str) -> Result<$type, Error> {
                let saved = $crate::protocol::documents::saved::Saved::parse(saved)?;
                let (signature, warnings) = (saved.signature()?, saved.warnings()?);
                let (mut members, _) = parse_object(&saved.members.into(), $members::WANTED)?;
                let members = $members::read(&mut members, EndpointRule::HttpOrHttps)?;
                let judged = Judged { members, url: saved.url, raw_json: saved.raw_json.into(), signature, warnings };
                Ok($type(std::sync::Arc::new(judged)))
            }
        }

        /// Documents are equal where their members are, wherever they were found.
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
    (@stored identifier) => { String };
    (@stored string) => { String };
    (@stored endpoint) => { String };
    (@stored strings) => { Vec<String> };
    (@stored boolean) => { bool };
    (@read $members:ident, $name:expr, identifier) => { $members.identifier($name) };
    (@read $members:ident, $name:expr, string) => { $members.string($name) };
    (@read $members:ident, $name:expr, endpoint($rule:ident)) => { $members.endpoint($name, $rule) };
    (@read $members:ident, $name:expr, strings) => { $members.strings($name) };
    (@read $members:ident, $name:expr, boolean) => { $members.boolean($name) };
    (@lent identifier) => { &str };
    (@lent string) => { &str };
    (@lent endpoint) => { &str };
    (@lent strings) => { &[String] };
    (@lent boolean) => { bool };
    (@lend $field:expr, boolean) => { $field };
    (@lend $field:expr, $kind:ident) => { $field.as_deref() };
}

/// Serialises pairs as a map, in their order.
pub(super) fn as_map<S: serde::Serializer>(pairs: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}

pub(crate) use document;
