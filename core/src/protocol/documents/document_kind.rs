use super::parsed::Parsed;
use super::registered;
use super::registration::Registration;
use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};

/// A kind of metadata document, by the members that are registered for it.
#[derive(Debug)]
pub(crate) struct DocumentKind {
    pub(super) title: &'static str,
    /// In the order in which a document serialises them.
    pub(super) registrations: &'static [Registration],
    /// The place of a name among the registrations.
    pub(super) index_of: fn(&str) -> Option<u8>,
    /// How many strings the lists of one document may hold together: a string takes far more memory than its text.
    pub(super) most_strings: usize,
    pub(super) other: &'static DocumentKind,
}

/// [OAuth Protected Resource Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#protected-resource-metadata).
pub(crate) static RESOURCE: DocumentKind = DocumentKind {
    title: "protected resource metadata",
    registrations: &registered::RESOURCE,
    index_of: registered::resource_index,
    most_strings: 65_536,
    other: &SERVER,
};

/// [OAuth Authorization Server Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#authorization-server-metadata).
pub(crate) static SERVER: DocumentKind = DocumentKind {
    title: "authorization server metadata",
    registrations: &registered::SERVER,
    index_of: registered::server_index,
    most_strings: 8192,
    other: &RESOURCE,
};

/// What the name of a member means in a document.
pub(super) enum NameMeaning {
    /// A registered member, by its place in the table.
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

    /// The registration of a member, or of the one whose name stands before a language tag.
    pub(super) fn find(&self, name: &str) -> Option<&'static Registration> {
        let base = name.split_once('#').map_or(name, |(base, _)| base);
        (self.index_of)(base).map(|index| self.registration(index))
    }

    /// The names of the registered members.
    pub(crate) fn names(&self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.registrations.iter().map(|registration| registration.name)
    }

    /// Refuses an object that is not a document, and one of the other kind: one that has no member of this kind alone,
    /// but one of the other kind alone.
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
                    "{} was expected, and this looks like {}: it has the member {}",
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
        let message = format!("a JSON object without any member of {} is no such document: {found}", self.title);
        Error::new(ErrorKind::InvalidMetadata, message).meaning_absent()
    }
}
