//! What C reads of either document, whatever its members are: the same functions for both, written once.

use super::function::{Function, READS_TEXT};

const METADATA: &str = "metadata: Option<&telnyx_NOUN>";
const NAME: &str = "name: *const c_char";
const INDEX: &str = "index: usize";

pub(crate) const SHARED: &[Function<'_>] = &[
    Function {
        doc: "The type of a member of any name, registered or not: one of TELNYX_MEMBER_TYPE_*.

name: the whole name, such as TELNYX_MEMBER_ISSUER or \"resource_name#fr-CA\". A name that is NULL or not UTF-8 is
that of no member.",
        name: "type",
        parameters: &[METADATA, NAME],
        returns: "telnyx_member_type",
        body: "metadata.map_or(TELNYX_MEMBER_TYPE_ABSENT, |m| m.document.type_of(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The member of a name, if it is a string.

Returns a string of the document's; NULL for a member that is absent or of another type.",
        name: "string",
        parameters: &[METADATA, NAME],
        body: "metadata.map_or(ptr::null(), |m| m.document.string(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The length of the member of a name, if it is a list of strings.

Returns 0 for a member that is empty, absent or of another type.",
        name: "list_count",
        parameters: &[METADATA, NAME],
        returns: "usize",
        body: "metadata.map_or(0, |m| m.document.list_count(name))",
        ..READS_TEXT
    },
    Function {
        doc: "One string of the member of a name, from 0 on, if it is a list of strings.

Returns a string of the document's; NULL past the end, and for a member that is absent or of another type.",
        name: "list_at",
        parameters: &[METADATA, NAME, INDEX],
        body: "metadata.map_or(ptr::null(), |m| m.document.list_at(name, index))",
        ..READS_TEXT
    },
    Function {
        doc: "The member of a name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.

Returns TELNYX_BOOLEAN_ABSENT for a member that is absent or of another type, and for NULL.",
        name: "boolean",
        parameters: &[METADATA, NAME],
        returns: "i32",
        body: "metadata.map_or(TELNYX_BOOLEAN_ABSENT, |m| m.document.boolean(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The value of the member of a name as JSON, whatever its type: of one line, or as sent.

Returns a string of the document's; NULL for a member that is absent.",
        name: "json",
        parameters: &[METADATA, NAME],
        body: "metadata.map_or(ptr::null(), |m| m.document.json(name))",
        ..READS_TEXT
    },
    Function {
        doc: "Whether members of a name are judged, present or not: a registered member by its type, and every
member whose name ends in _endpoint as an endpoint. The value of any other member may be anything.

Returns false for NULL.",
        name: "is_judged",
        parameters: &[METADATA, NAME],
        returns: "bool",
        body: "metadata.is_some_and(|m| m.document.is_judged(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The number of members that the document has.",
        name: "names_count",
        returns: "usize",
        body: "metadata.map_or(0, |m| m.document.names_count())",
        ..READS_TEXT
    },
    Function {
        doc: "The whole name of one member, from 0 on.

Returns a string of the document's; NULL past the end.",
        name: "names_at",
        parameters: &[METADATA, INDEX],
        body: "metadata.map_or(ptr::null(), |m| m.document.names_at(index))",
        ..READS_TEXT
    },
    Function {
        doc: "The URL that the document was found at, after redirects.

Returns a string of the document's; NULL for NULL only.",
        name: "document_url",
        body: "metadata.map_or(ptr::null(), |m| m.document.document_url())",
        ..READS_TEXT
    },
    Function {
        doc: "The members that are not registered, as a JSON object on one line; \"{}\" if there are none.

Returns a string of the document's; NULL for NULL only.",
        name: "extra",
        body: "metadata.map_or(ptr::null(), |m| m.document.extra())",
        ..READS_TEXT
    },
    Function {
        doc: "The document's text as served, without a byte-order mark.

Returns a string of the document's; NULL for NULL only.",
        name: "raw_json",
        body: "metadata.map_or(ptr::null(), |m| m.document.raw_json())",
        ..READS_TEXT
    },
    Function {
        doc: "The document's members as JSON on one line.

Returns a string of the document's; NULL for NULL only.",
        name: "to_json",
        body: "metadata.map_or(ptr::null(), |m| m.document.to_json())",
        ..READS_TEXT
    },
    Function {
        doc: "The state of the document's signed_metadata: one of TELNYX_SIGNATURE_*.
telnyx_signature_status_str() has its name.",
        name: "signature_status",
        returns: "i32",
        body: "metadata.map_or(TELNYX_SIGNATURE_ABSENT, |m| m.document.signature_status())",
        ..READS_TEXT
    },
    Function {
        doc: "The number of warnings: deviations in the document that were tolerated.",
        name: "warnings_count",
        returns: "usize",
        body: "metadata.map_or(0, |m| m.document.warnings_count())",
        ..READS_TEXT
    },
    Function {
        doc: "One warning, from 0 on.

Returns a warning of the document's; NULL past the end.",
        name: "warnings_at",
        parameters: &[METADATA, INDEX],
        returns: "Option<&telnyx_warning>",
        body: "metadata.and_then(|m| m.document.warnings_at(index))",
        ..READS_TEXT
    },
    Function {
        doc: "Whether two documents have the same members, wherever they were found; two NULLs are equal too.",
        name: "equal",
        parameters: &["a: Option<&telnyx_NOUN>", "b: Option<&telnyx_NOUN>"],
        returns: "bool",
        body: "a.map(|a| &a.document.metadata) == b.map(|b| &b.document.metadata)",
        ..READS_TEXT
    },
    Function {
        doc: "Makes another handle to the same document, which outlives this one and whatever this one belongs to.
Cheap.

Returns a document to be freed with telnyx_NOUN_free(); NULL for NULL only.",
        name: "clone",
        returns: "Option<Box<telnyx_NOUN>>",
        body: "metadata.map(|m| Box::new(m.document.metadata.clone().into()))",
        makes: true,
        ..READS_TEXT
    },
    Function {
        doc: "Frees a document with all that was borrowed from it. Not for those that belong to another handle,
which are const.",
        name: "free",
        parameters: &["metadata: Option<Box<telnyx_NOUN>>"],
        returns: "",
        body: "drop(metadata);",
        ..READS_TEXT
    },
];
