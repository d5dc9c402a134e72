use serde::Deserialize;

/// A member of a document in `core/members.toml`. That file describes the fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Member {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    spec: String,
    section: Option<String>,
    pub(crate) doc: String,
    #[serde(default)]
    pub(crate) none: Option<Forbidden>,
    #[serde(default)]
    pub(crate) localized: bool,
    #[serde(default)]
    pub(crate) general: bool,
    pub(crate) accessor: Option<String>,
    pub(crate) default: Option<bool>,
    pub(crate) accessor_doc: Option<String>,
    /// Set after the table is read, from the specs.
    #[serde(skip)]
    pub(crate) source: Source,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Identifier,
    String,
    Page,
    Endpoint,
    Strings,
    Algorithms,
    Boolean,
    Endpoints,
    Object,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Forbidden {
    Forbidden,
}

/// The specification that registers a member.
#[derive(Default)]
pub(crate) struct Source {
    /// For example `RFC 9728 section 2`.
    pub(crate) title: String,
    pub(crate) url: String,
}

impl Source {
    /// The specification as a Markdown link.
    pub(crate) fn link(&self) -> String {
        format!("[{}]({})", self.title, self.url)
    }
}

impl Member {
    pub(crate) fn spec(&self) -> &str {
        &self.spec
    }

    pub(crate) fn section(&self) -> Option<&str> {
        self.section.as_deref()
    }

    /// The name as an identifier in every language: `_` replaces `-`.
    pub(crate) fn identifier(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The description without the default, and the default. The default is empty if the specification has none.
    pub(crate) fn doc_and_default(&self) -> (&str, String) {
        match self.doc.split_once(" If absent: ") {
            Some((doc, default)) => (doc, default.trim_end_matches('.').to_owned()),
            None => (&self.doc, self.default.map_or_else(String::new, |default| default.to_string())),
        }
    }
}
