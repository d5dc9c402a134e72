use serde::Deserialize;
use std::path::Path;

/// An option of a client in `core/options.toml`. That file describes the fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClientOption {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: OptionKind,
    doc: String,
    default: Option<String>,
    #[serde(default)]
    pub(crate) rule: bool,
    c: Option<String>,
    python: Option<String>,
    uniffi: Option<String>,
    only: Option<Face>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OptionKind {
    Text,
    Boolean,
    Seconds,
    Count,
    Bytes,
    File,
    Addresses,
    Keys,
    Match,
    /// One of several names.
    Name,
    Headers,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Face {
    C,
    Python,
    Uniffi,
}

impl ClientOption {
    /// The options of one language, in the order of the file.
    pub(crate) fn read(path: &Path, face: Face) -> Result<Vec<ClientOption>, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            option: Vec<ClientOption>,
        }
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(file.option.into_iter().filter(|option| option.only.is_none_or(|only| only == face)).collect())
    }

    /// The description for one language, and the default.
    pub(crate) fn sentences(&self, face: Face) -> (String, Option<String>) {
        let (client, more) = match face {
            Face::C => ("c", &self.c),
            Face::Python => ("python", &self.python),
            Face::Uniffi => ("uniffi", &self.uniffi),
        };
        let doc = more.iter().fold(self.doc.clone(), |doc, more| format!("{doc} {more}"));
        (doc, self.default.as_ref().map(|default| default.replace("{client}", client)))
    }
}
