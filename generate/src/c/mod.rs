//! C: the exported functions of both documents in `ffi-c`, and `telnyx_oauth_members.h` with the member names and the
//! inline functions.

pub(crate) mod document;
mod exported;
mod function;
mod inline;
pub(crate) mod options;
pub(crate) mod prose;
mod shared;
mod tables;
mod typed;

use crate::option::ClientOption;
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

/// The setters of a client's options.
pub(crate) fn option_outputs(options: &[ClientOption]) -> Vec<Output> {
    vec![
        Output::file("ffi-c/src/common_options.rs", options::file(options, options::is_common)),
        Output::file("ffi-c/src/more_options.rs", options::file(options, |option| !options::is_common(option))),
    ]
}
