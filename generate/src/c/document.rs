use crate::member::Member;
use crate::table::Table;

/// One of the two document types, with its name in C.
pub(crate) struct Document<'a> {
    /// The part of a function's name between `telnyx_` and the member.
    pub(crate) noun: &'static str,
    pub(crate) members: &'a [Member],
}

impl Document<'_> {
    pub(crate) fn both(table: &Table) -> [Document<'_>; 2] {
        [
            Document { noun: "resource_metadata", members: &table.resource },
            Document { noun: "authorization_server_metadata", members: &table.server },
        ]
    }
}
