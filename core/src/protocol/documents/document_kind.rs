use super::parsed::Parsed;
use super::registered;
use super::registration::Registration;
use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};

/// A kind of metadata document, with its registered members.
#[derive(Debug)]
pub(crate) struct DocumentKind {
    pub(super) title: &'static str,
    /// The registered members, in serialisation order.
    pub(super) registrations: &'static [Registration],
    /// Returns the index of a name in `registrations`.
    pub(super) index_of: fn(&str) -> Option<u8>,
    /// The limit on the strings in all lists of a document together. A short string takes far more memory than its text.
    pub(super) max_strings: usize,
    /// The member that names the subject of the document. Signed claims must contain it.
    #[cfg(feature = "signed-metadata")]
    pub(crate) identifier: &'static str,
    /// The other kind of document.
    pub(super) other: &'static DocumentKind,
}

/// [OAuth Protected Resource
/// Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#protected-resource-metadata).
pub(crate) static RESOURCE: DocumentKind = DocumentKind {
    title: "protected resource metadata",
    registrations: &registered::RESOURCE,
    index_of: registered::resource_index,
    max_strings: 65_536,
    #[cfg(feature = "signed-metadata")]
    identifier: "resource",
    other: &SERVER,
};

/// [OAuth Authorization Server
/// Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#authorization-server-metadata).
pub(crate) static SERVER: DocumentKind = DocumentKind {
    title: "authorization server metadata",
    registrations: &registered::SERVER,
    index_of: registered::server_index,
    max_strings: 8192,
    #[cfg(feature = "signed-metadata")]
    identifier: "issuer",
    other: &RESOURCE,
};

/// The meaning of a member's name in a document.
pub(super) enum NameMeaning {
    /// A registered member, by its index in the registrations.
    Member(u8),
    /// The variant of a localized member.
    Variant,
    Unknown,
}

impl DocumentKind {
    pub(super) fn registration(&self, index: u8) -> &'static Registration {
        &self.registrations[usize::from(index)]
    }

    pub(super) fn meaning_of(&self, name: &str) -> NameMeaning {
        if let Some(index) = (self.index_of)(name) {
            return NameMeaning::Member(index);
        }
        match name.contains('#').then(|| self.find(name)).flatten() {
            Some(base) if base.is_localized => NameMeaning::Variant,
            _ => NameMeaning::Unknown,
        }
    }

    /// The registration of a member. For a name with a language tag, the registration of the name without the tag.
    pub(super) fn find(&self, name: &str) -> Option<&'static Registration> {
        let base = name.split_once('#').map_or(name, |(base, _)| base);
        (self.index_of)(base).map(|index| self.registration(index))
    }

    /// The names of the registered members.
    pub(crate) fn names(&self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.registrations.iter().map(|registration| registration.name)
    }

    /// Refuses an object that is no document, or a document of the other kind. A document of the other kind has a member
    /// that only the other kind has, and no member that only this kind has.
    pub(super) fn check(&self, parsed: &Parsed) -> Result<(), Error> {
        let mut foreign = None;
        let mut is_document = false;
        for name in parsed.names() {
            match (self.is_shown_by(&name), self.other.is_shown_by(&name)) {
                (true, false) => return Ok(()),
                (true, true) => is_document = true,
                (false, true) => drop(foreign.get_or_insert(name)),
                (false, false) => {}
            }
        }
        match foreign {
            Some(name) => {
                let message = format!(
                    "expected {}, but the document looks like {}: it has the member {}",
                    self.title,
                    self.other.title,
                    quoted(&name)
                );
                Err(Error::new(ErrorKind::InvalidMetadata, message))
            }
            None if is_document => Ok(()),
            None => Err(self.no_document(parsed)),
        }
    }

    fn is_shown_by(&self, name: &str) -> bool {
        self.find(name).is_some_and(|registration| !registration.is_general)
    }

    fn no_document(&self, parsed: &Parsed) -> Error {
        let names: Vec<String> = parsed.names().take(4).map(|name| quoted(&name)).collect();
        let found = if names.is_empty() { "it is empty".to_owned() } else { format!("it has {}", names.join(", ")) };
        let message = format!("the JSON object has no member of {}: {found}", self.title);
        Error::new(ErrorKind::InvalidMetadata, message).meaning_absent()
    }
}
