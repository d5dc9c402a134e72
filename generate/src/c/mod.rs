//! C: the exported functions of both documents in `ffi-c`, and `telnyx_oauth_members.h` with the names and the rest.

pub(crate) mod document;
mod exported;
mod function;
mod inline;
pub(crate) mod prose;
mod shared;
mod tables;
mod typed;

use crate::output::Output;
use crate::table::Table;
use document::Document;

pub(crate) fn outputs(table: &Table) -> Vec<Output> {
    let documents = Document::both(table);
    vec![
        Output::file("ffi-c/src/resource_metadata/functions.rs", exported::file(&documents[0])),
        Output::file("ffi-c/src/authorization_server_metadata/functions.rs", exported::file(&documents[1])),
        Output::file("include/telnyx_oauth_members.h", inline::file(&documents)),
        Output::file("ffi-c/tests/c/members.h", tables::file(&documents)),
    ]
}
