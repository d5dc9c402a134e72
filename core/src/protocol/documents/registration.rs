/// A registered member of a document.
#[derive(Debug)]
pub(super) struct Registration {
    pub(super) name: &'static str,
    pub(super) kind: MemberType,
    /// True if the member may have variants in other languages, such as `resource_name#fr-CA`.
    pub(super) is_localized: bool,
    /// True if many kinds of objects have a member of this name, so that it does not identify the kind.
    pub(super) is_general: bool,
}

/// The type of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberType {
    /// A string that may not be null.
    Identifier,
    String,
    /// A string that should be the URL of a page for people. Not checked: it may be any text.
    Page,
    /// An absolute https URL. Also http if the document's [`EndpointRule`](crate::protocol::identifiers::EndpointRule)
    /// allows it.
    Endpoint,
    Strings,
    /// The names of JOSE algorithms.
    Algorithms,
    Boolean,
    /// An object whose members are endpoints.
    Endpoints,
    /// An object that is kept as JSON text.
    Object,
}

impl Registration {
    pub(super) const fn new(name: &'static str, kind: MemberType) -> Registration {
        Registration { name, kind, is_localized: false, is_general: false }
    }

    pub(super) const fn localized(self) -> Registration {
        Registration { is_localized: true, ..self }
    }

    pub(super) const fn general(self) -> Registration {
        Registration { is_general: true, ..self }
    }
}

impl MemberType {
    /// The required JSON type, as errors name it.
    pub(super) fn wanted(self) -> &'static str {
        match self {
            MemberType::Identifier | MemberType::String | MemberType::Page | MemberType::Endpoint => "a string",
            MemberType::Strings | MemberType::Algorithms => "an array of strings",
            MemberType::Boolean => "a boolean",
            MemberType::Endpoints | MemberType::Object => "an object",
        }
    }
}
