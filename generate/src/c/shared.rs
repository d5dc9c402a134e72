//! The functions that both documents have in C and that do not depend on their members.

use super::function::{Function, READS_TEXT};

const METADATA: &str = "metadata: Option<&telnyx_NOUN>";
const NAME: &str = "name: *const c_char";
const INDEX: &str = "index: usize";

pub(crate) const SHARED: &[Function<'_>] = &[
    Function {
        doc: "The type of the member with this name, registered or not: one of TELNYX_MEMBER_TYPE_*.

name: the full name, such as TELNYX_MEMBER_ISSUER or \"resource_name#fr-CA\". A name that is NULL or not UTF-8
matches no member.",
        name: "type",
        parameters: &[METADATA, NAME],
        returns: "telnyx_member_type",
        body: "metadata.map_or(TELNYX_MEMBER_TYPE_ABSENT, |m| m.document.type_of(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The member with this name, if it is a string.

Returns a string that belongs to the document; NULL if the member is absent or of another type.",
        name: "string",
        parameters: &[METADATA, NAME],
        body: "metadata.map_or(ptr::null(), |m| m.document.string(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The length of the member with this name, if it is a list of strings.

Returns 0 if the member is empty, absent or of another type.",
        name: "list_count",
        parameters: &[METADATA, NAME],
        returns: "usize",
        body: "metadata.map_or(0, |m| m.document.list_count(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The string at an index from 0 of the member with this name, if the member is a list of strings.

Returns a string that belongs to the document; NULL if index is past the end, or if the member is absent or of another
type.",
        name: "list_at",
        parameters: &[METADATA, NAME, INDEX],
        body: "metadata.map_or(ptr::null(), |m| m.document.list_at(name, index))",
        ..READS_TEXT
    },
    Function {
        doc: "The member with this name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.

Returns TELNYX_BOOLEAN_ABSENT if the member is absent or of another type, or if metadata is NULL.",
        name: "boolean",
        parameters: &[METADATA, NAME],
        returns: "i32",
        body: "metadata.map_or(TELNYX_BOOLEAN_ABSENT, |m| m.document.boolean(name))",
        ..READS_TEXT
    },
    Function {
        doc: "The value of the member with this name as JSON, for a value of any type. The JSON is on one line, or as sent.

Returns a string that belongs to the document; NULL if the member is absent.",
        name: "json",
        parameters: &[METADATA, NAME],
        body: "metadata.map_or(ptr::null(), |m| m.document.json(name))",
        ..READS_TEXT
    },
    Function {
        doc: "Whether the library checks the value of a member with this name. It checks registered members by their types, and
every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need not
have the member.

Returns false if metadata is NULL.",
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
        doc: "The full name of the member at an index from 0.

Returns a string that belongs to the document; NULL if index is past the end.",
        name: "names_at",
        parameters: &[METADATA, INDEX],
        body: "metadata.map_or(ptr::null(), |m| m.document.names_at(index))",
        ..READS_TEXT
    },
    Function {
        doc: "The URL that the document came from, after redirects.

Returns a string that belongs to the document; NULL only if metadata is NULL.",
        name: "document_url",
        body: "metadata.map_or(ptr::null(), |m| m.document.document_url())",
        ..READS_TEXT
    },
    Function {
        doc: "The unregistered members as a JSON object on one line; \"{}\" if there are none.

Returns a string that belongs to the document; NULL only if metadata is NULL.",
        name: "extra",
        body: "metadata.map_or(ptr::null(), |m| m.document.extra())",
        ..READS_TEXT
    },
    Function {
        doc: "The text of the document as the server sent it, without a byte-order mark.

Returns a string that belongs to the document; NULL only if metadata is NULL.",
        name: "raw_json",
        body: "metadata.map_or(ptr::null(), |m| m.document.raw_json())",
        ..READS_TEXT
    },
    Function {
        doc: "The members of the document as JSON on one line.

Returns a string that belongs to the document; NULL only if metadata is NULL.",
        name: "to_json",
        body: "metadata.map_or(ptr::null(), |m| m.document.to_json())",
        ..READS_TEXT
    },
    Function {
        doc: "The status of the document's signed_metadata: one of TELNYX_SIGNATURE_*.
telnyx_signature_status_str() returns its name.",
        name: "signature_status",
        returns: "i32",
        body: "metadata.map_or(TELNYX_SIGNATURE_ABSENT, |m| m.document.signature_status())",
        ..READS_TEXT
    },
    Function {
        doc: "The number of warnings: deviations from an RFC in the document that were tolerated.",
        name: "warnings_count",
        returns: "usize",
        body: "metadata.map_or(0, |m| m.document.warnings_count())",
        ..READS_TEXT
    },
    Function {
        doc: "The warning at an index from 0.

Returns a warning that belongs to the document; NULL if index is past the end.",
        name: "warnings_at",
        parameters: &[METADATA, INDEX],
        returns: "Option<&telnyx_warning>",
        body: "metadata.and_then(|m| m.document.warnings_at(index))",
        ..READS_TEXT
    },
    Function {
        doc: "Whether two documents have the same members. Their URLs may differ. Two NULLs are equal.",
        name: "equal",
        parameters: &["a: Option<&telnyx_NOUN>", "b: Option<&telnyx_NOUN>"],
        returns: "bool",
        body: "a.map(|a| &a.document.metadata) == b.map(|b| &b.document.metadata)",
        ..READS_TEXT
    },
    Function {
        doc: "Makes another handle to the same document. The new handle outlives this one and the handle that this one belongs to.
The copy is cheap: it shares the document.

Returns a document, which the caller frees with telnyx_NOUN_free(); NULL only if metadata is NULL.",
        name: "clone",
        returns: "Option<Box<telnyx_NOUN>>",
        body: "metadata.map(|m| Box::new(m.document.metadata.clone().into()))",
        makes: true,
        ..READS_TEXT
    },
    Function {
        doc: "Frees a document and everything that belongs to it. Do not free a const document: it belongs to another handle.",
        name: "free",
        parameters: &["metadata: Option<Box<telnyx_NOUN>>"],
        returns: "",
        body: "drop(metadata);",
        ..READS_TEXT
    },
];
